package tuitest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// Golden compares the screen with testdata/golden/NAME.txt, or writes that file with -update.
func (d *Driver) Golden(name string) *Driver {
	d.t.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
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
