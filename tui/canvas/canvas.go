// Package canvas is what screens draw on: a grid of terminal cells cut into clipped rectangles, with
// the places that can be clicked noted as they are drawn. It knows nothing of screens or actions.
//
// Widths are display cells, never bytes or runes. Nothing drawn through a canvas can leave its
// rectangle, and no text can carry an escape sequence to the terminal.
package canvas

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Style is the look of cells.
type Style = uv.Style

// Rect is a rectangle in cells; an empty one is normal and draws nothing.
type Rect = uv.Rectangle

// Click is what happens at a clicked place, given the cell that was hit relative to the area.
type Click func(x, y int) tea.Cmd

// frame is one picture of the whole window, shared by all canvases cut from it.
type frame struct {
	grid
	areas  []area
	drops  []area
	cursor *tea.Cursor
}

type area struct {
	rect  Rect
	click Click
}

// Canvas is a clipped view of a frame with its own origin. The zero value draws nothing.
type Canvas struct {
	frame *frame
	rect  Rect
}

// New is a canvas over a whole window. Its buffer may be used again through Clear.
func New(width, height int) *Canvas {
	width, height = max(width, 0), max(height, 0)
	return &Canvas{frame: &frame{grid: newGrid(width, height)}, rect: uv.Rect(0, 0, width, height)}
}

// Resize changes the size of the whole window and clears it.
func (c *Canvas) Resize(width, height int) {
	width, height = max(width, 0), max(height, 0)
	c.frame.grid = newGrid(width, height)
	c.rect = uv.Rect(0, 0, width, height)
	c.Clear()
}

// Clear empties the whole window: cells, click areas and cursor.
func (c *Canvas) Clear() {
	c.frame.grid.clear()
	c.frame.areas, c.frame.drops = c.frame.areas[:0], c.frame.drops[:0]
	c.frame.cursor = nil
}

// Width is the number of cells in a row of c.
func (c *Canvas) Width() int { return c.rect.Dx() }

// Height is the number of rows of c.
func (c *Canvas) Height() int { return c.rect.Dy() }

// Sub is the part of c at x, y with that width and height, clipped to c.
func (c *Canvas) Sub(x, y, width, height int) *Canvas {
	r := uv.Rect(c.rect.Min.X+x, c.rect.Min.Y+y, max(width, 0), max(height, 0)).Intersect(c.rect)
	return &Canvas{frame: c.frame, rect: r}
}

// Rows is the part of c from row y on, so many rows high; a negative height leaves that many rows
// at the bottom free.
func (c *Canvas) Rows(y, height int) *Canvas {
	if height < 0 {
		height = c.Height() - y + height
	}
	return c.Sub(0, y, c.Width(), height)
}

// Columns is the part of c from column x on, so many cells wide; a negative width leaves that many
// cells on the right free.
func (c *Canvas) Columns(x, width int) *Canvas {
	if width < 0 {
		width = c.Width() - x + width
	}
	return c.Sub(x, 0, width, c.Height())
}

// Text draws s from x, y to the edge and gives the cells it took. Line breaks and control
// characters become nothing.
func (c *Canvas) Text(x, y int, style Style, s string) int {
	if y < 0 || y >= c.Height() {
		return 0
	}
	start, look := x, c.frame.look(style)
	for s != "" {
		if b := s[0]; b < 0x80 && (len(s) == 1 || s[1] < 0x80) {
			s = s[1:]
			if b >= ' ' && b != 0x7f {
				c.set(x, y, cell{text: ascii[b : b+1], width: 1, look: look})
				x++
			}
			continue
		}
		cluster, width := ansi.FirstGraphemeCluster(s, ansi.WcWidth)
		s = s[len(cluster):]
		if width == 0 || hidden(cluster) {
			continue
		}
		c.set(x, y, cell{text: cluster, width: uint8(width), look: look})
		x += width
	}
	return x - start
}

// ascii holds every ASCII character at its own place, so that a cell of one needs no new string.
var ascii = func() string {
	b := make([]byte, 128)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}()

// hidden reports whether a cluster begins with something that is not to be seen: a control, a
// format or a direction character.
func hidden(cluster string) bool {
	for _, r := range cluster {
		return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
	}
	return true
}

func (c *Canvas) set(x, y int, cell cell) {
	at := uv.Pos(c.rect.Min.X+x, c.rect.Min.Y+y)
	if x < 0 || at.X+int(cell.width) > c.rect.Max.X || !at.In(c.rect) {
		return
	}
	c.frame.put(at.X, at.Y, cell)
}

// Field draws s in a field of that width, cut with an ellipsis and padded with spaces in the same
// style.
func (c *Canvas) Field(x, y, width int, style Style, s string) {
	if width <= 0 {
		return
	}
	used := c.Text(x, y, style, Cut(s, width))
	c.Text(x+used, y, style, strings.Repeat(" ", max(width-used, 0)))
}

// Right draws s so that it ends before column x, and gives the column it begins at.
func (c *Canvas) Right(x, y int, style Style, s string) int {
	start := x - Width(s)
	c.Text(start, y, style, s)
	return start
}

// Fill fills all of c with spaces of that style.
func (c *Canvas) Fill(style Style) {
	for y := range c.Height() {
		c.Text(0, y, style, strings.Repeat(" ", c.Width()))
	}
}

// Tint lays a background and attributes under what is already drawn in row y.
func (c *Canvas) Tint(y int, style Style) {
	if y < 0 || y >= c.Height() {
		return
	}
	row := c.frame.row(c.rect.Min.Y + y)[c.rect.Min.X:c.rect.Max.X]
	for x, cell := range row {
		if cell.width == 0 {
			continue
		}
		tinted := c.frame.looks[cell.look]
		tinted.Bg = style.Bg
		tinted.Attrs |= style.Attrs
		row[x].look = c.frame.look(tinted)
	}
}

// Rule draws a thin line across row y.
func (c *Canvas) Rule(y int, style Style) {
	c.Text(0, y, style, strings.Repeat("─", c.Width()))
}

// Bar draws a bar of that width, full by part of whole.
func (c *Canvas) Bar(x, y, width, part, whole int, full, empty Style) {
	filled := 0
	if whole > 0 {
		filled = min(width*part/whole, width)
	}
	c.Text(x, y, full, strings.Repeat("█", filled))
	c.Text(x+filled, y, empty, strings.Repeat("░", width-filled))
}

// Wrap draws s over as many rows as it needs from y on, at most the rows of c, broken at words, and
// gives the number of rows used.
func (c *Canvas) Wrap(x, y int, style Style, s string) int {
	lines := WrapText(s, c.Width()-x)
	for i, line := range lines {
		c.Text(x, y+i, style, line)
	}
	return len(lines)
}

// Area makes all of c clickable. Of areas that lie over one another the one drawn last wins.
func (c *Canvas) Area(click Click) {
	if !c.rect.Empty() {
		c.frame.areas = append(c.frame.areas, area{c.rect, click})
	}
}

// Drop makes all of c a place where something that the mouse drags can be let go.
func (c *Canvas) Drop(drop Click) {
	if !c.rect.Empty() {
		c.frame.drops = append(c.frame.drops, area{c.rect, drop})
	}
}

// Cursor puts the terminal's own cursor at x, y of c, where a screen reader finds it.
func (c *Canvas) Cursor(x, y int) {
	at := uv.Pos(c.rect.Min.X+x, c.rect.Min.Y+y)
	if at.In(c.rect) {
		c.frame.cursor = tea.NewCursor(at.X, at.Y)
	}
}

// NoCursor takes the cursor away: a popup hides that of the screen below it.
func (c *Canvas) NoCursor() { c.frame.cursor = nil }

// CursorAt is where the cursor was put, nil for nowhere.
func (c *Canvas) CursorAt() *tea.Cursor { return c.frame.cursor }

// Hit is what happens on a click at x, y of the window, nil for nothing.
func (c *Canvas) Hit(x, y int) tea.Cmd { return hit(c.frame.areas, x, y) }

// HitDrop is what happens when something is let go at x, y of the window, nil for nothing.
func (c *Canvas) HitDrop(x, y int) tea.Cmd { return hit(c.frame.drops, x, y) }

func hit(areas []area, x, y int) tea.Cmd {
	for i := len(areas) - 1; i >= 0; i-- {
		a := areas[i]
		if uv.Pos(x, y).In(a.rect) {
			return a.click(x-a.rect.Min.X, y-a.rect.Min.Y)
		}
	}
	return nil
}

// Render is the window as text with colours, for the terminal.
func (c *Canvas) Render() string { return c.frame.rendered() }

// Plain is the window as text without colours, without spaces at the ends of lines.
func (c *Canvas) Plain() string {
	lines := make([]string, c.Height())
	for y := range lines {
		lines[y] = strings.TrimRight(c.frame.plain(y), " ")
	}
	return strings.Join(lines, "\n")
}

// Line is row y of the window as text without colours.
func (c *Canvas) Line(y int) string { return c.frame.plain(y) }

// StyleAt is the style of the cell at x, y of the window.
func (c *Canvas) StyleAt(x, y int) Style {
	if row := c.frame.row(y); x >= 0 && x < len(row) {
		return c.frame.looks[row[x].look]
	}
	return Style{}
}
