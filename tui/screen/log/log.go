// Package log is the journal of the whole caseload, the newest first, and the page of one entry of it.
package log

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/loglists"
	"kettle/tui/screen/promise"
	"kettle/tui/widget"
)

// Store is what the journal and the page of an entry need of the store.
type Store interface {
	promise.Store
	// Journal is one look into the log, of bounded length.
	Journal(ctx context.Context, look view.JournalLook) (view.JournalPage, error)
	LogEntry(ctx context.Context, id int64) (view.LogEntry, error)
	TellOfContact(ctx context.Context, contact, adult int64, on model.Date) (view.Change, error)
	RemoveContact(ctx context.Context, id int64) (view.Change, error)
}

// Change opens the form of an entry.
type Change func(id int64) tea.Cmd

// List is the screen.
type List struct {
	screen.Base
	store  Store
	hands  hands
	filter *widget.Line
	typing bool
	kind   view.JournalKind
	window window
	list   widget.List
	lines  []line
	known  bool
	id     int64 // of the selected entry, so that a refresh does not move to another
	asking bool  // a look is under way
	fresh  bool  // other entries are wanted: until they come nothing is selected
	opens  bool  // Enter was pressed before the entries of the filter were there
}

// New is the journal; change opens the form of an entry.
func New(env *screen.Env, store Store, change Change) *List {
	l := &List{Base: screen.Base{Env: env}, store: store, hands: hands{env, store, change}, filter: widget.NewLine(""), kind: view.AllEntries}
	l.filter.Placeholder = "family, child, adult, class, words, channel, kind"
	l.list.Heading = func(i int) bool { return i < len(l.lines) && l.lines[i].day != "" }
	return l
}

// Take takes what a look found, and looks on where more is wanted.
func (l *List) Take(answer any) tea.Cmd {
	look, ok := answer.(lookAnswer)
	if !ok {
		return nil
	}
	l.known, l.asking = true, false
	at, before := l.list.At(), l.lineOf(l.id)
	l.window.take(look)
	l.lines = compose(l.window.rows)
	l.list.SetTotal(len(l.lines))
	switch now := l.lineOf(l.id); {
	case l.fresh || at < 0:
		l.fresh = false
		l.list.Select(0)
		if look.how == atTheEnd || look.how == newer {
			l.list.Select(len(l.lines))
		}
	case now >= 0 && before >= 0:
		l.list.Shift(now - before)
	}
	l.remember()
	if l.opens && l.id != 0 {
		l.opens = false
		return screen.Open(screen.LogEntry, l.id)
	}
	l.opens = l.opens && !l.window.ended
	return l.lookOn()
}

// lineOf is the line of an entry, -1 when it is not at hand.
func (l *List) lineOf(id int64) int {
	for i, one := range l.lines {
		if one.day == "" && l.window.rows[one.row].ID == id {
			return i
		}
	}
	return -1
}

func (l *List) remember() { l.id = l.selected().ID }

// selected is the selected entry, the zero one for none.
func (l *List) selected() view.JournalRow {
	r, _ := l.row(l.list.At())
	if l.fresh {
		return view.JournalRow{}
	}
	return r
}

// row is the entry in a line, when there is one.
func (l *List) row(i int) (view.JournalRow, bool) {
	if i < 0 || i >= len(l.lines) || l.lines[i].day != "" {
		return view.JournalRow{}, false
	}
	return l.window.rows[l.lines[i].row], true
}

// Stale is so when an entry changed, or who is named in one.
func (l *List) Stale(c view.Change) bool {
	return c.Touches(view.Contact, view.Family, view.Adult)
}

// Crumbs are the section.
func (l *List) Crumbs() []string { return []string{"Log"} }

// FamilyID is the family of the selected entry.
func (l *List) FamilyID() int64 { return l.selected().FamilyID }

// Record is the selected entry.
func (l *List) Record() view.Record {
	if id := l.selected().ID; id != 0 {
		return view.Record{Kind: view.ContactRecord, ID: id}
	}
	return view.Record{}
}

// Typing is so while the filter has the cursor.
func (l *List) Typing() bool { return l.typing }

// Scopes are the filter's while it is typed, else the journal's.
func (l *List) Scopes() []action.Scope {
	if l.typing {
		return []action.Scope{action.Filter}
	}
	return []action.Scope{action.Journal, action.ListOfLog, action.List}
}

// Handlers bind the actions of the journal.
func (l *List) Handlers() action.Handlers {
	h := l.list.Handlers(l.moved)
	h[action.First] = action.Handler{Do: l.toNewest}
	h[action.Last] = action.Handler{Do: l.toOldest}
	l.hands.bind(h, func() entry {
		r := l.selected()
		return entry{r.ID, r.FamilyID, r.Kind, len(r.Sharing.ToTell) > 0, l.printed(r)}
	})
	h[action.EntryOpen] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.LogEntry, l.selected().ID) }, Why: l.noneSelected}
	h[action.JournalFind] = action.Handler{Do: func() tea.Cmd { l.typing = true; return nil }}
	h[action.JournalKind] = action.Handler{Do: func() tea.Cmd { return l.nextKind(1) }}
	h[action.JournalKindUp] = action.Handler{Do: func() tea.Cmd { return l.nextKind(-1) }}
	h[action.MonthBack] = action.Handler{Do: l.earlierMonth, Why: l.noneSelected}
	h[action.MonthOn] = action.Handler{Do: l.laterMonth, Why: l.noneSelected}
	h[action.JournalPrint] = action.Handler{Do: l.print, Why: l.noneSelected}
	h[action.FilterToRows] = action.Handler{Do: func() tea.Cmd { l.typing = false; return nil }}
	h[action.FilterDone] = action.Handler{Do: l.filterDone}
	return loglists.Handlers(l.Env, h, screen.Log)
}

func (l *List) noneSelected() string {
	if l.selected().ID == 0 {
		return "No entry is selected."
	}
	return ""
}

// filterDone opens the first entry that was found, once it is there.
func (l *List) filterDone() tea.Cmd {
	l.typing = false
	if id := l.selected().ID; id != 0 {
		return screen.Open(screen.LogEntry, id)
	}
	l.opens = l.fresh || !l.window.ended
	return nil
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

// Escape leaves the filter and clears it, then goes back to all kinds.
func (l *List) Escape() (string, func() tea.Cmd) {
	switch {
	case l.typing || l.filter.Text() != "":
		return "clear", func() tea.Cmd {
			l.typing = false
			if l.filter.Text() == "" {
				return nil
			}
			l.filter.SetText("")
			return l.anew()
		}
	case l.kind != view.AllEntries:
		return "all kinds", func() tea.Cmd { return l.setKind(view.AllEntries) }
	}
	return "", nil
}

// About says what the log is, and who is selected.
func (l *List) About() []string {
	about := []string{
		"Every contact with every family, the newest first: + is good news, ! a concern, ? a question, x an attempt, · all else.",
		"Each entry says who knows of it; ○ is somebody who is still to be told (practice 13). What went to the DSL has no note here.",
		"The filter finds every word anywhere, in any order: family, child, adult, class, note, their words, channel, kind, who noted it.",
	}
	if r := l.selected(); r.ID != 0 {
		about = append([]string{r.Family + ", " + kindWord(r.Kind) + ", " + r.At.Near(l.Today()) + ".", ""}, about...)
	}
	return about
}
