package store

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// mostSettled is how many of the worries that are settled the list shows: the last ones.
const mostSettled = 200

// Worries is a window on the worries that are not settled, the oldest first, those that sleep last
// (practice 11).
func (s *Store) Worries(ctx context.Context, words string, now model.Moment, w view.World, limit, offset int) (page view.WorryList, err error) {
	page.Offset = offset
	err = s.read(ctx, func(q querier) error {
		where := condition{args: []any{string(now.Date())}}
		where.and("c.kind = 'concern' AND c.settled = '' AND c.deleted_at = '' AND f.deleted_at = ''")
		where.andWords(words, "c.family_id", "c.note", "c.words", "c.owner", "c.first_step")
		from := " FROM contact c JOIN family f ON f.id = c.family_id WHERE " + where.sql()
		if page.Rows, err = q.worryRows(from+" ORDER BY until <> '', c.at, c.id LIMIT ? OFFSET ?", now.Date(), w, append(where.args, limit, offset)...); err != nil {
			return err
		}
		return q.queryRow("SELECT count(*), coalesce(sum("+worryUntil+" <> ''), 0)"+from, where.args...).Scan(&page.Total, &page.Asleep)
	})
	if err != nil {
		return page, fmt.Errorf("reading the worries: %w", err)
	}
	return page, nil
}

// SettledWorries are the last worries of a year that are settled, the one that was raised last first.
func (s *Store) SettledWorries(ctx context.Context, words string, now model.Moment, w view.World) (page view.WorryList, err error) {
	err = s.read(ctx, func(q querier) error {
		where := condition{args: []any{string(now.Date())}}
		where.and("c.at >= ?", string(now.Date().AddMonths(-12)))
		where.and("c.kind = 'concern' AND c.settled <> '' AND c.deleted_at = '' AND f.deleted_at = ''")
		where.andWords(words, "c.family_id", "c.note", "c.words", "c.owner", "c.first_step")
		page.Rows, err = q.worryRows(" FROM contact c JOIN family f ON f.id = c.family_id WHERE "+where.sql()+
			" ORDER BY c.at DESC, c.id DESC LIMIT ?", now.Date(), w, append(where.args, mostSettled)...)
		page.Total = len(page.Rows)
		return err
	})
	if err != nil {
		return page, fmt.Errorf("reading the worries that are settled: %w", err)
	}
	return page, nil
}

// worryUntil is the day until which a worry sleeps, "" for one that does not; ?1 is today.
const worryUntil = "coalesce((SELECT z.until FROM asleep z WHERE z.what = 'worry' AND z.record = c.id AND z.until > ?1), '')"

// worryMeeting is a column of the meeting that a worry grew into, the last one.
func worryMeeting(column string) string {
	return "(SELECT m." + column + " FROM meeting m WHERE m.family_id = c.family_id AND m.contact_id = c.id AND m.deleted_at = '' ORDER BY m.start DESC, m.id DESC LIMIT 1)"
}

func (q querier) worryRows(from string, today model.Date, w view.World, args ...any) ([]view.WorryRow, error) {
	rows, err := q.query(`SELECT c.id, c.family_id, f.name, c.at, c.channel, c.by_whom, c.note, c.words, c.need, c.wish, c.owner, c.triage, c.displaced,
		c.first_step, c.first_step_on, c.settled, coalesce(`+worryMeeting("id")+`, 0), coalesce(`+worryMeeting("start")+`, ''), `+worryUntil+" AS until"+from, args...)
	worries, err := scanAll(rows, err, func(r *view.WorryRow) []any {
		return []any{&r.ID, &r.FamilyID, &r.Family, &r.At, &r.Channel, &r.By, &r.Note, &r.Words, &r.Need, &r.Wish, &r.Owner, &r.Triage, &r.Displaced,
			&r.FirstStep, &r.SteppedOn, &r.Settled, &r.MeetingID, &r.MeetingAt, &r.Asleep}
	})
	if err != nil {
		return nil, err
	}
	schools := q.schoolCalendars(w)
	for i := range worries {
		r := &worries[i]
		calendar, err := schools.of(r.FamilyID)
		if err != nil {
			return nil, err
		}
		r.Kind, r.Stands = model.Concern, r.StandsAsWorry(today, calendar)
	}
	return worries, nil
}

// schoolCalendars finds the calendar of a family's school; with one school nobody has to look.
func (q querier) schoolCalendars(w view.World) familyCalendars {
	return familyCalendars{&todayPage{querier: q, world: w}}
}

type familyCalendars struct{ page *todayPage }

func (c familyCalendars) of(family int64) (*model.Calendar, error) { return c.page.calendarFor(family) }

// WorryFigures are how early the worries that were raised this week and this half term were settled.
func (s *Store) WorryFigures(ctx context.Context, now model.Moment, w view.World) (figures view.WorryFigures, err error) {
	calendar, today := w.Calendar(0), now.Date()
	monday := today.Monday()
	since, err := calendar.HalfTermStart(today)
	if err != nil {
		since = monday // without term dates there is no half term to count in
	}
	var week, half []model.RaisedWorry
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query("SELECT at, settled FROM contact WHERE at >= ? AND kind = 'concern' AND deleted_at = ''", string(min(since, monday)))
		type raised struct {
			at      model.Moment
			settled model.Date
		}
		all, err := scanAll(rows, err, func(r *raised) []any { return []any{&r.at, &r.settled} })
		for _, r := range all {
			worry := model.RaisedWorry{On: r.at.Date(), Settled: r.settled}
			if worry.On >= monday {
				week = append(week, worry)
			}
			if worry.On >= since {
				half = append(half, worry)
			}
		}
		return err
	})
	if err != nil {
		return figures, fmt.Errorf("counting the worries: %w", err)
	}
	return view.WorryFigures{Week: model.SettledSoonOf(week, today, calendar), HalfTerm: model.SettledSoonOf(half, today, calendar)}, nil
}

// SettleWorry notes the day on which a worry was settled, "" that it is open again, and how, which goes
// into its note; "" says nothing of how.
func (s *Store) SettleWorry(ctx context.Context, id int64, on model.Date, how string) (view.Change, error) {
	return s.changeWorry(ctx, id, "", func(c *model.Contact) string {
		c.Settled = on
		if on == "" {
			return "opened the worry again"
		}
		c.Note = model.WithHowSettled(c.Note, how)
		return "settled the worry"
	})
}

// TakeFirstStep notes the first step towards settling a worry, and the day on which it was taken
// (practice 11); "" leaves what was planned.
func (s *Store) TakeFirstStep(ctx context.Context, id int64, what string, on model.Date) (view.Change, error) {
	if !on.Valid() {
		return view.Change{}, Problem{Sentence: "The day is not one there is: write it again."}
	}
	return s.changeWorry(ctx, id, "first step taken", func(c *model.Contact) string {
		c.FirstStep, c.SteppedOn = cmp.Or(strings.TrimSpace(what), c.FirstStep), on
		return "first step taken"
	})
}

// changeWorry does one thing to a worry as one step; do gives the title.
func (s *Store) changeWorry(ctx context.Context, id int64, title string, do func(c *model.Contact) string) (view.Change, error) {
	return s.step(ctx, title, func(w *work) error {
		rows, err := w.query(selectSQL("contact", contactColumns)+" WHERE id = ?", id)
		c, err := scanOne(rows, err, contactRow)
		if err != nil {
			return fmt.Errorf("reading the worry: %w", err)
		}
		w.title(do(&c) + ": " + w.nameOf("family", c.FamilyID))
		return w.update("contact", id, contactColumns, contactFields(&c))
	})
}
