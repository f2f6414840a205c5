package model_test

import (
	"testing"

	"kettle/model"
)

// rules.md R13, R14: the clock of a question, what the family knows, and what a holding reply changes.
func TestHowAQuestionStands(t *testing.T) {
	calendar := sampleCalendar(t)
	for _, tc := range []struct {
		name                string
		question            model.Contact
		promised            model.Date
		settings            map[model.SettingKey]string
		clock, ack, counted string
		late                bool
	}{
		{"two days ago", model.Contact{At: "2026-11-20T09:00"}, "", nil, "day 2 of 5", "say today that it has come",
			"5 school days from Fri 20 Nov: Fri 27 Nov", false},
		{"they know", model.Contact{At: "2026-11-20T09:00", Acknowledged: "2026-11-23"}, "", nil, "day 2 of 5", "they know since yesterday that it has come",
			"5 school days from Fri 20 Nov: Fri 27 Nov", false},
		{"late", model.Contact{At: "2026-11-12T09:00"}, "", nil, "3 days late", "say that it has come: that was due Mon 16 Nov",
			"5 school days from Thu 12 Nov: Thu 19 Nov", true},
		{"at the weekend", model.Contact{At: "2026-11-21T20:00"}, "", nil, "day 1 of 5", "say by tomorrow that it has come",
			"it came Sat 21 Nov 20:00, which counts as Mon 23 Nov; 5 school days from Mon 23 Nov: Mon 30 Nov", false},
		{"after the school's hour", model.Contact{At: "2026-11-19T17:40"}, "", map[model.SettingKey]string{model.ReplyCutoff: "16:00"}, "day 2 of 5", "say today that it has come",
			"it came Thu 19 Nov 17:40, which counts as Fri 20 Nov; 5 school days from Fri 20 Nov: Fri 27 Nov", false},
		{"in working days", model.Contact{At: "2026-10-22T09:00"}, "", map[model.SettingKey]string{model.ReplyUnit: model.InWorkingDays}, "18 days late", "say that it has come: that was due Mon 26 Oct",
			"5 working days from Thu 22 Oct: Thu 29 Oct", true},
		{"a holding reply", model.Contact{At: "2026-11-12T09:00", Acknowledged: "2026-11-19"}, "2026-12-04", nil, "by Fri 4 Dec", "they know since Thu 19 that it has come",
			"5 school days from Thu 12 Nov: Thu 19 Nov; the holding reply says Fri 4 Dec", false},
		{"a holding reply for today", model.Contact{At: "2026-11-12T09:00", Acknowledged: "2026-11-19"}, "2026-11-24", nil, "due today", "they know since Thu 19 that it has come",
			"5 school days from Thu 12 Nov: Thu 19 Nov; the holding reply says Tue 24 Nov", false},
		{"a holding reply that passed", model.Contact{At: "2026-11-09T09:00", Acknowledged: "2026-11-16"}, "2026-11-23", nil, "1 day late", "they know since Mon 16 Nov that it has come",
			"5 school days from Mon 9 Nov: Mon 16 Nov; the holding reply says Mon 23 Nov", true},
		{"promised earlier than the school does", model.Contact{At: "2026-11-20T09:00"}, "2026-11-25", nil, "day 2 of 5", "say today that it has come",
			"5 school days from Fri 20 Nov: Fri 27 Nov", false},
	} {
		const today = "2026-11-24"
		r := tc.question.StandsAsQuestion(tc.promised, model.NewSettings(tc.settings), today, calendar)
		if r.Clock(today, calendar) != tc.clock || r.AckWords(today) != tc.ack || r.Counted(tc.question.At, calendar) != tc.counted || r.LateOn(today) != tc.late {
			t.Errorf("%s:\n%q, %q, late %v\n%q\nwant\n%q, %q, %v\n%q", tc.name, r.Clock(today, calendar), r.AckWords(today), r.LateOn(today), r.Counted(tc.question.At, calendar),
				tc.clock, tc.ack, tc.late, tc.counted)
		}
	}
}

// rules.md R14: nobody is reminded in the evening, at the weekend or in the holidays.
func TestWhenNobodyIsReminded(t *testing.T) {
	calendar := sampleCalendar(t)
	for at, want := range map[model.Moment]bool{
		"2026-11-24T08:41": false, "2026-11-24T17:59": false, "2026-11-24T18:00": true, "2026-11-24T05:30": true, "2026-11-24": false,
		"2026-11-21T10:00": true, "2026-10-28T10:00": true, "2026-12-25T10:00": true, "2026-11-02T10:00": false,
	} {
		if got := model.Resting(at, calendar); got != want {
			t.Errorf("%s: %v, want %v", at, got, want)
		}
	}
	if model.Resting("2026-11-24T08:41", nil) || !model.Resting("2026-11-21T10:00", nil) {
		t.Error("without term dates a weekday is none to rest on, and a Saturday is")
	}
}
