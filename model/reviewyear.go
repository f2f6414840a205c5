package model

// ReviewYear are the dates of one annual review, which ends with the council's decision and not with
// the meeting (rules.md R34).
type ReviewYear struct {
	CompleteBy      Date // the whole review, with the decision
	MeetBy          Date // four weeks before that
	MeetBySchoolDay Date // the last school day up to then
	InviteBy        Date // two weeks before the meeting
	NoTerms         bool // MeetBySchoolDay is MeetBy, because the term dates do not reach
}

// ReviewAfter are the dates of the review that follows the plan being made or last decided on.
func ReviewAfter(decided Date, c *Calendar) ReviewYear {
	months := 12
	if t, known := PlanTypeOn(EHCP, decided); known {
		months = t.ReviewMonths
	}
	return ReviewEnding(decided.AddMonths(months).AddDays(-1), c)
}

// ReviewEnding are the dates of the review that is to be finished by a day.
func ReviewEnding(completeBy Date, c *Calendar) ReviewYear {
	r := ReviewYear{CompleteBy: completeBy, MeetBy: completeBy.AddDays(-CouncilDecidesDays)}
	var known bool
	if r.MeetBySchoolDay, known = c.lastSchoolDay(r.MeetBy); !known {
		r.MeetBySchoolDay, r.NoTerms = r.MeetBy, true
	}
	r.InviteBy = r.MeetBySchoolDay.AddDays(-ReviewNoticeDays)
	return r
}

// Review are the dates of the pupil's next annual review, and whether there is one: a pupil on roll
// with a plan, of whom the school's date or the last decision is known.
func (p Pupil) Review(c *Calendar) (ReviewYear, bool) {
	switch {
	case p.SEN != EHCP || p.Roll != OnRoll:
		return ReviewYear{}, false
	case p.ReviewBy.Valid():
		return ReviewEnding(p.ReviewBy, c), true
	case p.PlanMade.Valid():
		return ReviewAfter(p.PlanMade, c), true
	}
	return ReviewYear{}, false
}
