package school_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/tui/tuitest"
)

// checklist is a person at the first line of the checklist.
func checklist(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	return thornwick(t, o).Press("shift+tab")
}

func TestALineOfTheChecklistIsSwitchedOffAndOnAgain(t *testing.T) {
	d := checklist(t, tuitest.Options{})
	d.Selected("A purpose in one sentence")
	d.Press("?").See("Nobody prepares well for a meeting", "Try: Read it aloud", "It settles itself from what is written of the meeting, before inviting.").Press("esc")
	d.Press("enter").See("This line is Kettle's own: space switches it off and on.")
	d.Press("space").See("– A purpose in one sentence", "switched off")
	d.Press("u").See("✓ A purpose in one sentence").NotSee("switched off")
	d.Press("space", "space").See("✓ A purpose in one sentence").NotSee("switched off")
}

// The one wall: no school does without reading a court order.
func TestReadingTheOrderIsNeverSwitchedOff(t *testing.T) {
	d := checklist(t, tuitest.Options{})
	d.ClickOn("The court order read").Press("space").See("This line keeps people safe").NotSee("switched off")
}

func TestALineOfOurOwnIsAddedChangedAndRemoved(t *testing.T) {
	d := checklist(t, tuitest.Options{})
	d.Press("n").See("A line of our own", "all meetings").Press("ctrl+s").See("What should be thought of?")
	d.Type("The crossing patrol knows").Press("tab").Type("He walks him over.").Press("ctrl+s")
	d.See("✓ The crossing patrol knows", "ours, the day before")
	d.ClickOn("The crossing patrol knows").Press("?").See("He walks him over.").Press("esc")
	d.Press("e").See("He walks him over.").Press("tab", "tab", "tab", "tab", "space", "ctrl+s").See("ours, the day before, honest conversation only")
	d.Press("space").See("– The crossing patrol knows").Press("u", "d").NotSee("The crossing patrol knows")
	d.Press("u").See("✓ The crossing patrol knows")
}

func TestATemplateIsTypedWithItsPeopleAndLines(t *testing.T) {
	d := thornwick(t, tuitest.Options{}).Press("shift+tab", "shift+tab")
	d.See("none yet: a meeting that went well can become one").Press("n").Type("Coffee after a hard week")
	d.Press("tab", "tab", "tab", "tab", "tab", "tab").Type("caretaker").Press("tab").See("is no role that Kettle knows")
	d.Press("shift+tab", "ctrl+d").Type("teaching assistant: sees {child} at lunch")
	d.Press("tab").Type("Coffee").Press("ctrl+s").See("Write the minutes before")
	d.Press("ctrl+d").Type("10 Coffee").Press("enter").Type("★").Press("ctrl+s")
	d.See("Coffee after a hard week", "other")
	own, err := d.Store.SchoolsOwn(context.Background())
	if err != nil || len(own.Templates) != 1 {
		t.Fatalf("%d templates are kept: %v", len(own.Templates), err)
	}
	got := own.Templates[0]
	if len(got.School) != 1 || got.School[0] != (model.Seat{Role: model.TA, Reason: "sees {child} at lunch"}) {
		t.Errorf("from school %+v", got.School)
	}
	if n := len(got.Agenda); n != 3 || got.Agenda[0].Minutes != 10 || !got.Agenda[1].Theirs || !got.Agenda[2].AnyWorry { // practice 43
		t.Errorf("its agenda is %+v: want it to end by asking for any other worry", got.Agenda)
	}
	d.Press("d").See("none yet: a meeting that went well can become one").Press("u").See("Coffee after a hard week")
}

func TestTheChecklistOfTheSchoolLooksAsItDid(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d := checklist(t, tuitest.Options{Width: size[0], Height: size[1]})
		if _, err := d.Store.SaveOwnItem(context.Background(), model.OwnItem{Part: model.GroupWhy, Due: model.AWeekBefore, Asks: "The crossing patrol knows", Kinds: []model.MeetingKind{model.TransitionMeeting}}); err != nil {
			t.Fatal(err)
		}
		d.Press("space").Golden(fmt.Sprintf("checklist-%dx%d", size[0], size[1]))
	}
}
