package pack

import (
	"fmt"
	"strings"

	"kettle/model/view"
	"kettle/tui/action"
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
	if c.Height() >= airyFrom {
		below++
	}
	p.drawGoing(c.Rows(below, c.Height()-below))
}

// airyFrom is the height from which a row stays empty above what goes.
const airyFrom = 17

// goingRow is one row of what goes and what stays.
type goingRow struct {
	text    string
	heading bool
}

// goingRows say what stays and what goes, broken to a width.
func (p *Out) goingRows(width int) (rows []goingRow) {
	for _, part := range p.goingParts() {
		if len(rows) > 0 {
			rows = append(rows, goingRow{})
		}
		rows = append(rows, goingRow{part.heading, true})
		for _, words := range part.words {
			for _, text := range canvas.WrapText(words, width) {
				rows = append(rows, goingRow{text: text})
			}
		}
	}
	return rows
}

// goingPart is what stays, or what goes.
type goingPart struct {
	heading string
	words   []string
}

func (p *Out) goingParts() []goingPart {
	return []goingPart{{"Stays here", p.going.Behind}, {"Goes into the pack", []string{strings.Join(p.going.Goes, ", ")}}}
}

// drawGoing says what goes and what stays; where there is no room for all of it, that the help says it.
func (p *Out) drawGoing(c *canvas.Canvas) {
	rows := p.goingRows(c.Width() - 2)
	if len(rows) > c.Height() && c.Height() > 0 {
		c.Right(c.Width()-1, c.Height()-1, p.Theme.Dim, action.ByID(action.Help).Keyname(true)+" says the rest")
		rows = rows[:c.Height()-1]
		for len(rows) > 0 && (rows[len(rows)-1].heading || rows[len(rows)-1].text == "") {
			rows = rows[:len(rows)-1]
		}
	}
	for y, row := range rows {
		if !row.heading {
			c.Text(1, y, p.Theme.Text, row.text)
			continue
		}
		used := c.Text(1, y, p.Theme.Accent, row.text)
		c.Sub(used+2, y, c.Width()-used-3, 1).Rule(0, p.Theme.Rule)
	}
}
