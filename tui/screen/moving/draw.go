package moving

import (
	"kettle/model"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// row is one line of the page.
type row struct {
	heading bool
	warns   bool
	glyph   string
	text    string
	note    string
	asks    int64         // the promise that may go along
	tell    *model.ToTell // who is to be told
}

const top = 5 // rows above the list: the crumbs, then from when to when

// rows are the lines of the page for the width of the window.
func (p *Page) rows() []row {
	var rows []row
	part := func(heading string, lines []row) {
		if len(lines) == 0 {
			return
		}
		if len(rows) > 0 {
			rows = append(rows, row{heading: true})
		}
		rows = append(append(rows, row{heading: true, text: heading}), lines...)
	}
	if !p.done {
		var against []row
		for _, w := range p.moves.Against {
			against = append(against, p.wrapped(row{warns: true, glyph: theme.GlyphAsk, text: w.Says})...)
		}
		part("What speaks against it", against)
		part("What goes along", p.sentences(p.moves.Moves))
		part("Dates that the family knows: which go along?", p.asks())
		part("What stays", p.sentences(p.moves.Stays))
	}
	part("Who is to be told", p.tell())
	return rows
}

func (p *Page) sentences(all []string) []row {
	var rows []row
	for _, s := range all {
		rows = append(rows, p.wrapped(row{text: s})...)
	}
	return rows
}

// wrapped breaks a sentence over as many rows as it needs.
func (p *Page) wrapped(r row) []row {
	var rows []row
	for i, l := range canvas.WrapText(r.text, p.Width-6) {
		r.text = l
		if i > 0 {
			r.glyph = ""
		}
		rows = append(rows, r)
	}
	return rows
}

func (p *Page) asks() []row {
	var rows []row
	for _, a := range p.moves.Asks {
		r := row{asks: a.Promise.ID, glyph: theme.GlyphOpen, text: a.Promise.What, note: "stays " + a.Promise.Due.Near(p.Today())}
		if p.along[a.Promise.ID] {
			r.glyph, r.note = theme.GlyphDone, "goes along: "+a.Due.Near(p.Today())+" instead of "+a.Promise.Due.Near(p.Today())
		}
		rows = append(rows, r)
	}
	return rows
}

func (p *Page) tell() []row {
	var rows []row
	for _, t := range p.moves.Tell {
		r := row{glyph: theme.GlyphOpen, text: t.Name, note: t.What}
		if p.done {
			r.tell = &t
			switch {
			case p.knows(t):
				r.glyph, r.note = theme.GlyphDone, "told today"
			case p.promised(t):
				r.glyph, r.note = theme.GlyphDone, "a follow-up to tell them, "+p.tellPromise(t).Due.Near(p.Today())
			}
		}
		rows = append(rows, r)
	}
	return rows
}

const noteAt = 28 // the column of what is said about a name

// Draw draws from when to when, and below it what that does.
func (p *Page) Draw(c *canvas.Canvas) {
	th := p.Theme
	x := 1
	crumbs := p.Crumbs()
	for i, crumb := range crumbs {
		style, text := th.Dim, crumb+" › "
		if i == len(crumbs)-1 {
			style, text = th.Strong, crumb
		}
		x += c.Text(x, 1, style, canvas.Cut(text, max(c.Width()-1-x, 0)))
	}
	p.drawTimes(c.Sub(1, 3, c.Width()-2, 1))
	rows := p.rows()
	p.list.SetTotal(len(rows))
	p.list.Draw(c.Rows(top, c.Height()-top), th, true, func(line *canvas.Canvas, i int, _ bool) { p.drawRow(line, rows[i]) }, nil)
}

func (p *Page) drawTimes(c *canvas.Canvas) {
	th := p.Theme
	was := "no time yet"
	if p.from != "" {
		was = p.from.Near(p.Today())
	}
	if p.done {
		c.Text(0, 0, th.Good, canvas.Cut(theme.GlyphDone+" moved from "+was+" to "+p.to.Near(p.Today()), c.Width()))
		return
	}
	at := c.Text(0, 0, th.Text, canvas.Cut(was+" → ", c.Width()))
	at += c.Text(at, 0, th.Strong, canvas.Cut(p.to.Near(p.Today()), c.Width()-at))
	c.Text(at+3, 0, th.Dim, canvas.Cut("not moved yet", c.Width()-at-3))
}

func (p *Page) drawRow(line *canvas.Canvas, r row) {
	th := p.Theme
	style, glyph := th.Text, th.Dim
	switch {
	case r.heading:
		line.Text(0, 0, th.Accent, canvas.Cut(r.text, line.Width()))
		return
	case r.warns:
		style, glyph = th.Warn, th.Warn
	case r.glyph == theme.GlyphDone:
		glyph = th.Good
	}
	line.Text(1, 0, glyph, r.glyph)
	if r.note == "" {
		line.Text(3, 0, style, canvas.Cut(r.text, line.Width()-3))
		return
	}
	used := 3 + line.Text(3, 0, style, canvas.Cut(r.text, max(noteAt-4, line.Width()-44))) + 2
	at := max(min(noteAt, line.Width()/2), used)
	line.Text(at, 0, th.Dim, canvas.Cut(r.note, line.Width()-at))
}
