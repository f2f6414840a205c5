package widget

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// NoItem is the item of a row that cannot be selected: a heading, an empty row.
const NoItem = -1

// PaneRow is one row of a Pane: part of an item, which may be several rows high.
type PaneRow struct {
	Item   int
	Draw   func(c *canvas.Canvas)
	Beside *Beside // a part of another item in the same row, nil for none
}

// Beside is a part of an item that stands beside another one, from a column on; the cell before it is its
// marker's.
type Beside struct {
	Item int
	At   int
	Draw func(c *canvas.Canvas)
}

// is reports whether a part of an item stands in the row.
func (r PaneRow) is(item int) bool { return r.Item == item || r.Beside != nil && r.Beside.Item == item }

// Heading is a row with a heading and a note behind it.
func Heading(th *theme.Theme, words, note string) PaneRow {
	return PaneRow{Item: NoItem, Draw: func(c *canvas.Canvas) {
		used := c.Text(0, 0, th.Accent, words)
		c.Text(used+2, 0, th.Dim, canvas.Cut(note, max(c.Width()-used-2, 0)))
	}}
}

// EmptyRow is a row without anything.
func EmptyRow() PaneRow { return PaneRow{Item: NoItem, Draw: func(*canvas.Canvas) {}} }

// WrapRows are the rows of a text of an item, from an indent on.
func WrapRows(item, indent, width int, style canvas.Style, text string) []PaneRow {
	var rows []PaneRow
	for _, line := range canvas.WrapText(text, max(width-indent, 10)) {
		rows = append(rows, PaneRow{Item: item, Draw: func(c *canvas.Canvas) { c.Text(indent, 0, style, line) }})
	}
	return rows
}

// Pane draws rows under one another, scrolled so that the selected item is seen. The zero value begins
// at the top.
type Pane struct {
	top          int
	above, below int // rows of the selected item that lie outside the window
}

// readOn is how many rows of an item that is higher than the window one step goes on.
const readOn = 3

// ReadOn scrolls within the selected item, where it is higher than the window: down, or up when n is
// negative. It reports whether there was more to read that way.
func (p *Pane) ReadOn(n int) bool {
	switch {
	case n > 0 && p.below > 0:
		p.top += min(p.below, readOn)
	case n < 0 && p.above > 0:
		p.top -= min(p.above, readOn)
	default:
		return false
	}
	return true
}

// Reading are the ways up and down through a list whose items are drawn in panes: first what is left of
// the selected item, then the next one.
func Reading(list *List, panes ...*Pane) action.Handlers {
	h := list.Handlers(nil)
	by := func(n int) action.Handler {
		return action.Handler{Do: func() tea.Cmd {
			for _, p := range panes {
				if p.ReadOn(n) {
					return nil
				}
			}
			list.Move(n)
			return nil
		}}
	}
	h[action.Up], h[action.Down] = by(-1), by(1)
	return h
}

// Draw draws the rows that fit. The first cell of each row is the marker's; list says which item is
// selected, a click selects one, and a click on the selected one runs open.
func (p *Pane) Draw(c *canvas.Canvas, th *theme.Theme, rows []PaneRow, list *List, open func() tea.Cmd) {
	p.follow(rows, list.At(), c.Height())
	for y := 0; y < c.Height() && p.top+y < len(rows); y++ {
		r, line := rows[p.top+y], c.Rows(y, 1)
		begins := p.top+y == 0 || !rows[p.top+y-1].is(list.At())
		r.Draw(line.Columns(1, line.Width()-2))
		drawMark(line, th, r.Item, begins && r.Beside == nil, begins, list, open)
		if two := r.Beside; two != nil {
			right := line.Columns(two.At, line.Width()-two.At-1)
			two.Draw(right.Columns(1, right.Width()-1))
			drawMark(right, th, two.Item, false, begins, list, open)
		}
	}
	if p.top > 0 {
		c.Text(c.Width()-1, 0, th.Dim, "↑")
	}
	if p.top+c.Height() < len(rows) {
		c.Text(c.Width()-1, c.Height()-1, th.Dim, "↓")
	}
}

// drawMark marks a row of the selected item, and lets a click select it or open the selected one.
func drawMark(c *canvas.Canvas, th *theme.Theme, item int, tinted, begins bool, list *List, open func() tea.Cmd) {
	if item == NoItem {
		return
	}
	c.Area(func(int, int) tea.Cmd { return list.Click(item, open) })
	if item != list.At() {
		return
	}
	c.Text(0, 0, th.Marker, theme.GlyphMarker)
	if tinted {
		c.Tint(0, th.Selected)
	}
	if begins {
		c.Cursor(0, 0)
	}
}

// follow scrolls so that the rows of an item are seen, from the heading above it on.
func (p *Pane) follow(rows []PaneRow, item, height int) {
	first, last := NoItem, NoItem
	for i, r := range rows {
		if r.is(item) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	p.above, p.below = 0, 0
	if first < 0 {
		p.top = max(min(p.top, len(rows)-height), 0)
		return
	}
	begins := first
	for begins > 0 && rows[begins-1].Item == NoItem {
		begins--
	}
	low, high := last-height+1, begins
	if low > high {
		low, high = high, low
	}
	p.top = max(min(p.top, high, max(len(rows)-height, low)), low, 0)
	p.above, p.below = max(p.top-begins, 0), max(last+1-height-p.top, 0)
}
