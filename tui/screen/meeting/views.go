package meeting

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// Views is how the teacher, the family and the child see it before the meeting: side by side where
// there is room, else one under another (practices 17 and 39).
type Views struct{ page }

// sight is one view of it.
type sight struct {
	title  string
	text   func(m model.Meeting) string
	asks   string // while nothing is written
	change func(p *page) tea.Cmd
}

// sights are the views in reading order: left and right, school and family.
func sights() []sight {
	return []sight{
		{"The class teacher", func(m model.Meeting) string { return m.TeacherView }, "What goes well, what worries, what was tried?", (*page).changeViews},
		{"The family", func(m model.Meeting) string { return m.FamilyView }, "What works at home, what would they like?", (*page).changeViews},
		{"The child", func(m model.Meeting) string { return m.PupilView }, "What is good, what is hard, in their own words?", (*page).changeViews},
		{"What they would like to talk about", func(m model.Meeting) string { return m.Theirs }, "Ask them: their question may not be yours.", (*page).theirs},
	}
}

func newViews(below page) *Views {
	v := &Views{below}
	v.self = v
	v.list.SetTotal(len(sights()))
	return v
}

// views opens them side by side.
func (p *Prepare) views() tea.Cmd { return screen.Show(newViews(p.below("Views beforehand"))) }

// Scopes are those of views.
func (v *Views) Scopes() []action.Scope { return []action.Scope{action.MeetingViews, action.List} }

// Handlers move among the views and change them.
func (v *Views) Handlers() action.Handlers {
	h := v.list.Handlers(nil)
	h[action.ViewChange] = action.Handler{Do: v.change}
	return h
}

func (v *Views) change() tea.Cmd { return sights()[v.list.At()].change(&v.page) }

// Draw draws the views in two columns, or one under another.
func (v *Views) Draw(c *canvas.Canvas) {
	if !v.known {
		return
	}
	v.drawCrumbs(c, c.Width()-1)
	body := c.Rows(top, c.Height()-top)
	if c.Width() < saysFrom {
		v.drawUnder(body)
		return
	}
	half := body.Width() / 2
	heights := [2]int{max(v.height(0, half-4), v.height(1, half-4)), max(v.height(2, half-4), v.height(3, half-4))}
	first := 0
	if v.list.At() >= 2 && heights[0]+heights[1] > body.Height() { // the lower two are seen whole
		first = 1
	}
	for i := first * 2; i < len(sights()); i++ {
		row := body.Rows((i/2-first)*heights[0], heights[i/2])
		v.drawSight(row.Columns(i%2*half, half), i)
	}
}

// drawUnder draws the views under one another, from one on that lets the selected one be seen.
func (v *Views) drawUnder(c *canvas.Canvas) {
	first, used := v.list.At(), v.height(v.list.At(), c.Width()-4)
	for first > 0 && used+v.height(first-1, c.Width()-4) <= c.Height() {
		first--
		used += v.height(first, c.Width()-4)
	}
	y := 0
	for i := first; i < len(sights()) && y < c.Height(); i++ {
		height := v.height(i, c.Width()-4)
		v.drawSight(c.Rows(y, height), i)
		y += height
	}
}

// height is how many rows a view takes, with an empty one below it.
func (v *Views) height(i, width int) int { return len(canvas.WrapText(v.words(i), width)) + 2 }

// words are what is written, else what to ask.
func (v *Views) words(i int) string {
	if text := strings.TrimSpace(sights()[i].text(v.prep.Meeting)); text != "" {
		return text
	}
	return sights()[i].asks
}

func (v *Views) drawSight(c *canvas.Canvas, i int) {
	th := v.Theme
	style, glyph := th.Text, theme.GlyphDone
	if strings.TrimSpace(sights()[i].text(v.prep.Meeting)) == "" {
		style, glyph = th.Dim, theme.GlyphOpen
	}
	heading := th.Accent
	if i == v.list.At() {
		heading = th.Strong
		c.Text(0, 0, th.Marker, theme.GlyphMarker)
		c.Cursor(0, 0)
	}
	c.Text(1, 0, heading, canvas.Cut(glyph+" "+sights()[i].title, c.Width()-2))
	c.Columns(3, c.Width()-4).Wrap(0, 1, style, v.words(i))
	c.Area(func(int, int) tea.Cmd {
		return v.list.Click(i, func() tea.Cmd { return screen.Run(action.ViewChange) })
	})
}

// About says why they stand side by side.
func (v *Views) About() []string {
	return []string{"You are the balance between two views: seen side by side before you meet, they are easier to hear.",
		"Where they differ is where the meeting begins. Where they agree is where it can end."}
}
