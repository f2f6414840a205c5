package tui

import (
	tea "charm.land/bubbletea/v2"

	"kettle/tui/screen"
	"kettle/tui/screen/families"
	"kettle/tui/screen/school"
	"kettle/tui/screen/welcome"
)

// makers build the screen of each kind of route.
var makers = map[screen.Kind]func(a *App, id int64) screen.Screen{
	screen.Families: func(a *App, _ int64) screen.Screen {
		return families.New(a.env, a.store, func() tea.Cmd { return nil })
	},
	screen.School: func(a *App, _ int64) screen.Screen { return school.New(a.env, a.store) },
	screen.Welcome: func(a *App, _ int64) screen.Screen {
		return welcome.New(a.env, a.store, func() tea.Cmd { return nil })
	},
}
