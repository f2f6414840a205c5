package model

import "testing"

func TestWhatWasTakenOutIsSaidInASentence(t *testing.T) {
	for want, out := range map[string]TakenOut{
		"120 people of 61 families, in 143 rows.":                       {TakeOut: TakeOut{Kind: OutContacts}, Rows: 143, Families: 61, People: 120},
		"1 person of 1 family, in 1 card.":                              {TakeOut: TakeOut{Kind: OutCards}, Rows: 1, Families: 1, People: 1},
		"45 entries of 30 families.":                                    {TakeOut: TakeOut{Kind: OutCalendar}, Rows: 45, Families: 30},
		"Nothing to take out: no entry.":                                {TakeOut: TakeOut{Kind: OutLog}},
		"Nothing to take out: no meeting and no promise in these days.": {TakeOut: TakeOut{Kind: OutCalendar}},
		"Nothing to take out: no family with “x”.":                      {TakeOut: TakeOut{Kind: OutFamilies, Words: "x"}},
		"Nothing to take out: everybody is left out.":                   {TakeOut: TakeOut{Kind: OutCards}, Left: []LeftOutOf{{Count: 1}}},
	} {
		if got := out.Sentence(); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestWhoIsLeftOutIsCountedOrdersFirst(t *testing.T) {
	var out TakenOut
	for range 4 {
		out.LeaveOut(AdultHasDied, "Mr Okafor")
	}
	out.LeaveOut(BehindAnOrder, "Mr Carver")
	if got, want := out.LeftSentence(), "Left out: 1 behind a court order, 4 died."; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	if len(out.Left[1].Who) != 1 {
		t.Errorf("one who is left out four times is named %v", out.Left[1].Who)
	}
	if got := (TakenOut{}).LeftSentence(); got != "" {
		t.Errorf("nobody left out says %q", got)
	}
}

func TestTheDaysOfWhatIsTakenOut(t *testing.T) {
	const today = Date("2026-11-24")
	o := DateOptions{Today: today}
	what := TakeOut{Kind: OutCalendar}
	if got := what.Begins(today); got != today {
		t.Errorf("a calendar begins %s", got)
	}
	if got := (TakeOut{Kind: OutLog}).Begins(today); got != "" {
		t.Errorf("the log begins %s", got)
	}
	if err := what.ReadDays("1/9/2026", "in 2 weeks", o); err != nil || what.From != "2026-09-01" || what.Until != "2026-12-08" {
		t.Errorf("the days are %s to %s: %v", what.From, what.Until, err)
	}
	for _, wrong := range [][2]string{{"31/2/2026", ""}, {"", "sometime"}, {"2/12/2026", "1/12/2026"}} {
		w := TakeOut{Kind: OutCalendar}
		if err := w.ReadDays(wrong[0], wrong[1], o); err == nil {
			t.Errorf("%v was taken", wrong)
		}
	}
	if got := what.FileName(today); got != "kettle-calendar-2026-11-24.ics" {
		t.Errorf("the file is called %s", got)
	}
}
