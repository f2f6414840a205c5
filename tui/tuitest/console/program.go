// Package console runs the real program in a real pseudo-terminal and reads its screen. What a test
// then does to it stands in the test; the root without a terminal is played by tuitest itself.
package console

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// built holds the program that the tests of one package run, once one of them has asked for it.
var built struct {
	once   sync.Once
	folder string
	err    error
}

// Main runs the tests of a package and clears away the program that was built for them.
func Main(m *testing.M) {
	code := m.Run()
	if built.folder != "" {
		os.RemoveAll(built.folder)
	}
	os.Exit(code)
}

// Program is the path of the real program, which is built once for all tests of a package; with -short
// the test is skipped.
func Program(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program")
	}
	built.once.Do(func() {
		if built.folder, built.err = os.MkdirTemp("", "kettle-test-"); built.err != nil {
			return
		}
		if out, err := exec.Command("go", "build", "-o", programIn(built.folder), "kettle").CombinedOutput(); err != nil {
			built.err = fmt.Errorf("%w\n%s", err, out)
		}
	})
	if built.err != nil {
		t.Fatalf("building the program: %v", built.err)
	}
	return programIn(built.folder)
}

func programIn(folder string) string {
	if runtime.GOOS == "windows" {
		return filepath.Join(folder, "kettle.exe")
	}
	return filepath.Join(folder, "kettle")
}
