package store

import (
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
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
			b.stay(r, standOn{"change by hand", "changes by hand"})
		case r.made: // a number that was taken away again
			b.stayOwner(r)
		case !r.gone:
			b.keepFields(r)
		}
	}
	for table, points := range b.points {
		for _, p := range points {
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
	if column == "roll" || column == "left_on" {
		column = string(intake.OnRoll)
	}
	return fmt.Sprintf("%s %d %s", r.table, r.id, column)
}

// stayOwner makes a person stay a number of whom was taken away by hand.
func (b *backward) stayOwner(r *importedRow) {
	for _, p := range b.points[r.table] {
		if id, ok := r.is[p.column].(int64); ok {
			if owner := b.of[importedKey{p.parent, id}]; owner != nil && owner.made && owner.now != nil {
				b.stay(owner, standOn{"change by hand", "changes by hand"})
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
	rows, err := b.query("SELECT "+p.column+", id FROM "+table+" WHERE "+p.column+" BETWEEN ? AND ?", made.first, made.last)
	pairs, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	for _, pair := range pairs {
		if r := b.of[importedKey{table, pair.id}]; r != nil && r.is[p.column] != nil {
			continue // the import itself made it point there
		}
		if to := b.of[importedKey{p.parent, pair.owner}]; to != nil && to.made {
			b.stay(to, standOnOf(table))
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
		entity string
		id     int64
	}
	rows, err := b.query("SELECT " + entity + ", " + column + " FROM " + table)
	all, err := scanAll(rows, err, func(n *named) []any { return []any{&n.entity, &n.id} })
	for _, n := range all {
		if to := b.of[importedKey{n.entity, n.id}]; to != nil && to.made && to.now != nil {
			b.stay(to, standOnOf(table))
		}
	}
	return err
}

// stay makes a row stay, with all that it needs and all that belongs to it, and says why to its family.
func (b *backward) stay(r *importedRow, why standOn) {
	if family := b.familyOfRow(r); family != 0 {
		if b.why[family] == nil {
			b.why[family] = &standOns{}
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

// standOn is something written since, one of it and several.
type standOn struct{ one, many string }

// standOnOf says what a row of a table is to a person.
func standOnOf(table string) standOn {
	switch name, _, _ := strings.Cut(table, "_"); name {
	case "contact":
		return standOn{"entry in the log", "entries in the log"}
	case "meeting", "order":
		return standOn{"meeting", "meetings"}
	case "follow", "agreement":
		return standOn{"promise", "promises"}
	case "letter":
		return standOn{"letter", "letters"}
	case "account":
		return standOn{"account of an incident", "accounts of incidents"}
	case "transition":
		return standOn{"move prepared", "moves prepared"}
	case "family", "welcome":
		return standOn{"note on the family", "notes on the family"}
	case "joined":
		return standOn{"joining by hand", "joinings by hand"}
	case "also": // a name that a joining brought along
		return standOn{}
	case "kept":
		return standOn{"pair said to be two", "pairs said to be two"}
	}
	return standOn{"change by hand", "changes by hand"}
}

// standOns count what stands on a family.
type standOns struct {
	kinds  []standOn
	counts []int
}

func (s *standOns) add(one standOn) {
	if one == (standOn{}) {
		return
	}
	for i, k := range s.kinds {
		if k == one {
			s.counts[i]++
			return
		}
	}
	s.kinds, s.counts = append(s.kinds, one), append(s.counts, 1)
}

// String is "2 entries in the log, 1 meeting"; "" for none.
func (s *standOns) String() string {
	if s == nil {
		return ""
	}
	var words []string
	for i, k := range s.kinds {
		words = append(words, plural(s.counts[i], k.one, k.many))
	}
	return strings.Join(words, ", ")
}

// keptFields names what the import changed and somebody changed since.
func (b *backward) keptFields(last *view.LastImport) error {
	names := map[string]string{}
	for _, r := range b.rows {
		if r.made || r.gone || r.now == nil {
			continue
		}
		for column, is := range r.is {
			if now := r.now[column]; now != is && (r.table == "pupil" || r.table == "adult" || r.table == "pupil_adult") {
				if field, words := keptWords(column, now); words != "" {
					last.Fields = append(last.Fields, view.ImportKept{Name: b.nameOf(r), Field: field.Words(), Now: words})
				}
			}
		}
	}
	for unit := range b.standing {
		if of, found := strings.CutPrefix(unit, "numbers of "); found {
			names[of] = unit
		}
	}
	for of := range names {
		table, text, _ := strings.Cut(of, " ")
		var id int64
		if _, err := fmt.Sscan(text, &id); err != nil {
			return err
		}
		if r := b.of[importedKey{table, id}]; r != nil && r.made {
			continue // they stay, or go, as a whole
		}
		name, err := b.nameOfID(table, id)
		if err != nil {
			return err
		}
		last.Fields = append(last.Fields, view.ImportKept{Name: name, Field: "telephones and e-mails"})
	}
	model.InOrder(last.Fields, func(x, y view.ImportKept) int { return compareFolded(x.Name+x.Field, y.Name+y.Field) })
	return nil
}

// keptWords are a column and its value as a person reads them; "" is one that goes with another.
func keptWords(column string, value any) (field intake.Field, words string) {
	switch column {
	case "updated_at", "order_from_office", "left_on":
		return "", ""
	case "roll":
		return intake.OnRoll, fmt.Sprint(value)
	case "court_order":
		return intake.CourtOrder, map[bool]string{true: "yes", false: "no"}[value == int64(1)]
	}
	return intake.Field(column), valueWords(intake.Field(column), fmt.Sprint(value))
}

func compareFolded(a, b string) int { return strings.Compare(model.FoldSearch(a), model.FoldSearch(b)) }

func (b *backward) nameOf(r *importedRow) string {
	table, id := r.table, r.id
	if table == "pupil_adult" {
		table = "adult"
		id, _ = r.now["adult_id"].(int64)
	}
	name, err := b.nameOfID(table, id)
	if err != nil {
		return ""
	}
	return name
}

func (b *backward) nameOfID(table string, id int64) (name string, err error) {
	if table == "pupil" {
		all, err := b.pupils("id = ?", id)
		if err != nil || len(all) == 0 {
			return "", err
		}
		return all[0].FullName(), nil
	}
	all, err := b.adults("id = ?", id)
	if err != nil || len(all) == 0 {
		return "", err
	}
	return all[0].FullName(), nil
}
