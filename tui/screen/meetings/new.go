package meetings

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/screen/whose"
	"kettle/tui/widget"
)

// PlanStore is what planning a meeting needs of the store.
type PlanStore interface {
	form.Store
	whose.Store
	Family(ctx context.Context, id int64) (model.Family, error)
	FamilyPupils(ctx context.Context, family int64) ([]model.Pupil, error)
	FamilyAdults(ctx context.Context, family int64) ([]model.Adult, error)
	FamilyLinks(ctx context.Context, family int64) ([]model.Link, error)
	FamilyContacts(ctx context.Context, family int64, limit, offset int) ([]model.Contact, error)
	Contact(ctx context.Context, id int64) (model.Contact, error)
	Staff(ctx context.Context) ([]model.Staff, error)
	SchoolsOwn(ctx context.Context) (view.SchoolsOwn, error)
	Professionals(ctx context.Context) ([]model.Professional, error)
	PupilProfessionals(ctx context.Context, pupil int64) ([]model.Professional, error)
	Pupil(ctx context.Context, id int64) (model.Pupil, error)
	PlanMeeting(ctx context.Context, plan view.MeetingPlan) (view.Change, error)
}

// NewMeeting is the form for a meeting with one family, 0 to choose it first.
func NewMeeting(env *screen.Env, store PlanStore, add whose.Add, family int64) screen.Screen {
	if family == 0 {
		return whose.New(env, store, "Whose meeting?", add, func(id int64) tea.Cmd { return screen.Open(screen.NewMeeting, id) })
	}
	return planForm(env, store, func(ctx context.Context) (any, error) { return readAround(ctx, store, family, model.Contact{}) })
}

// NewMeetingFrom is the form for a meeting that grew from an entry of the log, and remembers it.
func NewMeetingFrom(env *screen.Env, store PlanStore, contact int64) screen.Screen {
	return planForm(env, store, func(ctx context.Context) (any, error) {
		c, err := store.Contact(ctx, contact)
		if err != nil {
			return nil, err
		}
		return readAround(ctx, store, c.FamilyID, c)
	})
}

// surroundings is what is known around a meeting that is being planned.
type surroundings struct {
	family  model.Family
	pupils  []model.Pupil
	adults  []model.Adult
	links   []model.Link
	staff   []model.Staff
	log     []model.Contact // the newest entries
	contact model.Contact   // the one it grows from, the zero contact for none
	own     []model.OwnTemplate

	// Of a review that is planned for one pupil.
	review   model.MeetingKind // "" any other meeting
	about    model.Pupil
	workWith []model.Professional // who work with the pupil
	outside  []model.Professional // all that the school knows
}

func readAround(ctx context.Context, store PlanStore, family int64, contact model.Contact) (any, error) {
	a := surroundings{contact: contact}
	var err error
	read := func(part func() error) {
		if err == nil {
			err = part()
		}
	}
	read(func() (e error) { a.family, e = store.Family(ctx, family); return e })
	read(func() (e error) { a.pupils, e = store.FamilyPupils(ctx, family); return e })
	read(func() (e error) { a.adults, e = store.FamilyAdults(ctx, family); return e })
	read(func() (e error) { a.links, e = store.FamilyLinks(ctx, family); return e })
	read(func() (e error) { a.staff, e = store.Staff(ctx); return e })
	read(func() (e error) {
		own, e := store.SchoolsOwn(ctx)
		a.own = own.Templates
		return e
	})
	read(func() (e error) { a.outside, e = store.Professionals(ctx); return e })
	read(func() (e error) { a.log, e = store.FamilyContacts(ctx, family, meetingforms.NewestGood, 0); return e })
	if err != nil {
		return nil, fmt.Errorf("reading around the meeting: %w", err)
	}
	return a, nil
}

// planForm asks about whom, what kind, what for and when; the rest is proposed.
func planForm(env *screen.Env, store PlanStore, ask func(ctx context.Context) (any, error)) screen.Screen {
	return form.Loading(env, store, "A new meeting", ask, func(answer any) form.Spec {
		a, _ := answer.(surroundings)
		m := a.begin()
		about := meetingforms.ChildrenField(a.pupils, &m.Pupils)
		template := string(m.Kind)
		kind := widget.Choice("Kind", &template, a.kinds())
		chosen := func() []model.Pupil { return a.chosen(about.Text()) }
		return form.Spec{
			Title: "A new meeting: " + a.family.Name, Name: "meeting", Record: -a.family.ID,
			Intro: a.intro(env.Today()),
			Groups: form.Fields(about, kind,
				meetingforms.PurposeField(&m.Purpose, func() []string {
					return model.TemplateNamed(kind.Text(), a.own).PurposesFor(chosen())
				}),
				meetingforms.OpeningField(&m.Opening, func() []string { return model.Openings(chosen(), a.log) }),
				widget.Moment("When", &m.Start, widget.Days{Today: env.Today(), Calendar: env.Calendar()}).Hint("empty: offer times first"),
			),
			About: []string{"People are proposed from who they are to these children, and from what the kind of meeting needs.",
				"All of it can be changed, and nobody has been asked yet."},
			Check: func() string { return wrongPlan(m) },
			Keep: func(ctx context.Context) (view.Change, error) {
				return store.PlanMeeting(ctx, a.plan(m, model.TemplateNamed(template, a.own), env.Today()))
			},
			Then: func(c view.Change) tea.Cmd { return screen.Open(screen.Meeting, c.New) },
		}
	})
}

// kinds are what a meeting may begin with: the kinds, and the school's own templates behind them.
func (a surroundings) kinds() []widget.Option {
	kinds := widget.Options(model.MeetingKinds)
	for _, t := range a.own {
		kinds = append(kinds, widget.Option{Value: t.TemplateID(), Words: "ours: " + t.Name})
	}
	return kinds
}

func wrongPlan(m model.Meeting) string {
	if len(m.Pupils) == 0 {
		return "A meeting is about a child: tick at least one."
	}
	return meetingforms.UnfinishedPurpose(m.Purpose)
}

// begin is the meeting before anything is typed: about the children of the entry it grows from, or
// about the only child.
func (a surroundings) begin() model.Meeting {
	m := model.Meeting{FamilyID: a.family.ID, ContactID: a.contact.ID, Kind: model.HonestConversation, Pupils: slices.Clone(a.contact.Pupils)}
	if a.review != "" {
		m.Kind, m.Pupils = a.review, []int64{a.about.ID}
		m.Purpose = model.TemplateOf(a.review).PurposesFor([]model.Pupil{a.about})[0]
	}
	onRoll := slices.DeleteFunc(slices.Clone(a.pupils), func(p model.Pupil) bool { return p.Roll == model.Left || p.Roll == model.Died })
	if len(m.Pupils) == 0 && len(onRoll) == 1 {
		m.Pupils = []int64{onRoll[0].ID}
	}
	return m
}

// intro is what the meeting grows from.
func (a surroundings) intro(today model.Date) string {
	c := a.contact
	if c.ID == 0 {
		return ""
	}
	intro := "From " + c.At.Near(today) + ", " + string(c.Kind)
	for _, said := range []string{c.Note, c.Words} {
		if said = strings.TrimSpace(said); said != "" {
			return intro + ": " + said
		}
	}
	return intro + "."
}

// chosen are the pupils of an answer about whom the meeting is.
func (a surroundings) chosen(answer string) []model.Pupil {
	ids := strings.Fields(answer)
	var chosen []model.Pupil
	for _, p := range a.pupils {
		if slices.Contains(ids, strconv.FormatInt(p.ID, 10)) {
			chosen = append(chosen, p)
		}
	}
	return chosen
}

// plan is the meeting with its people proposed, its agenda and its length from the template.
func (a surroundings) plan(m model.Meeting, template model.Template, today model.Date) view.MeetingPlan {
	m.TemplateID, m.Kind, m.Minutes, m.Mood = template.OwnID, template.Kind, template.Minutes, template.Mood
	circle := a.circle(m.Pupils)
	staff := a.staffOf(circle.Pupils)
	proposed := model.Propose(model.ProposalFacts{
		Circle: circle, Kind: m.Kind, Template: &template, Mood: m.Mood, Staff: staff, TeacherID: model.TeacherOf(circle.Pupils, staff), Today: today,
		AbuseBefore: slices.ContainsFunc(a.log, func(c model.Contact) bool { return c.Kind == model.Abuse }),
		WorkWith:    a.workWith, Professionals: a.outside, MeetsOn: m.Start.Date(),
	})
	plan := view.MeetingPlan{Meeting: m, Agenda: template.AgendaItems(nil, m.Minutes)}
	for _, one := range slices.Concat(proposed.Family, proposed.Children, proposed.School, proposed.Outside) {
		plan.People = append(plan.People, one.Person)
		if plan.Host == 0 && one.Person.Side == model.SchoolSide {
			plan.Host = len(plan.People)
		}
	}
	return plan
}

// circle is whom the meeting may touch: the links to its own pupils, not the family.
func (a surroundings) circle(pupils []int64) model.Circle {
	c := model.Circle{Adults: a.adults}
	for _, p := range a.pupils {
		if slices.Contains(pupils, p.ID) {
			c.Pupils = append(c.Pupils, p)
		}
	}
	for _, l := range a.links {
		if slices.Contains(pupils, l.PupilID) {
			c.Links = append(c.Links, l)
		}
	}
	return c
}

// staffOf are the colleagues of the pupils' school.
func (a surroundings) staffOf(pupils []model.Pupil) []model.Staff {
	var staff []model.Staff
	for _, s := range a.staff {
		if s.Me || len(pupils) == 0 || s.SchoolID == 0 || pupils[0].SchoolID == 0 || s.SchoolID == pupils[0].SchoolID {
			staff = append(staff, s)
		}
	}
	return staff
}
