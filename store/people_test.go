package store

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"

	"github.com/google/go-cmp/cmp"
)

func TestAPersonComesBackAsTheyWereKept(t *testing.T) {
	s := openNew(t)
	family := model.Family{Name: "Okafor", NameByHand: true, Notes: "likes\ntea", CheckinEvery: 5, GoodNewsEvery: 10, Since: "2026-09-03"}
	family.ID = must(t)(s.SaveFamily(ctx, family)).New
	pupil := model.Pupil{FamilyID: family.ID, Forename: "Adaeze", Surname: "Okafor", KnownAs: "Ada", LegalForename: "Adaeze Grace", LegalSurname: "Okafor-Lane",
		Born: "2021-05-06", UPN: "G999999900001", OfficeID: "17", Year: "1", Class: "1A", SEN: model.SENSupport, PrimaryNeed: "SLCN", FurtherNeeds: "SEMH HI", Language: "Igbo",
		Address: "4 Mill Road", Postcode: "ZZ1 4DP", Phones: []model.Phone{{Type: model.PhoneMobile, Number: "07700 900111"}}, PlanMade: "2026-01-09",
		LastReview: "2026-02-09", ReviewBy: "2027-01-09", AttendanceNote: "late on Mondays", Strengths: "drawing", Interests: "trains", HopesFamily: "friends",
		HopesSchool: "speaking", NamedAdult: "Ms Reed", Roll: model.Left, LeftOn: "2026-11-20"}
	pupil.ID = must(t)(s.SavePupil(ctx, pupil)).New
	adult := model.Adult{OfficeID: "4", Title: "Mrs", Forename: "Ngozi", Surname: "Okafor", KnownAs: "Ngo", AddressAs: "Mrs O", Address: "4 Mill Road", Postcode: "ZZ1 4DP",
		Phones:   []model.Phone{{Type: model.PhoneWork, Number: "020 7946 0123", Ext: "12", Note: "after 3pm", FromOffice: true}, {Type: model.PhoneMobile, Number: "07700 900123"}},
		Emails:   []model.Email{{Address: "ngozi@example.org", FromOffice: true}},
		Language: "Igbo", Channel: model.ByText, Times: "after 14:00", LeaveMessage: model.Yes, Interpreter: model.No, Access: "no steps",
		InTouch: model.NotNow, InTouchSince: "2026-11-02", InTouchBy: "herself", Notes: "works nights"}
	adult.ID = must(t)(s.SaveAdult(ctx, adult)).New
	link := model.Link{PupilID: pupil.ID, AdultID: adult.ID, Relation: model.Mother, RelationText: "Mum", ParentalResponsibility: model.Yes, Priority: 1, LivesWith: model.Yes,
		GetsCopies: model.No, MayBeContacted: model.Yes, CourtOrder: true, OrderText: "may not collect", OrderDate: "2026-01-01", OrderUntil: "2027-01-01", OrderFromOffice: true}
	link.ID = must(t)(s.SaveLink(ctx, link)).New
	household := model.Household{FamilyID: family.ID, Name: "Mill Road", ByHand: true, Adults: []int64{adult.ID}, Pupils: []int64{pupil.ID}}
	household.ID = must(t)(s.SaveHousehold(ctx, household)).New

	gotFamily, err := s.Family(ctx, family.ID)
	gotPupils, err2 := s.FamilyPupils(ctx, family.ID)
	gotAdults, err3 := s.FamilyAdults(ctx, family.ID)
	gotLinks, err4 := s.FamilyLinks(ctx, family.ID)
	gotHouseholds, err5 := s.Households(ctx, family.ID)
	for _, err := range []error{err, err2, err3, err4, err5} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(gotFamily.UID) != 36 || len(gotPupils) != 1 || len(gotPupils[0].UID) != 36 || len(gotAdults) != 1 || len(gotAdults[0].UID) != 36 {
		t.Fatalf("somebody has no uid: %+v %+v %+v", gotFamily, gotPupils, gotAdults)
	}
	family.UID, pupil.UID, adult.UID = gotFamily.UID, gotPupils[0].UID, gotAdults[0].UID
	for _, c := range [][2]any{{family, gotFamily}, {pupil, gotPupils[0]}, {adult, gotAdults[0]}, {[]model.Link{link}, gotLinks}, {[]model.Household{household}, gotHouseholds}} {
		if diff := cmp.Diff(c[0], c[1]); diff != "" {
			t.Error(diff)
		}
	}
}

func TestPhonesAreChangedOnlyWhereTheyDiffer(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	a, err := s.Adult(ctx, o.ngozi)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		phones []string
		lines  int
	}{
		{[]string{"07700 900123", "07700 900456"}, 1},
		{[]string{"07700 900123", "07700 900999"}, 1},
		{[]string{"07700 900123"}, 1},
		{[]string{"07700 900123", ""}, 0},
		{nil, 1},
	} {
		a.Phones = nil
		for _, number := range c.phones {
			a.Phones = append(a.Phones, model.Phone{Type: model.PhoneMobile, Number: number})
		}
		change := must(t)(s.SaveAdult(ctx, a))
		var lines int
		if err := s.writer.QueryRow("SELECT count(*) FROM change_log WHERE step_id = ?", change.Step).Scan(&lines); err != nil || lines != c.lines {
			t.Errorf("%v: %d lines were logged, want %d (%v)", c.phones, lines, c.lines, err)
		}
		if lines > 0 && !(change.TouchesOne(view.Adult, o.ngozi) && change.TouchesOne(view.Family, o.family)) {
			t.Errorf("%v: the change is %+v", c.phones, change)
		}
		if count, err := s.FamilyCount(ctx, "900999", view.ByName); err != nil || (count.Fit == 1) != slices.Contains(c.phones, "07700 900999") {
			t.Errorf("%v: the filter finds %+v, %v", c.phones, count, err)
		}
	}
}

func TestAChangedSENStatusStandsInTheHistory(t *testing.T) {
	now := testNow
	s := openAt(t, filepath.Join(t.TempDir(), "caseload.kettle"), func(o *Options) { o.Now = func() time.Time { return now } })
	o := addOkafors(t, s)
	p, err := s.Pupil(ctx, o.chidi)
	if err != nil {
		t.Fatal(err)
	}
	change := func(days int, status model.SENStatus) {
		now, p.SEN = now.AddDate(0, 0, days), status
		must(t)(s.SavePupil(ctx, p))
	}
	change(7, model.NoSEN)
	change(0, model.EHCP) // put right on the same day
	change(1, model.EHCP)
	change(1, model.SENNotKnown)
	got, err := s.SENHistory(ctx, o.chidi)
	want := []model.SENChange{{From: "2026-12-03", Status: ""}, {From: "2026-12-01", Status: "E"}, {From: "2026-11-24", Status: "K"}}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("the history is %v, want %v (%v)", got, want, err)
	}
	if got, err := s.SENHistory(ctx, o.ada); err != nil || len(got) != 0 {
		t.Errorf("a child whose status is not known has the history %v (%v)", got, err)
	}
}

func TestThereIsOneLinkBetweenTwoPeople(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	links, err := s.FamilyLinks(ctx, o.family)
	if err != nil || len(links) != 3 {
		t.Fatalf("%+v, %v", links, err)
	}
	must(t)(s.RemoveLink(ctx, links[0].ID))
	c := must(t)(s.SaveLink(ctx, model.Link{PupilID: links[0].PupilID, AdultID: links[0].AdultID, Relation: model.Carer}))
	after, err := s.FamilyLinks(ctx, o.family)
	if err != nil || len(after) != 3 || c.Title != "linked Mrs Okafor to Chidi" {
		t.Errorf("after %q the links are %+v, %v", c.Title, after, err)
	}
}

func TestWhatCannotBeIsRefusedInASentence(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	before := contentOf(t, s)
	for name, write := range map[string]func() (view.Change, error){
		"a family without a name":  func() (view.Change, error) { return s.SaveFamily(ctx, model.Family{Name: "  "}) },
		"a child without a name":   func() (view.Change, error) { return s.SavePupil(ctx, model.Pupil{FamilyID: o.family}) },
		"a child without a family": func() (view.Change, error) { return s.SavePupil(ctx, model.Pupil{Forename: "Ada"}) },
		"a year there is not": func() (view.Change, error) {
			return s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: "A", Year: "7a"})
		},
		"a day there is not": func() (view.Change, error) {
			return s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: "A", Born: "2026-02-30"})
		},
		"a kind of phone": func() (view.Change, error) {
			return s.SaveAdult(ctx, model.Adult{Surname: "A", Phones: []model.Phone{{Type: "fax", Number: "1"}}})
		},
		"a way to be reached": func() (view.Change, error) { return s.SaveAdult(ctx, model.Adult{Surname: "A", Channel: "pigeon"}) },
		"a relationship": func() (view.Change, error) {
			return s.SaveLink(ctx, model.Link{PupilID: o.ada, AdultID: o.emeka, Relation: "boss"})
		},
		"a link to nobody":           func() (view.Change, error) { return s.SaveLink(ctx, model.Link{PupilID: o.ada}) },
		"a household without a name": func() (view.Change, error) { return s.SaveHousehold(ctx, model.Household{FamilyID: o.family}) },
		"an entry of no kind": func() (view.Change, error) {
			return s.SaveFamilyEntry(ctx, model.FamilyEntry{FamilyID: o.family, Text: "x"})
		},
		"an entry without text": func() (view.Change, error) {
			return s.SaveFamilyEntry(ctx, model.FamilyEntry{FamilyID: o.family, Kind: model.WhatHelps})
		},
		"an eighth welcome point":    func() (view.Change, error) { return s.SayWelcomePoint(ctx, o.family, 7, "2026-11-24") },
		"a family that is not there": func() (view.Change, error) { return s.SaveFamily(ctx, model.Family{ID: 999, Name: "Nobody"}) },
		"a child that is not there": func() (view.Change, error) {
			return s.SavePupil(ctx, model.Pupil{ID: 999, FamilyID: o.family, Forename: "A"})
		},
		"removing nobody": func() (view.Change, error) { return s.RemoveAdult(ctx, 999) },
		"a NUL in a text": func() (view.Change, error) { return s.SaveFamily(ctx, model.Family{Name: "Oka\x00for"}) },
	} {
		if c, err := write(); !isProblem(err, "") || c.Step != 0 {
			t.Errorf("%s: answered %+v, %v", name, c, err)
		}
	}
	if diff := differences(before, contentOf(t, s)); diff != "" {
		t.Error("something was kept:", diff)
	}
}

// practice 8
func TestWelcomePointsAreTickedOnTheDayTheyWereSaid(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SayWelcomePoint(ctx, o.family, 1, "2026-11-20"))
	must(t)(s.SayWelcomePoint(ctx, o.family, 6, "2026-11-23"))
	must(t)(s.SayWelcomePoint(ctx, o.family, 1, "2026-11-24"))
	must(t)(s.SayWelcomePoint(ctx, o.family, 6, ""))
	got, err := s.WelcomePoints(ctx, o.family)
	if want := []model.Date{"", "2026-11-24", "", "", "", "", ""}; err != nil || !slices.Equal(got, want) {
		t.Errorf("said on %q, want %q (%v)", got, want, err)
	}
}

func TestTextLosesWhatATerminalWouldObey(t *testing.T) {
	s := openNew(t)
	c := must(t)(s.SaveFamily(ctx, model.Family{Name: "\x1b[31mOka\u202efor\x1b]0;title\x07", Notes: "one\r\ntwo \xff"}))
	f, err := s.Family(ctx, c.New)
	if err != nil || f.Name != "Okafor" || f.Notes != "one\ntwo \uFFFD" {
		t.Errorf("kept %q and %q (%v)", f.Name, f.Notes, err)
	}
}

func TestManyThingsAreOneStepTogetherOrNone(t *testing.T) {
	s := openNew(t)
	start := contentOf(t, s)
	fill := func(b *Batch) error {
		f := model.Family{Name: "Petrov"}
		if err := b.Family(&f); err != nil {
			return err
		}
		p := model.Pupil{FamilyID: f.ID, Forename: "Ivo"}
		if err := b.Pupil(&p); err != nil {
			return err
		}
		a := model.Adult{Surname: "Petrov"}
		if err := b.Adult(&a); err != nil {
			return err
		}
		return b.Link(&model.Link{PupilID: p.ID, AdultID: a.ID})
	}
	_, err := s.Together(ctx, "imported", func(b *Batch) error {
		if err := fill(b); err != nil {
			return err
		}
		return b.Family(&model.Family{})
	})
	if !isProblem(err, "no name") || differences(start, contentOf(t, s)) != "" {
		t.Errorf("answered %v and left %s", err, differences(start, contentOf(t, s)))
	}
	c := must(t)(s.Together(ctx, "imported", fill))
	if !c.Touches(view.Family) || !c.Touches(view.Pupil) || !c.Touches(view.Adult) {
		t.Errorf("answered %+v", c)
	}
	must(t)(s.Undo(ctx))
	if diff := differences(start, contentOf(t, s)); diff != "" {
		t.Error("one undo did not take it back:", diff)
	}
}

func TestTwoWindowsSeeEachOthersChanges(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	mine, theirs := openAt(t, path), openAt(t, path)
	version := func(s *Store) int64 {
		v, err := s.DataVersion(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	myVersion, theirVersion := version(mine), version(theirs)
	o := addOkafors(t, mine)
	if version(mine) != myVersion {
		t.Error("a window takes its own writes for another's")
	}
	if version(theirs) == theirVersion {
		t.Error("another window does not notice the change")
	}
	if f, err := theirs.Family(ctx, o.family); err != nil || f.Name != "Okafor" {
		t.Errorf("another window reads %+v, %v", f, err)
	}
}
