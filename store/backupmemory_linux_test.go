package store

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// otherBackup names the caseload that another process, which is this test's program again, copies.
const otherBackup = "KETTLE_TEST_BACKUP"

// A large caseload is copied through little memory: the laptop has other things open. It is measured in
// a process that does nothing else, since what earlier tests left in memory comes and goes by itself.
func TestABackupOfALargeCaseloadTakesLittleMemory(t *testing.T) {
	if path := os.Getenv(otherBackup); path != "" {
		backsUpInLittleMemory(t, path)
		return
	}
	s := openNew(t)
	family := addOkafors(t, s).family
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	writeLongNotes(t, s.o.Path, family)
	c := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	c.Env = append(os.Environ(), otherBackup+"="+s.o.Path)
	said, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if copies, err := filepath.Glob(filepath.Join(s.backupFolder(), "*daily*")); err != nil || len(copies) != 1 {
		t.Fatalf("the other process made %q (%v)\n%s", copies, err, said)
	}
}

func backsUpInLittleMemory(t *testing.T, path string) {
	s := openAt(t, path)
	before := mostMemory(t)
	if _, err := s.Backup(ctx, "daily"); err != nil {
		t.Fatal(err)
	}
	more := mostMemory(t) - before
	t.Logf("a backup of 40 MB took %.1f MB of memory", float64(more)/(1<<20))
	if more > 20<<20 {
		t.Error("that is more than 20 MB")
	}
}

// writeLongNotes writes 40 MB of notes into a caseload, without keeping them in memory.
func writeLongNotes(t *testing.T, path string, family int64) {
	t.Helper()
	db, err := connect(path, 1, "rw", "cache_spill(ON)", "synchronous(OFF)")
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
		INSERT INTO contact (uid, family_id, at, recorded, kind, note, created_at, updated_at)
		SELECT 'made-' || i, ?, '2026-11-20T08:40', '2026-11-20T08:40', 'information', hex(zeroblob(50000)), '2026-11-20T08:40', '2026-11-20T08:40' FROM n`, family)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// mostMemory is how many bytes this process had in memory at most.
func mostMemory(t *testing.T) (bytes int64) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(rest, &bytes); err != nil {
		t.Skip(err)
	}
	return bytes << 10
}
