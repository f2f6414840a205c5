package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// importedRow is a row that an import made, changed or deleted: what stood in its columns before, what the
// import left there, and what stands there now.
type importedRow struct {
	table string
	at    int64 // of its first line in the log
	id    int64
	made  bool
	// untouched says that it stands as the import put it in; is and now are only what says where it belongs.
	untouched bool
	gone      bool           // deleted by the import
	was       map[string]any // of one that was changed or deleted
	is        map[string]any
	now       map[string]any // nil when the row is not there
	unit      string         // with which other rows it is taken back, or not at all; "" by itself
}

type importedKey struct {
	table string
	id    int64
}

// backward is an import with what was written since.
type backward struct {
	*work
	step   int64
	rows   []*importedRow // in the order in which the import wrote them
	of     map[importedKey]*importedRow
	stays  map[*importedRow]bool // made, and not to go
	owned  map[importedKey][]*importedRow
	points map[string][]foreignKey
	made   map[string]span // ids of the rows that were made, by table

	standing map[string]bool     // units in which something was changed since
	kept     map[string]bool     // office values of fields that were changed since
	why      map[int64]*standOns // by family
}

// span is the first and the last of some ids, 0 for none.
type span struct{ first, last int64 }

// foreignKey is a column that points at a row of a table.
type foreignKey struct{ column, parent string }

// backward reads what an import did and what stands on it now.
func (w *work) backward(step int64) (*backward, error) {
	b := &backward{work: w, step: step, of: map[importedKey]*importedRow{}, stays: map[*importedRow]bool{}, owned: map[importedKey][]*importedRow{},
		points: map[string][]foreignKey{}, made: map[string]span{}, standing: map[string]bool{}, kept: map[string]bool{}, why: map[int64]*standOns{}}
	for _, part := range []func() error{b.readUntouched, b.readLog, b.readNow, b.readPoints, b.findUnits, b.findStanding} {
		if err := part(); err != nil {
			return nil, fmt.Errorf("looking what stands on an import: %w", err)
		}
	}
	return b, nil
}

// readUntouched reads the rows that stand as the import put them in, which nearly all do. Only what says where
// they belong is read of them: a large import has two hundred thousand.
func (b *backward) readUntouched() error {
	tables, err := b.contentTables()
	if err != nil {
		return err
	}
	wrote, err := b.names("SELECT DISTINCT tbl FROM change_log WHERE step_id = ?", b.step)
	if err != nil {
		return err
	}
	for _, table := range tables {
		if !slices.Contains(wrote, table) {
			continue
		}
		names, err := b.names("SELECT name FROM pragma_table_info(?)", table)
		if err != nil {
			return err
		}
		belongs := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !saysWhere(name) })
		same := slices.DeleteFunc(names, func(name string) bool { return name == "updated_at" })
		rows, err := b.query("SELECT l.id AS at, t."+strings.Join(append([]string{"id"}, belongs...), ", t.")+" FROM "+table+` t CROSS JOIN change_log l ON l.tbl = ? AND l.row_id = t.id AND l.step_id = ?
			WHERE l.op = 'insert' AND `+rowJSON("t", same)+` = json_remove(l.after, '$.updated_at')
			AND NOT EXISTS (SELECT 1 FROM change_log o WHERE o.tbl = l.tbl AND o.row_id = l.row_id AND o.step_id = l.step_id AND o.id <> l.id)`, table, b.step)
		if err != nil {
			return err
		}
		err = eachRow(rows, func(row map[string]any) error {
			r := &importedRow{table: table, at: idIn(row, "at"), id: idIn(row, "id"), made: true, untouched: true, is: row, now: row}
			delete(row, "at")
			b.note(r)
			return b.report("what the import wrote", len(b.rows), 0)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// saysWhere reports whether a column of an untouched row says to whom it belongs, or what that is called.
func saysWhere(column string) bool {
	switch column {
	case "entity", "field", "forename", "surname", "known_as", "reg":
		return true
	}
	return strings.HasSuffix(column, "_id") && column != "office_id"
}

// eachRow does something with each row of a query, by column.
func eachRow(rows *sql.Rows, do func(map[string]any) error) error {
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	values, into := make([]any, len(names)), make([]any, len(names))
	for i := range into {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		row := make(map[string]any, len(names))
		for i, name := range names {
			row[name] = values[i]
		}
		if err := do(row); err != nil {
			return err
		}
	}
	return rows.Err()
}

func idIn(row map[string]any, column string) int64 {
	id, _ := row[column].(int64)
	return id
}

// note takes a row of the import into account.
func (b *backward) note(r *importedRow) {
	b.of[importedKey{r.table, r.id}], b.rows = r, append(b.rows, r)
	if of := b.made[r.table]; r.made {
		b.made[r.table] = span{first: min(r.id, cmp.Or(of.first, r.id)), last: max(r.id, of.last)}
	}
}

// readLog puts the other lines of the log together, row by row, and everything in the order of the import.
func (b *backward) readLog() error {
	rows, err := b.query("SELECT id, tbl, row_id, op, '', '' FROM change_log WHERE step_id = ? ORDER BY id", b.step)
	entries, err := scanAll(rows, err, entryRow)
	if err != nil {
		return err
	}
	for _, e := range entries {
		key := importedKey{e.table, e.row}
		r := b.of[key]
		if r != nil && r.untouched {
			continue
		}
		if r == nil {
			r = &importedRow{table: e.table, at: e.id, id: e.row, made: e.op == "insert", was: map[string]any{}, is: map[string]any{}}
			b.note(r)
		}
		if err := b.readLine(r, e); err != nil {
			return err
		}
	}
	// A large import has two hundred thousand of them, for which model.InOrder takes too long.
	slices.SortFunc(b.rows, func(x, y *importedRow) int { return cmp.Compare(x.at, y.at) })
	return nil
}

func (b *backward) readLine(r *importedRow, e entry) error {
	if err := b.queryRow("SELECT before, after FROM change_log WHERE id = ?", e.id).Scan(&e.before, &e.after); err != nil {
		return err
	}
	before, err := b.logValues(e.table, e.before)
	if err != nil {
		return err
	}
	after, err := b.logValues(e.table, e.after)
	if err != nil {
		return err
	}
	r.gone = e.op == "delete"
	for column, value := range before {
		if _, known := r.was[column]; !known {
			r.was[column] = value
		}
	}
	maps.Copy(r.is, after)
	return nil
}

// readNow reads the other rows as they are now.
func (b *backward) readNow() error {
	for _, r := range b.rows {
		if r.untouched {
			continue
		}
		rows, err := b.query("SELECT * FROM "+r.table+" WHERE id = ?", r.id)
		if err != nil {
			return err
		}
		if err := eachRow(rows, func(row map[string]any) error { r.now = row; return nil }); err != nil {
			return err
		}
	}
	return nil
}

// readPoints reads which columns point where, and what belongs to what the import made.
func (b *backward) readPoints() error {
	tables, err := b.contentTables()
	if err != nil {
		return err
	}
	for _, table := range tables {
		rows, err := b.query(`SELECT "from", "table" FROM pragma_foreign_key_list(?)`, table)
		points, err := scanAll(rows, err, func(k *foreignKey) []any { return []any{&k.column, &k.parent} })
		if err != nil {
			return err
		}
		b.points[table] = points
	}
	for _, r := range b.rows {
		if r.made && r.now != nil {
			for _, owner := range b.owners(r) {
				b.owned[owner] = append(b.owned[owner], r)
			}
		}
	}
	return nil
}

// owners are the rows without which a row that the import made is nothing to anybody: who stays keeps it.
// A contact belongs to the child; whose contact an adult is besides does not stay because the adult does.
func (b *backward) owners(r *importedRow) (owners []importedKey) {
	at := func(column, table string) {
		if id, ok := r.now[column].(int64); ok {
			owners = append(owners, importedKey{table, id})
		}
	}
	switch r.table {
	case "pupil", "household":
		at("family_id", "family")
	case "pupil_adult":
		at("pupil_id", "pupil")
	case "phone", "email", "household_person", "sen_change":
		at("pupil_id", "pupil")
		at("adult_id", "adult")
		at("household_id", "household")
	case "office_value":
		id, _ := r.now["entity_id"].(int64)
		owners = append(owners, importedKey{entityTable(textIn(r.now, "entity")), id})
	}
	return owners
}

// entityTable is the table of those that office values, joinings and the like are about.
func entityTable(entity string) string {
	if entity == "link" {
		return "pupil_adult"
	}
	return entity
}

func textIn(row map[string]any, column string) string {
	text, _ := row[column].(string)
	return text
}

// changed reports whether a row that the import made or changed is no longer as it left it. Out of sight
// it may have been moved: then it goes all the same.
func (r *importedRow) changed() bool {
	if r.now == nil {
		return !r.gone
	}
	if r.gone {
		return true
	}
	for column, is := range r.is {
		if column != "updated_at" && !(r.made && column == "deleted_at") && r.now[column] != is {
			return true
		}
	}
	return false
}

// findUnits says which rows are taken back together: the numbers of one person, the households of one
// family, the SEN status of a pupil with its history.
func (b *backward) findUnits() error {
	households := map[int64]int64{}
	rows, err := b.query("SELECT id, family_id FROM household")
	pairs, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.id, &p.owner} })
	if err != nil {
		return err
	}
	for _, p := range pairs {
		households[p.id] = p.owner
	}
	for _, r := range b.rows {
		if family, ok := r.value("family_id").(int64); ok && r.table == "household" {
			households[r.id] = family
		}
	}
	for _, r := range b.rows {
		switch r.table {
		case "phone", "email":
			r.unit = "numbers of " + r.owner()
		case "sen_change":
			r.unit = "status of " + r.owner()
		case "household":
			r.unit = homesOf(households[r.id])
		case "household_person":
			id, _ := r.value("household_id").(int64)
			r.unit = homesOf(households[id])
		}
	}
	return nil
}

func homesOf(family int64) string { return "homes of " + strconv.FormatInt(family, 10) }

// owner names whose number or status a row is.
func (r *importedRow) owner() string {
	if id, ok := r.value("adult_id").(int64); ok {
		return "adult " + strconv.FormatInt(id, 10)
	}
	id, _ := r.value("pupil_id").(int64)
	return "pupil " + strconv.FormatInt(id, 10)
}

// value is what stands in a column, or stood there last.
func (r *importedRow) value(column string) any {
	for _, of := range []map[string]any{r.now, r.is, r.was} {
		if value, ok := of[column]; ok {
			return value
		}
	}
	return nil
}

// officeOf names a field whose office value a row is.
func officeOf(row map[string]any) string {
	id, _ := row["entity_id"].(int64)
	return entityTable(textIn(row, "entity")) + " " + strconv.FormatInt(id, 10) + " " + textIn(row, "field")
}
