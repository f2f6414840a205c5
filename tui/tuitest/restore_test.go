package tuitest_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// withBackup is a caseload that holds Chidi, and a backup of it from before.
func withBackup(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "caseload.db")
	newCaseload(t, db)
	for _, args := range [][]string{{"backup"}, {"import", pupils(t), "--yes"}} {
		if r := command(t, append(args, "--db", db)...); r.code != 0 {
			t.Fatal(r.err)
		}
	}
	return db
}

func TestRestoreListsTheBackupsAndWhatWouldBeLost(t *testing.T) {
	db := withBackup(t)
	r := command(t, "restore", "--db", db)
	if r.code != 0 || r.err != "" {
		t.Fatalf("code %d, said %q", r.code, r.err)
	}
	for _, part := range []string{"  1  ", "  2  ", "asked for", "before an import", "0 families", "would lose 1 entry", "keeps the present file"} {
		if !strings.Contains(strings.Join(strings.Fields(r.out), " "), strings.TrimSpace(part)) {
			t.Errorf("%q is not in the list:\n%s", part, r.out)
		}
	}
}

var goesBack = regexp.MustCompile(`restore "(.+)"`)

func TestRestoreGoesBackAndSaysTheWayForward(t *testing.T) {
	db := withBackup(t)
	r := command(t, "restore", "2", "--yes", "--db", db)
	if r.code != 0 || r.err != "" || !strings.Contains(r.out, "lies aside") {
		t.Fatalf("code %d, printed %q, said %q", r.code, r.out, r.err)
	}
	if out := command(t, "export", "--json", "--db", db).out; strings.Contains(out, "Okafor") {
		t.Errorf("it still holds what came later:\n%s", out)
	}
	aside := goesBack.FindStringSubmatch(r.out)
	if aside == nil {
		t.Fatalf("it does not say how to go back: %q", r.out)
	}
	if r := command(t, "restore", aside[1], "--yes", "--db", db); r.code != 0 {
		t.Fatal(r.err)
	}
	if out := command(t, "export", "--json", "--db", db).out; !strings.Contains(out, "Okafor") {
		t.Errorf("what was kept aside did not come back:\n%s", out)
	}
}

func TestRestoreRefusesInASentence(t *testing.T) {
	db := withBackup(t)
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("Dear Mrs Okafor"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		line string
		code int
		says string
	}{
		{"restore 1", 1, "--yes"}, // nobody is there to ask
		{"restore 99 --yes", 2, "from 1 to 2"},
		{"restore 0 --yes", 2, "from 1 to 2"},
		{"restore 1 2", 2, "kettle restore NUMBER"},
		{"restore --no-such-flag", 2, "--no-such-flag"},
		{"restore 1 --yes --read-only", 1, "--read-only"},
		{"restore none.db --yes", 1, "no backup at none.db"},
		{"restore " + letter + " --yes", 1, "no caseload"},
		{"restore " + db + " --yes", 1, "the caseload itself"},
		{"restore --db " + filepath.Join(filepath.Dir(db), "other.db"), 1, "no backups of"},
		{"restore 1 --yes --db " + filepath.Join(filepath.Dir(db), "other.db"), 1, "no backups of"},
	} {
		args := strings.Fields(c.line)
		if !strings.Contains(c.line, "--db") {
			args = append(args, "--db", db)
		}
		r := command(t, args...)
		if r.code != c.code || r.out != "" || !strings.Contains(r.err, c.says) {
			t.Errorf("kettle %s: code %d, printed %q, said %q; want code %d and %q", c.line, r.code, r.out, r.err, c.code, c.says)
		}
		oneSentence(t, c.line, r.err)
	}
	if out := command(t, "export", "--json", "--db", db).out; !strings.Contains(out, "Okafor") {
		t.Error("the caseload was changed")
	}
}
