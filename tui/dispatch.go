package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kettle/model/view"
	"kettle/tui/action"
	"kettle/tui/screen"
)

// key finds the action that a key means on the top screen and runs it; what means none is typed.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	a.lastKey = a.options.Clock()
	key := msg.String()
	if a.blanked {
		a.unblank(key)
		return nil
	}
	if l := a.longShown(); l != nil {
		return a.longKey(l, key)
	}
	top := a.top()
	if top == nil {
		return a.globalKey(key)
	}
	typing := top.Typing()
	if found, ok := action.Find(key, typing, top.Scopes()...); ok {
		return tea.Batch(a.runOn(top, found.ID), a.touched(top))
	}
	if found, ok := action.Find(key, typing, action.Global); ok && a.allows(top, found) {
		return a.run(found.ID)
	}
	if !typing {
		return nil
	}
	return tea.Batch(top.Key(msg), a.touched(top))
}

// unblank brings the screen back for the keys of the Unblank action only.
func (a *App) unblank(key string) {
	if _, ok := action.Find(key, true, action.Blanked); ok {
		a.blanked = false
	}
}

// globalKey is for the moment before the first screen stands: one can leave.
func (a *App) globalKey(key string) tea.Cmd {
	if found, ok := action.Find(key, false, action.Global); ok && (found.ID == action.Quit || found.ID == action.QuitNow) {
		return a.quit()
	}
	return nil
}

// allows reports whether a global action works while a popup is open: of those, only what works
// while typing does.
func (a *App) allows(top screen.Screen, act action.Action) bool {
	return !top.Popup() || act.Text || act.ID == action.Help
}

// run does an action on the top screen or everywhere.
func (a *App) run(id action.ID) tea.Cmd {
	if top := a.top(); top != nil {
		if _, ok := top.Handlers()[id]; ok {
			return a.runOn(top, id)
		}
	}
	return a.do(a.handlers()[id])
}

func (a *App) runOn(s screen.Screen, id action.ID) tea.Cmd { return a.do(s.Handlers()[id]) }

// do runs a handler, or says why it is not possible just now.
func (a *App) do(h action.Handler) tea.Cmd {
	if h.Do == nil {
		return nil
	}
	if why := h.Off(); why != "" {
		return a.say(why, screen.Info)
	}
	return h.Do()
}

func (a *App) paste(text string) tea.Cmd {
	top := a.top()
	if top == nil || a.blanked || a.longShown() != nil || !top.Typing() {
		return nil
	}
	return tea.Batch(top.Paste(text), a.touched(top))
}

func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	if a.blanked || msg.Button != tea.MouseLeft {
		return nil
	}
	a.lastKey, a.pressed = a.options.Clock(), msg.Mouse()
	return a.canvas.Hit(msg.X, msg.Y)
}

// release lets go what was dragged; where the mouse did not move it was a click, which was done.
func (a *App) release(msg tea.MouseReleaseMsg) tea.Cmd {
	if a.blanked || msg.X == a.pressed.X && msg.Y == a.pressed.Y {
		return nil
	}
	return a.canvas.HitDrop(msg.X, msg.Y)
}

// wheelRows is how far one notch of the wheel goes.
const wheelRows = 3

func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	top := a.top()
	if a.blanked || top == nil || a.longShown() != nil {
		return nil
	}
	if s, ok := top.(screen.Scrolling); ok {
		s.Scroll(map[tea.MouseButton]int{tea.MouseWheelUp: -wheelRows, tea.MouseWheelDown: wheelRows}[msg.Button])
		return nil
	}
	ways := map[tea.MouseButton][]action.ID{
		tea.MouseWheelUp:   {action.Up, action.HelpUp, action.PopupUp},
		tea.MouseWheelDown: {action.Down, action.HelpDown, action.PopupDown},
	}
	var cmds []tea.Cmd
	handlers := top.Handlers()
	for _, id := range ways[msg.Button] {
		if h, ok := handlers[id]; ok {
			for range wheelRows {
				cmds = append(cmds, a.do(h))
			}
		}
	}
	return tea.Batch(cmds...)
}

// step is one thing that Esc would do, with the footer's word for it.
type step struct {
	word string
	do   func() tea.Cmd
}

// escape is what Esc does now: the one ordered list, from a sentence to be read down to the page.
// The zero step is nothing.
func (a *App) escape() step {
	if a.longShown() != nil {
		return step{"stop", a.stopLong}
	}
	if t, ok := a.badToast(); ok {
		return step{"read", func() tea.Cmd { a.dropToast(t.id); return nil }}
	}
	top := a.top()
	if top == nil {
		return step{}
	}
	word, do := top.Escape()
	if do != nil {
		return step{word, do}
	}
	if len(a.stack) < 2 {
		return step{}
	}
	if word == "" {
		word = "back"
	}
	return step{word, func() tea.Cmd { return a.close(top) }}
}

func (a *App) back() tea.Cmd {
	if len(a.longsHere()) > 0 { // also before it is shown
		return a.stopLong()
	}
	if s := a.escape(); s.do != nil {
		return s.do()
	}
	return nil
}

func (a *App) whyNotUndo() string {
	if a.env.Undo.Back == "" {
		return "There is nothing to take back in this window."
	}
	return ""
}

func (a *App) whyNotRedo() string {
	if a.env.Undo.Forward == "" {
		return "There is nothing to do again."
	}
	return ""
}

func (a *App) undo() tea.Cmd {
	what := a.env.Undo.Back
	did := "Taken back: " + what
	if again, was := strings.CutPrefix(what, view.TookBack); was {
		did = "It stands again: " + again
	}
	return a.write(screen.Write{Long: "Taking back: " + what, Do: a.store.Undo, Then: func(view.Change) tea.Cmd { return screen.Say(did) }})
}

func (a *App) redo() tea.Cmd {
	what := a.env.Undo.Forward
	return a.write(screen.Write{Long: "Doing again: " + what, Do: a.store.Redo, Then: func(view.Change) tea.Cmd { return screen.Say("Done again: " + what) }})
}
