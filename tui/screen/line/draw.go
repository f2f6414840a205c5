package line

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
)

// partWidth is the column in which the parts are named.
const partWidth = 16

// warmFrom is the height from which there is room for a word to you, too, and airyFrom that from which an
// empty row stands below it.
const (
	warmFrom = 30
	airyFrom = 46
)

// Draw draws the parts, and below them the letter of the selected adult where there is room.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	p.drawHead(c.Rows(1, 1))
	if c.Height() >= warmFrom {
		c.Text(1, 2, p.Theme.Dim, canvas.Cut("Thank you for holding it. Put the kettle on again; then the thanks, while it is fresh.", c.Width()-2))
	}
	body := c.Rows(3, c.Height()-3)
	if c.Height() >= airyFrom {
		body = c.Rows(4, c.Height()-4)
	}
	rows := body.Height()
	if letter := p.shownLetter(); letter != "" && body.Height() > len(p.lines)+8 {
		rows = len(p.lines)
		p.drawLetter(body.Sub(2, rows+1, min(body.Width()-4, 100), body.Height()-rows-1), letter)
	}
	open := func() tea.Cmd { return screen.Run(action.LineTake) }
	shown := ""
	p.list.Draw(body.Rows(0, rows), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		r := p.lines[i]
		if r.heading {
			return
		}
		if string(r.part) != shown {
			shown = string(r.part)
			row.Text(0, 0, p.Theme.Accent, shown)
		}
		p.drawRow(row, r)
	}, open)
}

func (p *Page) drawHead(c *canvas.Canvas) {
	th, m := p.Theme, p.prep.Meeting
	x := 1 + c.Text(1, 0, th.Dim, "Meetings › "+canvas.Cut(p.prep.Family.Name, 24)+" › ")
	x += c.Text(x, 0, th.Strong, "Draw a line")
	when := m.Start.Near(p.Today())
	if m.Began.Clock() != "" {
		when = m.Began.Near(p.Today()) + " to " + string(p.Now().Clock())
	}
	x += 3 + c.Text(x+3, 0, th.Dim, canvas.Cut(when, c.Width()-x-4))
	if c.Width() >= stateFrom {
		p.drawState(c.Columns(x, c.Width()-x))
	}
}

// stateFrom is the width from which the head says what is done of the page.
const stateFrom = 100

// drawState draws which parts of the page have their answer.
func (p *Page) drawState(c *canvas.Canvas) {
	line, _ := p.drawn()
	end := c.Width() - 1
	for _, part := range []struct {
		words string
		done  bool
	}{
		{"letters", len(line.Letters) > 0}, {"date", line.Next.Start != ""},
		{"agreed", len(line.Agreements)+len(line.Outcomes) > 0}, {"thanks", line.Thanks != "" && len(line.ThankYous) > 0},
	} {
		style := p.Theme.Good
		if !part.done {
			style = p.Theme.Dim
		}
		end = c.Right(end, 0, p.Theme.Text, part.words)
		end = c.Right(end-1, 0, style, tickMark(part.done)) - 2
	}
}

func (p *Page) drawRow(row *canvas.Canvas, r row) {
	th := p.Theme
	style := th.Good
	if r.mark != "✓" {
		style = th.Dim
	}
	note := canvas.Cut(r.note, (row.Width()-partWidth)*2/3)
	end := row.Right(row.Width()-1, 0, th.Dim, note)
	row.Text(partWidth, 0, style, r.mark)
	words := th.Text
	if r.mark == "+" {
		words = th.Dim
	}
	row.Text(partWidth+2, 0, words, canvas.Cut(r.words, end-partWidth-4))
}

// shownLetter is the letter of the selected adult, else of the first one.
func (p *Page) shownLetter() string {
	selected := p.selected().letter
	for _, a := range p.adults {
		if selected != 0 && a.ID != selected || p.answers.None[a.ID] {
			continue
		}
		if body, err := p.letterTo(a); err == nil {
			return body
		}
	}
	return ""
}

func (p *Page) drawLetter(c *canvas.Canvas, body string) {
	lines := canvas.WrapText(body, c.Width()-4)
	box := c.Rows(0, min(len(lines)+2, c.Height()))
	form.Border(box, p.Theme, "")
	in := box.Sub(2, 1, box.Width()-4, box.Height()-2)
	for y, l := range lines {
		in.Text(0, y, p.Theme.Text, l)
	}
	switch more := len(lines) - in.Height(); {
	case more == 1:
		box.Text(3, box.Height()-1, p.Theme.Dim, " 1 more line ")
	case more > 1:
		box.Text(3, box.Height()-1, p.Theme.Dim, fmt.Sprintf(" %d more lines ", more))
	}
}
