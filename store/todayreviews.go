package store

import (
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// What of SEN meetings and annual reviews stands on Today, under "Coming up".

// comingReviews are the annual reviews that must meet within the next weeks and have no meeting yet.
// A review meets four weeks before it is complete, so that only those complete until then are read.
func (p *todayPage) comingReviews() error {
	until := p.today.AddDays(reviewsAhead + 42)
	rows, err := p.query(`SELECT p.id, p.family_id, p.forename, p.surname, p.known_as, coalesce(p.school_id, 0), p.year, p.plan_made, p.last_review, p.review_by, f.deleted_at
		FROM pupil p JOIN family f ON f.id = p.family_id
		WHERE p.sen = 'E' AND p.roll = 'on roll' AND p.deleted_at = ''
		AND (p.review_by BETWEEN ?1 AND ?2 OR p.review_by = '' AND p.plan_made BETWEEN ?3 AND ?4 OR p.year IN (SELECT value FROM json_each(?5)))`,
		string(p.today), string(until), string(p.today.AddMonths(-12)), string(until.AddMonths(-12).AddDays(1)), p.movingYears())
	pupils, err := scanAll(rows, err, func(p *model.Pupil) []any {
		return []any{&p.ID, &p.FamilyID, &p.Forename, &p.Surname, &p.KnownAs, &p.SchoolID, &p.Year, &p.PlanMade, &p.LastReview, &p.ReviewBy, removedAt(&p.Removed)}
	})
	if err != nil {
		return fmt.Errorf("reading the annual reviews: %w", err)
	}
	planned, err := p.reviewsPlanned()
	if err != nil {
		return err
	}
	pupils = slices.DeleteFunc(pupils, func(c model.Pupil) bool { return c.Removed || slices.Contains(planned, c.ID) })
	if err := p.learnSchools(idsOf(pupils, func(c model.Pupil) int64 { return c.FamilyID })...); err != nil {
		return err
	}
	for _, pupil := range pupils {
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

// movingYears are the year groups, as a list for SQL, whose plans are to be reviewed for a move within the
// next weeks, in one of the schools at least.
func (p *todayPage) movingYears() string {
	years := []model.YearGroup{}
	for _, year := range model.MovingYears() {
		soon := func(s model.School) bool {
			t, moves := transferOf(year, s, p.today, p.world.Settings)
			return moves && t.FinalPlanBy >= p.today && p.today.DaysUntil(t.MeetBy) <= reviewsAhead
		}
		if soon(model.School{}) || slices.ContainsFunc(p.world.Schools, soon) {
			years = append(years, year)
		}
	}
	return jsonList(years)
}

func (p *todayPage) comingReview(pupil model.Pupil) error {
	calendar, err := p.calendarFor(pupil.FamilyID)
	if err != nil {
		return err
	}
	pupil.SEN, pupil.Roll = model.EHCP, model.OnRoll
	school := firstWhere(p.world.Schools, func(s model.School) bool { return s.ID == pupil.SchoolID })
	chain := model.ReviewFacts{Pupil: pupil, School: school, Today: p.today, Calendar: calendar, Settings: p.world.Settings}.Days()
	finished := chain.CompleteBy != "" && chain.CompleteBy < p.today
	if chain.MeetBy != "" && p.today.DaysUntil(chain.MeetBy) <= reviewsAhead && !finished {
		p.Coming = append(p.Coming, view.ComingUp{On: chain.MeetBy, FamilyID: pupil.FamilyID,
			What: pupil.Called() + " " + pupil.Surname + ": hold the annual review", Late: chain.MeetBy < p.today})
	}
	return nil
}

// reviewsBehind is how many days back Today looks at annual reviews that were held; recordsBehind the same
// for the records of termly ones.
const (
	reviewsBehind = 120
	recordsBehind = 60
)

// comingSteps are the next steps of the annual reviews that are planned for the next weeks or were held
// lately, where they are due within two weeks or late (rules.md R34 to R36).
func (p *todayPage) comingSteps() error {
	rows, err := p.query(`SELECT m.id, f.name, mp.pupil_id FROM meeting m JOIN family f ON f.id = m.family_id JOIN meeting_pupil mp ON mp.meeting_id = m.id
		JOIN pupil c ON c.id = mp.pupil_id AND c.sen = 'E'
		WHERE m.status IN ('planned', 'running', 'held') AND m.start >= ?1 AND m.start < ?2 AND (m.status = 'held' OR m.start >= ?3)
		AND m.kind = ?4 AND m.deleted_at = '' AND f.deleted_at = ''
		AND NOT (m.status = 'held' AND (m.council_decision = 'keeps the plan' OR m.final_plan <> '')
			AND NOT EXISTS (SELECT 1 FROM meeting_person x WHERE x.meeting_id = m.id AND x.invited <> '' AND x.report_sent = ''))`,
		string(p.today.AddDays(-reviewsBehind)), string(p.today.AddDays(reviewsAhead)), string(p.today), string(model.AnnualReview))
	reviews, err := scanAll(rows, err, func(r *view.ReviewRow) []any { return []any{&r.Meeting.ID, &r.Family, &r.Pupil.ID} })
	if err == nil {
		err = p.fillReviews(reviews, p.world)
	}
	if err != nil {
		return fmt.Errorf("reading the steps of annual reviews: %w", err)
	}
	for _, r := range reviews {
		step, open := r.Facts(p.today, p.world).Chain().Next()
		if !open || step.State == model.StepAhead || step.ID == model.StepMeet { // a meeting stands among the meetings
			continue
		}
		p.Coming = append(p.Coming, view.ComingUp{On: step.Due, FamilyID: r.Meeting.FamilyID, Meeting: r.Meeting.ID, Late: step.State == model.StepLate,
			What: r.Family + ": " + step.ID.Short()})
	}
	return nil
}

// comingRecords are the records of termly SEN meetings that should have gone home (rules.md R33).
func (p *todayPage) comingRecords() error {
	rows, err := p.query(`SELECT m.id, m.family_id, f.name, m.start FROM meeting m JOIN family f ON f.id = m.family_id
		WHERE m.status = 'held' AND m.start >= ?1 AND m.kind = ?2 AND m.record_given = '' AND m.deleted_at = '' AND f.deleted_at = ''`,
		string(p.today.AddDays(-recordsBehind)), string(model.TermlyReview))
	type held struct {
		id, family int64
		name       string
		start      model.Moment
	}
	all, err := scanAll(rows, err, func(h *held) []any { return []any{&h.id, &h.family, &h.name, &h.start} })
	if err != nil {
		return fmt.Errorf("reading which records went home: %w", err)
	}
	if err := p.learnSchools(idsOf(all, func(h held) int64 { return h.family })...); err != nil {
		return err
	}
	for _, h := range all {
		calendar, err := p.calendarFor(h.family)
		if err != nil {
			return err
		}
		m := model.SENMeeting{Kind: model.TermlyReview, Status: model.Held, Start: h.start}
		if state, by := m.RecordHome(calendar, p.world.Settings, p.today); state == model.RecordLate {
			p.Coming = append(p.Coming, view.ComingUp{On: by, FamilyID: h.family, Meeting: h.id, Late: true, What: h.name + ": SEN record to the parents"})
		}
	}
	return nil
}

// comingTerm says how many pupils are without a SEN meeting, once few school days of the term are left
// (rules.md R32).
func (p *todayPage) comingTerm() error {
	calendar := p.world.Calendar(0)
	term, in := calendar.TermOf(p.today)
	if !in || model.TermlyWarning(1, calendar, p.world.Settings, p.today) == "" {
		return nil
	}
	var missing int
	err := p.queryRow(`SELECT count(*) FROM pupil p JOIN family f ON f.id = p.family_id
		WHERE p.sen IN ('K', 'E') AND p.roll = 'on roll' AND p.deleted_at = '' AND f.deleted_at = '' AND p.id NOT IN
			(SELECT mp.pupil_id FROM meeting m JOIN meeting_pupil mp ON mp.meeting_id = m.id WHERE m.kind IN (?1, ?2) AND m.deleted_at = ''
				AND m.status IN ('planned', 'running', 'held') AND m.start >= ?3 AND m.start < ?4
			UNION SELECT mp.pupil_id FROM meeting m JOIN meeting_pupil mp ON mp.meeting_id = m.id WHERE m.kind IN (?1, ?2) AND m.deleted_at = ''
				AND m.status = 'planned' AND m.start = '')`,
		string(model.TermlyReview), string(model.AnnualReview), string(term.Start), string(term.End.AddDays(1))).Scan(&missing)
	if err != nil {
		return fmt.Errorf("counting the pupils without a SEN meeting: %w", err)
	}
	if warning := model.TermlyWarning(missing, calendar, p.world.Settings, p.today); warning != "" {
		p.Coming = append(p.Coming, view.ComingUp{On: term.End, What: warning, Reviews: true})
	}
	return nil
}
