package store

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"kettle/model"
)

// withStick opens a caseload with a family in it whose second place is a folder on a stick.
func withStick(t *testing.T, now *time.Time) (s *Store, stick string) {
	t.Helper()
	stick = filepath.Join(t.TempDir(), "STICK")
	s = openAt(t, filepath.Join(t.TempDir(), "caseload.db"), func(o *Options) { o.Machine = func() time.Time { return *now } })
	addOkafors(t, s)
	must(t)(s.SaveSetting(ctx, model.SecondBackupPlace, stick))
	return s, stick
}

func plugIn(t *testing.T, stick string) {
	t.Helper()
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
}

// filesBelow are all files below a folder, by their names alone.
func filesBelow(t *testing.T, folder string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, d.Name())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

func backUp(t *testing.T, s *Store, why string) string {
	t.Helper()
	path, err := s.Backup(ctx, why)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBackupsAreCopiedToTheSecondPlaceOnceItIsThere(t *testing.T) {
	now := testNow
	s, stick := withStick(t, &now)
	backUp(t, s, "import")
	now = now.Add(time.Hour)
	backUp(t, s, "changing")
	if place, err := s.CopyBackups(ctx); err != nil || !place.Absent || place.Known {
		t.Fatalf("without the stick: %+v, %v", place, err)
	}
	if _, err := os.Stat(stick); err == nil {
		t.Fatal("the folder of an absent stick was made")
	}
	plugIn(t, stick)
	for range 2 {
		if place, err := s.CopyBackups(ctx); err != nil || place.Absent || place.Folder != stick {
			t.Fatalf("with the stick: %+v, %v", place, err)
		}
		if got, want := filesBelow(t, stick), filesBelow(t, s.backupFolder()); len(want) != 2 || !slices.Equal(got, want) {
			t.Errorf("the stick holds %v, want %v", got, want)
		}
	}
	copies, _ := filepath.Glob(filepath.Join(stick, "kettle-backups", "*", "*-changing.db"))
	if len(copies) != 1 {
		t.Fatal(copies)
	}
	if families, err := openAt(t, copies[0]).Family(ctx, 1); err != nil || families.Name != "Okafor" {
		t.Errorf("the copy holds %+v, %v", families, err)
	}
}

func TestThatTheSecondPlaceIsAwayIsNewsOnlyAfterItWasThere(t *testing.T) {
	now := testNow
	s, stick := withStick(t, &now)
	for i, c := range []struct{ plugged, absent, known bool }{
		{false, true, false}, {false, true, true}, {true, false, false}, {false, true, false}, {false, true, true},
	} {
		if _, err := os.Stat(stick); c.plugged != (err == nil) {
			if c.plugged {
				plugIn(t, stick)
			} else if err := os.RemoveAll(stick); err != nil {
				t.Fatal(err)
			}
		}
		place, err := s.CopyBackups(ctx)
		if err != nil || place.Absent != c.absent || c.absent && place.Known != c.known || (place.Notice() != "") != c.absent {
			t.Errorf("look %d: %+v, %v; want %+v", i, place, err, c)
		}
	}
	if s.UndoState().Back != "changed a setting" {
		t.Errorf("looking for the stick is a step: %+v", s.UndoState())
	}
}

func TestTheSecondPlaceIsThinnedLikeTheFirstAndNothingElseIsTouched(t *testing.T) {
	now := testNow
	s, stick := withStick(t, &now)
	plugIn(t, stick)
	first := backUp(t, s, "changing")
	now = now.Add(time.Minute)
	backUp(t, s, "changing")
	if _, err := s.CopyBackups(ctx); err != nil {
		t.Fatal(err)
	}
	own := filepath.Dir(glob(t, filepath.Join(stick, "kettle-backups", "*", filepath.Base(first))))
	others := filepath.Join(stick, "kettle-backups", "another")
	if err := os.Mkdir(others, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(stick, "holiday.jpg"), filepath.Join(own, "letter.txt"), filepath.Join(others, filepath.Base(first))} {
		if err := os.WriteFile(path, []byte("another's"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	now = now.AddDate(0, 0, 1)
	backUp(t, s, "changing")
	if _, err := s.CopyBackups(ctx); err != nil {
		t.Fatal(err)
	}
	for path, there := range map[string]bool{
		filepath.Join(stick, "holiday.jpg"): true, filepath.Join(own, "letter.txt"): true,
		filepath.Join(others, filepath.Base(first)): true, filepath.Join(own, filepath.Base(first)): false,
	} {
		if _, err := os.Stat(path); (err == nil) != there {
			t.Errorf("%s is there: %v, want %v", path, err == nil, there)
		}
	}
	var kept []string
	for _, e := range filesBelow(t, own) {
		if e != "letter.txt" {
			kept = append(kept, e)
		}
	}
	if want := filesBelow(t, s.backupFolder()); !slices.Equal(kept, want) {
		t.Errorf("the stick keeps %v, the caseload %v", kept, want)
	}
}

func glob(t *testing.T, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: %v, %v", pattern, found, err)
	}
	return found[0]
}

func TestADamagedBackupIsNotCopiedAndDoesNotHoldUpTheOthers(t *testing.T) {
	now := testNow
	s, stick := withStick(t, &now)
	plugIn(t, stick)
	bad := backUp(t, s, "import")
	now = now.Add(time.Minute)
	good := backUp(t, s, "changing")
	if err := os.Truncate(bad, 20000); err != nil {
		t.Fatal(err)
	}
	if _, err := s.CopyBackups(ctx); err != nil {
		t.Fatal(err)
	}
	if got := filesBelow(t, stick); !slices.Equal(got, []string{filepath.Base(good)}) {
		t.Errorf("the stick holds %v", got)
	}
}

func TestASecondPlaceThatMayNotBeWrittenToIsNamedInASentence(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("rights do not bind this user")
	}
	now := testNow
	s, stick := withStick(t, &now)
	if err := os.Mkdir(stick, 0o500); err != nil {
		t.Fatal(err)
	}
	backUp(t, s, "import")
	if _, err := s.CopyBackups(ctx); !isProblem(err, stick+" may not be written to") {
		t.Errorf("it answered %v", err)
	}
}

// A stick that is pulled out after it was looked for is not made anew as a folder of the computer's own disk.
func TestASecondPlaceThatGoesMeanwhileIsNotMade(t *testing.T) {
	now := testNow
	s, stick := withStick(t, &now)
	backUp(t, s, "import")
	if err := s.copyInto(ctx, stick); err == nil {
		t.Error("backups were copied to a stick that is away")
	}
	if _, err := os.Stat(stick); !os.IsNotExist(err) {
		t.Errorf("it was made: %v", err)
	}
}

func TestTheFolderThatAPersonMeans(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	cases := map[string]string{"~": home, "/media/stick": "/media/stick"}
	if runtime.GOOS == "windows" {
		cases = map[string]string{"~": home, `~\backups`: filepath.Join(home, "backups"), "E:": `E:\`, `E:\`: `E:\`,
			`\\school\share`: `\\school\share`, `C:\a b`: `C:\a b`}
	} else {
		cases["~/stick"] = filepath.Join(home, "stick")
		cases[`/media/MY\ STICK`] = "/media/MY STICK"
		cases["file:///media/MY%20STICK"] = "/media/MY STICK"
	}
	for typed, want := range cases {
		if got := folderNamed(typed); got != want {
			t.Errorf("%s is %s, want %s", typed, got, want)
		}
	}
}

func TestTwoCaseloadsOfOneNameShareAStickWithoutTouchingEachOther(t *testing.T) {
	now := testNow
	s, stick := withStick(t, &now)
	other, _ := withStick(t, &now)
	must(t)(other.SaveSetting(ctx, model.SecondBackupPlace, stick))
	plugIn(t, stick)
	for _, window := range []*Store{s, other} {
		backUp(t, window, "daily")
		if _, err := window.CopyBackups(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if got := filesBelow(t, stick); len(got) != 2 || got[0] != got[1] || !strings.HasPrefix(got[0], "caseload-") {
		t.Errorf("the stick holds %v, want one of each", got)
	}
}
