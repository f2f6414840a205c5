package gate

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
	{Title: "Greeted", Width: 13},
	{Title: "Family", Width: 14, Grow: 1},
	{Title: "Children", Width: 22, Grow: 1, From: 72},
	{Title: "To know", Width: 24, Grow: 2},
}

const (
	greetedCell = iota
	familyCell
	childrenCell
	knowCell
)

// Draw draws the filter and the families, those greeted longest ago first.
func (l *List) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	l.drawFilter(c.Rows(0, 1))
	if !l.known {
		return
	}
	body := c.Rows(2, c.Height()-2)
	if why := model.WhyNoGate(l.Today(), l.Calendar()); why != "" {
		body.Text(1, 0, l.Theme.Info, canvas.Cut(why+" The list is for the next school day.", body.Width()-2))
		body = body.Rows(2, body.Height()-2)
	}
	if l.list.Total() == 0 {
		l.drawEmpty(body.Columns(2, body.Width()-4))
		return
	}
	cells := columns.Lay(body.Width() - 2)
	columns.Titles(body.Columns(1, body.Width()-2), 0, l.Theme.Dim, cells)
	l.list.Draw(body.Rows(1, body.Height()-1), l.Theme, true, func(line *canvas.Canvas, i int, _ bool) {
		if g, ok := l.row(i); ok {
			l.drawRow(line, cells, g)
		}
	}, func() tea.Cmd { return screen.Run(action.GateOpen) })
}

// drawFilter draws the filter, and how many families there are.
func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.GateFind).Keyname(false))
	said := ""
	switch {
	case !l.known || l.page.Total == 0:
	case l.page.Total == 1:
		said = "1 family"
	default:
		said = fmt.Sprintf("%d families, greeted longest ago first", l.page.Total)
	}
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, canvas.Cut(said, c.Width()*2/3))
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.GateFind) })
}

func (l *List) drawRow(line *canvas.Canvas, cells []widget.Cell, g model.GateFamily) {
	glyph, style, when := theme.GlyphOpen, l.Theme.Dim, g.Last.Date().Near(l.Today())
	switch {
	case g.Last == "":
		when = "not yet"
	case g.Last.Date() == l.Today():
		glyph, style, when = theme.GlyphDone, l.Theme.Good, "today "+string(g.Last.Clock())
	}
	cells[greetedCell].Text(line, 0, style, strings.TrimSpace(glyph+" "+when))
	cells[familyCell].Text(line, 0, l.Theme.Strong, g.Family)
	cells[childrenCell].Text(line, 0, l.Theme.Text, g.Children)
	at := cells[knowCell]
	if note := g.Note(); note != "" {
		at.Text(line, 0, l.Theme.Warn, theme.GlyphAsk+" "+note)
		used := canvas.Width(note) + 5
		at.X, at.Width = at.X+used, max(at.Width-used, 0)
	}
	if at.Width > 12 {
		at.Text(line, 0, l.Theme.Dim, strings.Join(g.Bring, ", "))
	}
}

// drawEmpty says why nobody is listed, and what to do.
func (l *List) drawEmpty(c *canvas.Canvas) {
	if l.filter.Text() != "" {
		c.Text(0, 0, l.Theme.Strong, canvas.Cut("No family fits “"+l.filter.Text()+"”.", c.Width()))
		c.Text(0, 2, l.Theme.Dim, "Fewer letters find more; Esc shows all again.")
		return
	}
	c.Text(0, 0, l.Theme.Strong, "No family has a child at the school.")
	c.Wrap(0, 2, l.Theme.Dim, "Families come from the office's list, or are added by hand under "+action.ByID(action.GoFamilies).Keyname(false)+".")
}
