package log

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Entry is the page of one entry: all of it, what came of it, and what stood there before.
type Entry struct {
	screen.Base
	store Store
	hands hands
	id    int64
	whole view.LogEntry
	known bool
	list  widget.List
	rows  []factRow
}

// NewEntry is the page of an entry; change opens its form.
func NewEntry(env *screen.Env, store Store, id int64, change Change) *Entry {
	return &Entry{Base: screen.Base{Env: env}, store: store, hands: hands{env, store, change}, id: id}
}

// Load asks for the entry.
func (e *Entry) Load() []screen.Ask {
	return []screen.Ask{{Slot: "entry", Do: func(ctx context.Context) (any, error) { return e.store.LogEntry(ctx, e.id) }}}
}

// Take takes the entry.
func (e *Entry) Take(answer any) tea.Cmd {
	if whole, ok := answer.(view.LogEntry); ok {
		e.whole, e.known = whole, true
		e.list.SetTotal(max(e.list.Total(), 1))
	}
	return nil
}

// Stale is so when the entry changed, or something that grew from it.
func (e *Entry) Stale(c view.Change) bool {
	return c.TouchesOne(view.Contact, e.id) || c.TouchesOne(view.Family, e.whole.Contact.FamilyID)
}

// Crumbs lead to the page.
func (e *Entry) Crumbs() []string {
	return []string{"Log", e.whole.Family, kindWord(e.whole.Contact.Kind) + ", " + e.whole.Contact.At.Date().Short()}
}

// FamilyID is the family of the entry.
func (e *Entry) FamilyID() int64 { return e.whole.Contact.FamilyID }

// Record is the entry.
func (e *Entry) Record() view.Record { return view.Record{Kind: view.ContactRecord, ID: e.id} }

// Scopes are those of an entry.
func (e *Entry) Scopes() []action.Scope { return []action.Scope{action.LogEntry, action.List} }

// Handlers bind what can be done with the entry and with what grew from it.
func (e *Entry) Handlers() action.Handlers {
	h := e.list.Handlers(nil)
	e.hands.bind(h, func() entry {
		c := e.whole.Contact
		return entry{c.ID, c.FamilyID, c.Kind, len(e.whole.Sharing().ToTell) > 0, e.text()}
	})
	h[action.EntryRemove] = action.Handler{Do: func() tea.Cmd {
		return screen.Do(screen.Write{
			Do:   func(ctx context.Context) (view.Change, error) { return e.store.RemoveContact(ctx, e.id) },
			Then: func(view.Change) tea.Cmd { return screen.Close(e, nil) },
		})
	}, Why: e.whyNotRemove}
	h[action.EntryPart] = action.Handler{Do: func() tea.Cmd { return e.selected().open() }, Why: e.whyNotOpen}
	return h
}

func (e *Entry) selected() fact {
	if at := e.list.At(); at >= 0 && at < len(e.rows) {
		return e.rows[at].fact
	}
	return fact{}
}

func (e *Entry) whyNotOpen() string {
	if e.selected().open == nil {
		return "Go to the family, a follow-up or a meeting to open it."
	}
	return ""
}

func (e *Entry) whyNotRemove() string {
	if !e.known || e.whole.Contact.Removed {
		return "This entry was removed."
	}
	return ""
}

// text is the entry as it is copied.
func (e *Entry) text() model.JournalLine {
	c := e.whole.Contact
	return model.JournalLine{At: c.At, Family: e.whole.Family, Kind: c.Kind, Channel: c.Channel, By: c.By, With: e.named(c.Adults),
		Note: noteOf(c), Words: c.Words, Shared: e.whole.Sharing().Words(e.name), Settled: c.Settled}
}

// factRow is one row of the page: a label, and a line of a fact.
type factRow struct {
	fact
	label, text string
}

const (
	labelWidth = 14
	mostWide   = 104
)

// Draw draws the facts under one another.
func (e *Entry) Draw(c *canvas.Canvas) {
	if !e.known {
		return
	}
	c = c.Rows(1, c.Height()-1)
	e.drawTitle(c.Rows(0, 1))
	body := c.Rows(2, c.Height()-2).Columns(0, min(c.Width(), mostWide))
	e.rows = wrapFacts(e.facts(), body.Width()-labelWidth-3)
	e.list.SetTotal(len(e.rows))
	e.list.Draw(body, e.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		r := e.rows[i]
		row.Text(1, 0, e.Theme.Dim, r.label)
		row.Text(labelWidth+1, 0, r.style, r.text)
	}, func() tea.Cmd { return screen.Run(action.EntryPart) })
}

func (e *Entry) drawTitle(c *canvas.Canvas) {
	c.Text(1, 0, e.Theme.Dim, "Log › ")
	title := e.whole.Family + " › " + kindWord(e.whole.Contact.Kind) + ", " + e.whole.Contact.At.Near(e.Today())
	if e.whole.Contact.Removed {
		title += " (removed)"
	}
	c.Text(7, 0, e.Theme.Strong, canvas.Cut(title, c.Width()-8))
}

// wrapFacts lays facts out in rows of a width, with an empty row between groups.
func wrapFacts(facts []fact, width int) []factRow {
	var rows []factRow
	for _, f := range facts {
		if f.apart && len(rows) > 0 {
			rows = append(rows, factRow{})
		}
		label := f.label
		for _, line := range canvas.WrapText(f.words, max(width, 10)) {
			rows = append(rows, factRow{f, label, line})
			label = ""
		}
	}
	return rows
}

// About says why the entry is worth its page.
func (e *Entry) About() []string {
	return []string{
		"All of an entry: what was said, who knows of it, what was promised from it, and what stood there before it was corrected.",
		"Each parent is told in their own right (practice 15); x notes that somebody was.",
	}
}
