package model

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryKindOfMeetingHasItsTemplate(t *testing.T) {
	minutes := map[MeetingKind]int{HonestConversation: 45, FirstMeeting: 40, TermlyReview: 30, AnnualReview: 60, ReturnFromSuspension: 30,
		AttendanceMeeting: 30, TransitionMeeting: 40, InformalComplaint: 40, CheckInMeeting: 20, OtherMeeting: 30}
	for _, kind := range MeetingKinds {
		tpl := TemplateOf(kind)
		sum, places := 0, 0
		for _, l := range tpl.Agenda {
			sum += l.Minutes
			if l.Theirs {
				places++
			}
		}
		if tpl.Kind != kind || tpl.Minutes != minutes[kind] || sum != tpl.Minutes {
			t.Errorf("%s: template %q of %d min, its agenda has %d", kind, tpl.Kind, tpl.Minutes, sum)
		}
		if places != 1 {
			t.Errorf("%s: %d places for their own items, want one", kind, places)
		}
		if len(tpl.Purposes) == 0 || !tpl.Mood.Valid() {
			t.Errorf("%s: no purpose, or no mood", kind)
		}
	}
	if TemplateOf("no such kind").Kind != OtherMeeting {
		t.Error("a kind without a template has not the general one")
	}
}

// practice 43
func TestEveryAgendaEndsByAskingForAnyWorry(t *testing.T) {
	for _, tpl := range Templates {
		last := tpl.Agenda[len(tpl.Agenda)-1]
		if !last.AnyWorry || !strings.Contains(strings.ToLower(last.Title), "worry") {
			t.Errorf("%s ends with %q", tpl.Kind, last.Title)
		}
	}
}

// practice 42
func TestMostMeetingsBeginWithSomethingGood(t *testing.T) {
	for _, kind := range []MeetingKind{HonestConversation, TermlyReview, ReturnFromSuspension, AttendanceMeeting, TransitionMeeting, CheckInMeeting} {
		if !slices.ContainsFunc(TemplateOf(kind).Agenda[:2], func(l AgendaLine) bool { return l.Title == "Something good" }) {
			t.Errorf("%s does not begin with something good", kind)
		}
	}
}

// practice 23
func TestNoPurposeOfferedPresumesDifficulty(t *testing.T) {
	for _, tpl := range Templates {
		for _, p := range tpl.Purposes {
			if word := (Facts{Meeting: Meeting{Purpose: p}}).presumption(); word != "" {
				t.Errorf("%s offers %q, which presumes difficulty with %q", tpl.Kind, p, word)
			}
		}
	}
}

func TestPurposesNameTheChildren(t *testing.T) {
	got := TemplateOf(AttendanceMeeting).PurposesFor([]Pupil{{Forename: "Chidi"}, {Forename: "Ada"}})
	if want := "What would make mornings easier for Chidi and Ada and you?"; got[0] != want {
		t.Errorf("purpose %q, want %q", got[0], want)
	}
}
