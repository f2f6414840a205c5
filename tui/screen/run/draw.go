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

// drawHead draws whom it is about, what for, and the time used. Over the time is no alarm.
func (r *Run) drawHead(c *canvas.Canvas) {
	th, m := r.Theme, r.prep.Meeting
	clock := string(r.Now().Clock())
	if m.Minutes > 0 {
		clock += fmt.Sprintf(" · %d of %d min", r.pace().Used, m.Minutes)
	}
	end := c.Right(c.Width()-1, 1, th.Dim, clock)
	x := 1 + c.Text(1, 1, th.Accent, r.prep.Family.Name) + 2
	c.Text(x, 1, th.Strong, canvas.Cut(m.Purpose, end-x-2))
	c.Rule(2, th.Rule)
}

// besideAgenda is how many rows what was agreed and parked have at least, where the agenda is long.
const besideAgenda = 8

// drawLeft draws the beginning, agenda, agreements and what is parked under one another.
func (r *Run) drawLeft(c *canvas.Canvas) {
	begun := r.beginningRows()
	r.drawBeginning(c.Sub(1, 0, c.Width()-2, begun))
	c = c.Rows(begun+1, c.Height()-begun-1)
	agendaRows := min(len(r.prep.Agenda)+3, max(c.Height()/2, c.Height()-besideAgenda))
	agreedRows := min(len(r.prep.Agreements)+4, max(c.Height()-agendaRows-3, 3))
	in := c.Sub(1, 0, c.Width()-2, c.Height())
	r.drawPart(c.Sub(0, 0, c.Width()-1, agendaRows), agenda)
	r.drawPart(in.Rows(agendaRows, agreedRows), agreed)
	r.drawPart(in.Rows(agendaRows+agreedRows, in.Height()-agendaRows-agreedRows), parked)
}

var headings = map[part]string{agenda: "Agenda", notes: "Notes", words: "Their words", agreed: "Agreed", parked: "Parked"}

// drawHeading draws the name of a part; the one that has the cursor is marked.
func (r *Run) drawHeading(c *canvas.Canvas, y int, words string, p part) {
	x := 0
	if p == agenda && c.Width() > 0 {
		x = 1
	}
	x += c.Text(x, y, r.Theme.Accent, words)
	if p == r.part {
		c.Text(x, y, r.Theme.Dim, " ◂")
	}
}

// drawPart draws one part under its heading.
func (r *Run) drawPart(c *canvas.Canvas, p part) {
	if p == mood || p == first {
		r.drawBeginning(c)
		return
	}
	r.drawHeading(c, 0, headings[p], p)
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

// drawAgenda draws the items, and below them how much time is left.
func (r *Run) drawAgenda(c *canvas.Canvas) {
	current, pace := model.CurrentItem(r.prep.Agenda), r.pace()
	rows := min(c.Height(), max(c.Height()-1, 1), len(r.prep.Agenda)+1)
	if len(r.prep.Agenda) == 0 {
		c.Text(1, 0, r.Theme.Dim, "no agenda")
	}
	r.list.Draw(c.Rows(0, min(rows, len(r.prep.Agenda))), r.Theme, r.part == agenda, func(row *canvas.Canvas, i int, _ bool) {
		r.drawItem(row, r.prep.Agenda[i], i == current, pace)
	}, nil)
	r.drawPace(c.Sub(1, min(rows, len(r.prep.Agenda)), c.Width()-2, 1), pace)
}

// drawPace draws how much is left until the end and how much is still planned.
func (r *Run) drawPace(c *canvas.Canvas, pace model.Pace) {
	style := r.Theme.Dim
	if pace.End != "" && pace.Left < 0 {
		style = r.Theme.Warn
	}
	used := c.Text(0, 0, style, canvas.Cut(pace.Words(), c.Width()))
	if more := fmt.Sprintf(" · %d still planned", pace.Planned); used > 0 && pace.Planned > 0 && used+canvas.Width(more) <= c.Width() {
		c.Text(used, 0, r.Theme.Dim, more)
	}
}

// overFrom is the width of a row from which it says by how much an item is over.
const overFrom = 48

// drawItem draws an item with the time it used against that planned.
func (r *Run) drawItem(row *canvas.Canvas, item model.AgendaItem, current bool, pace model.Pace) {
	th := r.Theme
	glyph, style, minutes, over := theme.GlyphOpen, th.Text, fmt.Sprint(item.Minutes), ""
	switch {
	case item.Done:
		glyph, style, minutes = theme.GlyphDone, th.Good, fmt.Sprintf("%d of %d", item.Used, item.Minutes)
		over = model.OverWords(item.Used, item.Minutes)
	case current:
		glyph, minutes = "▸", fmt.Sprintf("%d of %d", pace.Item, item.Minutes)
		over = model.OverWords(pace.Item, item.Minutes)
	}
	if over != "" && row.Width() >= overFrom {
		minutes = over + " · " + minutes
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
	if r.over.ID == 0 {
		r.at = i
	}
	return cmd
}

// drawAgreed draws what was agreed, the line in which the next one is typed, and how it is understood.
func (r *Run) drawAgreed(c *canvas.Canvas) {
	th := r.Theme
	list, guess := r.prep.Agreements, r.guess()
	below := 1
	if r.line.Text() != "" && c.Height() > 2 {
		below = 2
	}
	first := max(len(list)-(c.Height()-below), 0)
	if r.at >= 0 {
		first = min(first, r.at)
	}
	y := 0
	for i := first; i < len(list) && y < c.Height()-below; i++ {
		row := c.Rows(y, 1)
		end := row.Right(row.Width(), 0, th.Dim, agreement.DateWords(list[i], r.Today(), guess))
		row.Text(0, 0, th.Dim, fmt.Sprint(i+1))
		row.Text(3, 0, th.Text, canvas.Cut(list[i].CutEnd(list[i].Text), end-4))
		if i == r.at && r.part == agreed {
			row.Text(2, 0, th.Marker, theme.GlyphMarker)
			row.Tint(0, th.Selected)
			row.Cursor(0, 0)
		}
		row.Area(func(int, int) tea.Cmd { return r.chooseAgreement(i) })
		y++
	}
	r.line.Draw(c.Sub(0, y, c.Width(), 1), th, r.part == agreed && r.at < 0)
	if below == 2 {
		c.Text(0, y+1, th.Info, "→ "+agreement.Echo(r.heard(), r.Today(), guess, c.Width()-2))
	}
}
