package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/store/intake"
)

// findStanding finds what was written since, and what stays because of it.
func (b *backward) findStanding() error {
	for _, r := range b.rows {
		if r.table == "import_run" || r.table == "office_value" || !r.changed() {
			continue
		}
		b.standing[r.unit] = b.standing[r.unit] || r.unit != ""
		switch {
		case r.made && r.now != nil:
			b.stay(r, changeByHand(r.table).of(r.id))
		case r.made: // a number that was taken away again
			b.stayOwner(r)
		case !r.gone:
			b.keepFields(r)
		}
	}
	for _, table := range slices.Sorted(maps.Keys(b.points)) { // in one order, for the reasons stand in it
		for _, p := range b.points[table] {
			if err := b.findPointing(table, p); err != nil {
				return err
			}
		}
	}
	for _, soft := range softPoints() {
		if err := b.findSoft(soft.table, soft.entity, soft.column); err != nil {
			return err
		}
	}
	b.stayTogether()
	b.keepOffices()
	return nil
}

// keepOffices keeps what was last imported of the fields that stay.
func (b *backward) keepOffices() {
	for unit := range b.standing {
		if of, found := strings.CutPrefix(unit, "numbers of "); found {
			b.kept[of+" phones"], b.kept[of+" emails"] = true, true
		}
	}
	for _, r := range b.rows {
		if r.table == "office_value" && r.made && r.now != nil && b.kept[officeOf(r.now)] {
			b.stays[r] = true
		}
	}
}

// keepFields notes which fields of a row that was there before were changed since: their office values
// stay, too, and what hangs on them.
func (b *backward) keepFields(r *importedRow) {
	for column, is := range r.is {
		if column == "updated_at" || r.now[column] == is {
			continue
		}
		b.kept[fieldOf(r, column)] = true
		if column == string(intake.SEN) {
			b.standing[fmt.Sprintf("status of pupil %d", r.id)] = true
		}
	}
}

// fieldOf names the field of the office that a column holds.
func fieldOf(r *importedRow, column string) string {
	return fmt.Sprintf("%s %d %s", r.table, r.id, officeField(column))
}

// officeField is the field of the office that a column holds, or holds a part of.
func officeField(column string) intake.Field {
	switch column {
	case "roll", "left_on":
		return intake.OnRoll
	case "order_from_office":
		return intake.CourtOrder
	}
	return intake.Field(column)
}

// stayOwner makes a person stay a number of whom was taken away by hand.
func (b *backward) stayOwner(r *importedRow) {
	for _, p := range b.points[r.table] {
		if id, ok := r.is[p.column].(int64); ok {
			if owner := b.of[importedKey{p.parent, id}]; owner != nil && owner.made && owner.now != nil {
				b.stay(owner, changeByHand(r.table).of(r.id))
			}
		}
	}
}

// findPointing finds rows of a table that the import did not make and that point at what it made.
func (b *backward) findPointing(table string, p foreignKey) error {
	made := b.made[p.parent]
	if made.last == 0 {
		return nil
	}
	type pointing struct{ to, row, entry int64 }
	is := standsAs(table)
	rows, err := b.query("SELECT "+p.column+", id, "+is.id+" FROM "+table+" WHERE "+p.column+" BETWEEN ? AND ? ORDER BY id", made.first, made.last)
	all, err := scanAll(rows, err, func(p *pointing) []any { return []any{&p.to, &p.row, &p.entry} })
	for _, from := range all {
		if r := b.of[importedKey{table, from.row}]; r != nil && r.is[p.column] != nil {
			continue // the import itself made it point there
		}
		if to := b.of[importedKey{p.parent, from.to}]; to != nil && to.made {
			b.stay(to, is.of(from.entry))
		}
	}
	return err
}

// softPoint is a column that names a row without being a foreign key: what it is one of stands beside it.
type softPoint struct{ table, entity, column string }

func softPoints() []softPoint {
	return []softPoint{
		{"joined", "entity", "kept_id"}, {"joined", "entity", "gone_id"}, {"kept_apart", "entity", "first_id"}, {"kept_apart", "entity", "second_id"},
		{"also_listed", "entity", "entity_id"}, {"known_elsewhere", "tbl", "row_id"},
	}
}

func (b *backward) findSoft(table, entity, column string) error {
	type named struct {
		entity  string
		id, row int64
	}
	rows, err := b.query("SELECT " + entity + ", " + column + ", id FROM " + table + " ORDER BY id")
	all, err := scanAll(rows, err, func(n *named) []any { return []any{&n.entity, &n.id, &n.row} })
	for _, n := range all {
		if to := b.of[importedKey{n.entity, n.id}]; to != nil && to.made && to.now != nil {
			b.stay(to, standsAs(table).of(n.row))
		}
	}
	return err
}

// stay makes a row stay, with all that it needs and all that belongs to it, and says why to its family.
func (b *backward) stay(r *importedRow, why writtenSince) {
	if family := b.familyOfRow(r); family != 0 && why.entry.table != "" {
		if b.why[family] == nil {
			b.why[family] = &standOns{counted: map[importedKey]bool{}}
		}
		b.why[family].add(why)
	}
	b.keep(r)
}

func (b *backward) keep(r *importedRow) {
	queue := []*importedRow{r}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		if b.stays[r] || !r.made || r.now == nil {
			continue
		}
		b.stays[r] = true
		for _, p := range b.points[r.table] {
			if id, ok := r.now[p.column].(int64); ok && b.of[importedKey{p.parent, id}] != nil {
				queue = append(queue, b.of[importedKey{p.parent, id}])
			}
		}
		queue = append(queue, b.owned[importedKey{r.table, r.id}]...)
	}
}

// stayTogether makes rows stay whose unit stands, and units whose rows stay, until nothing more does.
func (b *backward) stayTogether() {
	for more := true; more; {
		more = false
		for _, r := range b.rows {
			if r.unit == "" {
				continue
			}
			if b.stays[r] && !b.standing[r.unit] {
				b.standing[r.unit], more = true, true
			}
			if b.standing[r.unit] && r.made && r.now != nil && !b.stays[r] {
				b.keep(r)
				more = true
			}
		}
	}
}

// familyOfRow is the family that a row belongs to, 0 where that says nothing.
func (b *backward) familyOfRow(r *importedRow) int64 {
	id := func(column string) int64 { n, _ := r.now[column].(int64); return n }
	switch r.table {
	case "family":
		return r.id
	case "pupil", "household":
		return id("family_id")
	case "adult":
		return b.familyOfAdult(r.id)
	}
	if adult := id("adult_id"); adult != 0 && id("pupil_id") == 0 {
		return b.familyOfAdult(adult)
	}
	return b.familyOfPupil(id("pupil_id"))
}

func (b *backward) familyOfPupil(pupil int64) (family int64) {
	if r := b.of[importedKey{"pupil", pupil}]; r != nil && r.now != nil {
		family, _ = r.value("family_id").(int64)
		return family
	}
	_ = b.queryRow("SELECT family_id FROM pupil WHERE id = ?", pupil).Scan(&family)
	return family
}

// familyOfAdult is that of the first child whose contact the import made the adult.
func (b *backward) familyOfAdult(adult int64) int64 {
	for _, r := range b.rows {
		if id, _ := r.now["adult_id"].(int64); r.table == "pupil_adult" && id == adult {
			pupil, _ := r.now["pupil_id"].(int64)
			return b.familyOfPupil(pupil)
		}
	}
	return 0
}
