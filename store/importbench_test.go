package store

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkImport20000 previews the largest file that is read, takes it in and takes it back;
// BenchmarkPlainSQLite20000 does the least that anybody could with it. To be compared in one run.
func BenchmarkImport20000(b *testing.B) {
	data := bigExport(12_500)
	for b.Loop() {
		s, err := Open(ctx, Options{Path: filepath.Join(b.TempDir(), "caseload.db")})
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		preview, err := s.PreviewImport(ctx, "trust.csv", data)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "preview-s")
		start = time.Now()
		if _, err := s.TakeIn(ctx, preview); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "write-s")
		start = time.Now()
		if _, err := s.Undo(ctx); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "undo-s")
		s.Close()
	}
}

// BenchmarkSameRows20000 does no more than to read the file and to insert what it becomes: the same rows of
// the same tables, from memory, with prepared statements in one transaction, without preview, log or undo.
func BenchmarkSameRows20000(b *testing.B) {
	data := bigExport(12_500)
	s, err := Open(ctx, Options{Path: filepath.Join(b.TempDir(), "caseload.db")})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	preview, err := s.PreviewImport(ctx, "trust.csv", data)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := s.TakeIn(ctx, preview); err != nil {
		b.Fatal(err)
	}
	tables, rows := everyRow(b, s)
	for b.Loop() {
		other, err := Open(ctx, Options{Path: filepath.Join(b.TempDir(), "rows.db")})
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if _, err := csv.NewReader(bytes.NewReader(data)).ReadAll(); err != nil {
			b.Fatal(err)
		}
		n, err := insertRows(other, tables, rows)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "insert-s")
		b.ReportMetric(float64(n), "rows")
		other.Close()
	}
}

// everyRow are the rows of all content tables, with their columns, and of the list of families.
func everyRow(b *testing.B, s *Store) (tables []string, rows map[string][][]any) {
	b.Helper()
	rows = map[string][][]any{}
	err := s.read(ctx, func(q querier) error {
		all, err := q.contentTables()
		if err != nil {
			return err
		}
		for _, table := range append([]string{"family", "pupil", "adult", "household", "family_index"}, all...) {
			if rows[table] != nil {
				continue
			}
			found, err := q.query("SELECT * FROM " + table)
			if err != nil {
				return err
			}
			columns, _ := found.Columns()
			rows[table] = [][]any{}
			for found.Next() {
				row, into := make([]any, len(columns)), make([]any, len(columns))
				for i := range row {
					into[i] = &row[i]
				}
				if err := found.Scan(into...); err != nil {
					return err
				}
				rows[table] = append(rows[table], row)
			}
			found.Close()
			tables = append(tables, table)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return tables, rows
}

func insertRows(s *Store, tables []string, rows map[string][][]any) (n int, err error) {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	for _, table := range tables {
		if len(rows[table]) == 0 {
			continue
		}
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(rows[table][0])), ", ")
		insert, err := tx.Prepare("INSERT INTO " + table + " VALUES (" + marks + ")")
		if err != nil {
			return 0, err
		}
		for _, row := range rows[table] {
			if _, err := insert.Exec(row...); err != nil {
				return 0, fmt.Errorf("%s: %w", table, err)
			}
			n++
		}
	}
	return n, tx.Commit()
}

// BenchmarkPlainSQLite20000 reads the same file and puts each row into one table, in one transaction.
func BenchmarkPlainSQLite20000(b *testing.B) {
	data := bigExport(12_500)
	for b.Loop() {
		db, err := sql.Open("sqlite", filepath.Join(b.TempDir(), "plain.db"))
		if err != nil {
			b.Fatal(err)
		}
		if err := insertPlainly(db, data); err != nil {
			b.Fatal(err)
		}
		db.Close()
	}
}

func insertPlainly(db *sql.DB, data []byte) error {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return err
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(rows[0])), ", ")
	names := strings.ReplaceAll(strings.Join(rows[0], ", "), " ", "_")
	if _, err := db.Exec("CREATE TABLE row (" + names + ")"); err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	insert, err := tx.Prepare("INSERT INTO row VALUES (" + marks + ")")
	if err != nil {
		return err
	}
	for _, row := range rows[1:] {
		cells := make([]any, len(row))
		for i, cell := range row {
			cells[i] = cell
		}
		if _, err := insert.Exec(cells...); err != nil {
			return err
		}
	}
	return tx.Commit()
}
