package store

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// A large caseload is copied through little memory: the laptop has other things open.
func TestABackupOfALargeCaseloadTakesLittleMemory(t *testing.T) {
	s := openNew(t)
	family := addOkafors(t, s).family
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	writeLongNotes(t, s.o.Path, family)
	s = openAt(t, s.o.Path)
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		t.Skip("this system does not measure anew how much memory is in use:", err)
	}
	before := mostMemory(t)
	if _, err := s.Backup(ctx, "daily"); err != nil {
		t.Fatal(err)
	}
	if more := mostMemory(t) - before; more > 20<<20 {
		t.Errorf("a backup of 40 MB took %d MB of memory", more>>20)
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
