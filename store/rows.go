package store

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"kettle/model"
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

// scanAll reads all rows; row gives the pointers that one row is read into. It closes rows.
func scanAll[T any](rows *sql.Rows, err error, row func(*T) []any) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var one T
		if err := rows.Scan(row(&one)...); err != nil {
			return nil, err
		}
		all = append(all, one)
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

// insert adds a row and answers its id. It fills created_at and updated_at where the table has them,
// and the uid when it is empty.
func (w *work) insert(table string, columns []string, fields []any) (int64, error) {
	names, values, err := written(columns, fields)
	if err != nil {
		return 0, err
	}
	has, err := w.columnsOf(table)
	if err != nil {
		return 0, err
	}
	for _, name := range []string{"created_at", "updated_at"} {
		if has[name] {
			names, values = append(names, name), append(values, w.now())
		}
	}
	if has["uid"] {
		names, values = w.withUID(names, values)
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(names)), ", ")
	done, err := w.exec("INSERT INTO "+table+" ("+strings.Join(names, ", ")+") VALUES ("+marks+")", values...)
	if err != nil {
		return 0, err
	}
	return done.LastInsertId()
}

func (w *work) withUID(names []string, values []any) ([]string, []any) {
	for i, name := range names {
		if name != "uid" {
			continue
		}
		if values[i] == "" {
			values[i] = newUID(w.s.o.Machine())
		}
		return names, values
	}
	return append(names, "uid"), append(values, newUID(w.s.o.Machine()))
}

// update changes the row of that id where a value differs, and its updated_at with it; a uid never
// changes. It answers errGone when there is no such row.
func (w *work) update(table string, id int64, columns []string, fields []any) error {
	names, values, err := written(columns, fields)
	if err != nil {
		return err
	}
	has, err := w.columnsOf(table)
	if err != nil {
		return err
	}
	var sets, differs []string
	var args []any
	for i, name := range names {
		if name == "uid" {
			continue
		}
		args = append(args, values[i])
		sets = append(sets, fmt.Sprintf("%s = ?%d", name, len(args)))
		differs = append(differs, fmt.Sprintf("%s IS NOT ?%d", name, len(args)))
	}
	if has["updated_at"] {
		args = append(args, w.now())
		sets = append(sets, fmt.Sprintf("updated_at = ?%d", len(args)))
	}
	args = append(args, id)
	done, err := w.exec(fmt.Sprintf("UPDATE %s SET %s WHERE id = ?%d AND (%s)",
		table, strings.Join(sets, ", "), len(args), strings.Join(differs, " OR ")), args...)
	if err != nil {
		return err
	}
	return w.found(done, table, id)
}

// save inserts the row when its id is 0, giving the id, and updates it otherwise.
func (w *work) save(table string, id *int64, columns []string, fields []any) (err error) {
	if *id != 0 {
		return w.update(table, *id, columns, fields)
	}
	*id, err = w.insert(table, columns, fields)
	return err
}

// remove moves a row out of sight; bringBack moves it back. Neither minds that it is there already.
func (w *work) remove(table string, id int64) error { return w.setDeleted(table, id, w.now()) }

func (w *work) bringBack(table string, id int64) error { return w.setDeleted(table, id, "") }

func (w *work) setDeleted(table string, id int64, at string) error {
	done, err := w.exec("UPDATE "+table+" SET deleted_at = ?1, updated_at = ?2 WHERE id = ?3 AND (deleted_at = '') <> (?1 = '')",
		at, w.now(), id)
	if err != nil {
		return err
	}
	return w.found(done, table, id)
}

// found answers errGone when nothing was changed because there is no such row.
func (w *work) found(done sql.Result, table string, id int64) error {
	if n, err := done.RowsAffected(); err != nil || n > 0 {
		return err
	}
	var one int
	return noRow(w.queryRow("SELECT 1 FROM "+table+" WHERE id = ?", id).Scan(&one))
}

// setIDs makes the rows of a table that joins two others say exactly ids: those of owner in column.
func (w *work) setIDs(table, ownerColumn string, owner int64, column string, ids []int64) error {
	rows, err := w.query("SELECT "+column+" FROM "+table+" WHERE "+ownerColumn+" = ? AND "+column+" IS NOT NULL", owner)
	old, err := scanIDs(rows, err)
	if err != nil {
		return err
	}
	gone := map[int64]bool{}
	for _, id := range old {
		gone[id] = true
	}
	for _, id := range ids {
		if _, known := gone[id]; !known {
			if _, err := w.insert(table, []string{ownerColumn, column}, []any{&owner, &id}); err != nil {
				return err
			}
		}
		gone[id] = false
	}
	for _, id := range old {
		if !gone[id] {
			continue
		}
		if _, err := w.exec("DELETE FROM "+table+" WHERE "+ownerColumn+" = ? AND "+column+" = ?", owner, id); err != nil {
			return err
		}
	}
	return nil
}

// written are the columns that are stored, and what is stored in them: text cleaned of what a
// terminal would obey.
func written(columns []string, fields []any) ([]string, []any, error) {
	if len(columns) != len(fields) {
		return nil, nil, fmt.Errorf("%d columns and %d fields", len(columns), len(fields))
	}
	var names []string
	var values []any
	for i, field := range fields {
		if _, onlyRead := field.(removedMark); onlyRead {
			continue
		}
		value, err := stored(field)
		if err != nil {
			return nil, nil, err
		}
		names, values = append(names, columns[i]), append(values, value)
	}
	return names, values, nil
}

// stored is what the database gets for a field, which is a value or a pointer to one.
func stored(field any) (any, error) {
	if v, ok := field.(driver.Valuer); ok {
		return v.Value()
	}
	v := reflect.Indirect(reflect.ValueOf(field))
	if v.Kind() != reflect.String {
		return v.Interface(), nil
	}
	return cleanText(v.String())
}

// cleanText is text as it is stored. A NUL is refused: programs that read the file after us would
// end the text there.
func cleanText(text string) (string, error) {
	if strings.ContainsRune(text, 0) {
		return "", Problem{Sentence: "The text holds a character that cannot be kept (NUL): take it out and keep it again."}
	}
	clean, _ := model.Clean(text)
	if !utf8.ValidString(clean) {
		clean = strings.ToValidUTF8(clean, "\uFFFD")
	}
	return clean, nil
}
