package store

import (
	"database/sql"
	"fmt"
	"strings"
)

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
