package store

import (
	"fmt"
	"slices"
	"strings"
)

// unlogged are the tables that are no content: kept by the store itself, or the log.
var unlogged = []string{"family_index", "step", "step_now", "change_log", "draft", "about"}

// makeTriggers makes the triggers of the change log anew, from the columns that the tables have now.
func (w *work) makeTriggers() error {
	old, err := w.names("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log!_%' ESCAPE '!'")
	if err != nil {
		return err
	}
	for _, name := range old {
		if _, err := w.exec("DROP TRIGGER " + name); err != nil {
			return err
		}
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
			if _, err := w.exec(sql); err != nil {
				return fmt.Errorf("%s: %w", table, err)
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

// triggers are the three that log a table while a step is open: the whole row for an insert or a
// delete, the columns that differ for an update.
func triggers(table string, columns []string) []string {
	const sql = `CREATE TRIGGER log_%[1]s_%[2]s AFTER %[2]s ON %[1]s WHEN (SELECT step_id FROM step_now) IS NOT NULL%[3]s BEGIN
  INSERT INTO change_log (step_id, tbl, row_id, op, before, after)
  VALUES ((SELECT step_id FROM step_now), '%[1]s', %[4]s.id, '%[2]s', %[5]s, %[6]s);
END`
	differs := make([]string, len(columns))
	for i, c := range columns {
		differs[i] = "OLD." + c + " IS NOT NEW." + c
	}
	changed := " AND (" + strings.Join(differs, " OR ") + ")"
	return []string{
		fmt.Sprintf(sql, table, "insert", "", "NEW", "'{}'", wholeRow("NEW", columns)),
		fmt.Sprintf(sql, table, "update", changed, "NEW", changedColumns("OLD", columns), changedColumns("NEW", columns)),
		fmt.Sprintf(sql, table, "delete", "", "OLD", wholeRow("OLD", columns), "'{}'"),
	}
}

// wholeRow is the SQL that makes a JSON object of a row.
func wholeRow(row string, columns []string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = fmt.Sprintf("'%q:' || json_quote(%s.%s)", c, row, c)
	}
	return "'{' || " + strings.Join(parts, " || ',' || ") + " || '}'"
}

// changedColumns is the SQL that makes a JSON object of those columns of a row that an update changed.
func changedColumns(row string, columns []string) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = fmt.Sprintf("iif(OLD.%[2]s IS NEW.%[2]s, '', ',%[2]q:' || json_quote(%[1]s.%[2]s))", row, c)
	}
	return "'{' || substr(" + strings.Join(parts, " || ") + ", 2) || '}'"
}
