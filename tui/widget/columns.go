package widget

import "kettle/tui/canvas"

// Column is one column of a table.
type Column struct {
	Title string
	Width int // cells it takes at least
	Grow  int // its share of what is left over
	From  int // the width of the table from which it is shown
	Right bool
}

// Columns are the columns of a table.
type Columns []Column

// Cell is where a column lies in a table of some width: its left edge and width, 0 for one that is
// not shown.
type Cell struct{ X, Width int }

const gap = 2

// Lay places the columns in a table of that width, with two cells between them.
func (cs Columns) Lay(width int) []Cell {
	cells := make([]Cell, len(cs))
	left, shares := width, 0
	for i, c := range cs {
		if width < c.From {
			continue
		}
		cells[i].Width = c.Width
		left -= c.Width + gap
		shares += c.Grow
	}
	left += gap
	x := 0
	for i, c := range cs {
		if cells[i].Width == 0 {
			continue
		}
		if shares > 0 && left > 0 {
			part := left * c.Grow / shares
			cells[i].Width += part
			left, shares = left-part, shares-c.Grow
		}
		cells[i].X = x
		x += cells[i].Width + gap
	}
	return cells
}

// Text draws s in a cell of row y.
func (cell Cell) Text(c *canvas.Canvas, y int, style canvas.Style, s string) {
	if cell.Width > 0 {
		c.Text(cell.X, y, style, canvas.Cut(s, cell.Width))
	}
}

// Titles draws the titles of the columns in row y.
func (cs Columns) Titles(c *canvas.Canvas, y int, style canvas.Style, cells []Cell) {
	for i, col := range cs {
		cells[i].Text(c, y, style, col.Title)
	}
}
