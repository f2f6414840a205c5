package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/model"
	sqlite3 "modernc.org/sqlite/lib"
)

// entry is one line of the change log.
type entry struct {
	id            int64
	table         string
	row           int64
	op            string
	before, after string // JSON objects of column and value
}

func entryRow(e *entry) []any { return []any{&e.id, &e.table, &e.row, &e.op, &e.before, &e.after} }

// errStands says that the database no longer holds what the log says was written.
var errStands = errors.New("a later step stands on it")

// applyInverse undoes the lines of a step from the last to the first, so that each state passed
// through is one that was there before and every foreign key holds. Each line looks first that the
// values it changed are still those that the step left. What would vanish besides, because a later
// step hung it on a row that goes, is found by counting.
func (w *work) applyInverse(step loggedStep) error {
	rows, err := w.query("SELECT id, tbl, row_id, op, before, after FROM change_log WHERE step_id = ? ORDER BY id DESC", step.id)
	entries, err := scanAll(rows, err, entryRow)
	if err != nil {
		return fmt.Errorf("reading the change log: %w", err)
	}
	for i, e := range entries {
		if err := w.report("changes", i, len(entries)); err != nil {
			return err
		}
		err := w.invertEntry(e)
		if errors.Is(err, errStands) || sqliteCode(err) == sqlite3.SQLITE_CONSTRAINT {
			return w.blocked(step, e, err)
		}
		if err != nil {
			return fmt.Errorf("taking back a change of %s: %w", e.table, err)
		}
	}
	return w.nothingElseWent(step, entries)
}

func (w *work) invertEntry(e entry) error {
	before, err := w.logValues(e.table, e.before)
	if err != nil {
		return err
	}
	after, err := w.logValues(e.table, e.after)
	if err != nil {
		return err
	}
	var done sql.Result
	switch e.op {
	case "insert":
		done, err = w.unInsert(e, after)
	case "delete":
		done, err = w.unDelete(e, before)
	default:
		done, err = w.unUpdate(e, before, after)
	}
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		return err
	}
	return errStands
}

// logValues are the values of a line of the log. Tables and columns become part of a statement, so
// only those that this file has are taken.
func (w *work) logValues(table, object string) (map[string]any, error) {
	has, err := w.columnsOf(table)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	in := json.NewDecoder(bytes.NewReader([]byte(object)))
	in.UseNumber()
	if err := in.Decode(&values); err != nil {
		return nil, fmt.Errorf("reading the change log: %w", err)
	}
	for column, value := range values {
		if !has[column] || !has["id"] {
			return nil, fmt.Errorf("the change log names %s.%s, which is not there", table, column)
		}
		if number, ok := value.(json.Number); ok {
			if values[column], err = number.Int64(); err != nil {
				return nil, fmt.Errorf("reading the change log: %w", err)
			}
		}
	}
	return values, nil
}

func (w *work) unInsert(e entry, after map[string]any) (sql.Result, error) {
	same, args := stillAs(after)
	return w.exec("DELETE FROM "+e.table+" WHERE id = ?"+same, append([]any{e.row}, args...)...)
}

func (w *work) unDelete(e entry, before map[string]any) (sql.Result, error) {
	columns := slices.Sorted(maps.Keys(before))
	args := make([]any, len(columns))
	for i, c := range columns {
		args[i] = before[c]
	}
	return w.exec(fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", e.table, strings.Join(columns, ", "),
		strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ")), args...)
}

func (w *work) unUpdate(e entry, before, after map[string]any) (sql.Result, error) {
	var sets []string
	var args []any
	for _, c := range slices.Sorted(maps.Keys(before)) {
		sets, args = append(sets, c+" = ?"), append(args, before[c])
	}
	same, left := stillAs(after)
	args = append(append(args, e.row), left...)
	return w.exec("UPDATE "+e.table+" SET "+strings.Join(sets, ", ")+" WHERE id = ?"+same, args...)
}

// stillAs is the condition that a row holds these values. When a row was changed says nothing about
// what it holds, so updated_at is not compared.
func stillAs(values map[string]any) (condition string, args []any) {
	for _, c := range slices.Sorted(maps.Keys(values)) {
		if c != "updated_at" {
			condition, args = condition+" AND "+c+" IS ?", append(args, values[c])
		}
	}
	return condition, args
}

// nothingElseWent refuses an inversion that logged more than it did itself: what a later step hung on
// a row that goes would have gone with it.
func (w *work) nothingElseWent(step loggedStep, entries []entry) error {
	var logged int
	err := w.queryRow("SELECT count(*) FROM change_log WHERE step_id = ?", w.stepID).Scan(&logged)
	if err != nil || logged <= len(entries) {
		return err
	}
	var went entry
	err = w.queryRow(`SELECT c.tbl, c.row_id FROM change_log c WHERE c.step_id = ?1 AND NOT EXISTS
		(SELECT 1 FROM change_log t WHERE t.step_id = ?2 AND t.tbl = c.tbl AND t.row_id = c.row_id)`,
		w.stepID, step.id).Scan(&went.table, &went.row)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return w.blocked(step, went, errStands)
}

// blocked is the sentence that says which later step is in the way.
func (w *work) blocked(step loggedStep, e entry, cause error) error {
	title, at, err := w.laterStep(step.id, e)
	if errors.Is(err, sql.ErrNoRows) {
		return Problem{fmt.Sprintf("“%s” cannot be taken back: what it changed is no longer as it left it.", step.title), cause}
	}
	if err != nil {
		return fmt.Errorf("looking for the later step: %w", err)
	}
	return Problem{fmt.Sprintf("“%s” cannot be taken back: “%s” (%s) came later and stands on it. Take that back first.",
		step.title, title, at.Near(w.today())), cause}
}

// laterStep is the last step after this one that changed the same row, or a row that points at it.
func (w *work) laterStep(step int64, e entry) (title string, at model.Moment, err error) {
	err = w.queryRow(`WITH child (tbl, col) AS
		(SELECT m.name, f."from" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = ?1)
		SELECT s.title, s.at FROM change_log c JOIN step s ON s.id = c.step_id
		WHERE s.id > ?3 AND s.id <> ?4 AND (c.tbl = ?1 AND c.row_id = ?2
			OR EXISTS (SELECT 1 FROM child WHERE child.tbl = c.tbl AND json_extract(c.after, '$.' || child.col) = ?2))
		ORDER BY s.id DESC LIMIT 1`, e.table, e.row, step, w.stepID).Scan(&title, &at)
	return title, at, err
}
