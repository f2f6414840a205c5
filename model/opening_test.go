package model

import (
	"slices"
	"testing"
)

// practices 4 and 42
func TestMeetingCanBeginWithTheLastGoodNewsOrWhatTheChildIsGoodAt(t *testing.T) {
	chidi := Pupil{ID: 1, Forename: "Chidi", Strengths: "Kind to the little ones. Reads well.", Interests: "trains"}
	log := []Contact{
		{Kind: GoodNews, Note: "The reading certificate.", Pupils: []int64{1}},
		{Kind: Concern, Note: "Lunchtimes are hard", Pupils: []int64{1}},
		{Kind: GoodNews, Note: "Ada sang", Pupils: []int64{2}},
		{Kind: GoodNews, Note: "The reading certificate"},
	}
	want := []string{"The reading certificate", "Kind to the little ones", "trains"}
	if got := Openings([]Pupil{chidi}, log); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Openings(nil, nil); got != nil {
		t.Errorf("nothing known should offer nothing, got %q", got)
	}
}
