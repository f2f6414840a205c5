package accounts

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// say is the agreed words, large, for the call to one parent.
type say struct {
	screen.Base
	page *Page
	to   model.Telling
	list widget.List // of the rows, to scroll
}

func newSay(p *Page, to model.Telling) *say {
	return &say{Base: screen.Base{Env: p.Env}, page: p, to: to}
}

// Popup is so.
func (s *say) Popup() bool { return true }

// Crumbs are none: the page below keeps its own.
func (s *say) Crumbs() []string { return nil }

// Scopes are those of words that are read aloud.
func (s *say) Scopes() []action.Scope { return []action.Scope{action.AccountSay, action.List} }

// Handlers mark that they were told, and copy.
func (s *say) Handlers() action.Handlers {
	h := s.list.Handlers(nil)
	h[action.SayTold] = action.Handler{Do: func() tea.Cmd { return screen.Close(s, screen.Show(s.page.toldForm(s.to))) }}
	h[action.SayCopy] = action.Handler{Do: func() tea.Cmd { return screen.Copy(s.page.page.Account.Agreed, "the agreed words") }}
	return h
}

// About says how the words are meant.
func (s *say) About() []string {
	return []string{"The same words for every parent. Say them as they stand, then listen; their own words go into the log."}
}

const sayWidth = 76

// Draw draws the words with an empty row between theirs where there is room, and what to mind below.
func (s *say) Draw(c *canvas.Canvas) {
	width := min(sayWidth, c.Width())
	lines := s.lines(width - 8)
	if double := spaced(lines); len(double)+4 <= c.Height() {
		lines = double
	}
	height := min(len(lines)+4, c.Height())
	box := c.Sub((c.Width()-width)/2, max((c.Height()-height)/2, 0), width, height)
	box.Fill(s.Theme.Popup)
	box.NoCursor()
	box.Area(func(int, int) tea.Cmd { return nil })
	form.Border(box, s.Theme, "To "+s.to.Adult.Formal()+", about "+called(s.to.Pupils))
	inside := box.Sub(4, 2, width-8, height-4)
	s.list.SetTotal(max(len(lines)-inside.Height(), 0) + 1)
	s.list.SetHeight(1)
	top := max(s.list.At(), 0)
	for y := 0; y < inside.Height() && top+y < len(lines); y++ {
		inside.Text(0, y, lines[top+y].style, lines[top+y].text)
	}
	if top+inside.Height() < len(lines) {
		box.Text(width-3, height-2, s.Theme.Dim, "↓")
	}
}

// lines are the agreed words, then what to mind with this parent.
func (s *say) lines(width int) []span {
	var lines []span
	add := func(style canvas.Style, text string) {
		for _, line := range canvas.WrapText(text, width) {
			lines = append(lines, span{style, line})
		}
	}
	account := s.page.page.Account
	add(s.Theme.Strong, account.Agreed)
	mind := func(text string) {
		lines = append(lines, span{})
		add(s.Theme.Warn, theme.GlyphAsk+" "+text)
	}
	if against := account.Against(s.page.page.Circle, s.to.Adult); against != "" {
		mind("This " + against + ": say it without.")
	}
	if s.to.Before {
		mind(beforeWords(s.to))
	}
	return lines
}

// spaced are the lines with an empty one between each.
func spaced(lines []span) []span {
	var double []span
	for i, l := range lines {
		if i > 0 && l.text != "" && lines[i-1].text != "" {
			double = append(double, span{})
		}
		double = append(double, l)
	}
	return double
}
