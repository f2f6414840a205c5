package line

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/agreement"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// part is one part of the page.
type part string

// The parts, in their order.
const (
	partThanks  part = "Thank them"
	partAgreed  part = "Agreed"
	partDoes    part = "Who does what"
	partSettled part = "Settled?"
	partAgain   part = "Meet again"
	partParked  part = "Parked"
	partLetters part = "Letters"
)

// row is one line of the page, and what can be done with it.
type row struct {
	part    part
	heading bool // an empty line between parts
	mark    string
	words   string
	note    string
	letter  int64 // the adult whose letter is shown below

	open, tick, move, remove, copy, print, add func() tea.Cmd
}

// compose makes the rows of the page from the meeting and the answers.
func (p *Page) compose() []row {
	var rows []row
	for _, group := range [][]row{p.thanksRows(), p.outcomeRows(), p.agreementRows(), p.settledRows(), p.againRows(), p.parkedRows(), p.letterRows()} {
		if len(group) == 0 {
			continue
		}
		if len(rows) > 0 {
			rows = append(rows, row{heading: true, part: group[0].part})
		}
		rows = append(rows, group...)
	}
	return rows
}

func tickMark(on bool) string {
	if on {
		return theme.GlyphDone
	}
	return theme.GlyphOpen
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// likes is the way an adult likes best to be reached; a text where it is not known.
func likes(a model.Adult) model.Channel {
	if a.Channel == model.NoChannelYet {
		return model.ByText
	}
	return a.Channel
}

// dues are the days of what follows from a meeting that is held today.
func (p *Page) dues() model.MeetingDues {
	return model.DuesAfter(p.Today(), p.prep.Settings, p.prep.Calendar)
}

// ask shows a small form over the page, whose answers stay with the page until the line is drawn.
func (p *Page) ask(title, name string, fields ...widget.Field) tea.Cmd {
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: title, Name: name, Record: p.id, Groups: form.Fields(fields...),
		Keep: func(context.Context) (view.Change, error) { return view.Change{}, nil },
		Then: func(view.Change) tea.Cmd { p.refresh(); return nil },
	}))
}

func (p *Page) days() widget.Days { return widget.Days{Today: p.Today(), Calendar: p.prep.Calendar} }

func (p *Page) outcomeRows() []row {
	var rows []row
	add := func() tea.Cmd { return p.changeOutcome(model.Outcome{MeetingID: p.id}) }
	for _, o := range p.prep.Outcomes {
		rows = append(rows, row{
			part: partAgreed, mark: theme.GlyphDone, words: o.Text, add: add,
			open: func() tea.Cmd { return p.changeOutcome(o) },
			remove: func() tea.Cmd {
				return p.keep(func(ctx context.Context) (view.Change, error) { return p.store.RemoveOutcome(ctx, o.ID) })
			},
		})
	}
	return append(rows, row{part: partAgreed, mark: "+", words: "what came of it, in a sentence", open: add, add: add})
}

func (p *Page) keep(do func(ctx context.Context) (view.Change, error)) tea.Cmd {
	return screen.Keep(do)
}

func (p *Page) changeOutcome(o model.Outcome) tea.Cmd {
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "What came of it", Name: "outcome", Record: form.RecordOf(o.ID, p.id),
		Groups: form.Fields(widget.Text("In a sentence", &o.Text).Needed("One sentence, please.")),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SaveOutcome(ctx, o) },
	}))
}

func (p *Page) agreementRows() []row {
	var rows []row
	add := func() tea.Cmd { return p.changeAgreement(model.Agreement{MeetingID: p.id}) }
	for _, a := range p.prep.Agreements {
		change := func() tea.Cmd { return p.changeAgreement(a) }
		rows = append(rows, row{
			part: partDoes, mark: theme.GlyphDone, words: a.CutEnd(a.Text), note: strings.TrimSpace(whose(a) + "  " + agreement.DateWords(a, p.Today(), p.dues().Action.Due)),
			open: change, move: change, add: add,
			remove: func() tea.Cmd {
				return p.keep(func(ctx context.Context) (view.Change, error) { return p.store.RemoveAgreement(ctx, a.ID) })
			},
		})
	}
	return append(rows, row{part: partDoes, mark: "+", words: "who does what, by when", open: add, add: add})
}

// whose names the owner of an agreement where its text does not begin with them.
func whose(a model.Agreement) string {
	switch {
	case a.Who == model.PromisedByBoth || a.Who == model.PromisedByUs:
		return "" // the text begins with it
	case a.Whose == model.Mine:
		return "you"
	case strings.HasPrefix(strings.ToLower(a.Text), strings.ToLower(a.Who)):
		return ""
	}
	return a.Who
}

func (p *Page) changeAgreement(a model.Agreement) tea.Cmd {
	people := agreement.People(p.prep)
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Who does what", Name: "agreement", Record: form.RecordOf(a.ID, p.id),
		Groups: form.Fields(agreement.Fields(&a, people, p.days())...),
		Keep:   func(ctx context.Context) (view.Change, error) { return p.store.SaveAgreement(ctx, a) },
	}))
}

func (p *Page) settledRows() []row {
	closed := p.answers.Closed == model.Yes
	toggle := func() tea.Cmd { p.answers.Closed = model.Is(!closed); return nil }
	words, other := "not yet, we go on", "or: yes, a line is drawn"
	if closed {
		words, other = "yes, we drew a line under it", "or: not yet, we go on"
	}
	return []row{{part: partSettled, mark: tickMark(closed), words: words, note: other, tick: toggle, open: toggle}}
}

func (p *Page) againRows() []row {
	next, note := "a date to meet again", ""
	if p.answers.Next != "" {
		next, note = p.answers.Next.Date().Short()+" "+string(p.answers.Next.Clock()), p.roomName()
	} else if p.answers.AskAgain != "" {
		note = "none yet: you ask " + p.counted(p.answers.AskAgain, p.dues().AskAgain)
	}
	openDoor := "they may come back any time before"
	return []row{
		{part: partAgain, mark: tickMark(p.answers.Next != ""), words: next, note: note, open: p.changeNext, move: p.changeNext},
		{part: partAgain, mark: tickMark(p.answers.OpenDoor), words: openDoor, tick: p.toggleDoor, open: p.toggleDoor},
	}
}

// parkedRows offer what was parked for the next agenda; without a date, to be asked about.
func (p *Page) parkedRows() []row {
	var rows []row
	for _, item := range model.ParkedItems(p.prep.Meeting.Parked) {
		stays := p.answers.Stays[item]
		note := "on the next agenda"
		switch {
		case stays:
			note = "not again"
		case p.answers.Next == "":
			note = "asked about when you ask to meet"
		}
		toggle := func() tea.Cmd { p.answers.Stays[item] = !stays; return nil }
		rows = append(rows, row{part: partParked, mark: tickMark(!stays), words: item, note: note, tick: toggle, open: toggle})
	}
	return rows
}

func (p *Page) toggleDoor() tea.Cmd {
	p.answers.OpenDoor = !p.answers.OpenDoor
	return nil
}

func (p *Page) roomName() string {
	for _, r := range p.prep.Rooms {
		if r.ID == p.answers.RoomID {
			return r.Name
		}
	}
	return ""
}

func (p *Page) changeNext() tea.Cmd {
	var rooms []widget.Option
	for _, r := range p.prep.Rooms {
		rooms = append(rooms, widget.IDOption(r.ID, r.Name, ""))
	}
	room := p.answers.RoomID
	if room == 0 {
		room = p.prep.Meeting.RoomID
	}
	return p.ask("Meet again", "line next",
		widget.Moment("When", &p.answers.Next, p.days()).Hint("next tue 15:30, or nothing"),
		widget.PickID("Room", room, rooms, func(id int64, _ string) { p.answers.RoomID = id }),
		widget.Date("Else ask on", &p.answers.AskAgain, p.days()),
	)
}
