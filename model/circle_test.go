package model

import (
	"slices"
	"testing"
)

func idsOfAdults(adults []Adult) []int64 {
	var ids []int64
	for _, a := range adults {
		ids = append(ids, a.ID)
	}
	return ids
}

// practices 15 and 27
func TestEachParentIsAskedInTheirOwnRight(t *testing.T) {
	for _, tc := range []struct {
		name            string
		change          func(*Circle)
		parents, others []int64
	}{
		{"both parents, the aunt beside them", func(*Circle) {}, []int64{ngoziID, emekaID}, []int64{graceID}},
		{"in contact order", func(c *Circle) { c.Links[0].Priority = 3 }, []int64{emekaID, ngoziID}, []int64{graceID}},
		{"no priority comes last", func(c *Circle) { c.Links[0].Priority = 0 }, []int64{emekaID, ngoziID}, []int64{graceID}},
		{"an aunt with parental responsibility", func(c *Circle) { c.Links[2].ParentalResponsibility = Yes }, []int64{ngoziID, emekaID, graceID}, nil},
		{"who has died", func(c *Circle) { c.Adults[1].InTouch = AdultDied }, []int64{ngoziID}, []int64{graceID}},
		{"who was removed", func(c *Circle) { c.Adults[1].Removed = true }, []int64{ngoziID}, []int64{graceID}},
		{"a link that was removed", func(c *Circle) { c.Links[1].Removed = true }, []int64{ngoziID}, []int64{graceID}},
		{"a court order", func(c *Circle) { c.Links[1].CourtOrder = true }, []int64{ngoziID}, []int64{graceID}},
		{"not to be contacted", func(c *Circle) { c.Links[2].MayBeContacted = No }, []int64{ngoziID, emekaID}, nil},
		{"in the family, but linked to another child", func(c *Circle) { c.Links[1].PupilID = adaID }, []int64{ngoziID}, []int64{graceID}},
		{"an order about one of two children is enough", func(c *Circle) {
			c.Pupils = append(c.Pupils, Pupil{ID: adaID, Forename: "Ada"})
			c.Links = append(c.Links, Link{ID: 9, PupilID: adaID, AdultID: emekaID, Relation: Father, CourtOrder: true})
		}, []int64{ngoziID}, []int64{graceID}},
	} {
		c := okaforCircle()
		tc.change(&c)
		if got := idsOfAdults(c.Parents()); !slices.Equal(got, tc.parents) {
			t.Errorf("%s: parents %v, want %v", tc.name, got, tc.parents)
		}
		if got := idsOfAdults(c.Others()); !slices.Equal(got, tc.others) {
			t.Errorf("%s: others %v, want %v", tc.name, got, tc.others)
		}
	}
}

func TestTheWallOpensOnlyByReadingTheOrder(t *testing.T) {
	allows := OrderAnswer{MeetingID: 5, LinkID: 2, CheckedBy: "Ms Reed", Answer: OrderAllows + ": contact at school"}
	for _, tc := range []struct {
		name   string
		answer OrderAnswer
		opens  bool
	}{
		{"read and allowed", allows, true},
		{"nobody checked", OrderAnswer{MeetingID: 5, LinkID: 2, Answer: OrderAllows}, false},
		{"another answer", OrderAnswer{MeetingID: 5, LinkID: 2, CheckedBy: "Ms Reed", Answer: "not sure"}, false},
		{"another link", OrderAnswer{MeetingID: 5, LinkID: 1, CheckedBy: "Ms Reed", Answer: OrderAllows}, false},
		{"another meeting", OrderAnswer{MeetingID: 4, LinkID: 2, CheckedBy: "Ms Reed", Answer: OrderAllows}, false},
		{"a letter of no meeting", OrderAnswer{LetterID: 7, LinkID: 2, CheckedBy: "Ms Reed", Answer: OrderAllows}, false},
	} {
		c := okaforCircle()
		c.Links[1].CourtOrder, c.Links[1].OrderText = true, "no contact"
		c.OrderAnswers = []OrderAnswer{tc.answer}
		c = c.answeredFor(5, 0)
		open := slices.Contains(idsOfAdults(c.Parents()), emekaID)
		if open != tc.opens || (len(c.Walled()) == 0) != tc.opens {
			t.Errorf("%s: the wall is open: %v, want %v", tc.name, open, tc.opens)
		}
	}
}

func TestAnOrderIsReadBeforeAnyoneIsInvited(t *testing.T) {
	stays := MeetingPerson{Side: FamilySide, AdultID: emekaID, WhyNot: "the order says no contact"}
	listed := MeetingPerson{Side: FamilySide, AdultID: emekaID}
	leftOut := []Mark{{Item: "who.order", State: LeftOut, Reason: "we know"}}
	allowed := []OrderAnswer{{MeetingID: 5, LinkID: 2, CheckedBy: "Ms Reed", Answer: OrderAllows}}
	for _, tc := range []struct {
		name    string
		row     MeetingPerson
		answers []OrderAnswer
		marks   []Mark
		want    ItemState
	}{
		{"not read", MeetingPerson{}, nil, nil, ItemOpen},
		{"read, and allowed", listed, allowed, nil, SettledByFacts},
		{"read, and he stays out", stays, nil, nil, SettledByFacts},
		{"on the list without reading", listed, nil, nil, ItemAsks},
		{"leaving it out does not open the wall", listed, nil, leftOut, ItemAsks},
		{"nobody is invited, so it may be left out", MeetingPerson{}, nil, leftOut, ItemLeftOut},
	} {
		f := okaforFacts()
		f.Links[1].CourtOrder = true
		f.OrderAnswers, f.Marks = tc.answers, tc.marks
		f.People[1] = tc.row
		if i, _ := itemOf(Checklist(f), "who.order"); i.State != tc.want {
			t.Errorf("%s: %q, want %q (%s)", tc.name, i.State, tc.want, i.Says)
		}
	}
}
