//go:build !windows

package tuitest_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is the real program in a real pseudo-terminal.
type terminal struct {
	t      *testing.T
	cmd    *exec.Cmd
	pty    *os.File
	mu     sync.Mutex
	screen *vt.Emulator
	raw    strings.Builder
	done   chan error
	heard  chan struct{} // closed when all that the program wrote was read
}

// patience is how long a journey waits for a text before it gives up; nothing waits that long when
// all is well.
const patience = 20 * time.Second

func start(t *testing.T, program, db string, args ...string) *terminal {
	t.Helper()
	j := &terminal{t: t, screen: vt.NewEmulator(100, 30), done: make(chan error, 1), heard: make(chan struct{})}
	j.cmd = exec.Command(program, append(args, "--db", db)...)
	j.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "HOME="+t.TempDir())
	var err error
	if j.pty, err = pty.StartWithSize(j.cmd, &pty.Winsize{Cols: 100, Rows: 30}); err != nil {
		t.Fatal(err)
	}
	go j.read()
	go func() { _, _ = io.Copy(j.pty, j.screen) }() // what the terminal answers
	go func() { j.done <- j.cmd.Wait() }()
	t.Cleanup(func() { _ = j.cmd.Process.Kill(); j.pty.Close() })
	return j
}

func (j *terminal) read() {
	defer close(j.heard)
	buffer := make([]byte, 16<<10)
	for {
		n, err := j.pty.Read(buffer)
		j.mu.Lock()
		_, _ = j.screen.Write(buffer[:n])
		j.raw.Write(buffer[:n])
		j.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (j *terminal) text() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.screen.String()
}

// see waits until a text is on the screen.
func (j *terminal) see(text string) *terminal {
	j.t.Helper()
	deadline := time.Now().Add(patience)
	for !strings.Contains(j.text(), text) {
		if time.Now().After(deadline) {
			j.t.Fatalf("%q did not come:\n%s", text, j.text())
		}
		time.Sleep(5 * time.Millisecond)
	}
	return j
}

func (j *terminal) keys(keys string) *terminal {
	j.t.Helper()
	if _, err := j.pty.WriteString(keys); err != nil {
		j.t.Fatal(err)
	}
	return j
}

// ended waits until the program has ended, and gives its exit code.
func (j *terminal) ended() int {
	j.t.Helper()
	select {
	case <-j.done:
		<-j.heard
		return j.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		j.t.Fatalf("the program does not end:\n%s", j.text())
		return -1
	}
}

func TestAJourneyInARealTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program, db := buildProgram(t), filepath.Join(t.TempDir(), "caseload.db")
	make := exec.Command(program, "demo", "--families", "30", "--seed", "3", "--into", db, "--today", "2026-11-24")
	if out, err := make.CombinedOutput(); err != nil {
		t.Fatalf("making a school: %v\n%s", err, out)
	}

	j := start(t, program, db, "--today", "2026-11-24T08:41")
	j.see("Promised").keys("2").see("families")
	j.keys("/").see("/").keys("okaf").see(" of ")
	if err := pty.Setsize(j.pty, &pty.Winsize{Cols: 60, Rows: 16}); err != nil {
		t.Fatal(err)
	}
	j.mu.Lock()
	j.screen.Resize(60, 16)
	j.mu.Unlock()
	j.see("Okafor").keys("\r").see("Families ›")

	// Something is being typed when the window is closed: it is there on the next start.
	j.keys("n").see("Add").keys("\r")
	j.see("keep").keys("Zzyzx")
	time.Sleep(20 * time.Millisecond)
	if err := j.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if code := j.ended(); code != 0 {
		t.Errorf("closing the window ended with code %d", code)
	}
	j.mu.Lock()
	raw := j.raw.String()
	j.mu.Unlock()
	for _, restored := range []string{"\x1b[?1049l", "\x1b[?25h"} {
		if !strings.Contains(raw, restored) {
			t.Errorf("the terminal was not left as it was: %q is missing", restored)
		}
	}
	k := start(t, program, db, "--today", "2026-11-24T08:41")
	k.see("Zzyzx").keys("\x03")
	if code := k.ended(); code != 0 {
		t.Errorf("ctrl+c ended with code %d", code)
	}
}
