package tuitest_test

import (
	"strings"
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// commonest are the ten things that are done most, from where one usually is, with the keys that it takes.
// "=" before it is text, which counts apart: names and words have to be typed anywhere.
var commonest = []struct {
	task  string
	from  screen.Route
	keys  []string
	sees  string
	most  int // keys beside the text
	typed int // letters at most
}{
	{"keep a good word at the gate", screen.Route{Kind: screen.Today}, []string{"c", "=chidi, gate +: loved the certificate", "enter"}, "logged good news", 2, 40},
	{"note a call that nobody took", screen.Route{Kind: screen.Meetings}, []string{"c", "=haddad phone x", "enter"}, "logged attempt", 2, 16},
	{"find a family from anywhere", screen.Route{Kind: screen.School}, []string{"ctrl+p", "=hadd", "enter"}, "Families › Haddad", 2, 4},
	{"the family behind the first line of Today", screen.Route{Kind: screen.Today}, []string{"enter"}, "Okafor", 1, 0},
	{"do the first promise of Today", screen.Route{Kind: screen.Today}, []string{"space", "esc"}, "done: ", 2, 0},
	{"move it to Friday", screen.Route{Kind: screen.Today}, []string{"s", "=fri", "ctrl+s"}, "moved", 2, 3},
	{"take the last thing back", screen.Route{Kind: screen.Today}, []string{"space", "esc", "u"}, "Taken back", 3, 0},
	{"prepare the next meeting", screen.Route{Kind: screen.Meetings}, []string{"enter"}, "28 of 33", 1, 0},
	{"the page for the table", screen.Route{Kind: screen.Meetings}, []string{"enter", "p"}, "Begin with good", 2, 0},
	{"hide the screen from somebody", screen.Route{Kind: screen.Today}, []string{"f9"}, "F9", 1, 0},
}

func TestTheCommonestTasksTakeFewKeys(t *testing.T) {
	for _, c := range commonest {
		t.Run(c.task, func(t *testing.T) {
			d := tuitest.New(t, tuitest.Options{Families: 61, Start: c.from})
			before := d.Screen()
			keys, typed := 0, 0
			for _, key := range c.keys {
				if text, isText := strings.CutPrefix(key, "="); isText {
					typed += len(text)
					d.Type(text)
					continue
				}
				keys++
				d.Press(key)
			}
			d.See(c.sees)
			if d.Screen() == before {
				t.Error("nothing changed")
			}
			if keys > c.most || typed > c.typed {
				t.Errorf("it takes %d keys and %d letters, at most %d and %d", keys, typed, c.most, c.typed)
			}
		})
	}
}
