package importing

import (
	"context"
	"fmt"
	"maps"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
)

// deciding is what somebody decided about a preview, and what of it the counts know already.
type deciding struct {
	choices view.ImportChoices
	known   view.ImportChoices // those with which the preview was made
	number  int                // of the last question: earlier answers come too late
	asking  bool
	stop    context.CancelFunc
}

type decidedAnswer struct {
	number  int
	choices view.ImportChoices
	preview view.Import
	err     error
}

// stateOf is what is done with an item as it is decided now, whether or not the counts know of it yet.
func (p *Page) stateOf(i view.ImportItem) (is string, left bool) {
	if i.Decided(p.deciding.choices) == i.Decided(p.deciding.known) {
		return i.Is, i.Left
	}
	return i.Else, !i.Left && i.Else == view.ImportLeft
}

// selected is the item on which the cursor stands.
func (p *Page) selected() (view.ImportItem, bool) {
	at := p.rows.At()
	if p.preview == nil || at < 0 || p.lines[at].of != anItem {
		return view.ImportItem{}, false
	}
	return p.preview.Items[p.lines[at].at], true
}

func (p *Page) whyNotTurn() string {
	i, ok := p.selected()
	switch {
	case !ok:
		return "There is nothing to decide here: it is only to be read."
	case i.Why != "":
		return i.Why
	case len(i.Keys) == 0:
		return "There is nothing to decide here."
	}
	return p.busy()
}

// turn decides the selected item the other way. Before a court order is left it must be answered that
// this is meant.
func (p *Page) turn() tea.Cmd {
	i, _ := p.selected()
	if i.Asks != "" && !i.Decided(p.deciding.choices) {
		word := i.Else
		if i.Decided(p.deciding.known) {
			word = i.Is
		}
		return screen.Show(newMeant(p.Env, i.Asks, word, func() tea.Cmd { return p.decide(!i.Decided(p.deciding.choices), i) }))
	}
	return p.decide(!i.Decided(p.deciding.choices), i)
}

// partItems are the items of the part in which the cursor stands, but for those that must be decided one
// by one; at most so many.
func (p *Page) partItems(most int) (items []view.ImportItem) {
	at := p.rows.At()
	if _, ok := p.selected(); !ok {
		return nil
	}
	for i := p.lines[at].part + 1; i < len(p.lines) && p.lines[i].of == anItem && len(items) < most; i++ {
		if item := &p.preview.Items[p.lines[i].at]; len(item.Keys) > 0 && item.Asks == "" {
			items = append(items, *item)
		}
	}
	return items
}

func (p *Page) whyNotTurnPart() string {
	i, ok := p.selected()
	switch {
	case !ok:
		return "There is nothing to decide here: it is only to be read."
	case i.Part == view.ImportAlarms:
		return "These are decided one by one."
	case len(p.partItems(1)) == 0:
		return "There is nothing to decide here."
	}
	return p.busy()
}

// turnPart decides all of the part the other way: as it is not yet, where some are and some are not.
func (p *Page) turnPart() tea.Cmd {
	items := p.partItems(len(p.preview.Items))
	to := false
	for _, i := range items {
		to = to || !i.Decided(p.deciding.choices)
	}
	return p.decide(to, items...)
}

// decide decides items otherwise than proposed, or as proposed again, and asks what comes then.
func (p *Page) decide(otherwise bool, items ...view.ImportItem) tea.Cmd {
	choices := maps.Clone(p.deciding.choices)
	if choices == nil {
		choices = view.ImportChoices{}
	}
	for _, i := range items {
		for _, k := range i.Keys {
			if otherwise {
				choices[k] = true
			} else {
				delete(choices, k)
			}
		}
	}
	d := &p.deciding
	if d.stop != nil {
		d.stop()
	}
	ctx, stop := context.WithCancel(context.Background())
	d.choices, d.number, d.asking, d.stop = choices, d.number+1, true, stop
	number, preview := d.number, *p.preview
	return screen.Question(p, screen.Ask{Slot: "decided", Do: func(context.Context) (any, error) {
		made, err := p.store.ChooseImport(ctx, preview, choices)
		return decidedAnswer{number, choices, made, err}, nil
	}})
}

// decided takes what comes now, and stays with the item on which the cursor stands.
func (p *Page) decided(answer decidedAnswer) tea.Cmd {
	if p.preview == nil || answer.number != p.deciding.number {
		return nil
	}
	p.deciding.asking = false
	p.deciding.stop()
	if answer.err != nil {
		return screen.Say(screen.Sentence(answer.err))
	}
	was, some := p.selected()
	answer.preview.School = p.preview.School
	p.preview, p.deciding.known = &answer.preview, answer.choices
	p.lay()
	if some && len(was.Keys) > 0 {
		p.backTo(was)
	}
	return nil
}

// backTo goes to the line of an item, where it still is.
func (p *Page) backTo(item view.ImportItem) {
	is := func(i int) bool {
		if p.lines[i].of != anItem {
			return false
		}
		other := p.preview.Items[p.lines[i].at]
		return len(other.Keys) > 0 && other.Part == item.Part && other.Under == item.Under && other.Keys[0] == item.Keys[0]
	}
	if at := p.rows.At(); at >= 0 && is(at) {
		return
	}
	for i := range p.lines {
		if is(i) {
			p.rows.Select(i)
			return
		}
	}
}

// toTakeIn is the preview with all that was decided: where the last answer is not here yet, it is asked
// for again before anything is written.
func (p *Page) toTakeIn() func(ctx context.Context) (view.Import, error) {
	preview, choices, asking := *p.preview, p.deciding.choices, p.deciding.asking
	return func(ctx context.Context) (view.Import, error) {
		if !asking {
			return preview, nil
		}
		return p.store.ChooseImport(ctx, preview, choices)
	}
}

// leave goes to the choice of a file. Of the preview only that is held by which its decisions are found again.
func (p *Page) leave() {
	p.left = &view.Import{School: p.preview.School}
	if len(p.deciding.choices) > 0 {
		p.left.Items = p.preview.Items
	}
	p.preview = nil
}

// again makes the decisions about the last preview anew, where it was one of the same file.
func (p *Page) again(path string) func(ctx context.Context, answer *previewAnswer) error {
	last, choices := p.preview, p.deciding.choices
	if last == nil {
		last = p.left
	}
	if last == nil || path != p.from {
		return func(context.Context, *previewAnswer) error { return nil }
	}
	was := *last
	return func(ctx context.Context, answer *previewAnswer) (err error) {
		answer.preview, answer.choices, answer.dropped, err = p.store.DecideAgain(ctx, was, answer.preview, choices)
		return err
	}
}

// sayCarried says that what was decided stands, or how much of it does not.
func sayCarried(some bool, dropped int) tea.Cmd {
	switch {
	case dropped == 1:
		return screen.Say("1 thing that you decided is not there any more, or has changed: it is as proposed again.")
	case dropped > 1:
		return screen.Say(fmt.Sprintf("%d things that you decided are not there any more, or have changed: they are as proposed again.", dropped))
	case some:
		return screen.Say("What you decided about this file stands.")
	}
	return nil
}
