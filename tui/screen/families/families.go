// Package families is the contact list: every family of the caseload, found by a few letters.
package families

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Store is what the list needs of the store.
type Store interface {
	FamilyList(ctx context.Context, filter string, order view.FamilyOrder, offset, limit int) (view.FamilyRows, error)
	FamilyCount(ctx context.Context, filter string, order view.FamilyOrder) (view.FamilyCount, error)
	// PrepareFilter reads ahead what the filter looks through.
	PrepareFilter(ctx context.Context, order view.FamilyOrder) error
	RemoveFamily(ctx context.Context, id int64) (view.Change, error)
	BringBackFamily(ctx context.Context, id int64) (view.Change, error)
}

// List is the screen.
type List struct {
	screen.Base
	store  Store
	filter *widget.Line
	typing bool
	order  view.FamilyOrder
	list   widget.List
	rows   view.FamilyRows
	count  view.FamilyCount
	// counted says that the count of all families is of the caseload as it is.
	counted bool
	known   bool  // the first answer has come
	id      int64 // of the selected family, so that a refresh does not move to another
	fresh   bool  // the filter changed: the selection begins at the top, and until then nothing is selected
	opens   bool  // Enter was pressed before the rows of the filter were there
	newFam  func() tea.Cmd
}

// New is the list; newFamily opens the form for a new one.
func New(env *screen.Env, store Store, newFamily func() tea.Cmd) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine(""), order: view.ByName, newFam: newFamily}
	l.filter.Placeholder = "name, child, class, phone, postcode"
	return l
}

// around is how many rows are asked for at once: pages before and behind what is seen, so that a
// page down finds its rows there.
const around = 160

// margin is how near the edge of the rows at hand the list may come before it asks for more.
const margin = 60

type rowsAnswer struct {
	view.FamilyRows
	filter string
}

// Load asks for the rows around those on the screen, and for the count.
func (l *List) Load() []screen.Ask {
	filter, order := l.filter.Text(), l.order
	top, _ := l.list.Visible()
	offset := max(top-around/3, 0)
	if l.fresh {
		offset = 0
	}
	asks := []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		rows, err := l.store.FamilyList(ctx, filter, order, offset, around)
		return rowsAnswer{rows, filter}, err
	}}}
	if filter != "" && l.counted { // a filtered list counts itself
		return asks
	}
	return append(asks, l.askCount())
}

func (l *List) askCount() screen.Ask {
	filter, order := l.filter.Text(), l.order
	return screen.Ask{Slot: "count", Do: func(ctx context.Context) (any, error) {
		return l.store.FamilyCount(ctx, filter, order)
	}}
}

// Take takes rows or the count.
func (l *List) Take(answer any) tea.Cmd {
	switch answer := answer.(type) {
	case rowsAnswer:
		l.rows, l.known = answer.FamilyRows, true
		l.list.SetTotal(max(l.list.Total(), answer.Offset+len(answer.Rows)))
		switch {
		case answer.Fit >= 0:
			l.count.Fit = answer.Fit
			l.list.SetTotal(answer.Fit)
		case len(answer.Rows) < around:
			l.list.SetTotal(answer.Offset + len(answer.Rows))
		}
		l.reselect()
		if l.opens {
			return l.openSelected()
		}
	case view.FamilyCount:
		l.count, l.counted = answer, true
		l.list.SetTotal(answer.Fit)
	}
	return nil
}

// reselect finds the selected family among the new rows; one that has gone leaves its neighbour.
func (l *List) reselect() {
	if l.fresh {
		l.fresh = false
		l.list.Select(0)
		l.remember()
		return
	}
	i := slices.IndexFunc(l.rows.Rows, func(r view.FamilyRow) bool { return r.ID == l.id })
	if i >= 0 {
		l.list.Select(l.rows.Offset + i)
	}
	l.remember()
}

func (l *List) remember() {
	if r, ok := l.row(l.list.At()); ok {
		l.id = r.ID
	}
}

// row is the i-th family of the list, when it is at hand.
func (l *List) row(i int) (view.FamilyRow, bool) {
	at := i - l.rows.Offset
	if i < 0 || at < 0 || at >= len(l.rows.Rows) {
		return view.FamilyRow{}, false
	}
	return l.rows.Rows[at], true
}

// moved remembers the selection, and asks for more rows near the edge of those at hand.
func (l *List) moved() tea.Cmd {
	l.remember()
	top, height := l.list.Visible()
	end := l.rows.Offset + len(l.rows.Rows)
	nearTop := l.rows.Offset > 0 && top-l.rows.Offset < margin/2
	nearEnd := end < l.list.Total() && end-(top+height) < margin
	if nearTop || nearEnd {
		return screen.Question(l, l.Load()[0])
	}
	return nil
}

// Stale is so when a family, its people, contacts, meetings or promises changed.
func (l *List) Stale(c view.Change) bool {
	l.counted = l.counted && !c.Touches(view.Family)
	return c.Touches(view.Family, view.Adult, view.Pupil, view.Contact, view.Meeting, view.FollowUp)
}

// Crumbs are the section.
func (l *List) Crumbs() []string { return []string{"Families"} }

// FamilyID is the selected family.
func (l *List) FamilyID() int64 {
	if r, ok := l.row(l.list.At()); ok && !l.fresh {
		return r.ID
	}
	return 0
}

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else the list's.
func (l *List) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	if l.order == view.RemovedOnes {
		return []action.Scope{action.FamiliesRemoved, action.List}
	}
	return []action.Scope{action.Families, action.List}
}

// Handlers bind the list's actions.
func (l *List) Handlers() action.Handlers {
	h := l.list.Handlers(l.moved)
	selected := func() string {
		if l.FamilyID() == 0 {
			return "No family is selected."
		}
		return ""
	}
	open := func(kind screen.Kind) action.Handler {
		return action.Handler{Do: func() tea.Cmd { return screen.Open(kind, l.FamilyID()) }, Why: selected}
	}
	h[action.FamilyOpen] = open(screen.Family)
	h[action.MeetingNew] = open(screen.NewMeeting)
	h[action.FollowUpNew] = open(screen.NewFollowUp)
	h[action.FamilyNew] = action.Handler{Do: l.newFam}
	h[action.FamilyRemove] = action.Handler{Do: func() tea.Cmd { return l.write(l.store.RemoveFamily) }, Why: selected}
	h[action.FamilyBack] = action.Handler{Do: func() tea.Cmd { return l.write(l.store.BringBackFamily) }, Why: selected}
	h[action.FamiliesOrder] = action.Handler{Do: l.nextOrder}
	h[action.FilterType] = action.Handler{Do: l.typeFilter}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd {
		l.typing = false
		return l.openSelected()
	}}
	return h
}

// typeFilter gives the filter the cursor, and reads ahead what it looks through.
func (l *List) typeFilter() tea.Cmd {
	l.typing = true
	order := l.order
	return screen.Question(l, screen.Ask{Slot: "filter", Do: func(ctx context.Context) (any, error) {
		return nil, l.store.PrepareFilter(ctx, order)
	}})
}

// openSelected opens the selected family, once the rows of the filter are there.
func (l *List) openSelected() tea.Cmd {
	if l.opens = l.fresh; l.opens || l.FamilyID() == 0 {
		return nil
	}
	return screen.Open(screen.Family, l.FamilyID())
}

func (l *List) nextOrder() tea.Cmd {
	i := slices.Index(view.FamilyOrders, l.order)
	l.order = view.FamilyOrders[(i+1)%len(view.FamilyOrders)]
	l.counted = false
	l.fresh = true
	return screen.Question(l, l.Load()...)
}

// write does something with the selected family.
func (l *List) write(do func(context.Context, int64) (view.Change, error)) tea.Cmd {
	id := l.FamilyID()
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return do(ctx, id) })
}

// Key types into the filter, which narrows the list at once.
func (l *List) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !l.filter.Key(msg) {
		return nil
	}
	return l.narrow()
}

// Paste pastes into the filter.
func (l *List) Paste(text string) tea.Cmd {
	l.filter.Paste(text)
	return l.narrow()
}

func (l *List) narrow() tea.Cmd {
	l.fresh, l.opens = true, false
	return screen.Question(l, l.Load()...)
}

// Escape leaves the filter, then clears it.
func (l *List) Escape() (string, func() tea.Cmd) {
	if l.typing || l.filter.Text() != "" {
		return "clear", func() tea.Cmd {
			l.typing = false
			if l.filter.Text() == "" {
				return nil
			}
			l.filter.SetText("")
			return l.narrow()
		}
	}
	return "", nil
}

// About says what the list is, and who is selected.
func (l *List) About() []string {
	r, ok := l.row(l.list.At())
	if !ok {
		return []string{"The families of your caseload. Type / and a few letters to find one."}
	}
	return []string{
		fmt.Sprintf("%s: %s.", r.Name, r.Children),
		"The filter finds every word anywhere: family, child, adult, class, phone, postcode, language.",
		"○ ◔ ◑ ◕ ● fill up as the time since the last talk runs out. It says nothing about the family.",
	}
}
