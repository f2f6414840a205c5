package model

import "testing"

func TestThePaceOfAMeeting(t *testing.T) {
	agenda := []AgendaItem{{Minutes: 5, Done: true, Used: 5}, {Minutes: 10, Done: true, Used: 14}, {Minutes: 10}, {Minutes: 10}, {Minutes: 5}}
	for _, c := range []struct {
		name         string
		start, began Moment
		now          Moment
		want         Pace
		words        string
	}{
		{"in time", "2026-11-24T15:30", "2026-11-24T15:30", "2026-11-24T15:52", Pace{22, 23, 3, 22, "16:15"}, "23 min left, until quarter past four"},
		{"it began late: it ends when it was meant to", "2026-11-24T15:30", "2026-11-24T15:40", "2026-11-24T16:02", Pace{22, 13, 3, 22, "16:15"}, "13 min left, until quarter past four"},
		{"it began early: it has its length", "2026-11-24T15:30", "2026-11-24T15:20", "2026-11-24T15:42", Pace{22, 23, 3, 22, "16:05"}, "23 min left, until five past four"},
		{"it began after its end", "2026-11-24T09:30", "2026-11-24T15:30", "2026-11-24T15:52", Pace{22, 23, 3, 22, "16:15"}, "23 min left, until quarter past four"},
		{"an item over", "2026-11-24T15:30", "2026-11-24T15:30", "2026-11-24T16:01", Pace{31, 14, 12, 15, "16:15"}, "14 min left, until quarter past four"},
		{"at its end", "2026-11-24T15:30", "2026-11-24T15:30", "2026-11-24T16:15", Pace{45, 0, 26, 15, "16:15"}, "it is quarter past four"},
		{"past its end", "2026-11-24T15:30", "2026-11-24T15:30", "2026-11-24T16:18", Pace{48, -3, 29, 15, "16:15"}, "3 min past quarter past four"},
		{"over midnight", "2026-11-24T23:40", "2026-11-24T23:40", "2026-11-25T00:02", Pace{22, 23, 3, 22, "00:25"}, "23 min left, until twenty-five past twelve"},
		{"not begun", "2026-11-24T15:30", "", "2026-11-24T15:52", Pace{}, ""},
	} {
		got := PaceOf(Meeting{Start: c.start, Began: c.began, Minutes: 45}, agenda, c.now)
		if got != c.want || got.Words() != c.words {
			t.Errorf("%s: %+v %q, want %+v %q", c.name, got, got.Words(), c.want, c.words)
		}
	}
}

func TestATimeInWords(t *testing.T) {
	for c, want := range map[Clock]string{
		"16:15": "quarter past four", "15:45": "quarter to four", "12:00": "twelve o'clock", "00:00": "twelve o'clock", "12:30": "half past twelve",
		"09:05": "five past nine", "09:50": "ten to ten", "23:40": "twenty to twelve", "11:35": "twenty-five to twelve", "16:18": "16:18", "": "", "25:00": "",
	} {
		if got := c.Words(); got != want {
			t.Errorf("%s is said %q, want %q", c, got, want)
		}
	}
}

func TestOverIsSaidQuietly(t *testing.T) {
	for _, c := range []struct {
		used, planned int
		want          string
	}{{3, 10, ""}, {10, 10, ""}, {12, 10, "over by 2"}, {12, 0, ""}} {
		if got := OverWords(c.used, c.planned); got != c.want {
			t.Errorf("%d of %d: %q", c.used, c.planned, got)
		}
	}
}

func TestWhatIsParkedStandsOnTheNextAgendaAsOurs(t *testing.T) {
	parked := ParkedItems("School trip in March\n\n - the hearing test\n* \n")
	if len(parked) != 2 || parked[1] != "the hearing test" {
		t.Fatalf("parked: %q", parked)
	}
	items := AgendaWithParked(HonestConversation, parked, 45)
	found := 0
	for _, i := range items {
		if i.Theirs {
			t.Errorf("%q is marked as theirs", i.Title)
		}
		if i.Title == parked[0] || i.Title == parked[1] {
			found++
		}
	}
	if found != 2 || AgendaMinutes(items) != 45 {
		t.Errorf("%d of 2 are on it, %d minutes: %+v", found, AgendaMinutes(items), items)
	}
}
