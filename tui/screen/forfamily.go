package screen

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
)

// ForFamily binds the actions that add a follow-up and a meeting for the family a screen is about;
// where it is about none just now, they ask whose.
func ForFamily(h action.Handlers, about Familiar) {
	h[action.PromiseFor] = action.Handler{Do: func() tea.Cmd { return Open(NewFollowUp, about.FamilyID()) }}
	h[action.PromiseMeeting] = action.Handler{Do: func() tea.Cmd { return Open(NewMeeting, about.FamilyID()) }}
}
