package family

import (
	"context"
	"strconv"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// days is what date fields read dates with.
func days(env *screen.Env) widget.Days {
	return widget.Days{Today: env.Today(), Calendar: env.Calendar()}
}

// newRecord is the record of a draft of something new in a family: each family may have one.
func newRecord(id, family int64) int64 {
	if id == 0 {
		return -family
	}
	return id
}

func yesNo(label string, to *model.YesNo) *widget.ChoiceOf {
	return widget.Choice(label, to, widget.OptionsWith(model.YesNos, model.YesNo.Words))
}

// adultForm is the form of an adult of the family, with what they are to each child.
func (s *Page) adultForm(a model.Adult) *form.Form {
	ties := s.tiesOf(a.ID)
	title := "Change " + a.FullName()
	groups := append(adultGroups(&a, days(s.Env)), tieGroups(ties, days(s.Env))...)
	links := func() []model.Link { return linksOf(ties) }
	if a.ID == 0 {
		first := &tie{}
		pupils := s.pupilIDs()
		title = "Add an adult to the " + s.page.Family.Name + " family"
		groups = append(adultGroups(&a, days(s.Env)), s.firstTieGroups(first, &pupils)...)
		links = func() []model.Link { return first.forEach(pupils) }
	}
	return form.New(s.Env, s.store, form.Spec{
		Title: title, Name: "adult", Record: newRecord(a.ID, s.id), Groups: groups, Check: needName(&a),
		About: []string{"Each adult stands in their own right. What hangs on a child, such as parental responsibility or a court order, is said for each child."},
		Keep: func(ctx context.Context) (view.Change, error) {
			return s.store.SaveAdultInFamily(ctx, view.AdultInFamily{Adult: a, FamilyID: s.id, Links: links()})
		},
	})
}

func needName(a *model.Adult) func() string {
	return func() string {
		if a.Forename == "" && a.Surname == "" && a.KnownAs == "" {
			return "A forename or a surname, please: one is enough."
		}
		return ""
	}
}

// adultGroups are the fields of an adult.
func adultGroups(a *model.Adult, days widget.Days) []form.Group {
	channels := append([]model.Channel{model.NoChannelYet}, model.Channels...)
	inTouch := widget.Choice("In touch", &a.InTouch, widget.Options(model.InTouches))
	notInTouch := func() bool { return inTouch.Text() != string(model.InTouchYes) }
	return []form.Group{
		{Fields: []widget.Field{
			widget.Text("Title", &a.Title).Hint("Mrs, Mr, Ms, Mx, Dr"),
			widget.Text("Forename", &a.Forename),
			widget.Text("Surname", &a.Surname),
			widget.Text("Known as", &a.KnownAs),
			widget.Text("Address them as", &a.AddressAs).Hint("as they like it: Mrs Okafor, Ngozi"),
		}},
		{Title: "How to reach them", Fields: []widget.Field{
			phonesField(&a.Phones),
			emailsField(&a.Emails),
			widget.Choice("Best way", &a.Channel, widget.Options(channels)),
			widget.Text("Best times", &a.Times).Hint("after 14:00, works nights").ReadAs(readTimes),
			yesNo("Leave a message", &a.LeaveMessage),
			widget.Text("Language", &a.Language),
			yesNo("Interpreter", &a.Interpreter),
			widget.Text("What they need", &a.Access).Hint("hearing, steps, reading, a pushchair"),
			yesNo("Large print", &a.LargePrint),
			widget.Text("Address", &a.Address),
			postcodeField(&a.Postcode),
		}},
		{Title: "May we be in touch?", Fields: []widget.Field{inTouch}},
		{Show: notInTouch, Fields: []widget.Field{
			widget.Date("Since", &a.InTouchSince, days).Past(),
			widget.Text("Said by", &a.InTouchBy),
		}},
		{Fields: []widget.Field{widget.LongText("Notes", &a.Notes, 4)}},
	}
}

// readTimes are what is understood of somebody's good times, and what is not.
func readTimes(text string) (understood, not string) {
	read := model.ReadStatedTimes(text)
	if len(read.Unread) > 0 {
		not = "not understood, to keep in mind yourself: " + strings.Join(read.Unread, "; ")
	}
	return read.Words(), not
}

// tie is what an adult is to one child while it is being changed.
type tie struct {
	pupil    model.Pupil
	link     model.Link
	relation string // of the link, or notTied
}

// notTied is the answer that the adult is nothing to the child.
const notTied = "-"

// tiesOf are the ties of an adult to every child of the family.
func (s *Page) tiesOf(adult int64) []*tie {
	var ties []*tie
	for _, p := range s.page.Pupils {
		t := &tie{pupil: p, link: model.Link{PupilID: p.ID}, relation: notTied}
		for _, l := range s.page.LinksOf(adult) {
			if l.PupilID == p.ID {
				t.link, t.relation = l, string(l.Relation)
			}
		}
		ties = append(ties, t)
	}
	return ties
}

func linksOf(ties []*tie) []model.Link {
	var links []model.Link
	for _, t := range ties {
		t.link.Removed = t.relation == notTied
		if !t.link.Removed {
			t.link.Relation = model.Relationship(t.relation)
		}
		links = append(links, t.link)
	}
	return links
}

// forEach is the link to each of the pupils.
func (t *tie) forEach(pupils []int64) []model.Link {
	var links []model.Link
	for _, id := range pupils {
		l := t.link
		l.PupilID, l.Relation = id, model.Relationship(t.relation)
		links = append(links, l)
	}
	return links
}

func tieGroups(ties []*tie, days widget.Days) []form.Group {
	var groups []form.Group
	for _, t := range ties {
		relation := relationField(&t.relation, true)
		tied := func() bool { return relation.Text() != notTied }
		groups = append(groups, form.Group{Title: "To " + t.pupil.Called(), Fields: []widget.Field{relation}})
		groups = append(groups, linkGroups(&t.link, days, tied)...)
	}
	return groups
}

// firstTieGroups ask once what a new adult is to the children that are ticked.
func (s *Page) firstTieGroups(t *tie, pupils *[]int64) []form.Group {
	if len(s.page.Pupils) == 0 {
		*pupils = nil
		return nil
	}
	ticks := pupilsField("Children", s.page.Pupils, pupils)
	some := func() bool { return ticks.Text() != "" }
	return append([]form.Group{
		{Title: "What they are to the children", Fields: []widget.Field{ticks}},
		{Show: some, Fields: []widget.Field{relationField(&t.relation, false)}},
	}, linkGroups(&t.link, days(s.Env), some)...)
}

func relationField(to *string, orNothing bool) *widget.ChoiceOf {
	var options []widget.Option
	if orNothing {
		options = append(options, widget.Option{Value: notTied, Words: "nothing to this child"})
	}
	relations := append(model.Relationships[:len(model.Relationships):len(model.Relationships)], "")
	return widget.Choice("Relationship", to, append(options, widget.OptionsWith(relations, model.Relationship.Words)...))
}

// linkGroups are the fields of a link beside the relationship, shown while there is a link.
func linkGroups(l *model.Link, days widget.Days, tied func() bool) []form.Group {
	order := widget.YesNo("Court order", &l.CourtOrder)
	ordered := func() bool { return tied() && order.Text() == string(model.Yes) }
	return []form.Group{
		{Show: tied, Fields: []widget.Field{
			yesNo("Parental responsib.", &l.ParentalResponsibility),
			yesNo("Lives with them", &l.LivesWith),
			widget.Number("Contact order", &l.Priority, 0, 99),
			yesNo("Gets copies", &l.GetsCopies),
			yesNo("May be contacted", &l.MayBeContacted),
			order,
		}},
		{Show: ordered, Fields: []widget.Field{
			widget.LongText("What it says", &l.OrderText, 3).Hint("in short: may write, not collect"),
			widget.Date("Order of", &l.OrderDate, days).Past(),
			widget.Date("Until", &l.OrderUntil, days),
		}},
	}
}

// pupilsField is a field in which children are ticked.
func pupilsField(label string, pupils []model.Pupil, to *[]int64) *widget.ManyOf {
	var options []widget.Option
	for _, p := range pupils {
		options = append(options, widget.IDOption(p.ID, p.Called(), strings.TrimPrefix(p.Card(), p.Called()+" ")))
	}
	return widget.Many(label, options, idTexts(*to), func(values []string) { *to = ids(values) })
}

// adultsField is a field in which adults are ticked.
func (s *Page) adultsField(label string, to *[]int64) *widget.ManyOf {
	return adultsField(label, s.page, to)
}

func adultsField(label string, page view.FamilyPage, to *[]int64) *widget.ManyOf {
	var options []widget.Option
	for _, a := range page.Adults {
		note := ""
		if links := page.LinksOf(a.ID); len(links) > 0 {
			note = links[0].Relation.Words()
		}
		options = append(options, widget.IDOption(a.ID, a.FullName(), note))
	}
	return widget.Many(label, options, idTexts(*to), func(values []string) { *to = ids(values) })
}

func idTexts(ids []int64) []string {
	var texts []string
	for _, id := range ids {
		texts = append(texts, strconv.FormatInt(id, 10))
	}
	return texts
}

func ids(texts []string) []int64 {
	var ids []int64
	for _, t := range texts {
		if id, err := strconv.ParseInt(t, 10, 64); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}
