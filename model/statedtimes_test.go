package model_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"kettle/model"
)

// spansOf are the spans of a day as a person writes them: "9:00-12:00 14:00-".
func spansOf(spans []model.Span) string {
	var all []string
	for _, s := range spans {
		to := ""
		if s.To < 24*60 {
			to = fmt.Sprintf("%d:%02d", s.To/60, s.To%60)
		}
		from := ""
		if s.From > 0 {
			from = fmt.Sprintf("%d:%02d", s.From/60, s.From%60)
		}
		all = append(all, from+"-"+to)
	}
	if len(all) == 0 {
		return "no"
	}
	return strings.Join(all, " ")
}

// practice 32: what an adult said about when it suits them is read from their own words.
func TestStatedTimesAreReadAsPeopleSayThem(t *testing.T) {
	const any = "-"
	for _, test := range []struct {
		text   string
		week   string // Monday; Friday
		unread string
	}{
		{"", any + "; " + any, ""},
		{"not before 14:00", "14:00-; 14:00-", ""},
		{"after 2", "14:00-; 14:00-", ""},
		{"After 2pm please", "14:00-; 14:00-", ""},
		{"from 3.15 onwards", "15:15-; 15:15-", ""},
		{"before 9.15", "-9:15; -9:15", ""},
		{"not after 4", "-16:00; -16:00", ""},
		{"until 11", "-11:00; -11:00", ""},
		{"mornings", "-12:00; -12:00", ""},
		{"mornings are best", "-12:00; -12:00", ""},
		{"afternoons", "12:00-17:00; 12:00-17:00", ""},
		{"evenings only", "17:00-; 17:00-", ""},
		{"not mornings", "12:00-; 12:00-", ""},
		{"mornings or evenings", "-12:00 17:00-; -12:00 17:00-", ""},
		{"mornings, evenings", "-12:00 17:00-; -12:00 17:00-", ""},
		{"9 to 11", "9:00-11:00; 9:00-11:00", ""},
		{"9-11", "9:00-11:00; 9:00-11:00", ""},
		{"9.30 – 3", "9:30-15:00; 9:30-15:00", ""},
		{"between 10 and 12", "10:00-12:00; 10:00-12:00", ""},
		{"from 9 until 2.30pm", "9:00-14:30; 9:00-14:30", ""},
		{"10 to 4", "10:00-16:00; 10:00-16:00", ""},
		{"after quarter to 4", "15:45-; 15:45-", ""},
		{"after 9 and before 11", "9:00-11:00; 9:00-11:00", ""},
		{"after 9, before 11", "9:00-11:00; 9:00-11:00", ""},
		{"before 9.15 or after 5", "-9:15 17:00-; -9:15 17:00-", ""},
		{"not Fridays", any + "; no", ""},
		{"never on a Friday", any + "; no", ""},
		{"can't do Mondays", "no; " + any, ""},
		{"Tue or Thu", "no; no", ""},
		{"Mon or Fri", any + "; " + any, ""},
		{"Mondays, Tuesdays", any + "; no", ""},
		{"Mon-Wed", any + "; no", ""},
		{"weekdays", any + "; " + any, ""},
		{"weekends", "no; no", ""},
		{"Fri after 2", "no; 14:00-", ""},
		{"after 2 on Mon or Fri", "14:00-; 14:00-", ""},
		{"Mon mornings, Fri afternoons", "-12:00; 12:00-17:00", ""},
		{"Mon after 2 and Fri before 10", "14:00-; -10:00", ""},
		{"after 2, not Fridays", "14:00-; no", ""},
		{"not Friday afternoons", any + "; -12:00 17:00-", ""},
		{"any time except Fridays", any + "; no", ""},
		{"mornings but not Mon", "no; -12:00", ""},
		{"any time", any + "; " + any, ""},
		{"works nights", "12:00-19:00; 12:00-19:00", ""},
		{"not before 14:00, works nights", "14:00-19:00; 14:00-19:00", ""},
		{"not before 14:00: she works nights", "14:00-19:00; 14:00-19:00", ""},
		{"night shifts", "12:00-19:00; 12:00-19:00", ""},
		{"works mornings", "12:00-; 12:00-", ""},
		{"works until 3", "15:00-; 15:00-", ""},
		{"works Mon to Thu", "no; " + any, ""},
		{"works full time", "-8:00 17:00-; -8:00 17:00-", ""},
		{"after work", "17:00-; 17:00-", ""},
		{"after drop-off", "9:00-; 9:00-", ""},
		{"before pick-up", "-15:00; -15:00", ""},
		{"after school", "15:30-; 15:30-", ""},
		{"school run 3.15", "-14:45 15:30-; -14:45 15:30-", ""},
		{"school run", "-8:15 9:00-14:45 15:30-; -8:15 9:00-14:45 15:30-", ""},
		{"after drop-off, school run at 3.15, not Mondays", "no; 9:00-14:45 15:30-", ""},
		{"every day after 2", "14:00-; 14:00-", ""},
		{"after 2; ask the neighbour first", "14:00-; 14:00-", "ask the neighbour first"},
		{"not when the baby sleeps", any + "; " + any, "not when the baby sleeps"},
		{"after 7", any + "; " + any, "after 7"},
		{"does not work Fridays", any + "; " + any, "does not work Fridays"},
		{"half term only, Mondays", any + "; no", "half term only"},
		{"\x1b[31mafter 2", "14:00-; 14:00-", ""},
	} {
		got := model.ReadStatedTimes(test.text)
		week := spansOf(got.On(time.Monday)) + "; " + spansOf(got.On(time.Friday))
		if unread := strings.Join(got.Unread, "|"); week != test.week || unread != test.unread {
			t.Errorf("%q: %s, unread %q; want %s, %q", test.text, week, unread, test.week, test.unread)
		}
	}
}

func TestWhatWasUnderstoodIsSaidForTheSchoolWeek(t *testing.T) {
	for text, want := range map[string]string{
		"not before 14:00: she works nights": "Mon to Fri 14:00 to 19:00",
		"mornings but not Mon":               "Mon not; Tue to Fri until 12:00",
		"Mon or Fri":                         "Mon and Fri any time; Tue to Thu not",
		"mornings or evenings, not Tue":      "Mon, Wed, Thu and Fri until 12:00 or from 17:00; Tue not",
		"Thu and Fri after 9.15":             "Mon to Wed not; Thu and Fri from 09:15",
		"weekends":                           "Mon to Fri not",
		"any time":                           "any time",
		"not when the baby sleeps":           "",
		"after 2; ask the neighbour first":   "Mon to Fri from 14:00",
	} {
		if got := model.ReadStatedTimes(text).Words(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAMeetingSuitsFromItsBeginningToItsEnd(t *testing.T) {
	said := model.ReadStatedTimes("before 9.15, not Fridays")
	for start, want := range map[model.Moment]bool{"2026-11-24T08:30": true, "2026-11-24T08:31": false, "2026-11-27T08:30": false, "2026-11-24": true, "2026-11-27": false} {
		if said.Suits(start, 45) != want {
			t.Errorf("45 minutes from %s: %v", start, !want)
		}
	}
}

// Whatever is typed, nothing of it is lost, and the spans of a day are in order within the day.
func TestStatedTimesLoseNothing(t *testing.T) {
	words := []string{"after", "before", "not", "2", "9.15", "Fri", "Tue", "or", "and", ",", "works", "nights", "mornings", "to", "school run", "xyz", "any", "\n", "except", "-"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 9).Draw(t, "words"), " ")
		said := model.ReadStatedTimes(text)
		if strings.Contains(text, "xyz") && !strings.Contains(strings.Join(said.Unread, " "), "xyz") {
			t.Fatalf("%q: xyz is lost: %q", text, said.Unread)
		}
		for day := time.Sunday; day <= time.Saturday; day++ {
			last := -1
			for _, s := range said.On(day) {
				if s.From <= last || s.From >= s.To || s.From < 0 || s.To > 24*60 {
					t.Fatalf("%q on %s: %v", text, day, said.On(day))
				}
				last = s.To
			}
		}
	})
}
