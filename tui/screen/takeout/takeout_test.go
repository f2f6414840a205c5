package takeout_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

func opened(t *testing.T, o tuitest.Options) *tuitest.Driver {
	t.Helper()
	o.Families, o.Start = 61, screen.Route{Kind: screen.TakeOut}
	return tuitest.New(t, o)
}

// files are the names of what lies in a folder.
func files(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, "|")
}

// into names the place to write to.
func into(d *tuitest.Driver, place string) *tuitest.Driver {
	return d.Press("end", "enter").Type(place).Press("ctrl+s")
}

func TestNothingLeavesBeforeCtrlSAndAMarkGoesAlong(t *testing.T) {
	folder := t.TempDir()
	d := into(opened(t, tuitest.Options{Width: 200, Height: 60}), folder)
	d.See("people of", "left out, behind a court order", "The first lines", "Mrs Folake Adeyemi")
	if got := files(t, folder); got != "" {
		t.Fatalf("looking wrote %s", got)
	}
	d.Press("ctrl+s").See("✓ Written: " + filepath.Join(folder, "kettle-contacts-2026-11-24.csv"))
	if got := files(t, folder); got != "kettle-contacts-2026-11-24.csv" {
		t.Errorf("the folder holds %q", got)
	}
	d.Press("up", "space").NotSee("left out, behind a court order").See("a mark says who")
	d.Press("space").See("left out, behind a court order")
}

func TestAFileThatIsThereStaysAndAWrongFolderIsSaidWhereItIsTyped(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "mine.csv")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := into(opened(t, tuitest.Options{Width: 200, Height: 60}), path)
	d.Press("ctrl+s").See("Written: " + filepath.Join(folder, "mine 2.csv"))
	if text, err := os.ReadFile(path); string(text) != "precious" {
		t.Errorf("the file that was there holds %q: %v", text, err)
	}
	gone := filepath.Join(folder, "gone") + string(filepath.Separator)
	d.Press("enter", "ctrl+a", "ctrl+k").Type(gone).Press("ctrl+s").See("There is no folder", "name another", "Where to", string(filepath.Separator)+"gone")
}

func TestTheCalendarLeavesWithInitials(t *testing.T) {
	folder := t.TempDir()
	d := opened(t, tuitest.Options{Width: 120, Height: 40})
	d.Press("enter", "down", "down", "enter").See("Meetings and promises", "initials of the children only", "from Tue 24 Nov 2026", "Meeting C.O. · Rainbow room")
	d.NotSee("Okafor: honest conversation")
	d.Press("down", "down", "space").See("names in full", "Okafor: honest conversation").Press("space")
	into(d, folder).Press("ctrl+s").See("Written:")
	text, err := os.ReadFile(filepath.Join(folder, "kettle-calendar-2026-11-24.ics"))
	if err != nil || !strings.Contains(string(text), "SUMMARY:Meeting C.O.\r\n") || strings.Contains(string(text), "Okafor") {
		t.Errorf("the calendar holds %.300q: %v", text, err)
	}
}

func TestOneFamilyOrSomeAreTakenOut(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 12, Start: screen.Route{Kind: screen.Families}, Width: 120, Height: 40})
	d.Press("/").Type("okaf").Press("down", "enter").See("Okafor")
	d.Press("ctrl+p").Type("take out cont").Press("enter").See("the Okafor family", "of 1 family")
	d.Press("down", "enter").Type("4B").Press("ctrl+s").See("families with “4B”").NotSee("of 1 family")
	d.Press("enter").Press("ctrl+a", "ctrl+k").Type("nobody of that name").Press("ctrl+s").See("Nothing to take out")
	d.Press("ctrl+s").See("Nothing to take out")
}

func TestTheSchoolsPageLeadsToIt(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 5, Start: screen.Route{Kind: screen.School}})
	d.Press("g", "shift+tab", "shift+tab", "shift+tab").See("Taking out").Press("enter").See("School › Take out")
}

func TestTakingOutAtEverySize(t *testing.T) {
	d := into(opened(t, tuitest.Options{}), string(filepath.Separator)) // a place that is the same on every machine
	d.Press("home")
	sizes := func(name string) {
		for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
			d.Resize(size[0], size[1]).Golden(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]))
		}
	}
	sizes("contacts")
	d.Press("enter", "down", "down", "enter")
	sizes("calendar")
}

func TestAnEmptyCaseloadHasNothingToTakeOut(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.TakeOut}, Width: 80, Height: 24})
	into(d, string(filepath.Separator)).See("Nothing to take out: no adult of a child.").Golden("empty-80x24")
}

// Lines of the log say their day: they are not those of one day only.
func TestTheFirstLinesOfTheLogSayTheirDay(t *testing.T) {
	d := opened(t, tuitest.Options{Width: 120, Height: 40})
	d.Press("enter", "end", "enter").See("The log: with all notes", "Tue 24 Nov 2026 08:10, Okafor, good news, gate: ", "Mon 23 Nov 2026")
}
