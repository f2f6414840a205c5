// Package wholerecord is the page about all that is held of a family, for somebody who asks for theirs:
// everything by date, with what names others marked, and what is decided about each entry.
package wholerecord

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	form.Store
	// WholeRecord is all that is held of a family, about the one of it who asks.
	WholeRecord(ctx context.Context, family int64, about model.PersonRef) (view.WholeRecord, error)
	// Decide keeps what was decided about an entry for the one who asks.
	Decide(ctx context.Context, family int64, d model.Disclosure) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store   Store
	family  int64
	about   model.PersonRef     // who asks; the zero value until somebody is chosen
	readFor model.PersonRef     // for whom the record was read that is shown
	request model.AccessRequest // when it came, which is not kept
	page    view.WholeRecord
	known   bool
	waiting bool  // only what is not decided is shown
	shown   []int // the entries that are shown, by their place in the record
	reading bool
	list    widget.List
	pane    widget.Pane
	beside  widget.Pane
}

// New is the page of a family.
func New(env *screen.Env, store Store, family int64) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, family: family}
}

// Load asks for the record.
func (p *Page) Load() []screen.Ask {
	about := p.about
	return []screen.Ask{{Slot: "record", Long: "Reading the record", Do: func(ctx context.Context) (any, error) { return p.store.WholeRecord(ctx, p.family, about) }}}
}

// Take takes the record and stays on what was selected.
func (p *Page) Take(answer any) tea.Cmd {
	if _, stopped := answer.(screen.Stopped); stopped {
		return p.stopped()
	}
	page, ok := answer.(view.WholeRecord)
	if !ok {
		return nil
	}
	if page.Family.ID == 0 { // adding the family was taken back
		return screen.Close(p, nil)
	}
	was, _ := p.selected()
	p.page, p.known, p.readFor = page, true, p.about
	p.lay(was.RecordKey)
	return nil
}

// stopped goes on with the record that was read before, or away where there is none.
func (p *Page) stopped() tea.Cmd {
	p.about = p.readFor
	if !p.known {
		return screen.Close(p, nil)
	}
	return nil
}

// lay finds the entries that are shown; the one that was selected stays so, else its neighbour is.
func (p *Page) lay(was model.RecordKey) {
	p.shown = p.shown[:0]
	at := -1
	for i, e := range p.page.Record.Entries {
		if p.waiting && (!e.Marked() || e.Decision() != model.Undecided) {
			continue
		}
		if e.RecordKey == was {
			at = len(p.shown)
		}
		p.shown = append(p.shown, i)
	}
	p.list.SetTotal(len(p.shown))
	if at >= 0 {
		p.list.Select(at)
	}
	p.reading = p.reading && len(p.shown) > 0
}

// selected is the entry that is selected.
func (p *Page) selected() (model.RecordEntry, bool) {
	if at := p.list.At(); at >= 0 && at < len(p.shown) {
		return p.page.Record.Entries[p.shown[at]], true
	}
	return model.RecordEntry{}, false
}

// Stale is so when anything of this family changed.
func (p *Page) Stale(c view.Change) bool {
	return c.TouchesOne(view.Family, p.family) || c.Touches(view.School)
}

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"Families", p.page.Family.Name, "Whole record"} }

// FamilyID is the family.
func (p *Page) FamilyID() int64 { return p.family }

// Record is the family.
func (p *Page) Record() view.Record { return view.Record{Kind: view.FamilyRecord, ID: p.family} }

// Scopes are those of the list, or of the entry that is read.
func (p *Page) Scopes() []action.Scope {
	if p.reading {
		return []action.Scope{action.RecordReading, action.List}
	}
	return []action.Scope{action.RecordPage, action.List}
}

// Handlers bind what can be done.
func (p *Page) Handlers() action.Handlers {
	read := widget.Reading(&p.list, &p.pane)
	h := p.list.Handlers(nil)
	for _, id := range []action.ID{action.Up, action.Down} {
		through := h[id]
		h[id] = action.Handler{Do: func() tea.Cmd {
			if p.reading {
				return read[id].Do()
			}
			return through.Do()
		}}
	}
	h[action.RecordRead] = action.Handler{Do: func() tea.Cmd { p.reading = true; return nil }, Why: p.whyNothing}
	h[action.RecordDecide] = action.Handler{Do: p.decide, Why: p.whyNotDecide}
	h[action.RecordLeaveOut] = action.Handler{Do: func() tea.Cmd { return p.leaveOut() }, Why: p.whyNotDecide}
	h[action.RecordView] = action.Handler{Do: p.other, Why: p.whyNotYet}
	h[action.RecordAsker] = action.Handler{Do: func() tea.Cmd { return screen.Show(p.askerForm()) }, Why: p.whyNotYet}
	h[action.RecordPrint] = action.Handler{Do: p.print, Why: p.whyNotYet}
	h[action.RecordCopy] = action.Handler{Do: p.copy, Why: p.whyNotYet}
	return h
}

// Escape leaves the entry that is read.
func (p *Page) Escape() (string, func() tea.Cmd) {
	if !p.reading {
		return "", nil
	}
	return "the list", func() tea.Cmd { p.reading = false; return nil }
}

// other shows all, or only what is not decided.
func (p *Page) other() tea.Cmd {
	was, _ := p.selected()
	p.waiting = !p.waiting
	p.lay(was.RecordKey)
	return nil
}

// About says what the page is for.
func (p *Page) About() []string {
	about := []string{"All that is held of the family, for somebody who asks for theirs: a request in any words, to anybody at school, counts from that day. Send it to the office or the data protection officer today.",
		"What names another family, another household, somebody from outside or a colleague's opinion waits for a decision: whoever decides reads the print for them; the one to give out blacks out what nobody has decided.",
		"What is decided holds for the one who asks, and ends when the entry is changed. What was passed to the safeguarding lead is not in it."}
	if words := p.educationWords(); words != "" {
		about = append([]string{words}, about...)
	}
	return about
}
