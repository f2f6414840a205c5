package tui

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
)

// help says first what the selected thing is about, then every key that works here.
type help struct {
	screen.Base
	lines  []helpLine
	rows   []helpLine // the lines with long ones broken, as last drawn
	top    int
	height int
}

type helpLine struct {
	key, words, why string
	heading         bool
}

func newHelp(a *App) *help {
	h := &help{Base: screen.Base{Env: a.env}}
	below := a.top()
	if below == nil {
		return h
	}
	for _, line := range below.About() {
		h.lines = append(h.lines, helpLine{words: line})
	}
	if len(h.lines) > 0 {
		h.lines = append(h.lines, helpLine{})
	}
	h.lines = append(h.lines, helpLine{words: "Here", heading: true})
	handlers, global := below.Handlers(), a.handlers()
	for _, act := range action.In(below.Scopes()...) {
		h.add(act, handlers[act.ID])
	}
	h.lines = append(h.lines, helpLine{}, helpLine{words: "Everywhere", heading: true})
	for _, act := range action.In(action.Global) {
		h.add(act, global[act.ID])
	}
	return h
}

func (h *help) add(act action.Action, handler action.Handler) {
	if act.AllKeys() == "" {
		return
	}
	h.lines = append(h.lines, helpLine{key: act.AllKeys(), words: act.Title, why: handler.Off()})
}

// Popup is so.
func (h *help) Popup() bool { return true }

// Crumbs are none.
func (h *help) Crumbs() []string { return nil }

// Scopes are those of help.
func (h *help) Scopes() []action.Scope { return []action.Scope{action.HelpPopup} }

// Handlers scroll.
func (h *help) Handlers() action.Handlers {
	by := func(n func() int) action.Handler {
		return action.Handler{Do: func() tea.Cmd { h.top = max(min(h.top+n(), len(h.rows)-h.height), 0); return nil }}
	}
	return action.Handlers{
		action.HelpUp:     by(func() int { return -1 }),
		action.HelpDown:   by(func() int { return 1 }),
		action.HelpPage:   by(func() int { return max(h.height-1, 1) }),
		action.HelpPageUp: by(func() int { return -max(h.height-1, 1) }),
	}
}

const helpKeyWidth = 18

// Draw draws help over the page.
func (h *help) Draw(c *canvas.Canvas) {
	width := min(84, c.Width()-2)
	h.rows = h.broken(width - 4)
	box := c.Sub((c.Width()-width)/2, 0, width, min(len(h.rows)+2, c.Height()))
	box.Fill(h.Theme.Popup)
	box.NoCursor()
	form.Border(box, h.Theme, "Keys, and why")
	in := box.Sub(2, 1, width-4, box.Height()-2)
	h.height = in.Height()
	h.top = max(min(h.top, len(h.rows)-h.height), 0)
	for y := 0; y < in.Height() && h.top+y < len(h.rows); y++ {
		h.drawLine(in.Rows(y, 1), h.rows[h.top+y])
	}
	if h.top+in.Height() < len(h.rows) {
		box.Text(width-8, box.Height()-1, h.Theme.Dim, " more ↓ ")
	}
}

// broken are the lines, with sentences that are too long for the width on several.
func (h *help) broken(width int) []helpLine {
	var rows []helpLine
	for _, l := range h.lines {
		if l.key != "" || l.heading || l.words == "" {
			rows = append(rows, l)
			continue
		}
		for _, words := range canvas.WrapText(l.words, width) {
			rows = append(rows, helpLine{words: words})
		}
	}
	return rows
}

func (h *help) drawLine(row *canvas.Canvas, l helpLine) {
	switch {
	case l.heading:
		row.Text(0, 0, h.Theme.Accent, l.words)
	case l.key == "":
		row.Text(0, 0, h.Theme.Text, l.words)
	default:
		row.Text(0, 0, h.Theme.Key, canvas.Cut(l.key, helpKeyWidth-1))
		used := row.Text(helpKeyWidth, 0, h.Theme.Text, l.words)
		if l.why != "" {
			row.Text(helpKeyWidth+used+2, 0, h.Theme.Dim, canvas.Cut(l.why, row.Width()-helpKeyWidth-used-2))
		}
	}
}
