package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/model"
	"kettle/store/intake"
)

// joining is one join while it is made. All that it changes is noted, so that it can be split again.
type joining struct {
	*work
	id int64 // of the row of table joined
}

// noted is what joined_row keeps of one column: what stood there, and what the join wrote.
type noted struct {
	Was any `json:"was"`
	Is  any `json:"is"`
}

// note keeps what a column held. The column id, of a row that the join made, held nothing; col "" is a
// whole row that was one too many.
func (j *joining) note(table string, row int64, column string, what any) error {
	text, err := json.Marshal(what)
	if err != nil {
		return err
	}
	was := string(text)
	_, err = j.insert("joined_row", []string{"joined_id", "tbl", "row_id", "col", "was"}, []any{&j.id, &table, &row, &column, &was})
	return err
}

// set changes one column of a row and notes what stood there.
func (j *joining) set(table string, row int64, column string, was, is any) error {
	if err := j.note(table, row, column, noted{was, is}); err != nil {
		return err
	}
	return j.update(table, row, []string{column}, []any{is})
}

// drop takes a row away that is one too many, and keeps all that it held.
func (j *joining) drop(table string, row int64, held map[string]any) error {
	if err := j.note(table, row, "", held); err != nil {
		return err
	}
	return j.takeOut(table, row)
}

// rowValues are the values of a row by column.
func (w *work) rowValues(table string, id int64) (map[string]any, error) {
	has, err := w.columnsOf(table)
	if err != nil {
		return nil, err
	}
	var object string
	if err := noRow(w.queryRow("SELECT "+rowJSON(table, slices.Sorted(maps.Keys(has)))+" FROM "+table+" WHERE id = ?", id).Scan(&object)); err != nil {
		return nil, err
	}
	return w.logValues(table, object)
}

// pointersTo are all columns that hold the id of a row of a table.
func (q querier) pointersTo(table string) ([]pointer, error) {
	rows, err := q.query(`SELECT m.name, f."from" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
		WHERE m.type = 'table' AND f."table" = ? ORDER BY m.name, f."from"`, table)
	keys, err := scanAll(rows, err, func(p *pointer) []any { return []any{&p.table, &p.column} })
	keys = slices.DeleteFunc(keys, func(p pointer) bool { return slices.Contains(unlogged, p.table) })
	return append(keys, polymorphic[table]...), err
}

// onceIn are the sets of columns in which no two rows of a table may agree.
func (q querier) onceIn(table string) ([][]string, error) {
	sets, err := q.names(`SELECT (SELECT group_concat(c.name) FROM pragma_index_info(i.name) c) FROM pragma_index_list(?) i
		WHERE i."unique" = 1 AND i.partial = 0`, table)
	all := slices.Clone(once[table])
	for _, set := range sets {
		all = append(all, strings.Split(set, ","))
	}
	return all, err
}

// absorb brings all that hangs on one row to another, and fills the other's blanks. The row itself
// stays as it is.
func (j *joining) absorb(table string, kept, gone int64) error {
	if table == "pupil_adult" {
		if err := j.closeAnswers(kept, gone); err != nil {
			return err
		}
	}
	pointers, err := j.pointersTo(table)
	if err != nil {
		return err
	}
	for _, p := range pointers {
		if err := j.repoint(p, kept, gone); err != nil {
			return fmt.Errorf("%s.%s: %w", p.table, p.column, err)
		}
	}
	return j.fill(table, kept, gone)
}

// repoint makes the rows that point at one row point at another. One that would then be there twice
// goes into its double.
func (j *joining) repoint(p pointer, kept, gone int64) error {
	sql := "SELECT id FROM " + p.table + " WHERE " + p.column + " = ?"
	if p.only != "" {
		sql += " AND " + p.only
	}
	rows, err := j.query(sql+" ORDER BY id", gone)
	ids, err := scanIDs(rows, err)
	if err != nil || len(ids) == 0 {
		return err
	}
	sets, err := j.onceIn(p.table)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := j.repointRow(p, sets, id, kept, gone); err != nil {
			return err
		}
	}
	return nil
}

func (j *joining) repointRow(p pointer, sets [][]string, id, kept, gone int64) error {
	row, err := j.rowValues(p.table, id)
	if err != nil {
		return err
	}
	double, err := j.doubleOf(p, sets, row, kept)
	if err != nil {
		return err
	}
	if double != 0 {
		return j.oneOf(p, double, id, kept, gone)
	}
	if column := guarded[p.table]; column != "" {
		if err := j.note(p.table, id, column, noted{row[column], row[column]}); err != nil {
			return err
		}
	}
	return j.set(p.table, id, p.column, gone, kept)
}

// doubleOf is the row that one would be a second time once it points at the kept one, 0 for none.
func (j *joining) doubleOf(p pointer, sets [][]string, row map[string]any, kept int64) (int64, error) {
	for _, set := range sets {
		if !slices.Contains(set, p.column) {
			continue
		}
		where, args := "id <> ?", []any{row["id"]}
		for _, column := range set {
			value := row[column]
			if column == p.column {
				value = kept
			}
			if value == nil { // nothing agrees with what is not there
				where += " AND FALSE"
			}
			where, args = where+" AND "+column+" = ?", append(args, value)
		}
		rows, err := j.query("SELECT id FROM "+p.table+" WHERE "+where, args...)
		ids, err := scanIDs(rows, err)
		if err != nil || len(ids) > 0 {
			return firstOf(ids), err
		}
	}
	return 0, nil
}

// oneOf makes one row of two. The kept one's stays, unless it is out of sight and the other is not.
func (j *joining) oneOf(p pointer, stays, goes, kept, gone int64) error {
	a, err := j.rowValues(p.table, stays)
	if err != nil {
		return err
	}
	b, err := j.rowValues(p.table, goes)
	if err != nil {
		return err
	}
	hidden := func(row map[string]any) bool { return row["deleted_at"] != nil && row["deleted_at"] != "" }
	swapped := hidden(a) && !hidden(b)
	if swapped {
		stays, goes, b = goes, stays, a
	}
	if err := j.absorb(p.table, stays, goes); err != nil {
		return err
	}
	if err := j.drop(p.table, goes, b); err != nil || !swapped {
		return err
	}
	return j.set(p.table, stays, p.column, gone, kept)
}

// closeAnswers takes away what was answered to one order where the other link has a wall of its own:
// "the order allows this" about one says nothing of the other.
func (j *joining) closeAnswers(kept, gone int64) error {
	for _, pair := range [][2]int64{{kept, gone}, {gone, kept}} {
		var walled bool
		if err := j.queryRow("SELECT court_order = 1 OR may_be_contacted = 'no' FROM pupil_adult WHERE id = ?", pair[0]).Scan(&walled); err != nil {
			return err
		}
		if !walled {
			continue
		}
		rows, err := j.query("SELECT id FROM order_answer WHERE link_id = ? ORDER BY id", pair[1])
		ids, err := scanIDs(rows, err)
		if err != nil {
			return err
		}
		for _, id := range ids {
			row, err := j.rowValues("order_answer", id)
			if err != nil {
				return err
			}
			if err := j.drop("order_answer", id, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// fill fills the blanks of one row from another. Where both have a value the kept one's stands, unless
// a rule says otherwise.
func (j *joining) fill(table string, kept, gone int64) error {
	a, err := j.rowValues(table, kept)
	if err != nil {
		return err
	}
	b, err := j.rowValues(table, gone)
	if err != nil {
		return err
	}
	filled := joinedValues(table, a, b)
	for _, column := range slices.Sorted(maps.Keys(filled)) {
		if err := j.set(table, kept, column, a[column], filled[column]); err != nil {
			return err
		}
	}
	return nil
}

// joinedValues are the values of a row that another one changes when it goes into it.
func joinedValues(table string, kept, gone map[string]any) map[string]any {
	filled := map[string]any{}
	for column, value := range gone {
		if !neverFilled[column] && blank(kept[column]) && !blank(value) {
			filled[column] = value
		}
	}
	if !blank(kept["address"]) { // never the postcode of another address
		delete(filled, "postcode")
	}
	for column, between := range putTogether[table] {
		a, _ := kept[column].(string)
		b, _ := gone[column].(string)
		if a != "" && b != "" && a != b {
			filled[column] = a + between + b
		}
	}
	for _, rule := range strictest {
		if rule.table == table && stricter(rule.values, gone[rule.column], kept[rule.column]) {
			filled[rule.column] = gone[rule.column]
			for _, column := range rule.with {
				filled[column] = gone[column]
			}
		}
	}
	if table == "office_value" {
		filled = bothSets(kept, gone)
	}
	return filled
}

func blank(value any) bool { return value == nil || value == "" || value == int64(0) }

func stricter(values []string, a, b any) bool {
	place := func(value any) int {
		if at := slices.Index(values, fmt.Sprint(value)); at >= 0 {
			return at
		}
		return len(values)
	}
	return place(a) < place(b)
}

// bothSets puts the telephones and e-mails last imported of two together, as the next import will find
// them, now that both are one. Of other fields the kept one's stands.
func bothSets(kept, gone map[string]any) map[string]any {
	a, _ := kept["value"].(string)
	b, _ := gone["value"].(string)
	both := a
	switch field, _ := kept["field"].(string); intake.Field(field) {
	case intake.Phones, intake.Emails:
		both = oneSet(a, b)
	case allFields:
		both = bothObjects(a, b)
	}
	if both == a {
		return nil
	}
	return map[string]any{"value": both}
}

// oneSet puts two sets as text together.
func oneSet(a, b string) string {
	var all []string
	for _, text := range append(strings.Split(a, "; "), strings.Split(b, "; ")...) {
		if text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	model.InOrder(all, strings.Compare)
	return strings.Join(all, "; ")
}

// bothObjects does the same to all values of two, which are one JSON object each.
func bothObjects(kept, gone string) string {
	var values, others intake.Values
	if json.Unmarshal([]byte(kept), &values) != nil || json.Unmarshal([]byte(gone), &others) != nil {
		return kept
	}
	for field, value := range others {
		switch {
		case field == intake.Phones, field == intake.Emails:
			values[field] = oneSet(values[field], value)
		case values[field] == "":
			values[field] = value
		}
	}
	return jsonOf(values)
}
