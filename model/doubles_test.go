package model

import (
	"slices"
	"testing"
)

func TestWhatTwoAdultsOfOneNameShare(t *testing.T) {
	at := func(address string, phone, email string) Adult {
		a := Adult{Address: address, Postcode: "ZZ1 4DP"}
		if phone != "" {
			a.Phones = []Phone{{Number: phone}}
		}
		if email != "" {
			a.Emails = []Email{{Address: email}}
		}
		return a
	}
	for name, c := range map[string]struct {
		a, b   Adult
		ra, rb []Relationship
		want   []string
	}{
		"address":             {a: at("4 Mill Road", "", ""), b: at("Flat 1, 4 Mill Rd", "", ""), want: nil},
		"one address":         {a: at("4 Mill Road", "", ""), b: at("4, Mill Rd", "", ""), want: []string{"the same address"}},
		"mobile":              {a: at("", "07700 900123", ""), b: at("", "07700900123", ""), want: []string{"07700 900123"}},
		"e-mail":              {a: at("", "", "Hill@example.org"), b: at("", "", "hill@example.org"), want: []string{"Hill@example.org"}},
		"nothing":             {a: at("4 Mill Road", "07700 900123", ""), b: at("9 Low Lane", "07700 900124", ""), want: nil},
		"father, grandfather": {a: at("4 Mill Road", "", ""), b: at("4 Mill Road", "", ""), ra: []Relationship{Father}, rb: []Relationship{Grandfather}},
		"one mobile, two generations": {a: at("", "07700 900123", ""), b: at("", "07700 900123", ""), ra: []Relationship{Mother}, rb: []Relationship{Grandmother},
			want: []string{"07700 900123"}},
	} {
		if got := SharedWays(c.a, c.b, c.ra, c.rb); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if AdultNameKey("Ms", "", "") != "" || !OnlyInitial("A.") || OnlyInitial("Al") {
		t.Error("a title, or an initial, is taken for a name")
	}
	if AdultNameKey("Mrs", "Grace", "O’Brien") != AdultNameKey("", "grace", "OBrien") {
		t.Error("two spellings of one name are two")
	}
}

func TestWhatLeavesWithTheChildren(t *testing.T) {
	links := []Link{{PupilID: 1, AdultID: 10}, {PupilID: 2, AdultID: 10}, {PupilID: 2, AdultID: 11}}
	l := LeavingWith([]int64{2}, []int64{12}, links)
	if !slices.Equal(l.Adults, []int64{12, 11}) {
		t.Errorf("these adults leave: %v", l.Adults)
	}
	for name, c := range map[string]struct {
		about Concerned
		goes  bool
	}{
		"only them":         {Concerned{Pupils: []int64{2}}, true},
		"both":              {Concerned{Pupils: []int64{1, 2}}, false},
		"nobody":            {Concerned{}, false},
		"their father":      {Concerned{Adults: []int64{11}}, true},
		"both's mother":     {Concerned{Adults: []int64{10, 11}}, false},
		"another's, father": {Concerned{Pupils: []int64{1}, Adults: []int64{11}}, false},
	} {
		if l.Takes(c.about) != c.goes {
			t.Errorf("%s: goes is %v", name, !c.goes)
		}
	}
}
