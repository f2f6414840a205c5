package store

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
)

// window opens the caseload as a window of its own; running says which processes run.
func window(t *testing.T, path, name string, machine time.Time, running ...int) *Store {
	t.Helper()
	return openAt(t, path, func(o *Options) {
		o.Window, o.Machine = name, func() time.Time { return machine }
		o.alive = func(pid int) bool {
			for _, p := range running {
				if p == pid {
					return true
				}
			}
			return false
		}
	})
}

func keepDraft(t *testing.T, s *Store, form string, record int64, text string) {
	t.Helper()
	if err := s.KeepDraft(ctx, form, record, map[string]string{"note": text}); err != nil {
		t.Fatal(err)
	}
}

// notes are the drafts of a window as form, record and text.
func notes(t *testing.T, s *Store) map[[2]any]string {
	t.Helper()
	drafts, err := s.Drafts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	all := map[[2]any]string{}
	for _, d := range drafts {
		all[[2]any{d.Form, d.Record}] = d.Body["note"]
	}
	return all
}

func TestADraftIsKeptAndThrownAwayWithoutBeingAStep(t *testing.T) {
	s := openNew(t)
	keepDraft(t, s, "contact", 0, "rang ab")
	keepDraft(t, s, "contact", 0, "rang about the bus")
	keepDraft(t, s, "meeting", 7, "purpose")
	if got, want := notes(t, s), (map[[2]any]string{{"contact", int64(0)}: "rang about the bus", {"meeting", int64(7)}: "purpose"}); !maps.Equal(got, want) {
		t.Errorf("the drafts are %v, want %v", got, want)
	}
	if s.UndoState() != (view.Undo{}) {
		t.Error("a draft can be undone")
	}
	if err := s.DropDraft(ctx, "contact", 0); err != nil {
		t.Fatal(err)
	}
	if got := notes(t, s); len(got) != 1 {
		t.Errorf("the drafts are %v", got)
	}
}

func TestTheDraftsOfAWindowThatEndedComeToTheNext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	killed := window(t, path, "100-a", testNow)
	keepDraft(t, killed, "contact", 0, "half a sentence")
	next := window(t, path, "200-b", testNow)
	if got := notes(t, next); len(got) != 1 {
		t.Fatalf("the next window has %v", got)
	}
	third := window(t, path, "300-c", testNow, 200)
	if got := notes(t, third); len(got) != 0 {
		t.Errorf("a third window took %v from one that runs", got)
	}
}

func TestADraftOfAWindowThatRunsStaysThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	open := window(t, path, "100-a", testNow)
	keepDraft(t, open, "contact", 0, "half a sentence")
	if got := notes(t, window(t, path, "200-b", testNow.Add(5*time.Minute), 100)); len(got) != 0 {
		t.Errorf("another window took %v", got)
	}
}

// A meeting may be open for an hour before the next word is typed.
func TestADraftOfAWindowLongOpenStaysThereWithItsTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	now := testNow
	open := openAt(t, path, func(o *Options) { o.Window, o.Machine = "100-a", func() time.Time { return now } })
	keepDraft(t, open, "contact", 0, "half a sentence")
	typed := draftTimes(t, open)
	now = testNow.Add(time.Hour)
	if err := open.TouchDrafts(ctx); err != nil {
		t.Fatal(err)
	}
	if got := notes(t, window(t, path, "200-b", now.Add(5*time.Minute), 100)); len(got) != 0 {
		t.Errorf("another window took %v", got)
	}
	if got := draftTimes(t, open); len(got) != 1 || got[0] != typed[0] {
		t.Errorf("the draft is of %v, typed at %v", got, typed)
	}
	if got := notes(t, window(t, path, "300-c", now.Add(time.Hour), 100)); len(got) != 1 {
		t.Errorf("after the window ended the next one has %v", got)
	}
}

func draftTimes(t *testing.T, s *Store) (at []model.Moment) {
	t.Helper()
	drafts, err := s.Drafts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range drafts {
		at = append(at, d.At)
	}
	return at
}

func TestNothingIsWrittenToSayThatAWindowWithoutDraftsIsOpen(t *testing.T) {
	s := openNew(t)
	before, err := s.DataVersion(ctx)
	if err != nil {
		t.Fatal(err)
	}
	other := window(t, s.Path(), "100-a", testNow)
	if err := other.TouchDrafts(ctx); err != nil {
		t.Fatal(err)
	}
	if after, err := s.DataVersion(ctx); err != nil || after != before {
		t.Errorf("the file was written: %d, before %d, %v", after, before, err)
	}
}

// The number of a process that ended may be given to another: then the draft's age tells.
func TestADraftNobodyTouchedForLongIsNotHidden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	keepDraft(t, window(t, path, "100-a", testNow), "contact", 0, "half a sentence")
	if got := notes(t, window(t, path, "200-b", testNow.Add(time.Hour), 100)); len(got) != 1 {
		t.Errorf("the next window has %v", got)
	}
}

func TestAWindowBeforeThisOneWithItsNumberHasEnded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	keepDraft(t, window(t, path, fmt.Sprint(os.Getpid(), "-a"), testNow), "contact", 0, "half a sentence")
	if got := notes(t, window(t, path, fmt.Sprint(os.Getpid(), "-b"), testNow, os.Getpid())); len(got) != 1 {
		t.Errorf("the next window has %v", got)
	}
}

func TestDraftsOfTwoWindowsThatEndedAreAllKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	first, second := window(t, path, "100-a", testNow, 101), window(t, path, "101-b", testNow, 100)
	for _, s := range []*Store{first, second} {
		keepDraft(t, s, "contact", 0, "new, of "+s.o.Window)
		keepDraft(t, s, "contact", -1, "newer, of "+s.o.Window)
		keepDraft(t, s, "meeting", 7, "seven, of "+s.o.Window)
	}
	next := window(t, path, "200-c", testNow)
	got := notes(t, next)
	texts := map[string]bool{}
	for _, text := range got {
		texts[text] = true
	}
	for _, want := range []string{"new, of 100-a", "new, of 101-b", "newer, of 100-a", "newer, of 101-b", "seven, of 100-a"} {
		if !texts[want] {
			t.Errorf("%q is not among %v", want, got)
		}
	}
	if err := next.DropDraft(ctx, "meeting", 7); err != nil {
		t.Fatal(err)
	}
	if got := notes(t, window(t, path, "300-d", testNow)); got[[2]any{"meeting", int64(7)}] != "seven, of 101-b" {
		t.Errorf("the second draft of one meeting did not get its turn: %v", got)
	}
}
