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

// The meeting at a glance: what one reads before it, and what came of it afterwards.

// said is one row of the view at a glance.
type said struct {
	heading bool
	text    string
	note    string // shown dimly behind it
	letter  int64  // the letter that the row opens, 0 for none
	open    func() tea.Cmd
}

// indent is the text of a row that is a note alone, below the row it belongs to.
const indent = " "

// section is a heading with rows under it; one without rows is left out.
type section struct {
	title string
	rows  []said
}

// glanceLines are the rows of the view that is scrolled, its texts wrapped. In a wide window agenda
// and papers stand beside them.
func (p *Prepare) glanceLines(width int) []said {
	what := p.what()
	if width >= saysFrom {
		width, what = width/2, nil
	}
	parts := slices.Concat(p.who(), p.reviewChain(), what, p.after(), p.letters())
	if p.prep.Meeting.Status == model.Held { // the letters are what is left to do
		parts = slices.Concat(p.letters(), p.howItWas(), p.who(), p.reviewChain(), what, p.after())
	}
	return rowsOf(width-4, parts)
}

// rowsOf are sections as rows, apart by an empty one.
func rowsOf(width int, sections []section) []said {
	var rows []said
	for _, s := range sections {
		if len(s.rows) == 0 {
			continue
		}
		if len(rows) > 0 {
			rows = append(rows, said{})
		}
		rows = append(rows, said{heading: true, text: s.title})
		for _, r := range s.rows {
			rows = append(rows, wrapped(r, width)...)
		}
	}
	return rows
}

// wrapped breaks a long text without a note into rows, and a note that stands alone.
func wrapped(r said, width int) []said {
	if r.text == indent {
		var rows []said
		for _, l := range canvas.WrapText(r.note, width-canvas.Width(indent)-2) {
			rows = append(rows, said{text: indent, note: l})
		}
		return rows
	}
	if r.note != "" || r.open != nil || canvas.Width(r.text) <= width && !strings.Contains(r.text, "\n") {
		return []said{r}
	}
	var rows []said
	for _, l := range canvas.WrapText(r.text, width) {
		rows = append(rows, said{text: l})
	}
	return rows
}

// who are purpose, opening and people.
func (p *Prepare) who() []section {
	m := p.prep.Meeting
	sections := []section{{"What for", texts(m.Purpose)}, {"Begin with", texts(m.Opening)}}
	for _, side := range model.Sides {
		sections = append(sections, section{sideTitles[side], p.peopleOf(side)})
	}
	return sections
}

// what are agenda and papers.
func (p *Prepare) what() []section {
	m := p.prep.Meeting
	agenda := section{title: fmt.Sprintf("Agenda, %d of %d min", model.AgendaMinutes(p.prep.Agenda), m.Minutes)}
	for _, a := range p.prep.Agenda {
		agenda.rows = append(agenda.rows, said{text: fmt.Sprintf("%3d  %s", a.Minutes, a.Title), note: theirMark(a)})
	}
	papers := section{title: "Papers"}
	for _, one := range p.prep.Papers {
		papers.rows = append(papers.rows, said{text: one.Title, note: paperWords(one)})
	}
	return []section{agenda, papers}
}

// after are the views beforehand, and what was said and came of it.
func (p *Prepare) after() []section {
	m := p.prep.Meeting
	outcomes, agreed := section{title: "What came of it"}, section{title: "Agreed"}
	for _, o := range p.prep.Outcomes {
		outcomes.rows = append(outcomes.rows, said{text: o.Text})
	}
	for _, a := range p.prep.Agreements {
		agreed.rows = append(agreed.rows, said{text: strings.TrimSpace(a.Who + " " + a.Text), note: a.Due.Near(p.Today())})
	}
	return []section{
		{"What they would like to talk about", texts(m.Theirs)},
		{"The teacher's view", texts(m.TeacherView)}, {"The family's view", texts(m.FamilyView)}, {"The child's view", texts(m.PupilView)},
		{"What they said first", texts(m.SaidFirst)}, {"Their own words", texts(m.Words)}, {"Notes", texts(m.Notes)}, outcomes, agreed, {"Parked", texts(m.Parked)},
	}
}

func texts(text string) []said {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []said{{text: text}}
}

func (p *Prepare) peopleOf(side model.Side) []said {
	var rows []said
	for _, m := range p.prep.People {
		if m.Side != side {
			continue
		}
		rows = append(rows, said{text: p.nameOf(m), note: strings.Join(nonEmpty(roleWords(m), m.Reason, p.answerWords(m), p.insteadWords(m)), " · ")})
	}
	return rows
}

func nonEmpty(all ...string) []string {
	var kept []string
	for _, t := range all {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

func theirMark(a model.AgendaItem) string {
	switch {
	case a.Theirs:
		return "★ theirs"
	case a.Brings != "":
		return a.Brings
	}
	return ""
}

func paperWords(one model.Paper) string {
	if one.Ready {
		return "at hand"
	}
	return "still to fetch"
}

// drawGlance draws the view at a glance, with its own list for scrolling.
func (p *Prepare) drawGlance(c *canvas.Canvas) {
	if width := c.Width(); width >= saysFrom {
		p.drawBeside(c.Columns(width/2+1, width-width/2-1), p.what())
		c = c.Columns(0, width/2)
	}
	rows := p.glanceLines(p.Width)
	p.list.SetTotal(len(rows))
	p.list.Draw(c, p.Theme, true, func(row *canvas.Canvas, i int, _ bool) { p.drawSaid(row, rows[i]) },
		func() tea.Cmd { return screen.Run(action.GlanceOpen) })
}

// drawBeside draws sections beside what is scrolled.
func (p *Prepare) drawBeside(c *canvas.Canvas, sections []section) {
	for y := range c.Height() {
		c.Text(0, y, p.Theme.Rule, "│")
	}
	in := c.Columns(2, c.Width()-3)
	for y, r := range rowsOf(in.Width(), sections) {
		p.drawSaid(in.Rows(y, 1), r)
	}
}

func (p *Prepare) drawSaid(row *canvas.Canvas, r said) {
	style := p.Theme.Text
	if r.heading {
		style = p.Theme.Accent
	}
	text := canvas.Cut(r.text, row.Width())
	row.Text(0, 0, style, text)
	at := canvas.Width(text) + 2
	row.Text(at, 0, p.Theme.Dim, canvas.Cut(r.note, row.Width()-at))
}
