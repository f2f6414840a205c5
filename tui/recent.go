package tui

import (
	"slices"
	"strings"

	"kettle/tui/screen"
)

// mostRecent is how many of the places where one has been the palette offers.
const mostRecent = 5

// visit notes that a page about one thing was opened; the last one comes first.
func (a *App) visit(s screen.Screen) {
	r, kept := a.where[s]
	if !kept || r.ID == 0 {
		return
	}
	a.recent = append([]screen.Route{r}, slices.DeleteFunc(a.recent, func(o screen.Route) bool { return o == r })...)
	a.recent = a.recent[:min(len(a.recent), mostKept)]
}

// recentPlaces are the pages opened last that are still kept, without the one that is open now.
func (a *App) recentPlaces() []choice {
	var places []choice
	for _, r := range a.recent {
		s, kept := a.kept[r]
		if !kept || s == a.visible()[0] || len(places) == mostRecent {
			continue
		}
		crumbs := s.Crumbs()
		if len(crumbs) < 2 {
			continue
		}
		places = append(places, choice{words: strings.Join(crumbs[1:], " › "), key: "lately, in " + crumbs[0], do: opens(r.Kind, r.ID)})
	}
	return places
}
