package line

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Thanks to each adult, and asking how it was for them (practices 45 and 48).

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

func (p *Page) toggleThanks(a model.Adult) {
	if _, on := p.answers.By[a.ID]; on {
		delete(p.answers.By, a.ID)
		return
	}
	p.answers.By[a.ID] = likes(a)
	p.answers.On[a.ID] = p.dues().ThankYou.Due
}

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
