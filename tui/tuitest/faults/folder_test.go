//go:build !windows

package faults_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/store"
	"kettle/tui/tuitest/console"
)

// fileFault is what may happen to the file, or its folder, while the caseload is open.
type fileFault struct {
	name   string
	strike func(f *openFile) error
	over   func(f *openFile) error // nil: it is never over for this window
	says   string
}

var fileFaults = []fileFault{
	{"the file is gone for a while", func(f *openFile) error { return os.Rename(f.db, f.db+".away") },
		func(f *openFile) error { return os.Rename(f.db+".away", f.db) }, "is gone from"},
	{"the file is deleted", func(f *openFile) error { return os.Remove(f.db) }, nil, "is gone from"},
	{"the folder is gone for a while", func(f *openFile) error { return os.Rename(f.folder, f.folder+".away") },
		func(f *openFile) error { return os.Rename(f.folder+".away", f.folder) }, "is gone from"},
	{"the folder is deleted", func(f *openFile) error { return os.RemoveAll(f.folder) }, nil, "is gone from"},
	{"another caseload lies in its place", func(f *openFile) error { return f.putInPlace(f.another) }, nil, "was replaced by another"},
	{"an older copy lies in its place", func(f *openFile) error { return f.putInPlace(f.older) }, nil, "was replaced by another"},
	{"an empty file lies in its place", func(f *openFile) error { return f.putInPlace(nil) }, nil, "was replaced by another"},
	{"another lies in its place for a while", func(f *openFile) error { return errors.Join(os.Rename(f.db, f.db+".away"), f.putInPlace(f.another)) },
		func(f *openFile) error { return os.Rename(f.db+".away", f.db) }, "was replaced by another"},
	{"the file is emptied", func(f *openFile) error { return os.Truncate(f.db, 0) }, nil, "was emptied"},
}

// openFile is a caseload that is open, and what lies ready to be put in its place.
type openFile struct {
	folder, db     string
	older, another []byte
}

func (f *openFile) putInPlace(data []byte) error {
	return errors.Join(os.WriteFile(f.db+".new", data, 0o600), os.Rename(f.db+".new", f.db))
}

func newOpenFile(t *testing.T) (*openFile, *store.Store) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "caseload")
	f := &openFile{folder: folder, db: filepath.Join(folder, "caseload.db")}
	other := filepath.Join(t.TempDir(), "other.db")
	o := openedAt(t, other)
	keepFamily(t, o, "Nowak")
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	s := openedAt(t, f.db)
	t.Cleanup(func() { _ = s.Close() })
	keepFamily(t, s, "Okafor")
	if err := s.MarkAsked(context.Background()); err != nil {
		t.Fatal(err)
	}
	var err, err2 error
	f.another, err = os.ReadFile(other)
	f.older, err2 = os.ReadFile(f.db)
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	keepFamily(t, s, "Haddad")
	return f, s
}

func keepFamily(t *testing.T, s *store.Store, name string) {
	t.Helper()
	if _, err := s.SaveFamily(context.Background(), model.Family{Name: name}); err != nil {
		t.Fatal(err)
	}
}

// practice: what is kept is never answered as kept when it went into a file that nobody will open again.
func TestAFileThatGoesAwayWhileItIsOpenTakesNothingWithIt(t *testing.T) {
	var tally faultTally
	for _, fault := range fileFaults {
		t.Run(fault.name, func(t *testing.T) {
			f, s := newOpenFile(t)
			tally.tries++
			if err := fault.strike(f); err != nil {
				t.Fatal(err)
			}
			at, _ := os.ReadFile(f.db)
			_, err := s.SaveFamily(context.Background(), model.Family{Name: "Zzyzx"})
			_, seen := s.DataVersion(context.Background())
			for _, err := range []error{err, seen, s.KeepDraft(context.Background(), "family", 0, map[string]string{"Name": "Zzyzx"})} {
				tally.mustBeSaid(t, err, fault.says)
			}
			if now, _ := os.ReadFile(f.db); string(now) != string(at) {
				tally.lost++
				t.Error("the file in its place was written to")
			}
			if left, _ := filepath.Glob(f.db + "-*"); len(left) > 0 {
				t.Errorf("beside it lie %v", left)
			}
			if fault.over == nil {
				return
			}
			if err := fault.over(f); err != nil {
				t.Fatal(err)
			}
			keepFamily(t, s, "Zzyzx")
			if counts, err := countsIn(t, f.db); err != nil || !strings.HasPrefix(counts, "step 3 change_log 3 family 3 ") {
				tally.lost++
				t.Errorf("there are %s, %v", counts, err)
			}
		})
	}
	tally.failed = tally.tries
	tally.print(t)
}

func (f *faultTally) mustBeSaid(t *testing.T, err error, says string) {
	t.Helper()
	var p store.Problem
	if !errors.As(err, &p) || !strings.Contains(p.Sentence, says) || unkindWords.MatchString(p.Sentence) {
		f.wrong++
		t.Errorf("it answered %v, want a sentence with %q", err, says)
	}
}

// A person who types when the file is replaced is told within seconds, and again on keeping; the words
// stay on the screen, and are kept when the file is back.
func TestAPersonIsToldThatTheFileWasReplaced(t *testing.T) {
	program := console.Program(t)
	f, s := newOpenFile(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	c := console.Start(t, program, f.db, console.Options{Cols: 160, Rows: 40})
	c.See("Today").Keys("2").See("Haddad").Keys("n").See("Add a family").Keys("Zzyzx").See("Zzyzx")
	fault := fileFaults[7]
	if err := fault.strike(f); err != nil {
		t.Fatal(err)
	}
	c.See("was replaced by")
	dismiss(t, c, "was replaced by")
	c.Keys("\x13").See("was replaced by").See("Zzyzx")
	if now, _ := os.ReadFile(f.db); string(now) != string(f.another) {
		t.Error("the file in its place was written to")
	}
	if err := fault.over(f); err != nil {
		t.Fatal(err)
	}
	dismiss(t, c, "was replaced by")
	c.Keys("\x13").See("u undo: added")
	mustHold(t, f.db, 3)
}

// withoutRights runs the program so that the rights of files hold for it even when the tests run as
// the user who may do everything.
func withoutRights() []string {
	if os.Geteuid() != 0 {
		return nil
	}
	return []string{"setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"}
}

func TestInAFolderThatMayNotBeWrittenToWhatIsTypedStaysUntilItMay(t *testing.T) {
	program := console.Program(t)
	f, s := newOpenFile(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	c := console.Start(t, program, f.db, console.Options{Cols: 160, Rows: 40, Before: withoutRights()})
	c.See("Today").Keys("2").See("Haddad").Keys("n").See("Add a family").Keys("Zzyzx").See("Zzyzx")
	if err := os.Chmod(f.folder, 0o500); err != nil {
		t.Fatal(err)
	}
	c.Keys("\x13").See("may not be written to").See("Zzyzx").See("Add a family")
	mustHold(t, f.db, 2)
	if err := os.Chmod(f.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	c.Keys("\x13").See("u undo: added")
	mustHold(t, f.db, 3)
	if code := c.Keys("\x03").Ended(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
}

func TestAFolderOrFileThatMayNotBeWrittenToCanStillBeLookedAt(t *testing.T) {
	program := console.Program(t)
	for name, rights := range map[string]struct{ folder, file os.FileMode }{"folder": {0o500, 0o600}, "file": {0o700, 0o400}} {
		t.Run(name, func(t *testing.T) {
			f, s := newOpenFile(t)
			err := s.KeepDraft(context.Background(), "family", 0, map[string]string{"Name": "Zzyzx"}) // to be taken over
			if err := errors.Join(err, s.Close(), os.Chmod(f.db, rights.file), os.Chmod(f.folder, rights.folder)); err != nil {
				t.Fatal(err)
			}
			c := console.Start(t, program, f.db, console.Options{Cols: 160, Rows: 40, Before: withoutRights()})
			c.See("Today").Keys("2").See("Haddad").Keys("\x03")
			if code := c.Ended(); code != 0 {
				t.Errorf("it ended with %d", code)
			}
			if err := errors.Join(os.Chmod(f.folder, 0o700), os.Chmod(f.db, 0o600)); err != nil {
				t.Fatal(err)
			}
			mustHold(t, f.db, 2)
		})
	}
}

// mustHold fails the test unless a caseload is whole and holds so many families, each with its step.
func mustHold(t *testing.T, db string, n int) {
	t.Helper()
	if counts, err := countsIn(t, db); err != nil || !strings.HasPrefix(counts, fmt.Sprintf("step %d change_log %d family %d ", n, n, n)) {
		t.Errorf("there are %s, %v; want %d families", counts, err, n)
	}
}

// dismiss reads away the sentences that hold a text; another may come meanwhile.
func dismiss(t *testing.T, c *console.Console, text string) {
	t.Helper()
	shown := func() int { return strings.Count(c.Text(), text) }
	for tries := 0; shown() > 0; tries++ {
		if tries == 10 {
			t.Fatalf("the sentence does not go away:\n%s", c.Text())
		}
		n, deadline := shown(), time.Now().Add(10*time.Second)
		c.Keys("\x1b")
		for shown() >= n && time.Now().Before(deadline) {
			c.Sees("\x00", 5*time.Millisecond)
		}
	}
}
