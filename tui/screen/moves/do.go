package moves

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

func (p *Page) whyNotYet() string {
	if !p.known {
		return "The move has not been read yet."
	}
	return ""
}

// take opens what is selected.
func (p *Page) take() tea.Cmd {
	switch at := p.selected(); at.kind {
	case aVisit:
		return screen.Show(p.visitForm(p.visit(at.id)))
	case aCheck:
		return p.hands.Change(at.id)
	}
	return screen.Show(p.moveForm())
}

func (p *Page) whyNotDone() string {
	if p.selected().kind == theMove {
		return "Select a visit, a check-in or the arrival to tick it."
	}
	return p.whyNotYet()
}

// done says that a visit took place, a check-in is done, or the pupil has arrived; pressed again, not yet.
func (p *Page) done() tea.Cmd {
	at, today, move := p.selected(), p.Today(), p.move
	switch at.kind {
	case aCheck:
		if f, _ := p.check(); f.State != model.Open {
			return p.hands.Reopen(f.ID)
		}
		f, _ := p.check()
		return p.hands.Done(p.line(f))
	case aVisit:
		if p.visit(at.id).Done != "" {
			today = ""
		}
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.MarkVisited(ctx, at.id, today) })
	}
	if move.Settled != "" {
		today = ""
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.MarkArrived(ctx, move, today) })
}

func (p *Page) whyNotShift() string {
	switch f, ok := p.check(); {
	case ok && f.State == model.Open, p.selected().kind == aVisit:
		return ""
	}
	return "Select a visit or an open check-in to move it to another day."
}

func (p *Page) shift() tea.Cmd {
	if f, ok := p.check(); ok {
		return p.hands.Move(p.line(f))
	}
	return screen.Show(p.visitForm(p.visit(p.selected().id)))
}

// handedOver notes that the hand-over page went today, or that it has not gone.
func (p *Page) handedOver() tea.Cmd {
	on, move := p.Today(), p.move
	if move.HandedOver != "" {
		on = ""
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.MarkHandedOver(ctx, move, on) })
}

func (p *Page) whyNotDrop() string {
	switch f, ok := p.check(); {
	case p.selected().kind == theArrival:
		return "This line is always here: " + action.ByID(action.MoveDone).Keyname(false) + " ticks it, or takes the tick away."
	case ok && f.State != model.Open:
		return "It is done or dropped: " + action.ByID(action.MoveDone).Keyname(false) + " opens it again."
	case p.selected().kind == theMove && p.move.ID == 0:
		return "Nothing is written down of this move yet."
	}
	return p.whyNotYet()
}

// drop takes a visit away, drops a check-in with a reason, or removes what was written of the move.
func (p *Page) drop() tea.Cmd {
	at, move := p.selected(), p.move.ID
	if f, ok := p.check(); ok {
		return p.hands.Drop(p.line(f))
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) {
		if at.kind == aVisit {
			return p.store.RemoveVisit(ctx, at.id)
		}
		return p.store.RemoveMove(ctx, move)
	})
}

// Resume opens the form in which something was being typed.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !p.known {
		return nil, false
	}
	if open, ours := p.hands.Resume(name, record); ours {
		return open, true
	}
	switch name {
	case moveDraft:
		return screen.Show(p.moveForm()), true
	case checksDraft:
		return screen.Show(p.checksForm()), true
	case visitDraft:
		return screen.Show(p.visitForm(p.visit(max(record, 0)))), true
	}
	return nil, true
}

// Resume opens the form of a move during the year again.
func (l *List) Resume(name string, _ int64) (open tea.Cmd, ready bool) {
	if name == newDraft {
		return screen.Show(l.newForm()), true
	}
	return nil, true
}
