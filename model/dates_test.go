package model_test

import (
	"errors"
	"strings"
	"testing"

	"kettle/model"
)

// typed is one text with what it means; when want begins with "!" it is the code of the error.
type typed struct {
	text  string
	today model.Date
	want  string
}

const (
	wed = model.Date("2026-10-21") // the week before half-term
	mon = model.Date("2026-11-23")
	sun = model.Date("2026-11-22")
)

var futureDates = []typed{
	// R57
	{"24-10-26", wed, "2026-10-24"},
	{"24/10/2026", wed, "2026-10-24"},
	{"24th October 2026", wed, "2026-10-24"},
	{"24th of October", wed, "2026-10-24"},
	{"Oct 24", wed, "2026-10-24"},
	{"oct 24th, 2026", wed, "2026-10-24"},
	{"24oct", wed, "2026-10-24"},
	{"24-oct-2026", wed, "2026-10-24"},
	{"24 oct.", wed, "2026-10-24"},
	{"SATURDAY, 24 OCT", wed, "2026-10-24"},
	{"24 oct sat", wed, "2026-10-24"},
	{"sat 2026-10-24", wed, "2026-10-24"},
	{"sat the 24th", wed, "2026-10-24"},
	{"on sat 24/10", wed, "2026-10-24"},
	{"by 24/10", wed, "2026-10-24"},
	{"24th", wed, "2026-10-24"},
	{"the 21st", wed, "2026-10-21"},
	{"the 20th", wed, "2026-11-20"},
	{"the 31st", sun, "2026-12-31"},
	{"21/10", wed, "2026-10-21"},
	{"fri the 24th", wed, "!weekday_mismatch"},
	{"fri 2026-10-24", wed, "!weekday_mismatch"},
	{"the 32nd", wed, "!no_such_date"},
	{"2026-24-10", wed, "!no_such_date"},
	{"10/24/2026", wed, "!no_such_date"},
	{"29/2", wed, "!no_such_date"},
	{"29/2", "2027-11-23", "2028-02-29"},
	{"29/2/28", wed, "2028-02-29"},
	{"0/10", wed, "!no_such_date"},
	{"20/10/26", wed, "2026-10-20 past"},
	{"1 Oct 2026", wed, "2026-10-01 past"},
	{"24", wed, "!not_understood"},
	{"oct", wed, "!not_understood"},
	{"24/10/5", wed, "!not_understood"},
	{"24 oct 1515", wed, "!not_understood"},
	// R58
	{"tues", mon, "2026-11-24"},
	{"weds", mon, "2026-11-25"},
	{"thurs", mon, "2026-11-26"},
	{"Sunday", mon, "2026-11-29"},
	{"on fri", mon, "2026-11-27"},
	{"this mon", mon, "2026-11-23"},
	{"next sun", mon, "2026-12-06"},
	{"next sun", sun, "2026-11-29"},
	{"last tue", mon, "2026-11-17"},
	{"last mon", mon, "2026-11-16"},
	{"fri 27", mon, "2026-11-27"},
	{"fri 3", mon, "!not_understood"},
	// R59
	{"tmrw", mon, "2026-11-24"},
	{"tom", mon, "2026-11-24"},
	{"yesterday", mon, "2026-11-22"},
	{"2w", mon, "2026-12-07"},
	{"10d", mon, "2026-12-03"},
	{"in ten days", mon, "2026-12-03"},
	{"a month", mon, "2026-12-23"},
	{"2 weeks ago", mon, "2026-11-09"},
	{"a fortnight", mon, "2026-12-07"},
	{"in a week", mon, "2026-11-30"},
	{"friday week", mon, "2026-12-04"},
	{"a week on friday", mon, "2026-12-04"},
	{"a week today", mon, "2026-11-30"},
	{"week today", mon, "2026-11-30"},
	{"tomorrow week", mon, "2026-12-01"},
	{"next week", mon, "2026-11-30"},
	{"next week", sun, "2026-11-23"},
	{"end of the week", mon, "2026-11-27"},
	{"end of week", "2026-11-27", "2026-11-27"},
	{"end of week", "2026-11-28", "2026-12-04"},
	{"in 10 school days", wed, "2026-11-12"},
	{"5 sd", wed, "2026-11-05"},
	{"3wd", "2026-12-23", "2026-12-30"},
	{"in 3 working days", "2026-12-23", "2026-12-30"},
	{"in -3 days", mon, "!not_understood"},
	{"week", mon, "!not_understood"},
	{"9999 weeks", mon, "!not_understood"},
	{"200sd", mon, "!no_calendar"},
	// R60
	{"before half term", wed, "2026-10-23"},
	{"by half-term", "2026-10-23", "2026-10-23"},
	{"until half-term", "2026-10-23", "2026-10-23"},
	{"until fri", wed, "2026-10-23"},
	{"till 24/10", wed, "2026-10-24"},
	{"half term", "2026-10-24", "2027-02-12"},
	{"after the half term", wed, "2026-11-03"},
	{"after half term", "2026-11-01", "2026-11-03"},
	{"by the end of term", sun, "2026-12-18"},
	{"end of term", "2026-12-18", "2026-12-18"},
	{"end of term", "2026-12-19", "2027-03-25"},
	{"end of term", "2026-07-20", "2026-12-18"},
	{"next term", sun, "2027-01-05"},
	{"after the holidays", "2026-08-20", "2026-09-03"},
	{"end of the year", "2026-08-20", "2027-07-21"},
	{"half term", "2027-06-07", "!no_calendar"},
	{"next term", "2027-05-10", "!no_calendar"},
	{"end of term", "2027-07-22", "!no_calendar"},
	{"end of year", "2024-11-22", "!no_calendar"},
	// R61
	{"wc 2 nov", wed, "2026-11-02"},
	{"w/b 2/11", wed, "2026-11-02"},
	{"week commencing the 2nd", wed, "2026-11-02"},
	{"w/c mon 2 nov", wed, "2026-11-02"},
	{"w/c fri", wed, "!not_understood"},
	{"w/c 31/11", wed, "!no_such_date"},
	// nothing that is read
	{"", wed, "!not_understood"},
	{"soonish", wed, "!not_understood"},
	{"24//10", wed, "!not_understood"},
	{"fri 3pm", wed, "!not_understood"},
	{"٢٤/١٠", wed, "!not_understood"},
}

var pastDates = []typed{
	{"24/11", mon, "2025-11-24"},
	{"the 24th", mon, "2026-10-24"},
	{"the 23rd", mon, "2026-11-23"},
	{"the 31st", mon, "2026-10-31"},
	{"tue", mon, "2026-11-17"},
	{"mon", mon, "2026-11-16"},
	{"this mon", mon, "2026-11-23"},
	{"this tue", mon, "2026-11-17"},
	{"last tue", mon, "2026-11-17"},
	{"fri 20", mon, "2026-11-20"},
	{"yesterday", mon, "2026-11-22"},
	{"2w", mon, "2026-11-09"},
	{"2 weeks ago", mon, "2026-11-09"},
	{"in 2 weeks", mon, "2026-12-07"},
	{"3 school days ago", "2026-11-04", "2026-10-22"},
	{"end of week", mon, "2026-11-20"},
	{"half term", mon, "2026-10-23"},
	{"after half term", mon, "2026-11-03"},
	{"start of term", mon, "2026-09-03"},
	{"end of term", mon, "2026-07-17"},
	{"end of year", mon, "2026-07-17"},
	{"29/2", mon, "!no_such_date"},
	{"29/2", "2029-01-10", "2028-02-29"},
	{"1/12/2026", mon, "2026-12-01 future"},
}

// readTyped writes what came out as the tables do.
func readTyped(p model.Parsed, err error) string {
	var typedErr *model.DateError
	if errors.As(err, &typedErr) {
		return "!" + string(typedErr.Code)
	}
	return strings.TrimSpace(string(p.When()) + " " + string(p.Warn))
}

func TestDatesAreReadAsPeopleTypeThem(t *testing.T) {
	c := sampleCalendar(t)
	for _, x := range futureDates {
		if got := readTyped(model.ParseDate(x.text, model.DateOptions{Today: x.today, Calendar: c})); got != x.want {
			t.Errorf("%q on %s: %s, want %s", x.text, x.today.Full(), got, x.want)
		}
	}
}

func TestDatesOfThePastLieBehindUs(t *testing.T) {
	c := sampleCalendar(t)
	for _, x := range pastDates {
		if got := readTyped(model.ParseDate(x.text, model.DateOptions{Today: x.today, Past: true, Calendar: c})); got != x.want {
			t.Errorf("%q on %s: %s, want %s", x.text, x.today.Full(), got, x.want)
		}
	}
}

func TestTwoDigitYearsOfBirthAreNeverAhead(t *testing.T) {
	for text, want := range map[string]string{
		"14/03/15": "2015-03-14", "22/11/26": "2026-11-22", "23/11/26": "1926-11-23", "5 may 84": "1984-05-05",
		"14/03/2030": "2030-03-14 future",
	} {
		if got := readTyped(model.ParseDate(text, model.DateOptions{Today: sun, DOB: true})); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestDateAndTimeAreReadTogether(t *testing.T) {
	c := sampleCalendar(t)
	for text, want := range map[string]string{
		"fri 3.15pm":             "2026-11-27T15:15",
		"Fri, at 3:15 PM.":       "2026-11-27T15:15",
		"fri 15.15":              "2026-11-27T15:15",
		"fri 3.12":               "2026-11-27T15:12",
		"fri 24.10":              "!no_such_time",
		"24.12 15.15":            "2026-12-24T15:15",
		"fri 27 3pm":             "2026-11-27T15:00",
		"fri half 3":             "2026-11-27T15:30",
		"fri half past twelve":   "2026-11-27T12:30",
		"tomorrow noon":          "2026-11-24T12:00",
		"next tue 2":             "!not_understood",
		"next tue at 7":          "!ambiguous_time",
		"fri 1930":               "2026-11-27T19:30",
		"24 dec 1930":            "1930-12-24 past",
		"24 dec at 1930":         "2026-12-24T19:30",
		"24 dec 1515":            "2026-12-24T15:15",
		"24 dec 2026 1515":       "2026-12-24T15:15",
		"dec 24 2026":            "2026-12-24",
		"24/12 1930":             "2026-12-24T19:30",
		"31/11 3pm":              "!no_such_date",
		"fri 24/11 3pm":          "!weekday_mismatch",
		"in 2 weeks at 3":        "2026-12-07T15:00",
		"3pm on friday":          "2026-11-27T15:00",
		"2026-11-27T08:40":       "2026-11-27T08:40",
		"after half term at 8":   "2027-02-22T08:00",
		"3.15pm":                 "!not_understood",
		"when the kettle boils":  "!not_understood",
		"tue":                    "2026-11-24",
		"mon 3 nov 2025 10.30am": "2025-11-03T10:30 past",
	} {
		if got := readTyped(model.ParseWhen(text, model.DateOptions{Today: mon, Calendar: c})); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestErrorsSayWhatToTypeInstead(t *testing.T) {
	for text, want := range map[string]string{
		"31/11":       "31/11 is not a date: November has 30 days.",
		"10/24":       "10/24 is not a date: there is no month 24, and the day comes first.",
		"29/2":        "29/2 is not a date: there is no 29 February in 2026 or 2027; type the year too.",
		"29/2/27":     "29/2/27 is not a date: February 2027 has 28 days.",
		"fri 24 nov":  "fri 24 nov: 24 Nov 2026 is a Tuesday, not a Friday; change one of them.",
		"fri 7.30":    "fri 7.30: that could be morning or evening; type 7.30am or 7.30pm.",
		"fri 13pm":    "fri 13pm: there is no such time; type it like 3.15pm or 15:15.",
		"half term":   "half term: the term dates do not reach that far; enter them, or type a date like 24/10.",
		" ":           "Nothing is typed yet: type it like fri 3.15pm, next tue at 2 or 24/11 15:15.",
		"so\x1b[2Jon": "soon is not understood: type it like fri 3.15pm, next tue at 2 or 24/11 15:15.",
	} {
		_, err := model.ParseWhen(text, model.DateOptions{Today: mon})
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestEchoSaysWhenItIsNotASchoolDay(t *testing.T) {
	c := sampleCalendar(t)
	for d, want := range map[model.Date]string{
		"2026-12-01": "Tue 1 Dec",
		"2026-11-02": "Mon 2 Nov, INSET: not a school day",
		"2026-10-27": "Tue 27 Oct, autumn half-term: not a school day",
		"2026-12-28": "Mon 28 Dec, Boxing Day (substitute day): not a school day",
		"2026-11-28": "Sat 28 Nov, weekend: not a school day",
		"2027-10-20": "Wed 20 Oct 2027, no term dates yet",
		"":           "",
	} {
		if got := model.Echo(d, wed, c); got != want {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
}
