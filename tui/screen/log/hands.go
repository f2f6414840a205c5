package log

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
	"kettle/tui/screen/choose"
	"kettle/tui/screen/promise"
)

// hands do things with an entry, in the list and on its page.
type hands struct {
	env    *screen.Env
	store  Store
	change Change
}

// entry is the entry that something is done with.
type entry struct {
	id, family int64
	kind       model.ContactKind
	toTell     bool // somebody is still to be told
	text       model.JournalLine
}

// bind binds the actions on an entry.
func (h hands) bind(to action.Handlers, selected func() entry) {
	whyNot := func() string {
		if selected().id == 0 {
			return "No entry is selected."
		}
		return ""
	}
	on := func(do func(e entry) tea.Cmd) action.Handler {
		return action.Handler{Do: func() tea.Cmd { return do(selected()) }, Why: whyNot}
	}
	to[action.EntryChange] = on(func(e entry) tea.Cmd { return h.change(e.id) })
	to[action.EntryTold] = action.Handler{Do: func() tea.Cmd { return h.told(selected()) }, Why: func() string {
		if !selected().toTell {
			return nobodyToTell
		}
		return ""
	}}
	to[action.EntryRemove] = on(func(e entry) tea.Cmd {
		return screen.Keep(func(ctx context.Context) (view.Change, error) { return h.store.RemoveContact(ctx, e.id) })
	})
	to[action.EntryFollowUp] = on(func(e entry) tea.Cmd {
		return screen.Show(promise.Hands{Env: h.env, Store: h.store}.NewFrom(e.family, e.id))
	})
	to[action.EntryMeeting] = on(meet)
	to[action.EntryFamily] = on(func(e entry) tea.Cmd { return screen.Open(screen.Family, e.family) })
	to[action.EntryCopy] = on(func(e entry) tea.Cmd {
		if e.kind == model.PassedToDSL {
			return screen.Say("What was passed to the DSL is neither copied nor printed.")
		}
		return screen.Copy(e.text.At.Date().Full()+"\n"+e.text.Text(), "the entry")
	})
}

var nobodyToTell = "Nobody is noted as still to be told of this: " + action.ByID(action.EntryChange).Keyname(false) + " changes that."

// meet begins a meeting that remembers the entry. What went to the DSL is not taken along (rules.md R49).
func meet(e entry) tea.Cmd {
	if e.kind == model.PassedToDSL {
		return screen.Open(screen.NewMeeting, e.family)
	}
	return screen.Open(screen.MeetingFrom, e.id)
}

// told notes that somebody was told of the entry: the one who is still to be told, or one of them.
func (h hands) told(e entry) tea.Cmd {
	read := func(ctx context.Context) (any, error) { return h.store.LogEntry(ctx, e.id) }
	return screen.Read(read, func(answer any) tea.Cmd {
		whole, ok := answer.(view.LogEntry)
		if !ok {
			return nil
		}
		tell := func(adult int64) tea.Cmd {
			return screen.Keep(func(ctx context.Context) (view.Change, error) {
				return h.store.TellOfContact(ctx, e.id, adult, h.env.Today())
			})
		}
		switch len(whole.ToTell) {
		case 0:
			return screen.Say("Whoever is still to be told may not be contacted: see their page.")
		case 1:
			return tell(whole.ToTell[0])
		}
		var choices []choose.Choice
		for _, id := range whole.ToTell {
			choices = append(choices, choose.Choice{Words: whole.Adults[id], Note: "told today", Do: func() tea.Cmd { return tell(id) }})
		}
		return screen.Show(choose.New(h.env, "Who was told?", choices))
	})
}
