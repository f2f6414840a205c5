package story

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// The width from which the welcome stands beside the story, how wide it is there, and the widest that
// a story is set: longer lines are hard to read.
const (
	besideFrom   = 100
	welcomeWidth = 46
	mostWidth    = 96
)

// row is one row of a pane: part of an item, or a heading or an empty row of no item.
type row struct {
	item int // -1 for none
	draw func(c *canvas.Canvas)
}

// pane is some rows under one another, scrolled to what is selected.
type pane struct{ top int }

// Draw draws the story and the welcome, beside or under one another.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	x := 1 + c.Text(1, 1, p.Theme.Dim, "Families › "+canvas.Cut(p.story.Family.Name, max(c.Width()-30, 8))+" › ")
	c.Text(x, 1, p.Theme.Strong, canvas.Cut("Their story", c.Width()-x))
	body := c.Rows(3, c.Height()-3)
	p.list.SetHeight(max(body.Height()/3, 1))
	if c.Width() < besideFrom {
		width := body.Width() - 2
		p.drawPane(body, &p.panes[0], append(p.entryRows(width), p.welcomeRows(width, true)...))
		return
	}
	left := min(body.Width()-welcomeWidth-3, mostWidth)
	p.drawPane(body.Columns(0, left), &p.panes[0], p.entryRows(left-2))
	for y := range body.Height() {
		body.Text(left+1, y, p.Theme.Rule, "│")
	}
	p.drawPane(body.Columns(left+3, welcomeWidth), &p.panes[1], p.welcomeRows(welcomeWidth-2, false))
}

// wrapped adds the lines of a text.
func wrapped(rows []row, item, indent, width int, style canvas.Style, text string) []row {
	for _, line := range canvas.WrapText(text, max(width-indent, 10)) {
		rows = append(rows, row{item, func(c *canvas.Canvas) { c.Text(indent, 0, style, line) }})
	}
	return rows
}

var emptyRow = row{-1, func(*canvas.Canvas) {}}

func (p *Page) entryRows(width int) []row {
	var rows []row
	item := 0
	for i, k := range kinds {
		if i > 0 {
			rows = append(rows, emptyRow)
		}
		rows = append(rows, row{-1, func(c *canvas.Canvas) { c.Text(0, 0, p.Theme.Accent, k.heading) }})
		entries := p.story.Of(k.kind)
		if len(entries) == 0 {
			rows = wrapped(rows, -1, 0, width, p.Theme.Dim, k.empty+" "+action.ByID(action.StoryAdd).Keyname(false)+" adds a line.")
		}
		for _, e := range entries {
			rows = wrapped(rows, item, 0, width, p.Theme.Dim, listened(e))
			rows = wrapped(rows, item, 0, width, p.Theme.Text, e.Text)
			item++
		}
	}
	return rows
}

// listened says when somebody listened, and who.
func listened(e model.FamilyEntry) string {
	words := e.On.Full()
	if e.Kind == model.TheirStory {
		words = "listened on " + words
	}
	if e.By != "" {
		words += ", " + e.By
	}
	return words
}

func (p *Page) welcomeRows(width int, under bool) []row {
	var rows []row
	if under {
		rows = append(rows, emptyRow)
	}
	said := model.WelcomeSaid(p.story.Welcome)
	rows = append(rows, row{-1, func(c *canvas.Canvas) {
		used := c.Text(0, 0, p.Theme.Accent, "Welcome")
		c.Text(used+2, 0, p.Theme.Dim, fmt.Sprintf("%d of %d points said", said, len(model.WelcomePoints)))
	}})
	first := len(p.story.Entries)
	for point, words := range model.WelcomePoints {
		on := p.story.Welcome[point]
		glyph, style := theme.GlyphOpen, p.Theme.Dim
		if p.story.Family.Since >= p.Calendar().NewFamiliesFrom(p.Today()) {
			style = p.Theme.Warn
		}
		if on != "" {
			glyph, style = theme.GlyphDone, p.Theme.Good
			words += " (" + on.Near(p.Today()) + ")"
		}
		for i, line := range canvas.WrapText(words, max(width-2, 10)) {
			rows = append(rows, row{first + point, func(c *canvas.Canvas) {
				if i == 0 {
					c.Text(0, 0, style, glyph)
				}
				c.Text(2, 0, p.Theme.Text, line)
			}})
		}
	}
	return rows
}

// drawPane draws the rows that fit, scrolled so that what is selected is seen.
func (p *Page) drawPane(c *canvas.Canvas, at *pane, rows []row) {
	at.follow(rows, p.list.At(), c.Height())
	for y := 0; y < c.Height() && at.top+y < len(rows); y++ {
		r := rows[at.top+y]
		line := c.Rows(y, 1)
		r.draw(line.Columns(1, line.Width()-2))
		if r.item < 0 {
			continue
		}
		line.Area(func(int, int) tea.Cmd {
			return p.list.Click(r.item, func() tea.Cmd { return screen.Run(action.StoryChange) })
		})
		if r.item == p.list.At() {
			line.Text(0, 0, p.Theme.Marker, theme.GlyphMarker)
			if at.top+y == 0 || rows[at.top+y-1].item != r.item {
				line.Cursor(0, 0)
			}
		}
	}
	if at.top > 0 {
		c.Text(c.Width()-1, 0, p.Theme.Dim, "↑")
	}
	if at.top+c.Height() < len(rows) {
		c.Text(c.Width()-1, c.Height()-1, p.Theme.Dim, "↓")
	}
}

// follow scrolls so that the rows of an item are seen, from the heading above it on.
func (p *pane) follow(rows []row, item, height int) {
	first, last := -1, -1
	for i, r := range rows {
		if r.item == item {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 {
		for first > 0 && rows[first-1].item < 0 {
			first--
		}
		p.top = max(min(p.top, first), min(last-height+1, first))
	}
	p.top = max(min(p.top, len(rows)-height), 0)
}
