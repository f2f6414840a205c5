package families

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
	{Title: "Family", Width: 14, Grow: 2},
	{Title: "Children", Width: 18, Grow: 4},
	{Title: "People", Width: 22, Grow: 5, From: 96},
	{Title: "Last contact", Width: 15, Grow: 1},
	{Title: "Next", Width: 12, Grow: 2, From: 76},
}

// Draw draws the filter, the titles and the visible rows.
func (l *List) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	l.drawFilter(c.Rows(0, 1))
	if l.known && l.list.Total() == 0 {
		l.drawEmpty(c.Sub(2, 2, c.Width()-4, c.Height()-2))
		return
	}
	cells := columns.Lay(c.Width() - 2)
	columns.Titles(c.Columns(1, c.Width()-2), 2, l.Theme.Dim, cells)
	rows := c.Rows(3, c.Height()-3)
	l.list.Draw(rows, l.Theme, true, func(row *canvas.Canvas, i int, selected bool) {
		if r, ok := l.row(i); ok {
			l.drawRow(row, cells, r)
		}
	}, func() tea.Cmd { return screen.Run(action.FamilyOpen) })
	if l.typing {
		c.Sub(3, 0, 30, 1).Cursor(min(canvas.Width(l.filter.Text()), 29), 0)
	}
}

func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.FilterType).Keyname(false))
	count := fmt.Sprintf("%d of ", l.count.Fit) + countOf(l.count.All)
	if l.count.Fit == l.count.All {
		count = countOf(l.count.All)
	}
	switch l.order {
	case view.ByName:
	case view.RemovedOnes:
		count = "removed ones · " + count
	default:
		count = "by " + string(l.order) + " · " + count
	}
	if !l.known {
		count = ""
	}
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, count)
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.FilterType) })
}

func countOf(families int) string {
	if families == 1 {
		return "1 family"
	}
	return fmt.Sprintf("%d families", families)
}

// drawEmpty says why nothing is listed, and what to do.
func (l *List) drawEmpty(c *canvas.Canvas) {
	if l.filter.Text() != "" {
		c.Text(0, 0, l.Theme.Strong, "Nobody fits "+canvas.Cut("“"+l.filter.Text()+"”", 40)+".")
		c.Text(0, 2, l.Theme.Dim, "Fewer letters find more; Esc shows everyone again.")
		return
	}
	if l.order == view.RemovedOnes {
		c.Text(0, 0, l.Theme.Strong, "No family has been removed.")
		return
	}
	c.Text(0, 0, l.Theme.Strong, "No families yet.")
	c.Wrap(0, 2, l.Theme.Dim, action.ByID(action.FamilyNew).Keyname(false)+" adds the first one. To take in the office's export, press "+
		action.ByID(action.Palette).Keyname(true)+" and choose “"+action.ByID(action.ImportOpen).Title+"”.")
}

func (l *List) drawRow(row *canvas.Canvas, cells []widget.Cell, r view.FamilyRow) {
	th := l.Theme
	name := r.Name
	if r.Order {
		name += " " + theme.GlyphWall
	}
	cells[0].Text(row, 0, th.Strong, name)
	cells[1].Text(row, 0, th.Text, r.Children)
	cells[2].Text(row, 0, th.Text, r.People)
	l.drawLast(row, cells[3], r)
	cells[4].Text(row, 0, th.Dim, l.next(r))
}

// drawLast draws when the family was last talked with, and a glyph that fills with time.
func (l *List) drawLast(row *canvas.Canvas, cell widget.Cell, r view.FamilyRow) {
	if r.LastContact == "" {
		cell.Text(row, 0, l.Theme.Dim, "– not yet")
		return
	}
	since := r.LastContact.Date().DaysUntil(l.Today())
	glyph, style := l.age(r)
	cell.Text(row, 0, style, glyph)
	cell.X, cell.Width = cell.X+2, max(cell.Width-2, 0)
	cell.Text(row, 0, l.Theme.Text, ago(r.LastContact.Date(), l.Today(), since)+", "+string(r.LastChannel))
}

func ago(d, today model.Date, days int) string {
	if days >= 14 {
		return fmt.Sprintf("%d weeks", days/7)
	}
	return d.Near(today)
}

// age is the glyph that fills as the family's own rhythm of check-ins runs out, as on Today.
func (l *List) age(r view.FamilyRow) (string, canvas.Style) {
	every := r.Every
	if every == 0 {
		every = l.World.Settings.Number(model.CheckinEvery)
	}
	stage := model.StageSince(r.LastContact.Date(), every, l.Today(), l.Calendar())
	style := l.Theme.Dim
	switch {
	case stage >= model.StagePast:
		style = l.Theme.Late
	case stage >= model.StageHalf:
		style = l.Theme.Warn
	}
	return stage.Glyph(), style
}

func (l *List) next(r view.FamilyRow) string {
	if r.Next == "" {
		return "–"
	}
	return r.Next.Near(l.Today()) + " " + r.NextWhat
}
