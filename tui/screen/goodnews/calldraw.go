package goodnews

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// airy is the height from which there is room for empty lines, and mostWide the most that a line takes.
const (
	airy     = 17
	mostWide = 110
	labels   = 10
)

// Draw draws the family, whom to ring, what to say, and the line of what was said.
func (p *Calls) Draw(c *canvas.Canvas) {
	c = c.Rows(1, c.Height()-1)
	c = c.Columns(1, min(c.Width()-2, mostWide))
	p.drawHead(c)
	if !p.known || p.seek.on && p.call.ID == 0 {
		return
	}
	gap := 0
	if c.Height() >= airy {
		gap = 1
	}
	body := c.Rows(1+gap, c.Height()-1-gap)
	if !p.call.Found || p.at >= len(p.round) {
		p.drawEnd(body)
		return
	}
	y := p.drawFamily(body) + gap
	y += p.drawWhom(body.Rows(y, body.Height()-y)) + gap
	y += p.drawSay(body.Rows(y, body.Height()-y-1-gap)) + gap
	p.drawSaid(body.Rows(min(y, body.Height()-1), 1))
}

// drawHead draws the place in the round, and the calls of today.
func (p *Calls) drawHead(c *canvas.Canvas) {
	c.Text(0, 0, p.Theme.Accent, "Good news calls")
	said := fmt.Sprintf("today %d heard it", p.made.Reached)
	if p.made.NoAnswer > 0 {
		said += fmt.Sprintf(", %d no answer", p.made.NoAnswer)
	}
	if p.at < len(p.round) {
		said = fmt.Sprintf("family %d of %d · ", p.at+1, len(p.round)) + said
	}
	c.Right(c.Width(), 0, p.Theme.Dim, canvas.Cut(said, c.Width()-18))
}

func (p *Calls) drawEnd(c *canvas.Canvas) {
	switch {
	case len(p.round) == 0 && p.filter.Words != "":
		c.Text(0, 0, p.Theme.Strong, "No family fits the filter of the list.")
	case len(p.round) == 0:
		c.Text(0, 0, p.Theme.Strong, "There is nobody to ring yet.")
		c.Rows(2, 3).Wrap(0, 0, p.Theme.Dim, "The walk goes through families with a child at the school, and needs the term dates: "+
			action.ByID(action.GoSchool).Keyname(false)+" opens the school, where they are written.")
	default:
		c.Text(0, 0, p.Theme.Good, "✓ That was everybody in this round.")
		c.Rows(2, 3).Wrap(0, 0, p.Theme.Dim, fmt.Sprintf("%d heard something good today. Who did not answer is still on the list.", p.made.Reached))
	}
}

// drawFamily draws the family with its children, and what helps with them.
func (p *Calls) drawFamily(c *canvas.Canvas) int {
	used := c.Text(0, 0, p.Theme.Strong, canvas.Cut(p.call.Name, c.Width()/2))
	c.Text(used+2, 0, p.Theme.Text, canvas.Cut(p.call.Children, c.Width()-used-2))
	if len(p.call.Entries) == 0 {
		return 1
	}
	c.Text(0, 1, p.Theme.Dim, "helps")
	c.Text(labels, 1, p.Theme.Dim, canvas.Cut(p.call.Entries[0].Text, c.Width()-labels))
	return 2
}

// drawWhom draws the parents, and below them how the selected one is reached: nobody else's number.
func (p *Calls) drawWhom(c *canvas.Canvas) int {
	n := min(len(p.whom), 4)
	c.Text(0, 0, p.Theme.Accent, "Ring")
	p.list.Draw(c.Rows(0, n).Columns(labels-1, c.Width()-labels+1), p.Theme, !p.typed, func(row *canvas.Canvas, i int, _ bool) {
		h := p.whom[i]
		heard, style := "has heard nothing this half term", p.Theme.Warn
		if h.Last != "" {
			heard, style = "heard good news "+h.Last.Near(p.Today()), p.Theme.Good
		}
		used := row.Text(0, 0, p.Theme.Strong, canvas.Cut(h.Adult.FullName(), row.Width()/2))
		used += 2 + row.Text(used+2, 0, p.Theme.Dim, canvas.Cut(whoWords(h), row.Width()-used-2))
		if room := row.Width() - used - 2; room > 12 {
			row.Text(used+2, 0, style, canvas.Cut(heard, room))
		}
	}, func() tea.Cmd { return screen.Run(action.CallSay) })
	a := p.adult().Adult
	numbers := "no number is known"
	if len(a.Phones) > 0 {
		var all []string
		for _, phone := range a.Phones {
			all = append(all, phone.Words())
		}
		numbers = strings.Join(all, "  ")
	}
	used := c.Text(labels, n, p.Theme.Info, canvas.Cut(numbers, c.Width()-labels))
	if by := a.NewsBy(); by != model.ByPhone {
		c.Text(labels+used+2, n, p.Theme.Dim, "by "+string(by))
	}
	return n + 1 + c.Rows(n+1, 3).Columns(labels, c.Width()-labels).Wrap(0, 0, p.Theme.Dim, reachWords(a))
}

// whoWords are what somebody is to the children, and that they live elsewhere.
func whoWords(h model.Hearing) string {
	words := h.Relation.Words()
	if h.Apart {
		words += ", lives elsewhere"
	}
	return words
}

// reachWords say how somebody is reached, in which language, and whether a message may be left.
func reachWords(a model.Adult) string {
	var words []string
	for _, part := range []string{a.LikesWords(), a.LanguageWords(), a.Access, a.MessageWords()} {
		if part != "" {
			words = append(words, part)
		}
	}
	return strings.Join(words, " · ")
}

// drawSay draws what may be said, as it stands written, and gives the rows it took.
func (p *Calls) drawSay(c *canvas.Canvas) int {
	if c.Height() < 1 {
		return 0
	}
	c.Text(0, 0, p.Theme.Accent, "Say")
	c = c.Columns(labels, c.Width()-labels)
	all := p.call.News.ToSay(p.adult().Adult.ID, p.Today())
	if len(all) == 0 {
		return c.Wrap(0, 0, p.Theme.Dim, "Nothing good is written down yet: ask the class teacher for one small thing before you ring.")
	}
	y := 0
	for _, s := range all {
		lines := canvas.WrapText(s.Words, c.Width()-14)
		if y+len(lines) > c.Height() {
			return y
		}
		for i, line := range lines {
			c.Text(0, y+i, p.Theme.Text, line)
		}
		c.Right(c.Width(), y, p.Theme.Dim, s.From)
		y += len(lines)
	}
	return y
}

// drawSaid draws the line of what was said.
func (p *Calls) drawSaid(c *canvas.Canvas) {
	style := p.Theme.Dim
	if p.typed {
		style = p.Theme.Accent
	}
	c.Text(0, 0, style, "Said")
	line := c.Columns(labels, c.Width()-labels)
	line.Area(func(int, int) tea.Cmd { return screen.Run(action.CallSay) })
	p.said.Draw(line, p.Theme, p.typed)
}
