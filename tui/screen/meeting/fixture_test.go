package meeting_test

import (
	"context"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// school is a small school with a family: Chidi, his parents, an aunt, and a man about whom a court
// order stands.
type school struct {
	t      *testing.T
	d      *tuitest.Driver
	family int64
	chidi  int64
	lane   int64 // the link with the court order
}

func (s *school) must(c view.Change, err error) int64 {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
	return c.New
}

// at is a person in front of a window of that size, on the page of the Okafors.
func at(t *testing.T, width, height int) *school {
	t.Helper()
	s := &school{t: t, d: tuitest.New(t, tuitest.Options{Width: width, Height: height, Start: screen.Route{Kind: screen.Families}})}
	ctx, store := context.Background(), s.d.Store
	id := s.must(store.SaveSchool(ctx, model.School{Name: "Harbour Primary", Kind: model.Maintained}))
	s.must(store.SaveTerms(ctx, id, "2026/27", []model.Term{
		{Year: "2026/27", Name: model.Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"},
	}))
	s.must(store.SaveMe(ctx, "Ms Reed", model.SENCO))
	for _, one := range []model.Staff{{Name: "Mr Shah", Role: model.FLO}, {Name: "Mrs Bell", Role: model.TA}, {Name: "Dr Ito", Role: model.DSL}, {Name: "Mr Doyle", Role: model.Head}} {
		one.SchoolID = id
		s.must(store.SaveStaff(ctx, one))
	}
	s.must(store.SaveRoom(ctx, model.Room{SchoolID: id, Name: "Rainbow room", Neutral: true, Private: true, Welcoming: true, StepFree: true}))
	s.must(store.SaveRoom(ctx, model.Room{SchoolID: id, Name: "Head's office", Private: true, WhoseRoom: "Mr Doyle"}))
	s.addOkafors(id)
	s.d.Press("7", "2")
	return s
}

func (s *school) addOkafors(school int64) {
	ctx, store := context.Background(), s.d.Store
	s.family = s.must(store.SaveFamily(ctx, model.Family{Name: "Okafor"}))
	s.chidi = s.must(store.SavePupil(ctx, model.Pupil{FamilyID: s.family, SchoolID: school, Forename: "Chidi", Surname: "Okafor", Year: "4", Class: "4B",
		SEN: model.SENSupport, Strengths: "Kind to the little ones", Interests: "trains"}))
	link := func(r model.Relationship, priority int) model.Link {
		return model.Link{PupilID: s.chidi, Relation: r, Priority: priority}
	}
	mother := link(model.Mother, 1)
	mother.ParentalResponsibility = model.Yes
	s.must(store.AddAdult(ctx, model.Adult{Title: "Mrs", Forename: "Ngozi", Surname: "Okafor", Channel: model.ByPhone, Times: "not before 14:00: she works nights"}, s.family, mother))
	s.must(store.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Emeka", Surname: "Okafor", Channel: model.ByLetter}, s.family, link(model.Father, 2)))
	s.must(store.AddAdult(ctx, model.Adult{AddressAs: "Auntie Grace", Forename: "Grace", Surname: "Eze"}, s.family, link(model.Aunt, 3)))
	walled := link(model.Stepfather, 4)
	walled.LivesWith, walled.CourtOrder, walled.OrderText, walled.OrderDate = model.Yes, true, "no contact with Chidi", "2026-03-02"
	s.must(store.AddAdult(ctx, model.Adult{Title: "Mr", Forename: "Saul", Surname: "Lane"}, s.family, walled))
	s.must(store.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: s.family, At: "2026-11-19T15:10", Channel: model.ByGate, Dir: model.BothWays,
		Kind: model.GoodNews, Note: "The reading certificate.", Pupils: []int64{s.chidi}}}))
}

// planned is the preparation of an honest conversation that was planned from the family's list.
func (s *school) planned() *tuitest.Driver {
	d := s.d
	d.Press("m").See("A new meeting: Okafor", "Chidi")
	d.Press("tab", "tab").Type("How can Chidi's lunchtimes be calm again?")
	d.Press("tab", "down", "enter")
	return d.Press("ctrl+s")
}

// prep is the meeting as it is kept.
func (s *school) prep() view.MeetingPrep {
	s.t.Helper()
	list, err := s.d.Store.MeetingList(context.Background(), view.MeetingFilter{}, 10, 0)
	if err != nil || len(list.Rows) == 0 {
		s.t.Fatalf("no meeting is kept: %v", err)
	}
	p, err := s.d.Store.MeetingPrep(context.Background(), list.Rows[0].ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return p
}
