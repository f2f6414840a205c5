package store

import (
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

func (h *history) examine() (err error) {
	if h.columns, err = h.q.names("SELECT name FROM pragma_table_info(?)", h.table); err != nil {
		return err
	}
	past, err := h.past()
	if err != nil {
		return err
	}
	if err := h.compareRows(past); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(past)) {
		if !past[id].gone {
			h.found.add(h.table, id) // the log has it, the table has not
		}
	}
	return nil
}

// past are the rows as the log has them. A line that does not follow from those before it is a find.
func (h *history) past() (map[int64]*pastRow, error) {
	rows, err := h.q.query("SELECT id, tbl, row_id, op, before, after FROM change_log WHERE tbl = ? ORDER BY row_id, id", h.table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[int64]*pastRow{}
	for rows.Next() {
		var e entry
		if err := rows.Scan(entryRow(&e)...); err != nil {
			return nil, err
		}
		if all[e.row] == nil {
			all[e.row] = &pastRow{values: map[string]any{}}
		}
		if !h.follows(all[e.row], e) {
			h.found.add(h.table, e.row)
		}
	}
	return all, rows.Err()
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

// compareRows judges the rows of the table by what the log says of them, and takes those out of past.
func (h *history) compareRows(past map[int64]*pastRow) error {
	rows, err := h.q.query("SELECT id, " + rowJSON(h.table, h.columns) + " FROM " + h.table + " ORDER BY id")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		h.compare(id, past[id], text)
		delete(past, id)
	}
	return rows.Err()
}

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
