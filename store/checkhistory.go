package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/model/view"
)

// The change log has each row as it was written, and each change of it with the values before and
// after. So it can be told anew: what a row holds must be what the log last said, and each change must
// begin with what stood there. A value that was overwritten on the disk shows in that, which no look at
// the pages can find. Nothing is known of what is folded, or came without a log, as a made-up school
// does.

// pastRow is what the log says of one row.
type pastRow struct {
	values map[string]any // what the log knows of its columns
	whole  bool           // the log has it from its beginning
	gone   bool
}

// examineHistory tells the log of every table anew and compares its end with what stands there.
func (q querier) examineHistory(c *view.Check) error {
	tables, err := q.contentTables()
	if err != nil {
		return err
	}
	found := finds{}
	if err := q.examineStrangers(tables, found); err != nil {
		return err
	}
	for _, table := range tables {
		h := history{q: q, table: table, check: c, found: found}
		if err := h.examine(); err != nil {
			return fmt.Errorf("telling the history of the %s anew: %w", tableWords(table), err)
		}
	}
	c.Damage = append(c.Damage, found.damage("does not agree with the history of what was kept", "do not agree with the history of what was kept")...)
	return nil
}

// examineStrangers finds lines of the log about tables that are not there.
func (q querier) examineStrangers(tables []string, found finds) error {
	known, err := json.Marshal(tables)
	if err != nil {
		return err
	}
	rows, err := q.query("SELECT id FROM change_log WHERE tbl NOT IN (SELECT value FROM json_each(?)) ORDER BY id", string(known))
	ids, err := scanIDs(rows, err)
	for _, id := range ids {
		found.add("change_log", id)
	}
	return err
}

// history compares one table with its log.
type history struct {
	q       querier
	table   string
	columns []string
	check   *view.Check
	found   finds
}

// historySQL has for every row the lines of the log and after them the row itself, without an op. Both
// sides come in the order of an index: only the row that is looked at is held.
const historySQL = `SELECT row_id, id, op, before, after FROM change_log WHERE tbl = ?1
	UNION ALL SELECT id, NULL, '', '', iif(EXISTS (SELECT 1 FROM change_log WHERE tbl = ?1 AND row_id = now.id), %s, '') FROM %s AS now
	ORDER BY row_id, id NULLS LAST`

func (h *history) examine() (err error) {
	if h.columns, err = h.q.names("SELECT name FROM pragma_table_info(?)", h.table); err != nil {
		return err
	}
	rows, err := h.q.query(fmt.Sprintf(historySQL, rowJSON("now", h.columns), h.table), h.table)
	if err != nil {
		return err
	}
	defer rows.Close()
	var row int64
	var past *pastRow
	for rows.Next() {
		var e entry
		var line sql.NullInt64
		if err := rows.Scan(&e.row, &line, &e.op, &e.before, &e.after); err != nil {
			return err
		}
		if e.row != row {
			h.missing(row, past)
			row, past = e.row, nil
		}
		if !line.Valid {
			h.compare(row, past, e.after)
			past = nil
			continue
		}
		if past == nil {
			past = &pastRow{values: map[string]any{}}
		}
		if !h.follows(past, e) {
			h.found.add(h.table, row)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	h.missing(row, past)
	return nil
}

// missing judges a row that is not in the table: the log must say that it went, or nothing.
func (h *history) missing(row int64, past *pastRow) {
	if past != nil && !past.gone {
		h.found.add(h.table, row)
	}
}

// follows adds a line of the log to what is known of its row, and reports whether it fits.
func (h *history) follows(row *pastRow, e entry) bool {
	if e.folded() {
		*row = pastRow{values: map[string]any{}, gone: e.op == "delete"}
		return true
	}
	before, okBefore := h.object(e.before)
	after, okAfter := h.object(e.after)
	if !okBefore || !okAfter {
		return false
	}
	switch e.op {
	case "insert":
		fits := len(before) == 0 && (row.gone || len(row.values) == 0)
		*row = pastRow{values: after, whole: true}
		return fits
	case "delete":
		fits := !row.gone && agrees(row.values, before)
		row.gone = true
		return fits
	}
	fits := !row.gone && agrees(row.values, before) && maps.EqualFunc(before, after, func(any, any) bool { return true })
	maps.Copy(row.values, after)
	return fits
}

// object is a row as rowJSON writes it: texts, numbers as they are written, and nil. It is none when it
// has a column that the table has not.
func (h *history) object(text string) (values map[string]any, ok bool) {
	in := json.NewDecoder(strings.NewReader(text))
	in.UseNumber()
	if err := in.Decode(&values); err != nil {
		return nil, false
	}
	for column := range values {
		if !slices.Contains(h.columns, column) {
			return nil, false
		}
	}
	return values, true
}

// compare judges a row of the table by what the log says of it.
func (h *history) compare(id int64, past *pastRow, text string) {
	if past == nil {
		h.check.Unproven++
		return
	}
	now, ok := h.object(text)
	if !ok || past.gone || !agrees(past.values, now) {
		h.found.add(h.table, id)
		return
	}
	if past.whole {
		h.check.Proven++
	} else {
		h.check.Unproven++
	}
}

// agrees reports whether two rows hold the same in the columns that both of them have.
func agrees(a, b map[string]any) bool {
	for column, value := range a {
		if other, both := b[column]; both && other != value {
			return false
		}
	}
	return true
}
