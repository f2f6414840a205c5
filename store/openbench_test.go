package store

import (
	"database/sql"
	"path/filepath"
	"testing"

	"modernc.org/sqlite"

	"kettle/model"
	"kettle/store/demo"
)

// longLog is how many rows of the change log count as a long one: years of use.
const longLog = 200_000

// withLog is a caseload of a small made-up school with so many rows in its change log, in steps of four.
func withLog(t testing.TB, rows int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "caseload.db")
	s := openAt(t, path)
	school := demo.Make(demo.Options{Families: 20, Seed: 1, Today: "2026-11-24", Now: "2026-11-24T08:41"})
	if err := s.Fill(ctx, school); err != nil {
		t.Fatal(err)
	}
	err := s.write(ctx, func(w *work) (bool, error) {
		for _, fill := range []string{
			`INSERT INTO step (title, window, at, kind) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
				SELECT 'logged a call', '1-long-ago', '2026-11-24T08:41', 'do' FROM n WHERE i % 4 = 0`,
			`INSERT INTO change_log (step_id, tbl, row_id, op, before, after) WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
				SELECT (i - 1) / 4 + 1, 'contact', i, 'update', '{"note":"Rang back in the afternoon."}', '{"note":"Rang back in the evening."}' FROM n WHERE ?1 > 0`,
		} {
			if _, err := w.exec(fill, rows); err != nil {
				return false, err
			}
		}
		return true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// firstPage opens a caseload and reads what the first screen shows.
func firstPage(t testing.TB, path string, with Options) *Store {
	t.Helper()
	with.Path, with.Now = path, testClock
	s, err := Open(ctx, with)
	if err != nil {
		t.Fatal(err)
	}
	world, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Today(ctx, model.MomentOf(testNow), world); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestOpeningReadsNoMorePagesForALongLog counts the pages that opening and the first page read from the
// file. A small file is looked through as a whole when it is opened, which has its own limit and is left
// out here. practice 3
func TestOpeningReadsNoMorePagesForALongLog(t *testing.T) {
	short, long := pagesRead(t, withLog(t, 4)), pagesRead(t, withLog(t, longLog))
	t.Logf("pages read until the first page stands: %d with 4 entries in the log, %d with %d", short, long, longLog)
	if short < 5 {
		t.Errorf("%d pages were counted: too few to be true", short)
	}
	if long > short+2 {
		t.Errorf("%d pages are read with a long log, %d with a short one", long, short)
	}
}

func pagesRead(t *testing.T, path string) (pages int) {
	t.Helper()
	s := firstPage(t, path, Options{looksThrough: 1})
	defer s.Close()
	for _, db := range []*sql.DB{s.readers, s.writer} {
		conn, err := db.Conn(ctx)
		if err != nil {
			t.Fatal(err)
		}
		err = conn.Raw(func(driver any) error {
			missed, _, err := driver.(sqlite.DBStatus).Status(sqlite.DBStatusCacheMiss, false)
			pages += missed
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		conn.Close()
	}
	return pages
}

// BenchmarkOpen opens a caseload and reads the first page: with an empty log, and with a long one.
func BenchmarkOpen(b *testing.B) {
	empty, long := withLog(b, 0), withLog(b, longLog)
	var each [2]float64
	for i, path := range []string{empty, long} {
		b.Run([]string{"empty log", "long log"}[i], func(b *testing.B) {
			for b.Loop() {
				firstPage(b, path, Options{}).Close()
			}
			each[i] = float64(b.Elapsed()) / float64(b.N)
		})
	}
	b.Logf("with %d entries in the log opening takes %.2f times as long", longLog, each[1]/each[0])
}
