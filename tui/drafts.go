package tui

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/screen"
)

// drafts are what is being typed, on its way to the disk.
type drafts struct {
	running bool             // the clock of the next one
	unkept  []screen.Screen  // those whose draft could not be kept, the newest last
	stayed  bool             // the program did not leave, because a draft could not be kept
	resumed screen.ResumeMsg // what is to be opened again, as soon as its screen is ready
	touched time.Time        // when it was last said that this window has its drafts open
}

type draftMsg struct{}

const (
	// draftAfter keeps a draft well within two seconds of the key.
	draftAfter = 800 * time.Millisecond
	// touchEvery is well within the time after which another window takes drafts over.
	touchEvery = 3 * time.Minute
)

// typing is what a screen holds of a text that is neither kept nor thrown away.
func typing(s screen.Screen) (form string, record int64, body map[string]string, changed bool) {
	d, ok := s.(screen.Drafting)
	if !ok {
		return "", 0, nil, false
	}
	return d.Draft()
}

// touched starts the clock of a draft when a key changed what is being typed.
func (a *App) touched(s screen.Screen) tea.Cmd {
	if _, _, _, changed := typing(s); !changed {
		return nil
	}
	return a.startDraftClock()
}

func (a *App) startDraftClock() tea.Cmd {
	if a.drafts.running {
		return nil
	}
	a.drafts.running = true
	return a.options.Timer(draftAfter, draftMsg{})
}

// draftDue keeps what is being typed, and tries again what could not be kept before.
func (a *App) draftDue() tea.Cmd {
	a.drafts.running = false
	return tea.Batch(a.keepDraft(), a.keepUnkept())
}

// keepDraft keeps what is being typed on the top screen.
func (a *App) keepDraft() tea.Cmd { return a.keepDraftOf(a.top()) }

// keepUnkept tries again, for screens that are closed by now, too.
func (a *App) keepUnkept() tea.Cmd {
	a.drafts.unkept = slices.DeleteFunc(a.drafts.unkept, func(s screen.Screen) bool {
		_, _, _, changed := typing(s)
		return !changed
	})
	var cmds []tea.Cmd
	for _, s := range a.drafts.unkept {
		if s != a.top() {
			cmds = append(cmds, a.keepDraftOf(s))
		}
	}
	return tea.Batch(cmds...)
}

// pageOf is the page on which a screen's text is typed: its own route, or that of the page below; a
// screen that is closed by now was on the page of its last draft.
func (a *App) pageOf(s screen.Screen) screen.Route {
	for i := slices.Index(a.stack, s); i >= 0; i-- {
		if page, ok := a.where[a.stack[i]]; ok {
			return page
		}
	}
	return screen.Route{}
}

// resume opens a screen, and on it the form in which something was being typed.
func (a *App) resume(msg screen.ResumeMsg) tea.Cmd {
	if makers[msg.Route.Kind] == nil {
		return a.say(draftHomeless, screen.Info)
	}
	cmd := a.open(msg.Route)
	a.drafts.resumed = msg
	return tea.Batch(cmd, a.goOnTyping(a.top()))
}

const draftHomeless = "What this was about is not there any more, or is done: open its family or its meeting and look."

// goOnTyping opens the form that is to be opened again, when its screen is ready.
func (a *App) goOnTyping(s screen.Screen) tea.Cmd {
	msg := a.drafts.resumed
	r, ok := s.(screen.Resuming)
	if msg.Form == "" || s != a.top() || a.where[s] != msg.Route {
		return nil
	}
	var open tea.Cmd
	if ok {
		if open, ok = r.Resume(msg.Form, msg.Record); !ok {
			return nil
		}
	}
	a.drafts.resumed = screen.ResumeMsg{}
	if open == nil {
		return a.say(draftHomeless, screen.Info)
	}
	return open
}

func (a *App) keepDraftOf(s screen.Screen) tea.Cmd {
	form, record, body, changed := typing(s)
	if !changed {
		return nil
	}
	body = maps.Clone(body)
	if page := a.pageOf(s); page.Kind != "" {
		body[view.DraftPage] = fmt.Sprint(page.Kind, " ", page.ID)
	}
	var failed error
	return a.write(screen.Write{Quiet: true,
		Do: func(ctx context.Context) (view.Change, error) {
			if failed = a.store.KeepDraft(ctx, form, record, body); failed != nil {
				return view.Change{}, nil
			}
			return view.Change{Touched: map[view.Kind][]int64{view.Draft: {record}}}, nil
		},
		Then: func(view.Change) tea.Cmd { return a.draftKept(s, failed) },
	})
}

// draftKept says once that a draft could not be kept, and once that it could again.
func (a *App) draftKept(s screen.Screen, err error) tea.Cmd {
	said := len(a.drafts.unkept) > 0
	a.drafts.unkept = slices.DeleteFunc(a.drafts.unkept, func(other screen.Screen) bool { return other == s })
	if err == nil {
		if said && len(a.drafts.unkept) == 0 {
			a.drafts.stayed = false
			return a.say("What you type is kept again.", screen.Good)
		}
		return nil
	}
	a.drafts.unkept = append(a.drafts.unkept, s)
	switch {
	case a.leaving && !a.ordered && !a.drafts.stayed:
		a.leaving, a.lookRound, a.drafts.stayed = false, false, true
		return tea.Batch(a.startDraftClock(), a.say(sentence(err)+" Kettle has not left, for what you typed stands only here; to leave without it, leave again.", screen.Bad))
	case said:
		return a.startDraftClock()
	}
	return tea.Batch(a.startDraftClock(), a.say(sentence(err)+" Kettle goes on trying while it is open.", screen.Bad))
}

// touchDrafts says every few minutes that this window has its drafts open, so that no other takes them
// over. That this failed is no news: what is typed next says so.
func (a *App) touchDrafts() tea.Cmd {
	now := a.options.Clock()
	if now.Sub(a.drafts.touched) < touchEvery {
		return nil
	}
	a.drafts.touched = now
	return a.write(screen.Write{Quiet: true, Do: func(ctx context.Context) (view.Change, error) {
		_ = a.store.TouchDrafts(ctx)
		return view.Change{}, nil
	}})
}
