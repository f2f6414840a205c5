package tui

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// palette finds anything by a few letters: what can be done here, families, people, meetings, and words
// in notes. Before anything is typed it offers where one has been lately. What it finds stands in
// palettefinds.go.
type palette struct {
	screen.Base
	app     *App
	line    *widget.Line
	actions []choice // all that there are
	recent  []choice
	found   view.Found
	notes   []view.FoundNote
	shown   []choice
	at      int
}

// choice is one line of the palette.
type choice struct {
	words, key, why string
	also            string // other words by which it is found
	do              func() tea.Cmd
}

// mostShown is how many lines there are at most.
const mostShown = 14

func newPalette(a *App) *palette {
	p := &palette{Base: screen.Base{Env: a.env}, app: a, line: widget.NewLine("")}
	p.line.Placeholder = "what to do, a name, a meeting, words of a note"
	if below := a.top(); below != nil {
		p.actions, p.recent = paletteActions(a, below), a.recentPlaces()
	}
	p.narrow()
	return p
}

// paletteActions are the actions of the screen below and of everywhere, with the reason where one
// is not possible just now.
func paletteActions(a *App, below screen.Screen) []choice {
	var found []choice
	handlers, global := below.Handlers(), a.handlers()
	for _, act := range action.In(append(below.Scopes(), action.Global)...) {
		h, ok := handlers[act.ID]
		if !ok {
			h, ok = global[act.ID]
		}
		if !ok || act.Hidden {
			continue
		}
		found = append(found, choice{act.Title, act.Keyname(false), h.Off(), act.Also, func() tea.Cmd { return a.run(act.ID) }})
	}
	return found
}

// Popup is so.
func (p *palette) Popup() bool { return true }

// Typing is always so.
func (p *palette) Typing() bool { return true }

// Crumbs are none.
func (p *palette) Crumbs() []string { return nil }

// Scopes are the palette's.
func (p *palette) Scopes() []action.Scope { return []action.Scope{action.PalettePopup} }

// Handlers choose.
func (p *palette) Handlers() action.Handlers {
	return action.Handlers{
		action.PopupUp:   {Do: func() tea.Cmd { p.at = max(p.at-1, 0); return nil }},
		action.PopupDown: {Do: func() tea.Cmd { p.at = min(p.at+1, max(len(p.shown)-1, 0)); return nil }},
		action.PopupTake: {Do: p.take},
	}
}

func (p *palette) take() tea.Cmd {
	if p.at >= len(p.shown) {
		return nil
	}
	chosen := p.shown[p.at]
	return screen.Close(p, func() tea.Msg { return runMsg{chosen.do} })
}

// runMsg runs something once the palette has gone from the stack.
type runMsg struct{ do func() tea.Cmd }

// Key types.
func (p *palette) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !p.line.Key(msg) {
		return nil
	}
	return p.typed()
}

// Paste pastes.
func (p *palette) Paste(s string) tea.Cmd {
	p.line.Paste(s)
	return p.typed()
}

func (p *palette) typed() tea.Cmd {
	p.at, p.notes = 0, nil
	if p.line.Text() == "" {
		p.found = view.Found{}
	}
	p.narrow()
	return screen.Question(p, p.Load()...)
}

// Draw draws the palette near the top.
func (p *palette) Draw(c *canvas.Canvas) {
	width := min(72, c.Width()-4)
	box := c.Sub((c.Width()-width)/2, 1, width, min(max(len(p.shown), 1)+4, c.Height()-1))
	box.Fill(p.Theme.Popup)
	box.NoCursor()
	form.Border(box, p.Theme, "Anything")
	p.line.Draw(box.Sub(3, 1, width-6, 1), p.Theme, true)
	if len(p.shown) == 0 {
		box.Text(3, 3, p.Theme.Dim, "Nothing here is called that.")
	}
	for i, ch := range p.shown {
		p.drawChoice(box.Sub(1, 3+i, width-2, 1), i, ch)
	}
}

func (p *palette) drawChoice(row *canvas.Canvas, i int, ch choice) {
	if row.Height() == 0 {
		return
	}
	style := p.Theme.Text
	if ch.why != "" {
		style = p.Theme.Dim
	}
	key := canvas.Cut(ch.key, row.Width()/2)
	row.Text(2, 0, style, canvas.Cut(ch.words, row.Width()-canvas.Width(key)-5))
	row.Right(row.Width()-2, 0, p.Theme.Dim, key)
	if i == p.at {
		row.Text(0, 0, p.Theme.Marker, theme.GlyphMarker)
		row.Tint(0, p.Theme.Selected)
	}
	row.Area(func(int, int) tea.Cmd { p.at = i; return p.take() })
}
