package meeting

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/tui/canvas"
)

// The meeting at a glance: what one reads before it, and what came of it afterwards.

// said is one row of the view at a glance.
type said struct {
	heading bool
	text    string
	note    string // shown dimly behind it
}

// section is a heading with rows under it; one without rows is left out.
type section struct {
	title string
	rows  []said
}

// glanceLines are all rows of the view, its texts wrapped to the width of the window.
func (p *Prepare) glanceLines(width int) []said {
	return rowsOf(width-4, append(p.beside(), p.after()...))
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

// wrapped breaks a long text without a note into rows.
func wrapped(r said, width int) []said {
	if r.note != "" || canvas.Width(r.text) <= width && !strings.Contains(r.text, "\n") {
		return []said{r}
	}
	var rows []said
	for _, l := range canvas.WrapText(r.text, width) {
		rows = append(rows, said{text: l})
	}
	return rows
}

// beside are purpose, people, agenda and papers.
func (p *Prepare) beside() []section {
	m := p.prep.Meeting
	sections := []section{{"What for", texts(m.Purpose)}, {"Begin with", texts(m.Opening)}}
	for _, side := range model.Sides {
		sections = append(sections, section{sideTitles[side], p.peopleOf(side)})
	}
	agenda := section{title: fmt.Sprintf("Agenda, %d of %d min", model.AgendaMinutes(p.prep.Agenda), m.Minutes)}
	for _, a := range p.prep.Agenda {
		agenda.rows = append(agenda.rows, said{text: fmt.Sprintf("%3d  %s", a.Minutes, a.Title), note: theirMark(a)})
	}
	papers := section{title: "Papers"}
	for _, one := range p.prep.Papers {
		papers.rows = append(papers.rows, said{text: one.Title, note: paperWords(one)})
	}
	return append(sections, agenda, papers)
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
		{"Their own words", texts(m.Words)}, {"Notes", texts(m.Notes)}, outcomes, agreed, {"Parked", texts(m.Parked)},
		{"How it was for them", texts(m.Feedback)},
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
		rows = append(rows, said{text: p.nameOf(m), note: strings.Join(nonEmpty(m.Role, m.Reason, p.answerWords(m)), " · ")})
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
	rows := p.glanceLines(c.Width())
	p.list.SetTotal(len(rows))
	p.list.Draw(c, p.Theme, true, func(row *canvas.Canvas, i int, _ bool) { p.drawSaid(row, rows[i]) }, nil)
}

// drawBeside draws people and agenda beside the checklist.
func (p *Prepare) drawBeside(c *canvas.Canvas) {
	for y := range c.Height() {
		c.Text(0, y, p.Theme.Rule, "│")
	}
	in := c.Columns(2, c.Width()-3)
	for y, r := range rowsOf(in.Width(), p.beside()) {
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
