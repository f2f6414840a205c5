package faults_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/store"
)

// A clock goes back: the hour of autumn, a flat battery, a laptop that was set wrongly for a day.
var clockFaults = map[string]time.Duration{"an hour": time.Hour, "a day": 24 * time.Hour, "ten years": 87600 * time.Hour}

// backThen opens a caseload whose clock shows what now says.
func backThen(t *testing.T, path, window string, now *time.Time) *store.Store {
	t.Helper()
	clock := func() time.Time { return *now }
	s, err := store.Open(context.Background(), store.Options{Path: path, Window: window, Now: clock, Machine: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestAClockThatGoesBackLosesNothing(t *testing.T) {
	var tally faultTally
	for name, back := range clockFaults {
		t.Run(name, func(t *testing.T) {
			tally.tries++
			now := time.Date(2026, 11, 24, 14, 30, 0, 0, time.UTC)
			path := filepath.Join(t.TempDir(), "caseload.db")
			s := backThen(t, path, "999999998-a", &now)
			keepFamily(t, s, "Okafor")
			first := backupMade(t, s)
			if err := s.KeepDraft(context.Background(), "family", -1, map[string]string{"Name": "Zzyzx"}); err != nil {
				t.Fatal(err)
			}
			now = now.Add(-back)
			keepFamily(t, s, "Haddad")
			if err := s.KeepDraft(context.Background(), "family", -2, map[string]string{"Name": "Quux"}); err != nil {
				t.Fatal(err)
			}
			second := backupMade(t, s)
			tally.hold(t, s, path, first, second)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			tally.hold(t, backThen(t, path, "999999999-b", &now), path, first, second)
		})
	}
	tally.failed = tally.tries
	tally.print(t)
}

func backupMade(t *testing.T, s *store.Store) string {
	t.Helper()
	path, err := s.Backup(context.Background(), "asked")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// hold looks for both families, both drafts and both backups.
func (f *faultTally) hold(t *testing.T, s *store.Store, path, first, second string) {
	t.Helper()
	counts, err := countsIn(t, path)
	if err != nil || !strings.HasPrefix(counts, "step 2 change_log 2 family 2 ") {
		f.lost++
		t.Errorf("there are %s, %v", counts, err)
	}
	drafts, err := s.Drafts(context.Background())
	if err != nil || len(drafts) != 2 {
		f.lost++
		t.Errorf("the drafts are %v, %v", drafts, err)
	}
	backups, err := store.ListBackups(context.Background(), store.Options{Path: s.Path()})
	if err != nil || len(backups) != 2 {
		f.lost++
		t.Errorf("the backups %s and %s are %v, %v", first, second, backups, err)
	}
	for _, b := range backups {
		if b.Fault != "" {
			f.lost++
			t.Errorf("a backup has the fault %q", b.Fault)
		}
	}
}

// What is done after the clock went back is what u takes back first: the order is that of keeping.
func TestTheOrderOfKeepingStaysWhenTheClockGoesBack(t *testing.T) {
	now := time.Date(2026, 11, 24, 14, 30, 0, 0, time.UTC)
	s := backThen(t, filepath.Join(t.TempDir(), "caseload.db"), "", &now)
	ctx := context.Background()
	made, err := s.SaveFamily(ctx, model.Family{Name: "Okafor"})
	if err != nil {
		t.Fatal(err)
	}
	for i, notes := range []string{"first", "second", "third"} {
		now = now.Add(-time.Hour)
		f, err := s.Family(ctx, made.New)
		if err != nil {
			t.Fatal(err)
		}
		f.Notes = notes
		if _, err := s.SaveFamily(ctx, f); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	for _, want := range []string{"second", "first", ""} {
		now = now.Add(-time.Hour)
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if f, err := s.Family(ctx, made.New); err != nil || f.Notes != want {
			t.Errorf("the notes are %q, want %q (%v)", f.Notes, want, err)
		}
	}
}

// A backup that is dated in the future does not stop the next one from being made.
func TestABackupFromTheFutureDoesNotStopTheNextOne(t *testing.T) {
	now := time.Date(2036, 11, 24, 14, 30, 0, 0, time.UTC)
	s := backThen(t, filepath.Join(t.TempDir(), "caseload.db"), "", &now)
	if _, err := s.SaveFamily(context.Background(), model.Family{Name: "Okafor"}); err != nil {
		t.Fatal(err)
	}
	backupMade(t, s)
	now = time.Date(2026, 11, 24, 14, 30, 0, 0, time.UTC)
	for day := range 3 {
		path, err := s.BackupIfDue(context.Background())
		if err != nil || path == "" {
			t.Errorf("day %d: no backup was made: %q, %v", day, path, err)
		}
		now = now.Add(25 * time.Hour)
	}
	backups, err := store.ListBackups(context.Background(), store.Options{Path: s.Path()})
	if err != nil || len(backups) != 4 {
		t.Errorf("the backups are %v, %v", backups, err)
	}
}

// Today is read with a clock that went back behind everything that is in it.
func TestTodayStandsWhenTheClockWentBack(t *testing.T) {
	now := time.Date(2026, 11, 24, 14, 30, 0, 0, time.UTC)
	s := backThen(t, filepath.Join(t.TempDir(), "caseload.db"), "", &now)
	ctx := context.Background()
	made, err := s.SaveFamily(ctx, model.Family{Name: "Okafor"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveFollowUp(ctx, model.FollowUp{FamilyID: made.New, What: "ring about the bus", Due: "2026-11-24"}); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(-1, 0, 0)
	world, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	page, err := s.Today(ctx, model.MomentOf(now), world)
	if err != nil || page.Now != model.MomentOf(now) || !page.Some || page.Promised.Open != 1 {
		t.Errorf("Today is %+v, %v", page, err)
	}
}
