package importing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kettle/tui/tuitest"
)

// unheard is a list of the office whose headings nobody knows.
const unheard = "Class lists 2026/27,,,,,,,,\n\n" +
	"Pupil forename chosen,Family,Klasse,Geb.,Anruf 1,Anruf 2,Wer,Notfall,Shoes\n" +
	"Ava,HILL,4,03/05/2017,07700900123,020 7946 0123,Mum,Ann Hill,31\n" +
	"Tom,ASH,5,04/06/2016,07700 900124,,Dad,Bob Ash,\n" +
	"Zoë,O’BRIEN-ŁUKASZ,R,31/02/2020,ring the office,,Gran,,28\n"

// columns opens the page of the columns of a file.
func columns(t *testing.T, text string, width, height int) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Start: start, ImportFile: write(t, t.TempDir(), "lists.csv", text), Width: width, Height: height})
	if strings.Contains(d.Screen(), "nothing is written yet") {
		d.Press("v")
	}
	return d.See("Holds")
}

// choose takes what a column holds from the list.
func choose(d *tuitest.Driver, heading, holds string) {
	for _, key := range []string{"down", "up"} {
		for range 10 {
			if !d.Selected(heading) {
				d.Press(key)
			}
		}
	}
	d.Press("enter").See("What does").Press("home")
	for range 40 {
		if strings.Contains(d.Screen(), "│ ▌ "+holds+" ") {
			break
		}
		d.Press("down")
	}
	d.Press("enter")
}

func TestAnUnheardFileIsTakenInOnceItsColumnsAreSaid(t *testing.T) {
	folder := downloads(t)
	write(t, folder, "lists.csv", unheard)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder})
	d.Press("enter").See("not recognised", "Row 3", "No column holds a child's name").NotSee("nothing is written yet")
	d.Press("ctrl+s").See("say which one does")
	choose(d, "Pupil forename", "preferred forename")
	choose(d, "Family", "surname")
	choose(d, "Klasse", "year group")
	choose(d, "Geb.", "date of birth")
	d.See("Wed 3 May 2017", "is not a date of birth", "Hill", "not kept yet").NotSee("! No column holds")
	d.Press("end", "up", "up").See("its values look like: relationship")
	choose(d, "Wer", "relationship")
	choose(d, "Anruf 1", "mobile")
	d.See("mobile, child").Press("e").See("Whose is “Anruf 1”?", "contact 1", "Wer").Press("down", "enter")
	d.See("mobile, contact 1", "07700 900123", "ring the office", "is not a telephone number")
	choose(d, "Anruf 2", "telephone")
	choose(d, "Notfall", "full name")
	d.See("full name, contact 1", "forename Ann, surname Hill")
	choose(d, "Shoes", "not imported")
	d.See("left out").Press("tab").NotSee("? keys not")
	d.Press("ctrl+s").See("nothing is written yet", "Hill", "as you said").NotSee("not recognised")
	d.Press("ctrl+s").See("3 children")
	// the same layout again, in another file
	write(t, folder, "more.csv", strings.Replace(unheard, "Ava", "Kit", 1))
	d.Press("ctrl+p").Type("office export").Press("enter")
	d.Paste(filepath.Join(folder, "more.csv")).Press("enter").See("nothing is written yet", "Kit")
}

// Whoever leaves the page reads how to come back to it, also in the smallest window.
func TestThePageOfColumnsIsFoundAgain(t *testing.T) {
	d := columns(t, unheard, 60, 16).Press("esc").See("No line among the first 20", "Or say what its columns hold: ↵ asks", "again.")
	d.Press("enter").See("Holds", "No column holds a child's name")
}

func TestEscLeavesTheColumnsAsTheyWere(t *testing.T) {
	d := columns(t, "Name,Year,Form,Kiss & ride\nAva Hill,4,4B,07700 900123\n", 120, 40)
	if !d.Selected("Kiss & ride") {
		t.Errorf("the page does not begin with the unknown column:\n%s", d.Screen())
	}
	d.Press("left", "left").See("postcode").Press("esc").See("1 of 4 columns not recognised").NotSee("as you said")
	d.Press("v").See("postcode", "not kept yet") // said, and not kept yet: nothing is lost
	d.Press("d").See("not recognised").NotSee("not kept yet", "postcode")
	d.Press("d").See("Nothing was said of this column")
}

func TestWhatWasSaidIsTakenBackAndForgotten(t *testing.T) {
	d := columns(t, "Name,Year,Form,Klasse\nAva Hill,4,4B,5\n", 120, 40)
	choose(d, "Klasse", "year group")
	d.See("“Year” holds the same").Press("w").See("left out").Press("ctrl+s").See("left out, as you said")
	d.Press("u").See("1 of 4 columns not recognised").NotSee("as you said")
	d.Press("ctrl+r").See("left out, as you said")
	d.Press("v", "end").See("as you said, Kettle does not know it")
	d.Press("ctrl+p").Type("All as Kettle").Press("enter").See("not kept yet")
	d.Press("ctrl+s").See("1 of 4 columns not recognised")
}

// Undo on the page itself shows what is remembered then.
func TestUndoOnThePageOfColumns(t *testing.T) {
	d := columns(t, "Name,Year,Form,Klasse\nAva Hill,4,4B,5\n", 120, 40)
	d.Press("end", "w", "ctrl+s", "v").See("left out").Press("u").See("not recognised").NotSee("left out", "not kept yet")
}

func TestAnotherLineHoldsTheHeadings(t *testing.T) {
	d := columns(t, "Forename,Surname,Year,Form\nName,Year,Form,Mobile\nAva Hill,4,4B,07700 900123\n", 120, 40)
	d.Press("home").See("The rows above this line are not read").Press("right").See("Row 2", "full name", "holds them, as you said")
	d.Press("enter").See("Which line holds the headings?", "Name · Year · Form · Mobile").Press("esc")
	d.Press("e").See("Go to a column first")
	d.Press("ctrl+s").See("headings in", "row 2", "1 new")
}

func TestWhoseAColumnIsHasItsLimits(t *testing.T) {
	d := columns(t, "Name,Year,Form,Guardian 1 name,Guardian 2 name,Ring\nAva Hill,4,4B,Ann Hill,Bob Hill,1\n", 120, 40)
	d.Press("e").See("Say first what the column holds")
	d.Press("home", "down", "down", "e").See("This is always the child's: year group")
	choose(d, "Ring", "priority")
	d.See("priority, contact 2").Press("e").See("contact 3").NotSee("│ ▌ child", "│   child").Press("up", "enter").See("priority, contact 1")
	d.Press("right").See("parental responsibility, contact 1").Press("left", "left", "left", "left").See("leaving date, child").Press("right", "right", "right").See("priority, contact 1")
}

func TestColumnsWithTheMouse(t *testing.T) {
	d := columns(t, unheard, 120, 40)
	d.ClickOn("Anruf 1").See("ring the office").ClickOn("Anruf 1").See("What does “Anruf 1” hold?")
	d.ClickOn("known as").ClickOn("known as").See("known as, child")
	d.Wheel(true).Wheel(false)
	d.ClickOn("leave it").See("Take in the office's export", "No line among the first")
}

// practice of a wide export: 400 columns scroll, and what is unknown is found.
func TestFourHundredColumns(t *testing.T) {
	headings, cells := "Name,Year,Form", "Ava Hill,4,4B"
	for range 396 {
		headings, cells = headings+",Notes", cells+",x"
	}
	for _, size := range [][2]int{{60, 16}, {200, 60}} {
		d := columns(t, headings+",Kiss & ride\n"+cells+",07700 900123\n", size[0], size[1])
		if !d.Selected("Kiss & ride") {
			t.Errorf("%v: the unknown column is not selected:\n%s", size, d.Screen())
		}
		d.Press("home").See("Row 1").Press("tab").See("Kiss & ride", "not recognised")
		d.Press("left", "left").See("postcode, child")
	}
}

func TestColumnsWithLongAndWideTexts(t *testing.T) {
	long := strings.Repeat("愛", 90)
	d := columns(t, "Name,Year,Form,"+long+"\nAva Hill,4,4B,"+long+"\n", 60, 16)
	choose(d, "愛", "form")
	d.See("form", "“Form” holds the same").Resize(200, 60).See("counts in each row").Resize(60, 16).Press("enter").See("What does")
}

func TestTheReportOfAPreviewIsKept(t *testing.T) {
	folder := downloads(t)
	simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder})
	d.Press("enter", "p").See("The report lies in").Press("p")
	for _, name := range []string{"import report 2026-11-24.txt", "import report 2026-11-24 2.txt"} {
		path := filepath.Join(folder, name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{"Tue 24 Nov 2026 at 08:41", "Read this first", "Dean Vickery", "Left out: No child in the row", "row 33", "Legal Surname: legal surname (child)", "Families as they will be"} {
			if !strings.Contains(string(text), part) {
				t.Errorf("%s does not say %q", name, part)
			}
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("others may read %s: %v %v", name, info.Mode(), err)
		}
	}
}

func TestColumnsOnEverySize(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		d := columns(t, unheard, size.w, size.h)
		d.Golden("columns-unknown-" + size.name)
		choose(d, "Pupil", "forename")
		choose(d, "Family", "forename")
		choose(d, "Anruf 1", "mobile")
		choose(d, "Shoes", "not imported")
		choose(d, "Geb.", "date of birth")
		d.Golden("columns-" + size.name)
		d.Press("enter").Golden("columns-choice-" + size.name)
	}
}
