package store

import (
	"bytes"
	"context"
	"database/sql/driver"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"kettle/model"

	"modernc.org/sqlite"
)

// withMigration makes this test's program one version newer.
func withMigration(t *testing.T, sql string) {
	t.Helper()
	old := migrations
	next := migration{version: len(old()) + 1, name: "next", sql: func() string { return sql }}
	migrations = func() []migration { return append(append([]migration{}, old()...), next) }
	t.Cleanup(func() { migrations = old })
}

func TestAnOlderCaseloadIsBackedUpAndBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	o := addOkafors(t, openAt(t, path))
	version := newestVersion()
	withMigration(t, "ALTER TABLE family ADD COLUMN hue TEXT NOT NULL DEFAULT 'plain'")
	s := openAt(t, path)

	backups, err := ListBackups(ctx, s.o)
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

// familyMadeAnew is a migration of the hardest kind: it fills a new table and a new column from what is
// there, and puts a table that everything points at in place of the old one. Run twice, it fails.
func familyMadeAnew() string {
	_, after, _ := strings.Cut(schemaText(), "CREATE TABLE family (")
	columns, _, _ := strings.Cut(after, ") STRICT;")
	return `
CREATE TABLE telling (id INTEGER PRIMARY KEY AUTOINCREMENT, family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE, words TEXT NOT NULL) STRICT;
INSERT INTO telling (family_id, words) SELECT family_id, words FROM contact WHERE words <> '';
CREATE TABLE new_family (` + columns + `) STRICT;
INSERT INTO new_family SELECT * FROM family;
DROP TABLE family;
ALTER TABLE new_family RENAME TO family;
CREATE INDEX family_removed ON family (id) WHERE deleted_at <> '';
ALTER TABLE family ADD COLUMN hue TEXT NOT NULL DEFAULT 'plain';
UPDATE family SET hue = 'green' WHERE id IN (SELECT family_id FROM contact);
INSERT INTO about (key, value) VALUES ('brought up to date', 'once');
`
}

func schemaText() string {
	var text strings.Builder
	for _, m := range migrations() {
		text.WriteString(m.sql())
	}
	return text.String()
}

// ballast changes pages all over the file and adds hundreds.
const ballast = `
UPDATE pupil SET interests = interests || ' and trains';
UPDATE contact SET need = need || ' ' WHERE kind <> 'passed to the DSL';
CREATE TABLE ballast (id INTEGER PRIMARY KEY, stones BLOB) STRICT;
INSERT INTO ballast (stones) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 700) SELECT randomblob(3900) FROM n;
`

// ballastAgain goes on writing.
const ballastAgain = "INSERT INTO ballast (stones) SELECT stones FROM ballast"

// happens does in the midst of a migration what a test wants to happen there: "SELECT happens()".
var happening = func() {}

func init() {
	sqlite.MustRegisterScalarFunction("happens", 0, func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) {
		happening()
		return int64(1), nil
	})
}

// stayedBehind fails the test when a caseload is not what it was before its migration failed, or has no
// backup; then it lets one that works bring it up to date.
func stayedBehind(t *testing.T, path string, before map[string]map[string]any) {
	t.Helper()
	version := newestVersion()
	s := openAt(t, path)
	if _, got, err := s.marks(ctx); err != nil || got != version {
		t.Errorf("it is of version %d, want %d (%v)", got, version, err)
	}
	after := rowsIn(t, path)
	if lost := lostRows(before, after); lost != "" || len(before) != len(after) {
		t.Errorf("%d rows became %d:\n%s", len(before), len(after), lost)
	}
	var text int
	if err := s.readers.QueryRow("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%hue%' OR name IN ('telling', 'ballast', 'new_family')").Scan(&text); err != nil || text > 0 {
		t.Errorf("something of the migration stands (%v)", err)
	}
	isSound(t, path)
	backups, err := ListBackups(ctx, s.o)
	if err != nil || len(backups) == 0 || backups[0].Why != "migrate" || backups[0].Fault != "" {
		t.Fatalf("the backups are %+v, %v", backups, err)
	}
	if lost := lostRows(before, rowsIn(t, backups[0].Path)); lost != "" {
		t.Errorf("the backup lacks:\n%s", lost)
	}
	t.Run("the next program brings it up to date", func(t *testing.T) {
		withMigration(t, familyMadeAnew())
		broughtUp(t, path, before)
	})
}

// broughtUp fails the test when a caseload is not up to date, or lost something.
func broughtUp(t *testing.T, path string, before map[string]map[string]any) {
	t.Helper()
	s := openAt(t, path)
	if _, got, err := s.marks(ctx); err != nil || got != newestVersion() {
		t.Errorf("it is of version %d, want %d (%v)", got, newestVersion(), err)
	}
	if lost := lostRows(before, rowsIn(t, path)); lost != "" {
		t.Errorf("rows were lost or changed:\n%s", lost)
	}
	isSound(t, path)
}

func TestAMigrationThatFailsLeavesTheCaseloadAsItWas(t *testing.T) {
	for name, c := range map[string]struct {
		sql    string
		happen func(cancel func())
	}{
		"wrong SQL at its end":           {familyMadeAnew() + ballast + "INSERT INTO nowhere VALUES (1)", func(func()) {}},
		"a rule of a table is broken":    {ballast + "INSERT INTO family (uid, name, created_at, updated_at) SELECT uid, name, '', '' FROM family", func(func()) {}},
		"a row would point at nothing":   {ballast + "DELETE FROM family WHERE id IN (SELECT family_id FROM pupil)", func(func()) {}},
		"no room on the disk":            {"PRAGMA max_page_count = 200;" + ballast, func(func()) {}},
		"the person leaves in its midst": {familyMadeAnew() + ballast + "SELECT happens();" + ballastAgain, func(cancel func()) { cancel() }},
	} {
		t.Run(name, func(t *testing.T) {
			path := unpacked(t, newestVersion())
			before := rowsIn(t, path)
			t.Run("newer program", func(t *testing.T) {
				until, cancel := context.WithCancel(ctx)
				defer cancel()
				happening = func() { c.happen(cancel) }
				withMigration(t, c.sql)
				if s, err := Open(until, Options{Path: path}); err == nil {
					s.Close()
					t.Fatal("a migration that failed was taken as done")
				}
			})
			stayedBehind(t, path, before)
		})
	}
}

func TestWithoutABackupNothingIsBroughtUpToDate(t *testing.T) {
	path := unpacked(t, newestVersion())
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "backups"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	withMigration(t, familyMadeAnew())
	if s, err := Open(ctx, Options{Path: path}); err == nil {
		s.Close()
		t.Error("it was brought up to date all the same")
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestAnOlderCaseloadIsNotBroughtUpToDateByLooking(t *testing.T) {
	path := unpacked(t, newestVersion())
	before, _ := os.ReadFile(path)
	withMigration(t, familyMadeAnew())
	refused(t, Options{Path: path, ReadOnly: true}, "open it once in the ordinary way")
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestACaseloadOfANewerKettleIsRefusedUntouched(t *testing.T) {
	path := unpacked(t, newestVersion())
	t.Run("newer program", func(t *testing.T) {
		withMigration(t, familyMadeAnew())
		openAt(t, path)
	})
	before, _ := os.ReadFile(path)
	for _, readOnly := range []bool{false, true} {
		refused(t, Options{Path: path, ReadOnly: readOnly}, "newer Kettle")
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
			t.Errorf("read only %v: the file was changed (%v)", readOnly, err)
		}
	}
}

// A window that was open while a newer program brought the caseload up to date does not know what a
// whole row is any more: the log would lack the new columns.
func TestAnOlderWindowWritesNoMoreIntoANewerCaseload(t *testing.T) {
	path := unpacked(t, newestVersion())
	old := openAt(t, path)
	must(t)(old.SaveFamily(ctx, model.Family{Name: "Petrov"}))
	t.Run("newer program", func(t *testing.T) {
		withMigration(t, familyMadeAnew())
		openAt(t, path)
	})
	before := rowsIn(t, path)
	_, err := old.SaveFamily(ctx, model.Family{Name: "Adeyemi"})
	var p Problem
	if !errors.As(err, &p) || !strings.Contains(p.Sentence, "newer Kettle") {
		t.Errorf("writing answered %v, want a sentence", err)
	}
	if after := rowsIn(t, path); len(after) != len(before) {
		t.Error("it wrote all the same")
	}
}

func TestANewCaseloadHasNoBackup(t *testing.T) {
	s := openNew(t)
	if all, err := ListBackups(ctx, s.o); err != nil || len(all) != 0 {
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
