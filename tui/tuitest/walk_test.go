package tuitest_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"kettle/tui/action"
	"kettle/tui/tuitest"
)

// walkKeys are what a restless person presses: every key of the table, letters, and Esc often.
func walkKeys() []string {
	keys := []string{"esc", "esc", "esc", "enter", "enter", "down", "down", "a", "z", "9", "é", "backspace"}
	for _, a := range action.Table {
		if a.ID == action.Quit || a.ID == action.QuitNow {
			continue
		}
		keys = append(keys, a.Keys...)
		keys = append(keys, a.TypedKeys...)
	}
	return keys
}

var walkSizes = [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}, {59, 15}, {1, 1}, {300, 20}}

// The driver itself fails the test on a fault, a line that does not fit, an action without a
// handler, or a read from Update.
func TestARandomWalkBreaksNothing(t *testing.T) {
	for seed := range uint64(4) {
		walk(t, seed, 700)
	}
}

func walk(t *testing.T, seed uint64, steps int) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 7))
	d := tuitest.New(t, tuitest.Options{Families: 40})
	keys := walkKeys()
	trail := make([]string, 0, steps)
	for range steps {
		key := keys[random.IntN(len(keys))]
		trail = append(trail, key)
		switch random.IntN(40) {
		case 0:
			size := walkSizes[random.IntN(len(walkSizes))]
			d.Resize(size[0], size[1])
		case 1:
			d.Click(random.IntN(120), random.IntN(40))
		case 2:
			d.Wait(time.Duration(random.IntN(3000)) * time.Millisecond)
		case 3:
			d.Paste("pasted \x1b[31mtext\nof two lines")
		default:
			d.Press(key)
		}
		if t.Failed() {
			t.Fatalf("seed %d, after %q", seed, trail[max(0, len(trail)-12):])
		}
	}
}
