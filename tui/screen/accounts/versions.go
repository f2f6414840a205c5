package accounts

import (
	"fmt"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/widget"
)

// versions are the two that are compared, side by side where there is room, and the others in a line.
func (b *builder) versions() {
	a := b.page.Account
	note := ""
	if n := len(a.Versions); n > 0 {
		note = fmt.Sprintf("%d versions since %s", n, a.Since().Near(b.Today()))
	}
	switch n := len(a.Versions); {
	case n == 1:
		note = "1 version; " + action.ByID(action.AccountAdd).Keyname(false) + " adds another"
	case n == 2:
		note += "; only one has the words between ‹ and ›"
	case n > 2:
		note += "; " + action.ByID(action.AccountCompare).Keyname(false) + " compares others"
	}
	b.heading("As they tell it", note)
	two := b.compared()
	switch {
	case len(two) == 2 && b.width+2 >= besideFrom:
		b.beside(two)
	default:
		words := [][]model.DiffWord{b.left, b.right}
		for i, v := range two {
			if i > 0 {
				b.space()
			}
			b.below(b.item(), v, words[i])
		}
	}
	for _, v := range b.others() {
		item := b.item()
		b.add(item, func(c *canvas.Canvas) {
			used := c.Text(0, 0, b.Theme.Dim, versionTitle(v, b.Today())+": ")
			c.Text(used, 0, b.Theme.Dim, canvas.Cut(v.Text, max(c.Width()-used, 0)))
		})
	}
}

func versionTitle(v model.AccountVersion, today model.Date) string {
	return v.By + ", " + v.On.Near(today)
}

// below draws one version across the page.
func (b *builder) below(item int, v model.AccountVersion, words []model.DiffWord) {
	b.add(item, func(c *canvas.Canvas) { c.Text(0, 0, b.Theme.Strong, versionTitle(v, b.Today())) })
	for _, line := range b.diffLines(words, b.width) {
		b.add(item, line.draw)
	}
}

// beside draws two versions side by side.
func (b *builder) beside(two []model.AccountVersion) {
	left, right := b.item(), b.item()
	half := (b.width - 3) / 2
	l, r := b.diffLines(b.left, half), b.diffLines(b.right, half)
	title := func(v model.AccountVersion) func(c *canvas.Canvas) {
		return func(c *canvas.Canvas) {
			c.Text(0, 0, b.Theme.Strong, canvas.Cut(versionTitle(v, b.Today()), half))
		}
	}
	add := func(one, other func(c *canvas.Canvas)) {
		b.rows = append(b.rows, widget.PaneRow{Item: left, Draw: one, Beside: &widget.Beside{Item: right, At: half + 3, Draw: other}})
	}
	add(title(two[0]), title(two[1]))
	for i := range max(len(l), len(r)) {
		add(lineAt(l, i), lineAt(r, i))
	}
}

// lineAt draws the i-th line, nothing where there is none.
func lineAt(lines []diffLine, i int) func(c *canvas.Canvas) {
	if i < len(lines) {
		return lines[i].draw
	}
	return func(*canvas.Canvas) {}
}

// span is a text in one style, and diffLine a row of them.
type span struct {
	style canvas.Style
	text  string
}

type diffLine []span

func (l diffLine) draw(c *canvas.Canvas) {
	x := 0
	for _, s := range l {
		x += c.Text(x, 0, s.style, s.text)
	}
}

// The marks around words that only one version has; a line under them and a colour say it again.
const (
	onlyBegins = "‹"
	onlyEnds   = "›"
)

// diffLines wraps words in a width and marks those that only this version has.
func (b *builder) diffLines(words []model.DiffWord, width int) []diffLine {
	only := b.Theme.Info
	only.Underline = b.Theme.Input.Underline
	var lines []diffLine
	var line diffLine
	used := 0
	for i, w := range words {
		text, style, gap := w.Text, b.Theme.Text, b.Theme.Text
		if w.Only {
			style = only
			if i == 0 || !words[i-1].Only {
				text = onlyBegins + text
			} else {
				gap = only
			}
			if i+1 == len(words) || !words[i+1].Only {
				text += onlyEnds
			}
		}
		size := canvas.Width(text)
		if used > 0 && (w.Breaks || used+1+size > width) {
			lines, line, used = append(lines, line), nil, 0
		}
		if used > 0 {
			line = append(line, span{gap, " "})
			used++
		}
		line = append(line, span{style, canvas.Cut(text, width)})
		used += size
	}
	return append(lines, line)
}
