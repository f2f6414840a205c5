package family_test

import (
	"fmt"
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// sizes are the windows in which every screen is looked at.
var sizes = [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}}

const (
	okafor = 1  // a family of the made-up school with much that has happened
	carver = 13 // one with a court order
)

func page(t *testing.T, family int64, size [2]int) *tuitest.Driver {
	return tuitest.New(t, tuitest.Options{Families: 60, Width: size[0], Height: size[1],
		Start: screen.Route{Kind: screen.Family, ID: family}})
}

func TestThePageFitsEveryWindow(t *testing.T) {
	for _, size := range sizes {
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		t.Run(name, func(t *testing.T) {
			page(t, okafor, size).Golden("okafor-" + name).Press("tab").Golden("people-" + name)
			page(t, carver, size).Press("tab").Golden("order-" + name)
			page(t, okafor, size).Press("c", "ctrl+e", "tab", "right", "right").Golden("concern-" + name)
		})
	}
}
