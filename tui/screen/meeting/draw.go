package meeting

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"

	tea "charm.land/bubbletea/v2"
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
		p.drawBeside(body.Columns(width+1, -1))
		body = body.Columns(0, width)
	}
	lines := p.lines()
	p.list.SetTotal(len(lines))
	p.list.Draw(body, p.Theme, true, func(row *canvas.Canvas, i int, _ bool) { p.drawLine(row, lines[i]) },
		func() tea.Cmd { return screen.Run(action.ItemSettle) })
}

// drawHeader draws whose meeting it is, when and where, and how ready it is.
func (p *Prepare) drawHeader(c *canvas.Canvas) {
	n, m := model.Ready(p.items)
	right := c.Right(c.Width()-1, 1, p.Theme.Text, fmt.Sprintf("%d of %d", n, m))
	bar := min(max(c.Width()/5, 8), 28)
	right -= bar + 1
	c.Bar(right, 1, bar, n, m, p.Theme.Good, p.Theme.Empty)
	x := p.drawCrumbs(c, right-1)
	when := p.when(c.Width() >= saysFrom)
	c.Text(x+2, 1, p.Theme.Text, canvas.Cut(when, right-x-4))
}

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
