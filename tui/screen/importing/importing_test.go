package importing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var start = screen.Route{Kind: screen.Import}

// simsExport copies the office's sample into a folder of its own, and gives its path.
func simsExport(t *testing.T, folder string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "store", "intake", "testdata", "sims-contacts.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return write(t, folder, "sims-contacts.csv", string(data))
}

func write(t *testing.T, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	at := tuitest.Morning.Add(-20 * time.Minute)
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
	return path
}

// downloads is a folder with a name that is the same in every test.
func downloads(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "Downloads")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	return folder
}

func folderWithSims(t *testing.T) string {
	t.Helper()
	folder := downloads(t)
	simsExport(t, folder)
	return folder
}

func TestTheSENCOTakesInTheOfficesExport(t *testing.T) {
	folder := downloads(t)
	path := simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder})
	d.See("Take in the office's export", "sims-contacts.csv", "Downloads")
	d.Paste("'" + path + "'").Press("enter")
	d.See("Read this first", "court order", "Dean Vickery", "nothing is written yet")
	if text := d.Screen(); strings.Index(text, "Read this first") > strings.Index(text, "New families") {
		t.Errorf("the court order does not stand first:\n%s", text)
	}
	d.Press("ctrl+s").See("40 children, 47 adults", "u takes it back", "36 families")
	d.Press("/").Type("okon").See("Okonkwo", "1 of 36 families").Press("esc")
	d.Press("u").See("No families yet").NotSee("Okonkwo")
	d.Press("ctrl+r").See("36 families")
}

func TestThePreviewLetsEscLeaveEverythingAsItWas(t *testing.T) {
	folder := downloads(t)
	simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: screen.Route{Kind: screen.Families}, Exports: folder})
	d.Press("ctrl+p").Type("office export").Press("enter").Press("enter")
	d.See("Read this first").Press("esc").See("Or one of the newest CSV files").Press("esc").See("No families yet")
}

func TestTheSameFileAgainBringsNothing(t *testing.T) {
	folder := downloads(t)
	simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder})
	d.Press("enter", "enter").See("36 families")
	d.Press("ctrl+p").Type("office export").Press("enter", "enter").See("everything in it is here already")
	d.Press("enter").See("there is nothing to take in").Press("esc", "esc").See("36 families")
}

// A wrong path is no bar to the list below it: it stays as it was typed while a file is chosen.
func TestAFileIsChosenThoughAPathIsTyped(t *testing.T) {
	folder := downloads(t)
	simsExport(t, folder)
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder}).Type("nothing.csv").Press("enter").See("cannot be opened")
	if d.Selected("sims-contacts.csv") {
		t.Errorf("a file is selected, though another is read:\n%s", d.Screen())
	}
	d.Press("down").See("nothing.csv")
	if !d.Selected("sims-contacts.csv") {
		t.Errorf("down does not lead to the files:\n%s", d.Screen())
	}
	d.Press("up", "enter").See("cannot be opened").Press("down", "enter").See("Read this first")
	d.Press("esc").See("nothing.csv").ClickOn("sims-contacts.csv").ClickOn("sims-contacts.csv").See("Read this first")
}

// What is selected stays selected when the window becomes so wide that a part goes beside the others.
func TestTheSelectedLineOutlivesAnotherWidth(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: start, Exports: folderWithSims(t), Width: 80, Height: 24}).Press("enter")
	at(t, d, "Abernathy")
	for _, width := range []int{120, 80, 60, 200} {
		if d.Resize(width, 24); !d.Selected("Abernathy") {
			t.Errorf("%d wide:\n%s", width, d.Screen())
		}
	}
}

func TestOneRowIsOne(t *testing.T) {
	path := write(t, downloads(t), "one.csv", "Name,Form,Year\nAnn Hill,4H,4\n")
	tuitest.New(t, tuitest.Options{Start: start, ImportFile: path}).See("1 row, UTF-8").NotSee("1 rows")
}

func TestAFileThatCannotBeReadSaysWhyInPlace(t *testing.T) {
	folder := downloads(t)
	for _, c := range []struct{ name, text, want string }{
		{"empty.csv", "", "empty"},
		{"list.xlsx", "PK\x03\x04 and so on", "CSV"},
		{"letter.csv", "Dear all,\nthe trip is on Friday.\n", "heading"},
		{"large.csv", strings.Repeat("Surname,Forename,Year\n", 22<<20/22), "too"},
	} {
		write(t, folder, c.name, c.text)
		d := tuitest.New(t, tuitest.Options{Start: start})
		d.Paste(filepath.Join(folder, c.name)).Press("enter").See(c.want).NotSee("Read this first")
		d.Type("x").NotSee("! ")
	}
	d := tuitest.New(t, tuitest.Options{Start: start})
	d.Press("enter").See("Which file?")
	d.Paste(filepath.Join(folder, "none.csv")).Press("enter").See("cannot be opened")
	d.Paste(folder).Press("enter").See("a folder")
	d.Press("esc").NotSee("a folder")
}

func TestAFileGivenAtTheStartIsReadAtOnce(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: start, ImportFile: simsExport(t, t.TempDir())})
	d.See("Read this first").Press("esc", "esc").See("Take in the office's export").Press("esc").See("No families yet")
}

// Tab goes from part to part, so that a long preview is looked through quickly.
func TestTabGoesThroughTheParts(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Start: start, ImportFile: simsExport(t, t.TempDir()), Width: 80, Height: 24})
	d.See("Dean Vickery").Press("shift+tab").See("Legal Surname")
	d.Press("shift+tab").See("Relationships kept as written").Press("tab", "tab").See("Dean Vickery")
}

func TestTakingInOnEverySize(t *testing.T) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		folder := downloads(t)
		simsExport(t, folder)
		write(t, folder, "arbor-students.csv", "a,b\n")
		d := tuitest.New(t, tuitest.Options{Start: start, Exports: folder, Width: size.w, Height: size.h})
		d.Golden("choose-" + size.name)
		d.Press("down", "enter").Golden("preview-" + size.name)
	}
}
