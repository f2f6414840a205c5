package meeting

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// Sizes of the room's parts.
const (
	layoutsWidth = 34
	factsWidth   = 22 // where the facts stand beside the layouts
	besideFrom   = 76 // the width from which layouts and picture stand side by side
	widestRoom   = 76
	highestRoom  = 19
	widestWho    = 44
	leastRoom    = 8
)

// Draw draws the layouts with the facts of the room, and the picture: side by side, or in a narrow
// window the part that has the cursor.
func (r *Room) Draw(c *canvas.Canvas) {
	if !r.known {
		return
	}
	if c.Width() >= besideFrom || !r.onSeats {
		r.drawCrumbs(c, c.Width()-1)
	}
	if c.Width() < besideFrom {
		if r.onSeats { // every row counts: the path gives way to the picture
			r.drawSide(c.Columns(1, c.Width()-2), false)
			return
		}
		body := c.Rows(top, c.Height()-top)
		r.drawLayouts(body.Columns(0, layoutsWidth))
		r.drawFacts(body.Columns(body.Width()-factsWidth, factsWidth-1), 1)
		return
	}
	body := c.Rows(top, c.Height()-top)
	for y := range body.Height() {
		body.Text(layoutsWidth+1, y, r.Theme.Rule, "│")
	}
	left := body.Columns(0, layoutsWidth)
	facts := r.factsHeight(left.Width())
	rows := min(len(r.layouts), max(left.Height()-facts-1, 3))
	r.drawLayouts(left.Rows(0, rows))
	r.drawFacts(left.Sub(1, rows+1, left.Width()-1, left.Height()-rows-1), 2)
	right := body.Columns(layoutsWidth+3, body.Width()-layoutsWidth-4)
	if body.Width() >= sideFrom {
		r.drawWho(right.Columns(widestRoom+3, min(right.Width()-widestRoom-3, widestWho)))
		right = right.Columns(0, widestRoom)
	}
	r.drawSide(right, body.Width() < sideFrom)
}

func (r *Room) drawLayouts(c *canvas.Canvas) {
	r.list.Draw(c, r.Theme, !r.onSeats, func(row *canvas.Canvas, i int, _ bool) { r.drawLayout(row, r.layouts[i]) },
		func() tea.Cmd { return screen.Run(action.LayoutTake) })
}

// drawLayout draws a layout in the list: with its word, or how many seats it has where these are too
// few.
func (r *Room) drawLayout(row *canvas.Canvas, l model.Layout) {
	th := r.Theme
	mark, word := theme.GlyphOpen, l.Judgement
	if r.chosen(l) {
		mark, word = theme.GlyphDone, r.sitting[l.ID].judged.Word
	}
	row.Text(0, 0, th.Good, mark)
	row.Text(2, 0, th.Text, canvas.Cut(l.Name, 18))
	text, style := string(word), th.Dim
	if len(l.Seats) < len(r.shown().Sitters) {
		text = fmt.Sprintf("%d seats", len(l.Seats))
	} else if word == model.JudgedBarrier || word == model.JudgedTwoSides {
		style = th.Warn
	}
	row.Text(21, 0, style, text)
}

// drawSide draws the picture and what is said of it below.
func (r *Room) drawSide(c *canvas.Canvas, legend bool) {
	short := c.Height() < shortWindow
	below := r.saidBelow(legend, short)
	rows := 0
	if r.onSeats || r.anybodyStands() {
		rows++
	}
	for _, s := range below {
		rows += len(canvas.WrapText(s.text, c.Width()))
	}
	height := min(max(c.Height()-rows, leastRoom), highestRoom, c.Height())
	r.drawPicture(c.Sub(0, 0, min(c.Width(), widestRoom), height+1))
	y := height
	if r.anybodyStands() {
		y = height + 1
	}
	for _, s := range below {
		row := c.Rows(y, c.Height()-y)
		y += row.Wrap(0, 0, s.style, s.text)
		if strings.HasPrefix(s.text, goodWord) {
			row.Text(0, 0, r.Theme.Good, goodWord)
		}
	}
}

func (r *Room) anybodyStands() bool {
	spots := r.spots()
	return len(spots) > 0 && spots[len(spots)-1].seat == 0
}

// drawPicture draws the layout with the people on their seats, and below its last row those who have
// none.
func (r *Room) drawPicture(c *canvas.Canvas) {
	title := r.layout().Name
	if r.shown().likely {
		title += ", as they could sit"
	}
	p := picture{c.Rows(0, c.Height()-1), r.Theme, r.layout().Things}
	p.drawRoom(title)
	spots := r.spots()
	seats := len(r.layout().Seats)
	chips := make([]chip, len(spots))
	for i, s := range spots {
		chips[i] = r.chipOf(s)
	}
	at, named := p.places(chips[:seats])
	for i := range seats {
		cell := p.Sub(at[i].Min.X-1, at[i].Min.Y, at[i].Dx()+2, 1)
		r.drawSpot(cell, i, chips[i].style, chips[i].text(named))
	}
	if !r.anybodyStands() {
		return
	}
	x := 1 + c.Text(1, c.Height()-1, r.Theme.Dim, "Without a seat:")
	for i := seats; i < len(spots); i++ {
		text := chips[i].text(true)
		if i-seats > 1 || len(spots)-seats > 3 {
			text = chips[i].text(false)
		}
		width := canvas.Width(text) + 2
		r.drawSpot(c.Sub(x, c.Height()-1, width, 1), i, chips[i].style, text)
		x += width
	}
}

func (r *Room) chipOf(s spot) chip {
	if s.sitter < 0 {
		return chip{Place: s.Place, glyph: theme.GlyphOpen, style: r.Theme.Dim}
	}
	w := r.shown().Sitters[s.sitter]
	return chip{s.Place, groupGlyphs()[w.Group], w.Name, w.Initials, groupStyle(r.Theme, w.Group)}
}

// drawSpot draws a spot with a cell free on either side: the marker before the selected one, brackets
// round whom one holds.
func (r *Room) drawSpot(c *canvas.Canvas, i int, style canvas.Style, text string) {
	c.Text(1, 0, style, text)
	if s := r.spots()[i]; s.sitter >= 0 && s.sitter == r.heldSitter() {
		c.Text(0, 0, r.Theme.Marker, "(")
		c.Text(c.Width()-1, 0, r.Theme.Marker, ")")
	}
	if r.onSeats && i == r.spot {
		c.Text(0, 0, r.Theme.Marker, theme.GlyphMarker)
		c.Tint(0, r.Theme.Selected)
		c.Cursor(0, 0)
	}
	c.Area(func(int, int) tea.Cmd { return r.clickSpot(i) })
	c.Drop(func(int, int) tea.Cmd { return r.dropOn(i) })
}
