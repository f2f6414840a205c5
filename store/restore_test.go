package store

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
)

// closedCaseload is a caseload with the Okafors, a backup of that, and the Petrovs who came after it.
func closedCaseload(t *testing.T) (o Options, backup string) {
	t.Helper()
	o = Options{Path: filepath.Join(t.TempDir(), "caseload.db"), Now: testClock, Machine: testClock}
	s, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	unsynced(t, s)
	addOkafors(t, s)
	backup = backUp(t, s, "daily")
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Petrov"}))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return o, backup
}

// familiesAt opens a caseload and gives the names of its families.
func familiesAt(t *testing.T, path string) (names []string) {
	t.Helper()
	s, err := Open(ctx, Options{Path: path})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer s.Close()
	rows, err := s.readers.Query("SELECT name FROM family ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestGoingBackKeepsThePresentFileAsideAndCanBeTakenBack(t *testing.T) {
	o, backup := closedCaseload(t)
	before := readFile(t, o.Path)
	done, err := Restore(ctx, o, backup)
	if err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join(filepath.Dir(o.Path), "caseload-kept-aside-20261124-143000.db"); done.Aside != want || done.Backup.Families != 1 {
		t.Errorf("answered %+v, want aside %s", done, want)
	}
	if !bytes.Equal(readFile(t, done.Aside), before) {
		t.Error("the file kept aside is not what it was")
	}
	if info, _ := os.Stat(o.Path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("it has the rights %v", info.Mode())
	}
	if got := familiesAt(t, o.Path); !slices.Equal(got, []string{"Okafor"}) {
		t.Errorf("it holds %v", got)
	}
	must(t)(openAt(t, filepath.Clean(o.Path)).SaveFamily(ctx, model.Family{Name: "Lane"}))
}

func TestTheFileKeptAsideIsABackupToGoBackTo(t *testing.T) {
	o, backup := closedCaseload(t)
	done, err := Restore(ctx, o, backup)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(ctx, o, done.Aside); err != nil {
		t.Fatal(err)
	}
	if got := familiesAt(t, o.Path); !slices.Equal(got, []string{"Okafor", "Petrov"}) {
		t.Errorf("it holds %v", got)
	}
	if left := filesBelow(t, filepath.Dir(o.Path)); len(left) != 4 {
		t.Errorf("there lie %v, want the caseload, two kept aside and the backup", left)
	}
}

func TestGoingBackWorksWhateverHasBecomeOfTheCaseload(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"gone":               os.Remove,
		"its folder is gone": func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
		"empty":              func(path string) error { return os.Truncate(path, 0) },
		"cut short":          func(path string) error { return os.Truncate(path, 9000) },
		"another file":       func(path string) error { return os.WriteFile(path, []byte("Dear Mrs Okafor"), 0o600) },
		"wiped in the middle": func(path string) error {
			f, err := os.OpenFile(path, os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = f.WriteAt(make([]byte, 40960), 8192)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			o, backup := closedCaseload(t)
			elsewhere := filepath.Join(t.TempDir(), "stick.db")
			if err := os.WriteFile(elsewhere, readFile(t, backup), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := spoil(o.Path); err != nil {
				t.Fatal(err)
			}
			spoilt, missing := os.ReadFile(o.Path)
			done, err := Restore(ctx, o, elsewhere)
			if err != nil {
				t.Fatal(err)
			}
			if got := familiesAt(t, o.Path); !slices.Equal(got, []string{"Okafor"}) {
				t.Errorf("it holds %v", got)
			}
			if missing != nil {
				if done.Aside != "" {
					t.Errorf("nothing was there, yet %s is kept aside", done.Aside)
				}
				return
			}
			if !bytes.Equal(readFile(t, done.Aside), spoilt) {
				t.Error("the file kept aside is not what it was")
			}
		})
	}
}

// hotCaseload leaves a caseload as a kill in the middle of a commit does: half-written, with the journal
// that belongs to it.
func hotCaseload(t *testing.T, path string) {
	t.Helper()
	s, err := Open(ctx, Options{Path: path, Now: testClock})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	for _, text := range []string{"PRAGMA cache_spill = 1", "PRAGMA cache_size = 2", "UPDATE family SET name = 'Nobody'",
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) INSERT INTO step (title, window, at, kind) SELECT hex(randomblob(300)), i, i, 'do' FROM n"} {
		if _, err := tx.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	for _, end := range []string{"", "-journal"} { // as they are now
		if err := os.WriteFile(path+end+".hot", readFile(t, path+end), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tx.Rollback()
	s.Close()
	for _, end := range []string{"", "-journal"} {
		if err := os.Rename(path+end+".hot", path+end); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAJournalGoesAsideWithItsFileAndIsNotPlayedIntoTheBackup(t *testing.T) {
	o, backup := closedCaseload(t)
	hotCaseload(t, o.Path)
	file, journal := readFile(t, o.Path), readFile(t, o.Path+"-journal")
	done, err := Restore(ctx, o, backup)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(o.Path + "-journal"); !os.IsNotExist(err) {
		t.Fatal("the old file's journal lies beside the restored one")
	}
	if !bytes.Equal(readFile(t, done.Aside), file) || !bytes.Equal(readFile(t, done.Aside+"-journal"), journal) {
		t.Error("what is kept aside is not what was there")
	}
	if !bytes.Equal(readFile(t, o.Path), readFile(t, backup)) {
		t.Error("the restored file is not the backup")
	}
	if got := familiesAt(t, o.Path); !slices.Equal(got, []string{"Okafor"}) {
		t.Errorf("it holds %v", got)
	}
	if _, err := Restore(ctx, o, done.Aside); err != nil {
		t.Fatal(err)
	}
	if got := familiesAt(t, o.Path); !slices.Equal(got, []string{"Okafor", "Petrov"}) {
		t.Errorf("gone back to the one aside, it holds %v", got)
	}
}

func TestWhatCannotBeGoneBackToIsRefusedAndNothingIsChanged(t *testing.T) {
	o, backup := closedCaseload(t)
	whole, before := readFile(t, backup), readFile(t, o.Path)
	newer, foreign := bytes.Clone(whole), bytes.Clone(whole)
	binary.BigEndian.PutUint32(newer[60:], 999)
	binary.BigEndian.PutUint32(foreign[68:], 7)
	wiped := append(append(bytes.Clone(whole[:8192]), make([]byte, 40960)...), whole[8192+40960:]...)
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"newer":        {newer, "newer Kettle"},
		"another's":    {foreign, "no caseload"},
		"cut short":    {whole[:len(whole)/2], "damaged"},
		"wiped":        {wiped, "damaged"},
		"empty":        {nil, "no caseload"},
		"a letter":     {[]byte("Dear Mrs Okafor"), "no caseload"},
		"its own name": {whole, "is the caseload itself"},
	} {
		from := filepath.Join(t.TempDir(), "backup.db")
		if name == "its own name" {
			from = o.Path
		} else if err := os.WriteFile(from, c.file, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(ctx, o, from); !isProblem(err, c.says) || !strings.Contains(err.Error(), filepath.Base(from)) {
			t.Errorf("%s: it answered %v, want a sentence with %q", name, err, c.says)
		}
	}
	for from, says := range map[string]string{filepath.Join(t.TempDir(), "none.db"): "no backup at", t.TempDir(): "no backup at"} {
		if _, err := Restore(ctx, o, from); !isProblem(err, says) {
			t.Errorf("%s: it answered %v", from, err)
		}
	}
	looking := o
	looking.ReadOnly = true
	if _, err := Restore(ctx, looking, backup); !isProblem(err, "--read-only") {
		t.Errorf("it answered %v", err)
	}
	if !bytes.Equal(readFile(t, o.Path), before) || len(filesBelow(t, filepath.Dir(o.Path))) != 2 {
		t.Errorf("something was changed: %v", filesBelow(t, filepath.Dir(o.Path)))
	}
}

func TestGoingBackIsRefusedWhileAWindowHasTheCaseloadOpen(t *testing.T) {
	o, backup := closedCaseload(t)
	s := openAt(t, o.Path)
	if _, err := Restore(ctx, o, backup); !isProblem(err, "close it") {
		t.Errorf("it answered %v", err)
	}
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Lane"}))
	if got := len(filesBelow(t, filepath.Dir(o.Path))); got != 2 {
		t.Errorf("%d files lie there, want the caseload and its backup", got)
	}
}

// Another program, such as one that looks into databases, has no hold on the folder.
func TestGoingBackIsRefusedWhileAnotherProgramWrites(t *testing.T) {
	o, backup := closedCaseload(t)
	db, err := connect(o.Path, 1, "rw")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := Restore(ctx, o, backup); !isProblem(err, "close it") {
		t.Errorf("it answered %v", err)
	}
}

func TestACaseloadIsNotOpenedWhileItIsReplaced(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows renames no open file")
	}
	o, _ := closedCaseload(t)
	alone, err := holdFolder(filepath.Dir(o.Path), true)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, o, "just being replaced")
	if err := alone.release(); err != nil {
		t.Fatal(err)
	}
	openAt(t, o.Path)
}

// A power cut between the two renames leaves no file: what was there must not be forgotten for a new
// empty caseload.
func TestACaseloadThatIsGoneIsNotBegunAnewWhereThereAreBackups(t *testing.T) {
	o, _ := closedCaseload(t)
	if err := os.Remove(o.Path); err != nil {
		t.Fatal(err)
	}
	refused(t, o, "kettle restore")
	if _, err := os.Stat(o.Path); err == nil {
		t.Error("a new one was begun")
	}
}

func TestAFailedReplacementIsUndone(t *testing.T) {
	o, _ := closedCaseload(t)
	hotCaseload(t, o.Path)
	file, journal := readFile(t, o.Path), readFile(t, o.Path+"-journal")
	if _, err := exchange(filepath.Join(filepath.Dir(o.Path), "never made"), o.Path, testNow); err == nil {
		t.Fatal("it worked without the new file")
	}
	if !bytes.Equal(readFile(t, o.Path), file) || !bytes.Equal(readFile(t, o.Path+"-journal"), journal) {
		t.Error("the caseload is not what it was")
	}
	if left := filesBelow(t, filepath.Dir(o.Path)); len(left) != 3 {
		t.Errorf("there lie %v", left)
	}
}

func TestAnOlderBackupIsBroughtUpToDateAtTheNextOpening(t *testing.T) {
	o, backup := closedCaseload(t)
	db, err := connect(backup, 1, "rw")
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("PRAGMA user_version = 0")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(ctx, o, backup); err != nil {
		t.Errorf("an older backup was refused: %v", err)
	}
}

func TestTheListSaysWhatWouldBeLost(t *testing.T) {
	now := testNow
	s := openAt(t, filepath.Join(t.TempDir(), "caseload.db"), func(o *Options) {
		o.Machine = func() time.Time { return now }
		o.Now = o.Machine
	})
	o := addOkafors(t, s)
	backUp(t, s, "daily")
	now = now.Add(24 * time.Hour)
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Petrov"}))
	must(t)(s.RemoveFamily(ctx, o.family))
	all, err := ListBackups(ctx, s.o)
	if err != nil || len(all) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	if b := all[0]; b.Lost != 2 || b.LostLast != "2026-11-25T14:30" || b.LastEntry != "2026-11-24T14:30" || b.LastTitle == "" || b.Unknown {
		t.Errorf("%+v", b)
	}
}

// After going back the numbers of steps are given again.
func TestWhatWouldBeLostIsRightAfterGoingBack(t *testing.T) {
	o, old := closedCaseload(t)
	s := openAt(t, o.Path, func(opt *Options) { opt.Machine = func() time.Time { return testNow.Add(time.Hour) } })
	backUp(t, s, "changing") // with the Petrovs
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(ctx, o, old); err != nil {
		t.Fatal(err)
	}
	s = openAt(t, o.Path)
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Lane"}))
	all, err := ListBackups(ctx, o)
	if err != nil || len(all) != 2 || all[0].Lost != 1 || all[1].Lost != 1 {
		t.Errorf("%+v, %v; both lack the Lanes and nothing else", all, err)
	}
}

func TestTheListKnowsTheSecondPlaceWhateverHasBecomeOfTheCaseload(t *testing.T) {
	now := testNow
	s, stick := withStick(t, &now)
	plugIn(t, stick)
	first := backUp(t, s, "import")
	now = now.Add(time.Hour)
	backUp(t, s, "changing")
	if _, err := s.CopyBackups(ctx); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(first, 9000); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, spoil := range []func() error{func() error { return nil }, func() error { return os.Truncate(s.o.Path, 9000) }, func() error { return os.Remove(s.o.Path) }} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		all, err := ListBackups(ctx, s.o)
		if err != nil || len(all) != 3 {
			t.Fatalf("%+v, %v", all, err)
		}
		second := slices.IndexFunc(all, func(b view.Backup) bool { return b.Second })
		damaged := slices.IndexFunc(all, func(b view.Backup) bool { return b.Fault != "" })
		if second < 1 || damaged < 1 || all[second].Fault != "" || all[damaged].Second {
			t.Errorf("%+v; want the newest once, then the damaged one and its copy", all)
		}
	}
}
