package store

import (
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

func TestMeetingPrepHasWhatTheChecklistAsksFor(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	school := addSchool(t, s)
	chidi, err := s.Pupil(ctx, o.chidi)
	if err != nil {
		t.Fatal(err)
	}
	chidi.SchoolID = school
	must(t)(s.SavePupil(ctx, chidi))
	must(t)(s.SaveFamilyEntry(ctx, model.FamilyEntry{FamilyID: o.family, Kind: model.TheirStory, Text: "the last school did not listen"}))
	worry := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, At: "2026-11-20", Kind: model.Concern}})).New
	must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.Abuse, AbuseWhat: "shouted"}}))
	rainbow := must(t)(s.SaveRoom(ctx, model.Room{Name: "Rainbow room", Neutral: true})).New
	plan := lunchtimes(t, s, o)
	plan.People = plan.People[2:]
	plan.Host = 0
	plan.Meeting.Start, plan.Meeting.RoomID, plan.Meeting.ContactID = "2026-11-24T15:30", rainbow, worry
	id := must(t)(s.PlanMeeting(ctx, plan)).New
	p := prepOf(t, s, id)
	if p.Family.Name != "Okafor" || p.School.ID != school || len(p.Pupils) != 1 || p.Pupils[0].Called() != "Chidi" {
		t.Errorf("got %+v, %+v, %+v", p.Family, p.School, p.Pupils)
	}
	if len(p.Links) != 2 || !slices.Equal(p.NotAsked, []int64{o.ngozi, o.emeka}) || p.Adult(o.ngozi).Phones[0].Number != "07700 900123" {
		t.Errorf("links %+v, not asked %v", p.Links, p.NotAsked)
	}
	if !p.TeacherComes || !p.AbuseBefore || p.Room.Name != "Rainbow room" || p.Concern.At != "2026-11-20" || len(p.Entries) != 1 {
		t.Errorf("got %+v", p)
	}
	if !p.Calendar.HasTerms() || len(p.Staff) != 1 || len(p.Rooms) != 1 {
		t.Errorf("got %d staff, %d rooms", len(p.Staff), len(p.Rooms))
	}
	facts := p.Facts("2026-11-24")
	if !facts.FamilyStory || facts.ConcernOn != "2026-11-20" || facts.Room == nil || facts.RoomClash != "" || facts.EarlierMeeting {
		t.Errorf("got %+v", facts)
	}
}

func TestMeetingsThatComeTooNearAreSeen(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	room := must(t)(s.SaveRoom(ctx, model.Room{Name: "Rainbow room"})).New
	haddad := must(t)(s.SaveFamily(ctx, model.Family{Name: "Haddad"})).New
	at := func(family int64, start model.Moment, room int64) int64 {
		m := model.Meeting{FamilyID: family, Kind: model.CheckInMeeting, Start: start, Minutes: 45, RoomID: room}
		return must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: m})).New
	}
	id := at(o.family, "2026-11-26T09:00", room)
	at(haddad, "2026-11-26T10:00", room) // 15 minutes after the end: near enough to be free
	if p := prepOf(t, s, id); len(p.RoomClashes) != 0 || len(p.RoomThatDay) != 1 {
		t.Errorf("clashes %+v, that day %+v", p.RoomClashes, p.RoomThatDay)
	}
	at(haddad, "2026-11-26T09:59", room)
	gone := at(haddad, "2026-11-26T09:10", room)
	must(t)(s.CancelMeeting(ctx, gone, "they are ill"))
	at(haddad, "2026-11-27T09:00", room)
	at(haddad, "2026-11-26T09:30", 0)
	p := prepOf(t, s, id)
	if len(p.RoomClashes) != 1 || p.RoomClashes[0].Words() != "Haddad, 09:59 to 10:44" || len(p.MineThatDay) != 3 {
		t.Errorf("clashes %+v, of mine %+v", p.RoomClashes, p.MineThatDay)
	}
	facts := p.Facts("2026-11-24")
	if facts.RoomClash != "Haddad, 09:59 to 10:44" || facts.OwnClash != "Haddad, 09:30 to 10:15" {
		t.Errorf("room %q, own %q", facts.RoomClash, facts.OwnClash)
	}
}

func TestMeetingPrepsComeInTheOrderAskedForWithTheirOwnParts(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	plan := lunchtimes(t, s, o)
	first := must(t)(s.PlanMeeting(ctx, plan)).New
	plan.Agenda, plan.People, plan.Host = nil, nil, 0
	second := must(t)(s.PlanMeeting(ctx, plan)).New
	preps, err := s.MeetingPreps(ctx, []int64{second, 99, first})
	if err != nil || len(preps) != 2 || preps[0].Meeting.ID != second || preps[1].Meeting.ID != first {
		t.Fatalf("%d preparations, %v", len(preps), err)
	}
	if len(preps[0].Agenda) != 0 || len(preps[0].People) != 0 || len(preps[0].NotAsked) != 2 || len(preps[1].Agenda) != 2 || len(preps[1].NotAsked) != 0 {
		t.Errorf("got %+v", preps)
	}
	if none, err := s.MeetingPreps(ctx, nil); err != nil || len(none) != 0 {
		t.Errorf("%v, %v", none, err)
	}
	if _, err := s.MeetingPrep(ctx, 99); err == nil {
		t.Error("a meeting that is not there was prepared")
	}
}

func TestTheMeetingBeforeIsTheFamilysLastOneHeld(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	haddad := must(t)(s.SaveFamily(ctx, model.Family{Name: "Haddad"})).New
	at := func(family int64, start model.Moment) int64 {
		return must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.CheckInMeeting, Start: start}})).New
	}
	held := func(family int64, start model.Moment) int64 {
		id := at(family, start)
		must(t)(s.DrawLine(ctx, view.DrawnLine{MeetingID: id, Ended: start.Add(45), NoSummary: true, AskAgain: "2027-01-08"}))
		return id
	}
	held(o.family, "2026-10-01T09:00")
	last := held(o.family, "2026-11-02T09:00")
	held(haddad, "2026-11-10T09:00")
	at(o.family, "2026-11-12T09:00") // planned, and never held
	id := at(o.family, "2026-11-20T09:00")
	held(o.family, "2026-11-23T09:00")
	p := prepOf(t, s, id)
	if p.Before.ID != last || len(p.BeforeOwed) != 1 {
		t.Fatalf("before was %+v with %d promises", p.Before, len(p.BeforeOwed))
	}
	facts := p.Facts("2026-11-24")
	if !facts.EarlierMeeting || facts.PromisesOpen != 1 || facts.PromisesKept != 0 {
		t.Errorf("got %+v", facts)
	}
	must(t)(s.SettleFollowUp(ctx, p.BeforeOwed[0].ID, "", false))
	if facts := prepOf(t, s, id).Facts("2026-11-24"); facts.PromisesOpen != 0 || facts.PromisesKept != 1 {
		t.Errorf("after keeping it: %d open, %d kept", facts.PromisesOpen, facts.PromisesKept)
	}
}
