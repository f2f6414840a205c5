package pack

import (
	"fmt"
	"strings"

	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// line is one row of the preview.
type line struct {
	heading bool
	text    string
	indent  int
	style   canvas.Style
	flip    func() // takes or leaves what the row is about, nil for none
}

// Draw draws the fields, or what the pack brings.
func (p *In) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	if p.preview != nil {
		p.drawPreview(c)
		return
	}
	th := p.Theme
	c.Text(1, 0, th.Strong, "Open a hand-over pack")
	y := 2 + c.Sub(1, 1, c.Width()-2, 3).Wrap(0, 0, th.Dim, "The file that a colleague’s Kettle made, and the passphrase that they told you. Nothing is changed before you have seen what it brings.")
	below := p.fields.draw(c, th, y)
	if p.wrong != "" {
		c.Sub(1, below+1, c.Width()-2, 4).Wrap(0, 0, th.Late, "! "+p.wrong)
	}
}

func (p *In) drawPreview(c *canvas.Canvas) {
	th := p.Theme
	state := "nothing is written yet"
	if p.preview.Nothing {
		state = "everything in it is here already"
	}
	used := c.Text(1, 0, th.Strong, canvas.Cut(from(p.preview), c.Width()-2))
	if x := used + 3; x+canvas.Width(state) < c.Width() {
		c.Text(x, 0, th.Dim, state)
	}
	if !p.preview.Nothing {
		c.Text(1, 1, th.Info, canvas.Cut(p.sumWords(), c.Width()-2))
	}
	if width := c.Width() - 3; width != p.width {
		p.compose(width)
	}
	p.rows.Draw(c.Rows(3, c.Height()-3), th, true, func(row *canvas.Canvas, i int, _ bool) { p.drawLine(row, p.lines[i]) }, p.toggle)
}

// sumWords say in one line what would be taken in: "Takes in 4 new families, 2 known ones; 1 left out".
func (p *In) sumWords() string {
	fresh, known, left := 0, 0, 0
	for _, f := range p.preview.Families {
		switch {
		case f.State == view.PackGone || f.State == view.PackSame:
		case f.Leave:
			left++
		case f.State == view.PackNew:
			fresh++
		default:
			known++
		}
	}
	var parts []string
	for _, n := range []struct {
		n         int
		one, many string
	}{{fresh, "new family", "new families"}, {known, "known family", "known families"}} {
		switch {
		case n.n == 1:
			parts = append(parts, "1 "+n.one)
		case n.n > 1:
			parts = append(parts, fmt.Sprint(n.n, " ", n.many))
		}
	}
	if len(parts) == 0 {
		parts = []string{"nothing"}
	}
	words := "Takes in " + strings.Join(parts, ", ")
	if left > 0 {
		words += fmt.Sprintf("; %d left out", left)
	}
	return words
}

func (p *In) drawLine(row *canvas.Canvas, l line) {
	if l.heading {
		used := row.Text(0, 0, p.Theme.Accent, canvas.Cut(l.text, row.Width()-1))
		row.Sub(used+1, 0, row.Width()-used-2, 1).Rule(0, p.Theme.Rule)
		return
	}
	row.Text(l.indent, 0, l.style, canvas.Cut(l.text, row.Width()-l.indent))
}

// from says whose pack it is.
func from(v *view.PackIn) string {
	by := v.By
	if by == "" {
		by = "somebody who gave no name"
	}
	if v.School != "" {
		by += ", " + v.School
	}
	return "Pack of " + by + ", " + v.Made.Date().Full()
}

// compose says everything that is to be known, broken to the width: what must be read first comes first.
func (p *In) compose(width int) {
	b := &builder{page: p, width: width}
	th := p.Theme
	if len(p.preview.Alarms) > 0 {
		b.heading("Read this first")
		for _, a := range p.preview.Alarms {
			b.entry(th.Late, 1, "! ", a, nil)
		}
	}
	b.heading("Families")
	for i := range p.preview.Families {
		b.family(&p.preview.Families[i])
	}
	b.heading("To know")
	for _, note := range p.preview.Notes {
		b.entry(th.Dim, 1, "", note, nil)
	}
	p.lines, p.width = b.lines, width
	p.rows.SetTotal(len(p.lines))
}

type builder struct {
	page  *In
	width int
	lines []line
}

func (b *builder) heading(words string) {
	b.lines = append(b.lines, line{heading: true, text: words})
}

// entry is a text in rows of the width; those below the first are set in by its lead.
func (b *builder) entry(style canvas.Style, indent int, lead, text string, flip func()) {
	for i, words := range canvas.WrapText(text, max(b.width-indent-canvas.Width(lead), 12)) {
		if i > 0 {
			lead = strings.Repeat(" ", canvas.Width(lead))
		}
		b.lines = append(b.lines, line{text: lead + words, indent: indent, style: style, flip: flip})
	}
}

func (b *builder) family(f *view.PackFamily) {
	th := b.page.Theme
	words := f.Name + " · " + string(f.State)
	if f.Here != "" && f.Here != f.Name {
		words += ", here called " + f.Here
	}
	mark, style := theme.GlyphDone+" ", th.Strong
	flip := func() { f.Leave = !f.Leave }
	switch {
	case f.State == view.PackGone || f.State == view.PackSame:
		mark, style, flip = "  ", th.Dim, nil
	case f.Leave:
		mark, style, words = theme.GlyphLeftOut+" ", th.Dim, words+" · left out"
	}
	b.entry(style, 1, mark, words, flip)
	if f.Children != "" {
		b.entry(th.Dim, 3, "", f.Children, flip)
	}
	if f.Leave {
		return
	}
	if len(f.New) > 0 {
		b.entry(th.Text, 3, "new: ", strings.Join(f.New, ", "), flip)
	}
	if len(f.Changed) > 0 {
		b.entry(th.Text, 3, "brought up to date: ", strings.Join(f.Changed, ", "), flip)
	}
	for i := range f.Differences {
		b.difference(&f.Differences[i])
	}
}

func (b *builder) difference(d *view.PackDifference) {
	th := b.page.Theme
	words, mark, style := d.What, theme.GlyphOpen+" ", th.Warn
	if d.Ours+d.Theirs != "" {
		words += fmt.Sprintf(": %s here, %s in the pack", d.Ours, d.Theirs)
	}
	if d.Take {
		mark, style, words = theme.GlyphDone+" ", th.Good, words+" · theirs is taken"
	} else {
		words += " · yours stays"
	}
	b.entry(style, 3, mark, words, func() { d.Take = !d.Take })
}
