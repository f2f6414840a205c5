package family

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/screen/whose"
	"kettle/tui/widget"
)

// LogContact is the form in which a contact is logged; of family 0 it asks for the family first.
func LogContact(env *screen.Env, store Store, add whose.Add, family int64) screen.Screen {
	if family != 0 {
		return NewContact(env, store, family)
	}
	return whose.New(env, store, "Log a contact", add, func(family int64) tea.Cmd {
		return screen.Show(NewContact(env, store, family))
	})
}

// NewContact is the form in which a contact with a family is logged.
func NewContact(env *screen.Env, store Store, family int64) *form.Form {
	return form.Loading(env, store, "Log a contact",
		func(ctx context.Context) (any, error) { return store.FamilyPage(ctx, family) },
		func(answer any) form.Spec {
			page, _ := answer.(view.FamilyPage)
			c := model.Contact{FamilyID: family, At: env.Now(), By: env.World.Me.Name, Channel: model.ByGate, Kind: model.GoodNews}
			return contactSpec(env, store, page, c)
		})
}

// ContactFrom is that form filled from a line that was understood; then follows when it is kept. A
// contact of which nothing but the family is known is a new one.
func ContactFrom(env *screen.Env, store Store, c model.Contact, promises []model.FollowUp, then func(view.Change) tea.Cmd) *form.Form {
	return form.Loading(env, store, "Log a contact",
		func(ctx context.Context) (any, error) { return store.FamilyPage(ctx, c.FamilyID) },
		func(answer any) form.Spec {
			page, _ := answer.(view.FamilyPage)
			if c.Kind == "" {
				c.At, c.Channel, c.Kind = env.Now(), model.ByGate, model.GoodNews
			}
			c.By = env.World.Me.Name
			spec := contactSpec(env, store, page, c, promises...)
			spec.Then = then
			return spec
		})
}

// ChangeContact is the form in which an entry of the log is read and changed.
func ChangeContact(env *screen.Env, store Store, id int64) *form.Form {
	type entry struct {
		contact model.Contact
		page    view.FamilyPage
	}
	return form.Loading(env, store, "Change the entry",
		func(ctx context.Context) (any, error) {
			c, err := store.Contact(ctx, id)
			if err != nil {
				return nil, err
			}
			page, err := store.FamilyPage(ctx, c.FamilyID)
			return entry{c, page}, err
		},
		func(answer any) form.Spec {
			e, _ := answer.(entry)
			return contactSpec(env, store, e.page, e.contact)
		})
}

// contactForm holds an entry of the log while it is typed.
type contactForm struct {
	env     *screen.Env
	page    view.FamilyPage
	contact model.Contact
	kind    *widget.ChoiceOf
	channel *widget.ChoiceOf
	triage  *widget.TextField
	told    []int64
	toTell  []int64
	promise model.FollowUp
	more    []model.FollowUp // further promises of the line it is filled from
	due     model.Moment
	answer  answerPromise
}

func contactSpec(env *screen.Env, store Store, page view.FamilyPage, c model.Contact, promises ...model.FollowUp) form.Spec {
	f := &contactForm{env: env, page: page, contact: c}
	title := "Log a contact: " + page.Family.Name
	if c.ID != 0 {
		title = "Change the entry of " + c.At.Date().Short() + ": " + page.Family.Name
	}
	f.promise.Whose = model.Mine
	f.due = model.Moment(env.Calendar().DueInSchoolDays(env.Today(), 1).Due)
	if len(promises) > 0 {
		f.promise, f.more = promises[0], promises[1:]
		f.due = model.At(f.promise.Due, f.promise.DueAt)
	}
	f.answer = promiseToAnswer(env, page.Pupils, c.At)
	for _, t := range c.Told {
		if t.On != "" {
			f.told = append(f.told, t.AdultID)
		} else {
			f.toTell = append(f.toTell, t.AdultID)
		}
	}
	return form.Spec{
		Title: title, Name: "contact", Record: newRecord(c.ID, c.FamilyID), Intro: openings(page.Pupils),
		Groups: f.groups(), Check: f.check,
		About: []string{
			"Good news counts most when nothing is wrong: a certificate, a ticket, a good morning (practices 1 to 3).",
			"A concern takes courage to raise. Thank them, ask what they need, say what happens first and when (practices 10 to 12).",
		},
		Keep: func(ctx context.Context) (view.Change, error) { return store.SaveContact(ctx, f.entry()) },
	}
}

// openings are what to begin a talk with: what the children are good at and love (practice 4).
func openings(pupils []model.Pupil) string {
	var all []string
	for _, p := range pupils {
		var parts []string
		if p.Strengths != "" {
			parts = append(parts, "is good at "+p.Strengths)
		}
		if p.Interests != "" {
			parts = append(parts, "loves "+p.Interests)
		}
		if len(parts) > 0 && p.Roll == model.OnRoll {
			all = append(all, p.Called()+" "+strings.Join(parts, ", ")+".")
		}
	}
	return strings.Join(all, " ")
}

// is shows a group for some kinds of contact, isNot for all others.
func (f *contactForm) is(kinds ...model.ContactKind) func() bool {
	return func() bool { return slices.Contains(kinds, model.ContactKind(f.kind.Text())) }
}

func (f *contactForm) isNot(kinds ...model.ContactKind) func() bool {
	is := f.is(kinds...)
	return func() bool { return !is() }
}

// groups are the fields of the entry; those that fit its kind are shown.
func (f *contactForm) groups() []form.Group {
	c := &f.contact
	f.channel = widget.Choice("Where, how", &c.Channel, widget.Options(channelsWith(c.Channel)))
	f.kind = widget.Choice("What it was", &c.Kind, widget.Options(model.ContactKinds))
	groups := []form.Group{
		{Fields: []widget.Field{f.channel, f.kind}},
		{Title: "A concern by e-mail: would it be better to ring, or to meet?", Show: func() bool {
			return f.is(model.Concern)() && f.channel.Text() == string(model.ByEmail)
		}},
		{Show: f.isNot(model.PassedToDSL), Fields: []widget.Field{
			widget.LongText("Note", &c.Note, 4),
		}},
		{Show: f.isNot(model.PassedToDSL, model.Attempt), Fields: []widget.Field{
			widget.LongText("Their own words", &c.Words, 3).Hint("as they said it"),
		}},
	}
	groups = append(groups, f.kindGroups()...)
	groups = append(groups, f.peopleGroups()...)
	return append(groups, f.afterGroups()...)
}

// kindGroups are the fields that belong to one kind.
func (f *contactForm) kindGroups() []form.Group {
	c, days := &f.contact, days(f.env)
	concern := f.is(model.Concern)
	f.triage = widget.Text("How soon", &c.Triage).Hint("now, today, or a time: 15:30").Checked(checkTriage)
	taken := func() bool { return concern() && strings.EqualFold(strings.TrimSpace(f.triage.Text()), "now") }
	return []form.Group{
		{Show: f.is(model.Concern, model.Question), Fields: []widget.Field{
			widget.Text("What they might need", &c.Need),
			widget.Text("What they would like", &c.Wish),
		}},
		{Title: "The concern", Show: concern, Fields: []widget.Field{
			f.staffField("Who takes it", &c.Owner),
			f.triage,
		}},
		{Show: taken, Fields: []widget.Field{widget.Text("What had to wait", &c.Displaced)}},
		{Show: concern, Fields: []widget.Field{
			widget.Text("First step", &c.FirstStep).Hint("within a day, however small"),
			widget.Date("Settled on", &c.Settled, days).Past(),
		}},
		{Title: "As a fact; never a label on the family", Show: f.is(model.Abuse), Fields: []widget.Field{
			widget.LongText("What happened", &c.AbuseWhat, 3),
			f.staffField("Which leader knows", &c.LeaderTold),
		}},
		{Title: "Passed to the DSL. No note is kept here: it belongs in the safeguarding record.", Show: f.is(model.PassedToDSL), Fields: []widget.Field{
			f.staffField("To whom", &c.DSLTo),
			widget.Moment("When", &c.DSLWhen, days).Past(),
			widget.Text("Reference", &c.DSLRef),
		}},
	}
}

// checkTriage takes now, today or a time.
func checkTriage(typed string) string {
	switch strings.ToLower(strings.TrimSpace(typed)) {
	case "", "now", "today":
		return ""
	}
	if _, err := model.ParseTime(typed); err != nil {
		return "Now, today, or a time such as 15:30."
	}
	return ""
}

// peopleGroups say who was there, whom it was about, when it was and who noted it.
func (f *contactForm) peopleGroups() []form.Group {
	c := &f.contact
	directions := append([]model.Direction{""}, model.Directions...)
	return []form.Group{
		{Title: "Who and when", Fields: []widget.Field{
			adultsField("With", f.page, &c.Adults),
			pupilsField("About", f.page.Pupils, &c.Pupils),
			widget.Choice("Reason", &c.Reason, widget.OptionsWith(model.Reasons, reasonWords)),
			widget.Moment("Happened", &c.At, days(f.env)).Past(),
			f.staffField("Noted by", &c.By),
			widget.Choice("Who began", &c.Dir, widget.OptionsWith(directions, directionWords)),
		}},
	}
}

func reasonWords(r model.Reason) string {
	if r == "" {
		return "nothing in particular"
	}
	return string(r)
}

// directionWords are a direction as a person says it.
func directionWords(d model.Direction) string {
	return map[model.Direction]string{"": "as usual", model.In: "the family", model.Out: "we", model.BothWays: "we talked"}[d]
}

// moreWords name the further promises that are kept with the entry.
func (f *contactForm) moreWords() string {
	var all []string
	for _, p := range f.more {
		all = append(all, p.What+", "+p.Due.Short())
	}
	return "Promised, too: " + strings.Join(all, "; ")
}

// afterGroups are who was told, and a promise made from it.
func (f *contactForm) afterGroups() []form.Group {
	p := &f.promise
	ordinary := f.isNot(model.PassedToDSL)
	asked := func() bool { return f.contact.ID == 0 && f.is(model.Question)() }
	promise := widget.Text("What", &p.What).Hint("ring about the trip; empty: nothing promised")
	return []form.Group{
		{Title: "Each parent is told in their own right", Show: f.isNot(model.PassedToDSL, model.Attempt), Fields: []widget.Field{
			adultsField("Told already", f.page, &f.told),
			adultsField("Still to be told", f.page, &f.toTell),
		}},
		{Title: f.answer.title(), Show: asked, Fields: []widget.Field{
			widget.Text("Our answer", &f.answer.What).Hint("empty: nothing promised"),
			widget.Moment("Answer by", &f.answer.by, days(f.env)),
		}},
		{Title: f.moreWords(), Show: func() bool { return ordinary() && len(f.more) > 0 }},
		{Title: "A promise from it", Show: ordinary, Fields: []widget.Field{promise}},
		{Show: func() bool { return ordinary() && strings.TrimSpace(promise.Text()) != "" }, Fields: []widget.Field{
			widget.Choice("Whose", &p.Whose, widget.Options(model.Whoses)),
			widget.Moment("Due", &f.due, days(f.env)),
		}},
	}
}
