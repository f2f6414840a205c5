package model

// The days that the law sets round the meeting of an annual review, in calendar days, holidays included
// (rules.md R34 to R36).
const (
	ReviewNoticeDays   = 14 // notice, and advice sent to all invited, before the meeting
	ReviewReportDays   = 14 // the report to all invited and the council, after it
	CouncilDecidesDays = 28 // the council's decision, after it
	FinalPlanDays      = 84 // the final plan after the meeting, where the plan is amended
	AmendmentReplyDays = 15 // for the parents to answer a notice of changes
	NoticeToPlanDays   = 56 // the final plan after that notice
)

// ReviewMeeting are the dates round the meeting of an annual review. They never move for a holiday; the
// school day beside some of them is the last on or before it, for sending things (rules.md R35).
type ReviewMeeting struct {
	NoticeBy          Date `json:"notice_by"`
	SendBySchoolDay   Date `json:"send_by_school_day"`
	ReportBy          Date `json:"report_by"`
	ReportBySchoolDay Date `json:"report_by_school_day"`
	DecisionBy        Date `json:"la_decision_by"`
	FinalPlanBy       Date `json:"final_plan_by"`
}

// AroundReview are the dates round a review that meets on that day. Where no term dates reach, the
// school days are the dates themselves.
func AroundReview(met Date, c *Calendar) ReviewMeeting {
	r := ReviewMeeting{
		NoticeBy: met.AddDays(-ReviewNoticeDays), ReportBy: met.AddDays(ReviewReportDays),
		DecisionBy: met.AddDays(CouncilDecidesDays), FinalPlanBy: met.AddDays(FinalPlanDays),
	}
	r.SendBySchoolDay, r.ReportBySchoolDay = c.schoolDayUpTo(r.NoticeBy), c.schoolDayUpTo(r.ReportBy)
	return r
}

// schoolDayUpTo is the last school day on or before d, d itself where the term dates do not reach.
func (c *Calendar) schoolDayUpTo(d Date) Date {
	if day, known := c.lastSchoolDay(d); known {
		return day
	}
	return d
}

// badDay reports whether a review meets in the last two weeks of a term, when its report falls into the
// holidays (rules.md R35).
func badDay(met Date, c *Calendar) bool {
	term, in := c.TermOf(met)
	return in && met.DaysUntil(term.End) < ReviewReportDays
}
