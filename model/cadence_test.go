package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

// practices 2 and 6
func TestARhythmCountsSchoolDaysAndSleepsInHolidays(t *testing.T) {
	calendar := sampleCalendar(t)
	for _, tc := range []struct {
		name            string
		last            model.Date
		every           int
		today           model.Date
		glyph           string
		words, due      string
		isDue, sleeping bool
	}{
		{"said today", "2026-11-24", 10, "2026-11-24", "○", "today", "Tue 8 Dec", false, false},
		{"over a weekend", "2026-11-20", 10, "2026-11-23", "○", "1 school day", "Fri 4 Dec", false, false},
		{"a week of two", "2026-11-17", 10, "2026-11-24", "◑", "1 week", "Tue 1 Dec", false, false},
		{"a day before", "2026-11-11", 10, "2026-11-24", "◕", "1 week", "Wed 25 Nov", false, false},
		{"due", "2026-11-10", 10, "2026-11-24", "●", "2 weeks", "Tue 24 Nov", true, false},
		{"long past", "2026-10-05", 10, "2026-11-24", "●", "6 weeks", "Mon 19 Oct", true, false},
		{"half-term does not count", "2026-10-22", 5, "2026-11-03", "◑", "2 school days", "Fri 6 Nov", false, false},
		{"due, but it is half-term", "2026-10-05", 10, "2026-10-28", "●", "2 weeks", "Mon 19 Oct", false, true},
		{"never spoken with", "", 10, "2026-11-24", "●", "not yet", "", true, false},
		{"no rhythm", "2026-09-10", 0, "2026-11-24", "○", "today", "", false, false},
	} {
		r := model.RhythmOf(tc.last, tc.every, tc.today, calendar)
		if r.Stage.Glyph() != tc.glyph || r.Due.Due.Short() != tc.due || r.IsDue() != tc.isDue || r.Sleeping != tc.sleeping {
			t.Errorf("%s: %s due %q, due now %v, asleep %v; want %s %q %v %v", tc.name, r.Stage.Glyph(), r.Due.Due.Short(), r.IsDue(), r.Sleeping,
				tc.glyph, tc.due, tc.isDue, tc.sleeping)
		}
		if tc.every > 0 && r.Words() != tc.words {
			t.Errorf("%s: %q ago, want %q", tc.name, r.Words(), tc.words)
		}
	}
}

func TestWithoutTermDatesWeekdaysCount(t *testing.T) {
	r := model.RhythmOf("2026-11-10", 10, "2026-11-24", nil)
	if !r.IsDue() || r.Passed != 10 || !r.Due.NoTerms {
		t.Errorf("due %v after %d days, says that there are no terms: %v; want true, 10, true", r.IsDue(), r.Passed, r.Due.NoTerms)
	}
	if r := model.RhythmOf("2026-12-24", 5, "2026-12-31", nil); r.Passed != 3 {
		t.Errorf("over Christmas %d days passed, want 3: the bank holidays do not count", r.Passed)
	}
}

func TestHowOftenInWords(t *testing.T) {
	for every, want := range map[int]string{0: "", 1: "every day", 5: "every week", 10: "every 2 weeks", 8: "every 8 school days", 2: "every 2 school days"} {
		if got := (model.Rhythm{Every: every}).EveryWords(); got != want {
			t.Errorf("%d: %q, want %q", every, got, want)
		}
	}
}

func TestTheGlyphFillsUpAsTimeRunsOut(t *testing.T) {
	for _, tc := range []struct {
		used, whole int
		want        string
	}{{0, 10, "○"}, {1, 10, "○"}, {2, 10, "◔"}, {2, 5, "◑"}, {5, 10, "◑"}, {7, 10, "◕"}, {9, 10, "◕"}, {10, 10, "●"}, {99, 10, "●"}, {5, 0, "○"}, {-1, 5, "○"}} {
		if got := model.StageOf(tc.used, tc.whole).Glyph(); got != tc.want {
			t.Errorf("%d of %d: %s, want %s", tc.used, tc.whole, got, tc.want)
		}
	}
}

func TestAStageNeverGoesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(1, 400).Draw(t, "whole")
		used := rapid.IntRange(0, 500).Draw(t, "used")
		stage := model.StageOf(used, whole)
		if model.StageOf(used+1, whole) < stage || (stage == model.StagePast) != (used >= whole) {
			t.Fatalf("%d of %d is stage %d", used, whole, stage)
		}
	})
}
