// Package whose is the popup that asks which family something is about, when that is not known.
package whose

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/screen"
	"kettle/tui/screen/form"
	"kettle/tui/theme"
	"kettle/tui/widget"
)

// Store is what the popup needs of the store.
type Store interface {
	FamilyList(ctx context.Context, filter string, order view.FamilyOrder, offset, limit int) (view.FamilyRows, error)
}

// Popup is the popup on the screen: a few letters find the family.
type Popup struct {
	screen.Base
	store Store
	title string
	line  *widget.Line
	rows  []view.FamilyRow
	known bool
	list  widget.List
	add   Add
	then  func(family int64) tea.Cmd
}

// Add opens the form of a new family of that name, then does what follows with it.
type Add func(name string, then func(family int64) tea.Cmd) tea.Cmd

// New asks for a family, then does what follows with it; where none fits, it offers to add one.
func New(env *screen.Env, store Store, title string, add Add, then func(family int64) tea.Cmd) *Popup {
	w := &Popup{Base: screen.Base{Env: env}, store: store, title: title, line: widget.NewLine(""), add: add, then: then}
	w.line.Placeholder = "whose? a few letters of a name, a child, a class"
	return w
}

const mostFamilies = 12

// Load asks for the families that fit.
func (w *Popup) Load() []screen.Ask {
	typed := w.line.Text()
	return []screen.Ask{{Slot: "families", Do: func(ctx context.Context) (any, error) {
		return w.store.FamilyList(ctx, typed, view.ByName, 0, mostFamilies)
	}}}
}

// Take takes the families that fit.
func (w *Popup) Take(answer any) tea.Cmd {
	if found, ok := answer.(view.FamilyRows); ok {
		w.rows, w.known = found.Rows, true
		w.list.SetTotal(len(found.Rows))
	}
	return nil
}

// Popup is so.
func (w *Popup) Popup() bool { return true }

// Crumbs are none: the page below keeps its own.
func (w *Popup) Crumbs() []string { return nil }

// Typing is always so.
func (w *Popup) Typing() bool { return true }

// Scopes are those of a popup in which letters narrow a list.
func (w *Popup) Scopes() []action.Scope { return []action.Scope{action.PalettePopup} }

// Handlers move among the families and take one.
func (w *Popup) Handlers() action.Handlers {
	by := func(n int) action.Handler {
		return action.Handler{Do: func() tea.Cmd { w.list.Move(n); return nil }}
	}
	return action.Handlers{action.PopupUp: by(-1), action.PopupDown: by(1), action.PopupTake: {Do: w.take}}
}

func (w *Popup) take() tea.Cmd {
	if at := w.list.At(); at >= 0 && at < len(w.rows) {
		return screen.Close(w, w.then(w.rows[at].ID))
	}
	if !w.known {
		return nil
	}
	return screen.Close(w, w.add(strings.TrimSpace(w.line.Text()), w.then))
}

// addWords are the line that stands there when no family fits.
func (w *Popup) addWords() string {
	if name := strings.TrimSpace(w.line.Text()); name != "" {
		return "Add a new family: " + name
	}
	return "Add the first family"
}

// Key types into the line, which narrows the list.
func (w *Popup) Key(msg tea.KeyPressMsg) tea.Cmd {
	if !w.line.Key(msg) {
		return nil
	}
	return w.narrow()
}

// Paste pastes into the line.
func (w *Popup) Paste(text string) tea.Cmd {
	w.line.Paste(text)
	return w.narrow()
}

func (w *Popup) narrow() tea.Cmd {
	w.list.Select(0)
	return screen.Question(w, w.Load()...)
}

// drawAdd offers to add the family that is not there yet.
func (w *Popup) drawAdd(c *canvas.Canvas) {
	row := c.Rows(0, 1)
	row.Text(0, 0, w.Theme.Marker, theme.GlyphMarker)
	row.Text(2, 0, w.Theme.Text, canvas.Cut(w.addWords(), row.Width()-2))
	row.Tint(0, w.Theme.Selected)
	row.Area(func(int, int) tea.Cmd { return w.take() })
	if w.line.Text() != "" {
		c.Text(2, 2, w.Theme.Dim, canvas.Cut("No family fits. Fewer letters find more.", c.Width()-2))
	}
}

// Draw draws the line and the families that fit.
func (w *Popup) Draw(c *canvas.Canvas) {
	width, height := min(76, c.Width()), min(mostFamilies+6, c.Height())
	box := c.Sub((c.Width()-width)/2, max((c.Height()-height)/2, 0), width, height)
	box.Fill(w.Theme.Popup)
	box.NoCursor()
	box.Area(func(int, int) tea.Cmd { return nil })
	form.Border(box, w.Theme, w.title)
	if w.known && len(w.rows) == 0 {
		w.drawAdd(box.Sub(2, 4, width-4, 3))
	}
	w.list.Draw(box.Sub(2, 4, width-4, height-6), w.Theme, true, func(row *canvas.Canvas, i int, _ bool) {
		r := w.rows[i]
		row.Text(1, 0, w.Theme.Strong, canvas.Cut(r.Name, 22))
		row.Text(25, 0, w.Theme.Dim, canvas.Cut(r.Children, max(row.Width()-25, 0)))
	}, w.take)
	w.line.Draw(box.Sub(3, 2, width-6, 1), w.Theme, true)
}
