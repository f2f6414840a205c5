package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// palette finds anything by a few letters: what can be done here, and families.
type palette struct {
	screen.Base
	app      *App
	line     *widget.Line
	choices  []choice // of actions, all that there are
	families []choice
	shown    []choice
	at       int
}

// choice is one line of the palette.
type choice struct {
	words, key, why string
	do              func() tea.Cmd
}

const mostFound = 12

func newPalette(a *App) *palette {
	p := &palette{Base: screen.Base{Env: a.env}, app: a, line: widget.NewLine("")}
	p.line.Placeholder = "what to do, or a family"
	if below := a.top(); below != nil {
		p.choices = paletteActions(a, below)
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
		found = append(found, choice{act.Title, act.Keyname(false), h.Off(), func() tea.Cmd { return a.run(act.ID) }})
	}
	return found
}

type paletteFamilies view.FamilyRows

// Load asks for the families that what is typed fits.
func (p *palette) Load() []screen.Ask {
	words := p.line.Text()
	if words == "" {
		p.families = nil
		return nil
	}
	return []screen.Ask{{Slot: "families", Do: func(ctx context.Context) (any, error) {
		rows, err := p.app.store.FamilyList(ctx, words, view.ByName, 0, 6)
		return paletteFamilies(rows), err
	}}}
}

// Take takes the families.
func (p *palette) Take(answer any) tea.Cmd {
	p.families = nil
	for _, r := range answer.(paletteFamilies).Rows {
		p.families = append(p.families, choice{words: r.Name, key: r.Children, do: func() tea.Cmd {
			return screen.Open(screen.Family, r.ID)
		}})
	}
	p.narrow()
	return nil
}

// narrow leaves the actions that fit, best first, and the families.
func (p *palette) narrow() {
	p.shown = p.choices
	if typed := p.line.Text(); typed != "" {
		p.shown = nil
		for _, m := range fuzzy.FindFrom(typed, titles(p.choices)) {
			p.shown = append(p.shown, p.choices[m.Index])
		}
		p.shown = append(p.shown[:min(len(p.shown), mostFound-len(p.families))], p.families...)
	}
	p.shown = p.shown[:min(len(p.shown), mostFound)]
	p.at = min(p.at, max(len(p.shown)-1, 0))
}

type titles []choice

// String is the words of one choice, for the fuzzy search.
func (t titles) String(i int) string { return t[i].words }

// Len is the number of choices.
func (t titles) Len() int { return len(t) }

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
	p.at = 0
	asks := p.Load()
	p.narrow()
	return screen.Question(p, asks...)
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
