// Package followups is the list of every promise: late, today, this week, later, and what others owe;
// and those that were done or dropped lately.
package followups

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/widget"
)

// Store is what the list needs of the store.
type Store interface {
	promise.Store
	FollowUps(ctx context.Context, filter view.FollowUpFilter, limit, offset int) (view.FollowUps, error)
}

// List is the screen.
type List struct {
	screen.Base
	store  Store
	hands  promise.Hands
	filter *widget.Line
	typing bool
	past   bool
	fresh  bool // the filter or the view changed: the selection begins at the top, and until then nothing is selected
	opens  bool // Enter was pressed before the rows of the filter were there

	list   widget.List
	spans  []span
	rows   view.FollowUps
	others owed
	known  bool
	id     int64 // of the selected promise, so that a refresh does not move to another
	detail model.FollowUp
}

// owed is how many promises others have open.
type owed struct{ staff, family int }

// New is the list.
func New(env *screen.Env, store Store) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, hands: promise.Hands{Env: env, Store: store}, filter: widget.NewLine("")}
	l.filter.Placeholder = "family, what, or who"
	l.list.Heading = l.isHeading
	return l
}

// around is how many rows are asked for at once; margin is how near their edge the screen may come
// before more are asked for.
const (
	around = 160
	margin = 50
)

type rowsAnswer struct {
	view.FollowUps
	others owed
	past   bool
}

func (l *List) query() view.FollowUpFilter {
	return view.FollowUpFilter{Today: l.Today(), Words: l.filter.Text(), Past: l.past}
}

// Load asks for the promises around those on the screen.
func (l *List) Load() []screen.Ask {
	filter, offset := l.query(), 0
	if top, _ := l.list.Visible(); !l.fresh {
		offset = max(l.rowAfter(top)-around/3, 0)
	}
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		rows, err := l.store.FollowUps(ctx, filter, around, offset)
		if err != nil || filter.Past {
			return rowsAnswer{FollowUps: rows, past: filter.Past}, err
		}
		others, err := l.countOthers(ctx, filter)
		return rowsAnswer{rows, others, false}, err
	}}}
}

// countOthers counts what staff and families owe.
func (l *List) countOthers(ctx context.Context, filter view.FollowUpFilter) (o owed, err error) {
	filter.Whose = model.OfStaff
	staff, err := l.store.FollowUps(ctx, filter, 0, 0)
	if err != nil {
		return o, err
	}
	filter.Whose = model.OfFamily
	family, err := l.store.FollowUps(ctx, filter, 0, 0)
	return owed{staff.Total, family.Total}, err
}

// Take takes the rows, or the whole of the selected promise.
func (l *List) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case rowsAnswer:
		if answer.past != l.past {
			return nil
		}
		l.rows, l.others, l.known = answer.FollowUps, answer.others, true
		l.spans = lay(answer.Counts)
		l.list.SetTotal(height(l.spans))
		l.reselect()
		if l.opens {
			return l.openSelected()
		}
		return l.askDetail()
	case model.FollowUp:
		l.detail = answer
	}
	return nil
}

// reselect finds the selected promise among the new rows; one that has gone leaves its neighbour.
func (l *List) reselect() {
	if l.fresh {
		l.fresh = false
		l.list.Select(0)
		l.remember()
		return
	}
	i := slices.IndexFunc(l.rows.Rows, func(r view.FollowUpRow) bool { return r.ID == l.id })
	if i >= 0 {
		l.list.Select(l.lineOf(l.rows.Offset + i))
	}
	l.remember()
}

func (l *List) remember() {
	if r, ok := l.selected(); ok {
		l.id = r.ID
	}
}

// askDetail asks for the whole of the selected promise: its old dates and the rule of its date.
func (l *List) askDetail() tea.Cmd {
	r, ok := l.selected()
	if !ok {
		return nil
	}
	return screen.Question(l, screen.Ask{Slot: "detail", Do: func(ctx context.Context) (any, error) {
		return l.store.FollowUp(ctx, r.ID)
	}})
}

// moved asks for what the new selection needs.
func (l *List) moved() tea.Cmd {
	l.remember()
	top, rows := l.list.Visible()
	first, last := l.rowAfter(top), l.rowAfter(top+rows)
	end := l.rows.Offset + len(l.rows.Rows)
	nearTop := l.rows.Offset > 0 && first-l.rows.Offset < margin/2
	nearEnd := end < l.rows.Total && end-last < margin
	if nearTop || nearEnd {
		return screen.Both(screen.Question(l, l.Load()...), l.askDetail())
	}
	return l.askDetail()
}

// selected is the selected promise, when it is at hand.
func (l *List) selected() (view.FollowUpRow, bool) {
	if l.fresh {
		return view.FollowUpRow{}, false
	}
	return l.row(l.list.At())
}

// row is the promise in that line of the list, when there is one and it is at hand.
func (l *List) row(line int) (view.FollowUpRow, bool) {
	n, ok := l.rowOf(line)
	if at := n - l.rows.Offset; ok && at >= 0 && at < len(l.rows.Rows) {
		return l.rows.Rows[at], true
	}
	return view.FollowUpRow{}, false
}

// Stale is so when a promise, or what it is about, changed.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.FollowUp, view.Family, view.Adult, view.Meeting, view.Contact)
}

// Crumbs are the section.
func (l *List) Crumbs() []string { return []string{"Follow-ups"} }

// FamilyID is the family of the selected promise.
func (l *List) FamilyID() int64 {
	r, _ := l.selected()
	return r.FamilyID
}

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else those of the open promises or the past ones.
func (l *List) Scopes() []action.Scope {
	switch {
	case l.typing:
		return []action.Scope{action.Filter}
	case l.past:
		return []action.Scope{action.FollowUpsPast, action.List}
	}
	return []action.Scope{action.FollowUps, action.List}
}

// About says what the list is, and why a promise is worth its line.
func (l *List) About() []string {
	about := []string{"Every promise: yours, the school's and the family's. A promise that is kept, or moved in good time and said so, is what trust is made of."}
	if r, ok := l.selected(); ok {
		about = append([]string{r.Family + ": " + r.What + ".", ""}, about...)
	}
	return about
}
