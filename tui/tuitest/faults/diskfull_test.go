//go:build linux

package faults_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kettle/tui/tuitest/console"
)

// The disk is a small file system in memory that only the program sees, in a namespace of its own. A
// ballast lies on it; taking that away makes room.
const (
	diskPage = 4096
	ballast  = 4 << 20

	mountSmall = `set -e; mount -t tmpfs -o size=$SMALL_SIZE,mode=700 tmpfs "$SMALL_FOLDER"
if [ -n "$SMALL_BASE" ]; then cp "$SMALL_BASE" "$SMALL_FOLDER/caseload.db"; chmod 600 "$SMALL_FOLDER/caseload.db"; fi
head -c $SMALL_BALLAST /dev/zero > "$SMALL_FOLDER/ballast"; `

	onSmall = mountSmall + `exec "$0" "$@"`

	// twiceOnSmall runs a command on the full disk, and again when there is room, and copies what is there.
	twiceOnSmall = mountSmall + `set +e
"$0" "$@" 2>"$SMALL_OUT/said1"; echo $? >"$SMALL_OUT/code1"; rm "$SMALL_FOLDER/ballast"; cp -r "$SMALL_FOLDER" "$SMALL_OUT/1"
"$0" "$@" 2>"$SMALL_OUT/said2"; echo $? >"$SMALL_OUT/code2"; cp -r "$SMALL_FOLDER" "$SMALL_OUT/2"; exit 0`
)

// smallDisk says how much room there is beside the ballast and the caseload to begin with, if any.
type smallDisk struct {
	pages     int
	base      string
	folder    string
	out       string
	namespace []string
}

func newSmallDisk(t *testing.T, pages int, base string) smallDisk {
	t.Helper()
	return smallDisk{pages, base, t.TempDir(), t.TempDir(), []string{"unshare", "-rm", "sh", "-c"}}
}

func (d smallDisk) env(t *testing.T) []string {
	t.Helper()
	size := ballast + d.pages*diskPage
	if d.base != "" {
		info, err := os.Stat(d.base)
		if err != nil {
			t.Fatal(err)
		}
		size += int(info.Size())
	}
	return []string{fmt.Sprintf("SMALL_SIZE=%d", size), fmt.Sprintf("SMALL_BALLAST=%d", ballast),
		"SMALL_FOLDER=" + d.folder, "SMALL_BASE=" + d.base, "SMALL_OUT=" + d.out}
}

// needsSmallDisks skips where nobody may mount a file system in a namespace.
func needsSmallDisks(t *testing.T) {
	t.Helper()
	d := newSmallDisk(t, 16, "")
	cmd := exec.Command("unshare", "-rm", "sh", "-c", mountSmall)
	cmd.Env = append(os.Environ(), d.env(t)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("this system lets nobody mount a small disk in a namespace (unshare -rm, mount -t tmpfs): %v %s", err, out)
	}
}

// How much room everything of one stage needs, in pages, and a little more.
var diskStages = []struct {
	name  string
	pages int
	try   func(f *fullDisks, t *testing.T, pages int)
}{
	{"making a caseload and taking in a file", 190, func(f *fullDisks, t *testing.T, pages int) { f.import2(t, pages, false) }},
	{"a backup and taking in a file", 240, func(f *fullDisks, t *testing.T, pages int) { f.import2(t, pages, true) }},
	{"the screens", 40, func(f *fullDisks, t *testing.T, pages int) { f.screens(t, pages) }},
}

// fullDisks is what all tries share.
type fullDisks struct {
	program, base, csv string
	tally              faultTally
	before             string
	imported, typed    string // what is there when all was kept
	madeAnew           string
}

// practice: when the disk is full a sentence says so, nothing is half-written, what was typed stays, and
// with room again it goes on.
func TestAFullDiskIsSaidAndNothingIsLost(t *testing.T) {
	f := &fullDisks{program: console.Program(t)}
	needsSmallDisks(t)
	f.prepare(t)
	t.Run("sizes", func(t *testing.T) {
		each := diskSizes / len(diskStages)
		for i, stage := range diskStages {
			t.Run(stage.name, func(t *testing.T) {
				t.Parallel()
				n := each
				if i == 0 {
					n = diskSizes - each*(len(diskStages)-1)
				}
				for k := range n {
					stage.try(f, t, k*stage.pages/n)
				}
			})
		}
	})
	f.tally.print(t)
}

// prepare makes the caseload to begin with, and what each stage leaves where there is room enough.
func (f *fullDisks) prepare(t *testing.T) {
	t.Helper()
	f.base = filepath.Join(t.TempDir(), "base.db")
	if out, err := exec.Command(f.program, "demo", "--families", "1", "--today", "2026-11-24", "--into", f.base).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	f.csv = filepath.Join(t.TempDir(), "pupils.csv")
	if err := os.WriteFile(f.csv, []byte("UPN,Forename,Surname,DOB,Year\nA123456789012,Chidi,Zzyzx,14/03/2018,4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f.before = f.counts(t, f.base)
	f.imported = f.counts(t, filepath.Join(f.twice(t, 4000, true), "1", "caseload.db"))
	f.madeAnew = f.counts(t, filepath.Join(f.twice(t, 4000, false), "1", "caseload.db"))
	f.screens(t, 4000)
	f.tally = faultTally{}
}

func (f *fullDisks) counts(t *testing.T, path string) string {
	t.Helper()
	counts, err := countsIn(t, path)
	if err != nil {
		t.Errorf("the file does not open: %v", err)
		f.tally.count(&f.tally.unopened)
	}
	return counts
}

// twice takes a file in on a disk with so much room, and again when there is more.
func (f *fullDisks) twice(t *testing.T, pages int, exists bool) (out string) {
	t.Helper()
	d := newSmallDisk(t, pages, "")
	if exists {
		d.base = f.base
	}
	line := append(d.namespace[1:], twiceOnSmall, f.program, "import", f.csv, "--yes", "--db", filepath.Join(d.folder, "caseload.db"))
	cmd := exec.Command(d.namespace[0], line...)
	cmd.Env = append(append(os.Environ(), d.env(t)...), "HOME="+t.TempDir())
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return d.out
}

func (f *fullDisks) import2(t *testing.T, pages int, exists bool) {
	t.Helper()
	out := f.twice(t, pages, exists)
	f.tally.count(&f.tally.tries)
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(text))
	}
	after, nothing := f.imported, f.before
	if !exists {
		after, nothing = f.madeAnew, ""
	}
	counts := f.counts(t, filepath.Join(out, "1", "caseload.db"))
	if !exists && strings.HasPrefix(counts, "step 0 change_log 0 family 0 ") {
		counts = ""
	}
	if read("code1") != "0" {
		f.tally.count(&f.tally.failed)
		f.mustSay(t, pages, read("said1"))
	}
	if want := map[bool]string{true: after, false: nothing}[read("code1") == "0"]; counts != want {
		f.lose(t, "with %d pages, answered with %s, there are %s", pages, read("code1"), counts)
	}
	if again := f.counts(t, filepath.Join(out, "2", "caseload.db")); read("code2") != "0" || again != after {
		f.lose(t, "with room again after %d pages: code %s, %s, there are %s", pages, read("code2"), read("said2"), again)
	}
	if left, _ := filepath.Glob(filepath.Join(out, "1", "backups", ".unfinished*")); len(left) > 0 {
		f.lose(t, "with %d pages half a backup is left", pages)
	}
	if left, _ := filepath.Glob(filepath.Join(out, "?", "backups", "caseload-*.db")); len(left) > 0 {
		f.backupsWhole(t, pages, left, exists)
	}
}

func (f *fullDisks) backupsWhole(t *testing.T, pages int, backups []string, exists bool) {
	t.Helper()
	for _, backup := range backups {
		counts := f.counts(t, backup)
		if empty := !exists && strings.HasPrefix(counts, "step 0 change_log 0 family 0 "); counts != f.before && !empty {
			f.lose(t, "with %d pages a backup holds %s", pages, counts)
		}
	}
}

func (f *fullDisks) lose(t *testing.T, format string, args ...any) {
	t.Helper()
	t.Errorf(format, args...)
	f.tally.count(&f.tally.lost)
}

func (f *fullDisks) mustSay(t *testing.T, pages int, said string) {
	t.Helper()
	if !plainSentence(said) || !strings.Contains(said, "The disk is full") || !strings.Contains(said, "make room") {
		t.Errorf("with %d pages it said %q", pages, said)
		f.tally.count(&f.tally.wrong)
	}
}

// screens adds a family on a disk with so much room, then makes room and keeps it again.
func (f *fullDisks) screens(t *testing.T, pages int) {
	t.Helper()
	d := newSmallDisk(t, pages, f.base)
	db := filepath.Join(d.folder, "caseload.db")
	c := console.Start(t, f.program, db, console.Options{Before: append(d.namespace, onSmall), Env: d.env(t), Args: []string{"--today", "2026-11-24T08:41"}})
	defer c.Kill()
	f.tally.count(&f.tally.tries)
	inside := fmt.Sprintf("/proc/%d/root", c.Pid())
	c.See("Promised").Keys("2").See("name, child, class").Keys("n").See("Add a family").Keys("Zzyzx").See("Zzyzx")
	if pages%3 == 2 && c.Sees("The disk is full", 3*time.Second) { // the draft of it
		dismiss(t, c, "The disk is full")
	}
	c.Keys("\x13")
	if !f.kept(t, c) {
		f.tally.count(&f.tally.failed)
		f.stays(t, c, pages, inside+db)
		if err := os.Remove(inside + filepath.Join(d.folder, "ballast")); err != nil {
			t.Fatal(err)
		}
		dismiss(t, c, "The disk is full")
		c.Keys("\x13").See("u undo: added")
	}
	counts := f.counts(t, inside+db)
	if f.typed == "" {
		f.typed = counts
	}
	if counts != f.typed {
		f.lose(t, "with %d pages a family is shown as kept, and there are %s", pages, counts)
	}
	if code := c.Keys("\x03").Ended(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
}

// kept waits until the screen says that the family was kept, or that the disk is full.
func (f *fullDisks) kept(t *testing.T, c *console.Console) bool {
	t.Helper()
	for range 2000 {
		if c.Sees("u undo: added", 10*time.Millisecond) {
			return true
		}
		if strings.Contains(c.Text(), "The disk is full") {
			return c.Sees("u undo: added", 300*time.Millisecond)
		}
	}
	t.Fatalf("no answer to keeping:\n%s", c.Text())
	return false
}

// stays looks at the form after a refusal, and at the file.
func (f *fullDisks) stays(t *testing.T, c *console.Console, pages int, db string) {
	t.Helper()
	if text := c.Text(); !strings.Contains(text, "Zzyzx") || !strings.Contains(text, "Add a family") || !strings.Contains(text, "make room") {
		t.Errorf("with %d pages what was typed, or what to do, is not on the screen:\n%s", pages, text)
		f.tally.count(&f.tally.wrong)
	}
	if counts := f.counts(t, db); counts != f.before {
		f.lose(t, "with %d pages, refused, there are %s", pages, counts)
	}
}
