//go:build linux

package faults_test

import (
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"kettle/tui/tuitest/console"
)

// notesCut is how often the power goes while the notes are written down.
const notesCut = 3

// A SENCO takes notes at the table. Two seconds after a sentence she goes on typing, and just as that is
// being written down, the power goes. The notes are where they were.
func TestAPowerCutInTheMiddleOfAMeetingsNotes(t *testing.T) {
	program := console.Program(t)
	log := powerCutLog(t)
	d, rng := newDisk(log.Before), rand.New(rand.NewPCG(powerCutSeed, 1))
	for _, op := range log.Ops[:writingSecondNotes(t, log)] {
		d.do(op)
	}
	lost := 0
	for range notesCut {
		folder := t.TempDir()
		s := outage{rng: rng}.strike(d)
		if s[caseloadFile+"-journal"] == nil {
			t.Error("nothing was being written when the power went")
		}
		if err := s.write(folder); err != nil {
			t.Fatal(err)
		}
		if !notesAreOffered(t, program, filepath.Join(folder, caseloadFile)) {
			lost++
		}
	}
	t.Logf("fault: tries %d, lost %d, not opened 0, wrong or missing message 0", notesCut, lost)
	if lost > 0 {
		t.Fail()
	}
}

// writingSecondNotes is the moment at which the second sentence is written down, but its transaction
// is not yet at its end.
func writingSecondNotes(t *testing.T, log diskLog) int {
	t.Helper()
	first := false
	for i, op := range log.Ops {
		first = first || op.Kind == opKept && op.To == firstNotes[:20]
		if first && op.Kind == opRemove && op.Name == caseloadFile+"-journal" {
			return i
		}
	}
	t.Fatal("no notes were taken in the log")
	return 0
}

// notesAreOffered starts the program and goes to the table again.
func notesAreOffered(t *testing.T, program, db string) bool {
	t.Helper()
	c := console.Start(t, program, db, console.Options{Args: []string{"--today", powerCutDay}, Cols: 120, Rows: 46})
	c.See("Unfinished").See(firstNotes[:20])
	c.Keys("3").See("1 coming").Keys("\r").See("Okafor · Honest").Keys("r")
	if !c.Sees("Agreed", 10*time.Second) || !c.Sees(firstNotes, 10*time.Second) {
		t.Errorf("the notes are not where they were:\n%s", c.Text())
		return false
	}
	c.Keys("\x03")
	if code := c.Ended(); code != 0 {
		t.Errorf("the program ended with code %d", code)
	}
	return true
}
