package model_test

import (
	"testing"

	"kettle/model"
)

// practices 45 to 47
func TestWhatAMeetingOwesIsDueInSchoolDays(t *testing.T) {
	dues := model.DuesAfter("2026-10-21", model.Settings{}, sampleCalendar(t))
	for _, tc := range []struct {
		name string
		got  model.SchoolDayCount
		want string
	}{
		{"thanks on the next school day", dues.ThankYou, "Thu 22 Oct"},
		{"the summary within five", dues.Summary, "Thu 5 Nov"},
		{"a date to meet again within fifteen", dues.AskAgain, "Thu 19 Nov"},
		{"how it was for them within three", dues.AskHow, "Tue 3 Nov"},
		{"what was agreed without a day within ten", dues.Action, "Thu 12 Nov"},
	} {
		if got := tc.got.Due.Short(); got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
}

func TestSettingsMoveWhatAMeetingOwes(t *testing.T) {
	s := model.NewSettings(map[model.SettingKey]string{model.ThankYouWithin: "0", model.SummaryWithin: "2", model.AskHowWithin: "1", model.ActionWithin: "4"})
	dues := model.DuesAfter("2026-11-24", s, sampleCalendar(t))
	if dues.ThankYou.Due != "2026-11-24" || dues.Summary.Due != "2026-11-26" {
		t.Errorf("thanks %s, summary %s; want the same day, and two later", dues.ThankYou.Due, dues.Summary.Due)
	}
	if dues.AskHow.Due != "2026-11-25" || dues.Action.Due != "2026-11-30" {
		t.Errorf("how it was %s, no day named %s; want the next day, and four later", dues.AskHow.Due, dues.Action.Due)
	}
	if got := model.DuesAfter("2026-11-20", model.Settings{}, nil).ThankYou; got.Due != "2026-11-23" || !got.NoTerms {
		t.Errorf("without term dates thanks are due %s, want Monday and that it says so", got.Due)
	}
}

func TestHowNearADateIs(t *testing.T) {
	calendar := sampleCalendar(t)
	for _, tc := range []struct {
		due   model.Date
		group model.DueGroup
		words string
	}{
		{"2026-11-23", model.DueLate, "1 day late"},
		{"2026-11-20", model.DueLate, "2 days late"},
		{"2026-10-22", model.DueLate, "17 days late"},
		{"2026-11-24", model.DueToday, "today"},
		{"2026-11-25", model.DueThisWeek, "tomorrow"},
		{"2026-11-26", model.DueThisWeek, "Thu 26"},
		{"2026-11-29", model.DueThisWeek, "Sun 29"},
		{"2026-11-30", model.DueLater, "Mon 30"},
		{"2026-12-04", model.DueLater, "Fri 4 Dec"},
		{"", model.DueLater, "no date"},
	} {
		f := model.FollowUp{Due: tc.due}
		if got := f.Group("2026-11-24"); got != tc.group || !got.Valid() {
			t.Errorf("%q is %q, want %q", tc.due, got, tc.group)
		}
		if got := model.DueWords(tc.due, "2026-11-24", calendar); got != tc.words {
			t.Errorf("%q: %q, want %q", tc.due, got, tc.words)
		}
	}
}

func TestLatenessSleepsOverTheWeekend(t *testing.T) {
	if got := model.DueWords("2026-11-20", "2026-11-21", sampleCalendar(t)); got != "late" {
		t.Errorf("on Saturday, Friday's promise is %q, want late without a count", got)
	}
	if got := model.DueWords("2026-11-20", "2026-11-24", nil); got != "4 days late" {
		t.Errorf("without term dates %q, want 4 days late", got)
	}
}
