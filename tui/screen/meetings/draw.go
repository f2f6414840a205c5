package meetings

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var columns = widget.Columns{
	{Title: "When", Width: 16},
	{Title: "Family", Width: 12, Grow: 2},
	{Title: "About", Width: 12, Grow: 2, From: 130},
	{Title: "Kind", Width: 20, Grow: 1, From: 76},
	{Title: "Where", Width: 14, Grow: 1, From: 150},
	{Title: "Ready", Width: 20, Grow: 0},
	{Title: "Next", Width: 22, Grow: 6, From: 110},
}

// The places of the columns.
const (
	whenCell = iota
	familyCell
	aboutCell
	kindCell
	whereCell
	readyCell
	nextCell
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
	}, func() tea.Cmd { return screen.Run(action.MeetingOpen) })
}

// drawFilter draws the filter, which meetings are listed, and how many.
func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.MeetingFind).Keyname(false))
	count := fmt.Sprintf("%d %s", l.list.Total(), whichWords()[l.which])
	if l.which == ofFamily {
		count = fmt.Sprintf("%s: %d, coming and past", l.family.Family, l.list.Total())
	}
	if !l.known {
		count = ""
	}
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, canvas.Cut(count, c.Width()/2))
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.MeetingFind) })
}

// drawEmpty says why nothing is listed, and what to do.
func (l *List) drawEmpty(c *canvas.Canvas) {
	add := action.ByID(action.MeetingAdd).Keyname(false)
	switch {
	case l.filter.Text() != "":
		c.Text(0, 0, l.Theme.Strong, canvas.Cut("No meeting fits “"+l.filter.Text()+"”.", c.Width()))
		c.Text(0, 2, l.Theme.Dim, "Fewer letters find more; Esc shows all again.")
	case l.which == past:
		c.Text(0, 0, l.Theme.Strong, "No meeting has been held yet.")
		c.Text(0, 2, l.Theme.Dim, "Esc shows those that are coming.")
	default:
		c.Text(0, 0, l.Theme.Strong, "No meetings are coming.")
		c.Wrap(0, 2, l.Theme.Dim, add+" prepares one, with the people proposed. A family's page does the same with "+
			action.ByID(action.MeetingNew).Keyname(false)+".")
	}
}

func (l *List) drawRow(row *canvas.Canvas, cells []widget.Cell, r view.MeetingRow) {
	th := l.Theme
	when, style := "no time yet", th.Warn
	if r.Start != "" {
		when, style = r.Start.Near(l.Today()), th.Text
	}
	cells[whenCell].Text(row, 0, style, when)
	cells[familyCell].Text(row, 0, th.Strong, r.Family)
	cells[aboutCell].Text(row, 0, th.Text, r.Pupils)
	cells[kindCell].Text(row, 0, th.Text, string(r.Kind))
	cells[whereCell].Text(row, 0, th.Dim, where(r))
	if !isComing(r) {
		l.drawPast(row, cells[readyCell], r)
		cells[nextCell].Text(row, 0, th.Dim, r.Purpose)
		return
	}
	if ready, known := l.ready[r.ID]; known {
		drawReady(row, cells[readyCell], ready, th)
		cells[nextCell].Text(row, 0, th.Dim, ready.lacks)
	}
}

func where(r view.MeetingRow) string {
	if r.Room != "" {
		return r.Room
	}
	return string(r.Mode)
}

// barWidth is the width of the bar before "n of m".
const barWidth = 10

func drawReady(row *canvas.Canvas, cell widget.Cell, r readiness, th *theme.Theme) {
	row.Bar(cell.X, 0, barWidth, r.n, r.m, th.Good, th.Empty)
	row.Text(cell.X+barWidth+1, 0, th.Text, canvas.Cut(fmt.Sprintf("%d of %d", r.n, r.m), cell.Width-barWidth-1))
}

// drawPast draws what became of a meeting.
func (l *List) drawPast(row *canvas.Canvas, cell widget.Cell, r view.MeetingRow) {
	glyph, style, words := theme.GlyphDone, l.Theme.Good, string(r.Status)
	switch {
	case r.Status != model.Held:
		glyph, style = theme.GlyphLeftOut, l.Theme.Dim
	case r.Closed == model.Yes:
		words = "a line drawn"
	case r.Closed == model.No:
		words = "held, we go on"
	}
	cell.Text(row, 0, style, glyph+" "+words)
}
