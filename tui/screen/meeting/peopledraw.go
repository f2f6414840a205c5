package meeting

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var peopleColumns = widget.Columns{
	{Title: "Name", Width: 20, Grow: 1},
	{Title: "Is", Width: 14, Grow: 2, From: 76},
	{Title: "Here because", Width: 20, Grow: 4},
	{Title: "Answer", Width: 14, Grow: 1},
}

// Draw draws the open questions, then everybody.
func (p *People) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	p.drawCrumbs(c, c.Width()-1)
	p.drawSides(c)
	y := top + 1
	for _, i := range p.asks {
		y += p.drawQuestion(c.Rows(y, c.Height()-y), i)
	}
	y++
	if len(p.rows) == 0 {
		p.drawEmpty(c.Sub(2, y, c.Width()-4, c.Height()-y), "Nobody is on the list, and nobody is linked to these children.",
			key(action.PersonAdd)+" adds somebody by name.")
		return
	}
	cells := peopleColumns.Lay(c.Width() - 2)
	p.drawList(c.Rows(y, c.Height()-y), cells)
}

// drawSides counts both sides in words (practice 25).
func (p *People) drawSides(c *canvas.Canvas) {
	glyph, style := theme.GlyphDone, p.Theme.Text
	if p.sides.Outnumbers() {
		glyph, style = theme.GlyphAsk, p.Theme.Warn
	}
	c.Text(1, top, style, canvas.Cut(glyph+" "+p.sides.Words(), c.Width()-2))
}

// drawList draws everybody. What is to be known of the selected person is seen at the lower edge, too.
func (p *People) drawList(c *canvas.Canvas, cells []widget.Cell) {
	rows, below := c, p.list.At()+1
	if below > 0 && below < len(p.rows) && p.rows[below].kind == noteRow {
		rows = c.Rows(0, c.Height()-1)
	}
	p.list.Draw(rows, p.Theme, true, func(row *canvas.Canvas, i int, _ bool) { p.drawRow(row, cells, p.rows[i]) },
		func() tea.Cmd { return screen.Run(action.PersonOpen) })
	first, _ := p.list.Visible()
	if last := first + rows.Height(); rows != c && last < len(p.rows) {
		p.drawRow(c.Sub(1, rows.Height(), c.Width()-1, 1), cells, p.rows[last])
	}
}

// shortWindow is the height below which a question takes one row.
const shortWindow = 20

// drawQuestion draws an open question about people, and gives the rows it took.
func (p *People) drawQuestion(c *canvas.Canvas, i model.Item) int {
	if p.Height < shortWindow {
		c.Text(1, 0, p.Theme.Warn, canvas.Cut(i.State.Glyph()+" "+i.Question, c.Width()-2))
		return 1
	}
	c.Text(1, 0, p.Theme.Warn, i.State.Glyph()+" "+canvas.Cut(i.Asks, c.Width()-4))
	in := c.Columns(3, c.Width()-4)
	return 1 + in.Rows(1, in.Height()-1).Wrap(0, 0, p.Theme.Dim, i.Question)
}

func (p *People) drawRow(row *canvas.Canvas, cells []widget.Cell, r personRow) {
	th := p.Theme
	switch r.kind {
	case headingRow:
		row.Text(0, 0, th.Accent, r.heading)
	case listedRow:
		cells[0].Text(row, 0, th.Text, p.listedName(r.person))
		cells[1].Text(row, 0, th.Dim, roleWords(r.person))
		reason, style := p.reasonOf(r.person)
		cells[2].Text(row, 0, style, reason)
		cells[3].Text(row, 0, th.Text, p.answerWords(r.person))
	case noteRow:
		style := th.Dim
		if r.asks {
			style = th.Warn
		}
		row.Text(2, 0, style, canvas.Cut(r.note, row.Width()-3))
	case proposedRow:
		cells[0].Text(row, 0, th.Dim, theme.GlyphOpen+" "+r.person.Name)
		cells[1].Text(row, 0, th.Dim, roleWords(r.person))
		cells[2].Text(row, 0, th.Dim, r.proposed.Why)
		cells[3].Text(row, 0, th.Info, key(action.PersonOpen)+" ask along")
	case apartRow:
		p.drawApart(row, cells, r.apart)
	}
}

func (p *People) listedName(m model.MeetingPerson) string {
	name := p.nameOf(m)
	if m.ID == p.prep.Meeting.HostID {
		name += " (leads)"
	}
	if m.Interpreter {
		name += " (interprets)"
	}
	return name
}

// reasonOf is why somebody is here; from school an empty reason is asked about.
func (p *People) reasonOf(m model.MeetingPerson) (string, canvas.Style) {
	switch {
	case strings.TrimSpace(m.Reason) != "":
		return m.Reason, p.Theme.Text
	case m.Side == model.SchoolSide && !m.Interpreter:
		return theme.GlyphAsk + " no reason yet: who needs them there?", p.Theme.Warn
	case m.AdultID == 0:
		return m.Needs, p.Theme.Dim
	}
	return "", p.Theme.Dim
}

func (p *page) answerWords(m model.MeetingPerson) string {
	switch {
	case m.StaffID != 0 && m.StaffID == p.World.Me.ID:
		return "you"
	case m.Answer != model.NoAnswerYet:
		return string(m.Answer)
	case m.Invited != "":
		return "asked"
	case m.WhyNot != "":
		return "not asked: " + m.WhyNot
	case m.PupilID != 0:
		return ""
	}
	return "not asked yet"
}
