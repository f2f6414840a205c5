package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func okaforProposal() ProposalFacts {
	return ProposalFacts{Circle: okaforCircle(), Kind: HonestConversation, Staff: okaforStaff(), TeacherID: shahID, Today: okaforToday}
}

func namesOfProposed(people []Proposed) []string {
	names := []string{}
	for _, p := range people {
		names = append(names, p.Person.Name)
	}
	return names
}

func TestWhoIsProposedFromTheFamily(t *testing.T) {
	for _, tc := range []struct {
		name       string
		change     func(*ProposalFacts)
		family     []string
		companions []string
		apart      []string
	}{
		{"practice 27: both parents, the aunt as companion", func(*ProposalFacts) {},
			[]string{"Mrs Okafor", "Mr Okafor"}, []string{"Auntie Grace"}, nil},
		{"a court order", func(f *ProposalFacts) { f.Links[1].CourtOrder, f.Links[1].OrderText = true, "no contact" },
			[]string{"Mrs Okafor"}, []string{"Auntie Grace"}, []string{"Mr Okafor: no contact"}},
		{"an order from the office's file", func(f *ProposalFacts) { f.Links[1].CourtOrder, f.Links[1].OrderFromOffice = true, true },
			[]string{"Mrs Okafor"}, []string{"Auntie Grace"}, []string{"Mr Okafor: from the office's file: ask to see it"}},
		{"may not be contacted", func(f *ProposalFacts) { f.Links[2].MayBeContacted = No },
			[]string{"Mrs Okafor", "Mr Okafor"}, []string{}, []string{"Auntie Grace: not to be contacted"}},
		{"not in touch is on no list", func(f *ProposalFacts) { f.Adults[1].InTouch = NotNow },
			[]string{"Mrs Okafor"}, []string{"Auntie Grace"}, nil},
		{"in the family, but not linked to this child", func(f *ProposalFacts) { f.Links[1].PupilID = adaID },
			[]string{"Mrs Okafor"}, []string{"Auntie Grace"}, nil},
	} {
		f := okaforProposal()
		tc.change(&f)
		p := Propose(f)
		var apart []string
		for _, a := range p.Apart {
			apart = append(apart, a.Adult.Formal()+": "+a.Why)
		}
		if got := namesOfProposed(p.Family); !slices.Equal(got, tc.family) {
			t.Errorf("%s: family %q, want %q", tc.name, got, tc.family)
		}
		if got := namesOfProposed(p.Companions); !slices.Equal(got, tc.companions) {
			t.Errorf("%s: companions %q, want %q", tc.name, got, tc.companions)
		}
		if !slices.Equal(apart, tc.apart) {
			t.Errorf("%s: apart %q, want %q", tc.name, apart, tc.apart)
		}
	}
}

func TestAParentIsProposedWithWhatTheyAreToTheChild(t *testing.T) {
	f := okaforProposal()
	f.Pupils = append(f.Pupils, Pupil{ID: adaID, Forename: "Ada"})
	f.Links = append(f.Links, Link{ID: 9, PupilID: adaID, AdultID: ngoziID, Relation: Mother})
	p := Propose(f)
	if got := p.Family[0].Why; got != "mother of Chidi and Ada" {
		t.Errorf("she is proposed as %q", got)
	}
	if got := p.Family[1]; got.Why != "father of Chidi" || got.Ask == "" {
		t.Errorf("he is proposed as %q, asking %q; want a question about parental responsibility", got.Why, got.Ask)
	}
}

// practices 25, 26 and 29
func TestWhoIsProposedFromSchool(t *testing.T) {
	for _, tc := range []struct {
		name    string
		change  func(*ProposalFacts)
		school  []string
		standby []string
	}{
		{"an honest conversation", func(*ProposalFacts) {}, []string{"Ms Reed", "Mrs Bell", "Mr Shah"}, []string{}},
		{"the teacher is not known", func(f *ProposalFacts) { f.TeacherID = 0 }, []string{"Ms Reed", "Mrs Bell"}, []string{}},
		{"a check-in is the user's own", func(f *ProposalFacts) { f.Kind = CheckInMeeting }, []string{"Ms Reed"}, []string{}},
		{"nobody meets abuse alone", func(f *ProposalFacts) { f.Kind, f.AbuseBefore = CheckInMeeting, true }, []string{"Ms Reed", "Mrs Bell"}, []string{}},
		{"an informal complaint", func(f *ProposalFacts) { f.Kind = InformalComplaint }, []string{"Ms Reed", "Mrs Bell"}, []string{}},
		{"the user is the liaison officer", func(f *ProposalFacts) { f.Staff[0].Role = FLO }, []string{"Ms Reed", "Mr Shah"}, []string{}},
		{"the liaison officer has left", func(f *ProposalFacts) { f.Staff[2].Inactive = true }, []string{"Ms Reed", "Mr Shah"}, []string{}},
		{"it may become heated", func(f *ProposalFacts) { f.Mood = MayGetHeated }, []string{"Ms Reed", "Mrs Bell", "Mr Shah"}, []string{"Mr Doyle"}},
		{"a return from suspension", func(f *ProposalFacts) { f.Kind = ReturnFromSuspension }, []string{"Ms Reed", "Mrs Bell", "Mr Doyle"}, []string{}},
	} {
		f := okaforProposal()
		tc.change(&f)
		p := Propose(f)
		if got := namesOfProposed(p.School); !slices.Equal(got, tc.school) {
			t.Errorf("%s: school %q, want %q", tc.name, got, tc.school)
		}
		if got := namesOfProposed(p.Standby); !slices.Equal(got, tc.standby) {
			t.Errorf("%s: standby %q, want %q", tc.name, got, tc.standby)
		}
		for _, s := range p.School {
			if s.Person.Reason == "" {
				t.Errorf("%s: %s is proposed without a reason", tc.name, s.Person.Name)
			}
		}
	}
}

func TestMoreFromSchoolThanFromTheFamilyIsAskedAbout(t *testing.T) {
	school := Propose(okaforProposal()).School
	if school[0].Ask != "" || school[1].Ask != "" || school[2].Ask == "" {
		t.Errorf("questions %q, %q, %q: want one about the third only", school[0].Ask, school[1].Ask, school[2].Ask)
	}
}

func TestTheChildIsAskedToItsReview(t *testing.T) {
	f := okaforProposal()
	if got := Propose(f).Children; len(got) != 0 {
		t.Errorf("an honest conversation proposes %q", namesOfProposed(got))
	}
	f.Kind = TermlyReview
	if got := namesOfProposed(Propose(f).Children); !slices.Equal(got, []string{"Chidi"}) {
		t.Errorf("a review proposes %q, want Chidi", got)
	}
}

func TestNobodyBehindTheWallIsEverProposed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := okaforProposal()
		f.Pupils = append(f.Pupils, Pupil{ID: adaID, Forename: "Ada"})
		f.Links = nil
		for id := range int64(rapid.IntRange(0, 9).Draw(t, "links")) {
			f.Links = append(f.Links, Link{
				ID: id + 1, PupilID: rapid.SampledFrom([]int64{chidiID, adaID}).Draw(t, "pupil"),
				AdultID:    rapid.SampledFrom([]int64{ngoziID, emekaID, graceID}).Draw(t, "adult"),
				Relation:   rapid.SampledFrom(Relationships).Draw(t, "relation"),
				CourtOrder: rapid.IntRange(0, 3).Draw(t, "order") == 0, MayBeContacted: rapid.SampledFrom(YesNos).Draw(t, "contact"),
			})
		}
		for i := range f.Adults {
			f.Adults[i].InTouch = rapid.SampledFrom(InTouches).Draw(t, "touch")
		}
		p := Propose(f)
		for _, x := range append(p.Family, p.Companions...) {
			a, _ := f.adult(x.Person.AdultID)
			if !a.InTouch.Reachable() || slices.ContainsFunc(f.Links, func(l Link) bool { return l.AdultID == a.ID && l.Walled() }) {
				t.Fatalf("%s is proposed", x.Person.Name)
			}
		}
	})
}

// Whatever the family is like: who is proposed has a link to a pupil of this meeting, and no wall.
func TestNobodyIsProposedWithoutALinkToTheMeetingsPupils(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := okaforProposal()
		all := []Pupil{{ID: chidiID, Forename: "Chidi"}, {ID: adaID, Forename: "Ada"}, {ID: 90, Forename: "Zoë"}}
		f.Pupils = all[:rapid.IntRange(0, len(all)).Draw(t, "pupils")]
		f.Kind = rapid.SampledFrom(MeetingKinds).Draw(t, "kind")
		f.Mood, f.AbuseBefore = rapid.SampledFrom(Moods).Draw(t, "mood"), rapid.Bool().Draw(t, "abuse")
		f.Links = nil
		for id := range int64(rapid.IntRange(0, 9).Draw(t, "links")) {
			f.Links = append(f.Links, Link{
				ID: id + 1, PupilID: rapid.SampledFrom(all).Draw(t, "pupil").ID,
				AdultID:    rapid.SampledFrom([]int64{ngoziID, emekaID, graceID}).Draw(t, "adult"),
				Relation:   rapid.SampledFrom(Relationships).Draw(t, "relation"),
				CourtOrder: rapid.IntRange(0, 3).Draw(t, "order") == 0, Removed: rapid.IntRange(0, 3).Draw(t, "removed") == 0,
				MayBeContacted: rapid.SampledFrom(YesNos).Draw(t, "contact"),
			})
		}
		p := Propose(f)
		for _, x := range slices.Concat(p.Family, p.Companions, p.Children, p.School, p.Standby) {
			if x.Person.AdultID == 0 {
				continue
			}
			own := slices.DeleteFunc(slices.Clone(f.Links), func(l Link) bool {
				return l.AdultID != x.Person.AdultID || l.Removed || !slices.ContainsFunc(f.Pupils, func(p Pupil) bool { return p.ID == l.PupilID })
			})
			if len(own) == 0 || slices.ContainsFunc(own, Link.Walled) {
				t.Fatalf("%s is proposed with the links %+v", x.Person.Name, own)
			}
		}
	})
}

// The class teacher is found by the classes they have, by the class in their name or hours, or because there is only one.
func TestWhoTheClassTeacherIs(t *testing.T) {
	chidi := []Pupil{{ID: chidiID, SchoolID: 1, Class: "4B"}}
	shah := Staff{ID: shahID, Name: "Mr Shah", Role: ClassTeacher}
	bell := Staff{ID: bellID, Name: "Mrs Bell", Role: ClassTeacher, Availability: "teaches 4B, not Wednesdays"}
	has := func(s Staff, classes string) Staff { s.Classes = classes; return s }
	left := shah
	left.Inactive = true
	for _, tc := range []struct {
		name  string
		staff []Staff
		want  int64
	}{
		{"the only one", []Staff{shah, {ID: itoID, Role: TA}}, shahID},
		{"named with the class", []Staff{shah, bell}, bellID},
		{"two, and neither is named", []Staff{shah, {ID: bellID, Role: ClassTeacher, Availability: "4A"}}, 0},
		{"one of two has left", []Staff{left, {ID: bellID, Role: ClassTeacher}}, bellID},
		{"none", nil, 0},
		{"who has the class", []Staff{shah, has(Staff{ID: itoID, Role: ClassTeacher}, "4A, 4b")}, itoID},
		{"who has it before who is named with it", []Staff{bell, has(shah, "3A; 4B")}, shahID},
		{"among classes with names", []Staff{has(shah, "Oak 4B, Elm 5A"), {ID: bellID, Role: ClassTeacher}}, shahID},
		{"two, who have other classes", []Staff{has(shah, "4A"), has(bell, "14B")}, bellID}, // the hours name it still
		{"a colleague has it", []Staff{has(Staff{ID: itoID, Role: HeadOfYear}, "4B"), shah}, itoID},
		{"a teaching assistant only helps there", []Staff{has(Staff{ID: itoID, Role: TA}, "4B"), shah}, shahID},
		{"who has it at the other school", []Staff{has(Staff{ID: itoID, SchoolID: 2, Role: ClassTeacher}, "4B"), has(Staff{ID: shahID, SchoolID: 1, Role: ClassTeacher}, "4B")}, shahID},
		{"who had it has left", []Staff{has(left, "4B"), {ID: bellID, Role: ClassTeacher}}, bellID},
	} {
		if got := TeacherOf(chidi, tc.staff); got != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
		}
	}
}
