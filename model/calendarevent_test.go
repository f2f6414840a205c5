package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var ofOkafors = EventFacts{Family: "Okafor", Room: "Rainbow room", Pupils: []Pupil{{Forename: "Chidi", Surname: "Okafor"}}}

func TestAMeetingInACalendar(t *testing.T) {
	meeting := Meeting{UID: "u", Kind: ReturnFromSuspension, Purpose: "How Chidi comes back", Start: "2026-11-24T15:30", Minutes: 45, Status: Planned, Mode: InPerson}
	full := ofOkafors
	full.Full = true
	for _, test := range []struct {
		name   string
		change func(m *Meeting)
		facts  EventFacts
		want   CalendarEvent
	}{
		{"initials and a room", func(*Meeting) {}, ofOkafors, CalendarEvent{Summary: "Meeting C.O.", Where: "Rainbow room"}},
		{"full words", func(*Meeting) {}, full, CalendarEvent{Summary: "Okafor: return from suspension", Where: "Rainbow room", Notes: "How Chidi comes back"}},
		{"a home visit says no place", func(m *Meeting) { m.HomeVisit = true }, full, CalendarEvent{Summary: "Okafor: return from suspension", Notes: "How Chidi comes back"}},
		{"by video", func(m *Meeting) { m.Mode = OnVideo }, ofOkafors, CalendarEvent{Summary: "Meeting C.O.", Where: "by video"}},
		{"cancelled", func(m *Meeting) { m.Status = Cancelled }, ofOkafors, CalendarEvent{Summary: "Meeting C.O.", Where: "Rainbow room", Cancelled: true}},
		{"moved out of sight", func(m *Meeting) { m.Removed = true }, ofOkafors, CalendarEvent{Summary: "Meeting C.O.", Where: "Rainbow room", Cancelled: true}},
		{"missed, but it took the time", func(m *Meeting) { m.Status = Missed }, ofOkafors, CalendarEvent{Summary: "Meeting C.O.", Where: "Rainbow room"}},
	} {
		m := meeting
		test.change(&m)
		test.want.UID, test.want.Start, test.want.Minutes, test.want.Busy = "u", m.Start, 45, true
		if got := MeetingEvent(m, test.facts); got != test.want {
			t.Errorf("%s: %+v, not %+v", test.name, got, test.want)
		}
	}
}

func TestAPromiseIsAWholeDayThatTakesNobodysTime(t *testing.T) {
	p := FollowUp{UID: "u", What: "Ring Mrs Okafor about the trip", Due: "2026-11-27", DueAt: "16:00", State: Open, Whose: Mine}
	if got := PromiseEvent(p, ofOkafors); got != (CalendarEvent{UID: "u", Start: "2026-11-27", Summary: "Promise C.O."}) {
		t.Errorf("a promise is %+v", got)
	}
	full := ofOkafors
	full.Full = true
	if got := PromiseEvent(p, full); got.Summary != "Okafor: Ring Mrs Okafor about the trip" || got.Notes != "by 16:00" {
		t.Errorf("in full words it is %+v", got)
	}
	p.State, p.Whose = Done, OfFamily
	got := PromiseEvent(p, ofOkafors)
	if !got.Cancelled || got.Summary != "Promise C.O. (the family's)" {
		t.Errorf("a promise of the family that was kept is %+v", got)
	}
	if !got.Tells("2026-11-27") || got.Tells("2026-11-28") {
		t.Error("what was kept is told as long as its day is ahead, and not afterwards")
	}
}

// Whatever the names and words are, none of them stands in a calendar of initials.
func TestInitialsGiveNothingAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[A-Z][a-z]{3,9}`)
		forename, surname, purpose := word.Draw(t, "forename"), word.Draw(t, "surname"), "x"+word.Draw(t, "purpose")
		facts := EventFacts{Family: surname, Pupils: []Pupil{{Forename: forename, Surname: surname}}}
		for _, e := range []CalendarEvent{
			MeetingEvent(Meeting{Kind: AnnualReview, Purpose: purpose, HomeVisit: true, Theirs: purpose}, facts),
			PromiseEvent(FollowUp{What: purpose, Who: forename}, facts),
		} {
			text := e.Summary + e.Where + e.Notes
			for _, secret := range []string{forename, surname, purpose, string(AnnualReview)} {
				if strings.Contains(text, secret) && !strings.Contains("Meeting Promise", secret) {
					t.Fatalf("%q gives %q away", text, secret)
				}
			}
		}
	})
}
