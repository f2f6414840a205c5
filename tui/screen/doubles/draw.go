package doubles

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/widget"
)

var columns = widget.Columns{
	{Title: "One", Width: 16, Grow: 3},
	{Title: "The other", Width: 16, Grow: 3},
	{Title: "Why one may think so", Width: 20, Grow: 3},
	{Title: "Where they are", Width: 20, Grow: 2, From: 100},
}

// Draw draws the pairs, or what it means that there are none.
func (l *List) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	if !l.known {
		c.Text(1, 0, l.Theme.Dim, "Looking …")
		return
	}
	if len(l.rows) == 0 {
		c.Text(1, 0, l.Theme.Strong, canvas.Cut("Nobody seems to stand in Kettle twice.", c.Width()-4))
		c.Sub(1, 2, c.Width()-2, c.Height()-2).Wrap(0, 0, l.Theme.Dim, "Two that are one all the same are joined from their family’s page: "+
			action.ByID(action.Palette).Keyname(true)+", “"+action.ByID(action.FamilyJoin).Title+"”.")
		return
	}
	c.Text(1, 0, l.Theme.Strong, counted(len(l.rows)))
	cells := columns.Lay(c.Width() - 2)
	columns.Titles(c.Columns(1, c.Width()-2), 2, l.Theme.Dim, cells)
	about := c.Rows(max(c.Height()-aboutRows, 0), aboutRows)
	l.drawAbout(about, l.selected())
	l.list.Draw(c.Rows(3, max(c.Height()-3-aboutRows, 0)), l.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		d := l.rows[i]
		cells[0].Text(row, 0, l.Theme.Strong, d.Names[0])
		cells[1].Text(row, 0, l.Theme.Strong, d.Names[1])
		cells[2].Text(row, 0, l.Theme.Text, strings.Join(d.Why, ", "))
		cells[3].Text(row, 0, l.Theme.Dim, where(d))
	}, func() tea.Cmd { return screen.Run(action.DoubleCompare) })
}

// aboutRows are the rows at the end that say all of the selected pair.
const aboutRows = 4

// drawAbout says whole why the selected two may be one, and where they are.
func (l *List) drawAbout(c *canvas.Canvas, d view.Double) {
	c.Rule(0, l.Theme.Rule)
	words := strings.Join(d.Why, ", ")
	if at := where(d); at != "" {
		words += " · " + at
	}
	c.Sub(1, 1, c.Width()-2, aboutRows-1).Wrap(0, 0, l.Theme.Dim, d.Names[0]+" and "+d.Names[1]+": "+words)
}

func counted(n int) string {
	if n == 1 {
		return "One pair is perhaps the same."
	}
	return fmt.Sprintf("%d pairs are perhaps the same.", n)
}

func where(d view.Double) string {
	if d.Families[0] == d.Families[1] {
		return d.Families[0]
	}
	return strings.Trim(d.Families[0]+" · "+d.Families[1], " ·")
}
