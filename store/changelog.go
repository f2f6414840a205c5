package store

import (
	"fmt"
	"slices"
	"strings"
)

// unlogged are the tables that are no content: kept by the store itself, or the log.
var unlogged = []string{"family_index", "step", "step_now", "change_log", "draft", "about"}

// The triggers are temporary: they belong to the one connection that writes, and are made from the
// columns that the tables have when its first step begins. In the file they would be read by every
// connection whenever it is opened, which takes longer than all the rest of opening.

// followChanges makes the triggers of the change log, unless this connection has them.
func (w *work) followChanges() error {
	var follows bool
	if err := w.queryRow("SELECT EXISTS (SELECT 1 FROM sqlite_temp_schema WHERE type = 'trigger')").Scan(&follows); err != nil || follows {
		return err
	}
	tables, err := w.contentTables()
	if err != nil {
		return err
	}
	for _, table := range tables {
		columns, err := w.names("SELECT name FROM pragma_table_info(?)", table)
		if err != nil {
			return err
		}
		for _, sql := range triggers(table, columns) {
			if _, err := w.tx.ExecContext(w.ctx, sql); err != nil {
				return fmt.Errorf("following the changes of %s: %w", table, err)
			}
		}
	}
	return nil
}

// contentTables are the tables whose rows people wrote, and that the change log follows.
func (q querier) contentTables() ([]string, error) {
	all, err := q.names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name")
	return slices.DeleteFunc(all, func(table string) bool { return slices.Contains(unlogged, table) }), err
}

func (q querier) names(sql string, args ...any) ([]string, error) {
	rows, err := q.query(sql, args...)
	return scanAll(rows, err, func(name *string) []any { return []any{name} })
}

// columnsOf are the columns of a table, by name. They are asked once while the file is open.
func (w *work) columnsOf(table string) (map[string]bool, error) {
	if known, ok := w.s.columns.Load(table); ok {
		return known.(map[string]bool), nil
	}
	names, err := w.names("SELECT name FROM pragma_table_info(?)", table)
	if err != nil {
		return nil, fmt.Errorf("reading the columns of %s: %w", table, err)
	}
	has := map[string]bool{}
	for _, name := range names {
		has[name] = true
	}
	w.s.columns.Store(table, has)
	return has, nil
}

// triggers are the three that log a table while a step is open, each with the whole row.
func triggers(table string, columns []string) []string {
	const sql = `CREATE TEMP TRIGGER log_%[1]s_%[2]s AFTER %[2]s ON main.%[1]s WHEN (SELECT step_id FROM step_now) IS NOT NULL BEGIN
INSERT INTO change_log (step_id, tbl, row_id, op, before, after) VALUES ((SELECT step_id FROM step_now), '%[1]s', %[3]s.id, '%[2]s', %[4]s, %[5]s);
END`
	before, after := rowJSON("OLD", columns), rowJSON("NEW", columns)
	return []string{
		fmt.Sprintf(sql, table, "insert", "NEW", "'{}'", after),
		fmt.Sprintf(sql, table, "update", "NEW", before, after),
		fmt.Sprintf(sql, table, "delete", "OLD", before, "'{}'"),
	}
}

// rowJSON is the SQL that makes a JSON object of a row.
func rowJSON(row string, columns []string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = fmt.Sprintf("'%[2]s', %[1]s.%[2]s", row, c)
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

// closeLog ends logging for this step. It leaves of its updates only the columns that changed, and
// nothing of an update that changed none.
func (w *work) closeLog() error {
	if _, err := w.exec("DELETE FROM step_now"); err != nil {
		return fmt.Errorf("closing the step: %w", err)
	}
	_, err := w.exec(`UPDATE change_log SET (before, after) =
		(SELECT json_group_object(key, value), json_group_object(key, json_extract(after, fullkey))
			FROM json_each(before) WHERE value IS NOT json_extract(after, fullkey))
		WHERE step_id = ? AND op = 'update'`, w.stepID)
	if err != nil {
		return fmt.Errorf("trimming the change log: %w", err)
	}
	_, err = w.exec("DELETE FROM change_log WHERE step_id = ? AND op = 'update' AND before = '{}'", w.stepID)
	return err
}
