//go:build linux && amd64

package faults_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kettle/tui/tuitest/console"
)

// screenFaults are the calls that fail while a person types; reading is tried with the commands.
var screenFaults = []struct {
	calls string
	errno syscall.Errno
	on    bool
}{
	{"write", syscall.EIO, false}, {"write", syscall.ENOSPC, true}, {"sync", syscall.EIO, false}, {"sync", syscall.EIO, true},
	{"truncate", syscall.EIO, false}, {"open", syscall.EIO, false}, {"unlink", syscall.EIO, false},
}

// practice: what was typed stays on the screen after any error of the disk, and is kept once that is over.
func TestATypedFamilyOutlivesAnyErrorOfTheDisk(t *testing.T) {
	p := newInjected(t)
	var tries []injectedTry
	whole := p.typeFamily(t, injectedTry{})
	counts := whole.counted(t)
	for _, f := range screenFaults {
		for n := range counts[f.calls] {
			try := injectedTry{injection: injection{calls: f.calls, errno: f.errno, first: n + 1, last: n + 1}, after: whole.after}
			if f.on {
				try.last = math.MaxInt
			}
			tries = append(tries, try)
		}
	}
	p.tally = faultTally{}
	rng := rand.New(rand.NewPCG(injectionSeed, 2))
	rng.Shuffle(len(tries), func(i, j int) { tries[i], tries[j] = tries[j], tries[i] })
	t.Logf("seed %d; %d calls can fail", injectionSeed, len(tries))
	for _, try := range tries[:min(len(tries), injectedErrors/3)] {
		p.typeFamily(t, try)
	}
	p.tally.failed++ // a few tries may all hit calls whose error does not matter
	p.tally.print(t)
}

// typeFamily adds a family, and keeps it again when the fault is over; it gives the try with what is
// there afterwards.
func (p *injected) typeFamily(t *testing.T, try injectedTry) injectedTry {
	t.Helper()
	try.folder = filepath.Join(t.TempDir(), "caseload")
	try.report = filepath.Join(filepath.Dir(try.folder), "report")
	db := filepath.Join(try.folder, "caseload.db")
	if err := os.Mkdir(try.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(db, p.base, 0o600); err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("%s %d to %d: %v", try.calls, try.first, try.last, try.errno)
	p.tally.count(&p.tally.tries)
	c := console.Start(t, p.program, db, console.Options{Before: []string{p.tracer}, Env: []string{try.env()}, Args: []string{"--today", "2026-11-24T08:41"}})
	defer c.Kill()
	if !c.Sees("Promised", 20*time.Second) {
		p.tally.count(&p.tally.failed)
		p.refusedToOpen(t, name, c)
		p.hold(t, name, db, p.before)
		return try
	}
	c.Keys("2").See("name, child, class").Keys("n").See("Add a family").Keys("Zzyzx").See("Zzyzx").Keys("\x13")
	p.answered(t, name, c, try)
	if try.after == "" {
		try.after, _ = countsIn(t, db)
	}
	p.hold(t, name, db, try.after)
	if code := c.Keys("\x03").Ended(); code != 0 {
		t.Errorf("%s: it ended with %d", name, code)
	}
	return try
}

// refusedToOpen looks at what the program said when it ended instead of opening.
func (p *injected) refusedToOpen(t *testing.T, name string, c *console.Console) {
	t.Helper()
	said := strings.Join(strings.Fields(c.Text()), " ")
	if code := c.Ended(); code != 1 || !plainSentence(said) {
		p.tally.count(&p.tally.wrong)
		t.Errorf("%s: code %d, it said %q", name, code, said)
	}
}

// answered waits for the answer to keeping; after a refusal it ends the fault and keeps again.
func (p *injected) answered(t *testing.T, name string, c *console.Console, try injectedTry) {
	t.Helper()
	for range 2000 {
		if c.Sees("u undo: added", 10*time.Millisecond) {
			return
		}
		if strings.Contains(c.Text(), "! The ") && !c.Sees("u undo: added", 200*time.Millisecond) {
			break
		}
	}
	p.tally.count(&p.tally.failed)
	if text := c.Text(); !strings.Contains(text, "Zzyzx") || !strings.Contains(text, "Add a family") || unkindWords.MatchString(text) {
		p.tally.count(&p.tally.wrong)
		t.Errorf("%s: what was typed is not on the screen, or a programmer's word is:\n%s", name, text)
	}
	if err := os.WriteFile(try.over(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	unsure := strings.Contains(c.Text(), "at the very end")
	dismiss(t, c, "! The ")
	if unsure {
		c.Keys("\x1b").Gone("Add a family").See("Zzyzx") // a key right behind it would be one with Alt
		return
	}
	c.Keys("\x13").See("u undo: added")
}

func (p *injected) hold(t *testing.T, name, db, want string) {
	t.Helper()
	counts, err := countsIn(t, db)
	if err != nil {
		p.tally.count(&p.tally.unopened)
		t.Errorf("%s: the file does not open: %v", name, err)
		return
	}
	if counts != want {
		p.tally.count(&p.tally.lost)
		t.Errorf("%s: there are %s, want %s", name, counts, want)
	}
}
