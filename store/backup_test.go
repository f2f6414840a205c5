package store

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kettle/model"
)

func TestABackupHoldsWhatTheCaseloadHolds(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	path, err := s.Backup(ctx, "import")
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the backup has the rights %v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) != 1 {
		t.Errorf("beside the backup lie %v", left)
	}
	must(t)(s.RemoveFamily(ctx, o.family))
	copied := openAt(t, path)
	if f, err := copied.Family(ctx, o.family); err != nil || f.Removed {
		t.Errorf("the backup holds %+v, %v", f, err)
	}
}

func TestBackupsAreListedNewestFirstWithWhatIsInThem(t *testing.T) {
	now := testNow
	s := openAt(t, filepath.Join(t.TempDir(), "my caseload.kettle"), func(o *Options) { o.Machine = func() time.Time { return now } })
	for _, name := range []string{"Okafor", "Petrov"} {
		must(t)(s.SaveFamily(ctx, model.Family{Name: name}))
		if _, err := s.Backup(ctx, "changing"); err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Hour)
	}
	for name, text := range map[string]string{"my caseload-20261124-120000-daily.kettle": "damaged", "holiday.jpg": "another's", "other-20261124-120000-daily.kettle": "another's"} {
		if err := os.WriteFile(filepath.Join(s.backupFolder(), name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := ListBackups(ctx, s.o)
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v, %v", all, err)
	}
	for i, want := range []struct {
		at       time.Time
		families int
		fault    string
	}{{testNow.Add(time.Hour), 2, ""}, {testNow, 1, ""}, {testNow.Add(-150 * time.Minute), 0, "no caseload"}} {
		got := all[i]
		if !got.At.Equal(want.at) || got.Families != want.families || !strings.Contains(got.Fault, want.fault) || (got.Fault == "") != (want.fault == "") {
			t.Errorf("backup %d is %+v, want %+v", i, got, want)
		}
	}
}

func TestABackupIsMadeOnceADayAndEveryHalfHourWhileSomethingIsKept(t *testing.T) {
	now := testNow
	s := openAt(t, filepath.Join(t.TempDir(), "caseload.kettle"), func(o *Options) { o.Machine = func() time.Time { return now } })
	for i, c := range []struct {
		after time.Duration
		kept  bool
		why   string // of the backup that is made, "" none
	}{
		{0, false, ""}, // nothing was ever kept
		{0, true, "daily"},
		{29 * time.Minute, true, ""},
		{time.Minute, false, "changing"}, // what was kept a minute ago
		{31 * time.Minute, false, ""},
		{22 * time.Hour, false, ""},
		{0, true, "changing"},
		{24 * time.Hour, false, "daily"},
		{23 * time.Hour, false, ""},
		{time.Hour, true, "daily"},
		{-40 * 24 * time.Hour, true, "daily"}, // the clock was wrong before
		{time.Minute, true, ""},
	} {
		now = now.Add(c.after)
		if c.kept {
			must(t)(s.SaveFamily(ctx, model.Family{Name: fmt.Sprint("Family ", i)}))
		}
		path, err := s.BackupIfDue(ctx)
		if err != nil || (path != "") != (c.why != "") || !strings.Contains(path, c.why) {
			t.Errorf("case %d, after %v more: %q, %v; want %q", i, c.after, path, err, c.why)
		}
	}
}

func TestABackupThatIsDamagedDoesNotCountAsTheLast(t *testing.T) {
	now := testNow
	s := openAt(t, filepath.Join(t.TempDir(), "caseload.kettle"), func(o *Options) { o.Machine = func() time.Time { return now } })
	addOkafors(t, s)
	path, err := s.BackupIfDue(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Hour)
	if path, err := s.BackupIfDue(ctx); err != nil || path == "" {
		t.Errorf("no new backup was made: %q, %v", path, err)
	}
}

func TestACaseloadThatIsOnlyLookedAtMakesNoBackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	addOkafors(t, openAt(t, path))
	s := openAt(t, path, func(o *Options) { o.ReadOnly = true })
	if made, err := s.BackupIfDue(ctx); made != "" || err != nil {
		t.Errorf("made %q, %v", made, err)
	}
	if place, err := s.CopyBackups(ctx); place.Folder != "" || err != nil {
		t.Errorf("copied to %q, %v", place.Folder, err)
	}
}

func TestABackupThatIsInterruptedLeavesNothing(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	if path, err := s.Backup(stopped, "asked"); err == nil {
		t.Errorf("a stopped backup answered %s", path)
	}
	if left, err := os.ReadDir(s.backupFolder()); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
}

func TestABackupIsWholeWhileAnotherWindowWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	s, other := openAt(t, path), openAt(t, path)
	addOkafors(t, s)
	stop, cancel := context.WithCancel(ctx)
	written := make(chan error, 1)
	go func() {
		var err error
		for i := 0; err == nil && stop.Err() == nil; i++ {
			_, err = other.SaveFamily(ctx, model.Family{Name: fmt.Sprint("Family ", i), Notes: strings.Repeat("word ", 200)})
		}
		written <- err
	}()
	for range 5 {
		backup, err := s.Backup(ctx, "changing")
		if err != nil {
			t.Error(err)
			continue
		}
		var faults string
		if err := openAt(t, backup).writer.QueryRow("PRAGMA integrity_check").Scan(&faults); err != nil || faults != "ok" {
			t.Errorf("the backup is damaged: %s, %v", faults, err)
		}
	}
	cancel()
	if err := <-written; err != nil {
		t.Error("the other window could not write:", err)
	}
}

func TestADamagedCopyDoesNotCount(t *testing.T) {
	path := filepath.Join(t.TempDir(), "copy.kettle")
	whole := wholeCaseload(t)
	for name, file := range map[string][]byte{
		"cut short":   whole[:len(whole)/2],
		"wiped pages": append(append(bytes.Clone(whole[:8192]), make([]byte, 40960)...), whole[8192+40960:]...),
	} {
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := checkCopy(ctx, path, 0, 100); err == nil {
			t.Errorf("%s: it was taken as whole", name)
		}
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := checkCopy(ctx, path, 1, 100); err != nil {
		t.Errorf("a whole copy was refused: %v", err)
	}
	if err := checkCopy(ctx, path, 50, 100); !isProblem(err, "not complete") {
		t.Errorf("a copy without the last steps answered %v", err)
	}
}

func TestACopyThatWasNeverFinishedIsSweptAway(t *testing.T) {
	s := openNew(t)
	if err := os.MkdirAll(s.backupFolder(), 0o700); err != nil {
		t.Fatal(err)
	}
	old, fresh := filepath.Join(s.backupFolder(), unfinished+"1"), filepath.Join(s.backupFolder(), unfinished+"2")
	for name, age := range map[string]time.Duration{old: 2 * time.Hour, fresh: 0} {
		at := s.o.Machine().Add(-age)
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if all, err := ListBackups(ctx, s.o); len(all) > 0 || err != nil {
		t.Errorf("what was never finished is listed: %v, %v", all, err)
	}
	if _, err := s.Backup(ctx, "daily"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Error("what a killed window left is still there")
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Error("what another window is making was thrown away")
	}
}

func TestBackupsThinOutOverTheMonths(t *testing.T) {
	at := func(text string) time.Time {
		day, err := time.Parse("2006-01-02 15:04", text)
		if err != nil {
			t.Fatal(err)
		}
		return day
	}
	daily := func(days int) (all []time.Time) {
		for i := range days {
			all = append(all, at("2026-11-24 15:00").AddDate(0, 0, -i))
		}
		return all
	}
	for name, c := range map[string]struct {
		all  []time.Time
		keep int
	}{
		"none":                 {nil, 0},
		"one":                  {daily(1), 1},
		"twelve days":          {daily(12), 12},
		"thirteen days":        {daily(13), 12},
		"two weeks and a day":  {daily(17), 13}, // the Sunday before those is the last of its week
		"a year of days":       {daily(365), 12 + 8 + 7},
		"many of today":        {[]time.Time{at("2026-11-24 15:00"), at("2026-11-24 14:30"), at("2026-11-24 14:00")}, 3},
		"many of a day before": {[]time.Time{at("2026-11-24 15:00"), at("2026-11-23 15:00"), at("2026-11-23 14:30")}, 2},
		"once, long ago":       {[]time.Time{at("2026-11-24 15:00"), at("2019-01-01 12:00")}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			kept := 0
			for _, keep := range worthKeeping(c.all) {
				if keep {
					kept++
				}
			}
			if kept != c.keep {
				t.Errorf("%d of %d are kept, want %d", kept, len(c.all), c.keep)
			}
		})
	}
}

// Two windows that throw old backups away at once do not stop one another: the backup was made.
func TestWindowsThinTheBackupsAtOnce(t *testing.T) {
	s := openNew(t)
	if err := os.MkdirAll(s.backupFolder(), 0o700); err != nil {
		t.Fatal(err)
	}
	stem, ext := stemOf(s.o.Path)
	for n := range 300 {
		name := stem + "-" + testNow.AddDate(0, 0, -n).Format(backupTime) + "-daily" + ext
		if err := os.WriteFile(filepath.Join(s.backupFolder(), name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	thinned := make(chan error)
	for range 4 {
		go func() { thinned <- s.thinBackups(s.backupFolder()) }()
	}
	for range 4 {
		if err := <-thinned; err != nil {
			t.Error(err)
		}
	}
	if left, err := s.backupFiles(); err != nil || len(left) > keptDays+keptWeeks+keptMonths {
		t.Errorf("%d are left (%v)", len(left), err)
	}
}
