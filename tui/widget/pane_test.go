package widget

import (
	"strings"
	"testing"

	"kettle/tui/action"
	"kettle/tui/canvas"
	"kettle/tui/theme"
)

// An item that is higher than the window is read by going down, before the next one is selected.
func TestWhatIsHigherThanTheWindowIsReadByGoingDown(t *testing.T) {
	th := theme.Plain()
	rows := append([]PaneRow{Heading(th, "Their story", "")}, WrapRows(0, 0, 20, th.Text, strings.Repeat("word ", 40)+"END")...)
	rows = append(rows, WrapRows(1, 0, 20, th.Text, "next")...)
	var p Pane
	var list List
	list.SetTotal(2)
	c := canvas.New(20, 5)
	draw := func() string { c.Clear(); p.Draw(c, th, rows, &list, nil); return c.Plain() }
	draw()
	h := Reading(&list, &p)
	for n := 0; !strings.Contains(draw(), "END"); n++ {
		if h[action.Down].Do(); list.At() != 0 || n > 20 {
			t.Fatalf("the end was not read before the next was selected:\n%s", draw())
		}
	}
	h[action.Down].Do()
	if draw(); list.At() != 1 || !strings.Contains(draw(), "next") {
		t.Errorf("the next is selected:\n%s", draw())
	}
	for range 30 {
		h[action.Up].Do()
		draw()
	}
	if !strings.Contains(draw(), "Their story") {
		t.Errorf("up again to the heading:\n%s", draw())
	}
}
