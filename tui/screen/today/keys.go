package today

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/promise"
)

// Handlers bind the page's actions.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(p.moved)
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.goToPart(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.goToPart(-1) }}
	h[action.LineOpen] = action.Handler{Why: p.whyNothing, Do: func() tea.Cmd { it, _ := p.selected(); return it.open() }}
	h[action.PromiseDone] = action.Handler{Why: p.whyNotDone, Do: func() tea.Cmd { it, _ := p.selected(); return it.settle() }}
	for id, do := range map[action.ID]func(promise.Line) tea.Cmd{
		action.PromiseMove:   p.hands.Move,
		action.PromiseDrop:   p.hands.Drop,
		action.PromiseTold:   p.hands.Told,
		action.PromiseChange: func(l promise.Line) tea.Cmd { return p.hands.Change(l.ID) },
	} {
		h[id] = action.Handler{Why: p.whyNoPromise, Do: func() tea.Cmd { it, _ := p.selected(); return do(*it.promise) }}
	}
	h[action.PromiseSleep] = action.Handler{Why: p.whyNotSleep, Do: func() tea.Cmd { it, _ := p.selected(); return it.sleep() }}
	h[action.PromiseFor] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewFollowUp, p.FamilyID()) }}
	h[action.PromiseMeeting] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.NewMeeting, p.FamilyID()) }}
	h[action.TodayNew] = action.Handler{Do: p.chooseNew}
	h[action.TodayFind] = action.Handler{Do: func() tea.Cmd { return screen.Run(action.Palette) }}
	return h
}

func (p *Page) whyNothing() string {
	if _, ok := p.selected(); !ok {
		return "Nothing is selected."
	}
	return ""
}

func (p *Page) whyNotDone() string {
	it, ok := p.selected()
	switch {
	case !ok:
		return "Nothing is selected."
	case it.settle == nil:
		return it.whyNot
	}
	return ""
}

func (p *Page) whyNoPromise() string {
	if it, _ := p.selected(); it.promise == nil {
		return "That works on a promise: choose one under Promised."
	}
	return ""
}

func (p *Page) whyNotSleep() string {
	if it, _ := p.selected(); it.sleep == nil {
		return "That cannot sleep: choose a promise, a question, a worry, or a family going quiet."
	}
	return ""
}

// keep is a write about one entry of the log, on this day.
func (p *Page) keep(do func(context.Context, int64, model.Date) (view.Change, error), id int64) func() tea.Cmd {
	return func() tea.Cmd {
		today := p.Today()
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return do(ctx, id, today) })
	}
}

// goToPart goes to the first item of the next part, or of the one before.
func (p *Page) goToPart(step int) tea.Cmd {
	if len(p.parts) == 0 {
		return nil
	}
	at, first := p.partAt(p.list.At()), 0
	to := (at + step + len(p.parts)) % len(p.parts)
	for _, one := range p.parts[:to] {
		first += len(one.items)
	}
	p.list.Select(first)
	return p.moved()
}

// partAt is the part of the n-th item.
func (p *Page) partAt(n int) int {
	for i, one := range p.parts {
		if n < len(one.items) {
			return i
		}
		n -= len(one.items)
	}
	return 0
}

// chooseNew is the small choice behind n.
func (p *Page) chooseNew() tea.Cmd {
	family := p.FamilyID()
	return screen.Show(choose.New(p.Env, "Add", []choose.Choice{
		{Words: "a contact", Note: "what was said at the gate, by phone, in a letter", Do: func() tea.Cmd { return screen.Open(screen.NewContact, family) }},
		{Words: "a follow-up", Note: "something promised", Do: func() tea.Cmd { return screen.Open(screen.NewFollowUp, 0) }},
		{Words: "a meeting", Note: "with its people already proposed", Do: func() tea.Cmd { return screen.Open(screen.NewMeeting, 0) }},
		{Words: "a family", Note: "not in the office's list", Do: p.newFamily},
	}))
}
