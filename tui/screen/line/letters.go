package line

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// A letter to each adult who may have one (practice 46).

func (p *Page) letterRows() []row {
	var rows []row
	for _, a := range p.adults {
		body, problem := p.letterTo(a)
		off := p.answers.None[a.ID]
		note := "send it by " + p.counted(p.dues().Summary.Due, p.dues().Summary) + " · " + model.ReadLetter(body).Summary()
		if off {
			note = "no letter"
		}
		r := row{part: partLetters, mark: tickMark(!off && problem == nil), words: a.Formal(), note: note, letter: a.ID}
		if problem != nil {
			r.note = problem.Error()
		} else {
			r.open = func() tea.Cmd { return p.changeLetter(a) }
			name := "the letter to " + a.Formal()
			r.copy = func() tea.Cmd { return screen.Copy(body, name) }
			r.print = func() tea.Cmd {
				sheet := model.LetterSheet(body, p.Today())
				sheet.Large = a.LargePrint == model.Yes
				return screen.Show(choose.Print(p.Env, name, sheet))
			}
			r.tick = func() tea.Cmd { p.answers.None[a.ID] = !off; return nil }
		}
		rows = append(rows, r)
	}
	for _, child := range p.prep.Pupils {
		if turn := child.LettersTurn(p.Today()); turn != "" {
			rows = append(rows, row{part: partLetters, words: turn})
		}
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
	parts := []string{reading.Summary()}
	for _, w := range reading.Words {
		parts = append(parts, "“"+w.Word+"”: "+w.Plain)
	}
	for _, l := range reading.LongSentences {
		parts = append(parts, l.Place())
	}
	return strings.Join(parts, " · ")
}
