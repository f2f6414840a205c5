// Package choose is the small popup in which one of a few things is taken: what to add, what to bring
// back.
package choose

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// Choice is one thing that can be taken.
type Choice struct {
	Words string
	Note  string // shown dimly behind it
	Do    func() tea.Cmd
}

// Popup is the popup on the screen.
type Popup struct {
	screen.Base
	title   string
	choices []Choice
	list    widget.List
}

// New is a popup with these choices, the first one selected.
func New(env *screen.Env, title string, choices []Choice) *Popup {
	p := &Popup{Base: screen.Base{Env: env}, title: title, choices: choices}
	p.list.SetTotal(len(choices))
	return p
}

// Select moves to the i-th choice.
func (p *Popup) Select(i int) { p.list.Select(i) }

// Popup is so.
func (p *Popup) Popup() bool { return true }

// Crumbs are none: the page below keeps its own.
func (p *Popup) Crumbs() []string { return nil }

// Scopes are those of a list in which one row is taken.
func (p *Popup) Scopes() []action.Scope { return []action.Scope{action.ChoosePopup, action.List} }

// Handlers move about and take the selected choice.
func (p *Popup) Handlers() action.Handlers {
	h := p.list.Handlers(nil)
	h[action.ChooseTake] = action.Handler{Do: p.take}
	return h
}

// take closes the popup and does what was chosen.
func (p *Popup) take() tea.Cmd {
	at := p.list.At()
	if at < 0 {
		return nil
	}
	return screen.Close(p, p.choices[at].Do())
}

const mostWidth = 76

// Draw draws the popup in the middle, as large as it needs and the window allows.
func (p *Popup) Draw(c *canvas.Canvas) {
	width := min(mostWidth, c.Width())
	height := min(len(p.choices)+4, c.Height())
	box := c.Sub((c.Width()-width)/2, max((c.Height()-height)/2, 0), width, height)
	box.Fill(p.Theme.Popup)
	box.NoCursor()
	box.Area(func(int, int) tea.Cmd { return nil })
	form.Border(box, p.Theme, p.title)
	words := 0
	for _, choice := range p.choices {
		words = max(words, canvas.Width(choice.Words))
	}
	p.list.Draw(box.Sub(2, 2, width-4, height-4), p.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		choice := p.choices[i]
		row.Text(1, 0, p.Theme.Text, canvas.Cut(choice.Words, row.Width()-1))
		if at := words + 3; at < row.Width() {
			row.Text(at, 0, p.Theme.Dim, canvas.Cut(choice.Note, row.Width()-at))
		}
	}, p.take)
	if p.list.More() {
		box.Text(width-10, height-1, p.Theme.Dim, " more ↓ ")
	}
}
