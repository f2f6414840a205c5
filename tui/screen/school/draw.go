package school

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// Draw draws the lines, part by part.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	open := func() tea.Cmd { return screen.Run(action.SchoolOpen) }
	p.list.Draw(c.Rows(1, c.Height()-1), p.Theme, true, func(row *canvas.Canvas, i int, selected bool) {
		p.drawLine(row, p.lines[i], selected)
	}, open)
}

func (p *Page) drawLine(row *canvas.Canvas, l line, selected bool) {
	th := p.Theme
	if l.heading {
		row.Text(0, 0, th.Accent, l.words)
		row.Text(canvas.Width(l.words)+1, 0, th.Rule, dashes(row.Width()-canvas.Width(l.words)-3))
		return
	}
	style, words := th.Text, l.words
	switch {
	case l.group:
		style = th.Accent
	case l.warn:
		style, words = th.Warn, theme.GlyphAsk+" "+l.words
	case l.off:
		style, words = th.Dim, theme.GlyphLeftOut+" "+l.words
	case l.item != "":
		words = theme.GlyphDone + " " + l.words
	}
	if l.facts != "" {
		row.Text(2, 0, style, canvas.Cut(words, 24))
		row.Text(26, 0, th.Dim, canvas.Cut(l.facts, row.Width()-27))
		return
	}
	note := canvas.Cut(l.note, row.Width()/2)
	room := row.Width() - 3
	if note != "" {
		room -= canvas.Width(note) + 2
	}
	row.Text(2, 0, style, canvas.Cut(words, room))
	noteStyle := th.Strong
	if l.dim {
		noteStyle = th.Dim
	}
	row.Right(row.Width()-1, 0, noteStyle, note)
}

func dashes(n int) string {
	if n < 0 {
		return ""
	}
	line := make([]rune, n)
	for i := range line {
		line[i] = '─'
	}
	return string(line)
}
