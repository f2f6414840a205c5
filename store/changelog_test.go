package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// A row with something in every column is inserted into every table, changed in every column and
// deleted; each is in the log, and taking each back gives the row before.
func TestEveryTableOfContentIsLoggedAndTakenBack(t *testing.T) {
	s := openNew(t)
	// Whether a row makes sense is not the question here.
	if _, err := s.writer.Exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON"); err != nil {
		t.Fatal(err)
	}
	var tables []string
	if err := s.read(ctx, func(q querier) (err error) { tables, err = q.contentTables(); return err }); err != nil {
		t.Fatal(err)
	}
	if len(tables) < 40 {
		t.Fatalf("only %d tables are logged", len(tables))
	}
	for _, table := range tables {
		t.Run(table, func(t *testing.T) {
			insert, update := rowStatements(t, s.writer, table)
			var states []map[string]any
			var steps []loggedStep
			for _, text := range []string{insert, update, "DELETE FROM " + table + " WHERE id = 7"} {
				states = append(states, rowOf(t, s.writer, table))
				c, err := logOnly(s, text)
				if err != nil {
					t.Fatal(err)
				}
				steps = append(steps, loggedStep{c, text})
			}
			checkLog(t, s.writer, table, steps[0].id, "insert", nil, states[1])
			checkLog(t, s.writer, table, steps[1].id, "update", without(states[1], "id"), without(states[2], "id"))
			checkLog(t, s.writer, table, steps[2].id, "delete", states[2], nil)
			for i := len(steps) - 1; i >= 0; i-- {
				if err := takeBackOnly(s, steps[i]); err != nil {
					t.Fatal(err)
				}
				if got := rowOf(t, s.writer, table); !reflect.DeepEqual(got, states[i]) {
					t.Fatalf("taking back %s gives %v, want %v", steps[i].title, got, states[i])
				}
			}
		})
	}
}

// logOnly runs one statement under a step; what the lists of families say of it is left out.
func logOnly(s *Store, text string) (step int64, err error) {
	err = s.write(ctx, func(w *work) (bool, error) {
		if err := w.begin(stepHead{title: text, kind: stepDo}); err != nil {
			return false, err
		}
		if _, err := w.exec(text); err != nil {
			return false, err
		}
		step = w.stepID
		return true, w.closeLog()
	})
	return step, err
}

func takeBackOnly(s *Store, step loggedStep) error {
	return s.write(ctx, func(w *work) (bool, error) {
		if err := w.begin(stepHead{title: step.title, kind: stepUndo, target: step.id}); err != nil {
			return false, err
		}
		if err := w.applyInverse(step); err != nil {
			return false, err
		}
		return true, w.closeLog()
	})
}

// rowStatements insert row 7 with a value in every column, and change every column of it.
func rowStatements(t *testing.T, db *sql.DB, table string) (insert, update string) {
	t.Helper()
	rows, err := db.Query("SELECT name, type FROM pragma_table_info(?)", table)
	type column struct{ name, kind string }
	columns, err := scanAll(rows, err, func(c *column) []any { return []any{&c.name, &c.kind} })
	if err != nil {
		t.Fatal(err)
	}
	var names, values, sets []string
	for i, c := range columns {
		first, second := fmt.Sprint(i+7), fmt.Sprint(i+100)
		if c.kind == "TEXT" {
			first, second = fmt.Sprintf(`'“%d”: "it''s", \ Zoë'`, i), fmt.Sprintf("'line\nand line %d'", i)
		}
		names, values = append(names, c.name), append(values, first)
		if c.name != "id" {
			sets = append(sets, c.name+" = "+second)
		}
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(names, ", "), strings.Join(values, ", ")),
		fmt.Sprintf("UPDATE %s SET %s WHERE id = 7", table, strings.Join(sets, ", "))
}

// rowOf is row 7 of a table, nil when it is not there.
func rowOf(t *testing.T, db *sql.DB, table string) map[string]any {
	t.Helper()
	rows, err := db.QueryContext(context.Background(), "SELECT * FROM "+table+" WHERE id = 7")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := readMaps(t, rows)
	if len(all) == 0 {
		return nil
	}
	return all[0]
}

// readMaps reads rows as maps of column and value.
func readMaps(t fatal, rows *sql.Rows) (all []map[string]any) {
	t.Helper()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values, into := make([]any, len(names)), make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		row := map[string]any{}
		for i, name := range names {
			row[name] = values[i]
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func checkLog(t *testing.T, db *sql.DB, table string, step int64, op string, before, after map[string]any) {
	t.Helper()
	var e entry
	err := db.QueryRow("SELECT id, tbl, row_id, op, before, after FROM change_log WHERE step_id = ?", step).Scan(entryRow(&e)...)
	if err != nil {
		t.Fatal(err)
	}
	if e.table != table || e.row != 7 || e.op != op {
		t.Errorf("logged %s %d %s", e.table, e.row, e.op)
	}
	for text, want := range map[string]map[string]any{e.before: before, e.after: after} {
		if got := fmt.Sprint(jsonObject(t, text)); got != fmt.Sprint(want) {
			t.Errorf("%s logged %s, want %v", op, got, want)
		}
	}
}

func jsonObject(t *testing.T, text string) map[string]any {
	t.Helper()
	in := json.NewDecoder(strings.NewReader(text))
	in.UseNumber()
	values := map[string]any{}
	if err := in.Decode(&values); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return values
}

func without(row map[string]any, column string) map[string]any {
	rest := map[string]any{}
	for name, value := range row {
		if name != column {
			rest[name] = value
		}
	}
	return rest
}

func TestAnUpdateLogsOnlyWhatItChanged(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	p, err := s.Pupil(ctx, o.chidi)
	if err != nil {
		t.Fatal(err)
	}
	p.Class = "5B"
	c := must(t)(s.SavePupil(ctx, p))
	var before, after string
	if err := s.writer.QueryRow("SELECT before, after FROM change_log WHERE step_id = ?", c.Step).Scan(&before, &after); err != nil {
		t.Fatal(err)
	}
	if before != `{"reg":"4B"}` || after != `{"reg":"5B"}` {
		t.Errorf("logged %s and %s", before, after)
	}
}

func TestWhatTheStoreKeepsForItselfIsNotLogged(t *testing.T) {
	s := openNew(t)
	addOkafors(t, s)
	if err := s.KeepDraft(ctx, "contact", 0, map[string]string{"note": "half a sentence"}); err != nil {
		t.Fatal(err)
	}
	var logged int
	err := s.writer.QueryRow("SELECT count(*) FROM change_log WHERE tbl IN ('family_index', 'step', 'step_now', 'change_log', 'draft', 'about')").Scan(&logged)
	if err != nil || logged != 0 {
		t.Errorf("%d lines of the log are about the store's own tables (%v)", logged, err)
	}
}

// Every table whose rows people write says in touches.go what a screen asks for again; the few that
// no screen shows are named here.
func TestEveryTableSaysWhatItTouches(t *testing.T) {
	s := openNew(t)
	unseen := map[string]bool{"office_value": true, "import_run": true, "also_listed": true, "joined_row": true, "known_elsewhere": true}
	known := map[string]bool{}
	for _, o := range owners {
		known[o.table] = true
	}
	err := s.read(ctx, func(q querier) error {
		tables, err := q.contentTables()
		for _, table := range tables {
			if known[table] == unseen[table] {
				t.Errorf("%s: touches.go and this test do not agree", table)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
