package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// openReview is SQL for the annual review of pupil p that is under way, as Pupil.OpenReview says of one
// meeting; the earliest first, one without a time last.
const openReview = `(SELECT r.id FROM meeting r JOIN meeting_pupil mp ON mp.meeting_id = r.id AND mp.pupil_id = p.id
	WHERE r.family_id = p.family_id AND r.kind = 'annual review' AND r.deleted_at = '' AND (r.status IN ('planned', 'running') OR r.status = 'held'
		AND CASE r.council_decision WHEN 'amends the plan' THEN r.final_plan = '' WHEN 'ends the plan' THEN 1
			ELSE r.council_decided = '' AND p.plan_made < substr(r.start, 1, 10)
				AND (p.review_by = '' OR date(p.review_by, '-12 months') < substr(r.start, 1, 10)) END)
	ORDER BY r.start = '', r.start, r.id LIMIT 1)`

// reviewKey is SQL for the day that the countdown goes by: when the review meets or is to meet, then when
// the council is to answer, then when the plan is to be final. Before a move to another phase it is the
// last day to meet for that, of the table moves.
const reviewKey = `CASE WHEN m.status = 'held' THEN date(substr(m.start, 1, 10), iif(m.council_decision = 'amends the plan', ?2, ?3))
	WHEN m.start <> '' THEN substr(m.start, 1, 10)
	ELSE min(coalesce(date(iif(p.review_by <> '', p.review_by, date(p.plan_made, '+12 months', '-1 day')), '-' || ?3), '9999-12-31'),
		iif(p.last_review < t.since, t.meet_by, '9999-12-31')) END`

// withMoves is SQL for the moves to another phase, of ?1, by school and year group: by when to meet, and
// the day from which a review counts for it.
const withMoves = `WITH moves AS MATERIALIZED (SELECT value ->> 0 AS school, value ->> 1 AS year, value ->> 2 AS meet_by, value ->> 3 AS since FROM json_each(?1)) `

// ReviewCountdown is the window of limit rows from offset on of the pupils on roll with a plan, the
// nearest day first, each with the annual review that is under way (rules.md R34 to R37). Those of whom
// no day is known come last.
func (s *Store) ReviewCountdown(ctx context.Context, words string, today model.Date, w view.World, limit, offset int) (list view.ReviewCountdown, err error) {
	where := senCondition(words, withPlan)
	list.Offset = offset
	err = s.read(ctx, func(q querier) error {
		if err := q.queryRow("SELECT count(*)"+senTables+" WHERE "+where.sql(), where.args...).Scan(&list.Total); err != nil {
			return err
		}
		args := []any{movesBefore(today, w), days(model.FinalPlanDays), days(model.CouncilDecidesDays)}
		rows, err := q.query(withMoves+"SELECT id, name, meeting FROM (SELECT p.id, f.name, coalesce(m.id, 0) AS meeting, "+reviewKey+" AS due"+
			senTables+" LEFT JOIN meeting m ON m.id = "+openReview+
			" LEFT JOIN moves t ON t.school = coalesce(p.school_id, 0) AND t.year = p.year WHERE "+where.sql()+") ORDER BY due, id LIMIT ? OFFSET ?",
			append(append(args, where.args...), limit, offset)...)
		list.Rows, err = scanAll(rows, err, func(r *view.ReviewRow) []any { return []any{&r.Pupil.ID, &r.Family, &r.Meeting.ID} })
		if err != nil {
			return err
		}
		return q.fillReviews(list.Rows, w)
	})
	if err != nil {
		return list, fmt.Errorf("reading the annual reviews: %w", err)
	}
	return list, nil
}

func days(n int) string { return fmt.Sprintf("%d days", n) }

// movesBefore are the rows of moves this school year, as JSON; pupils of no school are of school 0.
func movesBefore(today model.Date, w view.World) string {
	rows := [][4]any{}
	for _, school := range append([]model.School{{}}, w.Schools...) {
		for _, year := range model.MovingYears() {
			if t, moves := transferOf(year, school, today, w.Settings); moves {
				rows = append(rows, [4]any{school.ID, year, t.MeetBy, t.ReviewedFrom})
			}
		}
	}
	return jsonList(rows)
}

// transferOf are the dates of the move that the year group of a school is before, this school year.
func transferOf(year model.YearGroup, school model.School, today model.Date, s model.Settings) (t model.PhaseTransfer, moves bool) {
	p := model.Pupil{Year: year, SEN: model.EHCP, Roll: model.OnRoll}
	t, _, moves = p.PhaseTransfer(school, s, today)
	return t, moves
}

// fillReviews puts the pupils, the meetings and their people into rows that hold the ids.
func (q querier) fillReviews(list []view.ReviewRow, w view.World) error {
	pupilIDs := idsOf(list, func(r view.ReviewRow) int64 { return r.Pupil.ID })
	meetingIDs := keep(idsOf(list, func(r view.ReviewRow) int64 { return r.Meeting.ID }), func(id int64) bool { return id != 0 })
	rows, err := q.query(selectSQL("pupil", pupilColumns)+" WHERE "+thatListed, jsonList(pupilIDs))
	pupils, err := scanAll(rows, err, pupilRow)
	if err != nil {
		return err
	}
	rows, err = q.query(selectSQL("meeting", meetingColumns)+" WHERE "+thatListed, jsonList(meetingIDs))
	meetings, err := scanAll(rows, err, meetingRow)
	if err != nil {
		return err
	}
	people, err := q.peopleToCount(meetingIDs)
	if err != nil {
		return err
	}
	for i := range list {
		r := &list[i]
		r.Pupil = firstWhere(pupils, func(p model.Pupil) bool { return p.ID == r.Pupil.ID })
		r.Meeting = firstWhere(meetings, func(m model.Meeting) bool { return m.ID == r.Meeting.ID && m.ID != 0 })
		r.School = firstWhere(w.Schools, func(s model.School) bool { return s.ID == r.Pupil.SchoolID })
		r.People = people[r.Meeting.ID]
	}
	return nil
}

// peopleToCount are the people of meetings, without those behind the wall or not in touch.
func (q querier) peopleToCount(meetings []int64) (map[int64][]model.MeetingPerson, error) {
	list := jsonList(meetings)
	rows, err := q.query(selectSQL("meeting_person", meetingPersonColumns)+ofListed+
		" AND (adult_id IS NULL OR adult_id IN (SELECT id FROM adult WHERE in_touch IN ('', 'yes') AND deleted_at = '')) ORDER BY position, id", list)
	people, err := scanAll(rows, err, meetingPersonRow)
	if err != nil {
		return nil, err
	}
	type walled struct {
		meeting int64
		model.Link
	}
	rows, err = q.query(`SELECT mp.meeting_id, l.id, l.adult_id, l.court_order, l.may_be_contacted FROM meeting_pupil mp JOIN pupil_adult l ON l.pupil_id = mp.pupil_id
		WHERE mp.meeting_id IN (SELECT value FROM json_each(?)) AND l.deleted_at = '' AND (l.court_order = 1 OR l.may_be_contacted = 'no')`, list)
	links, err := scanAll(rows, err, func(l *walled) []any {
		return []any{&l.meeting, &l.ID, &l.AdultID, &l.CourtOrder, &l.MayBeContacted}
	})
	if err != nil {
		return nil, err
	}
	answers, err := q.orderAnswers(ofListed+" ORDER BY id", list)
	counted := map[int64][]model.MeetingPerson{}
	for _, p := range people {
		stands := firstWhere(links, func(l walled) bool {
			own := keep(answers, func(a model.OrderAnswer) bool { return a.MeetingID == l.meeting })
			return l.meeting == p.MeetingID && l.AdultID == p.AdultID && model.WallStands(l.Link, own)
		})
		if stands.ID == 0 {
			counted[p.MeetingID] = append(counted[p.MeetingID], p)
		}
	}
	return counted, err
}
