package goodnews

import (
	"cmp"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

var columns = widget.Columns{
	{Title: "Last good news", Width: 14},
	{Title: "Family", Width: 15, Grow: 1},
	{Title: "Children", Width: 18, Grow: 1, From: 92},
	{Title: "Who has not heard any", Width: 24, Grow: 3},
}

const (
	whenCell = iota
	familyCell
	childrenCell
	unheardCell
)

// airyList is the height from which there is room for empty lines above the list.
const airyList = 14

// Draw draws the filter, the half terms, the bar, and the families under their classes.
func (l *List) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	l.drawFilter(c.Rows(0, 1))
	if !l.known {
		return
	}
	gap := 0
	if c.Height() >= airyList {
		gap = 1
	}
	body := c.Rows(1+gap, c.Height()-1-gap)
	if len(l.spans) == 0 {
		l.drawNoTerms(body.Columns(2, body.Width()-4))
		return
	}
	l.drawSpans(body.Rows(0, 1).Columns(1, -1))
	l.drawCover(body.Rows(1, 1).Columns(1, -1))
	body = body.Rows(2+gap, body.Height()-2-gap)
	if l.list.Total() == 0 {
		l.drawEmpty(body.Columns(2, body.Width()-4))
		return
	}
	cells := columns.Lay(body.Width() - 2)
	columns.Titles(body.Columns(1, body.Width()-2), 0, l.Theme.Dim, cells)
	l.list.Draw(body.Rows(1, body.Height()-1), l.Theme, true, func(line *canvas.Canvas, i int, _ bool) {
		if r := l.rows[i]; r.heading != "" {
			used := line.Text(0, 0, l.Theme.Accent, canvas.Cut(r.heading, line.Width()/2))
			line.Text(used+2, 0, l.Theme.Dim, canvas.Cut(r.note, line.Width()-used-2))
		} else {
			l.drawRow(line, cells, r.state)
		}
	}, func() tea.Cmd { return screen.Run(action.NewsOpen) })
}

// drawFilter draws the filter, and what is listed in which order.
func (l *List) drawFilter(c *canvas.Canvas) {
	c.Text(1, 0, l.Theme.Accent, action.ByID(action.NewsFind).Keyname(false))
	said := ""
	if l.known && len(l.spans) > 0 {
		said = familiesWords(model.CoverOf(l.classes).Of) + " · by " + string(l.order)
	}
	at := c.Right(c.Width()-1, 0, l.Theme.Dim, canvas.Cut(said, c.Width()/2))
	line := c.Sub(3, 0, max(at-5, 0), 1)
	l.filter.Draw(line, l.Theme, l.typing)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.NewsFind) })
}

func familiesWords(n int) string {
	if n == 1 {
		return "1 family"
	}
	return fmt.Sprintf("%d families", n)
}

// drawSpans draws the half terms that have begun, the chosen one marked.
func (l *List) drawSpans(c *canvas.Canvas) {
	x := 0
	for i, s := range l.spans {
		style := l.Theme.Dim
		if i == l.span {
			style = l.Theme.Section
		}
		words := " " + s.Name + spanNote(s) + " "
		if x+canvas.Width(words) > c.Width() {
			return
		}
		used := c.Text(x, 0, style, words)
		c.Sub(x, 0, used, 1).Area(func(int, int) tea.Cmd { l.span = i; return l.anew() })
		x += used + 1
	}
}

func spanNote(s model.NewsSpan) string {
	switch {
	case s.First:
		return ": the first half term"
	case s.Now:
		return ": this half term"
	}
	return ""
}

// drawCover draws how many have had some, and beside it how it was in the first half term.
func (l *List) drawCover(c *canvas.Canvas) {
	cover := model.CoverOf(l.classes)
	x := l.drawBar(c, 0, cover, coverWords(cover.Had, cover.Of))
	said := fmt.Sprintf("%d of %d in the first half term", l.first.Had, l.first.Of)
	if l.first.Of == 0 || l.spans[l.span].First || l.filter.Text() != "" || x+6+barWidth(c)+canvas.Width(said) > c.Width() {
		return
	}
	l.drawBar(c, x+4, l.first, said)
}

func (l *List) drawBar(c *canvas.Canvas, x int, cover model.Cover, said string) int {
	width := barWidth(c)
	c.Bar(x, 0, width, cover.Had, cover.Of, l.Theme.Good, l.Theme.Empty)
	return x + width + 2 + c.Text(x+width+2, 0, l.Theme.Text, canvas.Cut(said, c.Width()-x-width-2))
}

func barWidth(c *canvas.Canvas) int { return min(max(c.Width()/5, 8), 30) }

// coverWords are how many have had some, in words.
func coverWords(had, of int) string {
	if had == of && of > 0 {
		return "all " + fmt.Sprint(of) + " have had good news"
	}
	return fmt.Sprintf("%d of %d have had good news", had, of)
}

// drawRow draws a family: when it last heard something good, and which parent has not.
func (l *List) drawRow(line *canvas.Canvas, cells []widget.Cell, s model.NewsState) {
	f, known := l.near[s.Family]
	if !known {
		return
	}
	glyph, style, when := l.mark(f, s)
	cells[whenCell].Text(line, 0, style, glyph+" "+when)
	cells[familyCell].Text(line, 0, l.Theme.Strong, f.Name)
	cells[childrenCell].Text(line, 0, l.Theme.Dim, f.Children)
	words, style := f.News.UnheardWords(), l.Theme.Dim
	switch {
	case len(f.News.Hearings()) == 0:
		words = "nobody who may be rung"
	case f.News.ElsewhereUnheard():
		style = l.Theme.Warn
	}
	cells[unheardCell].Text(line, 0, style, words)
}

func (l *List) mark(f view.NewsFamily, s model.NewsState) (glyph string, style canvas.Style, when string) {
	switch {
	case !s.Had:
		return theme.GlyphOpen, l.Theme.Warn, "none yet"
	case f.News.ElsewhereUnheard():
		return "◐", l.Theme.Good, cmp.Or(f.News.LastNews().Near(l.Today()), "some")
	}
	return theme.GlyphDone, l.Theme.Good, cmp.Or(f.News.LastNews().Near(l.Today()), "some")
}

func (l *List) drawNoTerms(c *canvas.Canvas) {
	c.Text(0, 0, l.Theme.Strong, canvas.Cut("The term dates are not known yet.", c.Width()))
	c.Wrap(0, 2, l.Theme.Dim, "With them it is counted here, half term by half term, who has had good news. "+
		action.ByID(action.GoSchool).Keyname(false)+" opens the school, where they are written.")
}

// drawEmpty says why nobody is listed, and what to do.
func (l *List) drawEmpty(c *canvas.Canvas) {
	if l.filter.Text() != "" {
		c.Text(0, 0, l.Theme.Strong, canvas.Cut("No family fits “"+l.filter.Text()+"”.", c.Width()))
		c.Text(0, 2, l.Theme.Dim, "Fewer letters find more; Esc shows all again.")
		return
	}
	c.Text(0, 0, l.Theme.Strong, "No family has a child at the school.")
	c.Wrap(0, 2, l.Theme.Dim, "Families come from the office's list, or are added by hand under "+action.ByID(action.GoFamilies).Keyname(false)+".")
}
