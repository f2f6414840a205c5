package model

import "slices"

// PlanType is a status of the census with what it brings, and from when to when it is in force: the
// rules of SEN are about to change, and changed ones come as further rows (rules.md R40).
type PlanType struct {
	Code         SENStatus
	Words        string
	From, To     Date // both included; "" without an end
	ReviewMonths int  // the plan is reviewed within so many months, 0 by no law
	Source       string
}

// PlanTypes is the table of statuses in force. The White Paper of February 2026 announces an individual
// support plan for every child with SEND; no Act says so yet.
var PlanTypes = []PlanType{
	{Code: SENSupport, Words: "SEN support", From: "2014-09-01", Source: "SEND Code of Practice 2015"},
	{Code: EHCP, Words: "EHCP", From: "2014-09-01", ReviewMonths: 12, Source: "Children and Families Act 2014 s.44"},
	{Code: NoSEN, Words: "no SEN", From: "2014-09-01"},
}

// PlanTypeOn is the row of a status that is in force on a day, and whether there is one.
func PlanTypeOn(code SENStatus, d Date) (PlanType, bool) {
	at := slices.IndexFunc(PlanTypes, func(t PlanType) bool {
		return t.Code == code && t.From <= d && (t.To == "" || d <= t.To)
	})
	if at < 0 {
		return PlanType{}, false
	}
	return PlanTypes[at], true
}
