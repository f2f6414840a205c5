package wholerecord

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

// The width from which the selected entry stands beside the list, and how wide the list is there.
const (
	besideFrom = 120
	listShare  = 55 // percent
)

var columns = widget.Columns{
	{Title: "Day", Width: 11},
	{Title: "Entry", Width: 24, Grow: 1},
	{Title: "Names others", Width: 14},
}

// Draw draws who asks, and the entries by date, or the one that is read.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		c.Text(1, 1, p.Theme.Dim, "Reading the record…")
		return
	}
	p.drawPath(c.Rows(1, 1))
	y := 2 + p.drawRequest(c.Sub(1, 2, c.Width()-2, 3))
	body := c.Rows(y+1, c.Height()-y-1)
	switch {
	case len(p.shown) == 0:
		p.drawEmpty(body.Columns(1, body.Width()-2))
	case p.reading:
		p.list.SetHeight(max(body.Height(), 1))
		p.pane.Draw(body, p.Theme, p.rows(body.Width()-2), &p.list, nil)
	case c.Width() >= besideFrom:
		left := body.Width() * listShare / 100
		p.drawList(body.Columns(0, left))
		for y := range body.Height() {
			body.Text(left+1, y, p.Theme.Rule, "│")
		}
		right := body.Columns(left+3, body.Width()-left-3)
		p.beside.Draw(right, p.Theme, unmarked(p.rows(right.Width()-2)), &widget.List{}, nil)
	default:
		p.drawList(body)
	}
}

// unmarked are rows that are only looked at: the mark stands in the list.
func unmarked(rows []widget.PaneRow) []widget.PaneRow {
	for i := range rows {
		rows[i].Item = widget.NoItem
	}
	return rows
}

func (p *Page) drawPath(c *canvas.Canvas) {
	marked, decided := p.page.Record.Waiting()
	said := fmt.Sprintf("%d of %d decided", decided, marked)
	if p.reading {
		said = fmt.Sprintf("entry %d of %d · ", p.list.At()+1, len(p.shown)) + said
	}
	end := c.Right(c.Width()-1, 0, p.Theme.Dim, said)
	x := 1 + c.Text(1, 0, p.Theme.Dim, "Families › "+canvas.Cut(p.page.Family.Name, max(end-28, 6))+" › ")
	c.Text(x, 0, p.Theme.Strong, canvas.Cut("Whole record", end-x-1))
}

// drawRequest says who asks, by when it is answered, and what order stands; it answers the rows used.
func (p *Page) drawRequest(c *canvas.Canvas) int {
	if p.about == (model.PersonRef{}) {
		return c.Rows(0, 2).Wrap(0, 0, p.Theme.Info, "Nobody who asks is chosen yet: "+action.ByID(action.RecordAsker).Keyname(false)+" says who, and since when. What another may not see depends on it.")
	}
	words := "Asks: " + p.page.Record.Name
	if clock := p.request.Words(p.Calendar()); clock != "" {
		words += " · " + clock
	}
	used := min(c.Rows(0, 2).Wrap(0, 0, p.Theme.Text, words), 2)
	if p.page.Record.Order != "" {
		c.Text(0, used, p.Theme.Warn, canvas.Cut(theme.GlyphWall+" read it first: "+p.page.Record.Order, c.Width()))
		used++
	}
	return used
}

// educationWords say by when a maintained school shows a parent the educational record (rules.md R44).
func (p *Page) educationWords() string {
	if p.page.School != model.Maintained || p.about.Kind != model.AnAdult || !p.request.Received.Valid() {
		return ""
	}
	due, err := model.EducationRecordDue(p.request.Received, p.Calendar())
	if err != nil {
		return ""
	}
	return "A parent who asked in writing has a right of their own to the educational record: by " + due.Full() + ", 15 school days."
}

func (p *Page) drawEmpty(c *canvas.Canvas) {
	if p.waiting {
		c.Text(0, 0, p.Theme.Strong, canvas.Cut("Nothing waits for a decision.", c.Width()))
		c.Wrap(0, 2, p.Theme.Dim, action.ByID(action.RecordView).Keyname(false)+" shows all entries again, "+action.ByID(action.RecordPrint).Keyname(false)+" prints the record.")
		return
	}
	c.Text(0, 0, p.Theme.Strong, "Nothing is held of this family yet.")
}

func (p *Page) drawList(c *canvas.Canvas) {
	cells := columns.Lay(c.Width() - 2)
	columns.Titles(c.Columns(1, c.Width()-2), 0, p.Theme.Dim, cells)
	p.list.Draw(c.Rows(1, c.Height()-1), p.Theme, true, func(line *canvas.Canvas, i int, _ bool) {
		p.drawEntry(line, cells, p.page.Record.Entries[p.shown[i]])
	}, func() tea.Cmd { return screen.Run(action.RecordRead) })
}

func (p *Page) drawEntry(line *canvas.Canvas, cells []widget.Cell, e model.RecordEntry) {
	day := e.At.Date().Near(p.Today())
	if e.Person {
		day = "on file"
	}
	cells[0].Text(line, 0, p.Theme.Dim, day)
	title := strings.Join(strings.Fields(e.Title()), " ")
	cells[1].Text(line, 0, p.Theme.Text, title)
	if used := canvas.Width(title) + 2; used < cells[1].Width-8 && !e.ForNobodyBeside() {
		rest := widget.Cell{X: cells[1].X + used, Width: cells[1].Width - used}
		rest.Text(line, 0, p.Theme.Dim, e.Said())
	}
	style, words := p.standing(e)
	cells[2].Text(line, 0, style, words)
}

// standing says in a word how an entry stands: a glyph and a word, "" where nobody else is named.
func (p *Page) standing(e model.RecordEntry) (canvas.Style, string) {
	switch decision := e.Decision(); {
	case decision == model.LeaveOut:
		return p.Theme.Dim, theme.GlyphLeftOut + " left out"
	case decision == model.ShowEntry:
		return p.Theme.Good, theme.GlyphDone + " shown"
	case e.Held:
		return p.Theme.Warn, theme.GlyphWall + " held back"
	case e.Marked():
		return p.Theme.Warn, theme.GlyphAsk + " not decided"
	}
	return p.Theme.Dim, ""
}

// rows are the selected entry whole, with those who are named between ‹ and ›.
func (p *Page) rows(width int) []widget.PaneRow {
	e, ok := p.selected()
	if !ok {
		return nil
	}
	item := p.list.At()
	add := func(style canvas.Style, text string) []widget.PaneRow {
		return widget.WrapRows(item, 0, width, style, text)
	}
	when := strings.TrimSpace(e.At.Date().Full() + " " + string(e.At.Clock()))
	if e.Person {
		when = "What is held of"
	}
	rows := add(p.Theme.Dim, when)
	for i, passage := range e.Passages {
		if i > 0 && !p.reading && e.ForNobodyBeside() {
			rows = append(rows, add(p.Theme.Dim, action.ByID(action.RecordRead).Keyname(false)+" reads it.")...)
			break
		}
		if i == 0 {
			rows = append(rows, add(p.Theme.Strong, passage.MarkedText())...)
			continue
		}
		rows = append(rows, p.passageRows(item, width, passage.Label, passage.MarkedText())...)
		if passage.Whole != "" {
			rows = append(rows, add(p.Theme.Warn, theme.GlyphAsk+" all of it: "+passage.Whole)...)
		}
	}
	if e.Written != "" {
		rows = append(rows, add(p.Theme.Dim, "written down "+e.Written.Full())...)
	}
	if e.Marked() || e.Decision() != model.Undecided {
		style, _ := p.standing(e)
		rows = append(rows, widget.EmptyRow())
		rows = append(rows, add(style, e.MarkWords())...)
	}
	return rows
}

// passageRows are a passage under its label, or beside it where both fit in a row.
func (p *Page) passageRows(item, width int, label, text string) []widget.PaneRow {
	if used := canvas.Width(label) + 2; !strings.Contains(text, "\n") && used+canvas.Width(text) <= width {
		return []widget.PaneRow{{Item: item, Draw: func(c *canvas.Canvas) {
			c.Text(0, 0, p.Theme.Accent, label)
			c.Text(used, 0, p.Theme.Text, text)
		}}}
	}
	rows := widget.WrapRows(item, 0, width, p.Theme.Accent, label)
	for line := range strings.SplitSeq(text, "\n") {
		rows = append(rows, widget.WrapRows(item, 0, width, p.Theme.Text, line)...)
	}
	return rows
}
