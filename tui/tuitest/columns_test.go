package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// What is said on the screen of a file's columns holds on the command line, too, and is asked for there.
func TestTheCommandLineKnowsWhatWasSaidOfColumns(t *testing.T) {
	folder := t.TempDir()
	file, db := filepath.Join(folder, "lists.csv"), filepath.Join(folder, "caseload.db")
	if err := os.WriteFile(file, []byte("Kid,Klasse,Anruf 1,Shoes\nAva Hill,4,07700 900123,31\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := command(t, "import", file, "--preview", "--db", db)
	if r.code != 1 || !strings.Contains(r.err, "say on the screen what its columns hold: kettle import "+file) {
		t.Errorf("code %d, said %q", r.code, r.err)
	}
	d := tuitest.New(t, tuitest.Options{Path: db, Start: screen.Route{Kind: screen.Import}, ImportFile: file})
	d.See("Row 1", "Kid").Press("right", "down", "enter").See("What does “Klasse” hold?").Press("esc", "down", "w")
	d.See("full name", "left out").Press("ctrl+s").See("nothing is written yet").Press("ctrl+s")
	report := filepath.Join(folder, "brings.txt")
	r = command(t, "import", file, "--preview", "--report", report, "--db", db)
	for _, part := range []string{"Kid: full name (child), as you said", "Anruf 1: left out, as you said", "2 of 4 columns not recognised", "“What the columns hold”"} {
		if r.code != 0 || !strings.Contains(r.out, part) {
			t.Errorf("code %d, %q is not printed:\n%s%s", r.code, part, r.out, r.err)
		}
	}
	text, err := os.ReadFile(report)
	if err != nil || !strings.Contains(string(text), r.out) || !strings.Contains(r.err, report) {
		t.Errorf("the report is not what was printed (%v; %q):\n%s", err, r.err, text)
	}
}
