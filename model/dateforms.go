package model

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// readWeekCommencing reads "w/c 2 nov": the Monday of the week of that date (rules.md R61).
func readWeekCommencing(words []string, o DateOptions) (Parsed, error) {
	if len(words) < 2 || words[0] != "wc" && words[0] != "wb" {
		return Parsed{}, errOtherForm
	}
	p, err := readWritten(words[1:], o)
	if err == nil && p.Date.Weekday() != time.Monday {
		p.Date, p.Warn = p.Date.Monday(), WarnNotMonday
	}
	return p, err
}

// readWritten reads a date with its day number, with or without a weekday, which must agree
// (rules.md R57).
func readWritten(words []string, o DateOptions) (Parsed, error) {
	weekday, rest, has := takeWeekday(words)
	p, err := readDayNumber(rest, o)
	if err != nil || !has || p.Date.Weekday() == weekday {
		return p, err
	}
	return Parsed{}, &DateError{Code: CodeWeekdayMismatch,
		Reason: p.Date.format("2 Jan 2006 is a Monday") + ", not a " + weekday.String() + "; change one of them"}
}

// takeWeekday takes the weekday from before or behind a date.
func takeWeekday(words []string) (day time.Weekday, rest []string, has bool) {
	if len(words) < 2 {
		return 0, words, false
	}
	last := len(words) - 1
	if day, has = weekdayWord(words[0]); has {
		return day, words[1:], true
	}
	if day, has = weekdayWord(words[last]); has {
		return day, words[:last], true
	}
	return 0, words, false
}

// readDayNumber reads 24/10, 2026-10-24, 24th of October 2026, Oct 24 and the 24th.
func readDayNumber(words []string, o DateOptions) (Parsed, error) {
	if len(words) == 1 {
		if p, err := readNumeric(words[0], o); !errors.Is(err, errOtherForm) {
			return p, err
		}
	}
	if len(words) > 1 {
		if month, ok := monthWord(words[0]); ok {
			return readMonthFirst(month, words[1:], o)
		}
	}
	day, rest, ordinal, ok := takeDay(words)
	if !ok {
		return Parsed{}, errOtherForm
	}
	if len(rest) == 0 && ordinal {
		return o.dayOfMonth(day)
	}
	if len(rest) > 1 && rest[0] == "of" {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return Parsed{}, errOtherForm
	}
	month, ok := monthWord(rest[0])
	if !ok {
		return Parsed{}, errOtherForm
	}
	return o.writtenDate(day, int(month), rest[1:])
}

func readMonthFirst(month time.Month, words []string, o DateOptions) (Parsed, error) {
	day, rest, _, ok := takeDay(words)
	if !ok {
		return Parsed{}, errOtherForm
	}
	return o.writtenDate(day, int(month), rest)
}

// takeDay takes "24", "24th" or "the 24th" from the front; ordinal says that it was more than a
// bare number.
func takeDay(words []string) (day int, rest []string, ordinal, ok bool) {
	if len(words) > 1 && words[0] == "the" {
		words, ordinal = words[1:], true
	}
	if len(words) == 0 || !allDigits(words[0], 2) {
		return 0, nil, false, false
	}
	day, _ = strconv.Atoi(words[0])
	words = words[1:]
	if len(words) > 0 && strings.Contains(" st nd rd th ", " "+words[0]+" ") {
		words, ordinal = words[1:], true
	}
	return day, words, ordinal, true
}

// writtenDate has the month by its name; the year behind it may be missing.
func (o DateOptions) writtenDate(day, month int, year []string) (Parsed, error) {
	switch {
	case len(year) == 0:
		return o.withoutYear(day, month)
	case len(year) == 1 && (allDigits(year[0], 2) && len(year[0]) == 2 || isWrittenYear(year[0])):
		return o.withYear(day, month, year[0])
	}
	return Parsed{}, errOtherForm
}

// isWrittenYear reports whether four digits behind a month name are a year and no time (rules.md
// R63).
func isWrittenYear(w string) bool {
	return len(w) == 4 && allDigits(w, 4) && w >= "1900" && w <= "2099"
}

// readNumeric reads day and month, and perhaps the year, with strokes, hyphens or full stops; a
// year of four digits may come first.
func readNumeric(word string, o DateOptions) (Parsed, error) {
	at := strings.IndexAny(word, "/-.")
	if at < 0 {
		return Parsed{}, errOtherForm
	}
	parts := strings.Split(word, word[at:at+1])
	if len(parts) == 3 && len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	if len(parts) > 3 || !allDigits(parts[0], 2) || !allDigits(parts[1], 2) {
		return Parsed{}, errOtherForm
	}
	day, _ := strconv.Atoi(parts[0])
	month, _ := strconv.Atoi(parts[1])
	if len(parts) == 2 {
		return o.withoutYear(day, month)
	}
	if year := parts[2]; allDigits(year, 4) && len(year)%2 == 0 {
		return o.withYear(day, month, year)
	}
	return Parsed{}, errOtherForm
}

// withYear is a date with a year of two or four digits. Two digits are of this century; in a date
// of birth that would lie ahead, of the last. On the wrong side of today it is taken with a warning.
func (o DateOptions) withYear(day, month int, digits string) (Parsed, error) {
	year, _ := strconv.Atoi(digits)
	if len(digits) == 2 {
		year += 2000
		if d, _ := NewDate(year, month, day); o.DOB && d > o.Today {
			year -= 100
		}
	}
	d, ok := NewDate(year, month, day)
	switch {
	case !ok:
		return Parsed{}, whyNoDate(day, month, year)
	case !o.past() && d < o.Today:
		return Parsed{Date: d, Warn: WarnPast}, nil
	case o.past() && d > o.Today:
		return Parsed{Date: d, Warn: WarnFuture}, nil
	}
	return Parsed{Date: d}, nil
}

// withoutYear is the next such date on or after today, or the latest on or before it. Only this
// year and its neighbour are looked at.
func (o DateOptions) withoutYear(day, month int) (Parsed, error) {
	this := o.Today.Time().Year()
	neighbour := this + 1
	if o.past() {
		neighbour = this - 1
	}
	for _, year := range []int{this, neighbour} {
		if d, ok := NewDate(year, month, day); ok && o.rightSide(d) {
			return Parsed{Date: d}, nil
		}
	}
	if day == 29 && month == int(time.February) {
		return Parsed{}, noSuchDate("there is no 29 February in %d or %d; type the year too", min(this, neighbour), max(this, neighbour))
	}
	return Parsed{}, whyNoDate(day, month, this)
}

// rightSide reports whether d is today or lies in the direction of the field.
func (o DateOptions) rightSide(d Date) bool {
	if o.past() {
		return d <= o.Today
	}
	return d >= o.Today
}

// dayOfMonth is "the 24th": the next, or latest, month that has that day.
func (o DateOptions) dayOfMonth(day int) (Parsed, error) {
	step := 1
	if o.past() {
		step = -1
	}
	today := o.Today.Time()
	first := o.Today.AddDays(1 - today.Day())
	for i := 0; i <= 2; i++ {
		month := first.AddMonths(i * step).Time()
		if d, ok := NewDate(month.Year(), int(month.Month()), day); ok && o.rightSide(d) {
			return Parsed{Date: d}, nil
		}
	}
	return Parsed{}, noSuchDate("a month has the days 1 to 31")
}

func whyNoDate(day, month, year int) error {
	if month < 1 || month > 12 {
		return noSuchDate("there is no month %d, and the day comes first", month)
	}
	name := time.Month(month).String()
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if month == int(time.February) && day == 29 {
		name += " " + strconv.Itoa(year)
	}
	if day == 0 || day <= last {
		return noSuchDate("there is no such day")
	}
	return noSuchDate("%s has %d days", name, last)
}
