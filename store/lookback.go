package store

import (
	"context"
	"fmt"

	"kettle/model"
)

// soonInSchoolDays is how soon a worry is settled that was "raised Monday, solved by Friday"
// (practice 11).
const soonInSchoolDays = 5

// LookBack is a period in figures, as they stand on a day. calendar counts how soon worries were settled.
func (s *Store) LookBack(ctx context.Context, period model.Period, today model.Date, calendar *model.Calendar) (model.LookBack, error) {
	l := model.LookBack{Period: period, Today: today}
	err := s.read(ctx, func(q querier) error {
		b := &lookBack{q, &l, calendar}
		return inTurn(b.log, b.worries, b.questions, b.promises, b.meetings)
	})
	if err != nil {
		return model.LookBack{}, fmt.Errorf("looking back on the %s: %w", period.Name, err)
	}
	return l, nil
}

type lookBack struct {
	querier
	*model.LookBack
	calendar *model.Calendar
}

// days are the ends of the period as what lies within is compared with: a moment is longer than its day.
func (b *lookBack) days() (from, after string) { return string(b.From), string(b.To.AddDays(1)) }

func (b *lookBack) log() error {
	from, after := b.days()
	if err := b.queryRow("SELECT count(*) FROM family_index WHERE removed = 0 AND pupils > 0").Scan(&b.Families); err != nil {
		return err
	}
	return b.queryRow(`SELECT count(DISTINCT iif(kind NOT IN (?3, ?4), family_id, NULL)), coalesce(sum(kind NOT IN (?3, ?4)), 0), coalesce(sum(kind = ?3), 0),
			coalesce(sum(kind = ?5), 0), count(DISTINCT iif(kind = ?5, family_id, NULL))
		FROM contact WHERE at >= ?1 AND at < ?2 AND deleted_at = '' AND family_id IN (SELECT family_id FROM family_index WHERE removed = 0 AND pupils > 0)`,
		from, after, string(model.Attempt), string(model.PassedToDSL), string(model.GoodNews)).
		Scan(&b.Spoken, &b.Entries, &b.Tried, &b.GoodNews, &b.GoodNewsTo)
}

// worries counts those raised in the period with how soon they were settled, those settled in it, and
// those open now.
func (b *lookBack) worries() error {
	from, after := b.days()
	type raised struct {
		at      model.Moment
		settled model.Date
	}
	rows, err := b.query("SELECT at, settled FROM contact WHERE kind = ? AND at >= ? AND at < ? AND deleted_at = ''", string(model.Concern), from, after)
	all, err := scanAll(rows, err, func(r *raised) []any { return []any{&r.at, &r.settled} })
	if err != nil {
		return err
	}
	for _, r := range all {
		b.Raised++
		if r.settled == "" {
			continue
		}
		if n, err := b.calendar.SchoolDaysBetween(r.at.Date(), r.settled); err == nil && n < soonInSchoolDays {
			b.RaisedSoon++
		}
	}
	return b.queryRow(`SELECT (SELECT count(*) FROM contact WHERE kind = ?1 AND settled >= ?2 AND settled < ?3 AND deleted_at = ''),
		(SELECT count(*) FROM contact WHERE kind = 'concern' AND settled = '' AND deleted_at = '')`, string(model.Concern), from, after).
		Scan(&b.Settled, &b.OpenWorries)
}

func (b *lookBack) questions() error {
	from, after := b.days()
	return b.queryRow(`SELECT (SELECT count(*) FROM contact WHERE kind = ?1 AND at >= ?2 AND at < ?3 AND deleted_at = ''),
		(SELECT count(*) FROM contact WHERE kind = ?1 AND settled >= ?2 AND settled < ?3 AND deleted_at = ''),
		(SELECT count(*) FROM contact WHERE kind = 'question' AND settled = '' AND deleted_at = '')`, string(model.Question), from, after).
		Scan(&b.Asked, &b.Answered, &b.Waiting)
}

// promises counts those made and settled in the period. Late are those that were due before its end and
// not settled by then; while it lasts, those that are late today.
func (b *lookBack) promises() error {
	from, after := b.days()
	due, open := after, after
	if today := b.Today; today <= b.To {
		due, open = string(today), string(today.AddDays(1))
	}
	return b.queryRow(`SELECT coalesce(sum(promised >= ?1 AND promised < ?2), 0),
			coalesce(sum(state = ?4 AND state_on >= ?1 AND state_on < ?2), 0),
			coalesce(sum(state = ?4 AND state_on >= ?1 AND state_on < ?2 AND state_on < due), 0),
			coalesce(sum(state = ?4 AND state_on >= ?1 AND state_on < ?2 AND due <> '' AND state_on > due), 0),
			coalesce(sum(state = ?5 AND state_on >= ?1 AND state_on < ?2), 0),
			coalesce(sum(due <> '' AND due < ?3 AND (state = 'open' OR state_on >= ?6)), 0)
		FROM follow_up WHERE deleted_at = ''`, from, after, due, string(model.Done), string(model.Dropped), open).
		Scan(&b.Made, &b.Kept, &b.KeptEarly, &b.KeptLate, &b.Dropped, &b.Late)
}

func (b *lookBack) meetings() error {
	from, after := b.days()
	return b.queryRow(`SELECT coalesce(sum(status = ?3), 0), coalesce(sum(status IN (?4, ?5)), 0), coalesce(sum(status = ?3 AND closed = ''), 0)
		FROM meeting WHERE start >= ?1 AND start < ?2 AND deleted_at = ''`, from, after, string(model.Held), string(model.Cancelled), string(model.Missed)).
		Scan(&b.Held, &b.NotHeld, &b.LinesMissing)
}
