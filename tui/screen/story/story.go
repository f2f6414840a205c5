// Package story is the quiet page about a family: what it told, what is hard just now, what helps, and
// which points of the welcome it has heard (practices 7, 8 and 9). It is read before every meeting, and
// nothing on it is a label.
package story

import (
	"context"
	"slices"

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
	Story(ctx context.Context, family int64) (view.Story, error)
	SaveFamilyEntry(ctx context.Context, e model.FamilyEntry) (view.Change, error)
	RemoveFamilyEntry(ctx context.Context, id int64) (view.Change, error)
	SayWelcomePoint(ctx context.Context, family int64, point int, on model.Date) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store  Store
	family int64
	story  view.Story
	known  bool
	items  []item
	list   widget.List
	panes  [2]widget.Pane
}

// item is something that can be selected: an entry, or a point of the welcome when entry is 0.
type item struct {
	entry int64
	point int
}

// kinds are the kinds of entries in the order in which they are read, with their headings and what
// stands there while there is none.
var kinds = []struct {
	kind           model.FamilyEntryKind
	heading, empty string
}{
	{model.TheirStory, "Their story", "Nothing is written down yet. Ask what school has been like for them so far, and listen."},
	{model.HardJustNow, "Hard just now", "Nothing is known. It is not always about us: stress elsewhere may weigh more."},
	{model.WhatHelps, "What helps", "Nothing is known yet. They know their child best: ask."},
}

// New is the page of a family.
func New(env *screen.Env, store Store, family int64) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, family: family}
}

// Load asks for the story.
func (p *Page) Load() []screen.Ask {
	return []screen.Ask{{Slot: "story", Do: func(ctx context.Context) (any, error) { return p.store.Story(ctx, p.family) }}}
}

// Take takes the story and stays on what was selected.
func (p *Page) Take(answer any) tea.Cmd {
	s, ok := answer.(view.Story)
	if !ok {
		return nil
	}
	if s.Family.ID == 0 { // adding the family was taken back
		return screen.Close(p, nil)
	}
	was := p.selected()
	p.story, p.known = s, true
	p.items = nil
	for _, k := range kinds {
		for _, e := range s.Of(k.kind) {
			p.items = append(p.items, item{entry: e.ID})
		}
	}
	for point := range model.WelcomePoints {
		p.items = append(p.items, item{point: point})
	}
	p.list.SetTotal(len(p.items))
	if i := slices.Index(p.items, was); i >= 0 {
		p.list.Select(i)
	}
	return nil
}

func (p *Page) selected() item {
	if at := p.list.At(); at >= 0 && at < len(p.items) {
		return p.items[at]
	}
	return item{point: -1}
}

// entry is the entry of that id, a new part of their story for 0.
func (p *Page) entry(id int64) model.FamilyEntry {
	for _, e := range p.story.Entries {
		if e.ID == id {
			return e
		}
	}
	return model.FamilyEntry{FamilyID: p.family, Kind: model.TheirStory, On: p.Today(), By: p.World.Me.Name}
}

// Stale is so when anything of this family changed.
func (p *Page) Stale(c view.Change) bool {
	return c.TouchesOne(view.Family, p.family) || c.Touches(view.School)
}

// Crumbs lead to the page.
func (p *Page) Crumbs() []string { return []string{"Families", p.story.Family.Name, "Their story"} }

// FamilyID is the family.
func (p *Page) FamilyID() int64 { return p.family }

// Record is the selected entry, else the family.
func (p *Page) Record() view.Record {
	if id := p.selected().entry; id != 0 {
		return view.Record{Kind: view.EntryRecord, ID: id}
	}
	return view.Record{Kind: view.FamilyRecord, ID: p.family}
}

// Scopes are the page's.
func (p *Page) Scopes() []action.Scope { return []action.Scope{action.StoryPage, action.List} }

// Handlers bind what can be done.
func (p *Page) Handlers() action.Handlers {
	h := widget.Reading(&p.list, &p.panes[0], &p.panes[1])
	h[action.StoryChange] = action.Handler{Do: p.change, Why: p.whyNotYet}
	h[action.StoryAdd] = action.Handler{Do: p.add, Why: p.whyNotYet}
	h[action.StorySaid] = action.Handler{Do: p.say, Why: p.whyNoPoint}
	h[action.StoryRemove] = action.Handler{Do: p.remove, Why: p.whyNotRemove}
	return h
}

// About says how the page is meant.
func (p *Page) About() []string {
	if at := p.selected(); at.entry == 0 {
		return []string{"What a new family hears first: we do this together, we will celebrate, no worry is too small (practice 8).",
			"Tick each point when it was said; it need not be on one day."}
	}
	return []string{"In their words, with the day on which we listened. It is read before every meeting, shown gently, and is never a label.",
		"Parents may have had bad years with schools themselves, and need to be heard about it (practice 7). What is hard, and what helps, changes (practice 9)."}
}
