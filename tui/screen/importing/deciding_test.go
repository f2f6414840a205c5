package importing_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"kettle/tui/tuitest"
)

const headings = "Surname,Forename,DOB,Year,Reg,Relationship,PR,Court Order,Title,Contact Surname,Contact Forename,Mobile\n"

// The office's list in September, and again in November: Chidi has moved up a class and his mother has
// another number, and Ada has come with her aunt; Emeka is under a court order now.
const (
	september = headings + "Okafor,Chidi,02/03/2018,Year 4,4B,Mother,Yes,No,Mrs,Okafor,Ngozi,07700 900101\n" +
		"Okafor,Chidi,02/03/2018,Year 4,4B,Father,Yes,No,Mr,Okafor,Emeka,07700 900102\n"
	november = headings + "Okafor,Chidi,02/03/2018,Year 5,5C,Mother,Yes,No,Mrs,Okafor,Ngozi,07700 900109\n" +
		"Okafor,Chidi,02/03/2018,Year 5,5C,Father,Yes,Yes,Mr,Okafor,Emeka,07700 900102\n" +
		"Okafor,Ada,05/06/2020,Year 1,1A,Aunt,No,No,Ms,Eze,Ify,07700 900103\n" +
		"Okafor,Ada,05/06/2020,Year 1,1A,Mother,Yes,No,Mrs,Okafor,Ngozi,07700 900109\n"
)

// novemberComes is the preview of the second list, after the user has changed Chidi's class by hand.
func novemberComes(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	o.Start, o.Exports = start, downloads(t)
	write(t, o.Exports, "september.csv", september)
	d := tuitest.New(t, o)
	d.Press("enter", "enter").See("Okafor")
	ctx := context.Background()
	p, err := d.Store.Pupil(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	p.Class = "4A"
	if _, err := d.Store.SavePupil(ctx, p); err != nil {
		t.Fatal(err)
	}
	path := write(t, o.Exports, "november.csv", november)
	d.Press("ctrl+p").Type("office export").Press("enter").Paste(path)
	return d.Press("enter").Wait(time.Minute) // the toast of the first import has gone
}

// at goes down to the entry that holds a text.
func at(t *testing.T, d *tuitest.Driver, text string) *tuitest.Driver {
	t.Helper()
	d.Press("home")
	for n := 0; !d.Selected(text); n++ {
		d.Press("down")
		if n > 200 {
			t.Fatalf("there is no %q:\n%s", text, d.Screen())
		}
	}
	return d
}

func TestAChangeIsLeftForThisTime(t *testing.T) {
	d := novemberComes(t, tuitest.Options{})
	d.See("Takes in 1 child, 1 adult, 3 changes", "year group Year 4 → Year 5")
	at(t, d, "year group Year 4").Press("space").See("Takes in 1 child, 1 adult, 2 changes; 1 left out")
	if !d.Selected("left out") {
		t.Errorf("the cursor has moved:\n%s", d.Screen())
	}
	d.Press("space").See("3 changes").NotSee("left out").Press("space")
	d.Press("ctrl+s").See("1 child, 1 adult, 2 changes; 1 left out. u takes it")
	d.Press("ctrl+p").Type("office export").Press("enter", "enter").See("Takes in 1 change", "year group Year 4 → Year 5").NotSee("07700 900109 →")
}

func TestAConflictTurnsBetweenMineAndTheOffices(t *testing.T) {
	d := novemberComes(t, tuitest.Options{})
	at(t, d, "form is 4A here, 5C in the file").See("yours stays").Press("space").See("the office's is taken", "4 changes")
	d.Press("ctrl+s").See("Okafor", "5C")
	d = novemberComes(t, tuitest.Options{})
	d.Press("ctrl+s").See("4A")
	d.Press("ctrl+p").Type("office export").Press("enter", "enter").See("everything in it is here already")
}

// A new child is left with all that hangs on them; of an adult who stays alone it is said why.
func TestANewChildIsLeft(t *testing.T) {
	d := novemberComes(t, tuitest.Options{})
	at(t, d, "Ada Okafor  1A").Press("space").See("Takes in 3 changes; 2 left out")
	at(t, d, "Ms Ify Eze").Press("space").See("left with the children")
	d.Press("ctrl+s").See("Chidi").NotSee("Ada")
}

// A court order is left only after it was read what that means (the one wall in Kettle).
func TestACourtOrderIsLeftOnlyKnowingly(t *testing.T) {
	d := novemberComes(t, tuitest.Options{})
	at(t, d, "there is a court order").Press("space").See("Is that meant?", "as if there were no court order", "Mr Emeka Okafor")
	d.Press("enter").See("3 changes").NotSee("left out", "Is that meant?")
	d.Press("space", "down", "enter").See("2 changes; 1 left out", "left out", "Read this first")
	d.Press("space").See("3 changes").NotSee("Is that meant?")
}

func TestOneKeyLeavesAllOfAPart(t *testing.T) {
	d := novemberComes(t, tuitest.Options{})
	at(t, d, "year group Year 4").Press("A").See("Takes in 1 child, 1 adult, 1 change; 2 left out")
	d.Press("A").See("1 child, 1 adult, 3 changes").NotSee("left out")
	at(t, d, "court order").Press("A").See("decided one by one")
	at(t, d, "Ada Okafor").Press("A").See("Takes in 3 changes; 2 left out")
}

func TestEverythingLeftIsNothing(t *testing.T) {
	folder := downloads(t)
	simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder}).Press("enter")
	at(t, d, "Abernathy").Press("A").See("everything is left out").Press("ctrl+s").See("there is nothing to take in")
	d.Press("A").See("40 children")
}

func TestTwoOfOneNameBecomeOne(t *testing.T) {
	folder := downloads(t)
	simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder}).Press("enter")
	at(t, d, "Jane Smith, mother of Noah").See("two people").Press("space").See("one person", "40 children, 46 adults")
}

func TestDecidingOnEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d := novemberComes(t, tuitest.Options{Width: size[0], Height: size[1]})
		at(t, d, "Chidi Okafor  year").Press("space").Golden(fmt.Sprintf("deciding-%dx%d", size[0], size[1]))
	}
	d := novemberComes(t, tuitest.Options{Width: 60, Height: 16})
	at(t, d, "Emeka Okafor").Press("space").Golden("deciding-meant-60x16")
}

// manyRows are an export of so many rows.
func manyRows(rows int) string {
	var b strings.Builder
	b.WriteString(headings)
	for i := range rows {
		fmt.Fprintf(&b, "Family%d,Child%d,%02d/%02d/2018,Year 4,4B,Mother,Yes,No,Mrs,Family%d,Ann%d,07700 900%03d\n", i/2, i, i%28+1, i%12+1, i/2, i/2, i%1000)
	}
	return b.String()
}

// BenchmarkAKeyOverManyRows is what one key and the picture after it take over the preview of 20,000 rows.
func BenchmarkAKeyOverManyRows(b *testing.B) {
	t := &testing.T{}
	folder := b.TempDir()
	path := write(t, folder, "many.csv", manyRows(20_000))
	d := tuitest.New(b, tuitest.Options{Start: start, ImportFile: path, Width: 80, Height: 24})
	for _, key := range []string{"down", "pgdown", "end", "home", "tab"} {
		b.Run(key, func(b *testing.B) {
			for b.Loop() {
				d.Press(key)
				d.Screen()
			}
		})
	}
	b.Run("space until the counts follow", func(b *testing.B) {
		d.Press("home", "pgdown")
		began, n := time.Now(), 0
		for b.Loop() {
			d.Press("space")
			n++
		}
		b.ReportMetric(time.Since(began).Seconds()/float64(n), "s/key")
	})
}

// Another window writes while the preview stands: what was decided about it is not to be decided again.
func TestWhatWasDecidedOutlivesAChangeOfTheCaseload(t *testing.T) {
	d := novemberComes(t, tuitest.Options{Height: 40})
	at(t, d, "year group Year 4").Press("space")
	at(t, d, "form is 4A here").Press("space").See("the office's is taken")
	at(t, d, "Ms Ify Eze").Press("space").See("Takes in 1 child, 3 changes; 2 left out")
	p, err := d.Store.Pupil(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	p.SEN, p.Class = "K", "4C"
	if _, err := d.Store.SavePupil(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+s").See("! The caseload has changed", "Takes in 1 child, 2 changes; 2 left out", "1 thing that you decided", "form is 4C here", "yours stays")
	d.Press("esc").Wait(time.Minute)
	d.Press("esc").See("Or one of the newest").Press("enter").See("Takes in 1 child, 2 changes; 2 left out", "What you decided about this file stands.")
	d.Press("ctrl+s").See("1 child, 2 changes; 2 left out. u takes it back")
}

// A click selects, and a second one on the same line decides, as everywhere.
func TestAClickOnTheSelectedLineDecides(t *testing.T) {
	d := novemberComes(t, tuitest.Options{Height: 40})
	d.ClickOn("Ada Okafor  1A").See("3 changes").NotSee("left out").ClickOn("Ada Okafor  1A").See("Takes in 3 changes; 2 left out")
	d.ClickOn("there is a court order").ClickOn("there is a court order").See("Is that meant?")
}
