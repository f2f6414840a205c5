package faults_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/store"
)

// year is a caseload that is worked on day after day, with a clock that the test moves, and what it held
// whenever a backup was made.
type year struct {
	t      *testing.T
	path   string
	stick  string
	now    time.Time
	window *store.Store
	held   map[string][32]byte // by the name of the backup
	times  []time.Time
	family int64
}

func (y *year) options(path string) store.Options {
	clock := func() time.Time { return y.now }
	return store.Options{Path: path, Now: clock, Machine: clock}
}

func (y *year) must(err error) {
	y.t.Helper()
	if err != nil {
		y.t.Fatal(err)
	}
}

// fingerprint is that of all content of a caseload.
func (y *year) fingerprint(path string) [32]byte {
	y.t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path)+"?mode=ro")
	y.must(err)
	defer db.Close()
	rows := contentOf(y.t, db)
	sum := sha256.New()
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		fmt.Fprintln(sum, key, rows[key])
	}
	return [32]byte(sum.Sum(nil))
}

// look is what the open program does every few minutes.
func (y *year) look() {
	y.t.Helper()
	path, err := y.window.BackupIfDue(context.Background())
	y.must(err)
	if path == "" {
		return
	}
	y.held[filepath.Base(path)] = y.fingerprint(y.path)
	y.times = append(y.times, y.now)
}

// work is a day: opened in the morning, something kept twice, closed. The stick is at home in every
// third week.
func (y *year) work(day int) {
	y.t.Helper()
	ctx := context.Background()
	var err error
	y.window, err = store.Open(ctx, y.options(y.path))
	y.must(err)
	y.look()
	for range 2 {
		y.now = y.now.Add(2*time.Hour + 7*time.Minute)
		c, err := y.window.SaveFamily(ctx, model.Family{ID: y.family, Name: "Okafor", Notes: fmt.Sprint("day ", day, " at ", y.now)})
		y.must(err)
		if y.family == 0 {
			y.family = c.New
			_, err = y.window.SaveSetting(ctx, model.SecondBackupPlace, y.stick)
			y.must(err)
		}
		y.look()
	}
	if day/7%3 != 0 {
		_, err = y.window.CopyBackups(ctx)
		y.must(err)
	}
	y.must(y.window.Close())
}

// worthKeeping are the names that the rules leave of all backups that were ever made: the last of each of
// the last 12 days, 10 weeks and 9 months that have one, and all of the last day.
func (y *year) worthKeeping() []string {
	keep := map[string]bool{}
	name := func(at time.Time) string { return at.Format("20060102-150405") }
	last := y.times[len(y.times)-1].Format(time.DateOnly)
	for _, rule := range []struct {
		most   int
		period func(time.Time) string
	}{
		{12, func(t time.Time) string { return t.Format(time.DateOnly) }},
		{10, func(t time.Time) string { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7).Format(time.DateOnly) }},
		{9, func(t time.Time) string { return t.Format("2006-01") }},
	} {
		periods := map[string]string{}
		for _, at := range y.times {
			periods[rule.period(at)] = name(at)
			if at.Format(time.DateOnly) == last {
				keep[name(at)] = true
			}
		}
		ordered := slices.Sorted(maps.Keys(periods))
		for _, p := range ordered[max(0, len(ordered)-rule.most):] {
			keep[periods[p]] = true
		}
	}
	return slices.Sorted(maps.Keys(keep))
}

// Every backup that is left after a year is gone back to, and holds what the caseload held when it was
// made, here and on the stick.
func TestEveryBackupOfAYearBringsBackWhatTheCaseloadHeldThen(t *testing.T) {
	y := &year{t: t, path: filepath.Join(t.TempDir(), "caseload.db"), stick: t.TempDir(),
		now: time.Date(2025, 11, 24, 8, 30, 0, 0, time.UTC), held: map[string][32]byte{}}
	first := y.now
	for day := range simulatedDays {
		y.now = first.AddDate(0, 0, day)
		if y.now.Weekday() != time.Saturday && y.now.Weekday() != time.Sunday {
			y.work(day)
		}
	}
	window, err := store.Open(context.Background(), y.options(y.path))
	y.must(err)
	_, err = window.CopyBackups(context.Background())
	y.must(err)
	y.must(window.Close())

	all, err := store.ListBackups(context.Background(), y.options(y.path))
	y.must(err)
	if got, want := namesOf(all), y.worthKeeping(); !slices.Equal(got, want) {
		t.Errorf("left are\n%v, want\n%v", got, want)
	}
	copies, err := filepath.Glob(filepath.Join(y.stick, "kettle-backups", "*", "*.db"))
	y.must(err)
	if len(copies) != len(all) {
		t.Errorf("the stick holds %d copies of %d backups", len(copies), len(all))
	}
	for _, b := range all {
		copies = append(copies, b.Path)
	}
	lost, notOpened := y.goBackToEach(copies)
	t.Logf("%d backups were made in %d days", len(y.held), simulatedDays)
	t.Logf("fault: tries %d, lost %d, not opened %d, wrong or missing message 0", len(copies), lost, notOpened)
	if lost+notOpened > 0 {
		t.Fail()
	}
}

// namesOf are the times in the names of backups, sorted.
func namesOf(all []view.Backup) (names []string) {
	for _, b := range all {
		names = append(names, b.At.Format("20060102-150405"))
	}
	slices.Sort(names)
	return names
}

// goBackToEach restores each backup into one place, over what was restored there before, which is to be
// kept aside as it was.
func (y *year) goBackToEach(backups []string) (lost, notOpened int) {
	y.t.Helper()
	place := y.options(filepath.Join(y.t.TempDir(), "school", "caseload.db"))
	var before [32]byte
	for _, path := range backups {
		done, err := store.Restore(context.Background(), place, path)
		if err != nil {
			y.t.Errorf("%s: %v", filepath.Base(path), err)
			notOpened++
			continue
		}
		if y.fingerprint(place.Path) != y.held[filepath.Base(path)] {
			y.t.Errorf("%s holds something else than the caseload did", filepath.Base(path))
			lost++
		}
		if done.Aside != "" && y.fingerprint(done.Aside) != before {
			y.t.Errorf("what lay there before %s is not aside as it was", filepath.Base(path))
			lost++
		}
		if !y.opensAndKeeps(place) {
			notOpened++
		}
		before = y.fingerprint(place.Path)
		if done.Aside != "" {
			y.must(os.Remove(done.Aside))
		}
	}
	return lost, notOpened
}

// opensAndKeeps reports whether a caseload that was gone back to opens, and something can be kept in it.
func (y *year) opensAndKeeps(o store.Options) bool {
	s, err := store.Open(context.Background(), o)
	if err != nil {
		y.t.Error(err)
		return false
	}
	_, err = s.SaveFamily(context.Background(), model.Family{Name: "Petrov"})
	if err != nil {
		y.t.Error(err)
	}
	return s.Close() == nil && err == nil
}
