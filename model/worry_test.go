package model_test

import (
	"testing"

	"kettle/model"
)

// practice 11: a concern gets a first step within a day, and the days it is open are school days.
func TestAWorryWaitsForItsFirstStep(t *testing.T) {
	calendar := sampleCalendar(t)
	for _, tc := range []struct {
		name       string
		worry      model.Contact
		today      model.Date
		open, step string
		late       bool
	}{
		{"raised today", model.Contact{At: "2026-11-24T08:40"}, "2026-11-24", "today", "no first step yet: due tomorrow", false},
		{"the day after", model.Contact{At: "2026-11-23T08:40"}, "2026-11-24", "1 school day", "no first step yet: due today", false},
		{"over a weekend", model.Contact{At: "2026-11-20T16:00"}, "2026-11-23", "1 school day", "no first step yet: due today", false},
		{"late", model.Contact{At: "2026-11-18T16:00"}, "2026-11-24", "4 school days", "no first step yet: 3 days late", true},
		{"planned, and late", model.Contact{At: "2026-11-18T16:00", FirstStep: "ask Miss Harlow"}, "2026-11-24", "4 school days", "first step 3 days late", true},
		{"taken", model.Contact{At: "2026-11-18T16:00", FirstStep: "ask Miss Harlow", SteppedOn: "2026-11-19"}, "2026-11-24", "4 school days", "first step taken Thu 19", false},
		{"half-term does not count", model.Contact{At: "2026-10-22"}, "2026-11-04", "3 school days", "no first step yet: 2 days late", true},
		{"settled", model.Contact{At: "2026-11-16T09:00", Settled: "2026-11-20"}, "2026-11-24", "4 school days", "no first step yet: 5 days late", false},
	} {
		w := tc.worry.StandsAsWorry(tc.today, calendar)
		if w.OpenWords() != tc.open || w.Step != tc.step || w.StepLate != tc.late {
			t.Errorf("%s: open %q, %q, late %v; want %q, %q, %v", tc.name, w.OpenWords(), w.Step, w.StepLate, tc.open, tc.step, tc.late)
		}
	}
}

// practice 12: "now" keeps what it displaced.
func TestHowSoonAWorryIsTaken(t *testing.T) {
	for _, tc := range []struct{ triage, displaced, want string }{
		{"now", "the timetable meeting", "now, instead of the timetable meeting"}, {"now", "", "now"}, {"today", "", "later today"}, {"15:30", "", "at 15:30"}, {"", "", ""},
	} {
		if got := (model.Contact{Triage: tc.triage, Displaced: tc.displaced}).TriageWords(); got != tc.want {
			t.Errorf("%q: %q, want %q", tc.triage, got, tc.want)
		}
	}
}

// practice 11: "raised Monday, solved by Friday"; below ten answers there is no percentage.
func TestHowEarlyWorriesWereSettled(t *testing.T) {
	calendar := sampleCalendar(t)
	raised := func(n int, on, settled model.Date) []model.RaisedWorry {
		all := make([]model.RaisedWorry, n)
		for i := range all {
			all[i] = model.RaisedWorry{On: on, Settled: settled}
		}
		return all
	}
	for _, tc := range []struct {
		name   string
		groups [][]model.RaisedWorry
		want   string
	}{
		{"none", nil, "No worry was raised this half term."},
		{"one that has time", [][]model.RaisedWorry{raised(1, "2026-11-20", "")}, "1 worry raised this half term; 1 still within its 5 days."},
		{"few", [][]model.RaisedWorry{raised(2, "2026-11-09", "2026-11-13"), raised(1, "2026-11-02", "")},
			"3 worries raised this half term: 2 of 3 settled within 5 school days, half of them within 4 days."},
		{"many", [][]model.RaisedWorry{raised(8, "2026-11-09", "2026-11-10"), raised(1, "2026-11-03", "2026-11-20"), raised(3, "2026-11-03", ""), raised(2, "2026-11-23", "")},
			"14 worries raised this half term: 8 of 12 settled within 5 school days (67%), half of them within 1 day; 2 still within their 5 days."},
	} {
		var all []model.RaisedWorry
		for _, g := range tc.groups {
			all = append(all, g...)
		}
		if got := model.SettledSoonOf(all, "2026-11-24", calendar).Words("this half term"); got != tc.want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, tc.want)
		}
	}
}

func TestTheWordHowAWorryWasSettledStandsInItsNote(t *testing.T) {
	note := model.WithHowSettled("Lunchtime noise", " a table by the window ")
	if note != "Lunchtime noise\nSettled: a table by the window" || model.HowSettled(note) != "a table by the window" {
		t.Errorf("%q, %q", note, model.HowSettled(note))
	}
	if model.WithHowSettled("Lunchtime noise", " ") != "Lunchtime noise" || model.HowSettled("Lunchtime noise") != "" {
		t.Error("no word leaves one")
	}
}
