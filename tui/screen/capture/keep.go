package capture

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
)

// Handlers go through the parts, correct them, and keep the line.
func (p *Popup) Handlers() action.Handlers {
	by := func(n int) action.Handler { return action.Handler{Do: func() tea.Cmd { return p.move(n) }} }
	return action.Handlers{
		action.CaptureKeep:     {Do: p.keep, Why: p.whyNotKeep},
		action.CaptureSave:     {Do: p.keep, Why: p.whyNotKeep},
		action.CaptureNext:     {Do: p.next},
		action.CapturePrevious: {Do: p.previous},
		action.CaptureUp:       by(-1),
		action.CaptureDown:     by(1),
		action.CaptureCorrect:  {Do: func() tea.Cmd { return p.correct(p.at) }},
		action.CaptureTake:     {Do: p.goOn},
		action.CaptureWhole:    {Do: p.whole, Why: p.whyNotWhole},
		action.CaptureThrow:    {Do: p.throw, Why: p.whyNotThrow},
	}
}

// move goes up and down: the unfinished stand above the line, the parts below it.
func (p *Popup) move(n int) tea.Cmd {
	p.at = min(max(p.at+n, -len(p.shownUnfinished())), len(p.rows))
	return nil
}

// next goes through the parts, and from the last one back to the line.
func (p *Popup) next() tea.Cmd {
	if p.at++; p.at > len(p.rows) || p.at < 0 {
		p.at = 0
	}
	return nil
}

func (p *Popup) previous() tea.Cmd {
	if p.at--; p.at < 0 {
		p.at = len(p.rows)
	}
	return nil
}

func (p *Popup) whyNotKeep() string {
	switch {
	case p.saving:
		return "It is being kept."
	case p.empty():
		return "Nothing is typed yet: who, where, and what there is to say."
	}
	return ""
}

// keep keeps the line; where it is not sure whose it is, that is asked first, and nothing is chosen
// for the person.
func (p *Popup) keep() tea.Cmd {
	if p.waits = p.people == nil; p.waits {
		return nil // it is kept as soon as the names are read
	}
	p.reread()
	if p.read.Status != model.CaptureOK {
		return p.askFamily(nil)
	}
	p.saving = true
	line := p.read
	return screen.Do(screen.Write{
		Do:     func(ctx context.Context) (view.Change, error) { return p.store.LogLine(ctx, line) },
		Then:   func(c view.Change) tea.Cmd { return p.finish(p.offer(line, c)) },
		Failed: func(error) tea.Cmd { p.saving = false; return nil },
	})
}

// finish closes the popup, and its draft goes: the entry is on the disk. Then comes what it offers.
func (p *Popup) finish(then tea.Cmd) tea.Cmd {
	p.done = true
	return screen.Both(p.dropDraft(), screen.Close(p, then))
}

// offer asks whether to prepare the meeting that the line speaks of with its time; nil where it speaks of
// none. What went to the DSL begins no meeting (rules.md R49).
func (p *Popup) offer(line model.Capture, kept view.Change) tea.Cmd {
	at := slices.IndexFunc(line.Promises, func(c model.CapturedPromise) bool { return c.Offer })
	if at < 0 || len(kept.Touched[view.Contact]) != 1 || line.Kind == model.PassedToDSL {
		return nil
	}
	entry, when := kept.Touched[view.Contact][0], model.At(line.Promises[at].Due, line.Promises[at].DueAt).Near(p.Today())
	return screen.Show(choose.New(p.Env, "To meet "+when, []choose.Choice{
		{Words: "prepare the meeting", Note: "with its people already proposed", Do: func() tea.Cmd { return screen.Open(screen.MeetingFrom, entry) }},
		{Words: "later", Note: "the promise to meet is kept", Do: func() tea.Cmd { return nil }},
	}))
}

func (p *Popup) dropDraft() tea.Cmd {
	record, forms := p.record, append([]string{view.CaptureForm}, slices.Sorted(maps.Keys(p.parts))...)
	return screen.Do(screen.Write{Quiet: true, Do: func(ctx context.Context) (view.Change, error) {
		var errs []error
		for _, form := range forms {
			errs = append(errs, p.store.DropDraft(ctx, form, record))
		}
		return view.Change{Touched: map[view.Kind][]int64{view.Draft: {record}}}, errors.Join(errs...)
	}})
}

func (p *Popup) whyNotThrow() string {
	if p.empty() {
		return "Nothing was typed here yet."
	}
	return ""
}

// throw empties the line and throws its draft away.
func (p *Popup) throw() tea.Cmd {
	p.line.SetText("")
	p.set, p.at = model.CaptureSet{}, 0
	p.reread()
	return p.dropDraft()
}

// goOn takes up the unfinished entry with the cursor; what stands in the line becomes one in its place.
func (p *Popup) goOn() tea.Cmd {
	shown := p.shownUnfinished()
	at := len(shown) + p.at
	if at < 0 || at >= len(shown) {
		return nil
	}
	d := shown[at]
	form, record, body, typed := p.Draft()
	p.takeUp(d)
	if !typed {
		return nil
	}
	return screen.Do(screen.Write{Quiet: true,
		Do: func(ctx context.Context) (view.Change, error) {
			return view.Change{Touched: map[view.Kind][]int64{view.Draft: {record}}}, p.store.KeepDraft(ctx, form, record, body)
		},
		Then: func(view.Change) tea.Cmd { return screen.Question(p, p.Load()[1]) },
	})
}

func (p *Popup) whyNotWhole() string {
	if p.people == nil && !p.empty() {
		return "The names are being read: a moment."
	}
	return ""
}

func (p *Popup) empty() bool { return strings.TrimSpace(p.line.Text()) == "" }

// whole opens the form with all fields in place of the line, filled from what was understood. The line
// stays unfinished until that form is kept.
func (p *Popup) whole() tea.Cmd {
	p.reread()
	contact := p.read.Contact()
	if p.empty() {
		contact = model.Contact{FamilyID: p.family}
		if p.set.Family != 0 {
			contact.FamilyID = p.set.Family
		}
	}
	if contact.FamilyID == 0 {
		return p.askFamily(p.whole)
	}
	form := p.ways.Whole(contact, p.read.FollowUps(p.Me()), func(view.Change) tea.Cmd {
		p.done = true
		return p.dropDraft()
	})
	return screen.Close(p, screen.Show(form))
}
