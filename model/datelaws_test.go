package model_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

func TestEveryDateThatIsPrintedParsesBackToItself(t *testing.T) {
	c := sampleCalendar(t)
	rapid.Check(t, func(t *rapid.T) {
		today := model.Date("2024-01-01").AddDays(rapid.IntRange(0, 1500).Draw(t, "today"))
		past := rapid.Bool().Draw(t, "past")
		n := rapid.IntRange(0, 364).Draw(t, "days")
		if past {
			n = -n
		}
		d := today.AddDays(n)
		for _, text := range []string{string(d), d.Short(), d.Full(), d.Letter(), d.Near(today)} {
			p, err := model.ParseDate(text, model.DateOptions{Today: today, Past: past, Calendar: c})
			if err != nil || p.Date != d || p.Warn != "" {
				t.Fatalf("%q on %s: %s %s, %v; want %s", text, today, p.Date, p.Warn, err, d)
			}
		}
		at := model.At(d, "15:30")
		p, err := model.ParseWhen(at.Near(today), model.DateOptions{Today: today, Past: past, Calendar: c})
		if err != nil || p.When() != at {
			t.Fatalf("%q on %s: %s, %v; want %s", at.Near(today), today, p.When(), err, at)
		}
	})
}

func FuzzTypedDatesNeverPanicAndKeepTheText(f *testing.F) {
	for _, x := range append(futureDates, pastDates...) {
		f.Add(x.text, false)
		f.Add(x.text+" at half 3", true)
	}
	f.Add(strings.Repeat("a week on ", 2000), false)
	f.Add("\x00\u202e24/10\x1b]0;x\x07", true)
	c := sampleCalendar(f)
	f.Fuzz(func(t *testing.T, text string, past bool) {
		o := model.DateOptions{Today: mon, Past: past, Calendar: c}
		for _, read := range []func(string, model.DateOptions) (model.Parsed, error){model.ParseDate, model.ParseWhen} {
			p, err := read(text, o)
			checkTyped(t, text, p.When().Valid(), err)
		}
		clock, err := model.ParseTime(text)
		checkTyped(t, text, clock.Valid(), err)
	})
}

// checkTyped holds for every text: it is a real date or time, or an error that kept the text.
func checkTyped(t *testing.T, text string, valid bool, err error) {
	t.Helper()
	var typedErr *model.DateError
	if err == nil && !valid {
		t.Fatalf("%q was taken and is nothing real", text)
	}
	if err != nil && (!errors.As(err, &typedErr) || typedErr.Text != text) {
		t.Fatalf("%q was lost: %v", text, err)
	}
	if err != nil && (strings.ContainsAny(err.Error(), "\x00\x1b\n") || len(err.Error()) > 400) {
		t.Fatalf("the sentence is not fit to show: %q", err.Error())
	}
}
