package model

import (
	"errors"
	"slices"
	"time"
)

// ErrNoCalendar says that a count has left the years whose term dates are known (rules.md R1).
var ErrNoCalendar = errors.New("the term dates do not reach that far: enter them in School, under the calendar")

// DayKind is what a day is to the school, as it is stored (rules.md R4).
type DayKind string

// The kinds of day, in the order in which the first that fits is taken.
const (
	DayWeekend     DayKind = "weekend"
	DayBankHoliday DayKind = "bank_holiday"
	DayUnknown     DayKind = "unknown"
	DayInset       DayKind = "inset"
	DayClosure     DayKind = "closure"
	DaySchool      DayKind = "school"
	DayHoliday     DayKind = "holiday"
)

// DayKinds are all kinds in that order.
var DayKinds = []DayKind{DayWeekend, DayBankHoliday, DayUnknown, DayInset, DayClosure, DaySchool, DayHoliday}

// Valid reports whether k is one of the kinds.
func (k DayKind) Valid() bool { return slices.Contains(DayKinds, k) }

// DayKind is the kind of day that d is; a text that is no date is unknown (rules.md R4).
func (c *Calendar) DayKind(d Date) DayKind {
	day, ok := dayNumber(d)
	if !ok {
		return DayUnknown
	}
	return c.kindOf(day)
}

// IsSchoolDay reports whether the school holds a session for pupils on d (rules.md R4). The error
// is ErrNoCalendar.
func (c *Calendar) IsSchoolDay(d Date) (bool, error) { return c.schoolDay(c.DayKind(d)) }

// IsWorkingDay reports whether d is a Monday to Friday and no bank holiday; school holidays do not
// matter (rules.md R3).
func (c *Calendar) IsWorkingDay(d Date) bool {
	day, ok := dayNumber(d)
	return ok && c.plainKind(day) == DayUnknown
}

// Note says in a few words why d is not a school day: "INSET: not a school day". It is "" on a
// school day, and "no term dates yet" where the calendar does not reach.
func (c *Calendar) Note(d Date) string {
	if !d.Valid() {
		return ""
	}
	kind := c.DayKind(d)
	if kind == DayUnknown {
		return "no term dates yet"
	}
	if open, _ := c.schoolDay(kind); open {
		return ""
	}
	return c.nameOfDay(d, kind) + ": not a school day"
}

// nameOfDay is what people call a day without school.
func (c *Calendar) nameOfDay(d Date, kind DayKind) string {
	switch kind {
	case DayBankHoliday:
		name, _ := c.BankHoliday(d)
		return name
	case DayInset:
		return "INSET"
	case DayClosure:
		if reason := c.closed[d]; reason != "" {
			return "closed (" + reason + ")"
		}
		return "closed"
	case DayHoliday:
		p, _ := c.Part(d)
		return p.Name()
	}
	return "weekend"
}

func (c *Calendar) schoolDay(k DayKind) (bool, error) {
	if k == DayUnknown {
		return false, ErrNoCalendar
	}
	return k == DaySchool || k == DayInset && c.counting.InsetCounts, nil
}

// kindOf looks the day up in the prepared table, or judges it without term dates.
func (c *Calendar) kindOf(day int) DayKind {
	if c == nil || day < c.first || day >= c.first+len(c.kinds) {
		return c.plainKind(day)
	}
	return DayKinds[c.kinds[day-c.first]]
}

// plainKind is the kind of a day as far as it is known without term dates.
func (c *Calendar) plainKind(day int) DayKind {
	if w := weekdayOf(day); w == time.Saturday || w == time.Sunday {
		return DayWeekend
	}
	if _, ok := c.bankHolidays()[day]; ok {
		return DayBankHoliday
	}
	return DayUnknown
}

// weekdayOf is the weekday of a day number; 1 January 1970 was a Thursday.
func weekdayOf(day int) time.Weekday {
	return time.Weekday(((day+int(time.Thursday))%7 + 7) % 7)
}

// fillKinds prepares the kind of every day between the first and the last day known.
func (c *Calendar) fillKinds() {
	if len(c.parts) == 0 {
		return
	}
	c.first, _ = dayNumber(c.parts[0].Start)
	last := c.first
	for _, p := range c.parts {
		end, _ := dayNumber(p.End)
		last = max(last, end)
	}
	c.kinds = make([]byte, last-c.first+1)
	for i := range c.kinds {
		c.kinds[i] = placeOf(c.plainKind(c.first + i))
	}
	for _, p := range c.parts {
		c.fillPart(p)
	}
	for _, x := range c.dates.Closures {
		c.setKind(x.Date, DayClosure)
	}
	for _, d := range c.dates.Inset {
		c.setKind(d, DayInset)
	}
}

// placeOf is the place of a kind in DayKinds.
func placeOf(k DayKind) byte { return byte(slices.Index(DayKinds, k)) }

// fillPart marks the days of a part that are neither at a weekend nor a bank holiday.
func (c *Calendar) fillPart(p Part) {
	kind := placeOf(DaySchool)
	if p.Break {
		kind = placeOf(DayHoliday)
	}
	plain := placeOf(DayUnknown)
	from, _ := dayNumber(p.Start)
	to, _ := dayNumber(p.End)
	for day := max(from, c.first); day <= to; day++ {
		if at := &c.kinds[day-c.first]; *at >= plain {
			*at = kind
		}
	}
}

// setKind marks one day, where the calendar reaches it and there would be school or holidays.
func (c *Calendar) setKind(d Date, kind DayKind) {
	day, ok := dayNumber(d)
	if i := day - c.first; ok && i >= 0 && i < len(c.kinds) && c.kinds[i] > placeOf(DayUnknown) {
		c.kinds[i] = placeOf(kind)
	}
}
