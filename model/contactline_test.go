package model

import "testing"

func TestWhoIsLeftOutOfWhatLeaves(t *testing.T) {
	child := Pupil{ID: 1, Forename: "Chidi", Roll: OnRoll}
	for _, test := range []struct {
		name string
		line ContactLine
		want WhyOut
		mark string
	}{
		{"a mother", ContactLine{Pupil: child, Adult: Adult{ID: 2, InTouch: InTouchYes}}, "", ""},
		{"one of whom nothing is said", ContactLine{Pupil: child, Adult: Adult{ID: 2}}, "", ""},
		{"behind an order", ContactLine{Pupil: child, Adult: Adult{ID: 2}, Link: Link{CourtOrder: true}}, BehindAnOrder, "court order: read it first"},
		{"an order outweighs death", ContactLine{Pupil: child, Adult: Adult{ID: 2, InTouch: AdultDied}, Link: Link{CourtOrder: true}}, BehindAnOrder, "court order: read it first"},
		{"may not be contacted", ContactLine{Pupil: child, Adult: Adult{ID: 2}, Link: Link{MayBeContacted: No}}, MayNotBeReached, "not to be contacted"},
		{"may be contacted not known", ContactLine{Pupil: child, Adult: Adult{ID: 2}, Link: Link{MayBeContacted: ""}}, "", ""},
		{"died", ContactLine{Pupil: child, Adult: Adult{ID: 2, InTouch: AdultDied}}, AdultHasDied, "died"},
		{"asked not to be", ContactLine{Pupil: child, Adult: Adult{ID: 2, InTouch: AskedNotTo}}, AskedForNone, "asked not to be contacted"},
		{"not now", ContactLine{Pupil: child, Adult: Adult{ID: 2, InTouch: NotNow}}, NotInTouchNow, "not in touch just now"},
		{"of a child who left", ContactLine{Pupil: Pupil{ID: 1, Roll: Left}, Adult: Adult{ID: 2}}, ChildHasLeft, "the child has left"},
		{"linked to nobody", ContactLine{Adult: Adult{ID: 2}}, LinkedToNoChild, "linked to no child"},
	} {
		if got := test.line.WhyOut(); got != test.want {
			t.Errorf("%s: %q, not %q", test.name, got, test.want)
		}
		if got := test.line.Mark(); got != test.mark {
			t.Errorf("%s is marked %q, not %q", test.name, got, test.mark)
		}
	}
}

// An order about one child leaves the adult a contact of the other; who died or was moved out of sight is
// on no list.
func TestLinesHangOnLinks(t *testing.T) {
	pupils := []Pupil{{ID: 1, Forename: "Chidi", Roll: OnRoll}, {ID: 2, Forename: "Ada", Roll: OnRoll}, {ID: 3, Roll: Died}, {ID: 4, Roll: OnRoll, Removed: true}}
	adults := []Adult{{ID: 10, Forename: "Ngozi"}, {ID: 11, Forename: "Emeka"}, {ID: 12, Forename: "Grace"}, {ID: 13, Removed: true}}
	links := []Link{
		{ID: 1, PupilID: 1, AdultID: 11, Priority: 2, CourtOrder: true}, {ID: 2, PupilID: 1, AdultID: 10, Priority: 1},
		{ID: 3, PupilID: 2, AdultID: 11}, {ID: 4, PupilID: 3, AdultID: 10}, {ID: 5, PupilID: 4, AdultID: 10}, {ID: 6, PupilID: 2, AdultID: 13},
	}
	var got string
	for _, l := range ContactLines("Okafor", pupils, adults, links, []int64{10, 12}) {
		got += l.Pupil.Forename + "-" + l.Adult.Forename + "(" + string(l.WhyOut()) + ") "
	}
	if want := "Chidi-Ngozi() Chidi-Emeka(behind a court order) Ada-Emeka() -Grace(linked to no child) "; got != want {
		t.Errorf("the lines are %q, not %q", got, want)
	}
}

func TestACardSaysWhoseAdultItIsByInitials(t *testing.T) {
	lines := []ContactLine{
		{Pupil: Pupil{ID: 1, Forename: "Chidi", Surname: "Okafor", Class: "4B"}, Link: Link{Relation: FosterCarer}},
		{Pupil: Pupil{ID: 2, Forename: "Ada", Surname: "Okafor", Year: "1"}},
	}
	if got := (ContactCard{Lines: lines}).Note(); got != "C.O. 4B, A.O. Y1" {
		t.Errorf("the note is %q", got)
	}
	if got := (ContactCard{Lines: lines, Names: true}).Note(); got != "foster carer of Chidi (4B), Ada (Y1)" {
		t.Errorf("the note with names is %q", got)
	}
}
