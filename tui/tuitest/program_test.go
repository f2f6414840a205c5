package tuitest_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kettle/tui/tuitest/console"
)

func TestMain(m *testing.M) { console.Main(m) }

// result is how a command ended and what it printed.
type result struct {
	code     int
	out, err string
}

// command runs the program without a terminal, with a home and a data folder of its own.
func command(t *testing.T, args ...string) result {
	t.Helper()
	home := t.TempDir()
	run := exec.Command(console.Program(t), args...)
	run.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+filepath.Join(home, "data"), "KETTLE_DB=")
	var out, wrong strings.Builder
	run.Stdout, run.Stderr = &out, &wrong
	_ = run.Run()
	return result{run.ProcessState.ExitCode(), out.String(), wrong.String()}
}

// oneSentence fails the test unless what was said is one line in plain words, without a control
// character.
func oneSentence(t *testing.T, what, said string) {
	t.Helper()
	line, rest, ended := strings.Cut(said, "\n")
	words, named := strings.CutPrefix(line, "kettle: ")
	if !ended || rest != "" || !named || len(strings.Fields(words)) < 3 || strings.ContainsFunc(line, isControl) {
		t.Errorf("%s: %q is not one sentence", what, said)
	}
	for _, inner := range []string{"SQL", "sqlite", "goroutine", "panic", "%!"} {
		if strings.Contains(said, inner) {
			t.Errorf("%s: %q speaks of the inside of the program", what, said)
		}
	}
}

func isControl(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 }
