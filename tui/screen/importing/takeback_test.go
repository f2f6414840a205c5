package importing_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/tuitest"
)

// importStoodOn is a school whose office's list came in, with the Okonkwos rung since, and a class put
// right by hand.
func importStoodOn(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	o.Start, o.Exports = start, downloads(t)
	simsExport(t, o.Exports)
	d := tuitest.New(t, o)
	d.Press("enter", "ctrl+s").See("Abernathy")
	ctx := context.Background()
	families, err := d.Store.FamilyList(ctx, "okonkwo", view.ByName, 0, 1)
	if err != nil || len(families.Rows) != 1 {
		t.Fatal(families, err)
	}
	entry := view.NewContact{Contact: model.Contact{FamilyID: families.Rows[0].ID, Kind: model.GoodNews, Note: "sang in assembly"}}
	if _, err := d.Store.SaveContact(ctx, entry); err != nil {
		t.Fatal(err)
	}
	p, err := d.Store.Pupil(ctx, 2)
	if err != nil {
		t.Fatal(err)
	}
	p.Strengths = "drawing"
	if _, err := d.Store.SavePupil(ctx, p); err != nil {
		t.Fatal(err)
	}
	return d.Wait(time.Minute)
}

func TestTheLastImportIsTakenBackFromThePalette(t *testing.T) {
	d := importStoodOn(t, tuitest.Options{})
	d.Press("ctrl+p").Type("take back the last").Press("enter")
	d.See("sims-contacts.csv, taken in today", "What goes", "35 families, 38 children", "Okonkwo", "1 entry in the log", "1 change by hand")
	d.Press("ctrl+s").See("Took back sims-contacts.csv", "Okonkwo", "1 family").NotSee("Abernathy")
	d.Press("u").See("Abernathy", "36 families")
	d.Press("ctrl+r").See("1 family").NotSee("Abernathy")
}

func TestTheHistoryLeadsToTakingTheImportBack(t *testing.T) {
	d := importStoodOn(t, tuitest.Options{})
	d.Press("/").Type("okonkwo").Press("enter", "tab", "H")
	for n := 0; !d.Selected("took in"); n++ {
		if n > 30 {
			t.Fatalf("the history does not know the import:\n%s", d.Screen())
		}
		d.Press("down")
	}
	d.Press("space").See("What stays, because something was written since")
}

func TestWithoutAnImportThereIsNothingToTakeBack(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: start})
	d.Press("ctrl+p").Type("take back the last").Press("enter").See("No import stands").Press("ctrl+s").See("There is no import to take back").Press("esc")
}

func TestTakingBackOnEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d := importStoodOn(t, tuitest.Options{Width: size[0], Height: size[1]})
		d.Press("ctrl+p").Type("take back the last").Press("enter").Golden(fmt.Sprintf("takeback-%dx%d", size[0], size[1]))
	}
}

// What was taken back and stands again is told in the words of what it was.
func TestUndoOfTakingBackSaysWhatStandsAgain(t *testing.T) {
	folder := downloads(t)
	simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder})
	d.Press("enter", "ctrl+s").See("40 children").Press("ctrl+p").Type("take back").Press("enter", "ctrl+s").See("u takes it in again")
	d.Press("u").See("It stands again: took in sims-contacts.csv").NotSee("took back: took in")
}
