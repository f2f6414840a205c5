package store

import (
	"cmp"
	"fmt"
	"strconv"
)

// importedRow is a row that an import made, changed or deleted: what stood in its columns before, what the
// import left there, and what stands there now.
type importedRow struct {
	table string
	id    int64
	made  bool
	gone  bool           // deleted by the import
	was   map[string]any // of one that was changed or deleted
	is    map[string]any
	now   map[string]any // nil when the row is not there
	unit  string         // with which other rows it is taken back, or not at all; "" by itself
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
	for _, part := range []func() error{b.readLog, b.readNow, b.readPoints, b.findUnits, b.findStanding} {
		if err := part(); err != nil {
			return nil, fmt.Errorf("looking what stands on an import: %w", err)
		}
	}
	return b, nil
}

// readLog puts the lines of the log together, row by row.
func (b *backward) readLog() error {
	rows, err := b.query("SELECT id, tbl, row_id, op, before, after FROM change_log WHERE step_id = ? ORDER BY id", b.step)
	entries, err := scanAll(rows, err, entryRow)
	if err != nil {
		return err
	}
	for _, e := range entries {
		before, err := b.logValues(e.table, e.before)
		if err != nil {
			return err
		}
		after, err := b.logValues(e.table, e.after)
		if err != nil {
			return err
		}
		key := importedKey{e.table, e.row}
		r := b.of[key]
		if r == nil {
			r = &importedRow{table: e.table, id: e.row, made: e.op == "insert", was: map[string]any{}, is: map[string]any{}}
			b.of[key], b.rows = r, append(b.rows, r)
			if of := b.made[e.table]; r.made {
				b.made[e.table] = span{first: min(e.row, cmp.Or(of.first, e.row)), last: max(e.row, of.last)}
			}
		}
		r.gone = e.op == "delete"
		for column, value := range before {
			if _, known := r.was[column]; !known {
				r.was[column] = value
			}
		}
		for column, value := range after {
			r.is[column] = value
		}
	}
	return nil
}

// readNow reads the rows as they are now.
func (b *backward) readNow() error {
	tables := map[string]bool{}
	for _, r := range b.rows {
		tables[r.table] = true
	}
	for table := range tables {
		rows, err := b.query("SELECT * FROM "+table+" WHERE id IN (SELECT row_id FROM change_log WHERE step_id = ? AND tbl = ?)", b.step, table)
		if err != nil {
			return err
		}
		names, err := rows.Columns()
		if err != nil {
			rows.Close()
			return err
		}
		all, err := scanAll(rows, nil, func(values *[]any) []any {
			*values = make([]any, len(names))
			into := make([]any, len(names))
			for i := range into {
				into[i] = &(*values)[i]
			}
			return into
		})
		if err != nil {
			return err
		}
		for _, values := range all {
			now := map[string]any{}
			for i, name := range names {
				now[name] = values[i]
			}
			id, _ := now["id"].(int64)
			b.of[importedKey{table, id}].now = now
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
