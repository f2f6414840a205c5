package model

import "testing"

func TestLengthIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]int{
		"45": 45, "45 min": 45, "1 h": 60, "1h15": 75, "2 hours and 5 minutes": 125,
		"until 16:15": 45, "till 4.15pm": 45, "16:15": 45,
	} {
		if got, err := ParseLength(typed, "15:30"); err != nil || got != want {
			t.Errorf("%q from 15:30: got %d (%v), want %d", typed, got, err, want)
		}
	}
}

func TestMeetingThatEndsBeforeItBeginsIsRefusedInASentence(t *testing.T) {
	for typed, want := range map[string]error{
		"until 15:00": errEndsBefore, "15:30": errEndsBefore, "0": errOddLength, "9 h": errOddLength,
		"": errNoLength, "long": errNoLength, "-5": errNoLength,
	} {
		if _, err := ParseLength(typed, "15:30"); err != want {
			t.Errorf("%q: got %v, want %v", typed, err, want)
		}
	}
	if _, err := ParseLength("until 16:00", ""); err != errBeginsWhen {
		t.Errorf("an end without a start: got %v", err)
	}
}
