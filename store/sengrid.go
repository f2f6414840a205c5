package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// yearOrder is SQL for the order of year groups, of pupil p.
const yearOrder = `CASE p.year WHEN 'N1' THEN -2 WHEN 'N2' THEN -1 WHEN 'R' THEN 0 WHEN 'X' THEN 98 WHEN '' THEN 99 ELSE CAST(p.year AS INTEGER) END`

// senTables are the pupils, each with the family.
const senTables = " FROM pupil p JOIN family f ON f.id = p.family_id"

// withSupport and withPlan are SQL for whom a list holds; an index knows those with a plan by these words.
const (
	withSupport = "p.sen IN ('K', 'E')"
	withPlan    = "p.sen = 'E'"
)

func senCondition(words, whom string) condition {
	var where condition
	where.and(whom + " AND p.roll = 'on roll' AND p.deleted_at = '' AND f.deleted_at = ''")
	where.andWords(words, "p.family_id", "p.reg", "p.forename", "p.surname", "p.known_as")
	return where
}

// SENGrid is the window of limit rows from offset on of the pupils on roll with SEN support or a plan, by
// class, each with the meetings of the days asked for that may count for a term (rules.md R32 and R33).
func (s *Store) SENGrid(ctx context.Context, filter view.SENFilter, limit, offset int) (grid view.SENGrid, err error) {
	where := senCondition(filter.Words, withSupport)
	grid.Offset = offset
	err = s.read(ctx, func(q querier) error {
		if err := q.queryRow("SELECT count(*)"+senTables+" WHERE "+where.sql(), where.args...).Scan(&grid.Total); err != nil {
			return err
		}
		rows, err := q.query(`SELECT p.id, p.family_id, coalesce(p.school_id, 0), p.forename, p.surname, p.known_as, p.year, p.reg, p.sen, p.dob, f.name`+
			senTables+" WHERE "+where.sql()+" ORDER BY "+yearOrder+", p.reg, (SELECT sort_key FROM family_index i WHERE i.family_id = p.family_id), p.dob, p.id LIMIT ? OFFSET ?", append(where.args, limit, offset)...)
		grid.Rows, err = scanAll(rows, err, func(r *view.SENRow) []any {
			p := &r.Pupil
			return []any{&p.ID, &p.FamilyID, &p.SchoolID, &p.Forename, &p.Surname, &p.KnownAs, &p.Year, &p.Class, &p.SEN, &p.Born, &r.Family}
		})
		if err != nil {
			return err
		}
		return q.addSENMeetings(grid.Rows, filter)
	})
	if err != nil {
		return grid, fmt.Errorf("reading the SEN meetings of the year: %w", err)
	}
	return grid, nil
}

// recordSQL is SQL for the day on which the record of meeting m was given: of an annual review, once its
// report has gone to every parent who was invited.
const recordSQL = `CASE WHEN m.record_given <> '' OR m.kind <> 'annual review' THEN m.record_given
	ELSE coalesce((SELECT iif(min(x.report_sent) = '', '', max(x.report_sent)) FROM meeting_person x
		WHERE x.meeting_id = m.id AND x.side = 'family' AND x.adult_id IS NOT NULL AND x.invited <> ''), '') END`

// addSENMeetings puts the meetings into the rows; those without a time yet are among them. The + keeps to
// the index of the families: that of the states would walk through the meetings of the year.
func (q querier) addSENMeetings(grid []view.SENRow, filter view.SENFilter) error {
	families := make([]int64, len(grid))
	at := map[int64]int{}
	for i, r := range grid {
		families[i], at[r.Pupil.ID] = r.Pupil.FamilyID, i
	}
	type found struct {
		pupil int64
		model.SENMeeting
	}
	rows, err := q.query(`SELECT mp.pupil_id, m.id, m.kind, m.start, m.status, m.record_given_by, `+recordSQL+`
		FROM meeting m JOIN meeting_pupil mp ON mp.meeting_id = m.id
		WHERE m.family_id IN (SELECT value FROM json_each(?)) AND m.kind IN (?, ?) AND +m.status IN ('planned', 'running', 'held')
		AND m.deleted_at = '' AND (m.start = '' OR m.start >= ? AND m.start < ?) ORDER BY m.start, m.id`,
		jsonList(families), string(model.TermlyReview), string(model.AnnualReview), string(filter.From), string(filter.To.AddDays(1)))
	all, err := scanAll(rows, err, func(m *found) []any {
		return []any{&m.pupil, &m.ID, &m.Kind, &m.Start, &m.Status, &m.RecordBy, &m.Record}
	})
	for _, m := range all {
		if i, listed := at[m.pupil]; listed {
			grid[i].Meetings = append(grid[i].Meetings, m.SENMeeting)
		}
	}
	return err
}

// GiveRecord notes when and how the record of a SEN meeting was given to the parents (rules.md R33).
func (s *Store) GiveRecord(ctx context.Context, meeting int64, on model.Date, by model.Channel) (view.Change, error) {
	if err := soundChannel(by); err != nil {
		return view.Change{}, err
	}
	return s.reviewDay(ctx, meeting, "record given", on, func(m *model.Meeting) ([]string, []any) {
		m.RecordGiven, m.RecordGivenBy = on, by
		return []string{"record_given", "record_given_by"}, []any{&m.RecordGiven, &m.RecordGivenBy}
	})
}
