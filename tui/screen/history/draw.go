package history

import (
	"strings"

	"kettle/model/view"
	"kettle/tui/canvas"
)

// line is one row of the page: of a step its first line, or one of what it changed.
type line struct {
	step   int
	head   bool
	part   string // what hangs on the record, or the field
	change string // what happened to it
	dim    bool
}

// Draw draws the path, then the steps with what each changed.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	th := p.Theme
	x := 1 + c.Text(1, 1, th.Dim, "History › ")
	c.Text(x, 1, th.Strong, canvas.Cut(p.history.Name, c.Width()-x-1))
	body := c.Sub(1, 3, c.Width()-2, c.Height()-3)
	if len(p.history.Steps) == 0 {
		p.drawEmpty(body)
		return
	}
	if width := body.Width() - 1; width != p.width {
		p.lay(width)
	}
	p.list.Draw(body, th, true, func(row *canvas.Canvas, i int, _ bool) { p.drawLine(row, p.lines[i]) }, nil)
}

func (p *Page) drawEmpty(c *canvas.Canvas) {
	c.Text(1, 0, p.Theme.Strong, "Nothing has changed here, as far as the log goes back.")
	c.Wrap(1, 2, p.Theme.Dim, "What is added, changed or removed from now on will stand here, with the day and what stood there before.")
}

// The columns of a step's first line, and where what it changed begins.
const (
	whenWidth = 17
	whoFrom   = 90 // cells of the page from which the name has a column
	whoWidth  = 22
	indent    = 3
)

func (p *Page) drawLine(row *canvas.Canvas, l line) {
	th := p.Theme
	if l.head {
		p.drawStep(row, p.history.Steps[l.step])
		return
	}
	style := th.Text
	if l.dim {
		style = th.Dim
	}
	x := indent
	if l.part != "" {
		x += row.Text(x, 0, th.Dim, l.part) + 2
	}
	row.Text(x, 0, style, l.change)
}

func (p *Page) drawStep(row *canvas.Canvas, s view.RecordStep) {
	th := p.Theme
	x := 1
	row.Text(x, 0, th.Accent, s.At.Near(p.Today()))
	x += whenWidth
	if row.Width() >= whoFrom {
		row.Text(x, 0, th.Dim, canvas.Cut(s.Who, whoWidth-1))
		x += whoWidth
	}
	end := row.Width() - 1
	if note := p.noteOf(s); note != "" {
		end = row.Right(end, 0, th.Dim, note) - 2
	}
	row.Text(x, 0, th.Strong, canvas.Cut(titleOf(s), end-x))
}

// titleOf is what was done, with a word before it where it was taken back or done again.
func titleOf(s view.RecordStep) string {
	switch s.Kind {
	case "undo":
		return view.TookBack + s.Title
	case "redo":
		return "did again: " + s.Title
	}
	return s.Title
}

// noteOf says whether the step still stands, where it came from, and who did it where there is no
// column for that.
func (p *Page) noteOf(s view.RecordStep) string {
	var notes []string
	if s.TakenBack {
		notes = append(notes, "taken back")
	}
	if s.File != "" {
		notes = append(notes, "from the office")
	}
	if p.width < whoFrom {
		notes = append(notes, canvas.Cut(s.Who, whoWidth))
	}
	return strings.Join(notes, " · ")
}

// lay breaks the history into lines of a width, and stays at the step that was selected.
func (p *Page) lay(width int) {
	was, some := p.selected()
	p.width, p.lines = width, nil
	at := 0
	for i, s := range p.history.Steps {
		if some && s.ID == was.ID {
			at = len(p.lines)
		}
		p.lines = append(p.lines, line{step: i, head: true})
		p.lines = append(p.lines, p.details(i, s)...)
	}
	p.list.SetTotal(len(p.lines))
	p.list.Select(at)
}

// details are the lines under a step: the file it came with, and each change that its title does not
// say already.
func (p *Page) details(i int, s view.RecordStep) (lines []line) {
	if s.File != "" {
		lines = append(lines, p.wrapped(line{step: i, dim: true}, "came with the import of "+s.File)...)
	}
	if s.Old {
		lines = append(lines, p.wrapped(line{step: i, dim: true}, "long ago: what stood there before is no longer kept")...)
	}
	for _, c := range s.Changes {
		if c.Part == "" && c.Field == "" && strings.HasPrefix(titleOf(s), c.Happened) {
			continue
		}
		if c.Part != "" && c.Field != "" && canvas.Width(partOf(c)+changeOf(c))+2 > p.width-indent-1 {
			lines = append(lines, line{step: i, part: canvas.Cut(c.Part, p.width-indent-1)})
			c.Part = ""
		}
		lines = append(lines, p.wrapped(line{step: i, part: partOf(c)}, changeOf(c))...)
	}
	return lines
}

// mostLines is how much of one long text is shown.
const mostLines = 6

// wrapped breaks what happened into lines beside its part; a part that is too long stands above it.
func (p *Page) wrapped(first line, text string) []line {
	first.part = canvas.Cut(strings.Join(strings.Fields(first.part), " "), p.width-indent-1)
	room := p.width - indent - 1
	if first.part != "" {
		room -= canvas.Width(first.part) + 2
	}
	var lines []line
	if room < 24 && first.part != "" {
		lines, room = append(lines, first), p.width-indent-3
		first = line{step: first.step, dim: first.dim}
	}
	rows := canvas.WrapText(text, max(room, 1))
	if len(rows) > mostLines {
		rows = append(rows[:mostLines-1], "…")
	}
	hang := strings.Repeat(" ", p.width-indent-1-room)
	for n, row := range rows {
		l := line{step: first.step, dim: first.dim, change: hang + row}
		if n == 0 && first.part != "" {
			l.part, l.change = first.part, row
		}
		lines = append(lines, l)
	}
	return lines
}

func partOf(c view.RecordChange) string {
	if c.Part != "" && c.Field != "" {
		return c.Part + ": " + c.Field
	}
	return c.Part + c.Field
}

func changeOf(c view.RecordChange) string {
	if c.Happened != "" {
		return c.Happened
	}
	return c.From + " → " + c.To
}
