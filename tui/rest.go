package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// rest is whether anything happens. What draws looks 110 times a second whether there is something to
// draw, also while nobody types: whoever runs the root may want to do that with less.
type rest struct {
	stirred bool // since the last restMsg was sent for
	waiting bool // a restMsg is on its way
	resting bool
}

// restAfter is longer than a key takes in all, so that nothing is at work when the rest begins.
const restAfter = 150 * time.Millisecond

type restMsg struct{}

// stir ends the rest.
func (a *App) stir() tea.Cmd {
	r := &a.rest
	if a.options.Rest == nil {
		return nil
	}
	if r.stirred = true; r.resting {
		r.resting = false
		a.options.Rest(false)
	}
	if r.waiting {
		return nil
	}
	return a.waitForRest()
}

func (a *App) waitForRest() tea.Cmd {
	a.rest.stirred, a.rest.waiting = false, true
	return a.options.Timer(restAfter, restMsg{})
}

// restDue begins the rest, unless something happened meanwhile.
func (a *App) restDue() tea.Cmd {
	r := &a.rest
	if r.stirred {
		return a.waitForRest()
	}
	r.waiting, r.resting = false, true
	a.options.Rest(true)
	return nil
}
