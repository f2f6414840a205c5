package pack

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// fields are a few lines to type, one below the other. What is typed is kept nowhere: a passphrase must
// not lie in a draft.
type fields struct {
	names []string
	lines []*widget.Line
	at    int
}

func (f *fields) add(name string, line *widget.Line) *widget.Line {
	f.names, f.lines = append(f.names, name), append(f.lines, line)
	return line
}

func secret() *widget.Line {
	line := widget.NewLine("")
	line.Secret = true
	return line
}

func (f *fields) move(n int) { f.at = (f.at + n + len(f.lines)) % len(f.lines) }

// last reports whether the cursor is in the last field.
func (f *fields) last() bool { return f.at == len(f.lines)-1 }

func (f *fields) key(msg tea.KeyPressMsg) bool { return f.lines[f.at].Key(msg) }

func (f *fields) paste(text string) { f.lines[f.at].Paste(text) }

// handlers move between the fields; enter goes on from the last one.
func (f *fields) handlers(enter func() tea.Cmd) action.Handlers {
	return action.Handlers{
		action.PackNext:   {Do: func() tea.Cmd { f.move(1); return nil }},
		action.PackBefore: {Do: func() tea.Cmd { f.move(-1); return nil }},
		action.PackEnter: {Do: func() tea.Cmd {
			if !f.last() {
				f.move(1)
				return nil
			}
			return enter()
		}},
	}
}

// draw draws the fields from row y on and answers the row below them.
func (f *fields) draw(c *canvas.Canvas, th *theme.Theme, y int) int {
	width := 0
	for _, name := range f.names {
		width = max(width, canvas.Width(name))
	}
	for i, name := range f.names {
		style := th.Dim
		if i == f.at {
			style = th.Accent
		}
		c.Text(1, y+i, style, name)
	}
	for i := range f.lines { // the one with the cursor last
		if i != f.at {
			f.drawLine(c, th, i, y, width, false)
		}
	}
	f.drawLine(c, th, f.at, y, width, true)
	return y + len(f.lines)
}

func (f *fields) drawLine(c *canvas.Canvas, th *theme.Theme, i, y, width int, focused bool) {
	row := c.Sub(width+3, y+i, c.Width()-width-5, 1)
	f.lines[i].Draw(row, th, focused)
	row.Area(func(int, int) tea.Cmd { f.at = i; return nil })
}
