// Package doubles is about those who stand in Kettle twice, or once and are two: the list of those who
// are perhaps the same, two beside each other before they are joined, and the page on which a family or
// a person is split.
package doubles

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the screens need of the store.
type Store interface {
	form.Store
	// Doubles are the pairs that are perhaps one.
	Doubles(ctx context.Context) ([]view.Double, error)
	// Joinable are all families, children or adults.
	Joinable(ctx context.Context, of view.Of) ([]view.Joinable, error)
	// Compare puts two beside each other and says what joining them would do.
	Compare(ctx context.Context, two view.Two) (view.Comparison, error)
	// JoinTwo makes one of two; sure says that what speaks against it was answered.
	JoinTwo(ctx context.Context, two view.Two, sure bool) (view.Change, error)
	// KeepApart says that two are two.
	KeepApart(ctx context.Context, two view.Two) (view.Change, error)
	// ToSplit is what the page shows on which something is split.
	ToSplit(ctx context.Context, of view.Of, id, join int64) (view.Splitting, error)
	// SplitOff splits.
	SplitOff(ctx context.Context, split view.Split) (view.Change, error)
}

// List is the screen with all pairs that are perhaps one.
type List struct {
	screen.Base
	store Store
	list  widget.List
	rows  []view.Double
	known bool
	at    view.Two // the selected pair, so that a refresh does not move to another
}

// NewList is the list.
func NewList(env *screen.Env, store Store) *List {
	return &List{Base: screen.Base{Env: env}, store: store}
}

// Load looks for the pairs.
func (l *List) Load() []screen.Ask {
	return []screen.Ask{{Slot: "doubles", Do: func(ctx context.Context) (any, error) { return l.store.Doubles(ctx) }}}
}

// Take takes the pairs.
func (l *List) Take(answer any) tea.Cmd {
	rows, ok := answer.([]view.Double)
	if !ok {
		return nil
	}
	l.rows, l.known = rows, true
	l.list.SetTotal(len(rows))
	if i := slices.IndexFunc(rows, func(d view.Double) bool { return d.Two == l.at }); i >= 0 {
		l.list.Select(i)
	}
	return l.moved()
}

func (l *List) moved() tea.Cmd {
	l.at = l.selected().Two
	return nil
}

func (l *List) selected() view.Double {
	if at := l.list.At(); at >= 0 && at < len(l.rows) {
		return l.rows[at]
	}
	return view.Double{}
}

// Stale is so when people changed, or were joined or kept apart.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Join, view.Adult, view.Pupil)
}

// Crumbs are the page.
func (l *List) Crumbs() []string { return []string{action.ByID(action.GoDoubles).Title} }

// Scopes are the list's.
func (l *List) Scopes() []action.Scope { return []action.Scope{action.DoubleList, action.List} }

// Handlers bind the list's actions.
func (l *List) Handlers() action.Handlers {
	h := l.list.Handlers(l.moved)
	h[action.DoubleCompare] = action.Handler{Do: l.compare, Why: l.whyNothing}
	h[action.DoubleApart] = action.Handler{Do: func() tea.Cmd { return keepApart(l.store, l.selected().Two, screen.Told) }, Why: l.whyNothing}
	return h
}

func (l *List) compare() tea.Cmd { return screen.Show(NewCompare(l.Env, l.store, l.selected().Two)) }

func (l *List) whyNothing() string {
	if len(l.rows) == 0 {
		return "Nobody is selected."
	}
	return ""
}

// keepApart says that two are two, then does what follows.
func keepApart(store Store, two view.Two, then func(view.Change) tea.Cmd) tea.Cmd {
	return screen.Do(screen.Write{Do: func(ctx context.Context) (view.Change, error) { return store.KeepApart(ctx, two) }, Then: then})
}

// About says who is proposed, and who never is.
func (l *List) About() []string {
	return []string{
		"Two adults of one name, or of one forename who are the same to one child, who share an address, a telephone or an e-mail; two children with one UPN, or one name and date of birth; two families with one parent. Nobody stands here for a surname, or an e-mail that two people share.",
		action.ByID(action.DoubleCompare).Keyname(false) + " puts the two beside each other; nothing is joined before you have looked. " +
			action.ByID(action.DoubleApart).Keyname(false) + " says that they are two: then no import joins them, and they are not named here again.",
	}
}
