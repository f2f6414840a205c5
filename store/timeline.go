package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// timelinePart is one of the tables that a timeline is made of. First only kind, id and time of what
// happened are read, then the rest of the rows that are seen (timelinerows.go). ?1 is the family, ?2 the
// adult and ?3 the child that are asked for, 0 for any.
type timelinePart struct {
	kind  view.TimelineKind
	at    string // SQL for when it happened
	from  string // tables and condition
	adult string // what a row of the adult fulfils, "" where rows belong to nobody in particular
	pupil string
}

var (
	contactPart = timelinePart{view.TimelineContact, "r.at", "contact r WHERE r.family_id = ?1 AND r.deleted_at = ''",
		"(EXISTS (SELECT 1 FROM contact_adult a WHERE a.contact_id = r.id AND a.adult_id = ?2) OR EXISTS (SELECT 1 FROM contact_told t WHERE t.contact_id = r.id AND t.adult_id = ?2))",
		"EXISTS (SELECT 1 FROM contact_pupil p WHERE p.contact_id = r.id AND p.pupil_id = ?3)"}

	// What is still to come stands above the timeline, not on it.
	meetingPart = timelinePart{view.TimelineMeeting, "iif(r.began <> '', r.began, iif(r.start <> '', r.start, r.created_at))",
		"meeting r WHERE r.family_id = ?1 AND r.deleted_at = '' AND r.status NOT IN ('planned', 'running')",
		"EXISTS (SELECT 1 FROM meeting_person a WHERE a.meeting_id = r.id AND a.adult_id = ?2)",
		"EXISTS (SELECT 1 FROM meeting_pupil p WHERE p.meeting_id = r.id AND p.pupil_id = ?3)"}

	letterPart = timelinePart{view.TimelineLetter, "iif(r.sent = '', r.made, r.sent)", "letter r WHERE r.family_id = ?1 AND r.deleted_at = ''",
		"r.adult_id = ?2",
		"(r.pupil_id = ?3 OR EXISTS (SELECT 1 FROM meeting_pupil p WHERE p.meeting_id = r.meeting_id AND p.pupil_id = ?3))"}

	followUpPart = timelinePart{view.TimelineFollowUp, "r.state_on", "follow_up r WHERE r.family_id = ?1 AND r.deleted_at = '' AND r.state <> 'open'",
		"r.adult_id = ?2",
		`(EXISTS (SELECT 1 FROM meeting_pupil p WHERE p.meeting_id = r.meeting_id AND p.pupil_id = ?3)
			OR EXISTS (SELECT 1 FROM contact_pupil p WHERE p.contact_id = r.contact_id AND p.pupil_id = ?3))`}

	entryPart = timelinePart{view.TimelineEntry, "r.on_day", "family_entry r WHERE r.family_id = ?1 AND r.deleted_at = ''", "", ""}

	importPart = timelinePart{view.TimelineImport, "r.at", `import_run r WHERE r.id IN (SELECT i.row_id FROM change_log i
		WHERE i.tbl = 'import_run' AND i.op = 'insert' AND i.step_id IN (` + stepsOfFamily + `))`, "", ""}
)

// only is a part with a condition more.
func only(part timelinePart, where string) timelinePart {
	part.from += " AND " + where
	return part
}

// timelines say which rows each filter shows.
var timelines = map[view.TimelineFilter][]timelinePart{
	view.Everything:   {contactPart, meetingPart, letterPart, followUpPart, entryPart, importPart},
	view.OnlyGoodNews: {only(contactPart, "r.kind = '"+string(model.GoodNews)+"'")},
	view.OnlyConcerns: {only(contactPart, "r.kind IN ('"+string(model.Concern)+"', '"+string(model.Abuse)+"')")},
	view.OnlyMeetings: {meetingPart},
	view.OnlyLetters:  {only(contactPart, "r.channel = '"+string(model.ByLetter)+"'"), letterPart},
	view.OnlyPromises: {followUpPart},
}

// timelineSQL is SQL for kind, id and time of all that is asked for, with the kind of a contact; "" when
// nothing can fit.
func timelineSQL(of view.TimelineOf) (string, error) {
	parts, known := timelines[of.Filter]
	if !known {
		return "", fmt.Errorf("the timeline has no filter %q", of.Filter)
	}
	var all []string
	for _, p := range parts {
		if of.Adult != 0 && p.adult == "" || of.Pupil != 0 && p.pupil == "" {
			continue
		}
		said := "''"
		if p.kind == view.TimelineContact {
			said = "r.kind"
		}
		sql := "SELECT '" + string(p.kind) + "' AS kind, r.id AS id, " + p.at + " AS at, " + said + " AS said FROM " + p.from
		if of.Adult != 0 {
			sql += " AND " + p.adult
		}
		if of.Pupil != 0 {
			sql += " AND " + p.pupil
		}
		all = append(all, sql)
	}
	return strings.Join(all, " UNION ALL "), nil
}

// Timeline is a window of limit rows from offset on of what happened with a family, the newest first, as
// far as it is asked for, and how much of it lies in each month.
func (s *Store) Timeline(ctx context.Context, family int64, of view.TimelineOf, limit, offset int) (view.Timeline, error) {
	line := view.Timeline{Of: of, Offset: offset}
	all, err := timelineSQL(of)
	if err != nil || all == "" {
		return line, err
	}
	args := []any{family, of.Adult, of.Pupil}
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query(`SELECT substr(at, 1, 7) AS month, count(*), sum(said = 'good news'), sum(said IN ('concern', 'threat or abuse')), sum(kind = 'meeting')
			FROM (`+all+") GROUP BY month ORDER BY month DESC", args...)
		line.Months, err = scanAll(rows, err, func(m *view.TimelineMonth) []any {
			return []any{&m.Month, &m.Rows, &m.GoodNews, &m.Concerns, &m.Meetings}
		})
		if err != nil {
			return err
		}
		for _, m := range line.Months {
			line.Total += m.Rows
		}
		rows, err = q.query("SELECT kind, id, at FROM ("+all+") ORDER BY at DESC, kind, id DESC LIMIT ?4 OFFSET ?5", append(slices.Clone(args), limit, offset)...)
		line.Rows, err = scanAll(rows, err, func(r *view.TimelineRow) []any { return []any{&r.Kind, &r.ID, &r.At} })
		if err != nil {
			return err
		}
		return q.fillTimeline(family, line.Rows)
	})
	if err != nil {
		return line, fmt.Errorf("reading what happened with the family: %w", err)
	}
	return line, nil
}
