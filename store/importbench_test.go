package store

import (
	"bytes"
	"database/sql"
	"encoding/csv"
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
