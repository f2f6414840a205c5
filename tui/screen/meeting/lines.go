package meeting

import (
	"kettle/model"
	"kettle/tui/canvas"
)

// line is one row of the checklist: an item, the question under one, the heading of the day, or an
// empty row between groups.
type line struct {
	item    model.Item
	isItem  bool
	group   model.Group // shown before the first item of a group
	heading string
	text    string       // the question under an item
	beside  []model.Item // those of the day that stand side by side in this row, item the first of them
}

// top is the number of rows above the checklist: an empty one, the crumbs, an empty one.
const top = 3

// lines are the rows of the checklist in their order. Groups are apart by an empty row where there
// is room for all.
func (p *Prepare) lines() []line {
	var lines []line
	groups := 0
	for i, item := range p.items {
		if last := len(lines) - 1; last >= 0 && item.Group == model.GroupDay && p.fitsBeside(lines[last], item) {
			lines[last].beside = append(lines[last].beside, item)
			continue
		}
		first := i == 0 || p.items[i-1].Group != item.Group
		if first {
			groups++
		}
		lines = append(lines, p.linesOf(item, first)...)
	}
	if len(lines)+groups-1 > p.rowsBelow() {
		return lines
	}
	return spaced(lines)
}

// rowsBelow is how many rows the window has for the checklist.
func (p *Prepare) rowsBelow() int { return p.Height - 4 - top }

func (p *Prepare) linesOf(item model.Item, first bool) []line {
	own := line{item: item, isItem: true}
	var lines []line
	if first && item.Group == model.GroupDay {
		lines = append(lines, line{heading: string(item.Group), group: item.Group})
	} else if first {
		own.group = item.Group
	}
	if item.Group == model.GroupDay {
		own.beside = []model.Item{item}
	}
	lines = append(lines, own)
	if item.Question != "" {
		lines = append(lines, line{text: item.Question})
	}
	return lines
}

// spaced puts an empty row before each group but the first.
func spaced(lines []line) []line {
	var all []line
	for i, l := range lines {
		if l.group != "" && i > 0 {
			all = append(all, line{})
		}
		all = append(all, l)
	}
	return all
}

// The columns of the checklist, from the row's second cell on.
const (
	glyphAt  = 7
	textAt   = 9
	saysFrom = 100 // the width of the window from which what is known stands beside the item
	sideFrom = 160 // the width from which people and agenda stand beside the checklist

	leastSays = 8 // cells in which a word of what is known fits behind an item
)

// saysAt is the column at which what is known about an item begins.
func saysAt(width int) int { return min(width*48/100, 70) }

func (p *Prepare) drawLine(row *canvas.Canvas, l line) {
	th := p.Theme
	switch {
	case l.heading != "":
		row.Text(0, 0, th.Accent, l.heading)
	case l.text != "":
		row.Text(textAt, 0, th.Dim, canvas.Cut(l.text, row.Width()-textAt))
	case len(l.beside) > 1:
		p.drawDay(row, l.beside)
	case l.isItem:
		row.Text(0, 0, th.Accent, string(l.group))
		p.drawItem(row, l.item)
	}
}

func (p *Prepare) drawItem(row *canvas.Canvas, i model.Item) {
	th := p.Theme
	glyph, text := p.styles(i)
	row.Text(glyphAt, 0, glyph, i.State.Glyph())
	used := textAt + row.Text(textAt, 0, text, canvas.Cut(i.Asks, row.Width()-textAt-1)) + 2
	width := p.drawDue(row, i, used)
	if row.Width() >= saysFrom-4 {
		at := max(saysAt(row.Width()), used)
		row.Text(at, 0, th.Dim, canvas.Cut(i.Says, width-at-1))
		return
	}
	if left := width - used - 1; left >= leastSays && (i.State.Settled() || i.Question != "") {
		row.Text(used, 0, th.Dim, canvas.Cut(i.Says, left))
	}
}

// drawDue says at the right edge, where there is room, that an item is late or that its day has come,
// and gives how much of the row is left.
func (p *Prepare) drawDue(row *canvas.Canvas, i model.Item, used int) int {
	glyph, words := i.DueWords(p.Today())
	style := p.Theme.Dim
	if i.Late(p.Today()) {
		style = p.Theme.Warn
	}
	width := canvas.Width(glyph+" "+words) + 1
	if words == "" || used+width > row.Width() {
		return row.Width()
	}
	row.Right(row.Width()-1, 0, style, glyph+" "+words)
	return row.Width() - width
}

// styles are those of an item's glyph and its words.
func (p *Prepare) styles(i model.Item) (glyph, text canvas.Style) {
	th := p.Theme
	switch i.State {
	case model.SettledByFacts, model.TickedByHand:
		return th.Good, th.Text
	case model.ItemLeftOut:
		return th.Dim, th.Dim
	case model.ItemAsks:
		if i.When != model.OnTheDay && p.isNear() {
			return th.Late, th.Late
		}
		return th.Warn, th.Warn
	}
	if i.Group == model.GroupDay || i.Group == model.GroupAfter {
		return th.Dim, th.Text
	}
	return th.Warn, th.Warn
}

// isNear reports whether the meeting is today or tomorrow.
func (p *Prepare) isNear() bool {
	day := p.prep.Meeting.Start.Date()
	return day != "" && p.Today().DaysUntil(day) <= 1
}
