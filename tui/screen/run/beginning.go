package run

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/canvas"
)

// How they came in, and what they needed to say first (practice 40): the quiet part before the agenda.

// beginning is what stands on the screen.
func (r *Run) beginning() view.Beginning {
	return view.Beginning{Mood: r.mood, Said: strings.TrimSpace(r.texts[first].Text())}
}

func (r *Run) setBeginning(b view.Beginning) {
	r.mood = b.Mood
	r.texts[first].SetText(b.Said)
}

// moods are the answers, not said the first of them.
func moods() []model.Mood { return append([]model.Mood{model.MoodNotSaid}, model.Moods...) }

func (r *Run) chooseMood(by int) tea.Cmd {
	moods := moods()
	at := max(slices.Index(moods, r.mood), 0)
	r.mood = moods[(at+by+len(moods))%len(moods)]
	return nil
}

func moodWords(m model.Mood) string {
	if m == model.MoodNotSaid {
		return "not said"
	}
	return string(m)
}

// beginningRows is how many rows the part takes where all parts are seen: one while it rests.
func (r *Run) beginningRows() int {
	if r.part == mood || r.part == first {
		return 6
	}
	return 1
}

// drawBeginning draws the part: whole while it has the cursor, else in a line.
func (r *Run) drawBeginning(c *canvas.Canvas) {
	c.Area(func(int, int) tea.Cmd { return r.toPart(first - r.part) })
	if r.part != mood && r.part != first {
		r.drawBegun(c)
		return
	}
	r.drawHeading(c, 0, "How they came in", mood)
	r.drawMoods(c.Rows(1, 2))
	at := 2
	if len(r.layMoods(c.Width())) > 1 {
		at = 3
	}
	r.drawHeading(c, at, "What they needed to say first", first)
	text := r.texts[first]
	text.Placeholder = "let it be said, and write it down as they say it"
	text.Draw(c.Rows(at+1, c.Height()-at-1), r.Theme, r.part == first)
}

// drawBegun draws the part in a line.
func (r *Run) drawBegun(c *canvas.Canvas) {
	th, b := r.Theme, r.beginning()
	if b == (view.Beginning{}) {
		c.Text(0, 0, th.Dim, canvas.Cut("how they came in, what they said first", c.Width()))
		return
	}
	x := c.Text(0, 0, th.Accent, "Came in ")
	x += c.Text(x, 0, th.Text, canvas.Cut(moodWords(b.Mood)+"  ", c.Width()-x))
	if b.Said != "" {
		c.Text(x, 0, th.Info, canvas.Cut("“"+strings.ReplaceAll(b.Said, "\n", " ")+"”", c.Width()-x))
	}
}

// layMoods places the moods in rows.
func (r *Run) layMoods(width int) [][]model.Mood {
	rows, used := [][]model.Mood{nil}, 0
	for _, m := range moods() {
		w := canvas.Width(moodWords(m)) + 4
		if used+w > width+2 && used > 0 {
			rows, used = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], m)
		used += w
	}
	return rows
}

func (r *Run) drawMoods(c *canvas.Canvas) {
	for y, row := range r.layMoods(c.Width()) {
		x := 0
		for _, m := range row {
			style, mark := r.Theme.Dim, "○ "
			if m == r.mood {
				style, mark = r.Theme.Strong, "● "
				if r.part == mood {
					c.Cursor(x, y)
				}
			}
			used := c.Text(x, y, style, mark+moodWords(m))
			c.Sub(x, y, used, 1).Area(func(int, int) tea.Cmd {
				cmd := r.toPart(mood - r.part)
				r.mood = m
				return cmd
			})
			x += used + 2
		}
	}
}
