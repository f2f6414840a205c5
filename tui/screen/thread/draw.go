package thread

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// row is one line of the page. Without a meeting it is a heading or an empty line.
type row struct {
	meeting int64
	draw    func(c *canvas.Canvas)
}

// compose makes the rows from the thread: those about the same children first, under a heading where
// there are others.
func (p *Page) compose() []row {
	var rows []row
	same := 0
	for _, m := range p.thread.Meetings {
		if m.Same {
			same++
		}
	}
	for i, m := range p.thread.Meetings {
		switch {
		case i == same && same > 0:
			rows = append(rows, row{}, p.heading("Others in the family"))
		case i > 0:
			rows = append(rows, row{})
		}
		rows = append(rows, row{m.ID, func(c *canvas.Canvas) { p.drawMeeting(c, m) }})
		for _, a := range m.Agreed {
			rows = append(rows, row{m.ID, func(c *canvas.Canvas) { p.drawAgreed(c, a) }})
		}
		for _, h := range howOf(m) {
			rows = append(rows, row{m.ID, func(c *canvas.Canvas) { p.drawFelt(c, h) }})
		}
	}
	return rows
}

func (p *Page) heading(words string) row {
	return row{draw: func(c *canvas.Canvas) { c.Text(0, 0, p.Theme.Accent, words) }}
}

// Draw draws whose meetings they are, and the visible rows.
func (p *Page) Draw(c *canvas.Canvas) {
	if !p.known {
		return
	}
	x := 1 + c.Text(1, 1, p.Theme.Dim, "Meetings › "+canvas.Cut(p.thread.Family.Name, 24)+" › ")
	x += c.Text(x, 1, p.Theme.Strong, "As a thread")
	c.Text(x+3, 1, p.Theme.Dim, canvas.Cut(p.countWords(), c.Width()-x-4))
	if len(p.rows) == 0 {
		c.Text(2, 3, p.Theme.Strong, "You have not met yet.")
		c.Wrap(2, 5, p.Theme.Dim, action.ByID(action.PromiseMeeting).Keyname(false)+" prepares the first meeting.")
		return
	}
	p.list.Draw(c.Rows(3, c.Height()-3), p.Theme, true, func(line *canvas.Canvas, i int, _ bool) {
		if p.rows[i].draw != nil {
			p.rows[i].draw(line)
		}
	}, func() tea.Cmd { return screen.Run(action.ThreadOpen) })
}

// countWords say how many meetings there are, and about whom those that come first.
func (p *Page) countWords() string {
	n := len(p.thread.Meetings)
	words := fmt.Sprintf("%d meetings", n)
	if n == 1 {
		words = "1 meeting"
	}
	var names []string
	for _, c := range p.thread.About {
		names = append(names, c.Called())
	}
	if len(names) == 0 {
		return words
	}
	return words + ", about " + strings.Join(names, " and ") + " first"
}

// whenWidth is the column of the dates: "Tue 24 Nov 2026".
const whenWidth = 17

func (p *Page) drawMeeting(c *canvas.Canvas, m view.ThreadMeeting) {
	when := "no time yet"
	if m.Start != "" {
		when = m.Start.Date().Full()
	}
	x := c.Text(0, 0, p.Theme.Strong, when)
	x = max(x+2, whenWidth)
	end := c.Right(c.Width()-1, 0, p.Theme.Dim, canvas.Cut(becameOf(m), c.Width()/3))
	about := string(m.Kind)
	if len(p.thread.About) != 1 && m.Pupils != "" || !m.Same && len(p.thread.About) > 0 {
		about = m.Pupils + ", " + about
	}
	x += c.Text(x, 0, p.Theme.Accent, canvas.Cut(about, max(end-x-2, 0)))
	c.Text(x+2, 0, p.Theme.Dim, canvas.Cut(m.Purpose, max(end-x-4, 0)))
}

// becameOf is what became of a meeting, in a few words.
func becameOf(m view.ThreadMeeting) string {
	switch {
	case m.Status == model.Planned || m.Status == model.Running:
		return string(m.Status)
	case m.Status != model.Held:
		return string(m.Status) + ": " + m.StatusWhy
	case m.Closed == model.Yes:
		return "a line drawn"
	}
	return "we go on"
}

func (p *Page) drawAgreed(c *canvas.Canvas, a view.ThreadAgreement) {
	came, words := a.Promise.Came(p.Today(), p.thread.Calendar)
	style := p.Theme.Dim
	switch came {
	case model.CameKept:
		style = p.Theme.Good
	case model.CameLate:
		style = p.Theme.Warn
	}
	c.Text(2, 0, style, cameGlyphs[came])
	end := c.Right(c.Width()-1, 0, style, canvas.Cut(words, c.Width()/2))
	c.Text(4, 0, p.Theme.Text, canvas.Cut(said(a.Agreement), max(end-6, 0)))
}

// said is what was agreed, with who does it where the text does not begin with it.
func said(a model.Agreement) string {
	if a.Who == "" || strings.HasPrefix(strings.ToLower(a.Text), strings.ToLower(a.Who)) {
		return a.Text
	}
	return a.Who + ": " + a.Text
}

// howOf is how a meeting was for each who said so, and what was kept of all together.
func howOf(m view.ThreadMeeting) []view.ThreadHow {
	if m.Felt == model.FeltNotSaid && m.Feedback == "" {
		return m.How
	}
	return append(slices.Clone(m.How), view.ThreadHow{Name: "they", Felt: m.Felt, Feedback: m.Feedback})
}

func (p *Page) drawFelt(c *canvas.Canvas, h view.ThreadHow) {
	x := 2 + c.Text(2, 0, p.Theme.Dim, canvas.Cut(h.Name, 24)+" felt ")
	felt := string(h.Felt)
	if h.Felt == model.FeltNotSaid {
		felt = "–"
	}
	x += c.Text(x, 0, p.Theme.Info, felt)
	if h.Feedback != "" {
		words := "“" + strings.ReplaceAll(h.Feedback, "\n", " ") + "”"
		c.Text(x+2, 0, p.Theme.Info, canvas.Cut(words, max(c.Width()-x-3, 0)))
	}
}
