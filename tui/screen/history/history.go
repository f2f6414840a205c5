// Package history is the page on which the history of one record is read: who changed what, when, from
// what to what; the newest first. A step can be taken back from here.
package history

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	// RecordHistory is who changed what of a record, and when, the newest first.
	RecordHistory(ctx context.Context, of view.Record) (view.RecordHistory, error)
	// TakeBack takes back a step of the history when nothing that came later stands on it.
	TakeBack(ctx context.Context, step int64) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store   Store
	of      view.Record
	history view.RecordHistory
	known   bool
	lines   []line
	width   int // for which the lines are broken
	list    widget.List
}

// New is the history of a record.
func New(env *screen.Env, store Store, of view.Record) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, of: of}
}

// Load asks for the history.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "history", Do: func(ctx context.Context) (any, error) { return p.store.RecordHistory(ctx, p.of) }}}
}

// Take takes the history; the step that was selected stays so.
func (p *Page) Take(answer any) tea.Cmd {
	h, ok := answer.(view.RecordHistory)
	if !ok {
		return nil
	}
	p.history, p.known = h, true
	p.lay(p.width)
	return nil
}

// Stale is so after every change: each may be one of this record.
func (p *Page) Stale(view.Change) bool { return true }

// Crumbs name the record.
func (p *Page) Crumbs() []string { return []string{"History", p.history.Name} }

// Record is the record that the page is about.
func (p *Page) Record() view.Record { return p.of }

// Scopes are the page's, which is read as a list is.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.HistoryPage, action.List} }

// Handlers move about and take a step back.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.HistoryTakeBack] = action.Handler{Do: p.takeBack, Why: p.whyNotTakeBack}
	return h
}

// selected is the step that the selected line belongs to.
func (p *Page) selected() (view.RecordStep, bool) {
	at := p.list.At()
	if at < 0 || at >= len(p.lines) || p.lines[at].step >= len(p.history.Steps) {
		return view.RecordStep{}, false
	}
	return p.history.Steps[p.lines[at].step], true
}

func (p *Page) takeBack() tea.Cmd {
	step, _ := p.selected()
	if step.File != "" {
		return screen.Open(screen.ImportBack, step.ID) // as far as nothing stands on it
	}
	return screen.Do(screen.Write{Long: "Taking back: " + step.Title,
		Do: func(ctx context.Context) (view.Change, error) { return p.store.TakeBack(ctx, step.ID) }})
}

func (p *Page) whyNotTakeBack() string {
	step, ok := p.selected()
	switch {
	case !ok:
		return "There is nothing to take back here."
	case step.TakenBack:
		return "That was taken back already."
	case step.Old:
		return "That was too long ago: what stood there before is no longer kept."
	}
	return ""
}

// About says how far the history goes back.
func (p *Page) About() []string {
	return []string{"Everything that was added, changed or removed, with what stood there before.",
		"A change of the last year and more is whole; of older ones the day and the step are kept for seven years. " + action.ByID(action.HistoryTakeBack).Keyname(false) + " takes a step back, unless a later one stands on it."}
}
