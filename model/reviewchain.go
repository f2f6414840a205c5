package model

import "fmt"

// ReviewFacts is what the chain of one annual review looks at. Without a meeting it is counted back from
// the day on which the plan's year runs out.
type ReviewFacts struct {
	Pupil    Pupil
	School   School
	Meeting  Meeting         // of this review, the zero meeting while there is none; see OpenReview
	People   []MeetingPerson // of the meeting, without those behind the wall
	Today    Date
	Calendar *Calendar
	Settings Settings
}

// ReviewChain is one annual review from its first step to its last.
type ReviewChain struct {
	CompleteBy Date // the whole review, with the council's decision; "" when the plan's day is not known
	MeetBy     Date
	Transfer   string // "moves to secondary school: final plan by Mon 15 Feb 2027", "" when nobody moves
	NoTerms    bool   // the term dates do not reach
	Unplanned  bool   // there is no meeting yet, so that to plan one comes first
	Steps      []ReviewStep
}

// Days are the days by which the review is to meet and to be complete, without its steps (rules.md R34
// and R37).
func (f ReviewFacts) Days() ReviewChain {
	chain, _ := f.days()
	return chain
}

// days are the Days, and where a move to another school makes it meet earlier, that move.
func (f ReviewFacts) days() (chain ReviewChain, before PhaseTransfer) {
	chain.Unplanned = f.Meeting.ID == 0
	year, known := f.Pupil.Review(f.Calendar)
	if known {
		chain.CompleteBy, chain.MeetBy, chain.NoTerms = year.CompleteBy, year.MeetBySchoolDay, year.NoTerms
	}
	if move, where, moves := f.Pupil.PhaseTransfer(f.School, f.Settings, f.Today); moves {
		chain.Transfer = move.Words(where)
		if !f.held() && f.Pupil.LastReview < move.ReviewedFrom && (!known || move.MeetBy < chain.MeetBy) {
			chain.MeetBy, before = f.Calendar.schoolDayUpTo(move.MeetBy), move
		}
	}
	return chain, before
}

// Chain is the review with its steps (rules.md R34 to R37). It has none when neither the meeting nor the
// day of the plan is known.
func (f ReviewFacts) Chain() ReviewChain {
	chain, move := f.days()
	counted := fmt.Sprintf("%d days before the review is to be finished on %s", CouncilDecidesDays, chain.CompleteBy.Full())
	if move.FinalPlanBy != "" {
		counted = fmt.Sprintf("%d weeks before the final plan of the move on %s", f.Settings.Number(SENTransferMeet), move.FinalPlanBy.Full())
	}
	on := f.Meeting.Start.Date()
	if on == "" {
		on = chain.MeetBy
	}
	if !on.Valid() {
		return chain
	}
	chain.Steps = append(f.before(on), f.meet(on, chain.MeetBy, counted))
	chain.Steps = append(chain.Steps, f.after(on)...)
	for i := range chain.Steps {
		chain.Steps[i].judge(f)
	}
	chain.pressToPlan()
	return chain
}

// pressToPlan makes the meeting due that has not been planned, as soon as something before it is.
func (c *ReviewChain) pressToPlan() {
	pressed := false
	for i := range c.Steps {
		s := &c.Steps[i]
		if s.ID == StepMeet && s.State == StepAhead && c.Unplanned && pressed {
			s.State = StepDue
		}
		pressed = pressed || s.pressing()
	}
}

func (s ReviewStep) pressing() bool { return s.State == StepLate || s.State == StepDue }

// Next is the step to take next: of those that are open the first that is due; without a meeting, to plan
// and hold it. There is none when all is done.
func (c ReviewChain) Next() (ReviewStep, bool) {
	var next ReviewStep
	found := false
	for _, s := range c.Steps {
		open := s.pressing() || s.State == StepAhead
		if c.Unplanned {
			open = open && s.ID == StepMeet
		}
		if open && (!found || s.Due < next.Due) {
			next, found = s, true
		}
	}
	return next, found
}

// OpenReview reports whether an annual review of the pupil is under way with this meeting: it is planned,
// or was held and the council has not answered, or the changed plan is not final yet. One that was held
// before the plan was last decided on belongs to an earlier year.
func (p Pupil) OpenReview(m Meeting) bool {
	switch {
	case m.Kind != AnnualReview || m.Removed:
		return false
	case m.Status == Planned || m.Status == Running:
		return true
	case m.Status != Held:
		return false
	case m.CouncilDecision == AmendsPlan:
		return m.FinalPlan == ""
	}
	thisYear := p.PlanMade < m.Start.Date() && (p.ReviewBy == "" || p.ReviewBy.AddMonths(-12) < m.Start.Date())
	return m.CouncilDecision == CeasesPlan || m.CouncilDecided == "" && thisYear
}

func (f ReviewFacts) held() bool { return f.Meeting.ID != 0 && f.Meeting.Status == Held }
