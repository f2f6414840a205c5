//go:build !windows

package console

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// Options say how the program is run. The zero value is 100 by 30 cells.
type Options struct {
	Args       []string // after the name of the program, beside --db
	Env        []string // added to the environment
	Before     []string // a command that runs the program, such as a tracer
	Cols, Rows int
}

// Console is the program in its terminal.
type Console struct {
	t      testing.TB
	cmd    *exec.Cmd
	pty    *os.File
	mu     sync.Mutex
	screen *vt.Emulator
	raw    strings.Builder
	done   chan struct{} // closed when the program has ended
	heard  chan struct{} // closed when all that the program wrote was read
}

// patience is how long a text is waited for; nothing waits that long when all is well.
const patience = time.Minute

// Start runs the program with a caseload. It is killed at the end of the test.
func Start(t testing.TB, program, db string, o Options) *Console {
	t.Helper()
	if o.Cols == 0 {
		o.Cols, o.Rows = 100, 30
	}
	c := &Console{t: t, screen: vt.NewEmulator(o.Cols, o.Rows), done: make(chan struct{}), heard: make(chan struct{})}
	line := append(append([]string{}, o.Before...), program)
	line = append(append(line, o.Args...), "--db", db)
	c.cmd = exec.Command(line[0], line[1:]...)
	c.cmd.Env = append(append(os.Environ(), "TERM=xterm-256color", "NO_COLOR=", "HOME="+t.TempDir()), o.Env...)
	var err error
	if c.pty, err = pty.StartWithSize(c.cmd, &pty.Winsize{Cols: uint16(o.Cols), Rows: uint16(o.Rows)}); err != nil {
		t.Fatal(err)
	}
	go c.read()
	go func() { _, _ = io.Copy(c.pty, c.screen) }() // what the terminal answers
	go func() { _ = c.cmd.Wait(); close(c.done) }()
	t.Cleanup(func() { c.Kill(); c.pty.Close() })
	return c
}

func (c *Console) read() {
	defer close(c.heard)
	buffer := make([]byte, 16<<10)
	for {
		n, err := c.pty.Read(buffer)
		c.mu.Lock()
		_, _ = c.screen.Write(buffer[:n])
		c.raw.Write(buffer[:n])
		c.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Text is the screen as text.
func (c *Console) Text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.screen.String()
}

// Raw is all that the program wrote, with its control sequences.
func (c *Console) Raw() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.raw.String()
}

// See waits until a text is on the screen.
func (c *Console) See(text string) *Console {
	c.t.Helper()
	if !c.Sees(text, patience) {
		c.t.Fatalf("%q did not come:\n%s", text, c.Text())
	}
	return c
}

// Gone waits until a text is no longer on the screen.
func (c *Console) Gone(text string) *Console {
	c.t.Helper()
	for deadline := time.Now().Add(patience); strings.Contains(c.Text(), text); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			c.t.Fatalf("%q does not go:\n%s", text, c.Text())
		}
	}
	return c
}

// Sees reports whether a text comes on the screen within a time, and while the program runs.
func (c *Console) Sees(text string, within time.Duration) bool {
	deadline := time.Now().Add(within)
	for !strings.Contains(c.Text(), text) {
		if time.Now().After(deadline) {
			return false
		}
		select {
		case <-c.done:
			<-c.heard
			return strings.Contains(c.Text(), text)
		case <-time.After(2 * time.Millisecond):
		}
	}
	return true
}

// Keys types, with control characters as a terminal sends them.
func (c *Console) Keys(keys string) *Console {
	c.t.Helper()
	if _, err := c.pty.WriteString(keys); err != nil {
		c.t.Fatal(err)
	}
	return c
}

// Resize makes the window larger or smaller, in cells.
func (c *Console) Resize(cols, rows int) *Console {
	c.t.Helper()
	if err := pty.Setsize(c.pty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		c.t.Fatal(err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.screen.Resize(cols, rows)
	return c
}

// Signal sends a signal to what was started.
func (c *Console) Signal(s syscall.Signal) *Console {
	c.t.Helper()
	if err := c.cmd.Process.Signal(s); err != nil {
		c.t.Fatal(err)
	}
	return c
}

// Pid is the process that was started.
func (c *Console) Pid() int { return c.cmd.Process.Pid }

// Kill ends it at once, whatever it does (kill -9), with everything it started, and waits for that.
func (c *Console) Kill() {
	_ = syscall.Kill(-c.cmd.Process.Pid, syscall.SIGKILL) // a pseudo-terminal begins a group of its own
	<-c.done
}

// Ended waits until the program has ended, and gives its exit code.
func (c *Console) Ended() int {
	c.t.Helper()
	select {
	case <-c.done:
		<-c.heard
		return c.cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		c.t.Fatalf("the program does not end:\n%s", c.Text())
		return -1
	}
}
