package years

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var columns = widget.Columns{
	{Title: "Child", Width: 16, Grow: 1},
	{Title: "Class", Width: 6, From: 70},
	{Title: "Year", Width: 12},
	{Title: "", Width: 24, Grow: 3},
	{Title: "Family", Width: 14, Grow: 1, From: 110},
}

// The places of the columns.
const (
	childCell = iota
	classCell
	yearCell
	saysCell
	familyCell
)

// mostIntro is how many rows the introduction takes at most.
const mostIntro = 5

// Draw draws what happens, and the children.
func (p *Page) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	if !p.known {
		return
	}
	c.Text(1, 0, p.Theme.Strong, "Move the years on: "+p.label())
	if c.Width() >= 70 {
		c.Right(c.Width()-1, 0, p.Theme.Dim, p.summary())
	}
	intro := c.Sub(1, 1, c.Width()-2, mostIntro)
	y := 2 + min(intro.Wrap(0, 0, p.Theme.Dim, p.intro()), mostIntro)
	cells := columns.Lay(c.Width() - 2)
	p.list.Draw(c.Rows(y, c.Height()-y), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		p.drawLine(row, cells, p.lines[i])
	}, func() tea.Cmd { return screen.Run(action.YearsOpen) })
}

func (p *Page) drawLine(row *canvas.Canvas, cells []widget.Cell, l line) {
	th := p.Theme
	if l.heading != "" {
		used := row.Text(0, 0, th.Accent, canvas.Cut(l.heading, row.Width()-6))
		used += row.Text(used+2, 0, th.Dim, l.note) + 2
		row.Sub(used+1, 0, row.Width()-used-2, 1).Rule(0, th.Rule)
		return
	}
	says, asks := p.says(l)
	style := th.Text
	if asks {
		style, says = th.Warn, theme.GlyphAsk+" "+says
	}
	cells[childCell].Text(row, 0, th.Strong, l.row.Pupil.FullName())
	cells[classCell].Text(row, 0, th.Dim, l.row.Pupil.Class)
	cells[yearCell].Text(row, 0, th.Text, p.yearWords(l))
	cells[saysCell].Text(row, 0, style, says)
	cells[familyCell].Text(row, 0, th.Dim, l.row.Family)
}
