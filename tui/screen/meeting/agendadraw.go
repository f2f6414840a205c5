package meeting

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

const (
	titleAt   = 17 // the column of a line's words
	bringsAt  = 26 // cells at the right for who brings it
	handAt    = 24 // the column of which version somebody has
	sumBar    = 20 // cells of the bar of minutes
	sumBarMin = 90 // the width of the window from which the bar is drawn
)

// Draw draws the lines, the running time beside them and the sum above.
func (a *Agenda) Draw(c *canvas.Canvas) {
	if !a.known {
		return
	}
	a.drawCrumbs(c, a.drawSum(c)-2)
	if len(a.rows) == 0 {
		a.drawEmpty(c.Sub(2, top, c.Width()-4, c.Height()-top), "The agenda is empty.", key(action.AgendaAdd)+" adds a line. It helps everyone to keep pace.")
		return
	}
	a.list.Draw(c.Rows(top, c.Height()-top-2), a.Theme, true, func(row *canvas.Canvas, i int, _ bool) { a.drawRow(row, a.rows[i]) }, a.click)
	a.drawQuestion(c.Rows(c.Height()-1, 1))
}

// click is what a click on the selected row does.
func (a *Agenda) click() tea.Cmd {
	switch r := a.row(); {
	case r.offer != nil:
		return screen.Run(action.AgendaTake)
	case r.hand.Person.ID != 0:
		return screen.Run(action.AgendaAgain)
	}
	return screen.Run(action.AgendaOpen)
}

// drawSum draws the minutes against the length of the meeting, and gives the column it begins at.
func (a *Agenda) drawSum(c *canvas.Canvas) int {
	need, have := model.AgendaMinutes(a.prep.Agenda), a.prep.Meeting.Minutes
	style, words := a.Theme.Good, fmt.Sprintf("%d of %d min", need, have)
	if need > have {
		style, words = a.Theme.Late, words+fmt.Sprintf(", %d too many", need-have)
	}
	at := c.Right(c.Width()-1, 1, style, words)
	if c.Width() < sumBarMin || have <= 0 {
		return at
	}
	c.Bar(at-sumBar-1, 1, sumBar, min(need, have), have, style, a.Theme.Empty)
	return at - sumBar - 1
}

func (a *Agenda) drawRow(row *canvas.Canvas, r agendaRow) {
	th := a.Theme
	switch {
	case r.heading != "":
		row.Text(0, 0, th.Accent, r.heading)
	case r.begins:
		style := th.Text
		if a.prep.Meeting.Opening == "" {
			style = th.Dim
		}
		row.Text(2, 0, style, canvas.Cut(a.openingWords(), row.Width()-3))
	case r.offer != nil:
		at := 2 + row.Text(2, 0, th.Text, canvas.Cut("+ "+r.offer.words, row.Width()-3)) + 2
		row.Text(at, 0, th.Dim, canvas.Cut(r.offer.note, row.Width()-at-1))
	case r.hand.Person.ID != 0:
		a.drawHand(row, r.hand)
	default:
		a.drawItem(row, r.item, r.starts)
	}
}

// drawItem draws when a line begins, its minutes, its words and who brings it.
func (a *Agenda) drawItem(row *canvas.Canvas, item model.AgendaItem, after int) {
	th := a.Theme
	begins := fmt.Sprintf("+%d", after)
	if start := a.prep.Meeting.Start; start.Clock() != "" {
		begins = string(start.Add(after).Clock())
	}
	row.Text(0, 0, th.Dim, begins)
	row.Right(10, 0, th.Text, fmt.Sprintf("%d", item.Minutes))
	row.Text(11, 0, th.Dim, "min")
	if item.Theirs {
		row.Text(15, 0, th.Accent, "★")
	}
	by, brings := row.Width(), item.Brings
	if on := a.prep.Meeting.AskedTheirs; item.Theirs && on != "" {
		brings += ", asked " + on.Near(a.Today())
	}
	if brings != "" {
		by = max(by-bringsAt, 40)
	}
	row.Text(titleAt, 0, th.Text, canvas.Cut(item.Title, by-titleAt-1))
	row.Text(by, 0, th.Dim, canvas.Cut(brings, row.Width()-by))
}

// drawHand draws what one person has in their hands, and what has changed since.
func (a *Agenda) drawHand(row *canvas.Canvas, h model.AgendaHand) {
	th := a.Theme
	glyph, style, text := theme.GlyphDone, th.Good, th.Dim
	switch {
	case h.Person.AgendaSent == "":
		glyph, style = theme.GlyphOpen, th.Dim
	case !h.Holds():
		glyph, style, text = theme.GlyphAsk, th.Warn, th.Warn
	}
	row.Text(2, 0, style, glyph)
	row.Text(4, 0, th.Text, canvas.Cut(h.Name, handAt-6))
	row.Text(handAt, 0, text, canvas.Cut(h.Words(a.Today()), row.Width()-handAt-1))
}

// drawQuestion draws what a selected person does not have yet, else the first open question about the
// agenda.
func (a *Agenda) drawQuestion(c *canvas.Canvas) {
	if h := a.row().hand; h.Person.ID != 0 && !h.Holds() && h.Person.AgendaSent != "" {
		c.Text(1, 0, a.Theme.Warn, canvas.Cut(theme.GlyphAsk+" "+h.Words(a.Today()), c.Width()-2))
		return
	}
	for _, i := range model.Checklist(a.facts()) {
		if i.Group == model.GroupAgenda && i.State == model.ItemAsks {
			c.Text(1, 0, a.Theme.Warn, canvas.Cut(theme.GlyphAsk+" "+i.Asks+": "+i.Question, c.Width()-2))
			return
		}
	}
}
