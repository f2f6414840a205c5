package model

import (
	"fmt"
	"strings"
	"time"
)

// Date is a local calendar date without a time or a zone, as ISO text ("2026-11-24"), so that dates
// compare with < and are stored as they stand. The zero value "" is no date; functions that count
// from it return it again (rules.md R12).
type Date string

// NewDate is the date of year, month and day, and whether there is such a day.
func NewDate(year, month, day int) (Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", false
	}
	return dateOf(t), true
}

// DateOf is the calendar date of t in t's own zone.
func DateOf(t time.Time) Date { return dateOf(t) }

func dateOf(t time.Time) Date {
	y, m, d := t.Date()
	b := [10]byte{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'}
	digits := func(at, width, n int) {
		for i := at + width - 1; i >= at; i-- {
			b[i] = byte('0' + n%10)
			n /= 10
		}
	}
	digits(0, 4, y)
	digits(5, 2, int(m))
	digits(8, 2, d)
	return Date(b[:])
}

// Valid reports whether d is a real day written as yyyy-mm-dd.
func (d Date) Valid() bool {
	t, err := time.Parse(time.DateOnly, string(d))
	return err == nil && dateOf(t) == d
}

// Time is midnight UTC of d, for counting; the zero time for no date or a text that is no date.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// AddDays is the date n calendar days later, or earlier when n is negative.
func (d Date) AddDays(n int) Date {
	if !d.Valid() {
		return ""
	}
	return dateOf(d.Time().AddDate(0, 0, n))
}

// AddMonths is the same day number n months on, or the last day of that month where it has no such
// day. Twelve months after 29 February is 28 February (rules.md R11).
func (d Date) AddMonths(n int) Date {
	if !d.Valid() {
		return ""
	}
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1)
	return dateOf(first.AddDate(0, 0, min(t.Day(), last.Day())-1))
}

// DaysUntil is the number of calendar days from d to other, negative when other is earlier.
func (d Date) DaysUntil(other Date) int {
	return int(other.Time().Sub(d.Time()) / (24 * time.Hour))
}

// Weekday is the day of the week of d.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Monday is the Monday of d's week; weeks begin on Monday.
func (d Date) Monday() Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// Short is d as a person says it within the year: "Tue 24 Nov". No date is "".
func (d Date) Short() string { return d.format("Mon 2 Jan") }

// Full is d with its year: "Tue 24 Nov 2026". No date is "".
func (d Date) Full() string { return d.format("Mon 2 Jan 2006") }

// Letter is d as a letter writes it: "Tuesday 24 November". No date is "".
func (d Date) Letter() string { return d.format("Monday 2 January") }

func (d Date) format(layout string) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format(layout)
}

// Near is d in the fewest words that are clear on today: "today", "tomorrow", "yesterday", "Fri 27"
// within six days, "Fri 4 Dec" within half a year, else with the year.
func (d Date) Near(today Date) string {
	if !d.Valid() {
		return ""
	}
	switch n := today.DaysUntil(d); {
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n == -1:
		return "yesterday"
	case n > -7 && n < 7:
		return d.format("Mon 2")
	case n > -180 && n < 180:
		return d.Short()
	}
	return d.format("2 Jan 2006")
}

// Moment is a local date and time to the minute as ISO text ("2026-11-24T15:30"); a moment whose
// time is not known is a date alone. The zero value is no moment.
type Moment string

// At joins a date and a time of day; without a time the moment is the date alone.
func At(d Date, c Clock) Moment {
	if d == "" || c == "" {
		return Moment(d)
	}
	return Moment(string(d) + "T" + string(c))
}

// MomentOf is t to the minute in t's own zone.
func MomentOf(t time.Time) Moment { return Moment(t.Format("2006-01-02T15:04")) }

// Date is the day of m.
func (m Moment) Date() Date {
	if len(m) < 10 {
		return ""
	}
	return Date(m[:10])
}

// Clock is the time of day of m, "" when it is not known.
func (m Moment) Clock() Clock {
	if len(m) < 16 {
		return ""
	}
	return Clock(m[11:16])
}

// Valid reports whether m is a real date, with or without a real time.
func (m Moment) Valid() bool {
	return m.Date().Valid() && (len(m) == 10 || len(m) == 16 && m[10] == 'T' && m.Clock().Valid())
}

// Add is m moved by so many minutes; a date alone counts from midnight.
func (m Moment) Add(minutes int) Moment {
	if !m.Valid() {
		return ""
	}
	t := m.Date().Time().Add(time.Duration(m.Clock().Minutes()+minutes) * time.Minute)
	return MomentOf(t)
}

// Near is m as Date.Near, with its time behind it: "today 15:30".
func (m Moment) Near(today Date) string {
	return strings.TrimSpace(m.Date().Near(today) + " " + string(m.Clock()))
}

// Clock is a time of day on the 24-hour clock ("15:30"). The zero value is no time.
type Clock string

// NewClock is the time of day, and whether there is such a time.
func NewClock(hour, minute int) (Clock, bool) {
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return "", false
	}
	return Clock(fmt.Sprintf("%02d:%02d", hour, minute)), true
}

// Valid reports whether c is a time written as hh:mm.
func (c Clock) Valid() bool {
	_, err := time.Parse("15:04", string(c))
	return err == nil && len(c) == 5
}

// Minutes is the number of minutes after midnight, 0 for no time.
func (c Clock) Minutes() int {
	t, err := time.Parse("15:04", string(c))
	if err != nil {
		return 0
	}
	return t.Hour()*60 + t.Minute()
}
