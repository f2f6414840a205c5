package tui

import (
	"fmt"

	"kettle/tui/action"
	"kettle/tui/canvas"
)

// Faults are what does not hold together on the screen just now, for tests: scopes taken together
// that are not checked for clashing keys, actions that nothing is bound to, lines that do not fit.
func (a *App) Faults() []string {
	top := a.top()
	if top == nil {
		return nil
	}
	var faults []string
	if !action.Together(top.Scopes()) {
		faults = append(faults, fmt.Sprintf("scopes %v are not in action/together.go", top.Scopes()))
	}
	handlers := top.Handlers()
	for _, act := range action.In(top.Scopes()...) {
		if handlers[act.ID].Do == nil {
			faults = append(faults, fmt.Sprintf("nothing is bound to %s in %v", act.ID, top.Scopes()))
		}
	}
	global := a.handlers()
	for _, act := range action.In(action.Global) {
		if global[act.ID].Do == nil {
			faults = append(faults, fmt.Sprintf("nothing is bound to %s, which works everywhere", act.ID))
		}
	}
	for y := range a.canvas.Height() {
		if w := canvas.Width(a.canvas.Line(y)); w > a.canvas.Width() {
			faults = append(faults, fmt.Sprintf("line %d is %d cells wide in a window of %d", y, w, a.canvas.Width()))
		}
	}
	return faults
}
