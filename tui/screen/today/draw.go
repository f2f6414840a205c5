package today

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// From these sizes on there is a second column, and room for an empty line below each heading.
const (
	twoColumns   = 100
	threeColumns = 160
	airyHeight   = 28
)

// row is one row of a column: part of an item, or a heading or an empty row of no item.
type row struct {
	item int // -1 for none
	line int // which row of the item
	draw func(c *canvas.Canvas)
}

// Draw draws the greeting and the parts, in one column or two.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	c = c.Rows(1, c.Height()-1)
	y := p.drawGreeting(c.Columns(1, -1)) + 1
	body := c.Rows(y, c.Height()-y)
	p.list.SetHeight(max(body.Height()-2, 1))
	columns := p.columns(c.Width(), c.Height() >= airyHeight)
	x := 0
	for i, rows := range columns {
		width := columnWidths(c.Width(), len(columns))[i]
		p.drawColumn(body.Columns(x, width), rows, i)
		if x += width; i < len(columns)-1 {
			p.drawRule(body.Columns(x, 1), columns)
			x++
		}
	}
}

// columnWidths share the width: the first column has the longest lines.
func columnWidths(width, columns int) []int {
	switch columns {
	case 2:
		side := min(max(width*2/5, 44), 64)
		return []int{width - side - 1, side}
	case 3:
		side := width * 3 / 10
		return []int{width - 2*side - 2, side, side}
	}
	return []int{width}
}

// drawRule parts two columns, as far down as the longest reaches.
func (p *Page) drawRule(c *canvas.Canvas, columns [][]row) {
	longest := 0
	for _, rows := range columns {
		longest = max(longest, len(rows))
	}
	for y := range min(longest, c.Height()) {
		c.Text(0, y, p.Theme.Rule, "│")
	}
}

// drawGreeting draws the sentence on top, its first words strong, and gives the rows it took.
func (p *Page) drawGreeting(c *canvas.Canvas) int {
	hello, rest, _ := strings.Cut(p.page.Greeting, ". ")
	if rest != "" {
		hello += "."
	}
	lines := canvas.WrapText(p.page.Greeting, c.Width())
	for y, line := range lines {
		c.Text(0, y, p.Theme.Text, line)
	}
	c.Text(0, 0, p.Theme.Strong, canvas.Cut(hello, c.Width()))
	return len(lines)
}

// columns are the rows of the parts in as many columns as the width has room for; one without a
// part is left out.
func (p *Page) columns(width int, airy bool) [][]row {
	all := make([][]row, mostColumns)
	n := 0
	for _, one := range p.parts {
		to := &all[columnOf(one, width)]
		*to = append(*to, p.rowsOf(one, n, len(*to) > 0, airy)...)
		n += len(one.items)
	}
	return slices.DeleteFunc(all, func(rows []row) bool { return len(rows) == 0 })
}

func columnOf(one part, width int) int {
	switch {
	case width < twoColumns, width < threeColumns && one.column == people:
		return duties
	}
	return one.column
}

// rowsOf are the rows of one part whose first item is the n-th of the page.
func (p *Page) rowsOf(one part, n int, gap, airy bool) []row {
	var rows []row
	empty := row{item: -1, draw: func(*canvas.Canvas) {}}
	if gap {
		rows = append(rows, empty)
	}
	rows = append(rows, row{item: -1, draw: func(c *canvas.Canvas) {
		c.Text(0, 0, p.Theme.Accent, one.title)
		c.Right(c.Width()-1, 0, p.Theme.Dim, one.note)
	}})
	if airy {
		rows = append(rows, empty)
	}
	for i, it := range one.items {
		for line := range it.rows {
			rows = append(rows, row{item: n + i, line: line, draw: func(c *canvas.Canvas) {
				if line == 0 {
					it.draw(c)
				}
			}})
		}
	}
	return rows
}

// drawColumn draws the rows of a column, scrolled so that the selected item is seen.
func (p *Page) drawColumn(c *canvas.Canvas, rows []row, column int) {
	p.follow(rows, column, c.Height())
	for y := 0; y < c.Height() && p.tops[column]+y < len(rows); y++ {
		r := rows[p.tops[column]+y]
		r.draw(c.Sub(1, y, c.Width()-1, c.Height()-y))
	}
	p.markSelected(c, rows, column)
	p.drawMore(c, len(rows), column)
}

// markSelected marks the rows of the selected item and makes all of them clickable.
func (p *Page) markSelected(c *canvas.Canvas, rows []row, column int) {
	for y := 0; y < c.Height() && p.tops[column]+y < len(rows); y++ {
		r := rows[p.tops[column]+y]
		if r.item < 0 {
			continue
		}
		line := c.Rows(y, 1)
		line.Area(func(int, int) tea.Cmd { return p.click(r.item) })
		if r.item != p.list.At() {
			continue
		}
		line.Text(0, 0, p.Theme.Marker, theme.GlyphMarker)
		line.Tint(0, p.Theme.Selected)
		if r.line == 0 {
			line.Cursor(0, 0)
		}
	}
}

func (p *Page) click(item int) tea.Cmd {
	if item == p.list.At() {
		return screen.Run(action.LineOpen)
	}
	p.list.Select(item)
	return p.moved()
}

// follow scrolls the column so that the selected item is seen, with the heading of its part where it
// is the first of it.
func (p *Page) follow(rows []row, column, height int) {
	top := min(p.tops[column], max(len(rows)-height, 0))
	first, last := -1, -1
	for i, r := range rows {
		if r.item == p.list.At() && r.item >= 0 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 {
		for first > 0 && rows[first-1].item < 0 {
			first--
		}
		top = max(min(top, first), last-height+1)
	}
	p.tops[column] = max(top, 0)
}

// drawMore says at the edge that there is more above or below.
func (p *Page) drawMore(c *canvas.Canvas, rows, column int) {
	x := c.Width() - 1
	if p.tops[column] > 0 {
		c.Text(x, 0, p.Theme.Dim, "↑")
	}
	if p.tops[column]+c.Height() < rows {
		c.Text(x, c.Height()-1, p.Theme.Dim, "↓")
	}
}
