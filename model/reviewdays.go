package model

import "fmt"

// The steps of an annual review with their days, up to the meeting and after it.

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
	plan, _ := PlanTypeOn(EHCP, on)
	s := ReviewStep{ID: StepMeet, What: "hold the meeting", Due: on, Last: on, Source: plan.Source + "; rules.md R34 and R37"}
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
