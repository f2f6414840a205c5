package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// changePerson opens everything that is kept about one person of the meeting.
func (p *page) changePerson(m model.MeetingPerson) tea.Cmd {
	return p.show(form.Spec{
		Title: p.nameOf(m), Name: "meeting person", Record: m.ID,
		Groups: p.personGroups(&m),
		About:  []string{"Each parent is asked, told and written to in their own right: nobody reports back for another."},
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SaveMeetingPerson(ctx, m) },
	})
}

func (p *page) personGroups(m *model.MeetingPerson) []form.Group {
	here := []widget.Field{
		widget.Text("Is", &m.Role).Hint("mother, class teacher, educational psychologist"),
		widget.Text("Here because", &m.Reason).Hint("what they are needed for"),
		widget.YesNo("Interprets", &m.Interpreter),
		widget.Text("Needs", &m.Needs).Hint("steps, hearing, reading, pushchair; or: nothing"),
	}
	asked := []widget.Field{
		widget.Date("Invited on", &m.Invited, p.days()).Past(),
		widget.Choice("Invited by", &m.InvitedBy, channels),
		widget.Choice("Answer", &m.Answer, answers),
		widget.Text("Instead", &m.Instead).Hint("when they cannot come: rings on Monday, sends a page"),
		widget.Text("Why not asked", &m.WhyNot),
	}
	if p.prep.Meeting.Mode == model.Mixed {
		here = append(here, widget.Choice("By video", &m.ByVideo, yesNos))
	}
	if m.PupilID != 0 {
		return form.Fields(here[1], here[3], asked[2], asked[3])
	}
	if m.Side == model.FamilySide || m.Side == model.Companion {
		asked = append(asked, widget.Choice("Camera off", &m.CameraOff, yesNos))
	}
	groups := []form.Group{{Title: "In the room", Fields: here}, {Title: "Asked", Fields: asked}}
	if p.prep.Meeting.Kind == model.AnnualReview {
		groups = append(groups, form.Group{Title: "Annual review", Fields: []widget.Field{
			widget.Date("Advice asked on", &m.AdviceAsked, p.days()).Past(),
			widget.Date("Advice came on", &m.AdviceReceived, p.days()).Past(),
			widget.Date("Advice sent to all on", &m.AdviceSentOn, p.days()).Past(),
			widget.Date("Report sent on", &m.ReportSent, p.days()).Past(),
		}})
	}
	return groups
}

var (
	answers = widget.OptionsWith(model.Answers, func(a model.Answer) string {
		if a == model.NoAnswerYet {
			return "none yet"
		}
		return string(a)
	})
	yesNos = widget.OptionsWith(model.YesNos, model.YesNo.Words)
)

// Who somebody new is, when they are none of those known.
const (
	newColleague = "a colleague"
	newFriend    = "a friend or relative"
	newOutside   = "from outside"
)

var newcomers = []widget.Option{
	{Value: newFriend, Words: newFriend}, {Value: newColleague, Words: newColleague}, {Value: newOutside, Words: newOutside},
}

// addSomebody opens the form for one more person: proposed ones first, then colleagues, linked
// adults, professionals; a name that is none of them is somebody new.
func (p *People) addSomebody() tea.Cmd {
	var chosen, typed model.MeetingPerson
	known, options := p.candidates()
	is, school := newFriend, p.prep.School.ID
	return p.show(form.Spec{
		Title: "Who comes along?", Name: "meeting somebody", Record: p.id,
		Groups: []form.Group{
			{Fields: []widget.Field{
				widget.Pick("Who", "", options, func(value, text string) { chosen, typed.Name = known[value], text }).
					AllowNew().Needed().Hint("type a name, or press down to choose"),
				widget.Text("Here because", &typed.Reason).Hint("what they are needed for; empty keeps the proposed reason"),
			}},
			{Title: "Somebody new", Fields: []widget.Field{
				widget.Choice("They are", &is, newcomers),
				widget.Text("Is", &typed.Role).Hint("auntie, speech therapist, head of year"),
				widget.YesNo("Interprets", &typed.Interpreter),
			}},
		},
		Check: func() string {
			if chosen.Name != "" {
				return ""
			}
			return p.wallByName(typed.Name)
		},
		Keep: func(ctx context.Context) (view.Change, error) {
			if chosen.Name == "" {
				return p.keepNewcomer(ctx, typed, is, school)
			}
			chosen.MeetingID, chosen.Interpreter = p.id, typed.Interpreter
			if typed.Reason != "" {
				chosen.Reason = typed.Reason
			}
			return p.store.SaveMeetingPerson(ctx, chosen)
		},
	})
}

// candidates are those who may be added, by the value of their option.
func (p *People) candidates() (map[string]model.MeetingPerson, []widget.Option) {
	known := map[string]model.MeetingPerson{}
	var options []widget.Option
	add := func(m model.MeetingPerson, note string) {
		value := fmt.Sprint(m.AdultID, " ", m.PupilID, " ", m.StaffID, " ", m.ProfessionalID)
		if _, twice := known[value]; twice || p.isListed(m) {
			return
		}
		known[value] = m
		options = append(options, widget.Option{Value: value, Words: m.Name, Note: note})
	}
	proposed := model.Propose(p.prep.ProposalFacts(p.Today()))
	for _, one := range slices.Concat(proposed.Family, proposed.Children, proposed.School, proposed.Outside, proposed.Companions) {
		add(one.Person, "proposed: "+one.Why)
	}
	for _, s := range p.prep.Staff {
		if !s.Removed && !s.Inactive {
			add(model.MeetingPerson{Side: model.SchoolSide, StaffID: s.ID, Name: s.Name, Role: string(s.Role)}, s.Role.Words())
		}
	}
	for _, c := range p.prep.Pupils {
		add(model.MeetingPerson{Side: model.FamilySide, PupilID: c.ID, Name: c.Called(), Role: "pupil"}, "it is about them")
	}
	for _, o := range p.prep.Professionals {
		if !o.Removed {
			add(model.MeetingPerson{Side: model.OtherSide, ProfessionalID: o.ID, Name: o.Name, Role: o.Role}, strings.Join(nonEmpty(o.Role, o.Organisation), ", "))
		}
	}
	return known, options
}

// wallByName asks before a typed name goes round the wall.
func (p *page) wallByName(name string) string {
	for _, w := range p.prep.Circle().Walled() {
		a := w.Adult
		for _, n := range []string{a.Formal(), a.FullName(), a.Forename + " " + a.Surname} {
			if model.Fold(n) == model.Fold(name) {
				return a.Formal() + " is kept apart: read what stands there first, under “Kept apart”."
			}
		}
	}
	return ""
}

var newcomerSides = map[string]model.Side{newFriend: model.Companion, newColleague: model.SchoolSide, newOutside: model.OtherSide}

// keepNewcomer keeps somebody new, in the school's own lists, too, where they belong there.
func (p *People) keepNewcomer(ctx context.Context, m model.MeetingPerson, is string, school int64) (view.Change, error) {
	m.MeetingID, m.Side = p.id, newcomerSides[is]
	switch is {
	case newColleague:
		return p.store.AddColleague(ctx, model.Staff{SchoolID: school, Name: m.Name, Role: roleCalled(m.Role)}, m)
	case newOutside:
		return p.store.AddOutsider(ctx, model.Professional{Name: m.Name, Role: m.Role}, m)
	}
	return p.store.SaveMeetingPerson(ctx, m)
}

// roleCalled is the role with that name, another one for words that are none.
func roleCalled(words string) model.Role {
	for _, r := range model.Roles {
		if strings.EqualFold(string(r), strings.TrimSpace(words)) {
			return r
		}
	}
	return model.OtherRole
}
