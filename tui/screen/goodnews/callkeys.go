package goodnews

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// Handlers bind the actions of a call.
func (p *Calls) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.CallSay] = action.Handler{Do: func() tea.Cmd { p.typed = true; return nil }, Why: p.nobody}
	h[action.CallKeep] = action.Handler{Do: p.keep, Why: p.nobody}
	h[action.CallNoAnswer] = action.Handler{Do: p.noAnswer, Why: p.nobody}
	h[action.CallNext] = action.Handler{Do: func() tea.Cmd { return p.leave(p.at+1, false) }, Why: p.nobody}
	h[action.CallPrevious] = action.Handler{Do: func() tea.Cmd { return p.leave(p.at-1, true) }, Why: p.whyNoneBefore}
	h[action.CallCopy] = action.Handler{Do: p.copyNumber, Why: p.whyNoNumber}
	return h
}

func (p *Calls) nobody() string {
	if p.adult().Adult.ID == 0 {
		return "There is nobody to ring just now."
	}
	return ""
}

func (p *Calls) whyNoneBefore() string {
	if p.at == 0 {
		return "This is the first family of the round."
	}
	return ""
}

func (p *Calls) whyNoNumber() string {
	if len(p.adult().Adult.Phones) == 0 {
		return "No number is known."
	}
	return ""
}

func (p *Calls) copyNumber() tea.Cmd {
	return screen.Copy(p.adult().Adult.Phones[0].Number, "the number")
}

// keep logs the good news with the adult who is selected, and goes on: to another parent of the family who
// lives elsewhere, or to the next family.
func (p *Calls) keep() tea.Cmd {
	ring, at := p.ring(), p.at
	ring.Said = strings.TrimSpace(p.said.Text())
	return screen.Do(screen.Write{
		Do: func(ctx context.Context) (view.Change, error) { return p.store.LogGoodNews(ctx, ring) },
		Then: func(view.Change) tea.Cmd {
			p.rung[ring.Family] = true
			return screen.Both(p.dropDraft(), p.goTo(at, false))
		},
	})
}

func (p *Calls) noAnswer() tea.Cmd {
	ring, at := p.ring(), p.at
	ring.Channel = model.ByPhone
	return screen.Do(screen.Write{
		Do:   func(ctx context.Context) (view.Change, error) { return p.store.LogNoAnswer(ctx, ring) },
		Then: func(view.Change) tea.Cmd { return screen.Both(p.keepDraft(), p.goTo(at+1, false)) },
	})
}

// ring is the adult who is selected, and how the news goes to them.
func (p *Calls) ring() view.NewsRing {
	a := p.adult().Adult
	return view.NewsRing{Family: p.call.ID, Adult: a.ID, Channel: a.NewsBy()}
}

// leave goes to another family; what was typed about this one stays with it.
func (p *Calls) leave(to int, back bool) tea.Cmd { return screen.Both(p.keepDraft(), p.goTo(to, back)) }

func (p *Calls) keepDraft() tea.Cmd {
	form, record, body, changed := p.Draft()
	if !changed {
		return nil
	}
	return screen.Do(screen.Write{Quiet: true, Do: func(ctx context.Context) (view.Change, error) {
		return view.Change{Touched: map[view.Kind][]int64{view.Draft: {record}}}, p.store.KeepDraft(ctx, form, record, body)
	}})
}

func (p *Calls) dropDraft() tea.Cmd {
	family := p.call.ID
	p.said.SetText("")
	p.typed, p.draft = false, ""
	return screen.Do(screen.Write{Quiet: true, Do: func(ctx context.Context) (view.Change, error) {
		return view.Change{Touched: map[view.Kind][]int64{view.Draft: {family}}}, p.store.DropDraft(ctx, callForm, family)
	}})
}

// Draft is what was said, until it is kept.
func (p *Calls) Draft() (form string, record int64, body map[string]string, changed bool) {
	text := p.said.Text()
	return callForm, p.call.ID, map[string]string{"said": text}, p.call.ID != 0 && text != p.draft
}

// Resume goes on with the call in which something was being typed.
func (p *Calls) Resume(form string, record int64) (open tea.Cmd, ready bool) {
	if form != callForm || !p.known {
		return nil, p.known
	}
	p.startAt(record)
	return screen.Question(p, p.Load()...), true
}

// Key types what was said.
func (p *Calls) Key(msg tea.KeyPressMsg) tea.Cmd {
	p.said.Key(msg)
	return nil
}

// Paste pastes into what was said.
func (p *Calls) Paste(text string) tea.Cmd {
	p.said.Paste(text)
	return nil
}

// Escape leaves the line, then the walk.
func (p *Calls) Escape() (string, func() tea.Cmd) {
	if !p.typed {
		return "", nil
	}
	return "leave the text", func() tea.Cmd { p.typed = false; return nil }
}
