//go:build linux

package faults_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kettle/store"
)

const (
	caseloadFile   = "caseload.db"
	finishedBackup = "backups/caseload-"
)

// history is what the caseload held after each transaction, and what was known of it before each op.
type history struct {
	contents []string   // the first is from before everything
	kept     []int      // the transactions that somebody had seen
	begun    []int      // those that may be there
	backups  [][]string // those that somebody knew of
	marks    int
}

// newHistory plays a log on a disk that loses nothing. A transaction stands from the moment on at which
// its journal is removed.
func newHistory(t *testing.T, log diskLog, folder string) *history {
	t.Helper()
	h, d := &history{}, newDisk(log.Before)
	h.remember(t, d, folder)
	kept, backups := 0, []string(nil)
	for _, op := range log.Ops {
		h.kept, h.begun, h.backups = append(h.kept, kept), append(h.begun, len(h.contents)-1), append(h.backups, backups)
		d.do(op)
		switch {
		case op.Kind == opKept:
			h.marks++
			kept, backups = len(h.contents)-1, d.finishedBackups()
		case op.Kind == opRemove && op.Name == caseloadFile+"-journal":
			h.remember(t, d, folder)
		case op.Kind == opRemove:
			backups = slices.DeleteFunc(slices.Clone(backups), func(name string) bool { return name == op.Name })
		}
	}
	return h
}

func (d *disk) finishedBackups() (names []string) {
	for name := range d.now() {
		if strings.HasPrefix(name, finishedBackup) {
			names = append(names, name)
		}
	}
	return names
}

func (h *history) remember(t *testing.T, d *disk, folder string) {
	t.Helper()
	if err := d.now().write(folder); err != nil {
		t.Fatal(err)
	}
	content, err := contentIn(filepath.Join(folder, caseloadFile))
	if err != nil {
		t.Fatalf("the caseload after transaction %d: %v", len(h.contents), err)
	}
	h.contents = append(h.contents, content)
}

// named says of which moment a content is.
func (h *history) named(content string) string {
	if i := slices.Index(h.contents, content); i >= 0 {
		return fmt.Sprintf("that of transaction %d", i)
	}
	return "one that never was"
}

// contentIn opens a caseload as the program does, looks whether it is whole, and gives a fingerprint of
// all that is in it.
func contentIn(path string) (string, error) {
	s, err := store.Open(context.Background(), store.Options{Path: path})
	if err != nil {
		return "", fmt.Errorf("it does not open: %w", err)
	}
	if err := s.Close(); err != nil {
		return "", fmt.Errorf("it does not close: %w", err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return "", err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := whole(db); err != nil {
		return "", err
	}
	return fingerprint(db)
}

func whole(db *sql.DB) error {
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		return errors.Join(fmt.Errorf("it is damaged: %s", verdict), err)
	}
	var astray int
	if err := db.QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&astray); err != nil || astray > 0 {
		return errors.Join(fmt.Errorf("%d rows belong to nothing", astray), err)
	}
	return nil
}

// fingerprint is made of all rows of all tables, but not of the window whose draft one is: whoever opens
// the caseload takes drafts over.
func fingerprint(db *sql.DB) (string, error) {
	var tables string
	err := db.QueryRow("SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name)").Scan(&tables)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, table := range strings.Fields(tables) {
		columns := "*"
		if table == "draft" {
			columns = "id, form, record, body, at"
		}
		rows, err := db.Query("SELECT " + columns + " FROM " + table)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(h, table)
		if err := printRows(h, rows); err != nil {
			return "", fmt.Errorf("reading %s: %w", table, err)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

func printRows(to io.Writer, rows *sql.Rows) error {
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, pointers := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		pointers[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(pointers...); err != nil {
			return err
		}
		fmt.Fprintf(to, "%#v\n", values)
	}
	return rows.Err()
}
