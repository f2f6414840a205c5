package tuitest_test

import (
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// oddSizes are what a window goes through while it is dragged, split or hidden.
var oddSizes = [][2]int{{1, 1}, {0, 0}, {500, 5}, {2, 200}, {59, 16}, {60, 15}, {0, 24}, {80, 0}, {-1, -1}, {500, 150}, {60, 16}}

// scenes are the screens and popups of a person's day, each with the keys that lead there.
var scenes = []struct {
	name  string
	keys  []string
	text  string // typed at the end
	draft bool   // what is typed is kept as a draft when one leaves
}{
	{"Today", []string{"1"}, "", false},
	{"Today, second part", []string{"1", "tab", "down"}, "", false},
	{"Families", []string{"2", "down", "down"}, "", false},
	{"Families, filtering", []string{"2", "/"}, "oka", false},
	{"a family", []string{"2", "down", "enter", "tab", "down"}, "", false},
	{"a form, half filled in", []string{"2", "n"}, "Zzyzx", true},
	{"a form on a family", []string{"2", "enter", "e"}, "é 王 x", true},
	{"Meetings", []string{"3", "down"}, "", false},
	{"a meeting", []string{"3", "enter", "down", "down"}, "", false},
	{"a meeting's form", []string{"3", "enter", "e"}, "", false},
	{"at the table", []string{"3", "enter", "r", "tab"}, "they said that it is calm", true},
	{"Follow-ups", []string{"4", "down"}, "", false},
	{"Log", []string{"5", "down", "tab"}, "", false},
	{"Log, filtering", []string{"5", "/"}, "okafor gate", false},
	{"an entry of the log", []string{"5", "down", "enter"}, "", false},
	{"School", []string{"7", "tab", "down"}, "", false},
	{"log a contact", []string{"2", "enter", "c"}, "gate, loved the certificate", true},
	{"anything", []string{"ctrl+p"}, "oka", false},
	{"help", []string{"?"}, "", false},
	{"help over a form", []string{"2", "n", "f1"}, "", false},
}

// atScene is a person in the middle of a scene.
func atScene(t *testing.T, keys []string, text string) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 12})
	return d.Press(keys...).Type(text)
}

func TestAWindowOfAnySizeLosesNothing(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			d := atScene(t, s.keys, s.text)
			before := d.Screen()
			for _, size := range oddSizes {
				d.Resize(size[0], size[1])
				harmless(t, d, s.name)
			}
			if after := d.Resize(120, 40).Screen(); after != before {
				t.Errorf("the screen is another one. Before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

func TestWhatIsTypedInAWindowThatIsTooSmallIsThereAfterwards(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Press("n").Type("Oka").Resize(20, 4).Type("for").Resize(1, 1).Type("!").Resize(120, 40).See("Okafor!")
	d.Resize(59, 16).See("60 by 16", "nothing is lost").NotSee("Okafor")
}
