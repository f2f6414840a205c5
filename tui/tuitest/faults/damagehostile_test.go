package faults_test

import (
	"database/sql"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// hostileSQL is what somebody might do to a caseload with another tool, so that opening it, reading or
// writing does what they want.
var hostileSQL = []string{
	"CREATE TRIGGER listener AFTER INSERT ON family BEGIN DELETE FROM contact; END",
	"CREATE TRIGGER listener AFTER INSERT ON step BEGIN UPDATE adult SET notes = 'gone'; END",
	"CREATE VIEW extra AS SELECT * FROM family",
	"CREATE TABLE extra (id INTEGER PRIMARY KEY)",
	"CREATE INDEX extra ON family (upper(name))",
	"CREATE INDEX extra ON family (name) WHERE notes <> ''",
	"DROP TABLE draft",
	"DROP INDEX pupil_family",
	"ALTER TABLE family ADD COLUMN extra TEXT DEFAULT 'x'",
	"ALTER TABLE contact RENAME TO contact_old; CREATE VIEW contact AS SELECT * FROM contact_old",
	"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (name <> '''')', '') WHERE name = 'school'",
	"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'notes TEXT', 'notes TEXT AS (name)') WHERE name = 'family'",
	"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'adult') WHERE name = 'pupil'",
	"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE family (' WHERE name = 'family'",
	"PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'contact'",
	"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET type = 'view', rootpage = 0, sql = 'CREATE VIEW setting AS SELECT 1 AS id, ''x'' AS key, ''y'' AS value' WHERE name = 'setting'",
	"PRAGMA user_version = 0",
}

// hostileFiles are made once for each caseload.
var hostileFiles sync.Map // path to [][]byte

func hostile(r *rand.Rand, s subject) damagedFile {
	made, _ := hostileFiles.Load(s.path)
	files := made.([][]byte)
	return damagedFile{data: files[r.IntN(len(files))]}
}

func makeHostile(t *testing.T, s subject) {
	t.Helper()
	var files [][]byte
	for _, text := range hostileSQL {
		path := filepath.Join(t.TempDir(), "hostile.db")
		if err := os.WriteFile(path, s.whole, 0o600); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		if _, err := db.Exec(text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
	}
	hostileFiles.Store(s.path, files)
}
