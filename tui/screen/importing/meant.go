package importing

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/widget"
)

// meant is the question that must be answered with yes before a court order is left out of account. No
// is selected first.
type meant struct {
	screen.Base
	asks  string
	words []string
	do    func() tea.Cmd
	list  widget.List
}

func newMeant(env *screen.Env, asks, becomes string, do func() tea.Cmd) *meant {
	m := &meant{Base: screen.Base{Env: env}, asks: asks, do: do, words: []string{"No, leave it as it is", "Yes, I know: " + becomes}}
	m.list.SetTotal(len(m.words))
	return m
}

// Popup is so.
func (m *meant) Popup() bool { return true }

// Crumbs are none: the page below keeps its own.
func (m *meant) Crumbs() []string { return nil }

// Scopes are those of a list in which one row is taken.
func (m *meant) Scopes() []action.Scope { return []action.Scope{action.ChoosePopup, action.List} }

// Handlers move about and take the selected answer.
func (m *meant) Handlers() action.Handlers {
	h := m.list.Handlers(nil)
	h[action.ChooseTake] = action.Handler{Do: m.take}
	return h
}

func (m *meant) take() tea.Cmd {
	if m.list.At() == 0 {
		return screen.Close(m, nil)
	}
	return screen.Close(m, m.do())
}

// Draw draws the question in the middle.
func (m *meant) Draw(c *canvas.Canvas) {
	width := min(72, c.Width())
	asks := canvas.WrapText(m.asks, width-5)
	height := min(len(asks)+len(m.words)+5, c.Height())
	box := c.Sub((c.Width()-width)/2, max((c.Height()-height)/2, 0), width, height)
	box.Fill(m.Theme.Popup)
	box.NoCursor()
	box.Area(func(int, int) tea.Cmd { return nil })
	form.Border(box, m.Theme, "Is that meant?")
	for y, row := range asks {
		box.Text(3, 2+y, m.Theme.Late, row)
	}
	m.list.Draw(box.Sub(2, len(asks)+3, width-4, len(m.words)), m.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		row.Text(1, 0, m.Theme.Text, canvas.Cut(m.words[i], row.Width()-1))
	}, m.take)
}
