// Package worries is three lists of the log: the worries that are not settled, the replies that are owed,
// and the families that are going quiet. Each is one list with what there is to say about the selected
// row beside or below it; how things stand is decided by the rules in model.
package worries

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the lists need of the store.
type Store interface {
	form.Store
	Worries(ctx context.Context, words string, now model.Moment, w view.World, limit, offset int) (view.WorryList, error)
	SettledWorries(ctx context.Context, words string, now model.Moment, w view.World) (view.WorryList, error)
	WorryFigures(ctx context.Context, now model.Moment, w view.World) (view.WorryFigures, error)
	SettleWorry(ctx context.Context, contact int64, on model.Date, how string) (view.Change, error)
	TakeFirstStep(ctx context.Context, contact int64, what string, on model.Date) (view.Change, error)

	RepliesOwed(ctx context.Context, words string, now model.Moment, w view.World, limit, offset int) (view.ReplyList, error)
	AnswerQuestion(ctx context.Context, contact int64, on model.Date) (view.Change, error)
	AcknowledgeQuestion(ctx context.Context, contact int64, on model.Date) (view.Change, error)
	HoldReply(ctx context.Context, contact int64, until model.Date, by model.Channel) (view.Change, error)

	GoingQuiet(ctx context.Context, words string, now model.Moment, w view.World, limit, offset int) (view.GoingQuiet, error)
	LogCheckIn(ctx context.Context, family int64) (view.Change, error)
	LogAttempt(ctx context.Context, family int64) (view.Change, error)
	SetCheckinEvery(ctx context.Context, family int64, schoolDays int) (view.Change, error)

	SleepUntil(ctx context.Context, what model.Sleeper, record int64, until model.Date) (view.Change, error)
	Wake(ctx context.Context, what model.Sleeper, record int64) (view.Change, error)
}

// around is how many rows are asked for at once, margin how near their edge the screen may come before
// more are asked for.
const (
	around = 80
	margin = 20
)

// rows are those of a list around the screen, with its filter and a selection that stays on its row.
type rows[T any] struct {
	screen.Base
	store  Store
	filter *widget.Line
	typing bool
	known  bool
	fresh  bool // the filter changed: the selection begins at the top, and until then nothing is selected
	opens  bool // Enter was pressed before the rows of the filter were there
	list   widget.List
	window[T]
	selected int64 // the record of the selected row, so that a refresh does not move to another

	self   screen.Screen
	record func(T) int64
	open   func(T) tea.Cmd
}

// window is an answer of the store.
type window[T any] struct {
	all           []T
	offset        int
	total, asleep int
}

func newRows[T any](env *screen.Env, store Store, placeholder string) rows[T] {
	r := rows[T]{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine("")}
	r.filter.Placeholder = placeholder
	return r
}

// from is the first row to ask for, around those on the screen.
func (r *rows[T]) from() int {
	if top, _ := r.list.Visible(); !r.fresh {
		return max(top-around/3, 0)
	}
	return 0
}

// take takes the rows and stays on the selected one; one that has gone leaves its neighbour.
func (r *rows[T]) take(w window[T]) tea.Cmd {
	r.window, r.known = w, true
	r.list.SetTotal(w.total)
	if r.fresh {
		r.fresh = false
		r.list.Select(0)
	} else if i := slices.IndexFunc(w.all, func(one T) bool { return r.record(one) == r.selected }); i >= 0 {
		r.list.Select(w.offset + i)
	}
	r.remember()
	if r.opens {
		return r.openSelected()
	}
	return nil
}

func (r *rows[T]) remember() {
	if one, ok := r.at(); ok {
		r.selected = r.record(one)
	}
}

// row is the i-th row of the list, when it is at hand.
func (r *rows[T]) row(i int) (one T, ok bool) {
	if at := i - r.offset; !r.fresh && at >= 0 && at < len(r.all) {
		return r.all[at], true
	}
	return one, false
}

// at is the selected row.
func (r *rows[T]) at() (T, bool) { return r.row(r.list.At()) }

// moved remembers the selection, and asks for what is missing of the rows that have come into sight.
func (r *rows[T]) moved() tea.Cmd {
	r.remember()
	top, height := r.list.Visible()
	end := r.offset + len(r.all)
	if r.offset > 0 && top-r.offset < margin/2 || end < r.total && end-(top+height) < margin {
		return screen.Question(r.self, r.self.Load()...)
	}
	return nil
}

// anew asks for the list from its beginning.
func (r *rows[T]) anew() tea.Cmd {
	r.fresh, r.opens = true, false
	return screen.Question(r.self, r.self.Load()...)
}

// openSelected opens what is selected, once the rows of the filter are there.
func (r *rows[T]) openSelected() tea.Cmd {
	r.opens = r.fresh
	if one, ok := r.at(); ok {
		return r.open(one)
	}
	return nil
}

// handlers are those that all lists have.
func (r *rows[T]) handlers() action.Handlers {
	h := r.list.Handlers(r.moved)
	h[action.WaitingOpen] = r.on(r.open)
	h[action.WaitingFind] = action.Handler{Do: func() tea.Cmd { r.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { r.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd { r.typing = false; return r.openSelected() }}
	return h
}

// on does something with the selected row.
func (r *rows[T]) on(do func(T) tea.Cmd) action.Handler {
	return action.Handler{Why: r.whyNothing, Do: func() tea.Cmd {
		one, _ := r.at()
		return do(one)
	}}
}

func (r *rows[T]) whyNothing() string {
	if _, ok := r.at(); !ok {
		return "Nothing is selected."
	}
	return ""
}

// Typing is so while the filter has the cursor.
func (r *rows[T]) Typing() bool { return r.typing }

// Key types into the filter, which narrows the list at once.
func (r *rows[T]) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !r.filter.Key(msg) {
		return nil
	}
	return r.anew()
}

// Paste pastes into the filter.
func (r *rows[T]) Paste(text string) tea.Cmd {
	r.filter.Paste(text)
	return r.anew()
}

// Escape leaves the filter and clears it.
func (r *rows[T]) Escape() (string, func() tea.Cmd) {
	if !r.typing && r.filter.Text() == "" {
		return "", nil
	}
	return "clear", func() tea.Cmd {
		r.typing = false
		r.filter.SetText("")
		return r.anew()
	}
}

// days are what a date field needs to know.
func (r *rows[T]) days() widget.Days {
	return widget.Days{Today: r.Today(), Calendar: r.Calendar()}
}

// openEntry opens the page of an entry of the log.
func openEntry(contact int64) tea.Cmd { return screen.Open(screen.LogEntry, contact) }
