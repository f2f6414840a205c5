package model

import (
	"testing"
	"time"
)

func TestSchoolsLiveByTheClockOfLondon(t *testing.T) {
	for moment, want := range map[Moment]string{
		"2026-11-24T15:30": "2026-11-24 15:30", // winter
		"2026-07-01T15:30": "2026-07-01 14:30", // summer
		"2026-03-29T00:59": "2026-03-29 00:59",
		"2026-03-29T02:00": "2026-03-29 01:00",
		"2026-10-25T01:30": "2026-10-25 00:30", // the hour that comes twice: the first
		"2026-10-25T02:00": "2026-10-25 02:00",
		"2026-07-01T00:30": "2026-06-30 23:30",
		"2026-11-24":       "2026-11-24 00:00",
	} {
		if got := moment.UTC().Format("2006-01-02 15:04"); got != want {
			t.Errorf("%s in London is %s UTC, not %s", moment, got, want)
		}
	}
	if got := Moment("soon").UTC(); !got.IsZero() {
		t.Errorf("no moment is %v", got)
	}
}

// The rule is held against the table of zones, for each day of many years.
func TestSummerTimeIsThatOfTheTableOfZones(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Skip("this machine has no table of zones")
	}
	for d := Date("2020-01-01"); d < "2036-01-01"; d = d.AddDays(1) {
		for _, clock := range []Clock{"00:30", "03:00", "12:00", "23:30"} {
			m := At(d, clock)
			want, err := time.ParseInLocation("2006-01-02T15:04", string(m), london)
			if err != nil || !m.UTC().Equal(want) {
				t.Fatalf("%s is %v, not %v", m, m.UTC(), want.UTC())
			}
		}
	}
}
