package family

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
)

// readText is a text under a heading, to be read.
type readText struct{ heading, text string }

// reader is a popup in which texts are read.
type reader struct {
	screen.Base
	title string
	texts []readText
	top   int
	seen  int // the rows that fit
	rows  int
}

func newReader(env *screen.Env, title string, texts []readText) *reader {
	return &reader{Base: screen.Base{Env: env}, title: title, texts: texts}
}

// Popup is so.
func (r *reader) Popup() bool { return true }

// Crumbs are none: the page below keeps its own.
func (r *reader) Crumbs() []string { return nil }

// Scopes are those of a text that is read.
func (r *reader) Scopes() []action.Scope { return []action.Scope{action.HelpPopup} }

// Handlers scroll.
func (r *reader) Handlers() action.Handlers {
	by := func(n func() int) action.Handler {
		return action.Handler{Do: func() tea.Cmd {
			r.top = max(min(r.top+n(), r.rows-r.seen), 0)
			return nil
		}}
	}
	return action.Handlers{
		action.HelpUp:     by(func() int { return -1 }),
		action.HelpDown:   by(func() int { return 1 }),
		action.HelpPage:   by(func() int { return max(r.seen-1, 1) }),
		action.HelpPageUp: by(func() int { return -max(r.seen-1, 1) }),
	}
}

const readWidth = 84

// Draw draws the texts in the middle, as large as they need and the window allows.
func (r *reader) Draw(c *canvas.Canvas) {
	width := min(readWidth, c.Width())
	var lines []line
	for i, t := range r.texts {
		if i > 0 {
			lines = append(lines, line{})
		}
		lines = append(lines, of(span{r.Theme.Accent, t.heading}), line{})
		for _, l := range canvas.WrapText(t.text, width-6) {
			lines = append(lines, of(span{r.Theme.Text, l}))
		}
	}
	height := min(len(lines)+4, c.Height())
	box := c.Sub((c.Width()-width)/2, max((c.Height()-height)/2, 0), width, height)
	box.Fill(r.Theme.Popup)
	box.NoCursor()
	box.Area(func(int, int) tea.Cmd { return nil })
	form.Border(box, r.Theme, r.title)
	r.rows, r.seen = len(lines), max(height-4, 0)
	inside := box.Sub(3, 2, width-6, r.seen)
	for y := 0; y < inside.Height() && r.top+y < len(lines); y++ {
		lines[r.top+y].draw(inside, y)
	}
	if r.top+r.seen < len(lines) {
		box.Text(width-3, height-2, r.Theme.Dim, "↓")
	}
}
