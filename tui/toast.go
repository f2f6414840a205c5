package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// toast is a sentence shown for a while; bad news, and what is said only once, stays until it is read. Only its own timer, or Esc,
// takes it away.
type toast struct {
	id    int
	text  string
	tone  screen.Tone
	stays bool // until it is read
}

type toastOverMsg struct{ id int }

const (
	toastFor   = 4 * time.Second
	mostToasts = 3
)

func (a *App) say(text string, tone screen.Tone) tea.Cmd {
	if tone == screen.Bad {
		a.sayUntilRead(text, tone)
		return nil
	}
	a.addToast(text, tone, false)
	return a.options.Timer(toastFor, toastOverMsg{a.toastID})
}

// sayUntilRead shows a sentence that only Esc takes away.
func (a *App) sayUntilRead(text string, tone screen.Tone) { a.addToast(text, tone, true) }

// addToast shows a sentence, once where it stands there already. Of too many the oldest goes that need not
// be read.
func (a *App) addToast(text string, tone screen.Tone, stays bool) {
	a.dirty = true
	a.toastID++
	a.toasts = slices.DeleteFunc(a.toasts, func(t toast) bool { return t.text == text && t.tone == tone })
	a.toasts = append(a.toasts, toast{a.toastID, text, tone, stays})
	if len(a.toasts) > mostToasts {
		at := max(slices.IndexFunc(a.toasts[:mostToasts], func(t toast) bool { return !t.stays }), 0)
		a.toasts = slices.Delete(a.toasts, at, at+1)
	}
}

func (a *App) dropToast(id int) {
	for i, t := range a.toasts {
		if t.id == id {
			a.toasts = append(a.toasts[:i:i], a.toasts[i+1:]...)
			return
		}
	}
}

// badToast is the newest sentence that waits to be read.
func (a *App) badToast() (toast, bool) {
	for i := len(a.toasts) - 1; i >= 0; i-- {
		if a.toasts[i].stays {
			return a.toasts[i], true
		}
	}
	return toast{}, false
}

// drawToasts draws the sentences above the footer, the newest lowest, with a glyph for their tone.
func (a *App) drawToasts(c *canvas.Canvas) {
	y := c.Height()
	for i := len(a.toasts) - 1; i >= 0; i-- {
		t := a.toasts[i]
		glyph, style := "✓ ", a.env.Theme.Good
		switch t.tone {
		case screen.Bad:
			glyph, style = "! ", a.env.Theme.Late
		case screen.Info:
			glyph, style = "· ", a.env.Theme.Info
		}
		lines := canvas.WrapText(t.text, max(min(c.Width()-8, 76), 10))
		y -= len(lines)
		if y < 0 {
			return
		}
		a.drawToast(c, y, glyph, style, lines)
	}
}

func (a *App) drawToast(c *canvas.Canvas, y int, glyph string, style canvas.Style, lines []string) {
	width := 0
	for _, l := range lines {
		width = max(width, canvas.Width(l))
	}
	box := c.Sub(c.Width()-width-5, y, width+5, len(lines))
	box.Fill(a.env.Theme.Popup)
	box.Text(1, 0, style, glyph)
	for i, l := range lines {
		box.Text(3, i, a.env.Theme.Strong, l)
	}
}

type copiedMsg struct {
	what string
	err  error
}

// copyText asks the terminal (OSC 52) and the system's clipboard for the same.
func (a *App) copyText(msg screen.CopyMsg) tea.Cmd {
	system := func() tea.Msg {
		if a.options.Copy == nil {
			return copiedMsg{what: msg.What}
		}
		return copiedMsg{msg.What, a.options.Copy(msg.Text)}
	}
	return tea.Batch(tea.SetClipboard(msg.Text), system)
}

// copied says which of the two ways worked; the terminal gives no answer.
func (a *App) copied(msg copiedMsg) tea.Cmd {
	if msg.err != nil {
		return a.say("Sent "+msg.what+" to the terminal's clipboard; the system's was not to be had.", screen.Info)
	}
	return a.say("Copied "+msg.what+".", screen.Good)
}
