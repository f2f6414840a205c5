package model

import (
	"fmt"
	"slices"
	"time"
)

// A school year has normally this many days with pupils and INSET days (rules.md R1).
const (
	usualSchoolDays = 190
	usualInsetDays  = 5
)

// Check lists what looks wrong with the dates, a sentence each: warnings, never refusals, because
// academies may differ (rules.md R1). It is empty when all is well.
func (c *Calendar) Check() []string {
	if c == nil {
		return nil
	}
	var said []string
	for _, t := range c.dates.Terms {
		if fault := t.fault(); fault != "" {
			said = append(said, fault)
		}
	}
	said = append(said, c.checkOverlaps()...)
	for _, year := range c.years() {
		said = append(said, c.checkYear(year)...)
	}
	said = append(said, c.checkInset()...)
	return append(said, c.checkBankHolidays()...)
}

// fault is what makes t useless for counting, as a sentence, or "".
func (t Term) fault() string {
	start, ok := startOfYear(t.Year)
	switch {
	case !ok:
		return fmt.Sprintf("%q is not a school year: write it like 2026/27.", quotable(t.Year))
	case !t.Name.Valid():
		return fmt.Sprintf("%s: %q is not a term: it is Autumn, Spring or Summer.", t.Year, quotable(string(t.Name)))
	case !t.Start.Valid() || !t.End.Valid():
		return fmt.Sprintf("%s: the term needs a first and a last day.", t)
	case t.Start > t.End:
		return fmt.Sprintf("%s: the term starts on %s, after its end on %s.", t, t.Start.Full(), t.End.Full())
	case !withinYear(t.Start, start) || !withinYear(t.End, start):
		return fmt.Sprintf("%s: %s to %s does not lie in that school year.", t, t.Start.Full(), t.End.Full())
	}
	return t.halfTermFault()
}

func (t Term) halfTermFault() string {
	from, to := t.HalfTermStart, t.HalfTermEnd
	switch {
	case from == "" && to == "":
		return ""
	case !from.Valid() || !to.Valid():
		return fmt.Sprintf("%s: half-term needs a first and a last day.", t)
	case from > to:
		return fmt.Sprintf("%s: half-term starts on %s, after its end on %s.", t, from.Full(), to.Full())
	case from <= t.Start || to >= t.End:
		return fmt.Sprintf("%s: half-term, %s to %s, lies outside the term.", t, from.Full(), to.Full())
	}
	return ""
}

// withinYear allows an autumn term that starts in August, as some counties have it.
func withinYear(d Date, start int) bool {
	return d >= Date(fmt.Sprintf("%04d-08-01", start)) && d <= Date(fmt.Sprintf("%04d-08-31", start+1))
}

// checkOverlaps compares each term with the one before it.
func (c *Calendar) checkOverlaps() []string {
	var said []string
	terms := c.soundTerms()
	for i := 1; i < len(terms); i++ {
		if a, b := terms[i-1], terms[i]; b.Start <= a.End {
			said = append(said, fmt.Sprintf("%s starts on %s, before %s ends on %s.", b, b.Start.Full(), a, a.End.Full()))
		}
	}
	for i, a := range c.dates.Terms {
		same := func(b Term) bool { return a.Year == b.Year && a.Name == b.Name }
		if slices.IndexFunc(c.dates.Terms, same) < i {
			said = append(said, fmt.Sprintf("%s is entered twice: the first one counts.", a))
		}
	}
	return said
}

// years are the starts of the school years entered, in order.
func (c *Calendar) years() []int {
	var years []int
	for _, t := range c.soundTerms() {
		if year, _ := startOfYear(t.Year); !slices.Contains(years, year) {
			years = append(years, year)
		}
	}
	return years
}

// checkYear says which terms of a year are missing or, when none is, how its days add up.
func (c *Calendar) checkYear(start int) []string {
	var said []string
	label := schoolYearLabel(start)
	for _, name := range TermNames {
		has := func(t Term) bool { return t.Year == label && t.Name == name }
		if !slices.ContainsFunc(c.soundTerms(), has) {
			said = append(said, fmt.Sprintf("%s has no %s term yet.", label, name))
		}
	}
	school, inset := c.countYear(start)
	if len(said) == 0 && (school != usualSchoolDays || inset != usualInsetDays) {
		said = append(said, fmt.Sprintf("%s comes to %s with pupils and %s; a year has normally %d and %d.",
			label, countOf(school, "day"), countOf(inset, "INSET day"), usualSchoolDays, usualInsetDays))
	}
	return said
}

// countYear counts the days with pupils and the INSET days of a school year. A closure was meant to
// be a day with pupils, so it counts as one.
func (c *Calendar) countYear(start int) (school, inset int) {
	first, _ := NewDate(start, int(time.August), 1)
	last, _ := NewDate(start+1, int(time.August), 31)
	for d := first; d <= last; d = d.AddDays(1) {
		if p, ok := c.Part(d); !ok || p.Year != schoolYearLabel(start) {
			continue
		}
		switch c.DayKind(d) {
		case DaySchool, DayClosure:
			school++
		case DayInset:
			inset++
		}
	}
	return school, inset
}

func (c *Calendar) checkInset() []string {
	var said []string
	for _, d := range c.dates.Inset {
		if !c.IsWorkingDay(d) {
			said = append(said, fmt.Sprintf("INSET %s is not a weekday, or it is a bank holiday.", d.Full()))
		} else if c.DayKind(d) == DayUnknown {
			said = append(said, fmt.Sprintf("INSET %s lies in no year that has terms.", d.Full()))
		}
	}
	return said
}

// checkBankHolidays asks for those of a year that the built-in table does not reach.
func (c *Calendar) checkBankHolidays() []string {
	known := map[int]bool{}
	for _, h := range c.BankHolidays() {
		known[h.Date.Time().Year()] = true
	}
	var said, asked = []string(nil), map[int]bool{}
	for _, start := range c.years() {
		for _, year := range []int{start, start + 1} {
			if !known[year] && !asked[year] {
				said = append(said, fmt.Sprintf("No bank holidays are known for %d: add them.", year))
				asked[year] = true
			}
		}
	}
	return said
}

// NextYearMissing is the school year whose dates are to be asked for: from 1 May the next one, or
// this one if it has none; "" when they are there (rules.md R1).
func (c *Calendar) NextYearMissing(today Date) string {
	if !today.Valid() {
		return ""
	}
	start := schoolYearOf(today)
	if !c.hasYear(start) {
		return schoolYearLabel(start)
	}
	if month := today.Time().Month(); month < time.May || month > time.August || c.hasYear(start+1) {
		return ""
	}
	return schoolYearLabel(start + 1)
}

func (c *Calendar) hasYear(start int) bool {
	return c != nil && slices.Contains(c.years(), start)
}
