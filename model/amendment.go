package model

// AmendmentReplyBy is the last day on which parents may answer the council's notice of changes to a
// plan: fifteen calendar days after it (rules.md R36).
func AmendmentReplyBy(notice Date) Date { return notice.AddDays(AmendmentReplyDays) }

// FinalPlanBy is the day by which an amended plan is to be final: within twelve weeks of the meeting, and
// within eight weeks of the notice once that has been given (rules.md R35 and R36).
func FinalPlanBy(met, notice Date) Date {
	by := met.AddDays(FinalPlanDays)
	if after := notice.AddDays(NoticeToPlanDays); after.Valid() && after < by {
		return after
	}
	return by
}
