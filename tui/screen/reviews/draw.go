package reviews

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// besideFrom is the width from which a review's steps stand beside the list.
const besideFrom = 100

// Draw draws the filter, the list, and what there is to say about the selected pupil.
func (p *Page) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	p.drawFilter(c.Rows(0, 1))
	if !p.known {
		return
	}
	body := c.Rows(2, c.Height()-2)
	switch {
	case p.list.Total() == 0:
		p.drawEmpty(body.Columns(2, body.Width()-4))
	case p.countdown && c.Width() >= besideFrom:
		side := min(c.Width()*2/5, 84)
		p.drawDates(body.Columns(0, body.Width()-side-1))
		p.drawSteps(body.Columns(body.Width()-side, side), true)
	case p.countdown:
		below := min(max(body.Height()/2-1, 4), 11)
		p.drawDates(body.Rows(0, body.Height()-below))
		p.drawSteps(body.Rows(body.Height()-below, below), false)
	default:
		p.drawGrid(body)
	}
}

// drawFilter draws the filter, and what is listed.
func (p *Page) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, p.Theme.Accent, name(action.ReviewFind))
	count := ""
	if p.known {
		count = p.summary()
	}
	at := c.Right(c.Width()-1, 0, p.Theme.Dim, canvas.Cut(count, c.Width()/2))
	line := c.Sub(3, 0, max(at-5, 0), 1)
	p.filter.Draw(line, p.Theme, p.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.ReviewFind) })
}

func (p *Page) summary() string {
	what := "with SEN support or a plan"
	if p.countdown {
		what = "with a plan, the nearest first"
	}
	if p.list.Total() == 1 {
		return "1 pupil " + what
	}
	return fmt.Sprintf("%d pupils %s", p.list.Total(), what)
}

// drawEmpty says why nobody is listed, and what to do.
func (p *Page) drawEmpty(c *canvas.Canvas) {
	switch {
	case p.filter.Text() != "":
		c.Text(0, 0, p.Theme.Strong, canvas.Cut("No pupil fits “"+p.filter.Text()+"”.", c.Width()))
		c.Text(0, 2, p.Theme.Dim, "Fewer letters find more; Esc shows all again.")
	case p.countdown:
		c.Text(0, 0, p.Theme.Strong, "No pupil has an EHCP.")
		c.Wrap(0, 2, p.Theme.Dim, "A child's SEN status and the day of the plan stand on the family's page. Then the dates of each annual review are counted here.")
	default:
		c.Text(0, 0, p.Theme.Strong, "No pupil has SEN support or an EHCP.")
		c.Wrap(0, 2, p.Theme.Dim, "A child's SEN status stands on the family's page, or comes with the office's file. Then the meetings of each term are shown here.")
	}
}
