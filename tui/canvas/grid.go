package canvas

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// grid holds the cells of a window. Those of ultraviolet take five times the room: each carries its whole
// style and a link.
type grid struct {
	width int
	cells []cell
	looks []Style // the styles in use; a new window has only the first, that of nothing
}

// cell is one cell of a grid. The rest of what a wide character covers has no width.
type cell struct {
	text  string // what is to be seen there, with what combines with it
	look  uint16 // which of the looks it has
	width uint8
}

func newGrid(width, height int) grid {
	g := grid{width: width, cells: make([]cell, width*height), looks: make([]Style, 1)}
	g.clear()
	return g
}

func (g *grid) clear() {
	g.looks = g.looks[:1]
	for i := range g.cells {
		g.cells[i] = cell{text: " ", width: 1}
	}
}

// look is the number of a style.
func (g *grid) look(style Style) uint16 {
	for i := range g.looks {
		if g.looks[i] == style {
			return uint16(i)
		}
	}
	g.looks = append(g.looks, style)
	return uint16(len(g.looks) - 1)
}

// row is one row of cells; none where the window has no such row.
func (g *grid) row(y int) []cell {
	if y < 0 || y*g.width >= len(g.cells) {
		return nil
	}
	return g.cells[y*g.width:][:g.width]
}

// put sets a cell that fits into its row. What is left of a wide character of which it covers a part
// becomes spaces.
func (g *grid) put(x, y int, c cell) {
	row := g.row(y)
	for i := x; i < x+int(c.width); i++ {
		if row[i].width != 1 {
			blank(row, i)
		}
	}
	row[x] = c
	for i := x + 1; i < x+int(c.width); i++ {
		row[i] = cell{}
	}
}

// blank makes spaces of the wide character that covers x.
func blank(row []cell, x int) {
	first := x
	for first > 0 && row[first].width == 0 {
		first--
	}
	for i, wide := first, row[first]; i < first+int(wide.width); i++ {
		row[i] = cell{text: " ", width: 1, look: wide.look}
	}
}

// rendered is the whole grid with the sequences that change from one look to the next; each row begins
// and ends with the look of nothing.
func (g *grid) rendered() string {
	var b strings.Builder
	for y := 0; y*g.width < len(g.cells); y++ {
		if y > 0 {
			b.WriteByte('\n')
		}
		pen := uint16(0)
		for _, c := range g.row(y) {
			if c.look != pen && c.width > 0 {
				b.WriteString(g.looks[c.look].Diff(&g.looks[pen]))
				pen = c.look
			}
			b.WriteString(c.text)
		}
		if pen != 0 {
			b.WriteString(ansi.ResetStyle)
		}
	}
	return b.String()
}

// plain is row y without looks.
func (g *grid) plain(y int) string {
	var b strings.Builder
	for _, c := range g.row(y) {
		b.WriteString(c.text)
	}
	return b.String()
}
