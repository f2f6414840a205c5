package meeting

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// The items of the day itself are a reminder before the door opens: where there is room they stand
// side by side, and up and down go through them one by one.

const dayGap = 4 // cells between two items of the day

// besideWidth is how many cells the glyph and the words of an item of the day take.
func besideWidth(i model.Item) int { return textAt - glyphAt + canvas.Width(i.Asks) }

// fitsBeside reports whether an item fits behind those of a row.
func (p *Prepare) fitsBeside(l line, item model.Item) bool {
	if len(l.beside) == 0 {
		return false
	}
	width := glyphAt + besideWidth(item)
	for _, i := range l.beside {
		width += besideWidth(i) + dayGap
	}
	return width < p.checklistWidth()
}

// checklistWidth is how much of the window the checklist has.
func (p *Prepare) checklistWidth() int {
	if p.Width >= sideFrom {
		return p.Width - p.Width/3
	}
	return p.Width
}

// inRow is the place of the selected item in a row of the day, the first when it is in another row.
func (p *Prepare) inRow(l line) int {
	return max(slices.IndexFunc(l.beside, func(i model.Item) bool { return i.ID == p.item }), 0)
}

// step goes one item down, or up for -1: through a row of the day first.
func (p *Prepare) step(by int) tea.Cmd {
	lines, at := p.lines(), p.list.At()
	if p.glance || at < 0 || at >= len(lines) {
		p.list.Move(by)
		return p.remember()
	}
	if to := p.inRow(lines[at]) + by; to >= 0 && to < len(lines[at].beside) {
		p.item = lines[at].beside[to].ID
		return nil
	}
	p.list.Move(by)
	if now := p.list.At(); now != at && by < 0 && len(lines[now].beside) > 0 {
		p.item = lines[now].beside[len(lines[now].beside)-1].ID
		return nil
	}
	return p.remember()
}

// drawDay draws items of the day side by side; the marker stands before the selected one.
func (p *Prepare) drawDay(row *canvas.Canvas, items []model.Item) {
	x := glyphAt
	for _, i := range items {
		glyph, text := p.styles(i)
		row.Text(x, 0, glyph, i.State.Glyph())
		row.Text(x+textAt-glyphAt, 0, text, i.Asks)
		if i.ID == p.item {
			row.Text(x-1, 0, p.Theme.Marker, theme.GlyphMarker)
		}
		x += besideWidth(i) + dayGap
	}
}

// clickDay lets each item of the visible rows of the day be clicked by itself.
func (p *Prepare) clickDay(c *canvas.Canvas, lines []line) {
	top, height := p.list.Visible()
	for at := top; at < min(top+height, len(lines)); at++ {
		x := 1 + glyphAt
		for _, i := range lines[at].beside {
			c.Sub(x, at-top, besideWidth(i), 1).Area(func(int, int) tea.Cmd { return p.clickItem(at, i) })
			x += besideWidth(i) + dayGap
		}
	}
}

func (p *Prepare) clickItem(row int, i model.Item) tea.Cmd {
	if p.item == i.ID {
		return screen.Run(action.ItemSettle)
	}
	p.item = i.ID
	p.list.Select(row)
	return nil
}
