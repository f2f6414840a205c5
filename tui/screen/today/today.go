// Package today is the page to open in the morning: what is promised, who waits for an answer, who
// has not heard from us, what is worrying somebody, the meetings of the week and what comes up.
//
// It is one list through all parts: parts.go says which lines there are, lines.go how each is drawn,
// keys.go what can be done with it.
package today

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/promise"
	"kettle/tui/screen/sleeping"
	"kettle/tui/widget"
)

// Store is what the page needs of the store.
type Store interface {
	promise.Store
	sleeping.Store
	Today(ctx context.Context, now model.Moment, w view.World) (view.Today, error)
	TodayFigures(ctx context.Context, now model.Moment, w view.World) (view.TodayFigures, error)
	AnswerQuestion(ctx context.Context, contact int64, on model.Date) (view.Change, error)
	SettleConcern(ctx context.Context, contact int64, on model.Date) (view.Change, error)
	LogCheckIn(ctx context.Context, family int64) (view.Change, error)
}

// Page is the screen.
type Page struct {
	screen.Base
	store     Store
	hands     promise.Hands
	newFamily func() tea.Cmd

	base    *view.Today // as it was read
	figures view.TodayFigures
	first   *view.Today // as it was read while the caseload was opened, until it is taken
	page    view.Today  // both together
	known   bool
	parts   []part
	list    widget.List      // of the items of all parts
	key     itemKey          // of the selected item, so that a refresh does not move to another
	tops    [mostColumns]int // how far each column is scrolled
}

// New is the page; newFamily opens the form for a new family.
func New(env *screen.Env, store Store, first *view.Today, newFamily func() tea.Cmd) *Page {
	return &Page{Base: screen.Base{Env: env}, store: store, hands: promise.Hands{Env: env, Store: store}, newFamily: newFamily, first: first}
}

// Load asks for the page; its figures, which take longer, are asked for when it stands.
func (p *Page) Load() []screen.Ask {
	now, world := p.Now(), p.World
	ask := screen.Ask{Slot: "today", Do: func(ctx context.Context) (any, error) { return p.store.Today(ctx, now, world) }}
	if p.first != nil {
		ask.Known, p.first = *p.first, nil
	}
	return []screen.Ask{ask}
}

func (p *Page) askFigures() tea.Cmd {
	now, world := p.Now(), p.World
	return screen.Question(p, screen.Ask{Slot: "figures", Do: func(ctx context.Context) (any, error) {
		return p.store.TodayFigures(ctx, now, world)
	}})
}

// Take takes the page or its figures, and shows each as soon as it is there.
func (p *Page) Take(answer any) tea.Cmd {
	var next tea.Cmd
	switch answer := answer.(type) {
	case view.Today:
		p.base, next = &answer, p.askFigures()
	case view.TodayFigures:
		p.figures = answer
	}
	if p.base == nil {
		return next
	}
	p.page, p.known = p.base.With(p.figures), true
	p.parts = p.lay()
	p.reselect()
	return next
}

// reselect keeps the selection on its line; one that has gone leaves its neighbour.
func (p *Page) reselect() {
	items := p.items()
	p.list.SetTotal(len(items))
	if i := slices.IndexFunc(items, func(it item) bool { return it.key == p.key }); i >= 0 {
		p.list.Select(i)
	}
	p.remember()
}

func (p *Page) remember() {
	if it, ok := p.selected(); ok {
		p.key = it.key
	}
}

func (p *Page) moved() tea.Cmd {
	p.remember()
	return nil
}

// Stale is so when anything changed that the page shows.
func (p *Page) Stale(c view.Change) bool {
	return c.Touches(view.FollowUp, view.Account, view.Contact, view.Meeting, view.Family, view.Adult, view.Pupil, view.School, view.Setting, view.Draft, view.Asleep)
}

// Crumbs are the section.
func (p *Page) Crumbs() []string { return []string{"Today"} }

// FamilyID is the family that the selected line is about.
func (p *Page) FamilyID() int64 {
	it, _ := p.selected()
	return it.family
}

// Scopes are those of Today.
func (p *Page) Scopes() []action.Scope {
	return []action.Scope{action.Today, action.List, action.Parts}
}

// About says first what the selected line is, and why it stands there.
func (p *Page) About() []string {
	it, ok := p.selected()
	if !ok {
		return []string{"The page to open in the morning: what is promised, who waits, who has not heard from us."}
	}
	return []string{it.about, "", "○ ◔ ◑ ◕ ● fill up as time runs out; the words beside them say the same.",
		"z takes a line off this page until a day. What is late stays late in its list."}
}
