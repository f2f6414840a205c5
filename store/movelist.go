package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// moveTables join each pupil to the move of one school year, ?1, when there is one.
const moveTables = ` FROM pupil p JOIN family f ON f.id = p.family_id
	LEFT JOIN transition t ON t.pupil_id = p.id AND t.year = ? AND t.deleted_at = ''`

// MoveList is a window on the pupils who move into a school year: those whose group says so, and all
// others of whom a move is written down. Those of whom worries are written down come first.
func (s *Store) MoveList(ctx context.Context, filter view.MoveFilter, w view.World, limit, offset int) (list view.MoveList, err error) {
	where := moveCondition(filter, w)
	list.Offset = offset
	args := append([]any{filter.Year}, where.args...)
	err = s.read(ctx, func(q querier) error {
		if err := q.queryRow("SELECT count(*)"+moveTables+" WHERE "+where.sql(), args...).Scan(&list.Total); err != nil {
			return err
		}
		rows, err := q.query(`WITH page AS MATERIALIZED (SELECT p.id, t.id AS move`+moveTables+" WHERE "+where.sql()+
			` ORDER BY coalesce(t.settled, '') <> '', coalesce(t.worries, '') = '', p.reg, p.forename, p.id LIMIT ? OFFSET ?)
			SELECT p.id, p.family_id, coalesce(p.school_id, 0), p.forename, p.known_as, p.surname, p.reg, p.year, p.sen, p.roll, f.name,
			coalesce(t.id, 0), coalesce(t.to_school, ''), coalesce(t.worries, ''), coalesce(t.named_adult, ''), coalesce(t.handed_over, ''), coalesce(t.settled, ''),
			coalesce((SELECT min(due) FROM follow_up c WHERE c.transition_id = t.id AND c.transition_id IS NOT NULL AND +c.state = 'open' AND c.due <> '' AND c.deleted_at = ''), '')
			FROM page JOIN pupil p ON p.id = page.id JOIN family f ON f.id = p.family_id LEFT JOIN transition t ON t.id = page.move
			ORDER BY coalesce(t.settled, '') <> '', coalesce(t.worries, '') = '', p.reg, p.forename, p.id`,
			append(args, limit, offset)...)
		list.Rows, err = scanAll(rows, err, func(r *view.MoveRow) []any {
			p, t := &r.Pupil, &r.Move
			return []any{&p.ID, &p.FamilyID, &p.SchoolID, &p.Forename, &p.KnownAs, &p.Surname, &p.Class, &p.Year, &p.SEN, &p.Roll, &r.Family,
				&t.ID, &t.ToSchool, &t.Worries, &t.NamedAdult, &t.HandedOver, &t.Settled, &r.Next}
		})
		if err != nil {
			return err
		}
		return q.addVisits(list.Rows, filter.Year)
	})
	if err != nil {
		return list, fmt.Errorf("reading who moves: %w", err)
	}
	return list, nil
}

func moveCondition(filter view.MoveFilter, w view.World) condition {
	var where condition
	where.and("p.deleted_at = '' AND f.deleted_at = '' AND p.roll <> 'died'")
	groups, args := groupCondition(filter.Begun, w)
	where.and("(t.id IS NOT NULL OR p.roll = 'on roll' AND ("+groups+"))", args...)
	if filter.Lacks && filter.Begun {
		where.and("coalesce(t.settled, '') = '' AND coalesce(t.named_adult, '') = ''")
	} else if filter.Lacks {
		where.and("(coalesce(t.named_adult, '') = '' OR NOT EXISTS (SELECT 1 FROM transition_visit v WHERE v.transition_id = t.id))")
	}
	where.andWords(filter.Words, "p.family_id", "t.to_school", "t.named_adult", "t.worries")
	return where
}

// groupCondition asks for the year groups that move, or have just arrived, by school.
func groupCondition(begun bool, w view.World) (sql string, args []any) {
	parts := []string{}
	add := func(s model.School, condition string, ids ...any) {
		groups := s.MovingGroups()
		if begun {
			groups = s.ArrivingGroups()
		}
		args = append(args, ids...)
		for _, g := range groups {
			args = append(args, string(g))
		}
		parts = append(parts, condition+" AND p.year IN ("+strings.TrimSuffix(strings.Repeat("?, ", len(groups)), ", ")+")")
	}
	for _, s := range w.Schools {
		add(s, "p.school_id = ?", s.ID)
	}
	add(model.School{}, "p.school_id IS NULL")
	return strings.Join(parts, " OR "), args
}

// addVisits puts the visits into the moves of a list.
func (q querier) addVisits(rows []view.MoveRow, year int) error {
	ids := idsOf(rows, func(r view.MoveRow) int64 { return r.Move.ID })
	visits, err := q.visitsOf(ids)
	for i := range rows {
		t := &rows[i].Move
		t.PupilID, t.Year, t.Visits = rows[i].Pupil.ID, year, visits[t.ID]
	}
	return err
}

// visitsOf are the visits of some moves, by move and day.
func (q querier) visitsOf(moves []int64) (map[int64][]model.TransitionVisit, error) {
	rows, err := q.query(selectSQL("transition_visit", transitionVisitColumns)+" WHERE transition_id IN (SELECT value FROM json_each(?)) ORDER BY on_day, id", jsonList(moves))
	all, err := scanAll(rows, err, func(v *model.TransitionVisit) []any { return withID(&v.ID, transitionVisitFields(v)) })
	if err != nil {
		return nil, fmt.Errorf("reading the visits: %w", err)
	}
	of := map[int64][]model.TransitionVisit{}
	for _, v := range all {
		of[v.TransitionID] = append(of[v.TransitionID], v)
	}
	return of, nil
}

// MovePage is all that the page of one pupil's move shows; the zero page when there is no such pupil.
func (s *Store) MovePage(ctx context.Context, pupil int64) (page view.MovePage, err error) {
	err = s.read(ctx, func(q querier) error {
		pupils, err := q.pupils("id = ? AND deleted_at = ''", pupil)
		if err != nil || len(pupils) == 0 {
			return err
		}
		page.Pupil = pupils[0]
		return inTurn(
			func() error { page.Family = q.nameOf("family", page.Pupil.FamilyID); return q.pageSchool(&page) },
			func() error { return q.pageMoves(&page) },
			func() (err error) { page.Entries, err = q.familyEntries(page.Pupil.FamilyID); return err },
			func() (err error) { page.Staff, err = q.staff(); return err },
			func() error {
				circles, err := q.accountCircles([]model.Account{{Pupils: []int64{pupil}}})
				if err == nil {
					page.Circle = circles[0]
				}
				return err
			})
	})
	if err != nil {
		return page, fmt.Errorf("reading the move: %w", err)
	}
	return page, nil
}

func (q querier) pageSchool(page *view.MovePage) error {
	rows, err := q.query(selectSQL("school", schoolColumns)+" WHERE id = ?", page.Pupil.SchoolID)
	schools, err := scanAll(rows, err, schoolRow)
	if len(schools) > 0 {
		page.School = schools[0]
	}
	return err
}

// pageMoves reads the moves of the pupil, with their visits and check-ins.
func (q querier) pageMoves(page *view.MovePage) error {
	rows, err := q.query(selectSQL("transition", transitionColumns)+" WHERE pupil_id = ? AND deleted_at = '' ORDER BY year DESC", page.Pupil.ID)
	page.Moves, err = scanAll(rows, err, func(t *model.Transition) []any { return withID(&t.ID, transitionFields(t)) })
	if err != nil {
		return err
	}
	ids := idsOf(page.Moves, func(t model.Transition) int64 { return t.ID })
	visits, err := q.visitsOf(ids)
	if err != nil {
		return err
	}
	for i := range page.Moves {
		page.Moves[i].Visits = visits[page.Moves[i].ID]
	}
	rows, err = q.query(selectSQL("follow_up", followUpColumns)+" WHERE transition_id IN (SELECT value FROM json_each(?)) AND deleted_at = '' ORDER BY due, id", jsonList(ids))
	page.Checks, err = scanAll(rows, err, followUpRow)
	return err
}
