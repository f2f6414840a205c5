package model

import "testing"

// practice 25
func TestWhoCountsInTheRoom(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*Facts)
		want   SideCount
	}{
		{"companions count with the family", func(*Facts) {}, SideCount{4, 3}},
		{"who cannot come is not there", func(f *Facts) { f.People[1].Answer, f.People[4].Answer = CannotCome, DoesNotWish }, SideCount{3, 2}},
		{"who perhaps comes is there", func(f *Facts) { f.People[1].Answer = Perhaps }, SideCount{4, 3}},
		{"interpreters count for neither", func(f *Facts) { f.People[2].Interpreter, f.People[6].Interpreter = true, true }, SideCount{3, 2}},
		{"the pupil counts for neither", func(f *Facts) { f.People = append(f.People, MeetingPerson{Side: FamilySide, PupilID: chidiID}) }, SideCount{4, 3}},
		{"professionals from outside count for neither", func(f *Facts) { f.People[6].Side = OtherSide }, SideCount{3, 3}},
		{"standby is not in the room", func(f *Facts) { f.Meeting.StandbyWho = "mr shah" }, SideCount{3, 3}},
		{"who asked not to be contacted is not counted", func(f *Facts) { f.Adults[1].InTouch = AskedNotTo }, SideCount{4, 2}},
		{"who is behind the wall is not counted", func(f *Facts) { f.Links[1].CourtOrder = true }, SideCount{4, 2}},
	} {
		f := okaforFacts()
		tc.change(&f)
		if got := f.Sides(); got != tc.want {
			t.Errorf("%s: %+v, want %+v", tc.name, got, tc.want)
		}
	}
}

// practice 25
func TestBothSidesAreCountedInWords(t *testing.T) {
	for _, tc := range []struct {
		sides SideCount
		want  string
	}{
		{SideCount{4, 3}, "Four from school, three from the family: who could stay away?"},
		{SideCount{2, 2}, "Two from school, two from the family"},
		{SideCount{1, 0}, "One from school, none from the family: who from the family will be there?"},
	} {
		if got := tc.sides.Words(); got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.sides, got, tc.want)
		}
	}
}
