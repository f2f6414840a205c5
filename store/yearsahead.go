package store

import (
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// YearsAhead says what becomes of each pupil when the years of the schools move on (rules.md R54).
func (s *Store) YearsAhead(ctx context.Context) (years view.YearsAhead, err error) {
	err = s.read(ctx, func(q querier) error {
		years, err = q.yearsAhead(model.DateOf(s.o.Now()))
		return err
	})
	if err != nil {
		return years, fmt.Errorf("reading the year groups: %w", err)
	}
	return years, nil
}

func (q querier) yearsAhead(today model.Date) (years view.YearsAhead, err error) {
	years.Start, years.Begun = model.YearsDue(today)
	schools, err := q.schools()
	if err != nil {
		return years, err
	}
	for _, s := range schools {
		years.Schools = append(years.Schools, view.YearsOfSchool{School: s, Moved: s.YearsMovedOn(years.Start)})
	}
	said, err := q.yearsSaid(years.Start)
	if err != nil {
		return years, err
	}
	pupils, err := q.yearRows(years.Start)
	for _, r := range pupils {
		at := slices.IndexFunc(years.Schools, func(s view.YearsOfSchool) bool { return s.School.ID == r.Pupil.SchoolID })
		if r.Pupil.SchoolID == 0 && len(years.Schools) == 1 {
			at = 0
		}
		if at < 0 {
			years.NoSchool++
			continue
		}
		one := &years.Schools[at]
		if r.Pupil.Roll == model.Left {
			one.Left = append(one.Left, r)
			continue
		}
		r.Said = max(said[r.Pupil.ID], r.Said) // the log may not go back as far as the child
		r.Stand = one.School.YearStandOf(r.Pupil, r.Said, years.Start)
		one.Pupils = append(one.Pupils, r)
	}
	return years, err
}

// yearsSaid are the days on which year groups were last written down, from the summer on, by pupil: what was
// taken back does not count.
func (q querier) yearsSaid(start int) (map[int64]model.Date, error) {
	gone, err := q.takenBack()
	if err != nil {
		return nil, err
	}
	not := []int64{}
	for step, is := range gone {
		if is {
			not = append(not, step)
		}
	}
	rows, err := q.query(`SELECT c.row_id, max(s.at) FROM step s JOIN change_log c ON c.step_id = s.id
		WHERE s.kind = 'do' AND s.at >= ? AND c.tbl = 'pupil' AND coalesce(json_extract(c.after, '$.year'), '') <> ''
		AND s.id NOT IN (SELECT value FROM json_each(?)) GROUP BY c.row_id`, fmt.Sprintf("%d-06-01", start), jsonList(not))
	type saying struct {
		pupil int64
		at    model.Moment
	}
	all, err := scanAll(rows, err, func(s *saying) []any { return []any{&s.pupil, &s.at} })
	said := make(map[int64]model.Date, len(all))
	for _, s := range all {
		said[s.pupil] = s.at.Date()
	}
	return said, err
}

// yearRows are the pupils on roll, and those who left at the end of the school year before.
func (q querier) yearRows(start int) ([]view.YearRow, error) {
	rows, err := q.query(`SELECT p.id, p.family_id, coalesce(p.school_id, 0), p.forename, p.known_as, p.surname, p.dob, p.year, p.reg, p.sen, p.roll, p.left_on,
		substr(p.created_at, 1, 10), f.name, coalesce(t.to_school, '') FROM pupil p JOIN family f ON f.id = p.family_id
		LEFT JOIN transition t ON t.pupil_id = p.id AND t.year = ? AND t.deleted_at = ''
		WHERE p.deleted_at = '' AND f.deleted_at = '' AND (p.roll = 'on roll' OR p.roll = 'left' AND p.left_on = ?) ORDER BY p.reg, p.forename, p.id`,
		start, leftOn(start))
	all, err := scanAll(rows, err, func(r *view.YearRow) []any {
		p := &r.Pupil
		return []any{&p.ID, &p.FamilyID, &p.SchoolID, &p.Forename, &p.KnownAs, &p.Surname, &p.Born, &p.Year, &p.Class, &p.SEN, &p.Roll, &p.LeftOn,
			&r.Said, &r.Family, &r.ToSchool}
	})
	model.InOrder(all, func(a, b view.YearRow) int {
		return slices.Index(model.YearGroups, a.Pupil.Year) - slices.Index(model.YearGroups, b.Pupil.Year)
	})
	return all, err
}

// leftOn is the last day of the school year before the one that begins in start.
func leftOn(start int) model.Date { d, _ := model.NewDate(start, 8, 31); return d }

// yearsDue is yearsAhead when the school year has begun, and the years of a school may not have moved on; else
// nothing is read, and nothing is answered. A caseload that was begun in this school year is in its groups.
func (q querier) yearsDue(today model.Date) (view.YearsAhead, error) {
	start, begun := model.YearsDue(today)
	var due bool
	err := q.queryRow(`SELECT EXISTS (SELECT 1 FROM school WHERE deleted_at = '' AND years_moved < ?)
		AND coalesce((SELECT created_at FROM pupil ORDER BY id LIMIT 1), '9999') < ?`, model.SchoolYearFrom(start), leftOn(start).AddDays(1)).Scan(&due)
	if err != nil || !begun || !due {
		return view.YearsAhead{}, err
	}
	return q.yearsAhead(today)
}

// comingYears says from 1 September on how many are still in last year's groups.
func (p *todayPage) comingYears() error {
	years, err := p.yearsDue(p.today)
	if n := years.Behind(); err == nil && n > 0 {
		p.Coming = append(p.Coming, view.ComingUp{On: p.today, What: model.YearsAsked(n), Years: true})
	}
	return err
}
