package tui

import "kettle/tui/action"

// Possible are the actions that a person could take at this moment: those of the top screen, then those
// of everywhere, without the ones that are refused just now. Behind a blanked screen there is one.
func (a *App) Possible() []action.Action {
	if a.blanked {
		return []action.Action{action.ByID(action.Unblank)}
	}
	if a.longShown() != nil {
		var found []action.Action
		for _, id := range whileLong() {
			found = append(found, action.ByID(id))
		}
		return found
	}
	top := a.top()
	if top == nil {
		return nil
	}
	var found []action.Action
	typing, handlers, global := top.Typing(), top.Handlers(), a.handlers()
	for _, act := range action.In(append(top.Scopes(), action.Global)...) {
		h, own := handlers[act.ID]
		if !own {
			h = global[act.ID]
		}
		if h.Do != nil && h.Off() == "" && (!typing || act.Text) && (own || a.allows(top, act)) {
			found = append(found, act)
		}
	}
	return found
}

// Typing reports whether the cursor is in a text, so that letters are text.
func (a *App) Typing() bool { return !a.blanked && a.top() != nil && a.top().Typing() }
