package faults_test

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// noContent are the tables that undo leaves alone: the log itself, what is being typed, and facts about
// the file. What the list of families is made from other tables is compared, too.
var noContent = []string{"step", "step_now", "change_log", "draft", "about"}

// content is a dump: every row of every table of content by its table and key.
type content map[string]string

// contentOf reads all tables of content.
func contentOf(t *testing.T, db *sql.DB) content {
	t.Helper()
	all := content{}
	for _, table := range tablesOf(t, db) {
		if slices.Contains(noContent, table) {
			continue
		}
		rows, err := db.Query("SELECT rowid, * FROM " + table)
		if err != nil {
			t.Fatal(err)
		}
		all.add(t, table, rows)
	}
	return all
}

func tablesOf(t *testing.T, db *sql.DB) (tables []string) {
	t.Helper()
	rows, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, name)
	}
	return tables
}

func (c content) add(t *testing.T, table string, rows *sql.Rows) {
	t.Helper()
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	values, into := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		var words []string
		for i, name := range names[1:] {
			words = append(words, fmt.Sprintf("%s=%q", name, fmt.Sprint(values[i+1])))
		}
		c[fmt.Sprint(table, " ", values[0])] = strings.Join(words, " ")
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// differences are the rows that only one of two dumps has, or that differ.
func (c content) differences(other content) (lines []string) {
	keys := maps.Clone(c)
	maps.Copy(keys, other)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		before, had := c[key]
		after, has := other[key]
		if had && (!has || before != after) {
			lines = append(lines, "- "+key+": "+before)
		}
		if has && (!had || before != after) {
			lines = append(lines, "+ "+key+": "+after)
		}
	}
	return lines
}
