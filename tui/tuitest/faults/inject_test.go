//go:build linux && amd64

package faults_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kettle/tui/tuitest/console"
)

const injectionSeed = 20261124

// injectedCommand is a command of the program that works on the caseload of a folder.
type injectedCommand struct {
	name   string
	args   string // with %[1]s the folder
	exists bool   // works on a caseload that is there
}

var injectedCommands = []injectedCommand{
	{"demo", "demo --families 1 --today 2026-11-24 --into %[1]s/caseload.db", false},
	{"import", "import %[1]s/pupils.csv --yes --db %[1]s/caseload.db", true},
	{"backup", "backup --db %[1]s/caseload.db", true},
}

// injectedFaults are the kinds of call that fail, the errors, and whether one fails or all from there on.
var injectedFaults = []struct {
	calls string
	errno syscall.Errno
	on    bool
}{
	{"write", syscall.EIO, false}, {"write", syscall.ENOSPC, false}, {"write", syscall.ENOSPC, true}, {"sync", syscall.EIO, false}, {"sync", syscall.EIO, true},
	{"truncate", syscall.EIO, false}, {"open", syscall.EIO, false}, {"open", syscall.EACCES, true}, {"open", syscall.EMFILE, false},
	{"rename", syscall.EIO, false}, {"unlink", syscall.EIO, false}, {"unlink", syscall.EACCES, true},
	{"mkdir", syscall.ENOSPC, false}, {"stat", syscall.EIO, false}, {"read", syscall.EIO, false}, {"read", syscall.EIO, true},
}

// injectedTry is one run: the command, and the call that fails in it.
type injectedTry struct {
	injectedCommand
	injection
	after string // what is in the caseload when the command has done all
}

// practice: an error at every single call leaves the file whole, with all of a step or nothing of it,
// and a person is told.
func TestAnErrorOfTheDiskAtAnyMomentLeavesNothingHalfWritten(t *testing.T) {
	p := newInjected(t)
	tries := p.tries(t)
	t.Logf("seed %d; %d calls can fail, %d are tried", injectionSeed, len(tries), min(len(tries), injectedErrors))
	rng := rand.New(rand.NewPCG(injectionSeed, 1))
	rng.Shuffle(len(tries), func(i, j int) { tries[i], tries[j] = tries[j], tries[i] })
	tries = tries[:min(len(tries), injectedErrors)]
	t.Run("tries", func(t *testing.T) {
		for worker := range 2 {
			t.Run(fmt.Sprint(worker), func(t *testing.T) {
				t.Parallel()
				for i := worker; i < len(tries); i += 2 {
					p.try(t, tries[i])
				}
			})
		}
	})
	p.tally.print(t)
}

// injected is what all tries share: the program and a caseload to begin with.
type injected struct {
	program, tracer string
	base            []byte
	before          string
	tally           faultTally
}

func newInjected(t *testing.T) *injected {
	t.Helper()
	p := &injected{program: console.Program(t)}
	var err error
	if p.tracer, err = os.Executable(); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "base.db")
	if out, err := exec.Command(p.program, "demo", "--families", "1", "--today", "2026-11-24", "--into", db).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if p.before, err = countsIn(t, db); err != nil {
		t.Fatal(err)
	}
	if p.base, err = os.ReadFile(db); err != nil {
		t.Fatal(err)
	}
	return p
}

// tries counts the calls of each kind in each command, and makes a try of each.
func (p *injected) tries(t *testing.T) (all []injectedTry) {
	for _, command := range injectedCommands {
		try := injectedTry{injectedCommand: command}
		folder, _, code := p.run(t, &try)
		if code == noTracer {
			t.Skip("this system lets no process trace another")
		}
		after, err := countsIn(t, filepath.Join(folder, "caseload.db"))
		if err != nil || code != 0 {
			t.Fatalf("%s without a fault: code %d, %v", command.name, code, err)
		}
		counts := try.counted(t)
		for _, f := range injectedFaults {
			for n := range counts[f.calls] {
				try := injectedTry{injectedCommand: command, injection: injection{calls: f.calls, errno: f.errno, first: n + 1, last: n + 1}, after: after}
				if f.on {
					try.last = math.MaxInt
				}
				all = append(all, try)
			}
		}
	}
	return all
}

// run runs a command with its fault in a folder of its own.
func (p *injected) run(t *testing.T, try *injectedTry) (folder, said string, code int) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "caseload")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"pupils.csv": []byte("UPN,Forename,Surname,DOB,Year\nA123456789012,Chidi,Zzyzx,14/03/2018,4\n")}
	if try.exists {
		files["caseload.db"] = p.base
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	try.folder, try.report = filepath.Join(folder, ""), filepath.Join(filepath.Dir(folder), "report")
	cmd := exec.Command(p.tracer, append([]string{p.program}, strings.Fields(fmt.Sprintf(try.args, folder))...)...)
	cmd.Env = append(os.Environ(), try.env(), "HOME="+t.TempDir())
	var errors bytes.Buffer
	cmd.Stderr = &errors
	_ = cmd.Run()
	return folder, errors.String(), cmd.ProcessState.ExitCode()
}

func (p *injected) try(t *testing.T, try injectedTry) {
	t.Helper()
	folder, said, code := p.run(t, &try)
	p.tally.count(&p.tally.tries)
	name := fmt.Sprintf("%s, %s %d to %d: %v", try.name, try.calls, try.first, try.last, try.errno)
	if code != 0 {
		p.tally.count(&p.tally.failed)
		if code != 1 || !plainSentence(said) {
			p.tally.count(&p.tally.wrong)
			t.Errorf("%s: code %d, said %q", name, code, said)
		}
	}
	if !strings.Contains(said, "may be kept or not") {
		p.look(t, name, folder, try, code == 0)
	}
	p.backupsWhole(t, name, folder)
}

// look compares what is there with what was answered.
func (p *injected) look(t *testing.T, name, folder string, try injectedTry, done bool) {
	t.Helper()
	path := filepath.Join(folder, "caseload.db")
	if _, err := os.Stat(path); os.IsNotExist(err) && !try.exists && !done {
		return
	}
	counts, err := countsIn(t, path)
	if err != nil {
		p.tally.count(&p.tally.unopened)
		t.Errorf("%s: the file does not open: %v", name, err)
		return
	}
	nothing := counts == p.before
	if !try.exists {
		nothing = strings.HasPrefix(counts, "step 0 change_log 0 family 0 ")
	}
	if done && counts != try.after || !done && !nothing && counts != try.after {
		p.tally.count(&p.tally.lost)
		t.Errorf("%s: done %v, but there are %s", name, done, counts)
	}
	if !done && !nothing && try.after != p.before {
		p.tally.count(&p.tally.denied)
		t.Errorf("%s: all was kept, but not answered so", name)
	}
}

// backupsWhole looks at every backup that has its name: it must be whole.
func (p *injected) backupsWhole(t *testing.T, name, folder string) {
	t.Helper()
	backups, err := filepath.Glob(filepath.Join(folder, "backups", "caseload-*.db"))
	if err != nil {
		t.Fatal(err)
	}
	for _, backup := range backups {
		if counts, err := countsIn(t, backup); err != nil || counts != p.before {
			p.tally.count(&p.tally.unopened)
			t.Errorf("%s: the backup holds %s, %v", name, counts, err)
		}
	}
}
