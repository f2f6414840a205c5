package tuitest_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kettle/model/view"
	"kettle/store"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// caseloadBytes is a sound caseload, as it lies on the disk.
func caseloadBytes(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "caseload.db")
	s, err := store.Open(context.Background(), store.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// marked is a copy of a database with another number at one place of its header (SQLite file format,
// section 1.3).
func marked(data []byte, at int, number uint32) []byte {
	data = bytes.Clone(data)
	binary.BigEndian.PutUint32(data[at:], number)
	return data
}

const (
	versionAt     = 60
	applicationAt = 68
)

// badFiles are files that somebody might name as a caseload.
func badFiles(t *testing.T) map[string][]byte {
	sound := caseloadBytes(t)
	return map[string][]byte{
		"another program's database": marked(sound, applicationAt, 0x12345678),
		"a database without a mark":  marked(sound, applicationAt, 0),
		"a text":                     []byte("Dear Mrs Okafor,\nthank you for coming.\n"),
		"a PDF":                      []byte("%PDF-1.7\n" + strings.Repeat("1 0 obj\n", 200)),
		"zeros":                      make([]byte, 4096),
		"a newer caseload":           marked(sound, versionAt, 999),
		"a caseload cut short":       sound[:5000],
		"half a header":              sound[:50],
	}
}

var says = map[string]string{"a newer caseload": "newer Kettle", "a caseload cut short": "damaged"}

func TestWhatIsNoCaseloadIsRefusedInASentenceAndStaysAsItIs(t *testing.T) {
	for name, data := range badFiles(t) {
		t.Run(name, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "caseload.db")
			if err := os.WriteFile(db, data, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, line := range []string{"export --json", "today", "backup", "import --yes x.csv", "export --json --read-only"} {
				r := command(t, append(strings.Fields(line), "--db", db)...)
				if r.code != 1 || r.out != "" || !strings.Contains(r.err, says[name]) || !strings.Contains(r.err, db) {
					t.Errorf("kettle %s: code %d, printed %q, said %q", line, r.code, r.out, r.err)
				}
				oneSentence(t, line, r.err)
				unchanged(t, db, data)
			}
		})
	}
}

// unchanged fails the test unless the file holds these bytes and lies alone in its folder.
func unchanged(t *testing.T, path string, want []byte) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || sha256.Sum256(got) != sha256.Sum256(want) {
		t.Errorf("%s was changed (%v)", path, err)
	}
	beside, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(beside) != 1 {
		t.Errorf("there are files beside it: %v, %v", beside, err)
	}
}

func TestAFolderIsNoCaseload(t *testing.T) {
	folder := t.TempDir()
	r := command(t, "export", "--json", "--db", folder)
	if r.code != 1 || r.out != "" || !strings.Contains(r.err, "is a folder") {
		t.Errorf("code %d, printed %q, said %q", r.code, r.out, r.err)
	}
	oneSentence(t, "a folder", r.err)
}

// needsRights skips where everybody may read everything, as root may.
func needsRights(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("this user may read and write everything")
	}
}

func TestWithoutTheRightsItSaysWhichAreMissing(t *testing.T) {
	needsRights(t)
	for name, rights := range map[string]struct{ file, folder fs.FileMode }{
		"unreadable file":  {0o000, 0o700},
		"read-only file":   {0o400, 0o700},
		"read-only folder": {0o600, 0o500},
	} {
		folder := t.TempDir()
		db, data := filepath.Join(folder, "caseload.db"), caseloadBytes(t)
		if err := os.WriteFile(db, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(db, rights.file); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(folder, rights.folder); err != nil {
			t.Fatal(err)
		}
		r := command(t, "import", pupils(t), "--yes", "--db", db)
		_ = os.Chmod(folder, 0o700)
		_ = os.Chmod(db, 0o600)
		if r.code != 1 {
			t.Errorf("%s: code %d, printed %q, said %q", name, r.code, r.out, r.err)
		}
		oneSentence(t, name, r.err)
	}
}

// An empty file may be a caseload that was cut off at its very beginning, or what a synchronised
// folder left of one. Where backups lie beside it, it was one.
func TestAnEmptyFileBesideBackupsIsRefused(t *testing.T) {
	folder := t.TempDir()
	db := filepath.Join(folder, "caseload.db")
	newCaseload(t, db)
	if r := command(t, "backup", "--db", db); r.code != 0 {
		t.Fatal(r.err)
	}
	if err := os.Truncate(db, 0); err != nil {
		t.Fatal(err)
	}
	r := command(t, "export", "--json", "--db", db)
	if r.code != 1 || r.out != "" || !strings.Contains(r.err, "is empty") || !strings.Contains(r.err, "backups") {
		t.Errorf("code %d, printed %q, said %q", r.code, r.out, r.err)
	}
	oneSentence(t, "an empty file", r.err)
	if info, err := os.Stat(db); err != nil || info.Size() != 0 {
		t.Error("the empty file was written to")
	}
}

// looking is a person who looks at a caseload with one family without touching it.
func looking(t *testing.T) (*tuitest.Driver, string) {
	t.Helper()
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	if err := c.Store.MarkAsked(context.Background()); err != nil {
		t.Fatal(err)
	}
	return c.Open(tuitest.Options{ReadOnly: true, Start: screen.Route{Kind: screen.Families}}), c.Path
}

func TestLookingWithoutTouchingShowsEverySection(t *testing.T) {
	d, path := looking(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d.See("Okafor", "Chidi").Press("enter").See("Families › Okafor")
	for key, sees := range map[string]string{"1": "Tue 24 Nov", "2": "Okafor", "3": "Meetings", "4": "Follow-ups", "7": "Lindenfield"} {
		d.Press(key).See(sees)
	}
	d.Wait(5 * time.Second).Press("2").NotSee("!")
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Error("looking changed the file")
	}
}

func TestAWriteWhileOnlyLookingIsRefusedAndWhatWasTypedStays(t *testing.T) {
	d, _ := looking(t)
	d.Press("n").Type("Haddad").Press("ctrl+s")
	d.See("may not be written to", "Haddad", "Add a family")
	list, err := d.Store.FamilyCount(context.Background(), "", view.ByName)
	if err != nil || list.All != 1 {
		t.Errorf("%d families, %v", list.All, err)
	}
	d.Press("esc").NotSee("may not be written to").See("Haddad")
}

func TestQuittingWhileOnlyLookingDoesNotHang(t *testing.T) {
	d, _ := looking(t)
	d.Press("n").Type("Haddad").Press("ctrl+c")
	if !d.Ended {
		d.Press("ctrl+c")
	}
	if !d.Ended {
		t.Errorf("the program does not end:\n%s", d.Screen())
	}
}
