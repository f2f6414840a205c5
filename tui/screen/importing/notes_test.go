package importing

import (
	"testing"
	"time"

	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/theme"
)

// What is said of the file as a whole stands first, too, though there is nothing to decide about it.
func TestANoteThatIsNoItemStandsFirst(t *testing.T) {
	p := New(&screen.Env{Theme: theme.Plain(), Clock: time.Now}, nil, "", nil)
	p.preview = &view.Import{Alarms: []view.ImportNote{{Text: "the column of court orders is left out"}, {Row: 3, Text: "an order"}},
		Items: []view.ImportItem{{Part: view.ImportAlarms, Row: 3, Text: "an order"}}}
	p.width = 80
	p.lay()
	if p.lines[0].words != "Read this first" || p.entryOf(p.lines[1]).text != "the column of court orders is left out" || p.lines[2].of != anItem {
		t.Errorf("%+v", p.lines[:3])
	}
}
