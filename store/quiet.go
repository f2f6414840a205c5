package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// Who is going quiet: the families whose check-in is due. For each rhythm in use the last day of which
// it is due is computed, so that the list compares one date.

// firstWeeks is for how many school days a new family that was not spoken with yet is not counted as
// quiet: it is being welcomed.
const firstWeeks = 15

// GoingQuiet is a window on the families whose check-in is due, longest ago first, those that were never
// spoken with behind them, and those that sleep last.
func (s *Store) GoingQuiet(ctx context.Context, words string, now model.Moment, w view.World, limit, offset int) (page view.GoingQuiet, err error) {
	err = s.read(ctx, func(q querier) error {
		page, err = q.goingQuiet(words, now.Date(), w, limit, offset)
		return err
	})
	if err != nil {
		return page, fmt.Errorf("reading who has not heard from us: %w", err)
	}
	return page, nil
}

func (q querier) goingQuiet(words string, today model.Date, w view.World, limit, offset int) (view.GoingQuiet, error) {
	page := view.GoingQuiet{Offset: offset}
	due, err := q.dueFamilies(words, today, w)
	if err != nil {
		return page, err
	}
	page.Total = len(due)
	for _, f := range due {
		if f.Asleep != "" {
			page.Asleep++
		}
	}
	due = due[min(offset, len(due)):min(offset+limit, len(due))]
	page.Rows, err = q.quietLines(due, today, w)
	return page, err
}

// dueFamilies are all families of the list, in its order. Whether there is somebody to ring is asked in a
// query of its own: within the first one it would be asked of every family of the caseload.
func (q querier) dueFamilies(words string, today model.Date, w view.World) ([]quietFamily, error) {
	rhythms, err := q.rhythms()
	if err != nil {
		return nil, err
	}
	var due []quietFamily
	for _, school := range schoolsOf(w) {
		for _, every := range rhythms {
			some, err := q.dueOf(school, every, words, today, w)
			if err != nil {
				return nil, err
			}
			due = append(due, some...)
		}
	}
	slices.SortFunc(due, func(a, b quietFamily) int {
		return cmp.Or(cmp.Compare(rank(a.Asleep == ""), rank(b.Asleep == "")), cmp.Compare(rank(a.Last != ""), rank(b.Last != "")),
			cmp.Compare(a.Last, b.Last), cmp.Compare(a.sortKey, b.sortKey), cmp.Compare(a.FamilyID, b.FamilyID))
	})
	rows, err := q.query("SELECT i.family_id FROM json_each(?) due CROSS JOIN family_index i ON i.family_id = due.value WHERE NOT "+somebodyToRing,
		jsonList(idsOf(due, func(f quietFamily) int64 { return f.FamilyID })))
	nobody, err := scanIDs(rows, err)
	return keep(due, func(f quietFamily) bool { return !slices.Contains(nobody, f.FamilyID) }), err
}

// dueOf are the families of one rhythm whose check-in is due by the calendar of a school, 0 for all
// families: an index has them in the order of their last contact. In the holidays there are none.
func (q querier) dueOf(school, every int64, words string, today model.Date, w view.World) ([]quietFamily, error) {
	days := int(every)
	if every == 0 {
		days = w.Settings.Number(model.CheckinEvery)
	}
	since := model.DueSince(days, today, w.Calendar(school))
	if since == "" {
		return nil, nil
	}
	var where condition
	// What is later on that day counts, too: a moment is longer than its day.
	where.and("i.removed = 0 AND i.checkin_every = ? AND i.last_contact < ? AND i.pupils > 0", every, string(since.AddDays(1)))
	where.and("(i.last_contact > '' OR i.family_id NOT IN (SELECT id FROM family WHERE since >= ?))", string(sinceFirstWeeks(today, w)))
	if school != 0 {
		where.and(schoolOfFamily+" = ?", school)
	}
	for _, word := range strings.Fields(model.FoldSearch(words)) {
		where.and("i.search LIKE ? ESCAPE '!'", anywhere(word))
	}
	rows, err := q.query(`SELECT i.family_id, i.sort_key, i.last_contact, i.last_channel, i.checkin_every,
			coalesce((SELECT z.until FROM asleep z WHERE z.what = 'quiet' AND z.record = i.family_id AND z.until > ?), '')
		FROM family_index i WHERE `+where.sql(), append([]any{string(today)}, where.args...)...)
	return scanAll(rows, err, func(l *quietFamily) []any {
		return []any{&l.FamilyID, &l.sortKey, &l.Last, &l.Channel, &l.every, &l.Asleep}
	})
}

// schoolsOf are the schools whose calendars are asked: with one school all families are its own.
func schoolsOf(w view.World) []int64 {
	if len(w.Schools) < 2 {
		return []int64{0}
	}
	return idsOf(w.Schools, func(s model.School) int64 { return s.ID })
}

// schoolOfFamily is the school by whose calendar a family's days are counted; of a family without one,
// the first.
const schoolOfFamily = `coalesce((SELECT p.school_id FROM pupil p WHERE p.family_id = i.family_id AND p.school_id IS NOT NULL AND p.deleted_at = ''
	ORDER BY p.roll <> 'on roll', p.id LIMIT 1), (SELECT min(id) FROM school WHERE deleted_at = ''))`

// sinceFirstWeeks is the day from which on a family is new.
func sinceFirstWeeks(today model.Date, w view.World) model.Date {
	if since := model.DueSince(firstWeeks, today, w.Calendar(0)); since != "" {
		return since
	}
	return today
}

// somebodyToRing leaves out the families all of whose adults are behind a wall or not in touch. One
// of whom no adult is known stays: somebody may know where they are.
const somebodyToRing = `(EXISTS (SELECT 1 FROM pupil p JOIN pupil_adult l ON l.pupil_id = p.id JOIN adult a ON a.id = l.adult_id
		WHERE p.family_id = i.family_id AND p.roll = 'on roll' AND p.deleted_at = '' AND l.deleted_at = '' AND a.deleted_at = '' AND a.in_touch IN ('yes', '')
		AND (i.has_order = 0 OR NOT EXISTS (SELECT 1 FROM pupil_adult o JOIN pupil op ON op.id = o.pupil_id WHERE o.adult_id = a.id AND o.deleted_at = ''
			AND op.family_id = i.family_id AND op.roll = 'on roll' AND op.deleted_at = '' AND (o.court_order = 1 OR o.may_be_contacted = 'no'))))
	OR NOT EXISTS (SELECT 1 FROM pupil p JOIN pupil_adult l ON l.pupil_id = p.id
		WHERE p.family_id = i.family_id AND p.roll = 'on roll' AND p.deleted_at = '' AND l.deleted_at = ''))`

// rhythms are those in use, 0 for the school's own; an index has them in their order.
func (q querier) rhythms() ([]int64, error) {
	rows, err := q.query(`WITH RECURSIVE used (every) AS (SELECT min(checkin_every) FROM family_index WHERE removed = 0
		UNION ALL SELECT (SELECT min(checkin_every) FROM family_index WHERE removed = 0 AND checkin_every > used.every) FROM used WHERE used.every IS NOT NULL)
		SELECT every FROM used WHERE every IS NOT NULL`)
	used, err := scanIDs(rows, err)
	if err != nil {
		return nil, fmt.Errorf("reading how often families are spoken with: %w", err)
	}
	return used, nil
}
