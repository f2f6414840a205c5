package tuitest_test

import (
	"context"
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// slow is a write that keeps a family, if nobody stops it in the meantime.
func slow(d *tuitest.Driver, during func()) screen.WriteMsg {
	return screen.WriteMsg{Write: screen.Write{Long: "Taking in the file", Do: func(ctx context.Context) (view.Change, error) {
		err := view.Report(ctx, view.Progress{What: "families", Done: 300, Total: 1200})
		during()
		if err = errors.Join(err, ctx.Err()); err != nil {
			return view.Change{}, err
		}
		return d.Store.SaveFamily(ctx, model.Family{Name: "Okafor"})
	}}}
}

func familyCount(t *testing.T, d *tuitest.Driver) int {
	t.Helper()
	n, err := d.Store.FamilyCount(context.Background(), "", view.ByName)
	if err != nil {
		t.Fatal(err)
	}
	return n.All
}

func atFamilies(t *testing.T) *tuitest.Driver {
	return tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}}).Wait(10 * time.Second)
}

func TestLongWorkShowsHowFarItHasCome(t *testing.T) {
	for name, size := range map[string][2]int{"long_60x16": {60, 16}, "long_120x40": {120, 40}} {
		d := atFamilies(t)
		d.Send(slow(d, func() { d.Resize(size[0], size[1]).Wait(500 * time.Millisecond).Golden(name) }))
		d.NotSee("Taking in the file").See("Okafor")
	}
}

func TestWhatIsDoneWithinHalfASecondShowsNothing(t *testing.T) {
	d := atFamilies(t)
	clocks := d.Clocks()
	before := d.Screen()
	d.Send(slow(d, func() {
		if d.Wait(499*time.Millisecond).Screen() != before {
			t.Errorf("something flickers:\n%s", d.Screen())
		}
	}))
	d.Wait(time.Second).NotSee("Taking in the file")
	if d.Clocks() != clocks {
		t.Errorf("%d clocks run on, %d did before", d.Clocks(), clocks)
	}
}

func TestEscStopsLongWorkAndNothingIsChanged(t *testing.T) {
	for name, after := range map[string]time.Duration{"before it is shown": 100 * time.Millisecond, "when it is shown": time.Second} {
		t.Run(name, func(t *testing.T) {
			d := atFamilies(t)
			clocks := d.Clocks()
			d.Send(slow(d, func() { d.Wait(after).Press("esc") }))
			d.See("Stopped: nothing was changed.").NotSee("Taking in the file", "! ")
			if n := familyCount(t, d); n != 0 {
				t.Errorf("%d families", n)
			}
			if d.Wait(5 * time.Second); d.Clocks() != clocks {
				t.Errorf("%d clocks run on, %d did before", d.Clocks(), clocks)
			}
		})
	}
}

func TestLongWorkThatFailsSaysWhy(t *testing.T) {
	d := atFamilies(t)
	for _, key := range []string{"f9", "esc"} { // stopped, too, what has a sentence is said
		d.Send(screen.WriteMsg{Write: screen.Write{Long: "Taking in the file", Do: func(context.Context) (view.Change, error) {
			d.Wait(time.Second).See("Taking in the file", "…").Press(key)
			return view.Change{}, plain("The disk is full, so this was not kept: make room and try again.")
		}}})
		d.Press("f9", "f9", "enter").See("! The disk is full").NotSee("Taking in the file").Press("esc").NotSee("The disk")
	}
}

// plain is an error with a sentence for a person.
type plain string

func (p plain) Error() string { return string(p) }
func (p plain) Plain() string { return string(p) }

func TestWhileLongWorkIsShownOtherKeysAreRefusedWithAWord(t *testing.T) {
	d := atFamilies(t)
	d.Press("n").Type("Haddad")
	d.Send(slow(d, func() {
		d.Wait(time.Second).Type("xyz").Press("ctrl+s", "tab", "ctrl+p").Paste("more").Wheel(true).ClickOn("2 Families")
		d.See("Taking in the file", "Haddad", "Keys work again when this is done").NotSee("xyz", "more")
		d.Wait(5 * time.Second).NotSee("Keys work again")
	}))
	d.Type("y").See("Haddady").NotSee("Taking in the file")
}

func TestABlankScreenStaysBlankOverLongWork(t *testing.T) {
	d := atFamilies(t)
	d.Send(slow(d, func() {
		d.Wait(time.Second).Press("f9").Wait(time.Second)
		nothingSeen(t, d, "Taking in the file families")
		d.Press("esc", "enter").See("Taking in the file")
		d.Resize(40, 10).See("at least 60 by").Resize(80, 24).See("Taking in the file", "stop")
	}))
	if n := familyCount(t, d); n != 1 {
		t.Errorf("Esc behind the blank screen stopped it: %d families", n)
	}
}

func TestLeavingWaitsForLongWorkOrForEsc(t *testing.T) {
	for name, want := range map[string]int{"": 1, "esc": 0} {
		d := atFamilies(t)
		d.Send(slow(d, func() {
			d.Wait(time.Second).Press("ctrl+c").See("Keeping what you typed", "Taking in the file")
			if d.Ended {
				t.Error("the program left before the work was done")
			}
			if name != "" {
				d.Press(name).See("Stopping …")
			}
		}))
		if n := familyCount(t, d); n != want || !d.Ended {
			t.Errorf("%q: %d families, ended %v", name, n, d.Ended)
		}
	}
}

func TestALongReadIsStoppedTheSameWay(t *testing.T) {
	d := atFamilies(t)
	var answered bool
	read := func(keys ...string) {
		d.Send(screen.ReadLong("Reading the file", func(ctx context.Context) (any, error) {
			d.Wait(time.Second).See("Reading the file").Press(keys...)
			return 1, ctx.Err()
		}, func(any) tea.Cmd { answered = true; return nil })())
	}
	if read("esc"); answered {
		t.Error("what follows from it came all the same")
	}
	d.See("Stopped")
	if read(); !answered {
		t.Error("nothing follows from it")
	}
}

// Of the log nobody knows beforehand how much there is: then it is told how much was done.
func TestLongWorkWithoutAnEndSaysHowMuchWasDone(t *testing.T) {
	d := atFamilies(t)
	d.Send(screen.ReadLong("Counting what would leave", func(ctx context.Context) (any, error) {
		err := view.Report(ctx, view.Progress{What: "entries", Done: 4000})
		d.Wait(time.Second).See("entries", "4000").NotSee(" of ")
		return nil, err
	}, func(any) tea.Cmd { return nil })())
}
