package run

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/canvas"
	"kettle/tui/screen/agreement"
	"kettle/tui/theme"
)

// wide is the width from which all parts are seen at once.
const wide = 76

// Draw draws the quiet screen.
func (r *Run) Draw(c *canvas.Canvas) {
	if !r.known {
		return
	}
	r.drawHead(c)
	body := c.Rows(3, c.Height()-3)
	if c.Width() < wide || c.Height() < 18 {
		r.drawPart(body.Sub(1, 0, c.Width()-2, body.Height()), r.part)
		return
	}
	left := c.Width() / 2
	for y := range body.Height() {
		body.Text(left, y, r.Theme.Rule, "│")
	}
	r.drawLeft(body.Sub(0, 0, left, body.Height()))
	right := body.Sub(left+2, 0, body.Width()-left-3, body.Height())
	half := right.Height() * 3 / 5
	r.drawPart(right.Rows(0, half), notes)
	r.drawPart(right.Rows(half, right.Height()-half), words)
}

// drawHead draws whom it is about, what for, and the time used.
func (r *Run) drawHead(c *canvas.Canvas) {
	th, m := r.Theme, r.prep.Meeting
	clock := string(r.Now().Clock())
	if m.Minutes > 0 {
		clock += fmt.Sprintf(" · %d of %d min", r.elapsed(), m.Minutes)
	}
	style := th.Dim
	if m.Minutes > 0 && r.elapsed() > m.Minutes {
		style, clock = th.Warn, clock+" !"
	}
	end := c.Right(c.Width()-1, 1, style, clock)
	x := 1 + c.Text(1, 1, th.Accent, r.prep.Family.Name) + 2
	c.Text(x, 1, th.Strong, canvas.Cut(m.Purpose, end-x-2))
	c.Rule(2, th.Rule)
}

// drawLeft draws agenda, agreements and what is parked under one another.
func (r *Run) drawLeft(c *canvas.Canvas) {
	agendaRows := min(len(r.prep.Agenda)+1, c.Height()/2)
	agreedRows := min(len(r.prep.Agreements)+3, c.Height()-agendaRows-4)
	in := c.Sub(1, 0, c.Width()-2, c.Height())
	r.drawPart(c.Sub(0, 0, c.Width()-1, agendaRows), agenda)
	r.drawPart(in.Rows(agendaRows+1, agreedRows), agreed)
	r.drawPart(in.Rows(agendaRows+1+agreedRows, in.Height()-agendaRows-1-agreedRows), parked)
}

var headings = map[part]string{agenda: "Agenda", notes: "Notes", words: "Their words", agreed: "Agreed", parked: "Parked"}

// drawPart draws one part under its heading; the one that has the cursor is marked.
func (r *Run) drawPart(c *canvas.Canvas, p part) {
	style, mark := r.Theme.Accent, ""
	if p == r.part {
		mark = " ◂"
	}
	x := 0
	if p == agenda && c.Width() > 0 {
		x = 1
	}
	used := c.Text(x, 0, style, headings[p])
	c.Text(x+used, 0, r.Theme.Dim, mark)
	c.Area(func(int, int) tea.Cmd { return r.toPart(p - r.part) })
	in := c.Rows(1, c.Height()-1)
	switch p {
	case agenda:
		r.drawAgenda(in)
	case agreed:
		r.drawAgreed(in)
	default:
		text := r.texts[p]
		text.Placeholder = placeholders[p]
		text.Draw(in, r.Theme, p == r.part)
	}
}

var placeholders = map[part]string{
	notes:  "what is said, in your words",
	words:  "what they say, as they say it",
	parked: "for another time",
}

func (r *Run) drawAgenda(c *canvas.Canvas) {
	current := r.current()
	r.list.Draw(c, r.Theme, r.part == agenda, func(row *canvas.Canvas, i int, _ bool) {
		r.drawItem(row, r.prep.Agenda[i], i == current)
	}, nil)
}

func (r *Run) drawItem(row *canvas.Canvas, item model.AgendaItem, current bool) {
	th := r.Theme
	glyph, style, minutes := theme.GlyphOpen, th.Text, fmt.Sprint(item.Minutes)
	switch {
	case item.Done:
		glyph, style, minutes = theme.GlyphDone, th.Good, fmt.Sprint(item.Used)
	case current:
		glyph, minutes = "▸", fmt.Sprintf("%d of %d", r.running(), item.Minutes)
	}
	end := row.Right(row.Width()-1, 0, th.Dim, minutes)
	row.Text(0, 0, style, glyph)
	room := end - 4
	if item.Theirs {
		at := end - 2 - canvas.Width("theirs")
		row.Text(at, 0, th.Info, "theirs")
		room = at - 4
	}
	row.Text(2, 0, th.Text, canvas.Cut(item.Title, room))
}

// chooseAgreement selects an agreement that was clicked.
func (r *Run) chooseAgreement(i int) tea.Cmd {
	cmd := r.toPart(agreed - r.part)
	r.at = i
	return cmd
}

func (r *Run) drawAgreed(c *canvas.Canvas) {
	th := r.Theme
	list := r.prep.Agreements
	first := max(len(list)-(c.Height()-1), 0)
	if r.at >= 0 {
		first = min(first, r.at)
	}
	y := 0
	for i := first; i < len(list) && y < c.Height()-1; i++ {
		row := c.Rows(y, 1)
		end := row.Right(row.Width(), 0, th.Dim, agreement.DateWords(list[i], r.Today()))
		row.Text(0, 0, th.Dim, fmt.Sprint(i+1))
		row.Text(3, 0, th.Text, canvas.Cut(list[i].Text, end-4))
		if i == r.at && r.part == agreed {
			row.Text(2, 0, th.Marker, theme.GlyphMarker)
			row.Tint(0, th.Selected)
			row.Cursor(0, 0)
		}
		row.Area(func(int, int) tea.Cmd { return r.chooseAgreement(i) })
		y++
	}
	r.line.Draw(c.Sub(0, y, c.Width(), 1), th, r.part == agreed && r.at < 0)
}
