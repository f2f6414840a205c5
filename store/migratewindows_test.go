//go:build linux

package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strconv"
	"syscall"
	"testing"
)

// What another process, which is this test's program again, is told in its environment.
const (
	otherPath = "KETTLE_TEST_OPENS" // the caseload that it opens
	otherSQL  = "KETTLE_TEST_SQL"   // the migration that it knows beyond those of the program
	otherRoom = "KETTLE_TEST_ROOM"  // the largest file that it may write, in bytes
)

// The exit codes of the other process.
const (
	otherOpened  = 0
	otherRefused = 3
)

// TestAnotherProcessOpens is that process; without being told anything it has nothing to do.
func TestAnotherProcessOpens(t *testing.T) {
	path := os.Getenv(otherPath)
	if path == "" {
		t.Skip("is run by other tests")
	}
	writesEarly()
	happening = func() { syscall.Kill(os.Getpid(), syscall.SIGKILL) }
	withMigration(t, os.Getenv(otherSQL))
	if room, err := strconv.ParseUint(os.Getenv(otherRoom), 10, 63); err == nil {
		limitFiles(t, room)
	}
	s, err := Open(ctx, Options{Path: path, Now: testClock})
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(otherRefused)
	}
	os.Exit(otherOpened)
}

// writesEarly lets SQLite write changed pages before the end of a transaction, which the program does
// not: then what stops a migration stops it with the file half-written.
func writesEarly() {
	pragmas = slices.DeleteFunc(slices.Clone(pragmas), func(p string) bool { return p == "cache_spill(OFF)" })
}

// limitFiles makes every write beyond a size fail, as a disk does that gives out.
func limitFiles(t *testing.T, room uint64) {
	signal.Ignore(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	limit.Cur = room
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
}

// opensElsewhere begins to open a caseload in another process.
func opensElsewhere(t *testing.T, path, sql string, more ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestAnotherProcessOpens$")
	c.Env = append(append(os.Environ(), otherPath+"="+path, otherSQL+"="+sql), more...)
	c.Stderr = &bytes.Buffer{}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

// ended is the exit code of the other process; it is -1 when it was killed.
func ended(t *testing.T, c *exec.Cmd) int {
	t.Helper()
	var exit *exec.ExitError
	if err := c.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode()
}

// TestAMigrationThatIsKilledLeavesTheCaseloadAsItWas kills the process when it has written over parts of
// the file already. practice 12
func TestAMigrationThatIsKilledLeavesTheCaseloadAsItWas(t *testing.T) {
	path := unpacked(t, newestVersion())
	before := rowsIn(t, path)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if code := ended(t, opensElsewhere(t, path, familyMadeAnew()+ballast+"SELECT happens();"+ballastAgain)); code != -1 {
		t.Fatalf("the other process was not killed but ended with %d", code)
	}
	half, err := os.ReadFile(path)
	if err != nil || len(half) <= len(whole) || bytes.Equal(half[:len(whole)], whole) {
		t.Fatalf("it was killed before it wrote: %d bytes of %d (%v)", len(half), len(whole), err)
	}
	stayedBehind(t, path, before)
}

// TestAMigrationOnAFailingDiskLeavesTheCaseloadAsItWas lets the disk give out at several places.
func TestAMigrationOnAFailingDiskLeavesTheCaseloadAsItWas(t *testing.T) {
	for _, pages := range []int{0, 5, 60, 300, 600} {
		t.Run(fmt.Sprint(pages, " pages more"), func(t *testing.T) {
			path := unpacked(t, newestVersion())
			before := rowsIn(t, path)
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			room := fmt.Sprint(otherRoom, "=", info.Size()+int64(pages)*4096)
			c := opensElsewhere(t, path, familyMadeAnew()+ballast, room)
			if code := ended(t, c); code != otherRefused {
				t.Fatalf("it ended with %d: %s", code, c.Stderr)
			}
			stayedBehind(t, path, before)
		})
	}
}

// TestTwoWindowsBringOneCaseloadUpToDate opens an older caseload in two processes at the same time: one
// brings it up to date, once, and the other waits for it. practice 12
func TestTwoWindowsBringOneCaseloadUpToDate(t *testing.T) {
	version := newestVersion()
	withMigration(t, familyMadeAnew())
	for range 3 {
		path := unpacked(t, version)
		before := rowsIn(t, path)
		one, other := opensElsewhere(t, path, familyMadeAnew()), opensElsewhere(t, path, familyMadeAnew())
		for _, c := range []*exec.Cmd{one, other} {
			if code := ended(t, c); code != otherOpened {
				t.Errorf("one of them ended with %d: %s", code, c.Stderr)
			}
		}
		s := openAt(t, path)
		if after := rowsIn(t, path); len(after) != len(before)+1+countOf(t, s, "telling") {
			t.Errorf("%d rows became %d", len(before), len(after))
		}
		isSound(t, path)
	}
}

func countOf(t *testing.T, s *Store, table string) (n int) {
	t.Helper()
	if err := s.readers.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
