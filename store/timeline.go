package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// The rows of a timeline come from several tables, each with the same columns in the same order,
// those of timelineRow. ?1 is the family. Of a long text only its beginning is read.
const (
	contactLines = `SELECT 'contact', id, at, substr(iif(abuse_what = '', note, abuse_what), 1, 600), substr(words, 1, 600),
			channel, kind, settled, dsl_to, '', '', '', 0, 0, '', '', '', '', '', ''
		FROM contact WHERE family_id = ?1 AND deleted_at = ''`

	// What is still to come stands above the timeline, not on it.
	meetingLines = `SELECT 'meeting', id, iif(began <> '', began, iif(start <> '', start, created_at)),
			substr(coalesce((SELECT group_concat(text, ' ') FROM outcome o WHERE o.meeting_id = m.id), purpose), 1, 600), substr(words, 1, 600),
			'', '', '', '', kind, status, status_why,
			(SELECT count(*) FROM agreement a WHERE a.meeting_id = m.id),
			(SELECT count(*) FROM agreement a JOIN follow_up f ON f.id = a.follow_up_id WHERE a.meeting_id = m.id AND f.state = 'done'),
			'', '', '', '', '', ''
		FROM meeting m WHERE family_id = ?1 AND deleted_at = '' AND status NOT IN ('planned', 'running')`

	letterLines = `SELECT 'letter', l.id, iif(l.sent = '', l.made, l.sent), substr(l.body, 1, 600), '',
			l.sent_by, '', '', '', '', '', '', 0, 0, l.kind, iif(l.pupil_id IS NULL, ` + adultWords + `, (SELECT iif(p.known_as <> '', p.known_as, iif(p.forename <> '', p.forename, p.surname)) FROM pupil p WHERE p.id = l.pupil_id)), l.sent, '', '', ''
		FROM letter l LEFT JOIN adult a ON a.id = l.adult_id WHERE l.family_id = ?1 AND l.deleted_at = ''`

	followUpLines = `SELECT 'follow-up', id, state_on, what, '', '', '', '', '', '', '', '', 0, 0, '', '', '', state, state_why, ''
		FROM follow_up WHERE family_id = ?1 AND deleted_at = '' AND state <> 'open'`

	entryLines = `SELECT 'entry', id, on_day, substr(text, 1, 600), '', '', '', '', '', '', '', '', 0, 0, '', '', '', '', '', kind
		FROM family_entry WHERE family_id = ?1 AND deleted_at = ''`

	// adultWords is Adult.Formal as SQL.
	adultWords = `iif(a.address_as <> '', a.address_as, iif(a.title <> '' AND a.surname <> '', a.title || ' ' || a.surname,
			trim(a.title || ' ' || iif(a.forename <> '', a.forename, a.known_as) || ' ' || a.surname)))`
)

// timelines say which rows each filter shows.
var timelines = map[view.TimelineFilter][]string{
	view.Everything:   {contactLines, meetingLines, letterLines, followUpLines, entryLines},
	view.OnlyGoodNews: {contactLines + ` AND kind = '` + string(model.GoodNews) + `'`},
	view.OnlyConcerns: {contactLines + ` AND kind IN ('` + string(model.Concern) + `', '` + string(model.Abuse) + `')`},
	view.OnlyMeetings: {meetingLines},
	view.OnlyLetters:  {contactLines + ` AND channel = '` + string(model.ByLetter) + `'`, letterLines},
}

// Timeline is a window of limit rows from offset on of what happened with a family, the newest
// first, as far as the filter shows it.
func (s *Store) Timeline(ctx context.Context, family int64, filter view.TimelineFilter, limit, offset int) (view.Timeline, error) {
	line := view.Timeline{Filter: filter, Offset: offset}
	parts, known := timelines[filter]
	if !known {
		return line, fmt.Errorf("the timeline has no filter %q", filter)
	}
	all := strings.Join(parts, " UNION ALL ")
	err := s.read(ctx, func(q querier) error {
		if err := q.queryRow("SELECT count(*) FROM ("+all+")", family).Scan(&line.Total); err != nil {
			return err
		}
		rows, err := q.query(all+" ORDER BY 3 DESC, 1, 2 DESC LIMIT ?2 OFFSET ?3", family, limit, offset)
		if line.Rows, err = scanAll(rows, err, timelineRow); err != nil {
			return err
		}
		return q.addTimelineAdults(line.Rows)
	})
	if err != nil {
		return line, fmt.Errorf("reading what happened with the family: %w", err)
	}
	return line, nil
}

func timelineRow(r *view.TimelineRow) []any {
	return []any{&r.Kind, &r.ID, &r.At, &r.Text, &r.Words,
		&r.Channel, &r.Contact, &r.Settled, &r.DSLTo, &r.Meeting, &r.Status, &r.StatusWhy,
		&r.Agreed, &r.Kept, &r.Letter, &r.To, &r.Sent, &r.FollowUp, &r.StateWhy, &r.Entry}
}

// addTimelineAdults says which adults the contacts were with.
func (q querier) addTimelineAdults(rows []view.TimelineRow) error {
	var ids []int64
	for _, r := range rows {
		if r.Kind == view.TimelineContact {
			ids = append(ids, r.ID)
		}
	}
	adults, err := q.pairs("contact_adult", "contact_id", "adult_id", ids)
	for i, r := range rows {
		if r.Kind == view.TimelineContact {
			rows[i].Adults = adults[r.ID]
		}
	}
	return err
}
