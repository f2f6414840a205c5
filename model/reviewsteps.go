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
var shortSteps = map[StepID]string{
	StepAskAdvice: "ask for advice", StepInvite: "invitations", StepSendAdvice: "advice to all", StepMeet: "meeting", StepReport: "review report to all",
	StepDecision: "council's answer", StepNotice: "notice of changes", StepReply: "parents' answer", StepFinalPlan: "final plan",
}

// Short is the step in the few words of a list.
func (id StepID) Short() string { return shortSteps[id] }

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

// ReviewChain is one annual review from its first step to its last.
type ReviewChain struct {
	CompleteBy Date // the whole review, with the council's decision; "" when the plan's day is not known
	MeetBy     Date
	Transfer   string // "moves to secondary school: final plan by Mon 15 Feb 2027", "" when nobody moves
	NoTerms    bool   // the term dates do not reach
	Unplanned  bool   // there is no meeting yet, so that to plan one comes first
	Steps      []ReviewStep
}

// Chain is the review with its steps (rules.md R34 to R37). It has none when neither the meeting nor the
// day of the plan is known.
func (f ReviewFacts) Chain() ReviewChain {
	chain := ReviewChain{Unplanned: f.Meeting.ID == 0}
	year, known := f.Pupil.Review(f.Calendar)
	if known {
		chain.CompleteBy, chain.MeetBy, chain.NoTerms = year.CompleteBy, year.MeetBySchoolDay, year.NoTerms
	}
	counted := fmt.Sprintf("%d days before the review is to be finished on %s", CouncilDecidesDays, year.CompleteBy.Full())
	if move, where, moves := f.Pupil.PhaseTransfer(f.School, f.Settings, f.Today); moves {
		chain.Transfer = move.Words(where)
		if !f.held() && f.Pupil.LastReview < move.ReviewedFrom && (!known || move.MeetBy < chain.MeetBy) {
			chain.MeetBy = f.Calendar.schoolDayUpTo(move.MeetBy)
			counted = fmt.Sprintf("%d weeks before the final plan of the move on %s", f.Settings.Number(SENTransferMeet), move.FinalPlanBy.Full())
		}
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

const reg20 = "SEND Regulations 2014 reg 20; rules.md R35"

// before are the steps up to the meeting.
func (f ReviewFacts) before(on Date) []ReviewStep {
	around := AroundReview(on, f.Calendar)
	ask := f.Settings.Number(SENAdviceAsk)
	askBy := around.NoticeBy.AddDays(-ask)
	notice := f.countedFrom(ReviewNoticeDays, "before", "the meeting", on, around.NoticeBy, around.SendBySchoolDay)
	return []ReviewStep{
		{ID: StepAskAdvice, What: "ask for written advice", Due: f.Calendar.schoolDayUpTo(askBy), Last: askBy, Done: f.lastOf(givesAdvice, func(p MeetingPerson) Date { return p.AdviceAsked }),
			Counted: fmt.Sprintf("%d days before it has to be with everyone on %s: %s", ask, around.NoticeBy.Short(), askBy.Short()), Source: "the school's own setting; rules.md R35"},
		{ID: StepInvite, What: "invite everybody", Due: around.SendBySchoolDay, Last: around.NoticeBy, Done: f.lastOf(invitedToReview, func(p MeetingPerson) Date { return p.Invited }),
			Counted: notice, Source: reg20},
		{ID: StepSendAdvice, What: "send the advice to all", Due: around.SendBySchoolDay, Last: around.NoticeBy, Done: f.lastOf(givesAdvice, func(p MeetingPerson) Date { return p.AdviceSentOn }),
			Counted: notice, Source: reg20},
	}
}

func (f ReviewFacts) meet(on, meetBy Date, counted string) ReviewStep {
	s := ReviewStep{ID: StepMeet, What: "hold the meeting", Due: on, Last: on, Source: "Children and Families Act 2014 s.44; rules.md R34 and R37"}
	if meetBy != "" {
		s.Counted = counted + ": by " + meetBy.Full()
	}
	switch {
	case f.held():
		s.Done = on
	case f.Meeting.ID == 0:
		s.What = "plan and hold the meeting"
	case f.Meeting.Start == "":
		s.What = "agree a time, and hold the meeting"
	case meetBy != "" && on > meetBy:
		s.What = "hold the meeting, planned after its last day on " + meetBy.Short()
	}
	return s
}

// after are the steps from the meeting on.
func (f ReviewFacts) after(on Date) []ReviewStep {
	around, m := AroundReview(on, f.Calendar), f.Meeting
	steps := []ReviewStep{
		{ID: StepReport, What: "the report to all, and to the council", Due: around.ReportBySchoolDay, Last: around.ReportBy, Done: f.lastOf(invitedToReview, func(p MeetingPerson) Date { return p.ReportSent }),
			Counted: f.countedFrom(ReviewReportDays, "after", "the meeting", on, around.ReportBy, around.ReportBySchoolDay), Source: reg20},
		{ID: StepDecision, What: "the council's decision", Due: around.DecisionBy, Last: around.DecisionBy, Done: m.CouncilDecided,
			Counted: f.countedFrom(CouncilDecidesDays, "after", "the meeting", on, around.DecisionBy, ""), Source: "SEND Regulations 2014 reg 20; Code 9.176; rules.md R35"},
	}
	if m.CouncilDecision == KeepsPlan || m.CouncilDecision == CeasesPlan {
		return steps
	}
	if m.CouncilDecision == AmendsPlan {
		steps = append(steps, ReviewStep{ID: StepNotice, What: "the council's notice of changes", Due: around.DecisionBy, Last: around.DecisionBy, Done: m.AmendmentNotice,
			Counted: f.countedFrom(CouncilDecidesDays, "after", "the meeting", on, around.DecisionBy, ""), Source: "reg 22; R (L, M and P) v Devon CC 2022; rules.md R35"})
	}
	if reply := AmendmentReplyBy(m.AmendmentNotice); reply.Valid() {
		steps = append(steps, ReviewStep{ID: StepReply, What: "the parents may answer the changes until then", Due: reply, Last: reply,
			Counted: f.countedFrom(AmendmentReplyDays, "after", "the notice", m.AmendmentNotice, reply, ""), Source: "reg 22; Code 9.195; rules.md R36"})
	}
	by := FinalPlanBy(on, m.AmendmentNotice)
	counted := f.countedFrom(FinalPlanDays, "after", "the meeting", on, by, "")
	if by != around.FinalPlanBy {
		counted = f.countedFrom(NoticeToPlanDays, "after", "the notice of changes", m.AmendmentNotice, by, "")
	}
	return append(steps, ReviewStep{ID: StepFinalPlan, What: "the final plan", Due: by, Last: by, Done: m.FinalPlan,
		Counted: counted, Source: "reg 22; Code 9.196; rules.md R35 and R36"})
}

// countedFrom is how a day was counted, in words; the school day is named where it is another.
func (f ReviewFacts) countedFrom(days int, way, what string, from, by, schoolDay Date) string {
	said := fmt.Sprintf("%d days %s %s on %s: %s", days, way, what, from.Short(), by.Short())
	if schoolDay != "" && schoolDay != by {
		said += ", the last school day up to then " + schoolDay.Short()
	}
	return said
}

// lastOf is the day on which the last of these people had it, "" while one has not, or nobody is there.
func (f ReviewFacts) lastOf(counts func(MeetingPerson) bool, on func(MeetingPerson) Date) Date {
	var last Date
	for _, p := range f.People {
		if !counts(p) {
			continue
		}
		if on(p) == "" {
			return ""
		}
		last = max(last, on(p))
	}
	return last
}

// Lacking are the people of whom a step that concerns each of them is still to be noted.
func (f ReviewFacts) Lacking(step StepID) []MeetingPerson {
	var lacking []MeetingPerson
	for _, p := range f.People {
		open := map[StepID]bool{
			StepAskAdvice:  givesAdvice(p) && p.AdviceAsked == "",
			StepInvite:     invitedToReview(p) && p.Invited == "",
			StepSendAdvice: givesAdvice(p) && p.AdviceSentOn == "",
			StepReport:     invitedToReview(p) && p.ReportSent == "",
		}
		if open[step] {
			lacking = append(lacking, p)
		}
	}
	return lacking
}

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
