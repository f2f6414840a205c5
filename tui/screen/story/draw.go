package story

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// The width from which the welcome stands beside the story, how wide it is there, and the widest that
// a story is set: longer lines are hard to read.
const (
	besideFrom   = 100
	welcomeWidth = 46
	mostWidth    = 96
)

// Draw draws the story and the welcome, beside or under one another.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	x := 1 + c.Text(1, 1, p.Theme.Dim, "Families › "+canvas.Cut(p.story.Family.Name, max(c.Width()-30, 8))+" › ")
	c.Text(x, 1, p.Theme.Strong, canvas.Cut("Their story", c.Width()-x))
	body := c.Rows(3, c.Height()-3)
	p.list.SetHeight(max(body.Height()/3, 1))
	open := func() tea.Cmd { return screen.Run(action.StoryChange) }
	if c.Width() < besideFrom {
		width := body.Width() - 2
		p.panes[0].Draw(body, p.Theme, append(p.entryRows(width), p.welcomeRows(width, true)...), &p.list, open)
		return
	}
	left := min(body.Width()-welcomeWidth-3, mostWidth)
	p.panes[0].Draw(body.Columns(0, left), p.Theme, p.entryRows(left-2), &p.list, open)
	for y := range body.Height() {
		body.Text(left+1, y, p.Theme.Rule, "│")
	}
	p.panes[1].Draw(body.Columns(left+3, welcomeWidth), p.Theme, p.welcomeRows(welcomeWidth-2, false), &p.list, open)
}

func (p *Page) entryRows(width int) []widget.PaneRow {
	var rows []widget.PaneRow
	item := 0
	for i, k := range kinds {
		if i > 0 {
			rows = append(rows, widget.EmptyRow())
		}
		rows = append(rows, widget.Heading(p.Theme, k.heading, ""))
		entries := p.story.Of(k.kind)
		if len(entries) == 0 {
			rows = append(rows, widget.WrapRows(widget.NoItem, 0, width, p.Theme.Dim, k.empty+" "+action.ByID(action.StoryAdd).Keyname(false)+" adds a line.")...)
		}
		for _, e := range entries {
			rows = append(rows, widget.WrapRows(item, 0, width, p.Theme.Dim, listened(e))...)
			rows = append(rows, widget.WrapRows(item, 0, width, p.Theme.Text, e.Text)...)
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

func (p *Page) welcomeRows(width int, under bool) []widget.PaneRow {
	var rows []widget.PaneRow
	if under {
		rows = append(rows, widget.EmptyRow())
	}
	said := model.WelcomeSaid(p.story.Welcome)
	rows = append(rows, widget.Heading(p.Theme, "Welcome", fmt.Sprintf("%d of %d points said", said, len(model.WelcomePoints))))
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
			rows = append(rows, widget.PaneRow{Item: first + point, Draw: func(c *canvas.Canvas) {
				if i == 0 {
					c.Text(0, 0, style, glyph)
				}
				c.Text(2, 0, p.Theme.Text, line)
			}})
		}
	}
	return rows
}
