package importing

import (
	"context"
	"maps"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// ColumnStore is what the page of a file's columns needs of the store.
type ColumnStore interface {
	// ImportColumns are what the columns of a file hold, and what was said of them before.
	ImportColumns(ctx context.Context, path string) (view.Columns, error)
	// DealColumns is what they hold if the headings stand in that row and it is said so of single ones; nil is
	// what was said of them before.
	DealColumns(ctx context.Context, c view.Columns, row int, said map[int]view.ColumnTarget) (view.Columns, error)
	// ColumnReadings are the fields with how the first value of a column would be read as each.
	ColumnReadings(ctx context.Context, c view.Columns, place int) ([]view.ColumnField, error)
	// RememberColumns keeps what is said, for every file with the same headings, as one step.
	RememberColumns(ctx context.Context, c view.Columns) (view.Change, error)
}

// mapping is the page on which it is said what the columns of a file hold. What is said and not kept yet
// stays on it while the file is looked at.
type mapping struct {
	screen.Base
	store ColumnStore
	path  string
	kept  func() tea.Cmd // what follows when it is kept, or left as it was

	given *columnsRead // read with the file already
	cols  view.Columns
	known bool
	start int         // the row of the headings when the page was opened
	whose map[int]int // whose a column is meant to be, while it passes fields that cannot be theirs
	list  widget.List // the line of the headings, then the columns
}

func newMapping(env *screen.Env, store ColumnStore, path string, kept func() tea.Cmd) *mapping {
	return &mapping{Base: screen.Base{Env: env}, store: store, path: path, kept: kept, whose: map[int]int{}}
}

// columnsRead is the answer of reading the columns anew, columnsDealt of what they hold then.
type (
	columnsRead struct {
		cols  view.Columns
		start int
	}
	columnsDealt view.Columns
)

// Load reads the columns; what was said and not kept yet stays said.
func (m *mapping) Load() []screen.Ask {
	if given := m.given; given != nil {
		m.given = nil
		return []screen.Ask{{Slot: "columns", Known: *given}}
	}
	unkept, row, said := m.unkept(), m.cols.Row, m.cols.Said
	return []screen.Ask{{Slot: "columns", Do: func(ctx context.Context) (any, error) {
		cols, err := m.store.ImportColumns(ctx, m.path)
		start := cols.Row
		if err == nil && unkept {
			cols, err = m.store.DealColumns(ctx, cols, row, said)
		}
		return columnsRead{cols, start}, err
	}}}
}

// unkept reports whether something is said that is not kept yet.
func (m *mapping) unkept() bool {
	return m.known && (m.cols.Row != m.start || !maps.Equal(m.cols.Said, m.cols.Kept))
}

// Take takes the columns.
func (m *mapping) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case columnsRead:
		first := !m.known
		m.start, m.known = answer.start, true
		m.show(answer.cols)
		if first {
			m.list.Select(1)
			m.toUnknown(0)
		}
	case columnsDealt:
		m.show(view.Columns(answer))
	}
	return nil
}

func (m *mapping) show(cols view.Columns) {
	m.cols = cols
	m.list.SetTotal(1 + len(cols.Columns))
}

// Stale is so when what is remembered of columns has changed.
func (m *mapping) Stale(c view.Change) bool { return c.Touches(view.Intake) }

// Crumbs are the page and its file.
func (m *mapping) Crumbs() []string {
	return []string{action.ByID(action.ImportOpen).Title, action.ByID(action.ColumnsOpen).Title}
}

// Scopes are those of the list of columns.
func (m *mapping) Scopes() []action.Scope { return []action.Scope{action.ImportColumns, action.List} }

// Handlers bind the page's actions.
func (m *mapping) Handlers() action.Handlers {
	h := m.list.Handlers(nil)
	h[action.ColumnTake] = action.Handler{Do: m.take, Why: m.whyNotYet}
	h[action.ColumnNext] = action.Handler{Do: func() tea.Cmd { return m.step(1) }, Why: m.whyNotYet}
	h[action.ColumnPrev] = action.Handler{Do: func() tea.Cmd { return m.step(-1) }, Why: m.whyNotYet}
	h[action.ColumnWhose] = action.Handler{Do: m.chooseWhose, Why: m.whyNoWhose}
	h[action.ColumnUnknown] = action.Handler{Do: func() tea.Cmd { m.toUnknown(m.list.At()); return nil }, Why: m.whyNoneUnknown}
	h[action.ColumnLeave] = action.Handler{Do: func() tea.Cmd { return m.hold(m.at(), view.ColumnTarget{Field: view.ColumnLeftOut}) }, Why: m.whyNoColumn}
	h[action.ColumnOwn] = action.Handler{Do: func() tea.Cmd { return m.hold(m.at(), m.column().Own) }, Why: m.whyNothingSaid}
	h[action.ColumnsOwn] = action.Handler{Do: m.allOwn, Why: m.whyAllOwn}
	h[action.ColumnsKeep] = action.Handler{Do: m.keep, Why: m.whyNotKeep}
	return h
}

// Escape leaves the page without a change.
func (m *mapping) Escape() (string, func() tea.Cmd) { return "leave it", nil }

// About says what the page is for.
func (m *mapping) About() []string {
	say := func(id action.ID) string { return action.ByID(id).Keyname(false) }
	return []string{
		"Kettle knows many headings, but not every one that an office or a spreadsheet uses. Here you say what a column holds, and whose it is: the child's, or that of the first, second or a further contact of the row. Beside it stands how its first values are read then.",
		say(action.ColumnPrev) + " and " + say(action.ColumnNext) + " go through what a column may hold, " + say(action.ColumnTake) + " lists it with how each would be read. " +
			say(action.ColumnsKeep) + " keeps it for every file with the same headings, in one step that " + say(action.Undo) + " takes back.",
		"? is a heading that is not known, ✓ is what you said, ! asks for a second look, – is left where it is.",
	}
}
