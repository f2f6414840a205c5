package store

import (
	"cmp"
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// mostMeetings is how many meetings Today prepares: each reads all that its checklist looks at.
const mostMeetings = 8

// meetings finds those of the next days, the next one at least, and those that are over and wait for
// a line to be drawn under them.
func (p *todayPage) meetings() error {
	rows, err := p.query(`SELECT m.id, m.family_id, f.name, m.kind, m.start, m.minutes, m.mode, m.home_visit
		FROM meeting m JOIN family f ON f.id = m.family_id
		WHERE m.status IN (?1, ?2) AND m.start >= ?3 AND m.deleted_at = '' AND f.deleted_at = '' ORDER BY m.start, m.id LIMIT ?4`,
		string(model.Planned), string(model.Running), string(p.today.AddDays(-30)), mostMeetings)
	type row struct {
		view.TodayMeeting
		minutes int
	}
	found, err := scanAll(rows, err, func(r *row) []any {
		return []any{&r.ID, &r.FamilyID, &r.Family, &r.Kind, &r.Start, &r.minutes, &r.Mode, &r.Home}
	})
	if err != nil {
		return fmt.Errorf("reading the meetings: %w", err)
	}
	ahead := 0
	for _, r := range found {
		if r.Over = isOver(r.Start, r.minutes, p.now); !r.Over {
			ahead++
		}
		if p.today.DaysUntil(r.Start.Date()) > meetingsAhead && ahead > 1 {
			break
		}
		p.Meetings = append(p.Meetings, r.TodayMeeting)
	}
	return nil
}

// isOver reports whether the time of a meeting has passed; one without a time of day lasts all day.
func isOver(start model.Moment, minutes int, now model.Moment) bool {
	if start.Clock() == "" {
		return start.Date() < now.Date()
	}
	return start.Add(minutes) < now
}

// ready says of each meeting that is ahead how ready it is and what presses.
func (s *Store) ready(ctx context.Context, meetings []view.TodayMeeting, today model.Date) ([]view.MeetingReady, error) {
	var ids []int64
	for _, m := range meetings {
		if !m.Over {
			ids = append(ids, m.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	preps, err := s.MeetingPreps(ctx, ids)
	if err != nil {
		return nil, err
	}
	var all []view.MeetingReady
	for _, prep := range preps {
		items, r := model.Checklist(prep.Facts(today)), view.MeetingReady{ID: prep.Meeting.ID}
		r.Ready, r.Of = model.Ready(items)
		if item, presses := model.MostPressing(items); presses {
			r.Item, r.Presses, r.Asks = item.ID, cmp.Or(item.Lacks, item.Asks), item.State == model.ItemAsks
		}
		all = append(all, r)
	}
	return all, nil
}

// comingUp gathers what has a date ahead: the ends of terms, annual reviews and their reports.
func (p *todayPage) comingUp() error {
	p.comingBreaks()
	if err := inTurn(p.comingReviews, p.comingSteps, p.comingRecords, p.comingTerm, p.comingWelcomes, p.comingMoves, p.comingYears); err != nil {
		return err
	}
	if missing := p.world.Calendar(0).NextYearMissing(p.today); missing != "" {
		p.Coming = append(p.Coming, view.ComingUp{What: "no term dates for " + missing + " yet: School keeps them"})
	}
	model.InOrder(p.Coming, func(a, b view.ComingUp) int { return cmp.Compare(a.On, b.On) })
	p.Coming = p.Coming[:min(len(p.Coming), mostOfAPart)]
	return nil
}

// comingBreaks are the last day before the next break, or in one the first day after it; and what ends
// today, to look back on.
func (p *todayPage) comingBreaks() {
	if ending, ok := p.world.Calendar(0).EndingToday(p.today); ok {
		p.Coming = append(p.Coming, view.ComingUp{On: p.today, What: "look back on the " + string(ending.Span), LookBack: ending.Span})
	}
	for _, turn := range p.world.Calendar(0).Turns(p.today) {
		if p.today.DaysUntil(turn.On) <= reviewsAhead {
			p.Coming = append(p.Coming, view.ComingUp{On: turn.On, What: turn.What})
		}
	}
}
