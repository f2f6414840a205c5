package accounts

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var columns = widget.Columns{
	{Title: "When", Width: 16},
	{Title: "What", Width: 16, Grow: 2},
	{Title: "Where", Width: 12, Grow: 1, From: 118},
	{Title: "Children", Width: 14, Grow: 2, From: 90},
	{Title: "How far", Width: 22, Grow: 4},
}

// The places of the columns.
const (
	whenCell = iota
	whatCell
	whereCell
	childrenCell
	stageCell
)

// Draw draws the filter, the titles and the visible rows.
func (l *List) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	l.drawFilter(c.Rows(0, 1))
	if !l.known {
		return
	}
	if l.list.Total() == 0 {
		l.drawEmpty(c.Sub(2, 2, c.Width()-4, c.Height()-2))
		return
	}
	cells := columns.Lay(c.Width() - 2)
	columns.Titles(c.Columns(1, c.Width()-2), 2, l.Theme.Dim, cells)
	l.list.Draw(c.Rows(3, c.Height()-3), l.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		if r, ok := l.row(i); ok {
			l.drawRow(row, cells, r)
		}
	}, func() tea.Cmd { return screen.Run(action.AccountOpen) })
}

func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.AccountFind).Keyname(false))
	count := ""
	if l.known {
		count = fmt.Sprintf("%d accounts of incidents", l.list.Total())
		if l.list.Total() == 1 {
			count = "1 account of an incident"
		}
	}
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, canvas.Cut(count, c.Width()/2))
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.AccountFind) })
}

func (l *List) drawEmpty(c *canvas.Canvas) {
	if l.filter.Text() != "" {
		c.Text(0, 0, l.Theme.Strong, canvas.Cut("No account fits “"+l.filter.Text()+"”.", c.Width()))
		c.Text(0, 2, l.Theme.Dim, "Fewer letters find more; Esc shows all again.")
		return
	}
	c.Text(0, 0, l.Theme.Strong, "No incident is written down.")
	c.Wrap(0, 2, l.Theme.Dim, action.ByID(action.AccountNew).Keyname(false)+
		" begins one: what happened as each colleague saw it, before anybody rings home. Then you agree on one account, and every parent hears the same words.")
}

func (l *List) drawRow(row *canvas.Canvas, cells []widget.Cell, r listed) {
	th := l.Theme
	glyph, style := theme.GlyphOpen, th.Warn
	if r.done {
		glyph, style = theme.GlyphDone, th.Good
	}
	cells[whenCell].Text(row, 0, th.Text, r.Account.At.Near(l.Today()))
	cells[whatCell].Text(row, 0, th.Strong, r.Account.What)
	cells[whereCell].Text(row, 0, th.Dim, r.Account.Place)
	cells[childrenCell].Text(row, 0, th.Text, cards(r.Circle.Pupils))
	cells[stageCell].Text(row, 0, style, glyph+" "+r.stage)
}

// cards are pupils in a line, each with their class.
func cards(pupils []model.Pupil) string {
	var all []string
	for _, p := range pupils {
		all = append(all, p.Card())
	}
	return strings.Join(all, " · ")
}
