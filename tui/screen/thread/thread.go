// Package thread is the meetings of one family under one another, the newest first: what was agreed
// then, what came of it, and how it was for them. It is read on the screen and never printed: it holds
// the words of more than one household.
package thread

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	// Thread is of a family, or of that of a meeting, with the meetings about its children first.
	Thread(ctx context.Context, family, meeting int64) (view.Thread, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store           Store
	family, meeting int64
	thread          view.Thread
	known           bool
	rows            []row
	list            widget.List
	at              int64 // the meeting of the selected row, so that a refresh does not move to another
}

// New is the thread of a family; of meeting 0 it begins from none in particular.
func New(env *screen.Env, store Store, family, meeting int64) *Page {
	p := &Page{Base: screen.Base{Env: env}, store: store, family: family, meeting: meeting, at: meeting}
	p.list.Heading = func(i int) bool { return i < len(p.rows) && p.rows[i].meeting == 0 }
	return p
}

// Load asks for the thread.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "thread", Do: func(ctx context.Context) (any, error) {
		return p.store.Thread(ctx, p.family, p.meeting)
	}}}
}

// Take takes the thread; the first time the meeting that it was opened from is selected.
func (p *Page) Take(answer any) tea.Cmd {
	t, ok := answer.(view.Thread)
	if !ok {
		return nil
	}
	p.thread, p.known = t, true
	p.rows = p.compose()
	p.list.SetTotal(len(p.rows))
	for i, r := range p.rows {
		if r.meeting == p.at && p.at != 0 {
			p.list.Select(i)
			break
		}
	}
	p.remember()
	return nil
}

func (p *Page) remember() tea.Cmd {
	p.at = p.selected()
	return nil
}

// selected is the meeting of the selected row, 0 for none.
func (p *Page) selected() int64 {
	if at := p.list.At(); at >= 0 && at < len(p.rows) {
		return p.rows[at].meeting
	}
	return 0
}

// Stale is so when a meeting or what was promised in one changed.
func (p *Page) Stale(c view.Change) bool {
	return c.Touches(view.Meeting, view.FollowUp) || c.TouchesOne(view.Family, p.FamilyID())
}

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"Meetings", p.thread.Family.Name, "As a thread"} }

// FamilyID is the family whose meetings they are.
func (p *Page) FamilyID() int64 { return p.thread.Family.ID }

// Record is the selected meeting.
func (p *Page) Record() view.Record { return view.Record{Kind: view.MeetingRecord, ID: p.selected()} }

// Scopes are the thread's.
func (p *Page) Scopes() []action.Scope {
	return []action.Scope{action.ThreadPage, action.List, action.Parts}
}

// Handlers bind what can be done: opening a meeting, and going from one to the next.
func (p *Page) Handlers() action.Handlers {
	h := p.list.Handlers(p.remember)
	h[action.ThreadOpen] = action.Handler{Do: func() tea.Cmd { return screen.Open(screen.Meeting, p.selected()) }, Why: p.whyNothing}
	h[action.NextPart] = action.Handler{Do: func() tea.Cmd { return p.toMeeting(1) }}
	h[action.PrevPart] = action.Handler{Do: func() tea.Cmd { return p.toMeeting(-1) }}
	screen.ForFamily(h, p)
	return h
}

func (p *Page) whyNothing() string {
	if p.selected() == 0 {
		return "There is no meeting to open."
	}
	return ""
}

// toMeeting goes to the first row of the next or the previous meeting.
func (p *Page) toMeeting(by int) tea.Cmd {
	at := p.list.At()
	if at < 0 {
		return nil
	}
	here := p.rows[at].meeting
	for at >= 0 && at < len(p.rows) && (p.rows[at].meeting == here || p.rows[at].meeting == 0) {
		at += by
	}
	if at < 0 || at >= len(p.rows) {
		return nil
	}
	for there := p.rows[at].meeting; at > 0 && p.rows[at-1].meeting == there; {
		at--
	}
	p.list.Select(at)
	return p.remember()
}

// About says why the thread matters.
func (p *Page) About() []string {
	return []string{
		"What was agreed each time, and what came of it. A broken promise is the first thing a family remembers; a kept one is worth saying aloud.",
		"It is for you to read before you meet, and is never printed.",
	}
}

// cameGlyphs mark what came of it; the words stand beside them.
func cameGlyphs() map[model.CameOf]string {
	return map[model.CameOf]string{model.CameKept: "✓", model.CameLate: "!", model.CameOpen: "○", model.CameDropped: "–", model.CameUnknown: "·"}
}
