package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// followUpGroup is SQL for the place of a follow-up in view.FollowUpGroups; ?1 is today and ?2 the
// last day of this week.
const followUpGroup = `CASE WHEN f.whose <> 'me' THEN 4 WHEN f.due = '' THEN 3 WHEN f.due < ?1 THEN 0
	WHEN f.due = ?1 THEN 1 WHEN f.due <= ?2 THEN 2 ELSE 3 END`

// followUpOrder is that of the list: by group, then by date, those without one last.
const followUpOrder = "grp, f.due = '', f.due, f.due_at = '', f.due_at, f.id"

const pastFollowUpOrder = "f.state_on DESC, f.id DESC"

// FollowUps is the window of limit rows from offset on of the follow-ups that are asked for, with how
// many stand under each heading.
func (s *Store) FollowUps(ctx context.Context, filter view.FollowUpFilter, limit, offset int) (list view.FollowUps, err error) {
	err = s.read(ctx, func(q querier) error {
		where := followUpCondition(filter)
		if list.Counts, list.Total, err = q.countFollowUps(where, filter.Past); err != nil {
			return fmt.Errorf("counting the follow-ups: %w", err)
		}
		list.Offset = offset
		if list.Rows, err = q.followUpRows(where, filter, limit, offset); err != nil {
			return fmt.Errorf("reading the follow-ups: %w", err)
		}
		return nil
	})
	return list, err
}

func followUpCondition(filter view.FollowUpFilter) condition {
	where := condition{args: []any{string(filter.Today), string(filter.Today.Monday().AddDays(6))}}
	where.and("f.deleted_at = '' AND f.family_id NOT IN (SELECT id FROM family WHERE deleted_at <> '')")
	if filter.Past {
		where.and("f.state <> 'open'")
	} else {
		where.and("f.state = 'open'")
	}
	if filter.Family != 0 {
		where.and("f.family_id = ?", filter.Family)
	}
	if filter.Meeting != 0 {
		where.and("f.meeting_id = ?", filter.Meeting)
	}
	if filter.Whose != "" {
		where.and("f.whose = ?", string(filter.Whose))
	}
	if filter.NotHidden {
		where.and("f.hidden <= ?", string(filter.Today))
	}
	where.andWords(filter.Words, "f.family_id", "f.what", "f.who")
	return where
}

func (q querier) countFollowUps(where condition, past bool) (counts []view.FollowUpCount, total int, err error) {
	found := map[int]int{}
	type count struct{ group, n int }
	rows, err := q.query("SELECT "+followUpGroup+" AS grp, count(*) FROM follow_up f WHERE "+where.sql()+" GROUP BY grp", where.args...)
	all, err := scanAll(rows, err, func(c *count) []any { return []any{&c.group, &c.n} })
	if err != nil {
		return nil, 0, err
	}
	for _, c := range all {
		found[c.group] = c.n
		total += c.n
	}
	if past {
		return []view.FollowUpCount{{Group: view.NotOpen, N: total}}, total, nil
	}
	for i, g := range view.FollowUpGroups {
		counts = append(counts, view.FollowUpCount{Group: g, N: found[i]})
	}
	return counts, total, nil
}

func (q querier) followUpRows(where condition, filter view.FollowUpFilter, limit, offset int) ([]view.FollowUpRow, error) {
	order := followUpOrder
	if filter.Past {
		order = pastFollowUpOrder
	}
	rows, err := q.query(`WITH shown AS (SELECT f.id, `+followUpGroup+` AS grp FROM follow_up f WHERE `+where.sql()+`
			ORDER BY `+order+` LIMIT ? OFFSET ?)
		SELECT shown.grp, f.id, f.what, f.kind, f.due, f.due_at, f.family_id, fam.name, f.whose, f.who,
			coalesce(a.id, 0), coalesce(a.title, ''), coalesce(a.forename, ''), coalesce(a.surname, ''), coalesce(a.known_as, ''), coalesce(a.address_as, ''),
			coalesce(m.id, 0), coalesce(m.kind, ''), coalesce(m.start, ''), coalesce(c.id, 0), coalesce(c.at, ''),
			f.promised, f.date_told, (SELECT count(*) FROM follow_up_date d WHERE d.follow_up_id = f.id),
			f.hidden, f.state, f.state_on, f.state_why, f.told_on, f.questions
		FROM shown JOIN follow_up f ON f.id = shown.id JOIN family fam ON fam.id = f.family_id
			LEFT JOIN adult a ON a.id = f.adult_id LEFT JOIN meeting m ON m.id = f.meeting_id LEFT JOIN contact c ON c.id = f.contact_id
		ORDER BY `+order, append(where.args, limit, offset)...)
	all, err := scanAll(rows, err, (*listedFollowUp).fields)
	if err != nil {
		return nil, err
	}
	lines := make([]view.FollowUpRow, len(all))
	for i := range all {
		lines[i] = all[i].line(filter)
	}
	return lines, nil
}

// listedFollowUp is a row as the query gives it, before names are made.
type listedFollowUp struct {
	view.FollowUpRow
	group int
	adult model.Adult
}

func (l *listedFollowUp) fields() []any {
	r, a := &l.FollowUpRow, &l.adult
	return []any{&l.group, &r.ID, &r.What, &r.Kind, &r.Due, &r.DueAt, &r.FamilyID, &r.Family, &r.Whose, &r.Who,
		&a.ID, &a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs,
		&r.MeetingID, &r.MeetingKind, &r.MeetingAt, &r.ContactID, &r.ContactAt,
		&r.Promised, &r.DateTold, &r.Moved, &r.Hidden, &r.State, &r.StateOn, &r.StateWhy, &r.ToldOn, &r.Questions}
}

func (l *listedFollowUp) line(filter view.FollowUpFilter) view.FollowUpRow {
	r := l.FollowUpRow
	r.Group = view.NotOpen
	if !filter.Past {
		r.Group = view.FollowUpGroups[l.group]
	}
	if r.Due != "" {
		r.Days = filter.Today.DaysUntil(r.Due)
	}
	if l.adult.ID != 0 {
		r.AdultID, r.ToWhom = l.adult.ID, l.adult.Formal()
	}
	return r
}
