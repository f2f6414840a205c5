package model

import "testing"

func TestByWhenALineShouldBeSettled(t *testing.T) {
	for _, tc := range []struct {
		name    string
		start   Date
		invited Date
		when    When
		change  func(*Facts)
		due     Date
	}{
		{"a week before", "2026-12-10", "2026-11-20", AWeekBefore, nil, "2026-12-03"},
		{"nobody invited, and there is a week", "2026-12-10", "", AWeekBefore, nil, "2026-12-03"},
		{"called at short notice, there never was a week", "2026-11-27", "2026-11-24", AWeekBefore, nil, "2026-11-26"},
		{"nobody invited, and the week has gone", "2026-11-27", "", AWeekBefore, nil, "2026-11-26"},
		{"invited in time, and the week has gone", "2026-11-27", "2026-11-16", AWeekBefore, nil, "2026-11-20"},
		{"the day before a Monday is Friday", "2026-11-30", "2026-11-16", TheDayBefore, nil, "2026-11-27"},
		{"before inviting, with nobody invited", "2026-12-10", "", BeforeInviting, nil, ""},
		{"before inviting, with the first invited", "2026-12-10", "2026-11-20", BeforeInviting, nil, "2026-11-20"},
		{"the day itself", "2026-11-27", "2026-11-16", OnTheDay, nil, ""},
		{"no date", "", "2026-11-16", TheDayBefore, nil, ""},
		{"urgent", "2026-11-25", "2026-11-24", TheDayBefore, func(f *Facts) { f.Meeting.Urgent = true }, ""},
		{"over", "2026-11-20", "2026-11-09", TheDayBefore, func(f *Facts) { f.Meeting.Status = Held }, ""},
	} {
		f := okaforFacts()
		f.Meeting.Start = Moment(tc.start)
		for i := range f.People {
			f.People[i].Invited = tc.invited
		}
		if tc.change != nil {
			tc.change(&f)
		}
		if got := f.due(tc.when); got != tc.due {
			t.Errorf("%s: due %q, want %q", tc.name, got, tc.due)
		}
	}
}

func TestOnlyWhatIsLateOrNearSaysItsDay(t *testing.T) {
	for _, tc := range []struct {
		due          Date
		when         When
		glyph, words string
	}{
		{"", TheDayBefore, "", ""},
		{"2026-11-20", AWeekBefore, "●", "was for Fri 20"},
		{"2026-11-24", TheDayBefore, "◕", "by today"},
		{"2026-11-25", TheDayBefore, "◕", "by tomorrow"},
		{"2026-11-26", TheDayBefore, "", ""},
		{"2026-11-23", BeforeInviting, "●", "was for yesterday"},
		{"2026-11-24", BeforeInviting, "", ""},
	} {
		if glyph, words := (Item{Due: tc.due, When: tc.when}).DueWords(okaforToday); glyph != tc.glyph || words != tc.words {
			t.Errorf("due %q: %q %q, want %q %q", tc.due, glyph, words, tc.glyph, tc.words)
		}
	}
}

func TestASettledLineHasNoDay(t *testing.T) {
	for _, i := range Checklist(okaforFacts()) {
		if i.State.Settled() && i.Due != "" {
			t.Errorf("%s is settled and due %s", i.ID, i.Due)
		}
	}
}
