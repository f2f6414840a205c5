package model

import (
	"slices"
	"testing"
)

// practices 13 and 15
func TestWhoKnowsOfAnEntryAndWhoIsStillToBeTold(t *testing.T) {
	names := map[int64]string{1: "Mrs Okafor", 2: "Mr Okafor", 3: "Ms Obi"}
	for _, c := range []struct {
		name  string
		kind  ContactKind
		with  []int64
		told  []Told
		words string
		knows []int64
	}{
		{"talked with one of them", GoodNews, []int64{1}, nil, "shared with Mrs Okafor", []int64{1}},
		{"talked with both", CheckIn, []int64{1, 2}, nil, "shared with Mrs Okafor and Mr Okafor", []int64{1, 2}},
		{"told afterwards", Concern, nil, []Told{{2, "2026-11-20"}}, "shared with Mr Okafor", []int64{2}},
		{"one there, the other to tell", Concern, []int64{1}, []Told{{2, ""}}, "to tell Mr Okafor, shared with Mrs Okafor", []int64{1}},
		{"to tell only", Information, nil, []Told{{1, ""}, {2, ""}}, "to tell Mrs Okafor and Mr Okafor", nil},
		{"named, and yet to be told", Information, []int64{1}, []Told{{1, ""}}, "to tell Mrs Okafor", nil},
		{"there and told again is once", GoodNews, []int64{1}, []Told{{1, "2026-11-20"}}, "shared with Mrs Okafor", []int64{1}},
		{"nobody named", GoodNews, nil, nil, "shared with nobody by name", nil},
		{"an attempt reached nobody", Attempt, []int64{1}, nil, "", nil},
		{"what went to the DSL is not told", PassedToDSL, []int64{1}, []Told{{2, ""}}, "", nil},
	} {
		s := SharingOf(c.kind, c.with, c.told)
		if got := s.Words(func(id int64) string { return names[id] }); got != c.words {
			t.Errorf("%s: %q, want %q", c.name, got, c.words)
		}
		if !slices.Equal(s.Knows, c.knows) {
			t.Errorf("%s: %v know, want %v", c.name, s.Knows, c.knows)
		}
	}
}
