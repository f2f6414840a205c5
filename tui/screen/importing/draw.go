package importing

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Draw draws the choice of a file, or what the file brings.
func (p *Page) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	if p.preview != nil {
		p.drawPreview(c)
		return
	}
	p.drawChoice(c)
}

func (p *Page) drawChoice(c *canvas.Canvas) {
	th := p.Theme
	c.Text(1, 0, th.Strong, "Take in the office's export")
	y := 1 + c.Sub(1, 1, c.Width()-2, 3).Wrap(0, 0, th.Dim, "A CSV file of pupils and their contacts. Nothing is changed before you have seen what it brings.")
	y++
	c.Text(1, y, th.Accent, "File")
	field := c.Sub(6, y, c.Width()-8, 1)
	y++
	if p.wrong != "" {
		y += c.Sub(6, y, c.Width()-8, 5).Wrap(0, 0, th.Late, "! "+p.wrong)
	}
	p.drawFiles(c.Rows(y+1, c.Height()-y-1))
	p.path.Draw(field, th, true) // last, so that the cursor stands where letters go
}

func (p *Page) drawFiles(c *canvas.Canvas) {
	th := p.Theme
	if !p.known {
		return
	}
	if len(p.files) == 0 {
		c.Sub(1, 0, c.Width()-2, c.Height()).Wrap(0, 0, th.Dim, "No CSV file lies in your folders for downloads, on the desktop or among the documents. "+
			"Export one from the office's system, or save a spreadsheet as CSV.")
		return
	}
	c.Text(1, 0, th.Accent, "Or one of the newest CSV files")
	cells := fileColumns.Lay(c.Width() - 2)
	p.list.Draw(c.Rows(1, c.Height()-1), th, p.onFiles(), func(row *canvas.Canvas, i int, _ bool) {
		p.drawFile(row, cells, p.files[i])
	}, func() tea.Cmd {
		if !p.onFiles() {
			return p.choose(0)
		}
		return screen.Run(action.ImportRead)
	})
}

var fileColumns = widget.Columns{{Title: "Name", Width: 20, Grow: 3}, {Title: "When", Width: 12}, {Title: "Size", Width: 9}, {Title: "Folder", Width: 11, Grow: 1}}

func (p *Page) drawFile(row *canvas.Canvas, cells []widget.Cell, f view.ExportFile) {
	when := model.MomentOf(f.At.In(p.Clock().Location()))
	cells[0].Text(row, 0, p.Theme.Text, f.Name)
	cells[1].Text(row, 0, p.Theme.Dim, when.Near(p.Today()))
	cells[2].Text(row, 0, p.Theme.Dim, sizeWords(f.Size))
	cells[3].Text(row, 0, p.Theme.Dim, f.Folder)
}

func sizeWords(bytes int64) string {
	switch {
	case bytes < 1<<10:
		return fmt.Sprintf("%d bytes", bytes)
	case bytes < 1<<20:
		return fmt.Sprintf("%d KB", (bytes+1<<10-1)>>10)
	}
	return fmt.Sprintf("%d MB", (bytes+1<<20-1)>>20)
}

// besideFrom is the width from which the facts about the file stand beside what it brings.
const besideFrom = 110

func (p *Page) drawPreview(c *canvas.Canvas) {
	th := p.Theme
	state, style := "nothing is written yet", th.Dim
	switch {
	case p.preview.Nothing && len(p.deciding.known) > 0:
		state = "everything is left out"
	case p.preview.Nothing:
		state = "everything in it is here already"
	}
	if n := p.unknownColumns(); n > 0 {
		state += fmt.Sprintf(" · %d of %d columns not recognised (%s)", n, len(p.preview.File.Columns), action.ByID(action.ColumnsOpen).Keyname(false))
	}
	x := 1 + c.Text(1, 0, th.Strong, canvas.Cut(p.preview.File.Name, c.Width()/2))
	c.Text(x+2, 0, style, canvas.Cut(state, c.Width()-x-3))
	if !p.preview.Nothing {
		c.Text(1, 1, th.Info, canvas.Cut(p.sumWords(), c.Width()-2))
	}
	body, beside := c.Rows(3, c.Height()-3), c.Width() >= besideFrom
	if !beside {
		p.drawLines(body, false)
		return
	}
	side := max(body.Width()*2/5, 50)
	p.drawLines(body.Columns(0, body.Width()-side), true)
	p.drawSide(body.Columns(body.Width()-side+2, side-3))
}

// unknownColumns is how many columns of the file nobody knows.
func (p *Page) unknownColumns() int {
	n := 0
	for _, c := range p.preview.File.Columns {
		if c.Unknown {
			n++
		}
	}
	return n
}

// sumWords say what would be taken in; while it is worked out anew, that.
func (p *Page) sumWords() string {
	words := strings.ToUpper(p.preview.Sum[:1]) + p.preview.Sum[1:]
	if p.deciding.asking {
		words += " …"
	}
	return words
}

func (p *Page) drawLines(c *canvas.Canvas, beside bool) {
	if beside != p.beside {
		p.beside = beside
		p.layAround()
	}
	if width := c.Width() - 2; width != p.width {
		p.width, p.rows.height = width, 0
	}
	p.rows.Draw(c, p.Theme, p.drawLine)
}

// layAround lists the lines anew in a window of another width, and stays with the one that is selected: what
// is not among them any more stands beside them.
func (p *Page) layAround() {
	var was line
	if at := p.rows.At(); at >= 0 {
		was = p.lines[at]
	}
	p.lay()
	p.rows.Select(max(slices.IndexFunc(p.lines, func(l line) bool { return l.of == was.of && l.at == was.at && l.group == was.group }), 0))
}

// lay lists the lines anew, after what they say has changed.
func (p *Page) lay() {
	p.lines, p.parts = p.compose(p.beside), nil
	for i := range p.lines {
		if p.lines[i].of == aHeading {
			p.parts = append(p.parts, i)
		}
	}
	p.rows.SetTotal(len(p.lines))
}

func (p *Page) drawLine(c *canvas.Canvas, i int) {
	l := p.lines[i]
	if l.of == aHeading {
		used := c.Text(0, 0, p.Theme.Accent, canvas.Cut(l.words, c.Width()-1))
		c.Sub(used+1, 0, c.Width()-used-2, 1).Rule(0, p.Theme.Rule)
		return
	}
	drawEntry(c, p.Theme, p.entryOf(l), p.width)
}

// drawEntry draws an entry: its mark, its lead, what is done with it at the end, and its text in rows.
func drawEntry(c *canvas.Canvas, th *theme.Theme, e entry, width int) {
	first, rest := wrapped(e, width)
	x := e.indent - 1
	if e.mark != "" {
		c.Text(x-2, 0, e.told, e.mark)
	}
	end := c.Width() - 1
	if e.is != "" {
		end = c.Right(end, 0, e.told, e.is) - 2
	}
	if e.lead != "" {
		lead := th.Strong
		if e.mark == theme.GlyphLeftOut && e.style == th.Dim { // what is left
			lead = th.Dim
		}
		x += c.Text(x, 0, lead, canvas.Cut(e.lead, end-x)) + 2
	}
	c.Text(x, 0, e.style, first)
	for y, row := range rest {
		c.Text(e.indent+1, 1+y, e.style, row)
	}
}

// drawSide draws the counts and the facts about the file.
func (p *Page) drawSide(c *canvas.Canvas) {
	th := p.Theme
	y := 0
	heading := func(words string) {
		used := c.Text(0, y, th.Accent, words)
		c.Sub(used+1, y, c.Width()-used-1, 1).Rule(0, th.Rule)
		y++
	}
	heading("What it brings")
	for _, words := range p.countWords() {
		c.Text(0, y, th.Strong, words[0])
		y += c.Rows(y, c.Height()-y).Columns(10, c.Width()-10).Wrap(0, 0, th.Text, words[1])
	}
	y++
	heading("The file")
	y += c.Rows(y, c.Height()-y).Wrap(0, 0, th.Dim, fileWords(p.preview.File))
	columns := p.preview.File.Columns
	for i, column := range columns {
		if y == c.Height()-1 && i < len(columns)-1 {
			c.Text(0, y, th.Dim, fmt.Sprintf("%d more: %s shows them", len(columns)-i, action.ByID(action.ColumnsOpen).Keyname(false)))
			return
		}
		style := th.Dim
		if column.Unknown {
			style = th.Warn
		}
		c.Text(0, y, th.Text, canvas.Cut(column.Heading, c.Width()/2-1))
		c.Text(c.Width()/2, y, style, canvas.Cut(column.Field, c.Width()/2))
		y++
	}
}
