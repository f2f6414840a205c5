//go:build linux

package faults_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kettle/tui/tuitest/console"
)

const powerCutDay = "2026-11-24T15:30"

// recordTyping makes a school of one family, types in the program under a tracer, and gives what was
// asked of the disk.
func recordTyping(t *testing.T) diskLog {
	t.Helper()
	program := console.Program(t)
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(folder, caseloadFile)
	if out, err := exec.Command(program, "demo", "--families", "1", "--into", db, "--today", powerCutDay).CombinedOutput(); err != nil {
		t.Fatalf("making a school: %v\n%s", err, out)
	}
	before, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	r := &traceReader{folder: folder, names: map[string]bool{"": true, caseloadFile: true}}
	for _, s := range sittings {
		s.record(t, r, program, db)
	}
	return diskLog{Before: map[string][]byte{caseloadFile: before}, Ops: r.ops}
}

// record is one run of the program under the tracer.
func (s sitting) record(t *testing.T, r *traceReader, program, db string) {
	t.Helper()
	trace := filepath.Join(t.TempDir(), "trace")
	args := append(slices.Clone(s.args), "--today", powerCutDay)
	if slices.Contains(s.args, "import") {
		args = append(args, exportFile(t))
	}
	c := console.Start(t, program, db, console.Options{Args: args, Before: tracer(t, trace), Cols: 120, Rows: 46})
	var marks []mark
	for _, p := range s.keys {
		c.Keys(p.keys).See(p.see)
		if p.then == draftKept {
			time.Sleep(2 * time.Second) // which is what a person is told
		}
		if p.then != nothing {
			marks = append(marks, mark{quiet(t, trace), p.see})
		}
	}
	if !slices.Contains(s.args, "backup") {
		c.Keys("\x03")
	}
	if code := c.Ended(); code != 0 {
		t.Fatalf("the program ended with code %d:\n%s", code, c.Text())
	}
	if err := r.readTrace(trace, marks); err != nil {
		t.Fatal(err)
	}
}

func exportFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "office.csv")
	if err := os.WriteFile(path, []byte(officeExport), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// quiet waits until nothing more is asked of the disk, and gives the length of the tracer's file.
func quiet(t *testing.T, trace string) int {
	t.Helper()
	for length := int64(-1); ; {
		info, err := os.Stat(trace)
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() == length {
			return int(length)
		}
		length = info.Size()
		time.Sleep(100 * time.Millisecond)
	}
}
