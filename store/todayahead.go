package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

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
		mode    model.Mode
		home    bool
	}
	found, err := scanAll(rows, err, func(r *row) []any {
		return []any{&r.ID, &r.FamilyID, &r.Family, &r.Kind, &r.Start, &r.minutes, &r.mode, &r.home}
	})
	if err != nil {
		return fmt.Errorf("reading the meetings: %w", err)
	}
	p.ahead = map[int64]model.MeetingAhead{}
	ahead := 0
	for _, r := range found {
		r.Over = isOver(r.Start, r.minutes, p.now)
		if !r.Over {
			ahead++
		}
		if p.today.DaysUntil(r.Start.Date()) > meetingsAhead && ahead > 1 {
			break
		}
		p.ahead[r.ID] = model.MeetingAhead{Mode: r.mode, Home: r.home}
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

// prepared says of each meeting how ready it is and what presses.
func (p *todayPage) prepared(ctx context.Context, s *Store) error {
	at := map[int64]*view.TodayMeeting{}
	var ids []int64
	for i := range p.Meetings {
		if m := &p.Meetings[i]; !m.Over {
			at[m.ID], ids = m, append(ids, m.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	preps, err := s.MeetingPreps(ctx, ids)
	if err != nil {
		return err
	}
	for _, prep := range preps {
		m, items := at[prep.Meeting.ID], model.Checklist(prep.Facts(p.today))
		m.Ready, m.Of = model.Ready(items)
		if item, presses := model.MostPressing(items); presses {
			m.Presses, m.Asks = cmp.Or(item.Lacks, item.Asks), item.State == model.ItemAsks
			p.lacks[m.ID] = item.ID
		}
	}
	return nil
}

// comingUp gathers what has a date ahead: the ends of terms, annual reviews and their reports.
func (p *todayPage) comingUp() error {
	p.comingBreaks()
	for _, part := range []func() error{p.comingReviews, p.comingReports} {
		if err := part(); err != nil {
			return err
		}
	}
	if missing := p.calendar.NextYearMissing(p.today); missing != "" {
		p.Coming = append(p.Coming, view.ComingUp{What: missing})
	}
	slices.SortStableFunc(p.Coming, func(a, b view.ComingUp) int { return cmp.Compare(a.On, b.On) })
	p.Coming = p.Coming[:min(len(p.Coming), mostOfAPart)]
	return nil
}

// comingBreaks are the last day before the next break, or in one the first day after it.
func (p *todayPage) comingBreaks() {
	for _, turn := range p.calendar.Turns(p.today) {
		if p.today.DaysUntil(turn.On) <= reviewsAhead {
			p.Coming = append(p.Coming, view.ComingUp{On: turn.On, What: turn.What})
		}
	}
}

// comingReviews are the annual reviews that must meet within the next weeks and have no meeting yet.
func (p *todayPage) comingReviews() error {
	rows, err := p.query(`SELECT p.id, p.family_id, p.forename, p.surname, p.known_as, p.plan_made, p.review_by
		FROM pupil p JOIN family f ON f.id = p.family_id
		WHERE p.sen = ?1 AND p.roll = ?2 AND p.deleted_at = '' AND f.deleted_at = '' AND (p.review_by <> '' OR p.plan_made <> '')
		AND NOT EXISTS (SELECT 1 FROM meeting_pupil mp JOIN meeting m ON m.id = mp.meeting_id
			WHERE mp.pupil_id = p.id AND m.kind = ?3 AND m.deleted_at = '' AND m.status IN (?4, ?5))`,
		string(model.EHCP), string(model.OnRoll), string(model.AnnualReview), string(model.Planned), string(model.Running))
	pupils, err := scanAll(rows, err, func(p *model.Pupil) []any {
		return []any{&p.ID, &p.FamilyID, &p.Forename, &p.Surname, &p.KnownAs, &p.PlanMade, &p.ReviewBy}
	})
	if err != nil {
		return fmt.Errorf("reading the annual reviews: %w", err)
	}
	for _, pupil := range pupils {
		pupil.SEN, pupil.Roll = model.EHCP, model.OnRoll
		calendar, err := p.calendarFor(pupil.FamilyID)
		if err != nil {
			return err
		}
		review, known := pupil.Review(calendar)
		if !known || p.today.DaysUntil(review.MeetBySchoolDay) > reviewsAhead || review.CompleteBy < p.today {
			continue
		}
		p.Coming = append(p.Coming, view.ComingUp{On: review.MeetBySchoolDay, FamilyID: pupil.FamilyID,
			What: "meet for " + pupil.Called() + " " + pupil.Surname + "'s annual review by then", Late: review.MeetBySchoolDay < p.today})
	}
	return nil
}

// comingReports are the reports of annual reviews that were held and have not gone to everybody who
// was invited (rules.md R35).
func (p *todayPage) comingReports() error {
	rows, err := p.query(`SELECT m.id, m.family_id, f.name, m.start FROM meeting m JOIN family f ON f.id = m.family_id
		WHERE m.status = ?1 AND m.start >= ?2 AND m.kind = ?3 AND m.deleted_at = '' AND f.deleted_at = ''
		AND EXISTS (SELECT 1 FROM meeting_person mp WHERE mp.meeting_id = m.id AND mp.invited <> '' AND mp.report_sent = '')`,
		string(model.Held), string(p.today.AddDays(-60)), string(model.AnnualReview))
	type held struct {
		id, family int64
		name       string
		start      model.Moment
	}
	all, err := scanAll(rows, err, func(h *held) []any { return []any{&h.id, &h.family, &h.name, &h.start} })
	if err != nil {
		return fmt.Errorf("reading the reports of annual reviews: %w", err)
	}
	for _, h := range all {
		by := model.ReviewReportBy(h.start.Date())
		p.Coming = append(p.Coming, view.ComingUp{On: by, FamilyID: h.family, Meeting: h.id, Late: by < p.today,
			What: h.name + ": annual review report to everyone invited"})
	}
	return nil
}
