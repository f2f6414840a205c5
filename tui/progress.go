package tui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
)

// long is work that may take over half a second. Nothing is seen of what is done sooner.
type long struct {
	words   string
	of      slot // of a question: where its answer belongs
	stop    context.CancelFunc
	told    atomic.Pointer[view.Progress] // by the work, from its own goroutine
	shown   bool
	stopped bool // Esc was pressed
	refused bool // a key was, and it was said why
}

const (
	longAfter = 500 * time.Millisecond
	longEvery = 200 * time.Millisecond
)

// longMsg is the time to show how far work has come.
type longMsg struct{ work *long }

// begin gives work the context it runs in: where it has words, one that Esc ends and that hears how far it
// has come. The command is the clock of what is shown.
func (a *App) begin(words string) (context.Context, *long, tea.Cmd) {
	if words == "" {
		return context.Background(), nil, nil
	}
	ctx, stop := context.WithCancel(context.Background())
	l := &long{words: words, stop: stop}
	a.longs = append(a.longs, l)
	return view.WithProgress(ctx, func(p view.Progress) { l.told.Store(&p) }), l, a.options.Timer(longAfter, longMsg{l})
}

// end ends work, and reports whether it failed because it was stopped: an error that has a sentence of its
// own is told instead.
func (a *App) end(l *long, err error) (stopped bool) {
	if l == nil {
		return false
	}
	l.stop()
	a.longs = slices.DeleteFunc(a.longs, func(other *long) bool { return other == l })
	var problem interface{ Plain() string }
	return l.stopped && err != nil && (errors.Is(err, context.Canceled) || !errors.As(err, &problem))
}

// longDue shows the work, and how far it has come by now, as long as it goes on.
func (a *App) longDue(msg longMsg) tea.Cmd {
	if !slices.Contains(a.longs, msg.work) {
		a.dirty = false
		return nil
	}
	msg.work.shown = true
	return a.options.Timer(longEvery, msg)
}

// longShown is the work that is shown, nil for none.
func (a *App) longShown() *long {
	here := a.longsHere()
	i := slices.IndexFunc(here, func(l *long) bool { return l.shown })
	if i < 0 {
		return nil
	}
	return here[i]
}

// longsHere are those under way that concern what is seen: all but the questions of hidden screens.
func (a *App) longsHere() (here []*long) {
	for _, l := range a.longs {
		if l.of.screen == nil || slices.Contains(a.visible(), l.of.screen) {
			here = append(here, l)
		}
	}
	return here
}

// stopLong stops the work that is shown, or else what was begun last.
func (a *App) stopLong() tea.Cmd {
	l := a.longShown()
	if here := a.longsHere(); l == nil {
		l = here[len(here)-1]
	}
	l.stopped = true
	l.stop()
	return nil
}

// stopAsked ends an earlier question whose answer is no longer wanted.
func (a *App) stopAsked(at slot) {
	for _, l := range a.longs {
		if l.of == at {
			l.stop()
		}
	}
}

const stoppedWords = "Stopped: nothing was changed."

// whileLong is what keys mean while long work is shown.
func whileLong() []action.ID { return []action.ID{action.Back, action.Blank, action.QuitNow} }

// longKey refuses every other key, with a word for the first one.
func (a *App) longKey(l *long, key string) tea.Cmd {
	if found, ok := action.Find(key, true, action.Global); ok && slices.Contains(whileLong(), found.ID) {
		return a.do(a.handlers()[found.ID])
	}
	if l.refused {
		return nil
	}
	l.refused = true
	return a.say("Keys work again when this is done; "+action.ByID(action.Back).Keyname(true)+" stops it.", screen.Info)
}

const (
	longWidth  = 56
	longHeight = 7
)

// drawLong draws over everything what is being done, and how far it has come.
func (a *App) drawLong(c *canvas.Canvas, l *long) {
	th, nothing := a.env.Theme, func(int, int) tea.Cmd { return nil }
	a.canvas.Area(nothing)
	a.canvas.Drop(nothing)
	box := c.Sub((c.Width()-longWidth)/2, max((c.Height()-longHeight)/2, 0), longWidth, longHeight)
	box.Fill(th.Popup)
	box.NoCursor()
	form.Border(box, th, l.words)
	in := box.Sub(3, 2, longWidth-6, longHeight-3)
	part, done, total := "…", 0, 0
	if told := l.told.Load(); told != nil {
		part, done, total = told.What, told.Done, told.Total
	}
	count := ""
	switch {
	case total == 0 && done > 0: // nobody knows how much there is
		count = fmt.Sprint(done)
	case total > 0:
		count = fmt.Sprintf("%d of %d", done, total)
		in.Bar(0, 1, in.Width(), done, total, th.Accent, th.Empty)
	}
	in.Right(in.Width(), 0, th.Dim, count)
	in.Text(0, 0, th.Text, canvas.Cut(part, in.Width()-canvas.Width(count)-1))
	words := action.ByID(action.Back).Keyname(true) + " stops; nothing is changed"
	if l.stopped {
		words = "Stopping …"
	}
	in.Text(0, 3, th.Dim, words)
}
