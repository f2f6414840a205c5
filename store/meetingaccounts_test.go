package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// practice 14: the account that was agreed of an incident settles the line of the checklist that asks for
// one, before a return from suspension.
func TestAnAgreedAccountSettlesTheLineOfTheChecklist(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	meeting := must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: o.family, Kind: model.ReturnFromSuspension,
		Pupils: []int64{o.chidi}, Start: "2026-11-26T08:30", Purpose: "How can Chidi come back well?"}})).New
	settled := func() (bool, string) {
		t.Helper()
		for _, item := range model.Checklist(prepOf(t, s, meeting).Facts("2026-11-24")) {
			if item.ID == "why.account" {
				return item.State == model.SettledByFacts, item.Says
			}
		}
		t.Fatal("the checklist does not ask for an account")
		return false, ""
	}
	id := thePush(t, s, o)
	if yes, _ := settled(); yes {
		t.Error("settled before it is agreed")
	}
	must(t)(s.AgreeAccount(ctx, id, "He pushed once.", "both", ""))
	if yes, says := settled(); !yes || says != "agreed today" {
		t.Errorf("agreed: %v, %q", yes, says)
	}
	must(t)(s.SaveAccount(ctx, model.Account{ID: id, What: "long ago", At: "2026-06-01", Pupils: []int64{o.chidi}}))
	if yes, _ := settled(); yes {
		t.Error("an incident of last summer is not the one that the meeting is about")
	}
}
