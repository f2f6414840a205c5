package store

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/intake"
)

// keptFields names what the import changed and somebody changed since.
func (b *backward) keptFields(last *view.LastImport) error {
	for _, r := range b.rows {
		if r.made || r.gone || r.now == nil || r.table != "pupil" && r.table != "adult" && r.table != "pupil_adult" {
			continue
		}
		for _, column := range r.changedColumns() {
			name, err := b.nameOf(r)
			if err != nil {
				return err
			}
			field, now := b.columnWords(column, r.now[column])
			last.Fields = append(last.Fields, view.ImportKept{Name: name, Field: field, Now: now})
		}
	}
	for _, unit := range slices.Sorted(maps.Keys(b.standing)) {
		of, found := strings.CutPrefix(unit, "numbers of ")
		if !found {
			continue
		}
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

func compareFolded(a, b string) int { return strings.Compare(model.FoldSearch(a), model.FoldSearch(b)) }

// changedColumns are the columns that the import changed and somebody changed since, one for each field.
func (r *importedRow) changedColumns() (columns []string) {
	known := map[intake.Field]bool{}
	for _, column := range slices.Backward(slices.Sorted(maps.Keys(r.is))) { // "roll" before "left_on", which only says since when
		field := officeField(column)
		if column == "updated_at" || known[field] || r.now[column] == r.is[column] {
			continue
		}
		known[field] = true
		columns = append(columns, column)
	}
	return columns
}

// columnWords are a column and what it holds, as a person reads them; "" for nothing.
func (b *backward) columnWords(column string, now any) (field, value string) {
	of, id := officeField(column), int64(0)
	switch v := now.(type) {
	case string:
		value = v
	case int64:
		id, value = v, strconv.FormatInt(v, 10)
	}
	switch {
	case column == "family_id":
		return "family", b.querier.nameOf("family", id)
	case of == intake.CourtOrder:
		value = map[int64]string{0: "no", 1: "yes"}[id]
	case value == "" || of == intake.Priority && id == 0:
		return of.Words(), ""
	case value == string(model.OnRoll):
		value = "yes"
	case column == "roll":
		value = "no, " + value
	case column == "left_on":
		value = "no, left on " + model.Date(value).Full()
	}
	return of.Words(), valueWords(of, value)
}

func (b *backward) nameOf(r *importedRow) (string, error) {
	if r.table != "pupil_adult" {
		return b.nameOfID(r.table, r.id)
	}
	adult, _ := r.now["adult_id"].(int64)
	return b.nameOfID("adult", adult)
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
