package capture

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
)

const (
	mostWidth   = 106
	edge        = 2  // cells between the border and what is inside
	labelWidth  = 12 // the column of the labels
	pairedFrom  = 84 // cells from which two parts stand side by side
	mostEntries = 3  // unfinished ones shown above the line
	mostTextual = 3  // rows of a long note
)

// textual are the parts that take a whole row.
var textual = map[model.CaptureField]bool{model.FieldNote: true, model.FieldWords: true, model.FieldPromise: true, model.FieldDSL: true}

// drawn is a row of the parts: one of them, or two side by side, by their place in rows.
type drawn struct {
	parts []int
	lines []string // of a part that takes whole rows
	hint  string
	top   int
	rows  int
}

// shownUnfinished are the unfinished entries that stand above the line, the newest nearest to it.
func (p *Popup) shownUnfinished() []view.DraftRow {
	shown := p.unfinished[:min(len(p.unfinished), mostEntries)]
	turned := make([]view.DraftRow, len(shown))
	for i, d := range shown {
		turned[len(shown)-1-i] = d
	}
	return turned
}

// Draw draws the popup in the middle, as large as it needs and the window allows.
func (p *Popup) Draw(c *canvas.Canvas) {
	width := min(mostWidth, c.Width())
	if c.Width() < 80 {
		width = c.Width()
	}
	inner := width - 2 - 2*edge
	above := len(p.shownUnfinished())
	parts, total := p.lay(inner, false)
	if total > c.Height()-above-4 {
		parts, total = p.lay(inner, true)
	}
	height := min(above+3+total+2, c.Height())
	box := c.Sub((c.Width()-width)/2, max((c.Height()-height)/3, 0), width, height)
	box.Fill(p.Theme.Popup)
	box.NoCursor()
	box.Area(func(int, int) tea.Cmd { return nil })
	form.Border(box, p.Theme, "Log a contact")
	p.drawUnfinished(box.Sub(1+edge, 1, inner, above))
	below := box.Sub(1+edge, 1+above+2, inner, max(height-above-4, 0))
	p.drawParts(below, parts, total)
	p.drawLine(box.Sub(1+edge, 1+above, inner, 2))
}

func (p *Popup) drawUnfinished(c *canvas.Canvas) {
	shown := p.shownUnfinished()
	for i, d := range shown {
		row := c.Rows(i, 1)
		style := p.Theme.Dim
		if p.at == i-len(shown) {
			style = p.Theme.Strong
			row.Text(0, 0, p.Theme.Marker, theme.GlyphMarker)
		}
		used := row.Text(2, 0, p.Theme.Info, theme.GlyphOpen+" unfinished, "+d.At.Near(p.Today())+"  ")
		row.Text(2+used, 0, style, canvas.Cut(d.Body[view.CaptureLine], max(row.Width()-2-used, 0)))
		row.Area(func(int, int) tea.Cmd { p.at = i - len(shown); return p.goOn() })
	}
}

// drawLine draws the line, and below it a stroke under what was understood.
func (p *Popup) drawLine(c *canvas.Canvas) {
	if p.at == 0 {
		c.Text(0, 0, p.Theme.Marker, theme.GlyphMarker)
	}
	line := c.Columns(2, c.Width()-2)
	p.line.Draw(line.Rows(0, 1), p.Theme, p.at == 0)
	line.Rows(0, 1).Area(func(int, int) tea.Cmd { p.at = 0; return nil })
	if p.people == nil {
		line.Text(0, 1, p.Theme.Dim, "reading the names …")
		return
	}
	if typed := p.line.Text(); typed != p.read.Line || canvas.Width(typed) >= line.Width() {
		return // it is scrolled, or holds what is not read
	}
	for _, s := range p.read.Spans {
		from, wide := canvas.Width(p.read.Line[:s.From]), canvas.Width(p.read.Line[s.From:s.To])
		style, stroke := p.Theme.Accent, "─"
		if s.Part == model.PartUnkept {
			style, stroke = p.Theme.Warn, "╌"
		}
		line.Text(from, 1, style, strings.Repeat(stroke, wide))
	}
}

// lay places the parts under one another, or two in a row where there is room. Where not all can be seen,
// tight, the hints stand first, and what says nothing is left out as long as the cursor is in the line.
func (p *Popup) lay(width int, tight bool) (rows []drawn, total int) {
	add := func(d drawn, height int) {
		d.top, d.rows = total, height
		rows = append(rows, d)
		total += height
	}
	hints := func() {
		for _, h := range p.hints() {
			for i, line := range canvas.WrapText(h, max(width-4, 10)) {
				add(drawn{hint: hintMark[min(i, 1)] + line}, 1)
			}
		}
	}
	first := tight || p.read.Kind == model.PassedToDSL
	if first {
		hints()
	}
	leaveOut := func(r model.CaptureRow) bool {
		return tight && p.at <= 0 && (r.Words == "" || r.Part == model.FieldDirection)
	}
	var short []int
	for i, r := range p.rows {
		if !textual[r.Part] && !leaveOut(r) {
			short = append(short, i)
		}
	}
	each := 1
	if width >= pairedFrom {
		each = 2
	}
	for len(short) > 0 {
		n := min(each, len(short))
		add(drawn{parts: short[:n]}, 1)
		short = short[n:]
	}
	for i, r := range p.rows {
		if textual[r.Part] && !leaveOut(r) {
			lines := canvas.WrapText(p.wordsOf(i), max(width-labelWidth-2, 10))
			most := mostTextual
			if tight && p.at <= 0 {
				most = 1
			}
			if len(lines) > most {
				lines = append(lines[:most-1:most-1], lines[most-1]+" …")
			}
			add(drawn{parts: []int{i}, lines: lines}, max(len(lines), 1))
		}
	}
	if !first {
		hints()
	}
	return rows, total
}

// hints are what is pointed at below the parts; below an empty line, what can be typed.
func (p *Popup) hints() []string {
	if p.empty() {
		return []string{"+ good news, ! a concern, ? they are owed an answer, x nobody answered, dsl passed on",
			"who, where: then what there is to say; “their words”; ring … fri makes a promise"}
	}
	if p.cut {
		return append([]string{model.CutWords}, p.read.Hints...)
	}
	return p.read.Hints
}

// hintMark stands before the first line of a hint, and before the others.
var hintMark = [2]string{"· ", "  "}

// wordsOf are the words of a part; a guess has a question mark, what was set by hand says so.
func (p *Popup) wordsOf(i int) string {
	r := p.rows[i]
	words := r.Words
	if words == "" {
		return "–"
	}
	place := 0
	if r.Part == model.FieldPromise {
		place = p.read.Promises[r.Promise].Place
	}
	switch {
	case p.set.Has(r.Part, place):
		words += " (by hand)"
	case r.Guessed:
		words += "?"
	}
	return words
}

// drawParts draws as many rows as there is room for, those round the cursor.
func (p *Popup) drawParts(c *canvas.Canvas, rows []drawn, total int) {
	for _, r := range rows {
		for _, i := range r.parts {
			if p.at == i+1 {
				p.scroll = max(min(p.scroll, r.top), r.top+r.rows-c.Height())
			}
		}
	}
	if p.at <= 0 {
		p.scroll = 0
	}
	p.scroll = max(min(p.scroll, total-c.Height()), 0)
	for _, r := range rows {
		y := r.top - p.scroll
		if y < 0 || y >= c.Height() {
			continue
		}
		if len(r.parts) == 0 {
			p.drawHint(c.Rows(y, 1), r.hint)
			continue
		}
		wide := c.Width() / len(r.parts)
		if c.Width() >= pairedFrom && r.lines == nil {
			wide = c.Width() / 2
		}
		for n, i := range r.parts {
			p.drawPart(c.Sub(n*wide, y, wide, r.rows), i, r.lines)
		}
	}
	if p.scroll+c.Height() < total && c.Height() > 0 {
		c.Text(c.Width()-1, c.Height()-1, p.Theme.Dim, "↓")
	}
}

func (p *Popup) drawHint(c *canvas.Canvas, hint string) {
	style := p.Theme.Dim
	if p.read.Kind == model.PassedToDSL {
		style = p.Theme.Warn
	}
	c.Text(2, 0, style, canvas.Cut(hint, c.Width()-2))
}

// drawPart draws a part: its label, and what was understood.
func (p *Popup) drawPart(c *canvas.Canvas, i int, lines []string) {
	r := p.rows[i]
	label, style := p.Theme.Dim, p.Theme.Text
	if p.at == i+1 {
		label = p.Theme.Strong
		c.Text(0, 0, p.Theme.Marker, theme.GlyphMarker)
		c.Cursor(2, 0)
	}
	switch {
	case r.Empty:
		style = p.Theme.Warn
	case r.Words == "":
		style = p.Theme.Dim
	}
	c.Text(2, 0, label, canvas.Cut(r.Label, labelWidth-1))
	if lines == nil {
		lines = []string{canvas.Cut(p.wordsOf(i), max(c.Width()-labelWidth-2, 0))}
	}
	for y, line := range lines {
		c.Text(2+labelWidth, y, style, line)
	}
	c.Area(func(int, int) tea.Cmd { p.at = i + 1; return p.correct(p.at) })
}
