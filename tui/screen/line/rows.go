package line

import (
	"context"
	"fmt"
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

	open, tick, move, remove, copy, add func() tea.Cmd
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

func (p *Page) thanksRows() []row {
	rows := []row{{part: partThanks, mark: tickMark(p.answers.Thanks != ""), words: orElse(p.answers.Thanks, "for what? It stands in the letters"), open: p.changeThanks}}
	for _, a := range p.adults {
		by, thanked := p.answers.By[a.ID]
		note := "not this time"
		if thanked {
			note = string(by) + ", " + p.counted(p.answers.On[a.ID], p.dues().ThankYou)
			if by.Written() && p.Width >= countsFrom {
				note = "written for you · " + note
			}
		}
		rows = append(rows, row{
			part: partThanks, mark: tickMark(thanked), words: a.Formal(), note: note,
			tick: func() tea.Cmd { p.toggleThanks(a); return nil },
			open: func() tea.Cmd { return p.changeThankYou(a) },
			move: func() tea.Cmd { return p.changeThankYou(a) },
		})
	}
	return append(rows, p.askHowRow())
}

// askHowRow is the promise to ask how the meeting was for them (practice 48).
func (p *Page) askHowRow() row {
	note := "not this time"
	if p.answers.AskHow {
		note = p.counted(p.answers.AskHowOn, p.dues().AskHow)
	}
	return row{part: partThanks, mark: tickMark(p.answers.AskHow), words: "ask them how that was", note: note,
		tick: func() tea.Cmd { p.answers.AskHow = !p.answers.AskHow; return nil }, open: p.changeAskHow, move: p.changeAskHow}
}

func (p *Page) changeAskHow() tea.Cmd {
	return p.ask("How was that for you?", "line how", widget.YesNo("Ask them", &p.answers.AskHow), widget.Date("When", &p.answers.AskHowOn, p.days()))
}

// countsFrom is the width from which a day says how it was counted.
const countsFrom = 96

// counted is a day, and how it was counted where it is the one of the rule.
func (p *Page) counted(day model.Date, rule model.SchoolDayCount) string {
	switch {
	case day != rule.Due || p.Width < countsFrom:
		return day.Near(p.Today())
	case rule.NoTerms:
		return day.Near(p.Today()) + " (weekdays: no term dates yet)"
	case rule.N == 1:
		return day.Near(p.Today()) + " (next school day)"
	}
	return fmt.Sprintf("%s (%d school days)", day.Near(p.Today()), rule.N)
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

func (p *Page) toggleThanks(a model.Adult) {
	if _, on := p.answers.By[a.ID]; on {
		delete(p.answers.By, a.ID)
		return
	}
	p.answers.By[a.ID] = likes(a)
	p.answers.On[a.ID] = p.dues().ThankYou.Due
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

func (p *Page) changeThanks() tea.Cmd {
	var options []widget.Option
	for _, words := range model.ThanksFor(p.prep.Meeting, p.prep.Pupils) {
		options = append(options, widget.Option{Value: words, Words: words})
	}
	return p.ask("Thank them", "line thanks", widget.Pick("For what", p.answers.Thanks, options, func(_, text string) { p.answers.Thanks = text }).
		AllowNew().Hint("for telling us how lunchtimes feel for Chidi"))
}

func (p *Page) changeThankYou(a model.Adult) tea.Cmd {
	by, on := p.answers.By[a.ID], p.answers.On[a.ID]
	if by == "" {
		by = likes(a)
	}
	f := form.Spec{
		Title:  "Thank " + a.Formal(),
		Name:   form.NameOf("line thank-you", p.id),
		Record: a.ID,
		Groups: form.Fields(widget.Choice("How", &by, widget.Options(model.Channels)), widget.Date("When", &on, p.days())),
		Keep:   func(context.Context) (view.Change, error) { return view.Change{}, nil },
		Then: func(view.Change) tea.Cmd {
			p.answers.By[a.ID], p.answers.On[a.ID] = by, on
			p.refresh()
			return nil
		},
	}
	return screen.Show(form.New(p.Env, p.store, f))
}

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
			part: partDoes, mark: theme.GlyphDone, words: a.Text, note: strings.TrimSpace(whose(a) + "  " + agreement.DateWords(a, p.Today(), p.dues().Action.Due)),
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

func (p *Page) letterRows() []row {
	var rows []row
	for _, a := range p.adults {
		body, problem := p.letterTo(a)
		off := p.answers.None[a.ID]
		note := model.ReadLetter(body).Ease()
		switch n := len(model.ReadLetter(body).Words); n {
		case 0:
		case 1:
			note += " · 1 word to look at"
		default:
			note += fmt.Sprintf(" · %d words to look at", n)
		}
		note += " · send it by " + p.counted(p.dues().Summary.Due, p.dues().Summary)
		if off {
			note = "no letter"
		}
		r := row{part: partLetters, mark: tickMark(!off && problem == nil), words: a.Formal(), note: note, letter: a.ID}
		if problem != nil {
			r.note = problem.Error()
		} else {
			r.open = func() tea.Cmd { return p.changeLetter(a) }
			r.copy = func() tea.Cmd { return screen.Copy(body, "the letter to "+a.Formal()) }
			r.tick = func() tea.Cmd { p.answers.None[a.ID] = !off; return nil }
		}
		rows = append(rows, r)
	}
	if len(rows) == 0 {
		rows = append(rows, row{part: partLetters, mark: theme.GlyphLeftOut, words: "nobody here may have a letter"})
	}
	return rows
}

// letterTo is the letter to an adult: as changed by hand, else as the rules write it from what stands
// on the page.
func (p *Page) letterTo(a model.Adult) (string, error) {
	if body, ok := p.answers.Edited[a.ID]; ok {
		return body, nil
	}
	doc, err := model.Summary(p.letterFacts(a))
	return doc.Text(), err
}

// letterFacts are what a letter to an adult is made from, with what stands on the page.
func (p *Page) letterFacts(a model.Adult) model.LetterFacts {
	f := p.prep.LetterFacts(a.ID, p.World.Me, p.Today())
	f.Meeting.Thanks, f.Meeting.NextDate = p.answers.Thanks, p.answers.Next
	if f.Meeting.Start == "" {
		f.Meeting.Start = p.Now()
	}
	return f
}

func (p *Page) changeLetter(a model.Adult) tea.Cmd {
	body, _ := p.letterTo(a)
	was := body
	return screen.Show(form.New(p.Env, p.store, form.Spec{
		Title: "Letter to " + a.Formal(), Name: form.NameOf("line letter", p.id), Record: a.ID, Intro: advice(body),
		Groups: form.Fields(widget.LongText("Letter", &body, 16)),
		Keep:   func(context.Context) (view.Change, error) { return view.Change{}, nil },
		Then: func(view.Change) tea.Cmd {
			if body != was {
				p.answers.Edited[a.ID] = body
			}
			p.refresh()
			return nil
		},
	}))
}

// advice names the words and sentences of a letter to look at.
func advice(body string) string {
	reading := model.ReadLetter(body)
	parts := []string{reading.Ease()}
	for _, w := range reading.Words {
		parts = append(parts, "“"+w.Word+"”: "+w.Plain)
	}
	if n := len(reading.LongSentences); n > 0 {
		parts = append(parts, fmt.Sprintf("%d long sentences", n))
	}
	return strings.Join(parts, " · ")
}
