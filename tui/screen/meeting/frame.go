package meeting

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen/afterwards"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/widget"
)

// The forms for the frame of a meeting: what kind, about whom, when, how, and who is near by.

// frame changes kind, children, time, length and mood.
func (p *Prepare) frame() tea.Cmd {
	family := p.prep.Meeting.FamilyID
	ask := func(ctx context.Context) (any, error) { return p.store.FamilyPupils(ctx, family) }
	return p.showLoading("Change the meeting", ask, func(answer any) form.Spec {
		pupils, _ := answer.([]model.Pupil)
		m := p.prep.Meeting
		length := strconv.Itoa(m.Minutes)
		begins := widget.Moment("Begins", &m.Start, p.days()).Hint("tue 15:30")
		return form.Spec{
			Title: "Change the meeting", Name: "meeting frame", Record: p.id,
			Groups: form.Fields(
				widget.Choice("Kind", &m.Kind, widget.Options(model.MeetingKinds)),
				meetingforms.ChildrenField(pupils, &m.Pupils),
				begins,
				widget.Text("How long", &length).Hint("45, 1 h 15, or until 16:15").Checked(func(typed string) string {
					return wrongLength(typed, begins.Text(), p.days())
				}),
				widget.Choice("Mood to expect", &m.Mood, meetingforms.Moods),
				widget.YesNo("Urgent", &m.Urgent),
				widget.YesNo("Younger child comes", &m.YoungerComes),
			),
			Check: func() string {
				var err error
				if m.Minutes, err = model.ParseLength(length, m.Start.Clock()); err != nil {
					return err.Error()
				}
				if len(m.Pupils) == 0 {
					return "A meeting is about a child: tick at least one."
				}
				return ""
			},
			Keep:  func(ctx context.Context) (view.Change, error) { return p.store.SaveMeeting(ctx, m) },
			About: []string{"To move a meeting that people have answered for, close this and press " + key(action.MeetingMove) + ": they are asked again."},
		}
	})
}

// wrongLength is what is wrong with a length, read beside the beginning that is typed just now.
func wrongLength(typed, begins string, days widget.Days) string {
	var clock model.Clock
	if at, err := model.ParseWhen(begins, model.DateOptions{Today: days.Today, Calendar: days.Calendar}); err == nil {
		clock = at.Clock
	}
	if _, err := model.ParseLength(typed, clock); err != nil {
		return err.Error()
	}
	return ""
}

var (
	modes   = append([]widget.Option{{Value: "", Words: "not chosen yet"}}, widget.Options(model.Modes)...)
	choices = append([]widget.Option{{Value: "", Words: "not said"}}, widget.Options(model.ChosenBys)...)
)

// mode asks how to meet, and whose choice it was (practices 30 and 31).
func (p *Prepare) mode() tea.Cmd {
	return p.edit("How do you meet?", func(m *model.Meeting) form.Spec {
		return form.Spec{
			Name:  "meeting mode",
			Intro: "Choosing is the first step of taking part: ask them.",
			Groups: form.Fields(
				widget.Choice("How", &m.Mode, modes),
				widget.Choice("Whose choice", &m.ModeBy, choices),
				widget.Date("Told: camera may be off", &m.CameraOff, p.days()).Past().Hint("the day, for a meeting by video"),
				widget.YesNo("At their home", &m.HomeVisit),
			),
		}
	})
}

// companion notes when they were told that they may bring somebody (practice 28).
func (p *Prepare) companion() tea.Cmd {
	return p.edit("A friend or relative is welcome", func(m *model.Meeting) form.Spec {
		if m.CompanionTold == "" {
			m.CompanionTold = p.Today()
		}
		return form.Spec{
			Name:   "meeting companion",
			Intro:  "Four ears hear more than two. Who comes along stands in the list of people.",
			Groups: form.Fields(widget.Date("Told on", &m.CompanionTold, p.days()).Past()),
		}
	})
}

// standby asks who is near by, who knows where you are, and who interprets (practices 29 and 61).
func (p *Prepare) standby() tea.Cmd {
	return p.edit("Near by, and beside you", func(m *model.Meeting) form.Spec {
		return form.Spec{
			Name: "meeting standby",
			Groups: []form.Group{
				{Title: "On standby, out of the room", Fields: []widget.Field{
					widget.Pick("Who", m.StandbyWho, p.standbyOptions(), func(_, text string) { m.StandbyWho = text }).AllowNew(),
					widget.Text("Where", &m.StandbyWhere).Hint("the office next door"),
				}},
				{Title: "Nobody meets this alone", Fields: []widget.Field{
					widget.Text("Who knows", &m.WhoKnows).Hint("who knows where you are, and until when"),
				}},
				{Title: "Interpreter", Fields: []widget.Field{
					widget.Text("Name", &m.Interpreter).Hint("not a child, not a relative"),
				}},
			},
			Check: func() string {
				if m.StandbyWho != "" && strings.TrimSpace(m.StandbyWhere) == "" {
					return "Where will " + m.StandbyWho + " be? Near, and out of the room."
				}
				return ""
			},
		}
	})
}

// leader asks which leader knows that this meeting is coming (practice 61).
func (p *Prepare) leader() tea.Cmd {
	who := ""
	for _, m := range p.prep.Marks {
		if m.Item == leaderItem && m.State == model.Ticked {
			who = m.Reason
		}
	}
	return p.show(form.Spec{
		Title: "A leader knows", Name: "meeting leader", Record: p.id,
		Intro:  "Who was told that this meeting is coming, and what was said the last time?",
		Groups: form.Fields(afterwards.StaffField("Who", p.prep.Staff, &who).Needed()),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.NoteItem(ctx, p.id, leaderItem, who) },
	})
}

// standbyOptions are colleagues by name, those first who are proposed for it.
func (p *Prepare) standbyOptions() []widget.Option {
	facts := p.prep.ProposalFacts(p.Today())
	facts.Mood = model.MayGetHeated
	var options []widget.Option
	seen := map[string]bool{}
	add := func(name, note string) {
		if !seen[name] {
			seen[name] = true
			options = append(options, widget.Option{Value: name, Words: name, Note: note})
		}
	}
	for _, s := range model.Propose(facts).Standby {
		add(s.Person.Name, strings.TrimPrefix(model.Role(s.Person.Role).Words()+", proposed", ", "))
	}
	for _, s := range p.prep.Staff {
		if !s.Removed && !s.Inactive {
			add(s.Name, s.Role.Words())
		}
	}
	return options
}
