package tuitest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// Golden compares the screen with testdata/golden/NAME.txt, or writes that file with -update.
func (d *Driver) Golden(name string) *Driver {
	d.t.Helper()
	path := goldenFile(name)
	goldens.Store(path, true)
	got := strings.TrimRight(d.Screen(), "\n") + "\n"
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			d.t.Fatal(err)
		}
		return d
	}
	want, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatalf("no golden screen yet; write it with -update: %v", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		d.t.Errorf("the screen differs from %s (-want +got):\n%s", path, diff)
	}
	return d
}

func goldenFile(name string) string { return filepath.Join("testdata", "golden", name+".txt") }

// goldens are the golden screens that a test compared with.
var goldens sync.Map

// Main runs the tests of a package that has golden screens. One that no test uses is a fault: it is a
// picture of a screen that nobody looks at any more. With -update it is taken away.
func Main(m *testing.M) {
	code := m.Run()
	all := flag.Lookup("test.run").Value.String() == "" && flag.Lookup("test.skip").Value.String() == "" && !testing.Short()
	if code == 0 && all {
		code = unusedGoldens()
	}
	os.Exit(code)
}

func unusedGoldens() (code int) {
	files, _ := filepath.Glob(goldenFile("*")) // the pattern is sound
	for _, path := range files {
		if _, used := goldens.Load(path); used {
			continue
		}
		if *update && os.Remove(path) == nil {
			continue
		}
		fmt.Println(path, "is a golden screen that no test uses: take it away, or run the tests with -update")
		code = 1
	}
	return code
}
