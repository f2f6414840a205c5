package form

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

const (
	mostWidth = 92
	edge      = 2 // cells between the border and what is inside
)

// labelWidth is the column of the labels: as wide as the longest needs, within reason.
func (f *Form) labelWidth() int {
	width := 16
	for _, field := range f.fields {
		width = max(width, canvas.Width(field.Label())+3)
	}
	return min(width, 28)
}

// row is one line of rows of the form: a heading, or a field with its error.
type row struct {
	heading string
	field   int // -1 for a heading
	rows    int
	top     int
}

// Draw draws the form as a popup in the middle, as large as it needs and the window allows.
func (f *Form) Draw(c *canvas.Canvas) {
	width := min(mostWidth, c.Width())
	if c.Width() < 80 {
		width = c.Width()
	}
	rows, total := f.lay(width - 2 - 2*edge)
	height := min(total+4, c.Height())
	box := c.Sub((c.Width()-width)/2, max((c.Height()-height)/2, 0), width, height)
	box.Fill(f.Theme.Popup)
	box.NoCursor()
	box.Area(func(int, int) tea.Cmd { return nil })
	Border(box, f.Theme, f.spec.Title)
	f.drawBelow(box.Sub(1+edge, height-2, width-2-2*edge, 1))
	f.drawRows(box.Sub(1+edge, 1, width-2-2*edge, height-3), rows, total)
}

// Border draws a frame round all of c with a title in its upper edge.
func Border(c *canvas.Canvas, th *theme.Theme, title string) {
	w, h := c.Width(), c.Height()
	c.Rows(0, 1).Rule(0, th.Border)
	c.Rows(h-1, 1).Rule(0, th.Border)
	for y := 1; y < h-1; y++ {
		c.Text(0, y, th.Border, "│")
		c.Text(w-1, y, th.Border, "│")
	}
	c.Text(0, 0, th.Border, "╭")
	c.Text(w-1, 0, th.Border, "╮")
	c.Text(0, h-1, th.Border, "╰")
	c.Text(w-1, h-1, th.Border, "╯")
	if title != "" {
		used := c.Text(2, 0, th.Accent, " "+canvas.Cut(title, w-6))
		c.Text(2+used, 0, th.Accent, " ")
	}
}

// lay places headings and fields under one another, with an intro above; total is their height.
func (f *Form) lay(width int) (rows []row, total int) {
	if f.spec.Intro != "" {
		total = len(canvas.WrapText(f.spec.Intro, width)) + 1
	}
	i := 0
	for _, g := range f.spec.Groups {
		if g.Show != nil && !g.Show() {
			i += len(g.Fields)
			continue
		}
		if g.Title != "" {
			if len(rows) > 0 {
				total++
			}
			n := len(canvas.WrapText(g.Title, width))
			rows = append(rows, row{heading: g.Title, field: -1, rows: n, top: total})
			total += n
		}
		for range g.Fields {
			n := f.fieldRows(i, width)
			rows = append(rows, row{field: i, rows: n, top: total})
			total += n
			i++
		}
	}
	return rows, max(total, 1)
}

func (f *Form) fieldRows(i, width int) int {
	n := f.fields[i].Rows(width-f.labelWidth(), i == f.at)
	return n + len(f.wrongLines(i, width-f.labelWidth()))
}

// wrongLines say what is wrong with field i.
func (f *Form) wrongLines(i, width int) []string {
	if f.errors[i] == "" {
		return nil
	}
	return canvas.WrapText("! "+f.errors[i], max(width, 10))
}

func (f *Form) drawRows(c *canvas.Canvas, rows []row, total int) {
	f.follow(rows, c.Height(), total)
	if f.spec.Intro != "" && f.scroll == 0 {
		c.Wrap(0, 0, f.Theme.Dim, f.spec.Intro)
	}
	for _, r := range rows {
		y := r.top - f.scroll
		if y < 0 || y >= c.Height() {
			continue
		}
		if r.field < 0 {
			c.Wrap(0, y, f.Theme.Accent, r.heading)
			continue
		}
		f.drawField(c.Rows(y, r.rows), r)
	}
	if total > c.Height() {
		f.drawMore(c, total)
	}
}

// drawMore says that there is more above or below.
func (f *Form) drawMore(c *canvas.Canvas, total int) {
	if f.scroll > 0 {
		c.Text(c.Width()-1, 0, f.Theme.Dim, "↑")
	}
	if f.scroll+c.Height() < total {
		c.Text(c.Width()-1, c.Height()-1, f.Theme.Dim, "↓")
	}
}

// Scroll is what the wheel does; the cursor stays where it is until the next key.
func (f *Form) Scroll(rows int) { f.scroll, f.loose = f.scroll+rows, true }

// follow scrolls so that the field with the cursor is seen.
func (f *Form) follow(rows []row, height, total int) {
	for _, r := range rows {
		if r.field == f.at && !f.loose {
			f.scroll = max(min(f.scroll, r.top), r.top+min(r.rows, height)-height)
		}
	}
	if len(rows) > 0 && f.at == 0 && !f.loose {
		f.scroll = 0
	}
	f.scroll = max(min(f.scroll, total-height), 0)
}

func (f *Form) drawField(c *canvas.Canvas, r row) {
	th, focused, labelWidth := f.Theme, r.field == f.at, f.labelWidth()
	label := th.Dim
	if focused {
		label = th.Strong
		c.Text(0, 0, th.Marker, theme.GlyphMarker)
	}
	c.Text(1, 0, label, canvas.Cut(f.fields[r.field].Label(), labelWidth-2))
	c.Area(func(int, int) tea.Cmd { return f.moveTo(r.field) })
	in := c.Columns(labelWidth, c.Width()-labelWidth)
	wrong := f.wrongLines(r.field, in.Width())
	rows := r.rows - len(wrong)
	for y, words := range wrong {
		in.Text(0, rows+y, th.Late, words)
	}
	f.fields[r.field].Draw(in.Rows(0, rows), th, focused)
}

// drawBelow says under the fields what went wrong, or that a draft came back.
func (f *Form) drawBelow(c *canvas.Canvas) {
	switch {
	case f.wrong != "":
		c.Text(0, 0, f.Theme.Late, canvas.Cut("! "+f.wrong, c.Width()))
	case f.saving:
		c.Text(0, 0, f.Theme.Dim, "keeping …")
	case f.back:
		c.Text(0, 0, f.Theme.Info, canvas.Cut("What you typed the last time is back. "+action.ByID(action.FormThrow).Keyname(true)+" throws it away.", c.Width()))
	}
}
