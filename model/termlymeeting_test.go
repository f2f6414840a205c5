package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

// The days of the grid's tests: the sample calendar's autumn term runs to Fri 18 Dec 2026.
const autumnDay = model.Date("2026-11-24")

func TestATermHasItsMeetingOrSaysThatItIsMissing(t *testing.T) { // rules.md R32 and R33
	held := func(start model.Moment, record model.Date) model.SENMeeting {
		return model.SENMeeting{ID: 1, Kind: model.TermlyReview, Status: model.Held, Start: start, Record: record}
	}
	planned := model.SENMeeting{ID: 2, Kind: model.TermlyReview, Status: model.Planned, Start: "2026-12-03T15:30"}
	for _, c := range []struct {
		name     string
		today    model.Date
		meetings []model.SENMeeting
		state    model.TermState
		words    string
		record   string
	}{
		{"nothing, and time", autumnDay, nil, model.TermMissing, "missing", ""},
		{"nothing, fifteen days left", "2026-11-27", nil, model.TermPressing, "missing, 15 days left", ""},
		{"the last day of the term", "2026-12-18", nil, model.TermPressing, "missing, 0 days left", ""},
		{"nothing, and the term is over", "2026-12-20", nil, model.TermNone, "none held", ""},
		{"planned", autumnDay, []model.SENMeeting{planned}, model.TermPlanned, "planned 3 Dec", ""},
		{"planned without a time", autumnDay, []model.SENMeeting{{ID: 3, Kind: model.TermlyReview, Status: model.Planned}}, model.TermPlanned, "planned, no time yet", ""},
		{"held, record given", autumnDay, []model.SENMeeting{held("2026-10-14T09:00", "2026-10-21"), planned}, model.TermMet, "held 14 Oct", "record home 21 Oct"},
		{"held, record to give", autumnDay, []model.SENMeeting{held("2026-11-20T09:00", "")}, model.TermMet, "held 20 Nov", "record home by 27 Nov"},
		{"held, record late", autumnDay, []model.SENMeeting{held("2026-10-14T09:00", "")}, model.TermMet, "held 14 Oct", "record not home"},
		{"the last week of summer does not serve for autumn", autumnDay, []model.SENMeeting{held("2026-07-08T09:00", "")}, model.TermMissing, "missing", ""},
		{"an annual review counts", autumnDay, []model.SENMeeting{{ID: 4, Kind: model.AnnualReview, Status: model.Held, Start: "2026-11-23", Record: "2026-11-24"}},
			model.TermMet, "held 23 Nov", "record home 24 Nov"},
		{"an honest conversation does not", autumnDay, []model.SENMeeting{{ID: 5, Kind: model.HonestConversation, Status: model.Held, Start: "2026-11-23"}}, model.TermMissing, "missing", ""},
		{"nor one that was missed", autumnDay, []model.SENMeeting{{ID: 6, Kind: model.TermlyReview, Status: model.Missed, Start: "2026-11-23"}}, model.TermMissing, "missing", ""},
	} {
		calendar := sampleCalendar(t)
		cell := model.TermGrid(calendar.TermsOfYear(c.today), c.meetings, calendar, model.Settings{}, c.today)[0]
		if cell.State != c.state || cell.Words(c.today) != c.words || cell.RecordWords() != c.record {
			t.Errorf("%s: %s, %q, %q", c.name, cell.State, cell.Words(c.today), cell.RecordWords())
		}
	}
}

func TestASchoolsOwnNumbersOfTheGrid(t *testing.T) { // rules.md R32 and R33, settings
	calendar := sampleCalendar(t)
	settings := model.NewSettings(map[model.SettingKey]string{model.SENTermlyWarn: "18", model.SENRecordHome: "1"})
	terms := calendar.TermsOfYear(autumnDay)
	if cell := model.TermGrid(terms, nil, calendar, settings, autumnDay)[0]; cell.State != model.TermPressing {
		t.Errorf("with eighteen days left: %s", cell.State)
	}
	held := []model.SENMeeting{{ID: 1, Kind: model.TermlyReview, Status: model.Held, Start: "2026-11-20T09:00"}}
	if cell := model.TermGrid(terms, held, calendar, settings, autumnDay)[0]; cell.Record != model.RecordLate || cell.GiveBy != "2026-11-23" {
		t.Errorf("a record due the next school day: %s by %s", cell.Record, cell.GiveBy)
	}
}

func TestTheWarningOfATermComesWhenFewDaysAreLeft(t *testing.T) { // rules.md R32
	calendar := sampleCalendar(t)
	for day, want := range map[model.Date]string{autumnDay: "", "2026-11-27": "3 pupils without a SEN meeting", "2026-12-22": ""} {
		if got := model.TermlyWarning(3, calendar, model.Settings{}, day); got != want {
			t.Errorf("%s: %q", day, got)
		}
	}
	if got := model.TermlyWarning(0, calendar, model.Settings{}, "2026-12-01"); got != "" {
		t.Errorf("with nobody missing: %q", got)
	}
}

func TestAMeetingServesOneTermAlone(t *testing.T) { // rules.md R32
	calendar := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		day := model.Date("2026-09-01").AddDays(rapid.IntRange(0, 364).Draw(t, "day"))
		today := model.Date("2026-09-01").AddDays(rapid.IntRange(0, 364).Draw(t, "today"))
		m := []model.SENMeeting{{ID: 1, Kind: model.TermlyReview, Status: model.Held, Start: model.At(day, "09:00")}}
		met := 0
		for _, cell := range model.TermGrid(calendar.TermsOfYear(today), m, calendar, model.Settings{}, today) {
			if cell.State == model.TermMet {
				met++
			}
		}
		_, inTerm := calendar.TermOf(day)
		want := 0
		if inTerm && day <= today {
			want = 1
		}
		if met != want {
			t.Fatalf("a meeting on %s, seen on %s, serves %d terms", day, today, met)
		}
	})
}
