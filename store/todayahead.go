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
	if err := inTurn(p.comingReviews, p.comingReports); err != nil {
		return err
	}
	if missing := p.world.Calendar(0).NextYearMissing(p.today); missing != "" {
		p.Coming = append(p.Coming, view.ComingUp{What: "no term dates for " + missing + " yet: School keeps them"})
	}
	slices.SortStableFunc(p.Coming, func(a, b view.ComingUp) int { return cmp.Compare(a.On, b.On) })
	p.Coming = p.Coming[:min(len(p.Coming), mostOfAPart)]
	return nil
}

// comingBreaks are the last day before the next break, or in one the first day after it.
func (p *todayPage) comingBreaks() {
	for _, turn := range p.world.Calendar(0).Turns(p.today) {
		if p.today.DaysUntil(turn.On) <= reviewsAhead {
			p.Coming = append(p.Coming, view.ComingUp{On: turn.On, What: turn.What})
		}
	}
}

// comingReviews are the annual reviews that must meet within the next weeks and have no meeting yet.
// A review meets four weeks before it is complete, so that only those complete until then are read.
func (p *todayPage) comingReviews() error {
	until := p.today.AddDays(reviewsAhead + 42)
	rows, err := p.query(`SELECT p.id, p.family_id, p.forename, p.surname, p.known_as, p.plan_made, p.review_by, f.deleted_at
		FROM pupil p JOIN family f ON f.id = p.family_id
		WHERE p.sen = 'E' AND p.roll = 'on roll' AND p.deleted_at = ''
		AND (p.review_by BETWEEN ?1 AND ?2 OR p.review_by = '' AND p.plan_made BETWEEN ?3 AND ?4)`,
		string(p.today), string(until), string(p.today.AddMonths(-12)), string(until.AddMonths(-12).AddDays(1)))
	pupils, err := scanAll(rows, err, func(p *model.Pupil) []any {
		return []any{&p.ID, &p.FamilyID, &p.Forename, &p.Surname, &p.KnownAs, &p.PlanMade, &p.ReviewBy, removedAt(&p.Removed)}
	})
	if err != nil {
		return fmt.Errorf("reading the annual reviews: %w", err)
	}
	planned, err := p.reviewsPlanned()
	if err != nil {
		return err
	}
	for _, pupil := range pupils {
		if pupil.Removed || slices.Contains(planned, pupil.ID) {
			continue
		}
		if err := p.comingReview(pupil); err != nil {
			return err
		}
	}
	return nil
}

// reviewsPlanned are the pupils whose annual review has a meeting already, or had it lately: the review
// itself ends with the council's decision.
func (p *todayPage) reviewsPlanned() ([]int64, error) {
	rows, err := p.query(`SELECT mp.pupil_id FROM meeting m JOIN meeting_pupil mp ON mp.meeting_id = m.id
		WHERE (m.status IN (?1, ?2) OR m.status = ?3 AND m.start >= ?4) AND m.kind = ?5 AND m.deleted_at = ''`,
		string(model.Planned), string(model.Running), string(model.Held), string(p.today.AddMonths(-6)), string(model.AnnualReview))
	planned, err := scanIDs(rows, err)
	if err != nil {
		return nil, fmt.Errorf("reading the annual reviews that are planned: %w", err)
	}
	return planned, nil
}

func (p *todayPage) comingReview(pupil model.Pupil) error {
	calendar, err := p.calendarFor(pupil.FamilyID)
	if err != nil {
		return err
	}
	pupil.SEN, pupil.Roll = model.EHCP, model.OnRoll
	review, known := pupil.Review(calendar)
	if known && p.today.DaysUntil(review.MeetBySchoolDay) <= reviewsAhead && review.CompleteBy >= p.today {
		p.Coming = append(p.Coming, view.ComingUp{On: review.MeetBySchoolDay, FamilyID: pupil.FamilyID,
			What: pupil.Called() + " " + pupil.Surname + ": hold the annual review", Late: review.MeetBySchoolDay < p.today})
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
			What: h.name + ": review report to all"})
	}
	return nil
}
