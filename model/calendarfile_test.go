package model_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kettle/model"
)

func sampleFile(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("testdata/calendar-2026-27.json")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestCalendarFileIsReadAndWrittenBack(t *testing.T) {
	f, err := model.ParseCalendar([]byte("\ufeff" + sampleFile(t)))
	if err != nil {
		t.Fatal(err)
	}
	if f.School != "Thornwick School (made up)" || f.Kind != model.Maintained || len(f.Groups) != 16 || len(f.Dates.Terms) != 6 || len(f.Dates.Inset) != 10 {
		t.Errorf("read as %+v", f)
	}
	f.Dates = f.Dates.RemoveBankHoliday("2026-08-31")
	f.Dates.Closures = []model.Closure{{Date: "2027-01-21", Reason: "snow <&> ice"}, {Date: "2027-01-22"}}
	f.Dates.Terms[1].HalfTermStart, f.Dates.Terms[1].HalfTermEnd = "", ""
	f.Dates.Inset = append(f.Dates.Inset, "2027-07-22") // after the end of term
	data, err := f.Format()
	if err != nil {
		t.Fatal(err)
	}
	again, err := model.ParseCalendar(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f, again); diff != "" {
		t.Errorf("written and read again (-before +after):\n%s", diff)
	}
}

func TestBuiltInBankHolidaysAreThoseOfTheSample(t *testing.T) {
	var none *model.Calendar
	if diff := cmp.Diff(sampleDates(t).BankHolidays, none.BankHolidays()); diff != "" {
		t.Error(diff)
	}
}

func TestCalendarFileTakesClosuresWithAndWithoutReason(t *testing.T) {
	text := strings.Replace(sampleFile(t), `"closures": []`, `"closures": ["2027-01-21", {"date": "2027-01-22", "reason": "boiler"}]`, 1)
	f, err := model.ParseCalendar([]byte(text))
	want := []model.Closure{{Date: "2027-01-21"}, {Date: "2027-01-22", Reason: "boiler"}}
	if diff := cmp.Diff(want, f.Dates.Closures); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}

func TestCalendarFileErrorsNameThePlace(t *testing.T) {
	for name, x := range map[string]struct{ old, new, want string }{
		"no such day":    {`"2026-10-26", "end"`, `"2026-10-32", "end"`, `2026/27 Autumn, start of half_term: "2026-10-32" is not a date: write it like 2026-10-26`},
		"English date":   {`"2026-11-02"]`, `"2/11/2026"]`, `2026/27 Autumn, inset, number 3: "2/11/2026" is not a date: write it like 2026-10-26`},
		"term name":      {`"term": "Spring", "start": "2027`, `"term": "Lent", "start": "2027`, `2026/27, term 2: "Lent" is not a term: write Autumn, Spring or Summer`},
		"year":           {`"year": "2026/27"`, `"year": "2026"`, `years, number 2: "2026" is not a school year: write it like 2026/27`},
		"order":          {`"end": "2026-12-18"`, `"end": "2026-08-31"`, `2026/27 Autumn: the term starts on Tue 1 Sep 2026, after its end on Mon 31 Aug 2026`},
		"misspelt word":  {`"inset": ["2027-06-25"]`, `"inest": ["2027-06-25"]`, `line 21: the word "inest" is not known in a calendar: look at its spelling`},
		"missing comma":  {`"end": "2026-12-18",`, `"end": "2026-12-18"`, `line 19: this is not JSON; a comma, a quote or a bracket is missing or too many`},
		"number as date": {`"date": "2025-01-01"`, `"date": 20250101`, `line 27: "bank_holidays.date" cannot be a number here`},
		"kind":           {`"maintained"`, `"free"`, `kind: "free" is not known: write maintained or academy`},
		"holiday":        {`"2028-12-26"`, `"26 Dec"`, `bank_holidays, number 32: "26 Dec" is not a date: write it like 2026-10-26`},
	} {
		text := strings.Replace(sampleFile(t), x.old, x.new, 1)
		if text == sampleFile(t) {
			t.Fatalf("%s: nothing was changed", name)
		}
		if _, err := model.ParseCalendar([]byte(text)); err == nil || err.Error() != x.want {
			t.Errorf("%s: %v\nwant %s", name, err, x.want)
		}
	}
	for text, want := range map[string]string{
		"":                                      "the calendar file ends too early: a part of it is missing",
		sampleFile(t)[:900]:                     "the calendar file ends too early: a part of it is missing",
		sampleFile(t) + "x":                     "line 61: there is more behind the end of the calendar",
		strings.Repeat(" ", 2<<20):              "the calendar file is larger than 1 MB: it is not a calendar",
		`{"closures": [{"date": "\u001b[2J"}]}`: `closures, number 1: "" is not a date: write it like 2026-10-26`,
	} {
		if _, err := model.ParseCalendar([]byte(text)); err == nil || err.Error() != want {
			t.Errorf("%.40q: %v\nwant %s", text, err, want)
		}
	}
}

func FuzzCalendarFileNeverPanicsAndReadsBackTheSame(f *testing.F) {
	f.Add(sampleFile(f))
	f.Add(`{"years": [{"year": "2099/00", "terms": [{"term": "Summer", "start": "2100-08-31", "end": "2100-08-31"}]}]}`)
	f.Add(`{"closures": [1, "2027-01-21"], "not_bank_holidays": ["2026-12-25"]}`)
	f.Fuzz(func(t *testing.T, text string) {
		file, err := model.ParseCalendar([]byte(text))
		if err != nil {
			return
		}
		c := model.NewCalendar(file.Dates, model.Counting{})
		c.Check()
		c.Week(mon)
		data, err := file.Format()
		if err != nil {
			t.Fatal(err)
		}
		again, err := model.ParseCalendar(data)
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if len(again.Dates.Terms) != len(file.Dates.Terms) || len(again.Dates.Inset) != len(file.Dates.Inset) {
			t.Fatalf("%+v\n%+v", file, again)
		}
	})
}
