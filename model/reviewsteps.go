package model

// StepID names a step of an annual review.
type StepID string

// The steps of an annual review in their order.
const (
	StepAskAdvice  StepID = "advice asked"
	StepInvite     StepID = "invited"
	StepSendAdvice StepID = "advice sent on"
	StepMeet       StepID = "meeting held"
	StepReport     StepID = "report sent"
	StepDecision   StepID = "council decided"
	StepNotice     StepID = "notice of changes"
	StepReply      StepID = "parents' answer"
	StepFinalPlan  StepID = "final plan"
)

// shortSteps are what to do, in the few words of a list.
func shortSteps() map[StepID]string {
	return map[StepID]string{
		StepAskAdvice: "ask for advice", StepInvite: "invitations", StepSendAdvice: "advice to all", StepMeet: "meeting", StepReport: "review report to all",
		StepDecision: "council's answer", StepNotice: "notice of changes", StepReply: "parents' answer", StepFinalPlan: "final plan",
	}
}

// Short is the step in the few words of a list.
func (id StepID) Short() string { return shortSteps()[id] }

// StepState is how a step stands.
type StepState string

// The states of a step.
const (
	StepDone   StepState = "done"
	StepLate   StepState = "late"
	StepDue    StepState = "due"
	StepAhead  StepState = "not yet"
	StepPassed StepState = "not noted" // the meeting is over, and nobody wrote it down
	StepIf     StepState = "perhaps"   // only if the council changes the plan
)

// Glyph is the mark of a state; its word stands beside it.
func (s StepState) Glyph() string {
	switch s {
	case StepDone:
		return "✓"
	case StepLate:
		return "!"
	case StepDue:
		return "◕"
	case StepPassed, StepIf:
		return "–"
	}
	return "○"
}

// ReviewStep is one step of an annual review.
type ReviewStep struct {
	ID      StepID
	What    string // "invite everybody"
	Due     Date   // for what the school sends, the last school day
	Last    Date   // the last day by the rule, which no holiday moves
	Done    Date
	State   StepState
	Counted string // how the day was counted: "14 days before the meeting on Thu 3 Dec: Thu 19 Nov"
	Source  string // the document, and rules.md
}

// The days ahead from which a step counts as due: two weeks.
const stepDueAhead = 14

// judge sets the state of a step. What comes before a meeting that is over, and was not noted, is not
// asked for any more; what comes after one presses only when it has been held. The time in which parents
// may answer is theirs, and passes by itself.
func (s *ReviewStep) judge(f ReviewFacts) {
	toMeeting := s.ID == StepAskAdvice || s.ID == StepInvite || s.ID == StepSendAdvice
	afterwards := !toMeeting && s.ID != StepMeet
	switch {
	case s.ID == StepReply:
		s.State = StepPassed
		if f.Today <= s.Due {
			s.State = StepIf
		}
	case s.Done != "":
		s.State = StepDone
	case toMeeting && f.held():
		s.State = StepPassed
	case s.ID == StepFinalPlan && f.Meeting.CouncilDecision != AmendsPlan:
		s.State = StepIf
	case afterwards && !f.held():
		s.State = StepAhead
	case f.Today > s.Last:
		s.State = StepLate
	case f.Today.DaysUntil(s.Due) <= stepDueAhead:
		s.State = StepDue
	default:
		s.State = StepAhead
	}
}

// Words say how the step stands: "done Fri 6 Nov", "late: was due Mon 16 Nov", "by Mon 16 Nov".
func (s ReviewStep) Words(today Date) string {
	switch s.State {
	case StepDone:
		return "done " + s.Done.Near(today)
	case StepLate:
		return "late: was due " + s.Due.Near(today)
	case StepPassed:
		if s.ID == StepReply {
			return "until " + s.Due.Near(today)
		}
		return "not noted"
	case StepIf:
		if s.ID == StepReply {
			return "until " + s.Due.Near(today)
		}
		return "if the plan is changed, by " + s.Due.Near(today)
	}
	return "by " + s.Due.Near(today)
}

// SchoolWeeks is how far off a day is as a school counts: "3 school weeks", "4 school days", "today",
// "6 days late"; where the term dates do not reach, plain weeks (rules.md R34).
func (c *Calendar) SchoolWeeks(today, due Date) string {
	days := today.DaysUntil(due)
	if days < 0 {
		return countOf(-days, "day") + " late"
	}
	if days == 0 {
		return "today"
	}
	left, err := c.SchoolDaysBetween(today, due)
	switch {
	case err != nil && days < 14:
		return countOf(days, "day")
	case err != nil:
		return countOf(days/7, "week")
	case left < 10:
		return countOf(left, "school day")
	}
	return countOf(left/5, "school week")
}
