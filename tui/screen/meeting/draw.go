package meeting

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// Draw draws the header and the checklist, and people and agenda beside it where there is room.
func (p *Prepare) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	p.drawHeader(c)
	body := c.Rows(top, c.Height()-top)
	if p.glance {
		p.drawGlance(body)
		return
	}
	if c.Width() >= sideFrom {
		width := c.Width() - c.Width()/3
		p.drawBeside(body.Columns(width+1, -1), slices.Concat(p.who(), p.what()))
		body = body.Columns(0, width)
	}
	p.drawChecklist(body)
}

// drawChecklist draws the visible rows. Under a selected question there is always a row for its
// words, also at the lower edge.
func (p *Prepare) drawChecklist(c *canvas.Canvas) {
	lines := p.lines()
	p.list.SetTotal(len(lines))
	rows := c
	if i, ok := p.selectedItem(); ok && i.Question != "" {
		rows = c.Rows(0, c.Height()-1)
	}
	p.list.Draw(rows, p.Theme, true, func(row *canvas.Canvas, i int, _ bool) { p.drawLine(row, p.headed(lines, i)) },
		func() tea.Cmd { return screen.Run(action.ItemSettle) })
	p.clickDay(rows, lines)
	first, _ := p.list.Visible()
	if last := first + rows.Height(); rows != c && last < len(lines) {
		p.drawLine(c.Sub(1, rows.Height(), c.Width()-1, 1), lines[last])
	}
}

// headed is a line with its group's name, also where the group's first row is above the window.
func (p *Prepare) headed(lines []line, i int) line {
	l := lines[i]
	if first, _ := p.list.Visible(); i == first && l.isItem && l.item.Group != model.GroupDay {
		l.group = l.item.Group
	}
	return l
}

// drawHeader draws whose meeting it is, when and where, and how ready it is; below it, what it began with.
func (p *Prepare) drawHeader(c *canvas.Canvas) {
	n, m := model.Ready(p.items)
	right := c.Right(c.Width()-1, 1, p.Theme.Text, fmt.Sprintf("%d of %d", n, m))
	when := p.when(c.Width() >= saysFrom)
	needs := min(canvas.Width(when), mostWhen)
	if bar := min(max(c.Width()/5, 8), 28, right-p.crumbsWidth()-needs-6); bar >= leastBar {
		right -= bar + 1
		c.Bar(right, 1, bar, n, m, p.Theme.Good, p.Theme.Empty)
	}
	x := p.drawCrumbs(c, right-needs-4)
	c.Text(x+2, 1, p.Theme.Text, canvas.Cut(when, right-x-4))
	c.Text(1, 2, p.Theme.Dim, canvas.Cut(p.beganWith(), c.Width()-2))
}

// The time comes before the bar, of which the number says as much, and before the end of a long name.
const (
	leastBar = 4
	mostWhen = 24
)

// when is the time, and with room for it the length and the place; or what became of the meeting.
func (p *Prepare) when(long bool) string {
	m := p.prep.Meeting
	if m.Status == model.Cancelled || m.Status == model.Missed {
		return string(m.Status) + ": " + m.StatusWhy
	}
	said := []string{"no time yet"}
	if m.Start != "" {
		said[0] = m.Start.Near(p.Today())
	}
	if m.Status == model.Running || m.Status == model.Held {
		said[0] += ", " + string(m.Status)
	}
	if long {
		said = append(said, fmt.Sprintf("%d min", m.Minutes))
		if p.prep.Room.Name != "" {
			said = append(said, p.prep.Room.Name)
		}
	}
	return strings.Join(said, ", ")
}
