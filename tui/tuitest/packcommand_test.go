package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// practices 16 and 21: families go to another Kettle from the shell; the passphrase is never an argument.
func TestFamiliesAreHandedOverOnTheCommandLine(t *testing.T) {
	const phrase = "acorn ladder violet mint tunnel\n"
	db, folder := okaforCaseload(t), t.TempDir()
	pack, other := filepath.Join(folder, "over.kettlepack"), filepath.Join(folder, "other.db")

	r := piped(t, "okafor\n", "export", "pack", "--to", pack, "--db", db)
	if r.code != 1 || !strings.Contains(r.err, "too short") {
		t.Errorf("a weak passphrase: code %d, %q", r.code, r.err)
	}
	r = piped(t, phrase, "export", "pack", "--to", pack, "--family", "Nobody", "--db", db)
	if r.code != 1 || !strings.Contains(r.err, "no family called “Nobody”") {
		t.Errorf("a family that is not there: code %d, %q", r.code, r.err)
	}
	r = piped(t, phrase, "export", "pack", "--to", pack, "--family", "okafor", "--db", db)
	if r.code != 0 || !strings.Contains(r.out, "Made "+pack) || !strings.Contains(r.out, "Stays here") {
		t.Fatalf("code %d, %q\n%s", r.code, r.err, r.out)
	}
	r = piped(t, "another one altogether\n", "import", pack, "--yes", "--db", other)
	if _, err := os.Stat(other); r.code != 1 || err == nil {
		t.Errorf("a wrong passphrase: code %d, and a caseload was made: %v", r.code, err == nil)
	}
	oneSentence(t, "import", r.err)
	for _, flag := range []string{"--json", "--report=" + filepath.Join(folder, "report.txt")} {
		if r = piped(t, phrase, "import", pack, "--yes", flag, "--db", other); r.code != 2 || !strings.Contains(r.err, "leave out --json and --report") {
			t.Errorf("%s: code %d, %q", flag, r.code, r.err)
		}
	}
	r = piped(t, phrase, "import", pack, "--yes", "--db", other)
	if r.code != 0 || !strings.Contains(r.out, "Opened the hand-over pack: 1 new family.") {
		t.Errorf("code %d, %q\n%s", r.code, r.err, r.out)
	}
}
