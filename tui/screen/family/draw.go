package family

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
)

// The widths from which the page has two and three columns, and how wide the left ones are.
const (
	twoColumns   = 100
	threeColumns = 160
	leftWidth    = 44
	middleWidth  = 48
)

// Draw draws the page in one, two or three columns.
func (s *Page) Draw(c *canvas.Canvas) {
	if !s.known {
		return
	}
	s.drawTitle(c.Rows(1, 1))
	body := c.Rows(3, c.Height()-3)
	switch {
	case c.Width() < twoColumns:
		s.drawTabs(c.Rows(2, 1))
		s.drawPart(c.Rows(4, c.Height()-4))
	case c.Width() < threeColumns:
		s.drawPane(body.Columns(0, leftWidth), &s.panes[0], people, children, helps)
		s.drawBeside(body, leftWidth)
		s.drawRight(body.Columns(leftWidth+1, body.Width()-leftWidth-1))
	default:
		s.drawPane(body.Columns(0, leftWidth), &s.panes[0], people)
		s.drawBeside(body, leftWidth)
		s.drawPane(body.Columns(leftWidth+1, middleWidth), &s.panes[2], children, helps)
		s.drawBeside(body, leftWidth+middleWidth+1)
		s.drawRight(body.Columns(leftWidth+middleWidth+2, body.Width()-leftWidth-middleWidth-2))
	}
}

// drawBeside draws the thin line between two columns.
func (s *Page) drawBeside(c *canvas.Canvas, x int) {
	for y := range c.Height() {
		c.Text(x, y, s.Theme.Rule, "│")
	}
}

func (s *Page) drawTitle(c *canvas.Canvas) {
	x := 1 + c.Text(1, 0, s.Theme.Dim, "Families › ")
	name := s.page.Family.Name
	if s.page.Family.Removed {
		name += " (removed)"
	}
	right := s.sinceWords()
	room := c.Width() - x - canvas.Width(right) - 4
	if room < canvas.Width(name) {
		right, room = "", c.Width()-x-1
	}
	c.Text(x, 0, s.Theme.Strong, canvas.Cut(name, room))
	c.Right(c.Width()-1, 0, s.Theme.Dim, right)
}

// sinceWords say how long the family is known, and how often somebody checks in.
func (s *Page) sinceWords() string {
	var words []string
	if since := s.page.Family.Since; since.Valid() {
		words = append(words, "with you since "+since.Time().Format("Jan 2006"))
	}
	for _, often := range []struct {
		what  string
		every int
	}{
		{"check-in ", cmp.Or(s.page.Family.CheckinEvery, s.World.Settings.Number(model.CheckinEvery))},
		{"good news ", cmp.Or(s.page.Family.GoodNewsEvery, s.World.Settings.Number(model.GoodNewsEvery))},
	} {
		if r := (model.Rhythm{Every: often.every}); r.EveryWords() != "" {
			words = append(words, often.what+r.EveryWords())
		}
	}
	return strings.Join(words, " · ")
}

// drawTabs draws the names of the parts, with the open one marked.
func (s *Page) drawTabs(c *canvas.Canvas) {
	x := 0
	for i, p := range s.parts {
		style := s.Theme.Dim
		if i == s.at {
			style = s.Theme.Section
		}
		used := c.Text(x, 0, style, " "+p.name+" ")
		c.Sub(x, 0, used, 1).Area(func(int, int) tea.Cmd { s.goTo(i); return nil })
		x += used + 1
	}
}

// drawPart draws the open part alone.
func (s *Page) drawPart(c *canvas.Canvas) {
	if s.at == story {
		s.drawStory(c)
		return
	}
	s.drawPane(c, &s.panes[0], s.at)
}

// drawRight draws what comes above what happened.
func (s *Page) drawRight(c *canvas.Canvas) {
	rows := s.paneRows(s.Theme, c.Width()-2, ahead)
	height := min(len(rows), max(c.Height()/3, 4))
	s.drawPane(c.Rows(0, height), &s.panes[1], ahead)
	rest := c.Rows(height+1, c.Height()-height-1)
	if rest.Height() >= chartFrom && len(s.page.Months) > 1 {
		s.drawChart(rest.Rows(rest.Height()-chartRows, chartRows))
		rest = rest.Rows(0, rest.Height()-chartRows-1)
	}
	s.drawStory(rest)
}

// drawStory draws the filters and the rows of the timeline that fit.
func (s *Page) drawStory(c *canvas.Canvas) {
	s.drawFilters(c.Rows(0, 1))
	rows := c.Rows(2, c.Height()-2)
	if s.line.known && s.line.window.Total == 0 {
		rows.Columns(1, rows.Width()-2).Wrap(0, 0, s.Theme.Dim, s.parts[story].empty)
		return
	}
	s.drawRows(rows)
}

func (s *Page) drawFilters(c *canvas.Canvas) {
	x := 1 + c.Text(1, 0, s.Theme.Accent, "Story") + 2
	if words := s.viewWords(); words != "" {
		c.Text(x, 0, s.Theme.Section, canvas.Cut(" "+words+" ", c.Width()-x))
		return
	}
	for _, f := range s.filtersThatFit(c.Width() - x) {
		style := s.Theme.Dim
		if f == s.line.of.Filter {
			style = s.Theme.Section
		}
		used := c.Text(x, 0, style, " "+string(f)+" ")
		c.Sub(x, 0, used, 1).Area(func(int, int) tea.Cmd { return s.setView(view.TimelineOf{Filter: f}, s.line.short) })
		x += used
	}
	span := s.spanWords()
	if x+2+canvas.Width(span) < c.Width() {
		c.Right(c.Width()-1, 0, s.Theme.Dim, span)
	}
}

// spanWords say how far the timeline goes back.
func (s *Page) spanWords() string {
	days := s.page.First.Date().DaysUntil(s.Today())
	switch {
	case !s.page.First.Date().Valid() || days < 14:
		return ""
	case days < 120:
		return fmt.Sprintf("%d weeks", days/7)
	case days < 730:
		return fmt.Sprintf("%d months", days/30)
	}
	return fmt.Sprintf("%d years", days/365)
}

// storyBlock is a row of the timeline with the heading above it.
type storyBlock struct {
	row     int
	heading string
	lines   []line
}

// blocks are the rows that fit below one another from row top on.
func (s *Page) blocks(top, width, height int) []storyBlock {
	var blocks []storyBlock
	used, month := 0, ""
	for i := top; used < height; i++ {
		r, ok := s.line.row(i)
		if !ok {
			break
		}
		b := storyBlock{row: i, lines: s.rowLines(r, width, s.at == story && i == s.parts[story].list.At())}
		if m := s.month(r.At); m != month {
			b.heading, month = s.monthWords(r.At), m
			used++
			if len(blocks) > 0 {
				used++
			}
		}
		used += len(b.lines)
		if used > height && len(blocks) > 0 {
			break
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// drawRows draws the rows around the selected one.
func (s *Page) drawRows(c *canvas.Canvas) {
	list, width := &s.parts[story].list, c.Width()-2
	s.line.top = max(min(s.line.top, list.At()), 0)
	blocks := s.blocks(s.line.top, width, c.Height())
	for len(blocks) > 0 && blocks[len(blocks)-1].row < list.At() {
		s.line.top++
		blocks = s.blocks(s.line.top, width, c.Height())
	}
	if len(blocks) == 0 { // far from what is at hand: begin at the selected row
		s.line.top = max(list.At(), 0)
		blocks = s.blocks(s.line.top, width, c.Height())
	}
	list.SetHeight(len(blocks))
	y := 0
	for i, b := range blocks {
		if b.heading != "" {
			if i > 0 {
				y++
			}
			c.Text(1, y, s.Theme.Dim, b.heading)
			y++
		}
		s.drawBlock(c.Rows(y, len(b.lines)), b)
		y += len(b.lines)
	}
}

func (s *Page) drawBlock(c *canvas.Canvas, b storyBlock) {
	for y, l := range b.lines {
		l.draw(c.Columns(1, c.Width()-2), y)
	}
	selected := s.at == story && b.row == s.parts[story].list.At()
	if selected {
		c.Text(0, 0, s.Theme.Marker, "▌")
		c.Tint(0, s.Theme.Selected)
		c.Cursor(0, 0)
	}
	c.Area(func(int, int) tea.Cmd {
		if selected {
			return screen.Run(action.FamilyItemOpen)
		}
		s.at = story
		s.parts[story].list.Select(b.row)
		return s.moved()
	})
}
