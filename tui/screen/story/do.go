package story

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// The names of the drafts.
const (
	entryDraft = "their story"
	pointDraft = "welcome point"
)

func (p *Page) whyNotYet() string {
	if !p.known {
		return "The story has not been read yet."
	}
	return ""
}

func (p *Page) whyNoPoint() string {
	if at := p.selected(); at.entry != 0 || at.point < 0 {
		return "Select a point of the welcome to tick it."
	}
	return ""
}

func (p *Page) whyNotRemove() string {
	if p.selected().entry == 0 {
		return "A point of the welcome stays here: " + action.ByID(action.StorySaid).Keyname(false) + " ticks it, or takes the tick away."
	}
	return ""
}

// change opens the form of what is selected.
func (p *Page) change() tea.Cmd {
	at := p.selected()
	if at.entry != 0 {
		return screen.Show(p.entryForm(p.entry(at.entry)))
	}
	return screen.Show(p.pointForm(at.point))
}

// add asks what is to be added.
func (p *Page) add() tea.Cmd {
	add := func(kind model.FamilyEntryKind) func() tea.Cmd {
		return func() tea.Cmd {
			e := p.entry(0)
			e.Kind = kind
			return screen.Show(p.entryForm(e))
		}
	}
	return screen.Show(choose.New(p.Env, "Add", []choose.Choice{
		{Words: "Their story", Note: "what they told us, and when we listened", Do: add(model.TheirStory)},
		{Words: "What is hard just now", Note: "a dated line", Do: add(model.HardJustNow)},
		{Words: "What helps", Note: "a dated line", Do: add(model.WhatHelps)},
	}))
}

// say ticks a point as said today, or takes the tick away.
func (p *Page) say() tea.Cmd {
	point, on := p.selected().point, p.Today()
	if p.story.Welcome[point] != "" {
		on = ""
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) {
		return p.store.SayWelcomePoint(ctx, p.family, point, on)
	})
}

func (p *Page) remove() tea.Cmd {
	id := p.selected().entry
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.RemoveFamilyEntry(ctx, id) })
}

func (p *Page) days() widget.Days { return widget.Days{Today: p.Today(), Calendar: p.Calendar()} }

// entryForm is the form of a dated line about the family.
func (p *Page) entryForm(e model.FamilyEntry) *form.Form {
	title := "Add: " + string(e.Kind)
	if e.ID != 0 {
		title = "Change the line"
	}
	var staff []widget.Option
	for _, s := range p.story.Staff {
		if !s.Inactive {
			staff = append(staff, widget.Option{Value: s.Name, Words: s.Name, Note: string(s.Role)})
		}
	}
	return form.New(p.Env, p.store, form.Spec{
		Title: title, Name: entryDraft, Record: form.RecordOf(e.ID, p.family),
		About: []string{"In their words, with the day. It is shown gently, before meetings too, and is never a label (practices 7 and 9)."},
		Groups: form.Fields(
			widget.LongText("In words", &e.Text, 8).Hint("as they said it"),
			widget.Date("Listened on", &e.On, p.days()).Past(),
			widget.Pick("By", e.By, staff, func(_, text string) { e.By = text }).AllowNew(),
			widget.Choice("What it is", &e.Kind, widget.Options(model.FamilyEntryKinds)),
		),
		Keep: func(ctx context.Context) (view.Change, error) { return p.store.SaveFamilyEntry(ctx, e) },
	})
}

// pointForm says on which day a point of the welcome was said.
func (p *Page) pointForm(point int) *form.Form {
	on := p.story.Welcome[point]
	if on == "" {
		on = p.Today()
	}
	return form.New(p.Env, p.store, form.Spec{
		Title: "Said to welcome them", Name: pointDraft, Record: form.RecordOf(int64(point), p.family), Intro: model.WelcomePoints[point],
		Groups: form.Fields(widget.Date("Said on", &on, p.days()).Past().Hint("empty: not yet")),
		Keep: func(ctx context.Context) (view.Change, error) {
			return p.store.SayWelcomePoint(ctx, p.family, point, on)
		},
	})
}

// Resume opens the form in which something was being typed.
func (p *Page) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	switch {
	case !p.known:
		return nil, false
	case name == entryDraft:
		return screen.Show(p.entryForm(p.entry(max(record, 0)))), true
	case name == pointDraft && record < int64(len(model.WelcomePoints)):
		return screen.Show(p.pointForm(int(max(record, 0)))), true
	}
	return nil, true
}
