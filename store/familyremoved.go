package store

import (
	"kettle/model"
	"kettle/model/view"
)

// removedThings asks for what was removed of a family: kind, id, what it was, its own day, and when
// it was removed. Of a link both ends must be there, else bringing it back would show nothing.
var removedThings = `
	SELECT 'adult', a.id, ` + adultWords + `, '', a.deleted_at FROM adult a WHERE a.deleted_at <> ''
		AND a.id IN (SELECT l.adult_id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id WHERE p.family_id = ?1
			UNION SELECT adult_id FROM family_adult WHERE family_id = ?1)
	UNION ALL SELECT 'child', p.id, ` + pupilWords + `, '', p.deleted_at FROM pupil p WHERE p.family_id = ?1 AND p.deleted_at <> ''
		AND NOT ` + goneSQL(view.OfPupils, "p.id") + `
	UNION ALL SELECT 'link', l.id, ` + adultWords + ` || ' and ' || ` + pupilWords + `, '', l.deleted_at
		FROM pupil_adult l JOIN adult a ON a.id = l.adult_id JOIN pupil p ON p.id = l.pupil_id
		WHERE p.family_id = ?1 AND l.deleted_at <> '' AND a.deleted_at = '' AND p.deleted_at = ''
	UNION ALL SELECT 'household', id, name, '', deleted_at FROM household WHERE family_id = ?1 AND deleted_at <> ''
	UNION ALL SELECT 'entry', id, kind || ': ' || substr(text, 1, 60), on_day, deleted_at FROM family_entry WHERE family_id = ?1 AND deleted_at <> ''
	UNION ALL SELECT 'log', id, kind || iif(note = '', '', ': ' || substr(note, 1, 60)), at, deleted_at FROM contact WHERE family_id = ?1 AND deleted_at <> ''
	UNION ALL SELECT 'meeting', id, kind, start, deleted_at FROM meeting WHERE family_id = ?1 AND deleted_at <> ''
	UNION ALL SELECT 'follow-up', id, what, due, deleted_at FROM follow_up WHERE family_id = ?1 AND deleted_at <> ''
	UNION ALL SELECT 'letter', l.id, l.kind || ' to ' || iif(l.adult_id IS NULL, ` + pupilWords + `, ` + adultWords + `), l.made, l.deleted_at
		FROM letter l LEFT JOIN adult a ON a.id = l.adult_id LEFT JOIN pupil p ON p.id = l.pupil_id WHERE l.family_id = ?1 AND l.deleted_at <> ''
	ORDER BY 5 DESC, 1, 2 DESC`

// pupilWords is Pupil.Called as SQL.
const pupilWords = `iif(p.known_as <> '', p.known_as, iif(p.forename <> '', p.forename, p.surname))`

func (q querier) pageRemoved(page *view.FamilyPage) error {
	type row struct {
		thing   view.RemovedThing
		of      model.Moment
		removed model.Moment
	}
	rows, err := q.query(removedThings, page.Family.ID)
	all, err := scanAll(rows, err, func(r *row) []any { return []any{&r.thing.Kind, &r.thing.ID, &r.thing.What, &r.of, &r.removed} })
	for _, r := range all {
		if r.of != "" {
			r.thing.What += ", " + r.of.Date().Short()
		}
		r.thing.On = r.removed.Date()
		page.Removed = append(page.Removed, r.thing)
	}
	return err
}
