package reviews

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// The columns of the grid; the terms come behind the first ones.
var gridColumns = widget.Columns{
	{Title: "Class", Width: 5, From: 64},
	{Title: "Pupil", Width: 13, Grow: 1},
	{Title: "", Width: 1},
	{Title: "Family", Width: 12, Grow: 1, From: 130},
}

const (
	classCell = iota
	pupilCell
	statusCell
	familyCell
	firstTerm
)

// The widths of a term's cell from which it says all in words, and all but that it was held.
const (
	longCell   = 36
	middleCell = 24
)

func (p *Page) columns() widget.Columns {
	columns := append(widget.Columns{}, gridColumns...)
	for _, t := range p.terms {
		columns = append(columns, widget.Column{Title: string(t.Name), Width: 12, Grow: 3})
	}
	return columns
}

// drawGrid draws pupils down and terms across, and below them what the chosen term says in full.
func (p *Page) drawGrid(c *canvas.Canvas) {
	if len(p.terms) == 0 {
		c.Text(2, 0, p.Theme.Strong, "The term dates of this school year are not known yet.")
		c.Sub(2, 2, c.Width()-4, c.Height()-2).Wrap(0, 0, p.Theme.Dim, "With them each term shows whether it has its SEN meeting. "+name(action.GoSchool)+" opens the school, where they are written.")
		return
	}
	columns := p.columns()
	cells := columns.Lay(c.Width() - 2)
	titles := c.Columns(1, c.Width()-2)
	columns.Titles(titles, 0, p.Theme.Dim, cells)
	for i, t := range p.terms {
		at := cells[firstTerm+i]
		if i == p.term {
			at.Text(titles, 0, p.Theme.Section, " "+string(t.Name)+" ")
		}
		titles.Sub(at.X, 0, at.Width, 1).Area(func(int, int) tea.Cmd { p.term = i; return nil })
	}
	p.list.Draw(c.Rows(1, c.Height()-3), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		if at := i - p.offset; at >= 0 && at < len(p.grid) {
			p.drawPupil(row, cells, p.grid[at])
		}
	}, func() tea.Cmd { return screen.Run(action.ReviewOpen) })
	p.drawChosen(c.Rows(c.Height()-2, 2))
}

func (p *Page) drawPupil(row *canvas.Canvas, cells []widget.Cell, r pupilTerms) {
	cells[classCell].Text(row, 0, p.Theme.Dim, firstOf(r.Pupil.Class, r.Pupil.Year.Short()))
	cells[pupilCell].Text(row, 0, p.Theme.Strong, pupilName(r.Pupil))
	cells[statusCell].Text(row, 0, p.Theme.Text, string(r.Pupil.SEN))
	cells[familyCell].Text(row, 0, p.Theme.Dim, r.Family)
	for i := range p.terms {
		p.drawTerm(row, cells[firstTerm+i], r.at(i))
	}
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// pupilName is how the lists name a pupil: as called, with the surname.
func pupilName(c model.Pupil) string {
	if c.Called() == c.Surname {
		return c.Surname
	}
	return strings.TrimSpace(c.Called() + " " + c.Surname)
}

// drawTerm draws a term with its glyph and word; in a narrow cell the record is a glyph behind the day,
// which the line at the bottom says in words.
func (p *Page) drawTerm(row *canvas.Canvas, at widget.Cell, t model.TermCell) {
	if t.State == "" {
		return
	}
	glyph, style := p.termMark(t.State)
	words := t.Words(p.Today())
	record, recordStyle := p.recordMark(t.Record)
	if at.Width < 20 || t.Record != "" && at.Width < longCell {
		words = shortTerm(t, words)
	}
	said := record
	if at.Width >= middleCell {
		said = "· " + strings.TrimPrefix(t.RecordWords(), "record ")
	}
	if at.Width >= longCell {
		said = "· " + t.RecordWords()
	}
	room := at.Width
	if t.Record != "" {
		room -= canvas.Width(said) + 1
	}
	used := row.Text(at.X, 0, style, canvas.Cut(glyph+" "+words, room))
	if t.Record != "" {
		row.Text(at.X+used+1, 0, recordStyle, said)
	}
}

// shortTerm is a term in a narrow cell: the day alone, or how many days are left.
func shortTerm(t model.TermCell, words string) string {
	switch t.State {
	case model.TermMet:
		return strings.TrimPrefix(words, "held ")
	case model.TermPlanned:
		return strings.TrimPrefix(words, "planned ")
	case model.TermPressing:
		return strings.TrimPrefix(words, "missing, ")
	}
	return words
}

func (p *Page) termMark(s model.TermState) (glyph string, style canvas.Style) {
	switch s {
	case model.TermMet:
		return theme.GlyphDone, p.Theme.Good
	case model.TermPlanned:
		return "◔", p.Theme.Text
	case model.TermMissing:
		return theme.GlyphOpen, p.Theme.Warn
	case model.TermPressing:
		return theme.GlyphAsk, p.Theme.Late
	}
	return theme.GlyphLeftOut, p.Theme.Dim
}

func (p *Page) recordMark(s model.RecordState) (glyph string, style canvas.Style) {
	switch s {
	case model.RecordGiven:
		return theme.GlyphDone, p.Theme.Good
	case model.RecordDue:
		return theme.GlyphOpen, p.Theme.Warn
	case model.RecordLate:
		return theme.GlyphAsk, p.Theme.Late
	}
	return "", p.Theme.Dim
}

// drawChosen says the chosen term of the selected pupil in words.
func (p *Page) drawChosen(c *canvas.Canvas) {
	c.Rule(0, p.Theme.Rule)
	r := p.selectedTerms()
	t := r.at(p.term)
	if t.State == "" {
		return
	}
	said := string(t.Term.Name) + ": " + t.Words(p.Today())
	if t.State == model.TermMissing {
		said += fmt.Sprintf(", %d school days of the term left", t.Left)
	}
	if t.Meeting.ID != 0 {
		said += ", " + string(t.Meeting.Kind)
	}
	if record := t.RecordWords(); record != "" {
		said += " · " + record
		if t.Meeting.RecordBy != "" {
			said += ", " + string(t.Meeting.RecordBy)
		}
	}
	who := pupilName(r.Pupil) + ", " + r.Pupil.SEN.Words()
	c.Text(1, 1, p.Theme.Dim, canvas.Cut(who+" · "+said, c.Width()-2))
}
