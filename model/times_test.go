package model_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

func TestTimesAreReadAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]string{
		"3.15pm": "15:15", "3:15 PM": "15:15", "3.15 p.m.": "15:15", "3pm": "15:00", "15:15": "15:15", "15.15": "15:15",
		"1515": "15:15", "0730": "07:30", "07:30": "07:30", "noon": "12:00", "midday.": "12:00", "12 noon": "12:00",
		"half 3": "15:30", "half three": "15:30", "half past 3": "15:30", "half past twelve": "12:30",
		"quarter to 4": "15:45", "a quarter past 9": "09:15", "quarter to one": "12:45", "10 to 4": "15:50", "ten past 3": "15:10",
		"quarter to 4 am": "03:45", "3 o'clock": "15:00", "at 2": "14:00", "2": "14:00", "11": "11:00", "930": "09:30",
		"1.00": "13:00", "6.59": "18:59", "8.00": "08:00", "12.30": "12:30", "03:15": "03:15", "0.30": "00:30",
		"12am": "00:00", "12pm": "12:00", "12.30am": "00:30", "7am": "07:00", "7.30pm": "19:30", "23:59": "23:59",
		"7.30": "!ambiguous_time", "7": "!ambiguous_time", "half 7": "!ambiguous_time", "7 o'clock": "!ambiguous_time",
		"quarter to 8": "!ambiguous_time",
		"13pm":         "!no_such_time", "24:00": "!no_such_time", "3.60": "!no_such_time", "7.60": "!no_such_time",
		"2400": "!no_such_time", "0am": "!no_such_time", "15:15pm": "!no_such_time", "half 25": "!no_such_time",
		"": "!not_understood", "pm": "!not_understood", "3.5": "!not_understood", "half to 3": "!not_understood",
		"3.15.20": "!not_understood", "later": "!not_understood", "100:00": "!not_understood",
	} {
		clock, err := model.ParseTime(text)
		got := string(clock)
		var typedErr *model.DateError
		if errors.As(err, &typedErr) {
			got = "!" + string(typedErr.Code)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestEveryTimeThatIsPrintedParsesBackToItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hour := rapid.IntRange(0, 23).Draw(t, "hour")
		want, _ := model.NewClock(hour, rapid.IntRange(0, 59).Draw(t, "minute"))
		got, err := model.ParseTime(string(want))
		if err != nil || got != want {
			t.Fatalf("%s: %s, %v", want, got, err)
		}
	})
}
