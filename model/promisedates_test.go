package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

// autumn is a calendar with one year: half-term 26 to 30 October, INSET on Mon 2 November.
func autumn() *model.Calendar {
	return model.NewCalendar(model.CalendarDates{
		Terms: []model.Term{
			{Year: "2025/26", Name: model.Autumn, Start: "2025-09-02", End: "2025-12-19", HalfTermStart: "2025-10-27", HalfTermEnd: "2025-10-31"},
			{Year: "2025/26", Name: model.Spring, Start: "2026-01-05", End: "2026-03-27", HalfTermStart: "2026-02-16", HalfTermEnd: "2026-02-20"},
			{Year: "2025/26", Name: model.Summer, Start: "2026-04-13", End: "2026-07-21", HalfTermStart: "2026-05-25", HalfTermEnd: "2026-05-29"},
			{Year: "2026/27", Name: model.Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"},
			{Year: "2026/27", Name: model.Spring, Start: "2027-01-04", End: "2027-03-25", HalfTermStart: "2027-02-15", HalfTermEnd: "2027-02-19"},
			{Year: "2026/27", Name: model.Summer, Start: "2027-04-12", End: "2027-07-21", HalfTermStart: "2027-05-31", HalfTermEnd: "2027-06-04"},
		},
		Inset: []model.Date{"2026-11-02"},
	}, model.Counting{})
}

func TestReplyClockCountsSchoolDaysFromTheDayItArrived(t *testing.T) { // rules.md R13, R14
	late := model.NewSettings(map[model.SettingKey]string{model.ReplyCutoff: "16:00"})
	working := model.NewSettings(map[model.SettingKey]string{model.ReplyUnit: model.InWorkingDays})
	for _, test := range []struct {
		name     string
		received model.Moment
		settings model.Settings
		today    model.Date
		due      model.Date
		words    string
	}{
		{"a school day is day 0", "2026-11-19", model.Settings{}, "2026-11-19", "2026-11-26", "just asked"},
		{"two days on", "2026-11-19T09:00", model.Settings{}, "2026-11-23", "2026-11-26", "day 2 of 5"},
		{"its last day is not late", "2026-11-19", model.Settings{}, "2026-11-26", "2026-11-26", "due today"},
		{"late", "2026-11-19", model.Settings{}, "2026-11-30", "2026-11-26", "2 days late"},
		{"in half-term it arrives on the next school day", "2026-10-25", model.Settings{}, "2026-10-28", "2026-11-10", "just asked"},
		{"after the hour it is tomorrow's", "2026-11-19T17:40", late, "2026-11-20", "2026-11-27", "just asked"},
		{"at the hour it is today's", "2026-11-19T16:00", late, "2026-11-20", "2026-11-26", "day 1 of 5"},
		{"working days go through half-term", "2026-10-23", working, "2026-10-28", "2026-10-30", "day 3 of 5"},
		{"without term dates weekdays count", "2029-11-15", model.Settings{}, "2029-11-16", "2029-11-22", "day 1 of 5"},
	} {
		r := model.ReplyClockOf(test.received, test.settings, test.today, autumn())
		if r.Due != test.due || r.Words() != test.words {
			t.Errorf("%s: %s, due %s; want %s, %s", test.name, r.Words(), r.Due, test.words, test.due)
		}
	}
}

func TestReplyDueAsTheRulesGiveIt(t *testing.T) { // rules.md R13, R14
	cutoff := model.NewSettings(map[model.SettingKey]string{model.ReplyCutoff: "16:00"})
	for _, test := range []struct {
		received model.Moment
		n        int
		settings model.Settings
		due      model.Date
	}{
		{"2026-11-19", 2, model.Settings{}, "2026-11-23"},
		{"2026-10-25", 2, model.Settings{}, "2026-11-05"},
		{"2026-11-19T17:40", 2, model.Settings{}, "2026-11-23"},
		{"2026-11-19T17:40", 2, cutoff, "2026-11-24"},
	} {
		if due, err := model.ReplyDue(test.received, test.n, test.settings, autumn()); due != test.due || err != nil {
			t.Errorf("%s +%d: %s, %v; want %s", test.received, test.n, due, err, test.due)
		}
	}
	if _, err := model.ReplyDue("2027-07-30", 2, model.Settings{}, autumn()); err == nil {
		t.Error("a count beyond the calendar is guessed")
	}
}

// A list finds whose turn it is by one date; it must say the same as the rhythm of each family.
func TestDueSinceAgreesWithTheRhythm(t *testing.T) { // practice 6
	c := autumn()
	rapid.Check(t, func(t *rapid.T) {
		today := model.Date("2026-09-02").AddDays(rapid.IntRange(0, 320).Draw(t, "today"))
		last := today.AddDays(-rapid.IntRange(0, 120).Draw(t, "ago"))
		every := rapid.IntRange(0, 40).Draw(t, "every")
		since := model.DueSince(every, today, c)
		if due := model.RhythmOf(last, every, today, c).IsDue(); due != (since != "" && last <= since) {
			t.Fatalf("last %s, every %d, on %s: due %v, but the list asks up to %q", last, every, today, due, since)
		}
	})
}

func TestAnnualReviewMeetsFourWeeksBeforeItIsComplete(t *testing.T) { // rules.md R34
	for _, test := range []struct{ last, complete, meet, meetSchool, invite model.Date }{
		{"2026-03-10", "2027-03-09", "2027-02-09", "2027-02-09", "2027-01-26"},
		{"2025-11-28", "2026-11-27", "2026-10-30", "2026-10-23", "2026-10-09"},
		{"2026-02-25", "2027-02-24", "2027-01-27", "2027-01-27", "2027-01-13"},
	} {
		r := model.ReviewAfter(test.last, autumn())
		if r.CompleteBy != test.complete || r.MeetBy != test.meet || r.MeetBySchoolDay != test.meetSchool || r.InviteBy != test.invite {
			t.Errorf("decided %s: %+v", test.last, r)
		}
	}
	if _, known := (model.Pupil{SEN: model.SENSupport, Roll: model.OnRoll, PlanMade: "2026-03-10"}).Review(nil); known {
		t.Error("a pupil without a plan has an annual review")
	}
}

func TestTheSchoolYearTurns(t *testing.T) { // rules.md R6
	for _, test := range []struct {
		today, on model.Date
		what      string
	}{
		{"2026-10-06", "2026-10-23", "last day before half-term"},
		{"2026-11-24", "2026-12-18", "last day of term"},
		{"2026-10-28", "2026-11-03", "first day of school again"},
	} {
		turns := autumn().Turns(test.today)
		if len(turns) != 1 || turns[0].On != test.on || turns[0].What != test.what {
			t.Errorf("on %s: %+v; want %s, %s", test.today, turns, test.on, test.what)
		}
	}
	if turns := (&model.Calendar{}).Turns("2026-11-24"); turns != nil {
		t.Errorf("without term dates the year turns on %v", turns)
	}
}

// rules.md R12: a date can be explained a year later, and one that was told does not move by itself.
func TestDateExplainsItself(t *testing.T) {
	counted := model.FollowUp{Due: "2026-11-05", DueRule: "school days", DueFrom: "2026-10-21", DueCount: 5, DueSetBy: "Kettle"}
	if got := counted.DateRule("2026-11-24", autumn()); got != "5 school days from Wed 21 Oct, half-term and INSET 2 Nov left out: Thu 5 Nov" {
		t.Error(got)
	}
	moved := counted
	moved.Due = "2026-11-04"
	if got := moved.DateRule("2026-11-24", autumn()); got != "5 school days from Wed 21 Oct was Wed 4 Nov; by the calendar as it is now it would be Thu 5 Nov" || !moved.DateHasShifted(autumn()) {
		t.Error(got)
	}
	byHand := model.FollowUp{Due: "2026-11-27", DueRule: "set by hand", DueFrom: "2026-11-23", DueSetBy: "Ms Bright",
		OldDues: []model.OldDue{{Due: "2026-11-13"}, {Due: "2026-11-20"}}}
	if got := byHand.DateRule("2026-11-24", autumn()); got != "set by hand, yesterday, by Ms Bright" {
		t.Error(got)
	}
	if got := byHand.OldDates(); got != "Fri 13 Nov, then Fri 20 Nov" {
		t.Error(got)
	}
}

func TestOnlyWhatTheyCannotKnowIsOfferedToBeTold(t *testing.T) { // practice 13
	for kind, want := range map[model.FollowUpKind]bool{model.ActionPromised: true, model.OtherFollowUp: true,
		model.ThankYou: false, model.SummaryLetter: false, model.TellFamily: false, model.CheckInDue: false} {
		if got := model.WorthTelling(kind, model.Mine); got != want {
			t.Errorf("%s: %v", kind, got)
		}
		if model.WorthTelling(kind, model.OfFamily) {
			t.Errorf("%s: the family is told of what it did itself", kind)
		}
	}
}
