package model

import "testing"

// rules.md R47: who lives with the one who asks has the same address; a postcode alone, or an address that is
// kept back, is none.
func TestWhoLivesWithTheOneWhoAsks(t *testing.T) {
	for _, c := range []struct {
		name, hers, his, postcode string
		together                  bool
	}{
		{"one address", "4 Mill Lane", "4 Mill Lane", "ZZ1 4DP", true}, {"two addresses", "4 Mill Lane", "6 Mill Lane", "ZZ1 4DP", false},
		{"a postcode alone", "", "", "ZZ1 4DP", false}, {"both kept back", "Confidential", "Confidential", "", false}, {"nothing known", "", "", "", false},
	} {
		circle := newRecordCircle(RecordFacts{About: PersonRef{AnAdult, 2}, Adults: []Adult{
			{ID: 1, Forename: "Ngozi", Address: c.hers, Postcode: c.postcode}, {ID: 2, Forename: "Emeka", Address: c.his, Postcode: c.postcode}}})
		if circle.isOwn(PersonRef{AnAdult, 1}) != c.together {
			t.Errorf("%s: they live together is %v", c.name, !c.together)
		}
	}
}
