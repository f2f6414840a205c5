// Package moves is the moves to another phase or school: who moves, what worries them, who is there for
// them, visits, and the check-ins before and after, until each is seen to have arrived (practice 21).
package moves

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/loglists"
	"kettle/tui/screen/promise"
	"kettle/tui/widget"
)

// Store is what the screens need of the store.
type Store interface {
	promise.Store
	MoveList(ctx context.Context, filter view.MoveFilter, w view.World, limit, offset int) (view.MoveList, error)
	MovePage(ctx context.Context, pupil int64) (view.MovePage, error)
	PupilNames(ctx context.Context) ([]view.PupilName, error)

	SaveMove(ctx context.Context, t model.Transition) (view.Change, error)
	RemoveMove(ctx context.Context, id int64) (view.Change, error)
	MarkHandedOver(ctx context.Context, t model.Transition, on model.Date) (view.Change, error)
	MarkArrived(ctx context.Context, t model.Transition, on model.Date) (view.Change, error)
	SaveVisit(ctx context.Context, t model.Transition, v model.TransitionVisit) (view.Change, error)
	MarkVisited(ctx context.Context, visit int64, on model.Date) (view.Change, error)
	RemoveVisit(ctx context.Context, visit int64) (view.Change, error)
	PromiseChecks(ctx context.Context, t model.Transition, checks []model.FollowUp) (view.Change, error)
}

// List is the screen with all moves of a school year.
type List struct {
	screen.Base
	store  Store
	filter *widget.Line
	typing bool
	begun  bool // those who have arrived this year, instead of those who move next
	list   widget.List
	rows   view.MoveList
	known  bool
	fresh  bool  // what is listed has changed: the selection begins at the top, and until then nothing is selected
	opens  bool  // Enter was pressed before the rows of the filter were there
	id     int64 // of the selected pupil, so that a refresh does not move to another
}

// NewList is the list of the moves that matter now: until the autumn half-term those who have just
// arrived, then those who move next.
func NewList(env *screen.Env, store Store) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine("")}
	l.filter.Placeholder = "family, child, school, named adult"
	l.begun = env.Calendar().MovesYear(env.Today()) == model.SchoolYearOf(env.Today())
	return l
}

// year is the calendar year in which the school year begins whose moves are listed.
func (l *List) year() int {
	if l.begun {
		return model.SchoolYearOf(l.Today())
	}
	return model.SchoolYearOf(l.Today()) + 1
}

// around is how many rows are asked for at once, and margin how near the edge of them the list may come
// before it asks for more.
const (
	around = 120
	margin = 40
)

// Load asks for the rows around those on the screen.
func (l *List) Load() []screen.Ask {
	top, _ := l.list.Visible()
	offset, world := max(top-around/3, 0), l.World
	if l.fresh {
		offset = 0
	}
	filter := view.MoveFilter{Words: l.filter.Text(), Year: l.year(), Begun: l.begun}
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		return l.store.MoveList(ctx, filter, world, around, offset)
	}}}
}

// Take takes the rows.
func (l *List) Take(answer any) tea.Cmd {
	rows, ok := answer.(view.MoveList)
	if !ok {
		return nil
	}
	l.rows, l.known = rows, true
	l.list.SetTotal(rows.Total)
	if l.fresh {
		l.fresh = false
		l.list.Select(0)
	} else if i := slices.IndexFunc(rows.Rows, func(r view.MoveRow) bool { return r.Pupil.ID == l.id }); i >= 0 {
		l.list.Select(rows.Offset + i)
	}
	l.id = l.selected().Pupil.ID
	if l.opens {
		return l.openSelected()
	}
	return nil
}

func (l *List) row(i int) (view.MoveRow, bool) {
	if at := i - l.rows.Offset; at >= 0 && at < len(l.rows.Rows) {
		return l.rows.Rows[at], true
	}
	return view.MoveRow{}, false
}

// selected is the selected row, the zero row for none.
func (l *List) selected() view.MoveRow {
	if l.fresh {
		return view.MoveRow{}
	}
	r, _ := l.row(l.list.At())
	return r
}

// moved remembers the selection, and asks for what is missing of the rows that have come into sight.
func (l *List) moved() tea.Cmd {
	l.id = l.selected().Pupil.ID
	top, height := l.list.Visible()
	end := l.rows.Offset + len(l.rows.Rows)
	if l.rows.Offset > 0 && top-l.rows.Offset < margin/2 || end < l.list.Total() && end-(top+height) < margin {
		return screen.Question(l, l.Load()...)
	}
	return nil
}

// Stale is so when anything changed that is listed.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Pupil, view.Family, view.FollowUp, view.School)
}

// Crumbs are the section and the list.
func (l *List) Crumbs() []string { return []string{"Log", "Moves"} }

// FamilyID is the family of the selected pupil.
func (l *List) FamilyID() int64 { return l.selected().Pupil.FamilyID }

// Record is the selected move, else the child.
func (l *List) Record() view.Record { return recordOf(l.selected().Move.ID, l.selected().Pupil.ID) }

func recordOf(move, pupil int64) view.Record {
	if move != 0 {
		return view.Record{Kind: view.MoveRecord, ID: move}
	}
	return view.Record{Kind: view.ChildRecord, ID: pupil}
}

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else the list's.
func (l *List) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.MoveList, action.ListOfLog, action.List, action.Parts}
}

// Handlers bind the list's actions.
func (l *List) Handlers() action.Handlers {
	h := loglists.Handlers(l.Env, l.list.Handlers(l.moved), screen.Moves)
	other := action.Handler{Do: func() tea.Cmd { l.begun = !l.begun; return l.anew() }}
	h[action.NextPart], h[action.PrevPart] = other, other
	h[action.MoveOpen] = action.Handler{Do: l.open, Why: l.whyNothing}
	h[action.MoveNew] = action.Handler{Do: func() tea.Cmd { return screen.Show(l.newForm()) }}
	h[action.MoveFind] = action.Handler{Do: func() tea.Cmd { l.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd { l.typing = false; return l.openSelected() }}
	return h
}

func (l *List) whyNothing() string {
	if l.selected().Pupil.ID == 0 {
		return "Nobody is selected."
	}
	return ""
}

func (l *List) open() tea.Cmd { return screen.Open(screen.Move, l.selected().Pupil.ID) }

// openSelected opens who is selected, once the rows of the filter are there.
func (l *List) openSelected() tea.Cmd {
	if l.opens = l.fresh; l.opens || l.whyNothing() != "" {
		return nil
	}
	return l.open()
}

// anew asks for the list from its beginning.
func (l *List) anew() tea.Cmd {
	l.fresh, l.opens = true, false
	return screen.Question(l, l.Load()...)
}

// Key types into the filter, which narrows the list at once.
func (l *List) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !l.filter.Key(msg) {
		return nil
	}
	return l.anew()
}

// Paste pastes into the filter.
func (l *List) Paste(text string) tea.Cmd {
	l.filter.Paste(text)
	return l.anew()
}

// Escape leaves the filter and clears it.
func (l *List) Escape() (string, func() tea.Cmd) {
	if !l.typing && l.filter.Text() == "" {
		return "", nil
	}
	return "clear", func() tea.Cmd {
		l.typing = false
		l.filter.SetText("")
		return l.anew()
	}
}

// About says who stands in the list, and why.
func (l *List) About() []string {
	return []string{
		"Changes of phase are the hot spots: somebody follows each child through, from the first worry until they are seen to have arrived (practice 21).",
		"Who moves is known from the year group and the school's groups; n adds one who comes or goes during the year.",
		"Those of whom worries are written down come first. Nobody is ranked.",
	}
}
