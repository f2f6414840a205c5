//go:build !windows

package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// restored are what the program must send at its end: the terminal's own screen, cursor shown, mouse
// and bracketed paste off, focus not reported, keys as they were.
var restored = map[string]string{
	"the alternate screen": "\x1b[?1049",
	"the cursor":           "\x1b[?25",
	"the mouse":            "\x1b[?1002",
	"the mouse's places":   "\x1b[?1006",
	"pasting":              "\x1b[?2004",
	"the focus":            "\x1b[?1004",
}

// leftAsItWas fails the test when a mode of the terminal was changed and not put back.
func leftAsItWas(t *testing.T, j *terminal) {
	t.Helper()
	j.mu.Lock()
	raw := j.raw.String()
	j.mu.Unlock()
	for name, mode := range restored {
		on, off := "h", "l"
		if name == "the cursor" {
			on, off = off, on
		}
		set, unset := strings.LastIndex(raw, mode+on), strings.LastIndex(raw, mode+off)
		if set > unset {
			t.Errorf("%s is not put back", name)
		}
	}
}

// school is a made-up school in a file.
func school(t *testing.T) string {
	t.Helper()
	db := filepath.Join(t.TempDir(), "caseload.db")
	if r := command(t, "demo", "--families", "12", "--into", db, "--today", "2026-11-24"); r.code != 0 {
		t.Fatal(r.err)
	}
	return db
}

func TestASignalLeavesTheTerminalAsItWasAndKeepsTheDraft(t *testing.T) {
	program := buildProgram(t)
	for name, signal := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP, "SIGINT": syscall.SIGINT} {
		t.Run(name, func(t *testing.T) {
			db := school(t)
			j := start(t, program, db, "--today", "2026-11-24T08:41")
			j.see("Promised").keys("2").see("families").keys("n").see("Add a family").keys("Zzyzx").see("Zzyzx")
			if err := j.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if code := j.ended(); code != 0 {
				t.Errorf("code %d", code)
			}
			leftAsItWas(t, j)
			if strings.Contains(j.text(), "Zzyzx") || strings.Contains(j.text(), "Families") {
				t.Errorf("something is left on the terminal:\n%s", j.text())
			}
			k := start(t, program, db, "--today", "2026-11-24T08:41")
			k.see("Promised").keys("2").see("families").keys("n").see("Zzyzx").keys("\x03")
			if code := k.ended(); code != 0 {
				t.Errorf("ctrl+c ended with code %d", code)
			}
			leftAsItWas(t, k)
		})
	}
}

func TestAFileThatIsRefusedLeavesTheTerminalAsItWas(t *testing.T) {
	program := buildProgram(t)
	for name, data := range badFiles(t) {
		t.Run(name, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "caseload.db")
			if err := os.WriteFile(db, data, 0o600); err != nil {
				t.Fatal(err)
			}
			j := start(t, program, db)
			if code := j.ended(); code != 1 {
				t.Errorf("code %d", code)
			}
			j.see("kettle: ")
			leftAsItWas(t, j)
			unchanged(t, db, data)
		})
	}
}
