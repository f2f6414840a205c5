//go:build !windows

package tuitest_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kettle/tui/tuitest/console"
)

// at is the program on a set day.
func at(moment string) console.Options { return console.Options{Args: []string{"--today", moment}} }

func TestAJourneyInARealTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program, db := console.Program(t), filepath.Join(t.TempDir(), "caseload.db")
	make := exec.Command(program, "demo", "--families", "30", "--seed", "3", "--into", db, "--today", "2026-11-24")
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("making a school: %v\n%s", err, out)
	}

	j := console.Start(t, program, db, at("2026-11-24T08:41"))
	j.See("Promised").Keys("2").See("families")
	j.Keys("/").See("/").Keys("okaf").See(" of ")
	j.Resize(60, 16).See("Okafor").Keys("\r").See("Families ›")

	// Something is being typed when the window is closed: it is there on the next start.
	j.Keys("n").See("Add").Keys("\r")
	j.See("keep").Keys("Zzyzx").See("Zzyzx")
	if code := j.Signal(syscall.SIGHUP).Ended(); code != 0 {
		t.Errorf("closing the window ended with code %d", code)
	}
	raw := j.Raw()
	for _, restored := range []string{"\x1b[?1049l", "\x1b[?25h"} {
		if !strings.Contains(raw, restored) {
			t.Errorf("the terminal was not left as it was: %q is missing", restored)
		}
	}
	k := console.Start(t, program, db, at("2026-11-24T08:41"))
	k.See("Zzyzx").Keys("\x03")
	if code := k.Ended(); code != 0 {
		t.Errorf("ctrl+c ended with code %d", code)
	}
}
