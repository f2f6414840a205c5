//go:build !windows

package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kettle/tui/tuitest/console"
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
func leftAsItWas(t *testing.T, j *console.Console) {
	t.Helper()
	raw := j.Raw()
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
	program := console.Program(t)
	for name, signal := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP, "SIGINT": syscall.SIGINT} {
		t.Run(name, func(t *testing.T) {
			db := school(t)
			j := console.Start(t, program, db, at("2026-11-24T08:41"))
			j.See("Promised").Keys("2").See("families").Keys("n").See("Add a family").Keys("Zzyzx").See("Zzyzx")
			if code := j.Signal(signal).Ended(); code != 0 {
				t.Errorf("code %d", code)
			}
			leftAsItWas(t, j)
			if strings.Contains(j.Text(), "Zzyzx") || strings.Contains(j.Text(), "Families") {
				t.Errorf("something is left on the terminal:\n%s", j.Text())
			}
			k := console.Start(t, program, db, at("2026-11-24T08:41"))
			k.See("Promised").Keys("2").See("families").Keys("n").See("Zzyzx").Keys("\x03")
			if code := k.Ended(); code != 0 {
				t.Errorf("ctrl+c ended with code %d", code)
			}
			leftAsItWas(t, k)
		})
	}
}

func TestAFileThatIsRefusedLeavesTheTerminalAsItWas(t *testing.T) {
	program := console.Program(t)
	for name, data := range badFiles(t) {
		t.Run(name, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "caseload.db")
			if err := os.WriteFile(db, data, 0o600); err != nil {
				t.Fatal(err)
			}
			j := console.Start(t, program, db, console.Options{})
			if code := j.Ended(); code != 1 {
				t.Errorf("code %d", code)
			}
			j.See("kettle: ")
			leftAsItWas(t, j)
			unchanged(t, db, data)
		})
	}
}
