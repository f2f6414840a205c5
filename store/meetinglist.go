package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// MeetingList is the window of limit rows from offset on of the meetings that are asked for: those to
// come by their time, those without one last; past ones the last first.
func (s *Store) MeetingList(ctx context.Context, filter view.MeetingFilter, limit, offset int) (list view.MeetingList, err error) {
	where := meetingCondition(filter)
	list.Offset = offset
	err = s.read(ctx, func(q querier) error {
		if err := q.queryRow("SELECT count(*)"+meetingTables+" WHERE "+where.sql(), where.args...).Scan(&list.Total); err != nil {
			return err
		}
		order := "m.start = '', m.start, m.id"
		if filter.Past {
			order = "m.start DESC, m.id DESC"
		}
		rows, err := q.query(`SELECT m.id, m.family_id, f.name, m.kind, m.purpose, m.start, m.minutes, coalesce(r.name, ''), m.mode, m.status, m.closed`+
			meetingTables+" WHERE "+where.sql()+" ORDER BY "+order+" LIMIT ? OFFSET ?", append(where.args, limit, offset)...)
		list.Rows, err = scanAll(rows, err, func(r *view.MeetingRow) []any {
			return []any{&r.ID, &r.FamilyID, &r.Family, &r.Kind, &r.Purpose, &r.Start, &r.Minutes, &r.Room, &r.Mode, &r.Status, &r.Closed}
		})
		if err != nil {
			return err
		}
		return q.addPupilNames(list.Rows)
	})
	if err != nil {
		return list, fmt.Errorf("reading the meetings: %w", err)
	}
	return list, nil
}

const meetingTables = " FROM meeting m JOIN family f ON f.id = m.family_id LEFT JOIN room r ON r.id = m.room_id"

func meetingCondition(filter view.MeetingFilter) condition {
	var where condition
	where.and("m.deleted_at = '' AND f.deleted_at = ''")
	if filter.Past {
		where.and("m.status IN ('held', 'cancelled', 'missed')")
	} else {
		where.and("m.status IN ('planned', 'running')")
	}
	if filter.Family != 0 {
		where.and("m.family_id = ?", filter.Family)
	}
	if filter.From != "" {
		where.and("m.start >= ?", string(filter.From))
	}
	if filter.To != "" {
		where.and("m.start <> '' AND m.start < ?", string(filter.To.AddDays(1)))
	}
	where.andWords(filter.Words, "m.family_id", "m.kind", "m.purpose", "r.name")
	return where
}

// addPupilNames says in each row which children the meeting is about.
func (q querier) addPupilNames(meetings []view.MeetingRow) error {
	ids := make([]int64, len(meetings))
	for i, m := range meetings {
		ids[i] = m.ID
	}
	type name struct {
		meeting int64
		pupil   model.Pupil
	}
	rows, err := q.query(`SELECT mp.meeting_id, p.known_as, p.forename, p.surname FROM meeting_pupil mp JOIN pupil p ON p.id = mp.pupil_id
		WHERE mp.meeting_id IN (SELECT value FROM json_each(?)) ORDER BY mp.id`, jsonList(ids))
	names, err := scanAll(rows, err, func(n *name) []any {
		return []any{&n.meeting, &n.pupil.KnownAs, &n.pupil.Forename, &n.pupil.Surname}
	})
	for i := range meetings {
		for _, n := range names {
			if n.meeting != meetings[i].ID {
				continue
			}
			if meetings[i].Pupils != "" {
				meetings[i].Pupils += ", "
			}
			meetings[i].Pupils += n.pupil.Called()
		}
	}
	return err
}
