package store

import (
	"database/sql"
	"errors"
	"fmt"
)

// manyRows are new rows of one table that are written together: with the statement prepared once, and
// logged by one statement for all instead of by a trigger for each, a large import takes half the time.
type manyRows struct {
	table   string
	columns []string
	named   bool  // rows of other tables name these
	first   int64 // the id of the first of rows
	rows    [][]any
}

// number gives the rows that are to come their ids, so that rows of other tables may name them before they
// are written: nothing else may add to the table then. Rows that nobody names get theirs when they are written.
func (m *manyRows) number(w *work) error {
	err := w.queryRow("SELECT seq FROM sqlite_sequence WHERE name = ?", m.table).Scan(&m.first)
	m.first++
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// add keeps a row for write, the fields in the order of columns, and answers its id.
func (m *manyRows) add(fields ...any) int64 {
	id := m.first + int64(len(m.rows))
	m.rows = append(m.rows, append([]any{id}, fields...))
	return id
}

// write writes the rows that were added since the last time, and logs them as the triggers would.
func (w *work) write(m *manyRows) error {
	if len(m.rows) == 0 {
		return nil
	}
	if !m.named {
		if err := m.number(w); err != nil {
			return err
		}
		for i := range m.rows {
			m.rows[i][0] = m.first + int64(i)
		}
	}
	names, err := w.names("SELECT name FROM pragma_table_info(?)", m.table)
	if err != nil {
		return err
	}
	if _, err := w.exec("DELETE FROM step_now"); err != nil {
		return err
	}
	err = addNumbered(w, m.table, m.columns, m.rows, func(row *[]any) []any { return *row })
	if err != nil {
		return err
	}
	_, err = w.exec(fmt.Sprintf(`INSERT INTO change_log (step_id, tbl, row_id, op, before, after)
		SELECT ?, '%[1]s', id, 'insert', '{}', %[2]s FROM %[1]s WHERE id >= ? ORDER BY id`, m.table, rowJSON(m.table, names)), w.stepID, m.first)
	if err != nil {
		return fmt.Errorf("logging the %s: %w", m.table, err)
	}
	if _, err := w.exec("INSERT INTO step_now (one, step_id) VALUES (1, ?)", w.stepID); err != nil {
		return err
	}
	m.first += int64(len(m.rows))
	clear(m.rows)
	m.rows = m.rows[:0]
	return nil
}
