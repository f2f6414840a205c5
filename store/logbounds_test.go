package store

import (
	"fmt"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
)

// laterBy is a clock that a test moves on.
type laterBy struct{ now time.Time }

func (l *laterBy) clock() time.Time { return l.now }

// busyYears writes for years, each time in a window of its own, and trims the log before it closes.
type busyYears struct {
	t      *testing.T
	path   string
	clock  laterBy
	bounds logBounds
	family int64
	s      *Store
}

func newBusyYears(t *testing.T, bounds logBounds) *busyYears {
	b := &busyYears{t: t, path: t.TempDir() + "/caseload.db", bounds: bounds}
	b.clock.now = time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	b.open()
	b.family = must(t)(b.s.SaveFamily(ctx, model.Family{Name: "Okafor"})).New
	return b
}

func (b *busyYears) open() {
	b.t.Helper()
	s, err := Open(ctx, Options{Path: b.path, Now: b.clock.clock, Machine: b.clock.clock})
	if err != nil {
		b.t.Fatal(err)
	}
	b.s = s
	b.t.Cleanup(func() { s.Close() })
}

// work writes so many promises, each of which is moved and kept, one of them undone; then days go by.
func (b *busyYears) work(promises, days int) {
	b.t.Helper()
	for i := range promises {
		b.clock.now = b.clock.now.Add(time.Minute)
		id := must(b.t)(b.s.SaveFollowUp(ctx, model.FollowUp{FamilyID: b.family, What: fmt.Sprint("ring them for the time number ", i), Due: model.DateOf(b.clock.now)})).New
		must(b.t)(b.s.MoveFollowUp(ctx, id, model.DateOf(b.clock.now).AddDays(3), "", "me"))
		must(b.t)(b.s.SettleFollowUp(ctx, id, "", false))
	}
	must(b.t)(b.s.Undo(ctx))
	if err := b.s.trimLog(ctx, b.bounds); err != nil {
		b.t.Fatal(err)
	}
	if err := b.s.Close(); err != nil {
		b.t.Fatal(err)
	}
	b.clock.now = b.clock.now.AddDate(0, 0, days)
	b.open()
}

// size is how many steps and lines the log has, and what stood there before and after, in bytes.
func (b *busyYears) size() (steps, lines, bytes int) {
	b.t.Helper()
	err := b.s.writer.QueryRow(`SELECT (SELECT count(*) FROM step), count(*), coalesce(sum(length(before) + length(after)), 0) FROM change_log
		WHERE before <> '{}' OR after <> '{}'`).Scan(&steps, &lines, &bytes)
	if err != nil {
		b.t.Fatal(err)
	}
	return steps, lines, bytes
}

func TestTheLogStaysWithinBoundsOverYears(t *testing.T) {
	b := newBusyYears(t, logBounds{wholeDays: 400, wholeSteps: 10, keptMonths: 24})
	var steps, lines, bytes [6]int
	for n := range 24 {
		b.work(2, 46)
		if n%4 == 3 {
			steps[n/4], lines[n/4], bytes[n/4] = b.size()
		}
	}
	t.Logf("after each half year: steps %d, whole lines %d, bytes in them %d", steps, lines, bytes)
	if bytes[1] == 0 || bytes[5] > bytes[2]*11/10 || lines[5] > lines[2]*11/10 {
		t.Errorf("what stood there grows for ever: %d bytes in %d lines", bytes, lines)
	}
	if steps[5] > steps[4]*11/10 {
		t.Errorf("steps are kept for ever: %d", steps)
	}
	recentHistoryIsWhole(t, b)
	before := contentOf(t, b.s)
	must(t)(b.s.SaveFamily(ctx, model.Family{ID: b.family, Name: "Okafor-Bell"}))
	must(t)(b.s.Undo(ctx))
	if diff := differences(before, contentOf(t, b.s)); diff != "" {
		t.Errorf("undone, it is not as before:\n%s", diff)
	}
}

// recentHistoryIsWhole looks at a promise of 390 days ago.
func recentHistoryIsWhole(t *testing.T, b *busyYears) {
	t.Helper()
	var id int64
	err := b.s.writer.QueryRow("SELECT min(id) FROM follow_up WHERE created_at > ?", string(model.DateOf(b.clock.now).AddDays(-390))).Scan(&id)
	if err != nil {
		t.Fatal(err)
	}
	h, err := b.s.RecordHistory(ctx, view.Record{Kind: view.PromiseRecord, ID: id})
	if err != nil || len(h.Steps) != 3 {
		t.Fatalf("%d steps of a promise of 390 days ago, %v", len(h.Steps), err)
	}
	for _, s := range h.Steps {
		if s.Old || len(s.Changes) == 0 {
			t.Errorf("%+v is not whole", s)
		}
	}
}

func TestAnOldStepSaysThatItWasTooLongAgo(t *testing.T) {
	b := newBusyYears(t, logBounds{wholeDays: 30, wholeSteps: 2, keptMonths: 84})
	change := must(t)(b.s.SaveFamily(ctx, model.Family{ID: b.family, Name: "Okafor-Bell"}))
	b.work(1, 60)
	b.work(1, 1)
	_, err := b.s.TakeBack(ctx, change.Step)
	if err == nil || err.Error() != "“changed the Okafor-Bell family” was too long ago to be taken back: what stood there before is no longer kept." {
		t.Errorf("an old step is taken back, or says %v", err)
	}
	h, err := b.s.RecordHistory(ctx, view.Record{Kind: view.FamilyRecord, ID: b.family})
	if err != nil || len(h.Steps) != 2 || !h.Steps[0].Old {
		t.Errorf("who and when is not kept: %+v, %v", h, err)
	}
}

// The window is open for so long that its first step is older than the bounds.
func TestWhatCanStillBeUndoneIsNeverFolded(t *testing.T) {
	b := newBusyYears(t, logBounds{wholeDays: 30, wholeSteps: 1, keptMonths: 2})
	before := contentOf(t, b.s)
	must(t)(b.s.SaveFamily(ctx, model.Family{ID: b.family, Name: "Okafor-Bell"}))
	for range 5 {
		b.clock.now = b.clock.now.AddDate(0, 3, 0)
		must(t)(b.s.SaveRoom(ctx, model.Room{Name: fmt.Sprint("Room ", b.clock.now)}))
	}
	if err := b.s.trimLog(ctx, b.bounds); err != nil {
		t.Fatal(err)
	}
	for range 6 {
		must(t)(b.s.Undo(ctx))
	}
	if diff := differences(before, contentOf(t, b.s)); diff != "" {
		t.Errorf("undone, it is not as before:\n%s", diff)
	}
}
