package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

// practice 6: how it usually is, in weeks of school.
func TestHowOftenAFamilyUsuallyHearsFromUs(t *testing.T) {
	calendar := sampleCalendar(t)
	for _, tc := range []struct {
		name string
		days []model.Date
		gap  int
		want string
	}{
		{"every fortnight, in no order", []model.Date{"2026-10-05", "2026-09-07", "2026-10-19", "2026-09-21", "2026-11-09"}, 10, "usually every 2 weeks"},
		{"one long gap counts for little", []model.Date{"2026-09-07", "2026-09-11", "2026-09-18", "2026-11-20"}, 5, "usually every week"},
		{"twice on a day is once", []model.Date{"2026-11-09", "2026-11-09", "2026-11-16", "2026-11-23"}, 0, "every 2 weeks is planned"},
		{"never", nil, 0, "every 2 weeks is planned"},
		{"every other day", []model.Date{"2026-11-09", "2026-11-11", "2026-11-13", "2026-11-17"}, 2, "usually every 2 school days"},
	} {
		gap := model.UsualGap(tc.days, calendar)
		if words := model.UsualWords(gap, model.Rhythm{Every: 10}); gap != tc.gap || words != tc.want {
			t.Errorf("%s: %d, %q; want %d, %q", tc.name, gap, words, tc.gap, tc.want)
		}
	}
}

// rules.md R7: the day is explained, and why it has moved.
func TestWhyTheDayOfACheckInMoved(t *testing.T) {
	calendar := sampleCalendar(t)
	for _, tc := range []struct {
		last, before model.Moment
		by           model.Channel
		every        int
		want         string
	}{
		{"2026-11-06T15:20", "2026-11-04T09:00", model.ByPhone, 10, "10 school days from Fri 6 Nov: Fri 20 Nov; was Wed 18 Nov before the contact of 6 Nov"},
		{"2026-10-21T15:20", "", model.ByGate, 5, "5 school days from Wed 21 Oct, half-term and INSET 2 Nov left out: Thu 5 Nov"},
		{"2026-11-06T15:20", "2026-11-05", model.AtMeeting, 10, "10 school days from Fri 6 Nov: Fri 20 Nov; was Thu 19 Nov before the meeting of 6 Nov"},
		{"2026-11-06T15:20", "2026-11-06T09:00", model.ByPhone, 10, "10 school days from Fri 6 Nov: Fri 20 Nov"},
		{"", "", "", 10, ""},
		{"2026-11-06", "", "", 0, ""},
	} {
		if got := model.QuietSince(tc.last, tc.before, tc.by, tc.every, calendar); got != tc.want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.last, got, tc.want)
		}
	}
}

// practice 6: attempts are counted apart.
func TestTriesWithoutAnAnswerInWords(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "tried once since, yesterday by phone", 2: "tried twice since, last yesterday by phone", 3: "tried 3 times since, last yesterday by phone"} {
		if got := (model.Attempts{N: n, Last: "2026-11-23T10:00", By: model.ByPhone}).Words("2026-11-24"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func anyDay(t *rapid.T, name string) model.Date {
	return model.Date("2026-09-01").AddDays(rapid.IntRange(0, 360).Draw(t, name))
}

// practice 6: nobody is asked to ring in the holidays.
func TestNoCheckInIsEverDueInAHoliday(t *testing.T) {
	calendar := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		last, today, every := anyDay(t, "last"), anyDay(t, "today"), rapid.IntRange(1, 60).Draw(t, "every")
		r := model.RhythmOf(last, every, today, calendar)
		if part, known := calendar.Part(today); known && part.Break && (r.IsDue() || model.DueSince(every, today, calendar) != "") {
			t.Fatalf("due on %s in the %s", today, part.Name())
		}
		if open, err := calendar.IsSchoolDay(r.Due.Due); err == nil && !open {
			t.Fatalf("every %d from %s falls due on %s, which is no school day", every, last, r.Due.Due)
		}
	})
}

// practice 6: whoever speaks with a family is never asked to ring earlier for it.
func TestAContactNeverMakesACheckInEarlier(t *testing.T) {
	calendar := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		last, today, every := anyDay(t, "last"), anyDay(t, "today"), rapid.IntRange(1, 60).Draw(t, "every")
		later := last.AddDays(rapid.IntRange(0, 60).Draw(t, "days later"))
		before, after := model.RhythmOf(last, every, today, calendar), model.RhythmOf(later, every, today, calendar)
		if after.Due.Due < before.Due.Due || after.IsDue() && !before.IsDue() {
			t.Fatalf("every %d: a contact on %s instead of %s moves it from %s to %s", every, later, last, before.Due.Due, after.Due.Due)
		}
	})
}

// A list that compares one date finds exactly those whose rhythm is due.
func TestTheDateOfAListFindsThoseThatAreDue(t *testing.T) {
	calendar := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		last, today, every := anyDay(t, "last"), anyDay(t, "today"), rapid.IntRange(1, 60).Draw(t, "every")
		since := model.DueSince(every, today, calendar)
		if listed, due := last <= since, model.RhythmOf(last, every, today, calendar).IsDue(); listed != due {
			t.Fatalf("last %s, every %d, today %s: listed %v, due %v", last, every, today, listed, due)
		}
	})
}
