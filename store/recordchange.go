package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"

	"kettle/model/view"
)

// changes are the lines of one step in words.
func (h *historian) changes(lines []logLine) (all []view.RecordChange, err error) {
	for _, l := range lines {
		if l.folded() {
			continue
		}
		changes, err := h.inWords(l)
		if err != nil {
			return nil, err
		}
		all = append(all, changes...)
	}
	return all, nil
}

func (h *historian) inWords(l logLine) ([]view.RecordChange, error) {
	before, after := map[string]any{}, map[string]any{}
	if err := json.Unmarshal([]byte(l.before), &before); err != nil {
		return nil, err
	}
	if err := json.Unmarshal([]byte(l.after), &after); err != nil {
		return nil, err
	}
	part := h.partName(l)
	switch l.op {
	case "insert":
		return []view.RecordChange{{Part: part, Happened: "added"}}, nil
	case "delete":
		return []view.RecordChange{{Part: part, Happened: "removed"}}, nil
	}
	return h.fields(l, part, before, after), nil
}

// fields are the columns of an update that say something to a person.
func (h *historian) fields(l logLine, part string, before, after map[string]any) (all []view.RecordChange) {
	for _, c := range h.columnsIn(l.table) {
		if _, changed := before[c]; !changed {
			continue
		}
		if c == "deleted_at" {
			all = append(all, view.RecordChange{Part: part, Happened: removedOrBack(after[c])})
			continue
		}
		name := fieldWords(l.table, c)
		if name == "" {
			continue
		}
		if l.table == "meeting" && slices.Contains(debriefColumns, c) {
			all = append(all, view.RecordChange{Part: part, Happened: name + ": changed"})
			continue
		}
		from, to := h.value(l.table, c, before[c]), h.value(l.table, c, after[c])
		if from != to {
			all = append(all, view.RecordChange{Part: part, Field: name, From: from, To: to})
		}
	}
	return all
}

func removedOrBack(deletedAt any) string {
	if deletedAt == "" {
		return "brought back"
	}
	return "removed"
}

// partName names the row of a line that hangs on the record, "" for the record itself.
func (h *historian) partName(l logLine) string {
	own := recordParts[h.of.Kind][0]
	if l.table == own.table && l.row == h.of.ID && h.of.Kind != view.SchoolRecord {
		return ""
	}
	return h.rowName(l.table, l.row)
}

// recordName is what the record is called.
func (h *historian) recordName() string {
	if h.of.Kind == view.SchoolRecord {
		return "School"
	}
	return h.rowName(recordParts[h.of.Kind][0].table, h.of.ID)
}

// columnsIn are the columns of a table in their order.
func (h *historian) columnsIn(table string) []string {
	if h.layout[table] == nil {
		names, err := h.names("SELECT name FROM pragma_table_info(?)", table)
		if err != nil {
			return nil
		}
		h.layout[table] = names
	}
	return h.layout[table]
}

// row is a row as it stands, or as it was when it went; nil when the log does not know it any more.
func (h *historian) row(table string, id int64) map[string]any {
	key := rowKey{table, id}
	if known, ok := h.rows[key]; ok {
		return known
	}
	var text string
	err := h.queryRow("SELECT "+rowJSON("r", h.columnsIn(table))+" FROM "+table+" r WHERE id = ?", id).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		err = h.queryRow("SELECT before FROM change_log WHERE tbl = ? AND row_id = ? AND op = 'delete' ORDER BY id DESC LIMIT 1", table, id).Scan(&text)
	}
	var row map[string]any
	if err != nil || json.Unmarshal([]byte(text), &row) != nil {
		row = nil
	}
	h.rows[key] = row
	return row
}

var namedColumns = regexp.MustCompile(`\{[a-z_|]+\}`)

// rowName is how a row is called in a sentence.
func (h *historian) rowName(table string, id int64) string {
	row := h.row(table, id)
	name := namedColumns.ReplaceAllStringFunc(rowNames[table], func(columns string) string {
		for _, c := range strings.Split(strings.Trim(columns, "{}"), "|") {
			if words := h.words(table, c, row[c]); words != "" {
				return words
			}
		}
		return ""
	})
	return strings.TrimSpace(name)
}
