package tuitest_test

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// nothingSeen fails the test when a word of the screen before is still there, besides how it comes
// back.
func nothingSeen(t *testing.T, d *tuitest.Driver, before string) {
	t.Helper()
	lines := strings.Split(d.Screen(), "\n")
	if len(strings.Fields(lines[0])) > 3 || strings.TrimSpace(strings.Join(lines[1:], "")) != "" {
		t.Errorf("the blank screen is not blank:\n%s", d.Screen())
	}
	for _, word := range strings.Fields(before) {
		if len(word) > 5 && strings.Contains(d.Screen(), word) {
			t.Errorf("the blank screen still says %q", word)
		}
	}
	if v := d.App.View(); v.Cursor != nil {
		t.Error("the cursor is still where something is typed")
	}
}

func TestTheScreenIsBlankAtOnceFromAnywhereAndComesBackAsItWas(t *testing.T) {
	for i, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			d := atScene(t, s.keys, s.text)
			before := d.Screen()
			blank := []string{"f9", "ctrl+l"}[i%2]
			back := []string{"f9", "ctrl+l", "enter"}[i%3]
			d.Press(blank)
			nothingSeen(t, d, before)
			d.Press(back)
			if d.Screen() != before {
				t.Errorf("%s brought another screen back. Before:\n%s\nafter:\n%s", back, before, d.Screen())
			}
		})
	}
}

func TestWhileTheScreenIsBlankNothingElseWorks(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			d := atScene(t, s.keys, s.text)
			before := d.Screen()
			d.Press("f9").Type("u q 2 / okafor").Paste("hello")
			for _, key := range []string{"esc", "tab", "ctrl+s", "ctrl+p", "ctrl+d", "ctrl+x", "up", "down", "space", "?", "f1", "ctrl+r", "backspace", "delete"} {
				d.Press(key)
			}
			for y := range 40 {
				d.Click(5, y).Click(60, y)
			}
			d.Wheel(true).Wheel(false)
			d.Send(tea.MouseMotionMsg{X: 3, Y: 3})
			d.Send(tea.MouseReleaseMsg{X: 3, Y: 3})
			nothingSeen(t, d, before)
			d.Press("enter")
			if d.Screen() != before {
				t.Errorf("something happened behind the blank screen. Before:\n%s\nafter:\n%s", before, d.Screen())
			}
		})
	}
}

func TestABlankScreenStaysBlankWhateverComes(t *testing.T) {
	d := atScene(t, []string{"2", "enter"}, "")
	before := d.Press("f9").Resize(200, 60).Resize(60, 16).Resize(120, 40)
	nothingSeen(t, before, "Okafor Families")
	d.Send(tea.FocusMsg{})
	d.Send(tea.BlurMsg{})
	d.Send(screen.SayMsg{Text: "Okafor was kept", Tone: screen.Bad})
	d.Wait(2 * time.Minute)
	nothingSeen(t, d, "Okafor Families")
}

func TestTheScreenBlanksItselfAfterTheMinutesOfTheSetting(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12})
	if _, err := d.Store.SaveSetting(context.Background(), model.BlankAfterMinutes, "5"); err != nil {
		t.Fatal(err)
	}
	d.Press("7", "2") // the world is asked for when another window changed it, and at the start
	d = reopened(t, d, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	before := d.Wait(4 * time.Minute).Press("down").Screen()
	if d.Wait(4*time.Minute+50*time.Second).Screen() != before {
		t.Errorf("it blanked before its time:\n%s", d.Screen())
	}
	d.Wait(11 * time.Second)
	nothingSeen(t, d, before)
	if d.Press("enter").Screen() != before {
		t.Errorf("another screen came back:\n%s", d.Screen())
	}
	d.Wait(4*time.Minute).Click(30, 8).Wait(4 * time.Minute).See("Families")
}

func TestTheScreenNeverBlanksItselfWhenTheSettingSaysSo(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12})
	if _, err := d.Store.SaveSetting(context.Background(), model.BlankAfterMinutes, "0"); err != nil {
		t.Fatal(err)
	}
	d = reopened(t, d, tuitest.Options{Start: screen.Route{Kind: screen.Families}})
	d.Wait(time.Hour).See("Families")
}
