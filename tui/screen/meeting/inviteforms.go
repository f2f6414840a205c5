package meeting

import (
	"context"
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// The forms for what one person was told, asked and given.

// dayAndWay are the fields for when and how; on and by begin with today and the way they like best.
func (p *page) dayAndWay(m model.MeetingPerson, on *model.Date, by *model.Channel) []widget.Field {
	if *on == "" {
		*on, *by = p.Today(), p.likes(m)
	}
	return []widget.Field{
		widget.Date("On", on, p.days()).Past(),
		widget.Choice("By", by, channels()),
	}
}

// ringOrMeet are the fields of a form that begins with day and way, with a question where a message is chosen for what
// should be heard in a voice (practice 22).
func (p *page) ringOrMeet(fields []widget.Field) []form.Group {
	way := fields[1]
	return []form.Group{{Fields: fields}, {Title: "In a message: could you ring, or meet? Honest conversations need a voice.", Show: func() bool {
		return p.facts().NeedsVoice() && model.Channel(way.Text()).IsMessage()
	}}}
}

func (p *page) tellWhy(m model.MeetingPerson) tea.Cmd {
	on, by := m.ToldWhy, m.ToldWhyBy
	return p.show(form.Spec{
		Title:  p.nameOf(m) + " knows why",
		Name:   "meeting why",
		Record: m.ID,
		Intro:  p.prep.Meeting.Purpose,
		Groups: p.ringOrMeet(p.dayAndWay(m, &on, &by)),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.MarkToldWhy(ctx, m.ID, on, by) },
	})
}

// invite notes invitation and answer together.
func (p *page) invite(m model.MeetingPerson) tea.Cmd {
	fields := p.dayAndWay(m, &m.Invited, &m.InvitedBy)
	answer := widget.Choice("Answer", &m.Answer, answers())
	instead := form.Group{
		Show: func() bool { return answer.Text() == string(model.CannotCome) },
		Fields: []widget.Field{
			widget.Text("Instead", &m.Instead).Hint("rings on Monday, sends a page"),
		},
	}
	fields = append(fields, answer,
		widget.Text("Why not asked", &m.WhyNot).Hint("when somebody is left out, the reason; then no day is kept"),
		widget.Choice("Camera off", &m.CameraOff, yesNos()),
		widget.Text("Needs", &m.Needs).Hint("steps, hearing, reading, pushchair; or: nothing"),
	)
	return p.show(form.Spec{
		Title:  "Ask " + p.nameOf(m),
		Name:   "invitation",
		Record: m.ID,
		Groups: append(p.ringOrMeet(fields), instead),
		Keep: func(ctx context.Context) (view.Change, error) {
			if strings.TrimSpace(m.WhyNot) != "" {
				m.Invited, m.InvitedBy = "", ""
			}
			return p.store.SaveMeetingPerson(ctx, m)
		},
	})
}

func (p *page) remind(m model.MeetingPerson) tea.Cmd {
	on := m.Reminded
	if on == "" {
		on = p.Today()
	}
	return p.show(form.Spec{
		Title:  "Remind " + p.nameOf(m),
		Name:   "reminder",
		Record: m.ID,
		Intro:  likesWords(p.nameOf(m), p.likes(m)),
		Groups: form.Fields(widget.Date("On", &on, p.days()).Past()),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.MarkReminded(ctx, m.ID, on) },
	})
}

func likesWords(name string, by model.Channel) string {
	if by == "" {
		return "A text the day before, not a letter."
	}
	return name + " likes to be reached by " + string(by) + "."
}

// Whether the agenda goes again, or they were told what changed.
const (
	sendIt = "send"
	tellIt = "told"
)

// sendAgenda shows the plan as it goes to one adult, to be read, changed and marked as sent; the text
// is kept as a letter (practice 35).
func (p *page) sendAgenda(m model.MeetingPerson) tea.Cmd {
	body, notes := p.agendaLetter(m)
	if m.Reader() != 0 && body == "" {
		return p.show(form.Spec{Title: "No agenda goes to " + p.nameOf(m), Intro: notes, Groups: nil})
	}
	on, by, way := model.Date(""), m.AgendaSentBy, sendIt
	fields := p.dayAndWay(m, &on, &by)
	if m.AgendaOutdated {
		fields = append([]widget.Field{widget.Choice("It changed", &way, []widget.Option{
			{Value: sendIt, Words: "the new one is sent"}, {Value: tellIt, Words: "told what changed"},
		})}, fields...)
	}
	if m.Reader() != 0 {
		fields = append(fields, widget.LongText("The letter", &body, 10))
	}
	return p.show(form.Spec{
		Title: "Agenda to " + p.nameOf(m), Name: "agenda letter", Record: m.ID,
		Intro:  notes,
		Groups: form.Fields(fields...),
		About:  []string{"Kettle sends nothing itself: copy or read out the text, then keep this to note that it went."},
		Keep: func(ctx context.Context) (view.Change, error) {
			if way == tellIt {
				return p.store.TellAgendaChange(ctx, m.ID)
			}
			return p.store.MarkAgendaSent(ctx, m.ID, on, by, body)
		},
	})
}

// agendaLetter is the text for one reader, and what was kept out of it or why there is none.
func (p *page) agendaLetter(m model.MeetingPerson) (body, notes string) {
	if m.Reader() == 0 {
		return "", ""
	}
	doc, err := model.AgendaText(p.prep.LetterFacts(m.Reader(), p.World.Me, p.Today()))
	if errors.Is(err, model.ErrNoLetter) {
		return "", model.Capital(err.Error()) + "."
	}
	return doc.Text(), strings.Join(doc.Notes, "\n")
}
