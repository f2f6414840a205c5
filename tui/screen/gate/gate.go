// Package gate is the list for standing at the gate: the families that have not been greeted for longest,
// to say hello to before anything is wrong.
package gate

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/loglists"
	"kettle/tui/widget"
)

// Store is what the list needs of the store.
type Store interface {
	GateList(ctx context.Context, words string, today model.Date, limit, offset int) (view.GateList, error)
	LogGreeting(ctx context.Context, family int64) (view.Change, error)
}

// List is the screen.
type List struct {
	screen.Base
	store  Store
	filter *widget.Line
	typing bool
	page   view.GateList
	known  bool
	list   widget.List
	id     int64 // of the selected family, so that a refresh does not move to another
	fresh  bool  // the filter changed: the selection begins at the top, and until then nothing is selected
	opens  bool  // Enter was pressed before the rows of the filter were there
}

// New is the list.
func New(env *screen.Env, store Store) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, filter: widget.NewLine("")}
	l.filter.Placeholder = "family, child, class"
	return l
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
	offset, words, today := max(top-around/3, 0), l.filter.Text(), l.Today()
	if l.fresh {
		offset = 0
	}
	return []screen.Ask{{Slot: "rows", Do: func(ctx context.Context) (any, error) {
		return l.store.GateList(ctx, words, today, around, offset)
	}}}
}

// Take takes the rows.
func (l *List) Take(answer any) tea.Cmd {
	page, ok := answer.(view.GateList)
	if !ok {
		return nil
	}
	l.page, l.known = page, true
	l.list.SetTotal(page.Total)
	i := slices.IndexFunc(page.Rows, func(g model.GateFamily) bool { return g.FamilyID == l.id })
	switch {
	case l.fresh:
		l.fresh = false
		l.list.Select(0)
	case i >= 0:
		l.list.Select(page.Offset + i)
	}
	l.remember()
	if l.opens {
		return l.openSelected()
	}
	return nil
}

func (l *List) remember() { l.id = l.FamilyID() }

// row is the i-th row of the list, when it is at hand.
func (l *List) row(i int) (model.GateFamily, bool) {
	at := i - l.page.Offset
	if at < 0 || at >= len(l.page.Rows) || l.fresh {
		return model.GateFamily{}, false
	}
	return l.page.Rows[at], true
}

// moved remembers the selection, and asks for more rows near the edge of those at hand.
func (l *List) moved() tea.Cmd {
	l.remember()
	top, height := l.list.Visible()
	end := l.page.Offset + len(l.page.Rows)
	if l.page.Offset > 0 && top-l.page.Offset < margin/2 || end < l.list.Total() && end-(top+height) < margin {
		return screen.Question(l, l.Load()...)
	}
	return nil
}

// Stale is so when an entry, a meeting, a family or its people changed.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Family, view.Adult, view.Pupil, view.Contact, view.Meeting, view.School)
}

// Crumbs are the section and the list.
func (l *List) Crumbs() []string { return []string{"Log", "At the gate"} }

// FamilyID is the selected family.
func (l *List) FamilyID() int64 {
	g, _ := l.row(l.list.At())
	return g.FamilyID
}

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else those of a list of the log.
func (l *List) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.AtTheGate, action.ListOfLog, action.List}
}

// Handlers bind the actions of the list.
func (l *List) Handlers() action.Handlers {
	h := l.list.Handlers(l.moved)
	h[action.GateOpen] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.Family, l.FamilyID()) }, Why: l.nobody}
	h[action.GateGreet] = action.Handler{Do: l.greet, Why: l.whyNotGreet}
	h[action.GatePrint] = action.Handler{Do: l.print, Why: l.nobody}
	h[action.GateFind] = action.Handler{Do: func() tea.Cmd { l.typing = true; return nil }}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: func() tea.Cmd { l.typing = false; return l.openSelected() }}
	screen.ForFamily(h, l)
	return loglists.Handlers(l.Env, h, screen.Gate)
}

func (l *List) nobody() string {
	if l.FamilyID() == 0 {
		return "No family is selected."
	}
	return ""
}

// openSelected opens the selected family, once the rows of the filter are there.
func (l *List) openSelected() tea.Cmd {
	if l.opens = l.fresh; l.opens || l.FamilyID() == 0 {
		return nil
	}
	return screen.Open(screen.Family, l.FamilyID())
}

func (l *List) whyNotGreet() string {
	g, _ := l.row(l.list.At())
	switch {
	case g.FamilyID == 0:
		return l.nobody()
	case model.WhyNoGate(l.Today(), l.Calendar()) != "":
		return model.WhyNoGate(l.Today(), l.Calendar())
	case g.Last.Date() == l.Today():
		return "The " + g.Family + " family was greeted today already."
	}
	return ""
}

// greet notes the greeting; the family goes to the end of the list, and the next one is selected.
func (l *List) greet() tea.Cmd {
	id := l.FamilyID()
	if next, ok := l.row(l.list.At() + 1); ok {
		l.id = next.FamilyID
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return l.store.LogGreeting(ctx, id) })
}

// print offers the first families of the list on a page, by class.
func (l *List) print() tea.Cmd {
	words, today := l.filter.Text(), l.Today()
	return screen.Read(func(ctx context.Context) (any, error) {
		return l.store.GateList(ctx, words, today, model.GatePrinted, 0)
	}, func(answer any) tea.Cmd {
		page, _ := answer.(view.GateList)
		return screen.Show(choose.Print(l.Env, "the list for the gate", model.GateSheet(today, page.Rows)))
	})
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

// Escape leaves the filter and clears it.
func (l *List) Escape() (string, func() tea.Cmd) {
	if !l.typing && l.filter.Text() == "" {
		return "", nil
	}
	return "clear", func() tea.Cmd {
		l.typing = false
		l.filter.SetText("")
		return l.narrow()
	}
}

// About says what the list is for, and what to mind with the selected family.
func (l *List) About() []string {
	about := []string{"A hello before anything is wrong, with everyone, as a habit. One key notes it, and counts as a check-in.",
		"Who was greeted longest ago stands first. What matters is said in the meeting, not on the playground.",
		"The printed list says “hello only” and not why: paper is seen by others."}
	if g, ok := l.row(l.list.At()); ok && g.Note() != "" {
		about = append([]string{g.Family + ": " + g.Note() + "."}, about...)
	}
	return about
}
