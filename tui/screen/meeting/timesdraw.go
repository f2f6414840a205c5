package meeting

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

const (
	timeWidth   = 24
	answerWidth = 16
	chosenWidth = 9
	weekFrom    = 100 // the width of the window from which the week stands beside the times
	weekWidth   = 34
	weekMost    = 52 // where there is room
)

// Draw draws times down and people across, what there is to say about the selected time below them,
// and its week beside them where there is room.
func (t *Times) Draw(c *canvas.Canvas) {
	if !t.known {
		return
	}
	t.drawCrumbs(c, c.Width()-1)
	if len(t.rows) == 0 {
		t.drawEmpty(c.Sub(2, top, c.Width()-4, c.Height()-top), "No times are offered yet.",
			key(action.TimeOffer)+" offers one. Two or three to choose from are a real choice: work, nights, nursery, prayers.")
		return
	}
	if c.Width() >= weekFrom {
		width := min(max(c.Width()/4, weekWidth), weekMost)
		t.drawWeek(c.Sub(c.Width()-width, top, width-1, c.Height()-top), t.row().start())
		c = c.Columns(0, c.Width()-width-2)
	}
	first, n := t.window(c.Width())
	for x := range n {
		style := t.Theme.Dim
		if first+x == t.person {
			style = t.Theme.Section
		}
		c.Text(1+timeWidth+x*answerWidth, top, style, " "+canvas.Cut(t.nameOf(t.people[first+x]), answerWidth-3)+" ")
	}
	says := canvas.WrapText(t.aboutRow(), c.Width()-2)
	says = says[:min(len(says), max((c.Height()-top-1)/3, 1))]
	height := min(len(t.rows), c.Height()-top-2-len(says))
	t.list.Draw(c.Rows(top+1, height), t.Theme, true, func(row *canvas.Canvas, i int, _ bool) { t.drawRow(row, t.rows[i], first, n) }, t.open)
	for i, l := range says {
		c.Text(1, top+2+height+i, t.Theme.Dim, l)
	}
}

// open is what a click on the selected row does.
func (t *Times) open() tea.Cmd {
	if t.row().proposed() {
		return screen.Run(action.TimeTake)
	}
	return screen.Run(action.TimeChoose)
}

// aboutRow is what there is to say about the selected time, then what the selected person said.
func (t *Times) aboutRow() string {
	r := t.row()
	var says []string
	for _, w := range r.against {
		says = append(says, w.Says)
	}
	if r.proposed() {
		says = append([]string{strings.ToUpper(r.offer.Why[:1]) + r.offer.Why[1:] + "."}, says...)
	}
	if len(says) == 0 && r.option.ID != 0 {
		says = append(says, "Nothing speaks against it.")
	}
	about := strings.Join(says, " ")
	if len(t.people) > 0 {
		m := t.people[t.person]
		said, times := t.saidWhen(m), t.prep.Adult(m.AdultID).Times
		if said != "" && (!strings.Contains(about, times) || strings.Contains(said, unreadWords)) {
			about += "\n" + said
		}
	}
	return about
}

// window is the first person that is drawn and how many.
func (t *Times) window(width int) (first, n int) {
	n = min(max((width-timeWidth-14)/answerWidth, 1), len(t.people))
	return max(min(max(t.person-n+1, 0), len(t.people)-n), 0), n
}

var answerStyles = map[model.YesNo]struct{ glyph, words string }{
	model.Yes: {theme.GlyphDone, "suits"}, model.No: {"x", "does not"}, model.NotKnown: {theme.GlyphOpen, "not said"},
}

func (t *Times) drawRow(row *canvas.Canvas, r timeRow, first, n int) {
	th := t.Theme
	if r.heading != "" {
		row.Text(0, 0, th.Accent, r.heading)
		return
	}
	row.Text(0, 0, th.Text, canvas.Cut(r.start().Date().Short()+"  "+string(r.start().Clock()), timeWidth-1))
	at := timeWidth + 1
	if r.proposed() {
		why, style := r.offer.Why, th.Dim
		if len(r.against) > 0 {
			why, style = theme.GlyphAsk+" "+r.against[0].Says, th.Warn
		}
		row.Text(at, 0, style, canvas.Cut(why, row.Width()-at-1))
		return
	}
	for x := range n {
		a := answerOf(r.option, t.people[first+x])
		style := th.Dim
		if a != model.NotKnown {
			style = th.Text
		}
		row.Text(at, 0, style, answerStyles[a].glyph+" "+answerStyles[a].words)
		at += answerWidth
	}
	if r.option.Chosen {
		row.Text(at, 0, th.Good, theme.GlyphDone+" chosen")
		at += chosenWidth + 1
	}
	if len(r.against) > 0 {
		row.Text(at, 0, th.Warn, canvas.Cut(theme.GlyphAsk+" "+r.against[0].Says, row.Width()-at-1))
	}
}

// drawWeek draws the school days of the week of a time, with what else is on them.
func (t *Times) drawWeek(c *canvas.Canvas, at model.Moment) {
	th := t.Theme
	monday := at.Date().Monday()
	if monday == "" {
		return
	}
	c.Text(0, 0, th.Accent, canvas.Cut("The week of "+monday.Time().Format("2 January"), c.Width()))
	y := 1
	for d := monday; d < monday.AddDays(5); d = d.AddDays(1) {
		style := th.Text
		if d == at.Date() {
			style = th.Strong
		}
		c.Text(0, y, style, d.Time().Format("Mon 2"))
		for _, said := range t.onDay(d, at) {
			c.Text(8, y, said.style, canvas.Cut(said.text, c.Width()-8))
			y++
		}
	}
}

// styled is a text and how it is drawn.
type styled struct {
	text  string
	style canvas.Style
}

// onDay is what is on a day: why it is no school day, the time that is looked at, other meetings.
func (t *Times) onDay(d model.Date, at model.Moment) []styled {
	th := t.Theme
	var all []styled
	if note := t.prep.Calendar.Note(d); note != "" {
		all = append(all, styled{note, th.Warn})
	}
	here := styled{string(at.Clock()) + " this meeting", th.Strong}
	for _, s := range t.ahead {
		switch {
		case s.ID == t.id || s.Start.Date() != d:
			continue
		case d == at.Date() && here.text != "" && s.Start > at:
			all = append(all, here)
			here.text = ""
		}
		all = append(all, styled{string(s.Start.Clock()) + " " + s.Family + ", " + string(s.Kind), th.Dim})
	}
	if d == at.Date() && here.text != "" {
		all = append(all, here)
	}
	if len(all) == 0 {
		all = append(all, styled{"–", th.Dim})
	}
	return all
}
