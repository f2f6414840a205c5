package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

func TestWithoutTermDatesNothingIsGuessed(t *testing.T) {
	for _, c := range []*model.Calendar{nil, {}, model.NewCalendar(model.CalendarDates{}, model.Counting{})} {
		if _, err := c.AddSchoolDays(mon, 5); !errors.Is(err, model.ErrNoCalendar) {
			t.Errorf("counting school days: %v", err)
		}
		if _, err := c.HalfTerm(mon); !errors.Is(err, model.ErrNoCalendar) {
			t.Errorf("half term: %v", err)
		}
		if got := c.Week(mon); got != "" {
			t.Errorf("week: %q", got)
		}
		if c.IsWorkingDay("2026-12-28") || !c.IsWorkingDay("2026-12-29") {
			t.Error("the built-in bank holidays do not stand")
		}
		if got := c.Note(mon); got != "no term dates yet" {
			t.Errorf("note: %q", got)
		}
	}
}

func TestNoDateGivesNoDate(t *testing.T) {
	c := sampleCalendar(t)
	if d, err := c.AddSchoolDays("", 5); d != "" || err != nil {
		t.Errorf("school days from no date: %q, %v", d, err)
	}
	if d := c.AddWorkingDays("no date", 5); d != "" {
		t.Errorf("working days from a text: %q", d)
	}
	if got := c.DueInSchoolDays("", 5); got.Due != "" || got.String() != "" {
		t.Errorf("a promise from no date: %+v", got)
	}
}

func TestInsetIsASchoolDayOnlyWhereTheSchoolSaysSo(t *testing.T) {
	for counts, want := range map[bool]model.Date{false: "2026-11-03", true: "2026-11-02"} {
		c := model.NewCalendar(sampleDates(t), model.Counting{InsetCounts: counts})
		if got, err := c.AddSchoolDays("2026-10-23", 1); got != want || err != nil {
			t.Errorf("INSET counts %v: %s, %v; want %s", counts, got, err, want)
		}
	}
}

func TestClearDaysGoOneFurtherBack(t *testing.T) {
	for clear, want := range map[bool]model.Date{false: "2026-10-21", true: "2026-10-20"} {
		c := model.NewCalendar(sampleDates(t), model.Counting{ClearDays: clear})
		if got, err := c.SchoolDaysBefore("2026-11-05", 5); got != want || err != nil {
			t.Errorf("clear days %v: %s, %v; want %s", clear, got, err, want)
		}
	}
}

func TestACountSaysWhatItLeftOut(t *testing.T) {
	dates := sampleDates(t)
	dates.Closures = []model.Closure{{Date: "2027-01-21", Reason: "snow"}}
	c := model.NewCalendar(dates, model.Counting{})
	for _, x := range []struct {
		from model.Date
		n    int
		want string
	}{
		{"2026-10-21", 5, "5 school days from Wed 21 Oct, half-term and INSET 2 Nov left out: Thu 5 Nov"},
		{"2026-11-23", 1, "1 school day from Mon 23 Nov: Tue 24 Nov"},
		{"2026-12-17", 3, "3 school days from Thu 17 Dec, Christmas holiday and INSET 4 Jan left out: Wed 6 Jan 2027"},
		{"2026-11-05", -5, "5 school days before Thu 5 Nov, INSET 2 Nov and half-term left out: Wed 21 Oct"},
		{"2027-01-20", 1, "1 school day from Wed 20 Jan, closed (snow) 21 Jan left out: Fri 22 Jan"},
		{"2027-04-30", 1, "1 school day from Fri 30 Apr, Early May bank holiday 3 May left out: Tue 4 May"},
	} {
		got, err := c.CountSchoolDays(x.from, x.n)
		if err != nil || got.String() != x.want {
			t.Errorf("%s, %v\nwant %s", got, err, x.want)
		}
	}
	if _, err := c.CountSchoolDays("2027-07-19", 5); !errors.Is(err, model.ErrNoCalendar) {
		t.Errorf("a count off the end: %v", err)
	}
}

func TestPromisesCountWeekdaysWhereNoTermsAreKnown(t *testing.T) {
	var none *model.Calendar
	if got := none.DueInSchoolDays("2026-12-23", 2).String(); got != "2 school days from Wed 23 Dec, Christmas Day 25 Dec and "+
		"Boxing Day (substitute day) 28 Dec left out: Tue 29 Dec (no term dates yet)" {
		t.Error(got)
	}
	c := sampleCalendar(t)
	if got := c.DueInSchoolDays("2027-07-19", 5).String(); got != "5 school days from Mon 19 Jul, summer holiday left out: Fri 3 Sep (no term dates yet)" {
		t.Error(got)
	}
	if got := c.DueInSchoolDays(mon, 5); got.NoTerms || got.Due != "2026-11-30" {
		t.Errorf("%+v", got)
	}
}

func TestHowFarAwayIsSaidInSchoolDays(t *testing.T) {
	c := sampleCalendar(t)
	for _, x := range []struct {
		today, due model.Date
		want       string
	}{
		{mon, mon, "today"},
		{mon, "2026-11-24", "1 school day"},
		{"2026-10-21", "2026-11-05", "5 school days"},
		{"2026-10-28", "2026-11-05", "3 school days, Thu 5 Nov"},
		{"2026-11-05", "2026-10-21", "overdue by 5 school days"},
		{"2026-11-22", "2026-11-20", "overdue since Fri 20"},
		{"2026-10-23", "2026-10-26", "Mon 26"},
		{"2027-07-20", "2027-09-10", "Fri 10 Sep"},
		{mon, "", ""},
	} {
		if got := c.Away(x.today, x.due); got != x.want {
			t.Errorf("%s from %s: %q, want %q", x.due, x.today, got, x.want)
		}
	}
}

func TestWeeksOfAHalfAreCountedByMondays(t *testing.T) {
	c := sampleCalendar(t)
	for d, want := range map[model.Date]string{
		"2026-09-01": "Autumn 1, week 1", // a Tuesday
		"2026-09-06": "Autumn 1, week 1",
		"2026-09-07": "Autumn 1, week 2",
		"2026-10-24": "Autumn half-term",
		"2026-11-01": "Autumn half-term",
		"2026-11-02": "Autumn 2, week 1",
		"2026-11-24": "Autumn 2, week 4",
		"2026-12-25": "Christmas holiday",
		"2027-08-31": "Summer holiday",
		"2027-09-01": "",
	} {
		if got := c.Week(d); got != want {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
}

func TestTermAndHalfTermOfADay(t *testing.T) {
	c := sampleCalendar(t)
	if term, ok := c.TermOf("2026-10-27"); !ok || term.String() != "2026/27 Autumn" {
		t.Errorf("in half-term it is still that term: %v %v", term, ok)
	}
	if term, ok := c.TermOf("2026-12-22"); ok {
		t.Errorf("in the holidays there is no term: %v", term)
	}
	for d, want := range map[model.Date]model.Date{
		"2026-11-24": "2026-11-02", "2026-10-27": "2026-09-01", "2026-12-25": "2026-11-02", "2026-09-01": "2026-09-01",
	} {
		if got, err := c.HalfTermStart(d); got != want || err != nil {
			t.Errorf("%s: %s, %v; want %s", d, got, err, want)
		}
	}
}

func TestDaysBesideAMissingTermAreNotGuessed(t *testing.T) {
	dates := sampleDates(t)
	dates.Terms = slices.DeleteFunc(dates.Terms, func(x model.Term) bool { return x.Year != "2026/27" || x.Name == model.Spring })
	c := model.NewCalendar(dates, model.Counting{})
	for d, want := range map[model.Date]model.DayKind{
		"2026-08-28": model.DayUnknown, "2026-12-18": model.DaySchool, "2026-12-21": model.DayUnknown, "2027-02-01": model.DayUnknown,
		"2027-04-12": model.DaySchool, "2027-08-30": model.DayBankHoliday, "2027-08-31": model.DayHoliday,
	} {
		if got := c.DayKind(d); got != want {
			t.Errorf("%s: %s, want %s", d, got, want)
		}
	}
	if _, err := c.AddSchoolDays("2026-12-18", 1); !errors.Is(err, model.ErrNoCalendar) {
		t.Errorf("a count into the missing term: %v", err)
	}
}

func TestBankHolidaysCanBeAddedAndRemoved(t *testing.T) {
	extra := model.BankHoliday{Date: "2026-11-20", Name: "Day of thanks"}
	dates := sampleDates(t).AddBankHoliday(extra).RemoveBankHoliday("2026-12-28")
	c := model.NewCalendar(dates, model.Counting{})
	if name, _ := c.BankHoliday("2026-11-20"); name != extra.Name || c.DayKind("2026-11-20") != model.DayBankHoliday {
		t.Errorf("added: %q, %s", name, c.DayKind("2026-11-20"))
	}
	if !c.IsWorkingDay("2026-12-28") {
		t.Error("the removed one still stands")
	}
	dates = dates.RemoveBankHoliday("2026-11-20").AddBankHoliday(model.BankHoliday{Date: "2026-12-28", Name: "Boxing Day"})
	c = model.NewCalendar(dates, model.Counting{})
	if !c.IsWorkingDay("2026-11-20") || c.IsWorkingDay("2026-12-28") {
		t.Error("taking both back did not help")
	}
}

func TestTheCalendarSaysWhatLooksWrong(t *testing.T) {
	term := func(change func(*model.Term)) model.CalendarDates {
		d := sampleDates(t)
		change(&d.Terms[3]) // 2026/27 Autumn
		return d
	}
	plain := sampleDates(t)
	for name, x := range map[string]struct {
		dates model.CalendarDates
		want  string
	}{
		"start after end": {term(func(x *model.Term) { x.End = "2026-08-30" }), "2026/27 Autumn: the term starts on Tue 1 Sep 2026, after its end on Sun 30 Aug 2026."},
		"half-term outside": {term(func(x *model.Term) { x.HalfTermEnd = "2027-01-30" }),
			"2026/27 Autumn: half-term, Mon 26 Oct 2026 to Sat 30 Jan 2027, lies outside the term."},
		"overlap": {term(func(x *model.Term) { x.End = "2027-01-08" }), "2026/27 Spring starts on Mon 4 Jan 2027, before 2026/27 Autumn ends on Fri 8 Jan 2027."},
		"short year": {term(func(x *model.Term) { x.End = "2026-12-17" }),
			"2026/27 comes to 189 days with pupils and 5 INSET days; a year has normally 190 and 5."},
		"wrong year":   {term(func(x *model.Term) { x.Year = "2026-27" }), `"2026-27" is not a school year: write it like 2026/27.`},
		"term missing": {model.CalendarDates{Terms: plain.Terms[:1]}, "2025/26 has no Summer term yet."},
		"twice":        {model.CalendarDates{Terms: append(slices.Clone(plain.Terms), plain.Terms[0])}, "2025/26 Autumn is entered twice: the first one counts."},
		"INSET on a Sunday": {model.CalendarDates{Terms: plain.Terms, Inset: []model.Date{"2026-11-01"}},
			"INSET Sun 1 Nov 2026 is not a weekday, or it is a bank holiday."},
	} {
		if said := model.NewCalendar(x.dates, model.Counting{}).Check(); !slices.Contains(said, x.want) {
			t.Errorf("%s: %s\nwant %s", name, strings.Join(said, "\n"), x.want)
		}
	}
	if said := sampleCalendar(t).Check(); len(said) != 0 {
		t.Errorf("nothing is wrong with the sample: %s", strings.Join(said, "\n"))
	}
}

func TestNextYearIsAskedForFromMay(t *testing.T) {
	c := sampleCalendar(t)
	for today, want := range map[model.Date]string{
		"2026-11-23": "", "2026-05-02": "", "2027-04-30": "", "2027-05-01": "2027/28", "2027-09-01": "2027/28",
	} {
		if got := c.NextYearMissing(today); got != want {
			t.Errorf("on %s: %q, want %q", today, got, want)
		}
	}
}

func TestCountingForwardsAndBackAgree(t *testing.T) {
	c := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		d := model.Date("2025-11-01").AddDays(rapid.IntRange(0, 500).Draw(t, "start"))
		n := rapid.IntRange(-30, 60).Draw(t, "days")
		due, err := c.AddSchoolDays(d, n)
		if err != nil {
			t.Fatal(err)
		}
		if open, _ := c.IsSchoolDay(due); n != 0 && !open {
			t.Fatalf("%s%+d = %s is no school day", d, n, due)
		}
		open, _ := c.IsSchoolDay(d)
		if between, err := c.SchoolDaysBetween(d, due); err != nil || between != n && (n > 0 || open) {
			t.Fatalf("from %s to %s are %d, %v; want %d", d, due, between, err, n)
		}
		there, _ := c.SchoolDaysBetween(d, due)
		if back, _ := c.SchoolDaysBetween(due, d); back != -there {
			t.Fatalf("there %d, back %d", there, back)
		}
	})
}

func TestEveryKnownDayHasOnePartAndAKindThatFits(t *testing.T) {
	c := sampleCalendar(t)
	for d := model.Date("2025-08-31"); d <= "2027-09-01"; d = d.AddDays(1) {
		part, known := c.Part(d)
		kind := c.DayKind(d)
		if outside := d < "2025-09-01" || d > "2027-08-31"; known == outside || !kind.Valid() {
			t.Errorf("%s: known %v, %s", d, known, kind)
		}
		if known && (kind == model.DaySchool && part.Break || kind == model.DayHoliday && !part.Break) {
			t.Errorf("%s is %s in %s", d, kind, part)
		}
		if weekend := d.Weekday() == 0 || d.Weekday() == 6; weekend != (kind == model.DayWeekend) {
			t.Errorf("%s is a %s, and %s", d, d.Weekday(), kind)
		}
	}
}
