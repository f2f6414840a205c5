package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
)

// Every aggregate names its columns once, without id, and beside them the pointers to its fields in
// the same order; select, insert and update all use that one list. The store fills created_at,
// updated_at and uid; "deleted_at" may stand in the list with removedAt and is only read.

// errGone is what a write answers when its row is not there.
var errGone = Problem{Sentence: "That is no longer there: it was taken back, perhaps in another window."}

// selectSQL begins a query of a table: "SELECT id, a, b FROM table".
func selectSQL(table string, columns []string) string {
	return "SELECT id, " + strings.Join(columns, ", ") + " FROM " + table
}

// withID puts the id before the fields, as selectSQL does with the columns.
func withID(id *int64, fields []any) []any { return append([]any{id}, fields...) }

// scanAll reads all rows; row gives the pointers that one row is read into, where it stays. It closes rows.
func scanAll[T any](rows *sql.Rows, err error, row func(*T) []any) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var empty T
		all = append(all, empty)
		if err := rows.Scan(row(&all[len(all)-1])...); err != nil {
			return nil, err
		}
	}
	return all, rows.Err()
}

// scanOne reads the first row, errGone when there is none.
func scanOne[T any](rows *sql.Rows, err error, row func(*T) []any) (T, error) {
	all, err := scanAll(rows, err, row)
	if err == nil && len(all) == 0 {
		err = errGone
	}
	if err != nil {
		var none T
		return none, err
	}
	return all[0], nil
}

// noRow makes errGone of the error that a single row is not there.
func noRow(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return errGone
	}
	return err
}

// scanIDs reads rows of one number.
func scanIDs(rows *sql.Rows, err error) ([]int64, error) {
	return scanAll(rows, err, func(id *int64) []any { return []any{id} })
}

// nullable is a number whose 0 is stored as NULL: a foreign key that may point nowhere.
type nullable struct{ id *int64 }

func orNull(id *int64) nullable { return nullable{id} }

// Scan implements sql.Scanner.
func (n nullable) Scan(src any) error {
	*n.id = 0
	if src == nil {
		return nil
	}
	id, ok := src.(int64)
	if !ok {
		return fmt.Errorf("reading a key: %T is no number", src)
	}
	*n.id = id
	return nil
}

// Value implements driver.Valuer.
func (n nullable) Value() (driver.Value, error) {
	if *n.id == 0 {
		return nil, nil
	}
	return *n.id, nil
}

// removedMark reads deleted_at as whether the row was removed; insert and update pass it over.
type removedMark struct{ removed *bool }

func removedAt(removed *bool) removedMark { return removedMark{removed} }

// Scan implements sql.Scanner.
func (r removedMark) Scan(src any) error {
	text, ok := src.(string)
	*r.removed = text != ""
	if !ok {
		return fmt.Errorf("reading deleted_at: %T is no text", src)
	}
	return nil
}
