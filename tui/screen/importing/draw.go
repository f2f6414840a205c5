package importing

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
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
		y += c.Sub(6, y, c.Width()-8, 3).Wrap(0, 0, th.Late, "! "+p.wrong)
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
	chosen := strings.TrimSpace(p.path.Text()) == ""
	p.list.Draw(c.Rows(1, c.Height()-1), th, chosen, func(row *canvas.Canvas, i int, _ bool) {
		p.drawFile(row, cells, p.files[i])
	}, func() tea.Cmd { return screen.Run(action.ImportRead) })
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
	if p.preview.Nothing {
		state = "everything in it is here already"
	}
	x := 1 + c.Text(1, 0, th.Strong, canvas.Cut(p.preview.File.Name, c.Width()/2))
	c.Text(x+2, 0, style, canvas.Cut(state, c.Width()-x-3))
	body, beside := c.Rows(2, c.Height()-2), c.Width() >= besideFrom
	if !beside {
		p.drawLines(body, false)
		return
	}
	side := max(body.Width()*2/5, 50)
	p.drawLines(body.Columns(0, body.Width()-side), true)
	p.drawSide(body.Columns(body.Width()-side+2, side-3))
}

// drawLines breaks the lines to the width anew when that has changed.
func (p *Page) drawLines(c *canvas.Canvas, beside bool) {
	if width := c.Width() - 3; width != p.width {
		p.lines, p.width = p.compose(width, beside), width
		p.rows.SetTotal(len(p.lines))
	}
	p.rows.Draw(c, p.Theme, true, func(row *canvas.Canvas, i int, selected bool) {
		p.drawLine(row, p.lines[i])
	}, nil)
}

func (p *Page) drawLine(row *canvas.Canvas, l line) {
	if l.heading {
		used := row.Text(0, 0, p.Theme.Accent, canvas.Cut(l.text, row.Width()-1))
		row.Sub(used+1, 0, row.Width()-used-2, 1).Rule(0, p.Theme.Rule)
		return
	}
	used := row.Text(l.indent-1, 0, p.Theme.Strong, canvas.Cut(l.lead, row.Width()-l.indent))
	row.Text(l.indent-1+used, 0, l.style, l.text)
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
	for _, words := range countWords(p.preview) {
		c.Text(0, y, th.Strong, words[0])
		y += c.Rows(y, c.Height()-y).Columns(10, c.Width()-10).Wrap(0, 0, th.Text, words[1])
	}
	if school := p.schoolWords(); school != "" {
		y += c.Rows(y, c.Height()-y).Wrap(0, 0, th.Text, school)
	}
	y++
	heading("The file")
	y += c.Rows(y, c.Height()-y).Wrap(0, 0, th.Dim, fileWords(p.preview.File))
	for _, column := range p.preview.File.Columns {
		style := th.Dim
		if column.Unknown {
			style = th.Warn
		}
		c.Text(0, y, th.Text, canvas.Cut(column.Heading, c.Width()/2-1))
		c.Text(c.Width()/2, y, style, canvas.Cut(column.Field, c.Width()/2))
		y++
	}
}
