package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/tui/screen"
)

// placesAfter is how long the first screen and its keys are left alone before the folder of the
// caseload is looked at.
const placesAfter = 2 * time.Second

// placesMsg are the sentences about where the caseload lies.
type placesMsg struct{ sentences []string }

// askPlaces asks, once the first screen has stood for a while, what a person should know of the place of
// the caseload. A look that fails is no news: the same fault shows where something is kept.
func (a *App) askPlaces() tea.Cmd {
	store := a.store
	ask := func() tea.Msg {
		sentences, _ := guarded(func() ([]string, error) { return store.PlaceWarnings(context.Background()) })
		return placesMsg{sentences}
	}
	return a.options.Timer(placesAfter, runMsg{func() tea.Cmd { return ask }})
}

// tookPlaces shows the sentences until they are read.
func (a *App) tookPlaces(msg placesMsg) tea.Cmd {
	for _, sentence := range msg.sentences {
		a.sayUntilRead(sentence, screen.Info)
	}
	return nil
}
