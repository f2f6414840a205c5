package model

import "testing"

// practice 34
func TestWhatALayoutSays(t *testing.T) {
	for _, tc := range []struct {
		id        LayoutID
		judgement Judgement
		desk      bool
		mixed     bool
	}{
		{RoundTable, "mixed", false, true},
		{EasyChairs, "mixed", false, true},
		{CornerOfTable, "open", false, true},
		{SideBySide, "open", false, true},
		{Horseshoe, "two sides", false, false},
		{WalkAndTalk, "for two", false, true},
		{OnAScreen, "video", false, true},
		{BehindADesk, "a barrier", true, false},
	} {
		l, ok := LayoutOf(tc.id)
		if !ok || l.Judgement != tc.judgement || l.BehindDesk != tc.desk || l.SidesMixed != tc.mixed {
			t.Errorf("%s is %q, desk %v, mixed %v", tc.id, l.Judgement, l.BehindDesk, l.SidesMixed)
		}
		if l.Says == "" || !l.Judgement.Valid() || l.MinPeople < 2 || len(l.Seats) < l.MinPeople {
			t.Errorf("%s is not complete", tc.id)
		}
	}
	if _, ok := LayoutOf("no such"); ok {
		t.Error("a layout that does not exist was found")
	}
}
