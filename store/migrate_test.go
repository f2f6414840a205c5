package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"kettle/model"
)

// withMigration makes this test's program one version newer.
func withMigration(t *testing.T, sql string) {
	t.Helper()
	old := migrations
	next := migration{version: len(old()) + 1, name: "next", sql: sql}
	migrations = func() []migration { return append(append([]migration{}, old()...), next) }
	t.Cleanup(func() { migrations = old })
}

func TestAnOlderCaseloadIsBackedUpAndBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	o := addOkafors(t, openAt(t, path))
	version := newestVersion()
	withMigration(t, "ALTER TABLE family ADD COLUMN hue TEXT NOT NULL DEFAULT 'plain'")
	s := openAt(t, path)

	backups, err := s.Backups(ctx)
	if err != nil || len(backups) != 1 || backups[0].Why != "migrate" || backups[0].Families != 1 || backups[0].Fault != "" {
		t.Fatalf("the backups are %+v, %v", backups, err)
	}
	old, err := os.ReadFile(backups[0].Path)
	if err != nil || int(old[63]) != version {
		t.Errorf("the backup is of version %d, want %d (%v)", old[63], version, err)
	}
	if _, got, err := s.marks(ctx); err != nil || got != version+1 {
		t.Errorf("the caseload is of version %d, want %d (%v)", got, version+1, err)
	}
	f := model.Family{ID: o.family, Name: "Okafor", Notes: "new"}
	must(t)(s.step(ctx, "painted", func(w *work) error {
		_, err := w.exec("UPDATE family SET hue = 'green' WHERE id = ?", f.ID)
		return err
	}))
	var after string
	if err := s.writer.QueryRow("SELECT after FROM change_log ORDER BY id DESC LIMIT 1").Scan(&after); err != nil || !strings.Contains(after, `"hue":"green"`) {
		t.Errorf("the log does not know the new column: %s, %v", after, err)
	}
}

func TestAMigrationThatFailsLeavesTheCaseloadAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	o := addOkafors(t, openAt(t, path))
	t.Run("newer program", func(t *testing.T) {
		withMigration(t, "ALTER TABLE family ADD COLUMN hue TEXT; INSERT INTO nowhere VALUES (1)")
		if s, err := Open(ctx, Options{Path: path}); err == nil {
			s.Close()
			t.Fatal("a migration that cannot run was taken as done")
		}
	})
	s := openAt(t, path)
	if f, err := s.Family(ctx, o.family); err != nil || f.Name != "Okafor" {
		t.Errorf("read %+v, %v", f, err)
	}
	var columns int
	if err := s.writer.QueryRow("SELECT count(*) FROM pragma_table_info('family') WHERE name = 'hue'").Scan(&columns); err != nil || columns != 0 {
		t.Errorf("half of the migration stands (%v)", err)
	}
}

func TestANewCaseloadHasNoBackup(t *testing.T) {
	s := openNew(t)
	if all, err := s.Backups(ctx); err != nil || len(all) != 0 {
		t.Errorf("a caseload that was just made has backups %+v, %v", all, err)
	}
}

func TestTheNumbersOfMigrationsHaveNoGap(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a gap was read over")
		}
	}()
	readMigrations(fstest.MapFS{"schema/0001_a.sql": {}, "schema/0003_c.sql": {}})
}
