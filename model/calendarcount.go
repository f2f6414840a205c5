package model

import (
	"fmt"
	"strings"
)

// AddSchoolDays is the n-th school day after d, which is day 0, or before it when n is negative
// (rules.md R7, R9). No date gives no date. The error is ErrNoCalendar.
func (c *Calendar) AddSchoolDays(d Date, n int) (Date, error) {
	return walkDays(d, n, func(day int) (bool, error) { return c.schoolDay(c.kindOf(day)) })
}

// AddWorkingDays is the n-th working day after d, which is day 0, or before it when n is negative
// (rules.md R8, R9).
func (c *Calendar) AddWorkingDays(d Date, n int) Date {
	due, _ := walkDays(d, n, func(day int) (bool, error) { return c.plainKind(day) == DayUnknown, nil })
	return due
}

// SchoolDaysBefore is the last day on which something is at least n school days before d; with
// clear days neither end counts (rules.md R9). The error is ErrNoCalendar.
func (c *Calendar) SchoolDaysBefore(d Date, n int) (Date, error) {
	if c != nil && c.counting.ClearDays {
		n++
	}
	return c.AddSchoolDays(d, -n)
}

// SchoolDaysBetween counts the school days from a to b: the earlier date is not counted, the later
// is; negative when b is before a (rules.md R10). The error is ErrNoCalendar.
func (c *Calendar) SchoolDaysBetween(a, b Date) (int, error) {
	if b < a {
		n, err := c.SchoolDaysBetween(b, a)
		return -n, err
	}
	from, okFrom := dayNumber(a)
	to, okTo := dayNumber(b)
	if !okFrom || !okTo {
		return 0, nil
	}
	n := 0
	for day := from + 1; day <= to; day++ {
		open, err := c.schoolDay(c.kindOf(day))
		if err != nil {
			return 0, err
		}
		if open {
			n++
		}
	}
	return n, nil
}

// The days of the years 1 to 9999, beyond which a Date cannot be written.
const (
	firstDayNumber = -719162
	lastDayNumber  = 2932896
)

// walkDays goes from one day over n days that count, back when n is negative. No date gives no date.
func walkDays(from Date, n int, counts func(day int) (bool, error)) (Date, error) {
	day, ok := dayNumber(from)
	if !ok {
		return "", nil
	}
	step, left := 1, n
	if n < 0 {
		step, left = -1, -n
	}
	for left > 0 {
		day += step
		if day < firstDayNumber || day > lastDayNumber {
			return "", nil
		}
		yes, err := counts(day)
		if err != nil {
			return "", err
		}
		if yes {
			left--
		}
	}
	return dateOfDay(day), nil
}

// SchoolDayCount is a date that was counted in school days, with what is needed to explain it.
type SchoolDayCount struct {
	From    Date
	N       int
	Due     Date
	LeftOut []string // "half-term", "INSET 2 Nov", in the order in which they were met
	NoTerms bool     // weekdays were counted, because the term dates do not reach
}

// CountSchoolDays is AddSchoolDays with its explanation (rules.md R7). The error is ErrNoCalendar.
func (c *Calendar) CountSchoolDays(d Date, n int) (SchoolDayCount, error) {
	due, err := c.AddSchoolDays(d, n)
	if err != nil {
		return SchoolDayCount{}, err
	}
	return SchoolDayCount{From: d, N: n, Due: due, LeftOut: c.leftOut(d, due)}, nil
}

// DueInSchoolDays is the date of a promise of our own. Where the term dates do not reach, a weekday
// that is no bank holiday counts, and the explanation says so; what the law counts must use
// CountSchoolDays.
func (c *Calendar) DueInSchoolDays(d Date, n int) SchoolDayCount {
	noTerms := false
	due, _ := walkDays(d, n, func(day int) (bool, error) {
		yes, err := c.schoolDay(c.kindOf(day))
		noTerms = noTerms || err != nil
		return yes || err != nil, nil
	})
	return SchoolDayCount{From: d, N: n, Due: due, LeftOut: c.leftOut(d, due), NoTerms: noTerms}
}

// String explains the count: "5 school days from Wed 21 Oct, half-term and INSET 2 Nov left out:
// Thu 5 Nov".
func (s SchoolDayCount) String() string {
	if s.Due == "" {
		return ""
	}
	n, way := s.N, "from"
	if n < 0 {
		n, way = -n, "before"
	}
	said := fmt.Sprintf("%s %s %s", countOf(n, "school day"), way, s.From.Short())
	if len(s.LeftOut) > 0 {
		said += ", " + listOf(s.LeftOut) + " left out"
	}
	due := s.Due.Short()
	if s.Due.Time().Year() != s.From.Time().Year() {
		due = s.Due.Full()
	}
	said += ": " + due
	if s.NoTerms {
		said += " (no term dates yet)"
	}
	return said
}

// leftOut names the days without school that were passed between two dates; of a break its name,
// and weekends are never mentioned.
func (c *Calendar) leftOut(from, to Date) []string {
	step := 1
	if to < from {
		step = -1
	}
	var names []string
	for d := from; d != to && to != ""; d = d.AddDays(step) {
		name := c.passed(d)
		if d != from && name != "" && (len(names) == 0 || names[len(names)-1] != name) {
			names = append(names, name)
		}
	}
	return names
}

// passed is what to call a day that was not counted, or "" when there is nothing to say.
func (c *Calendar) passed(d Date) string {
	kind := c.DayKind(d)
	open, err := c.schoolDay(kind)
	if kind == DayWeekend || open || err != nil {
		return ""
	}
	if p, ok := c.Part(d); ok && p.halfTermBreak() {
		return "half-term"
	} else if ok && p.Break {
		return p.Name()
	}
	return c.nameOfDay(d, kind) + d.format(" 2 Jan")
}

// Away says how far due is from today in school days: "today", "1 school day", "overdue by 5 school
// days"; in the holidays also the date, and where no term dates are known the date alone (rules.md
// R10).
func (c *Calendar) Away(today, due Date) string {
	if !due.Valid() || due == today {
		return due.Near(today)
	}
	n, err := c.SchoolDaysBetween(today, due)
	said := countOf(n, "school day")
	switch p, _ := c.Part(today); {
	case err != nil:
		said = due.Near(today)
	case n < 0:
		said = "overdue by " + countOf(-n, "school day")
	case due < today:
		said = "overdue since " + due.Near(today)
	case n == 0:
		said = due.Near(today)
	case p.Break:
		said += ", " + due.Short()
	}
	return said
}

// countOf is a number with its noun: "1 school day", "5 school days".
func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// listOf joins names as a sentence does: "a, b and c".
func listOf(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
