package tui

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/action"
	"kettle/tui/screen"
)

// addLogRoutes adds what leads from anywhere to lists of the log, and begins something on them.
func (a *App) addLogRoutes(h action.Handlers) {
	open := func(r screen.Route) action.Handler {
		return action.Handler{Do: func() tea.Cmd { return a.open(r) }}
	}
	h[action.GoWorries] = open(screen.Route{Kind: screen.Worries})
	h[action.GoReplies] = open(screen.Route{Kind: screen.Replies})
	h[action.GoQuiet] = open(screen.Route{Kind: screen.GoingQuiet})
	h[action.GoAccounts] = open(screen.Route{Kind: screen.Accounts})
	h[action.GoMoves] = open(screen.Route{Kind: screen.Moves})
	h[action.GoYears] = open(screen.Route{Kind: screen.YearsMoveOn})
	h[action.AccountBegin] = open(screen.Route{Kind: screen.NewAccount, ID: a.familyID()})
}
