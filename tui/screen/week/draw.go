package week

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// Draw draws the period, its sentence and its figures.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	x := 1 + c.Text(1, 1, p.Theme.Dim, "Log › ")
	x += c.Text(x, 1, p.Theme.Strong, p.title())
	if x+2 < c.Width() {
		c.Right(c.Width()-1, 1, p.Theme.Dim, canvas.Cut(p.spans(), c.Width()-x-3))
	}
	y := 3 + c.Sub(1, 3, c.Width()-2, c.Height()-3).Wrap(0, 0, p.Theme.Text, p.back.Sentence()) + 1
	p.list.Draw(c.Rows(y, max(c.Height()-y, 0)), p.Theme, true, func(line *canvas.Canvas, i int, _ bool) {
		if heading := p.rows[i].heading; heading != "" {
			line.Text(0, 0, p.Theme.Accent, heading)
			return
		}
		line.Text(2, 0, p.Theme.Text, canvas.Cut(p.rows[i].line.Words, line.Width()-3))
	}, func() tea.Cmd { return screen.Run(action.WeekOpen) })
}

func (p *Page) title() string {
	if p.period.Span == model.SpanWeek {
		return "Looking back on the " + p.back.Name
	}
	return "Looking back on " + p.back.Name
}

// spans are the lengths that Tab goes through, with the one that is shown in brackets.
func (p *Page) spans() string {
	words := make([]string, len(model.Spans))
	for i, s := range model.Spans {
		words[i] = string(s)
		if s == p.period.Span {
			words[i] = "[" + string(s) + "]"
		}
	}
	return strings.Join(words, " ")
}
