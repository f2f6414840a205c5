package meeting

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// What the agenda screen offers to take with one key: what the family named, the line that asks for any
// other worry, the agenda of this kind of meeting and the school's own ones, and something good to begin with.

// agendaOffer is one thing that is offered.
type agendaOffer struct {
	words string
	note  string
	take  func(a *Agenda) tea.Cmd
}

// mostOpenings is how many good things are offered on the screen; the form offers more.
const mostOpenings = 3

// offered is what would make the agenda whole.
func (a *Agenda) offered() []agendaRow {
	m := a.prep.Meeting
	var rows []agendaRow
	add := func(o agendaOffer) { rows = append(rows, agendaRow{key: "offer " + o.words, offer: &o}) }
	named := splitLines(m.Theirs)
	if len(a.prep.Agenda) == 0 {
		for _, c := range model.AgendasFor(m.Kind, m.TemplateID, a.prep.Own.Templates, named, m.Minutes) {
			words := "the agenda of this kind of meeting"
			if c.Name != "" {
				words = "ours: " + c.Name
			}
			add(agendaOffer{words: words, note: fmt.Sprintf("%d lines, %d min", len(c.Items), model.AgendaMinutes(c.Items)), take: keepAgenda(c.Items)})
		}
		return rows
	}
	for _, title := range model.NotOnAgenda(named, a.prep.Agenda) {
		add(agendaOffer{words: "★ " + title, note: a.askedFor(), take: keepAgenda(model.TheirsOnAgenda(a.prep.Agenda, m.Kind, m.Minutes, title))})
	}
	if last := a.prep.Agenda[len(a.prep.Agenda)-1]; !last.AnyWorry {
		items := model.WithAnyWorry(a.prep.Agenda, m.Kind, m.Minutes)
		add(agendaOffer{words: items[len(items)-1].Title, note: "small things change a lot", take: keepAgenda(items)})
	}
	return rows
}

func keepAgenda(items []model.AgendaItem) func(a *Agenda) tea.Cmd {
	return func(a *Agenda) tea.Cmd {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return a.store.KeepAgenda(ctx, a.id, items) })
	}
}

// openings are the good thing that was chosen, or what is known about the child to choose from.
func (a *Agenda) openings() []agendaRow {
	if a.prep.Meeting.Opening != "" {
		return []agendaRow{{key: "opening", begins: true}}
	}
	known := model.Openings(a.prep.Pupils, a.log)
	var rows []agendaRow
	for _, good := range known[:min(len(known), mostOpenings)] {
		rows = append(rows, agendaRow{key: "opening " + good, offer: &agendaOffer{words: good, take: beginWith(good)}})
	}
	if len(rows) == 0 {
		rows = append(rows, agendaRow{key: "opening", begins: true})
	}
	return rows
}

func beginWith(good string) func(a *Agenda) tea.Cmd {
	return func(a *Agenda) tea.Cmd {
		m := a.prep.Meeting
		m.Opening = good
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return a.store.SaveMeeting(ctx, m) })
	}
}

// openingWords are the good thing to begin with.
func (a *Agenda) openingWords() string {
	if a.prep.Meeting.Opening == "" {
		return "nothing yet: " + key(action.AgendaOpen) + " asks what went well"
	}
	return a.prep.Meeting.Opening
}

// askedFor says since when it is known what the family would like to talk about.
func (a *Agenda) askedFor() string {
	if on := a.prep.Meeting.AskedTheirs; on != "" {
		return "they asked for it " + on.Near(a.Today())
	}
	return "they asked for it"
}
