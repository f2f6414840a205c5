package meeting

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

// What a person says of an item by hand: ticked, or left out with a reason.

func (p *Prepare) whyNotTick() string {
	i, ok := p.selectedItem()
	switch {
	case !ok:
		return "No item is selected."
	case !i.ByHand || i.State == model.SettledByFacts:
		return "This settles itself from what is written here: " + key(action.ItemSettle) + " opens it, " + key(action.ItemLeaveOut) + " leaves it out."
	}
	return ""
}

// tick ticks the selected item, or takes the tick back.
func (p *Prepare) tick() tea.Cmd {
	i, _ := p.selectedItem()
	if i.State == model.TickedByHand {
		return p.clearMark(i)
	}
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.TickItem(ctx, p.id, i.ID) })
}

func (p *Prepare) clearMark(i model.Item) tea.Cmd {
	return screen.Keep(func(ctx context.Context) (view.Change, error) { return p.store.ClearMark(ctx, p.id, i.ID) })
}

func (p *Prepare) whyNotLeaveOut() string {
	i, ok := p.selectedItem()
	switch {
	case !ok:
		return "No item is selected."
	case i.ID == orderItem:
		return "The court order is the one thing that cannot be left out: " + key(action.ItemSettle) + " reads it."
	case i.State == model.SettledByFacts:
		return "This is settled already."
	}
	return ""
}

// leftOutForm begins the name of the drafts of a reason; the item follows.
const leftOutForm = "left out "

// leaveOut asks for the reason, and takes an item that was left out in again.
func (p *Prepare) leaveOut() tea.Cmd {
	i, _ := p.selectedItem()
	if i.State == model.ItemLeftOut {
		return p.clearMark(i)
	}
	return p.whyLeaveOut(i)
}

func (p *Prepare) whyLeaveOut(i model.Item) tea.Cmd {
	reason := ""
	return p.show(form.Spec{
		Title:  "Leave out",
		Name:   leftOutForm + string(i.ID),
		Record: p.id,
		Intro:  i.Asks,
		Groups: form.Fields(widget.Text("Because", &reason).Hint("in a few words, for whoever asks later").Needed("A reason is missing: in a few words, why does it not fit this meeting?")),
		About:  []string{i.Why},
		Keep: func(ctx context.Context) (view.Change, error) {
			return p.store.LeaveOutItem(ctx, p.id, i.ID, reason)
		},
	})
}
