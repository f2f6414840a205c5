package store

import (
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// renamed are the pairs of adults of one forename who are the same to one child, though their surnames
// differ: the office's file may have brought the new surname of a mother who married.
func (q querier) renamed(apart map[view.Two]bool) (pairs []view.Two, err error) {
	type linked struct {
		named
		pupil int64
		is    model.Relationship
	}
	rows, err := q.query(`SELECT a.id, a.forename, a.surname, l.pupil_id, l.relationship FROM pupil_adult l JOIN adult a ON a.id = l.adult_id
		JOIN pupil p ON p.id = l.pupil_id WHERE l.deleted_at = '' AND a.deleted_at = '' AND p.deleted_at = '' AND l.relationship <> ''
		AND EXISTS (SELECT 1 FROM pupil_adult o WHERE o.pupil_id = l.pupil_id AND o.relationship = l.relationship AND o.id <> l.id AND o.deleted_at = '') ORDER BY a.id`)
	all, err := scanAll(rows, err, func(l *linked) []any { return []any{&l.id, &l.forename, &l.surname, &l.pupil, &l.is} })
	if err != nil {
		return nil, err
	}
	surnames := map[int64]string{}
	for _, l := range all {
		surnames[l.id] = model.Fold(l.surname)
	}
	seen := map[view.Two]bool{}
	for _, group := range alike(all, func(l linked) int64 { return l.id }, func(l linked) string {
		if l.forename == "" || model.OnlyInitial(l.forename) || !l.is.IsFamily() {
			return ""
		}
		return fmt.Sprintf("%d|%s|%s", l.pupil, l.is, model.Fold(l.forename))
	}) {
		for _, two := range pairsIn(view.OfAdults, group, apart) {
			if surnames[two.Kept] != surnames[two.Gone] && !seen[two] {
				seen[two], pairs = true, append(pairs, two)
			}
		}
	}
	return pairs, nil
}
