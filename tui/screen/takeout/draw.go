package takeout

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// wordsAt is the column in which a choice says what holds.
const wordsAt = 10

// Draw draws the choices, and below them what would leave.
func (p *Page) Draw(c *canvas.Canvas) {
	x := 1 + c.Text(1, 1, p.Theme.Dim, "School › ")
	x += c.Text(x, 1, p.Theme.Strong, "Take out")
	if key := action.ByID(action.TakeOutWrite).Keyname(false); x+4 < c.Width() {
		c.Right(c.Width()-1, 1, p.Theme.Dim, canvas.Cut("nothing leaves before "+key, c.Width()-x-3))
	}
	top := 3
	if c.Height() < 14 {
		top = 2
	}
	p.list.Draw(c.Rows(top, min(len(p.rows), max(c.Height()-top, 0))), p.Theme, true, func(line *canvas.Canvas, i int, _ bool) {
		p.drawRow(line, p.rows[i])
	}, func() tea.Cmd { return screen.Run(action.TakeOutOpen) })
	p.drawLook(c.Rows(top+len(p.rows)+1, max(c.Height()-top-len(p.rows)-1, 0)))
}

func (p *Page) drawRow(line *canvas.Canvas, r row) {
	style, words, room := p.Theme.Text, r.words, max(line.Width()-wordsAt-1, 0)
	line.Text(0, 0, p.Theme.Dim, r.label)
	switch {
	case r.wrong:
		style, words = p.Theme.Late, theme.GlyphAsk+" "+words
	case r.path:
		words = cutBefore(words, room)
	}
	line.Text(wordsAt, 0, style, canvas.Cut(words, room))
}

// cutBefore takes as much off the beginning of a path as does not fit: its end says more.
func cutBefore(path string, room int) string {
	runes := []rune(path)
	for len(runes) > 0 && canvas.Width(string(runes))+1 > room && canvas.Width(path) > room {
		runes = runes[1:]
	}
	if len(runes) == len([]rune(path)) {
		return path
	}
	return "…" + string(runes)
}

// drawLook says how much would leave, who is left out, and shows the first lines.
func (p *Page) drawLook(c *canvas.Canvas) {
	inner := c.Sub(1, 0, max(c.Width()-2, 0), c.Height())
	switch {
	case p.look == nil && p.halted:
		inner.Wrap(0, 0, p.Theme.Warn, haltedWords())
		return
	case p.look == nil:
		inner.Text(0, 0, p.Theme.Dim, "Counting …")
		return
	}
	y := 0
	if p.done != "" {
		y += inner.Wrap(0, y, p.Theme.Good, theme.GlyphDone+" Written: "+p.done)
	}
	y += inner.Wrap(0, y, p.Theme.Strong, p.look.Sentence())
	for _, l := range p.look.Left {
		who := ""
		if len(l.Who) > 0 {
			who = ": " + strings.Join(l.Who, ", ")
		}
		if len(l.Who) > 0 && l.Count > len(l.Who) {
			who += " …"
		}
		inner.Text(0, y, p.Theme.Warn, canvas.Cut(fmt.Sprint(theme.GlyphLeftOut, " ", l.Count, " left out, ", string(l.Why), who), inner.Width()))
		y++
	}
	if len(p.look.First) == 0 {
		return
	}
	inner.Text(0, y+1, p.Theme.Accent, "The first lines")
	for i, words := range p.look.First {
		inner.Text(0, y+2+i, p.Theme.Dim, canvas.Cut(words, inner.Width()))
	}
}
