// Package widget holds the parts that screens are made of: lists, texts, fields and forms' fields. A
// widget is a struct with methods; it knows neither the store nor the routes, and drawing it changes
// nothing but the canvas.
package widget

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// List is a selected row in a list of any length, of which only the visible part is drawn. Rows are
// one line high. The zero value is an empty list.
type List struct {
	// Heading reports whether a row cannot be selected; nil is never.
	Heading func(i int) bool

	total, at, top, height int
	moved                  func() tea.Cmd // follows a click, too
}

// At is the index of the selected row, -1 in an empty list.
func (l *List) At() int {
	if l.total == 0 {
		return -1
	}
	return l.at
}

// Total is the number of rows.
func (l *List) Total() int { return l.total }

// Visible is the index of the first row on the screen and the number of rows that fit.
func (l *List) Visible() (top, height int) { return l.top, l.height }

// SetTotal sets the number of rows and keeps the selection inside.
func (l *List) SetTotal(n int) {
	l.total = max(n, 0)
	l.Select(l.at)
}

// Select moves to row i, or the nearest that can be selected.
func (l *List) Select(i int) {
	l.at = clamp(i, 0, l.total-1)
	l.skipHeadings(1)
	l.follow()
}

// Move goes n rows down, or up when n is negative.
func (l *List) Move(n int) {
	l.at = clamp(l.at+n, 0, l.total-1)
	if n < 0 {
		l.skipHeadings(-1)
	} else {
		l.skipHeadings(1)
	}
	l.follow()
}

func (l *List) skipHeadings(step int) {
	if l.Heading == nil || l.total == 0 {
		return
	}
	for _, s := range []int{step, -step} {
		for i := l.at; i >= 0 && i < l.total; i += s {
			if !l.Heading(i) {
				l.at = i
				return
			}
		}
	}
}

// follow scrolls so that the selected row is on the screen, with the headings above it.
func (l *List) follow() {
	if l.height <= 0 {
		return
	}
	first := l.at
	for l.Heading != nil && first > 0 && l.Heading(first-1) && l.at-first < l.height-1 {
		first--
	}
	l.top = clamp(l.top, l.at-l.height+1, first)
	l.top = clamp(l.top, 0, max(l.total-l.height, 0))
}

// Shift moves what is selected, and what is seen with it, by n rows: so many were put before them, or
// taken away where n is negative.
func (l *List) Shift(n int) {
	l.at, l.top = clamp(l.at+n, 0, l.total-1), max(l.top+n, 0)
	l.follow()
}

// Show goes to row i and shows it first, with the headings above it.
func (l *List) Show(i int) {
	l.top = l.total
	l.Select(i)
}

// More reports whether rows follow below those that were drawn last.
func (l *List) More() bool { return l.top+l.height < l.total }

// SetHeight tells the list how many rows fit; screens call it before they draw.
func (l *List) SetHeight(rows int) {
	if rows != l.height {
		l.height = rows
		l.follow()
	}
}

// Row draws one row of a list.
type Row func(c *canvas.Canvas, i int, selected bool)

// Draw draws the visible rows into c, one line each, with the marker before the selected one. The
// first cell of each line is the marker's. A click selects a row, a click on the selected one runs
// open, which may be nil.
func (l *List) Draw(c *canvas.Canvas, th *theme.Theme, focused bool, row Row, open func() tea.Cmd) {
	l.SetHeight(c.Height())
	for y := 0; y < c.Height() && l.top+y < l.total; y++ {
		i := l.top + y
		line := c.Rows(y, 1)
		selected := focused && i == l.at
		row(line.Columns(1, line.Width()-1), i, selected)
		if selected {
			line.Text(0, 0, th.Marker, theme.GlyphMarker)
			line.Tint(0, th.Selected)
			line.Cursor(0, 0)
		}
		if l.Heading == nil || !l.Heading(i) {
			line.Area(func(int, int) tea.Cmd { return l.Click(i, open) })
		}
	}
}

// Click selects row i as a click on it does, or runs open where it is selected already.
func (l *List) Click(i int, open func() tea.Cmd) tea.Cmd {
	if i == l.at && open != nil {
		return open()
	}
	l.Select(i)
	if l.moved == nil {
		return nil
	}
	return l.moved()
}

// Handlers are the ways to move about; moved runs after each of them and after a click, and may be nil.
func (l *List) Handlers(moved func() tea.Cmd) action.Handlers {
	l.moved = moved
	by := func(n func() int) action.Handler {
		return action.Handler{Do: func() tea.Cmd {
			l.Move(n())
			if moved == nil {
				return nil
			}
			return moved()
		}}
	}
	page := func() int { return max(l.height-1, 1) }
	return action.Handlers{
		action.Up:       by(func() int { return -1 }),
		action.Down:     by(func() int { return 1 }),
		action.PageUp:   by(func() int { return -page() }),
		action.PageDown: by(page),
		action.First:    by(func() int { return -l.total }),
		action.Last:     by(func() int { return l.total }),
	}
}

func clamp(v, low, high int) int { return max(min(v, high), low) }
