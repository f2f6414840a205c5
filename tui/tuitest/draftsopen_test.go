package tuitest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kettle/store"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// A window that stays open with half a sentence in it, while its user is at lunch, keeps that for
// itself: another window that is opened meanwhile does not take it over.
func TestADraftStaysWithTheWindowThatIsOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.db")
	// The process behind the window is one that runs and is not this one.
	d := tuitest.New(t, tuitest.Options{Path: path, Window: fmt.Sprint(os.Getppid(), "-open"), Start: screen.Route{Kind: screen.Families}})
	const lunch = 25 * time.Minute
	d.Press("n").Type("Zzyzx").Wait(lunch).See("Zzyzx")
	later := func() time.Time { return tuitest.Morning.Add(lunch) }
	other, err := store.Open(t.Context(), store.Options{Path: path, Window: "another", Now: later, Machine: later})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if drafts, err := other.Drafts(t.Context()); err != nil || len(drafts) != 0 {
		t.Errorf("another window took over %+v, %v", drafts, err)
	}
	if drafts, err := d.Store.Drafts(t.Context()); err != nil || len(drafts) != 1 {
		t.Errorf("its own window has %+v, %v", drafts, err)
	}
}
