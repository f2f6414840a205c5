package pack

import (
	"fmt"
	"strings"

	"kettle/model/view"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// Draw draws who goes, or under which passphrase.
func (p *Out) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	th := p.Theme
	c.Text(1, 0, th.Strong, "Hand families over")
	if p.going != nil {
		p.drawPassphrase(c)
		return
	}
	if len(p.families) > 0 {
		c.Right(c.Width()-1, 0, th.Dim, fmt.Sprintf("%d of %d families go", p.chosenFamilies(), len(p.families)))
	}
	y := 1 + c.Sub(1, 1, c.Width()-2, 3).Wrap(0, 0, th.Dim, "Who goes into the pack? Each family goes whole; yours stay as they are.")
	if p.known && len(p.families) == 0 {
		c.Text(1, y+1, th.Dim, "There are no families yet.")
	}
	p.list.Draw(c.Rows(y+1, c.Height()-y-1), th, true, func(row *canvas.Canvas, i int, _ bool) { p.drawFamily(row, p.families[i]) }, p.toggle)
}

func (p *Out) drawFamily(row *canvas.Canvas, f view.PackOutFamily) {
	mark, style := theme.GlyphDone, p.Theme.Text
	if !p.chosen[f.ID] {
		mark, style = theme.GlyphLeftOut, p.Theme.Dim
	}
	row.Text(0, 0, style, mark)
	half := min(row.Width()/2, 40)
	row.Text(2, 0, style, canvas.Cut(f.Name, half-3))
	row.Text(half, 0, p.Theme.Dim, canvas.Cut(f.Children, row.Width()-half))
}

// besideFrom is the width from which what goes stands beside the fields.
const besideFrom = 100

func (p *Out) drawPassphrase(c *canvas.Canvas) {
	th, left, beside := p.Theme, c, c.Width() >= besideFrom
	if beside {
		left = c.Columns(0, c.Width()*3/5)
	}
	y := 1 + left.Sub(1, 1, left.Width()-2, 3).Wrap(0, 0, th.Dim, "Only the passphrase opens the pack; nobody can find it again. This one is by chance:")
	left.Text(3, y, th.Strong, canvas.Cut(p.offered, left.Width()-4))
	below := p.fields.draw(left, th, y+2)
	if p.wrong != "" {
		below += left.Sub(1, below, left.Width()-2, 3).Wrap(0, 0, th.Late, "! "+p.wrong)
	}
	if beside {
		p.drawGoing(c.Columns(c.Width()*3/5+2, c.Width()*2/5-3))
		return
	}
	if below++; c.Height() < airyFrom {
		below--
	}
	p.drawGoing(c.Rows(below, c.Height()-below))
}

// airyFrom is the height from which a row stays empty above what goes.
const airyFrom = 17

// drawWhole draws a text in rows, the last of which says when it goes on; it answers how many.
func drawWhole(c *canvas.Canvas, style canvas.Style, words string) int {
	rows := canvas.WrapText(words, c.Width())
	if last := c.Height(); len(rows) > last && last > 0 {
		rows = append(rows[:last-1], canvas.Cut(rows[last-1]+" "+rows[last], c.Width()))
	}
	for y, row := range rows[:min(len(rows), c.Height())] {
		c.Text(0, y, style, row)
	}
	return len(rows)
}

// drawGoing says what goes and what stays.
func (p *Out) drawGoing(c *canvas.Canvas) {
	y := 0
	for _, part := range []struct {
		heading string
		words   []string
	}{{"Stays here", p.going.Behind}, {"Goes into the pack", []string{strings.Join(p.going.Goes, ", ")}}} {
		used := c.Text(1, y, p.Theme.Accent, part.heading)
		c.Sub(used+2, y, c.Width()-used-3, 1).Rule(0, p.Theme.Rule)
		y++
		for _, words := range part.words {
			y += drawWhole(c.Sub(1, y, c.Width()-2, max(c.Height()-y, 0)), p.Theme.Text, words)
		}
		y++
	}
}
