package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// Calendar is the calendar of one school, prepared for counting: build it with NewCalendar when the
// dates change and keep it. A Calendar does not change, so it may be read from several places at
// once. A nil or zero Calendar has no term dates and the built-in bank holidays (rules.md R1).
type Calendar struct {
	dates    CalendarDates
	counting Counting
	bank     map[int]string
	closed   map[Date]string
	parts    []Part
	first    int
	kinds    []byte // of each day from first on, their places in DayKinds: several years of words would take as many pages
}

// CalendarDates is what a school enters: the terms of any number of years, in any order.
type CalendarDates struct {
	Terms    []Term
	Inset    []Date
	Closures []Closure

	// BankHolidays are added to the built-in ones of England, NotBankHolidays taken from them.
	BankHolidays    []BankHoliday
	NotBankHolidays []Date
}

// Term is one term of a school year. Start and End include INSET days; the half-term dates are the
// first and last day of the week off, or both "" for a term without one.
type Term struct {
	Year                       string // "2026/27"
	Name                       TermName
	Start, End                 Date
	HalfTermStart, HalfTermEnd Date
}

// String names the term with its year: "2026/27 Autumn".
func (t Term) String() string { return t.Year + " " + string(t.Name) }

// TermName is the name of one of the three terms, as it is stored.
type TermName string

// The terms, in the order of the school year.
const (
	Autumn TermName = "Autumn"
	Spring TermName = "Spring"
	Summer TermName = "Summer"
)

// TermNames are the terms in the order of the school year.
var TermNames = []TermName{Autumn, Spring, Summer}

// Valid reports whether n is one of the three terms.
func (n TermName) Valid() bool { return slices.Contains(TermNames, n) }

// Closure is a day on which the whole school is closed: snow, a burst boiler (rules.md R5).
type Closure struct {
	Date   Date
	Reason string
}

// Counting holds a school's own readings; the zero value is the usual one.
type Counting struct {
	// InsetCounts takes INSET days as school days (rules.md R4, calendar.inset_is_school_day).
	InsetCounts bool
	// ClearDays leaves out both ends when counting back from a day (rules.md R9, count.clear_days).
	ClearDays bool
}

// NewCalendar prepares the dates of a school for counting. Terms that cannot be, such as one that
// ends before it starts, are left out; Check names them.
func NewCalendar(d CalendarDates, n Counting) *Calendar {
	c := &Calendar{dates: d.clone(), counting: n, closed: map[Date]string{}}
	c.bank = bankHolidayDays(d.BankHolidays, d.NotBankHolidays)
	for _, x := range d.Closures {
		c.closed[x.Date] = x.Reason
	}
	c.parts = c.layParts(c.soundTerms())
	c.fillKinds()
	return c
}

// Dates is what the calendar was made from, as a copy to edit.
func (c *Calendar) Dates() CalendarDates {
	if c == nil {
		return CalendarDates{}
	}
	return c.dates.clone()
}

// HasTerms reports whether any term dates are known at all.
func (c *Calendar) HasTerms() bool { return c != nil && len(c.parts) > 0 }

func (d CalendarDates) clone() CalendarDates {
	return CalendarDates{
		Terms:           slices.Clone(d.Terms),
		Inset:           slices.Clone(d.Inset),
		Closures:        slices.Clone(d.Closures),
		BankHolidays:    slices.Clone(d.BankHolidays),
		NotBankHolidays: slices.Clone(d.NotBankHolidays),
	}
}

// soundTerms are the terms without a fault of their own, in the order of time, each once.
func (c *Calendar) soundTerms() []Term {
	var sound []Term
	for _, t := range c.dates.Terms {
		if t.fault() == "" {
			sound = append(sound, t)
		}
	}
	InOrder(sound, func(a, b Term) int { return cmp.Compare(a.order(), b.order()) })
	return slices.CompactFunc(sound, func(a, b Term) bool { return a.order() == b.order() })
}

// order counts terms through the years, so that a term's follower has the next number.
func (t Term) order() int {
	year, _ := startOfYear(t.Year)
	return year*len(TermNames) + slices.Index(TermNames, t.Name)
}

// startOfYear is the calendar year in which the school year "2026/27" starts. The years of one
// lifetime are taken, which also bounds the table of days.
func startOfYear(label string) (int, bool) {
	if len(label) != 7 {
		return 0, false
	}
	year, err := strconv.Atoi(label[:4])
	return year, err == nil && year >= 2000 && year < 2100 && schoolYearLabel(year) == label
}

// schoolYearLabel names the school year that starts in the given calendar year: "2026/27".
func schoolYearLabel(start int) string { return fmt.Sprintf("%d/%02d", start, (start+1)%100) }

// schoolYearOf is the calendar year in which d's school year starts: it runs from 1 September.
func schoolYearOf(d Date) int {
	t := d.Time()
	if t.Month() < time.September {
		return t.Year() - 1
	}
	return t.Year()
}

// dayNumber counts days, so that a walk over many days need not make texts; 1 January 1970 is 0.
func dayNumber(d Date) (int, bool) {
	if !d.Valid() {
		return 0, false
	}
	return int(d.Time().Unix() / secondsOfDay), true
}

func dateOfDay(day int) Date { return dateOf(time.Unix(int64(day)*secondsOfDay, 0).UTC()) }

const secondsOfDay = 24 * 60 * 60

// SchoolYear is the first and the last day of the school year that d lies in: 1 September to 31 August
// (rules.md R1).
func SchoolYear(d Date) (first, last Date) {
	if !d.Valid() {
		return "", ""
	}
	first, _ = NewDate(schoolYearOf(d), 9, 1)
	return first, first.AddMonths(12).AddDays(-1)
}
