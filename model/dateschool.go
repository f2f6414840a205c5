package model

import (
	"slices"
	"strings"
	"time"
)

// typedPhrases are the dates that have a name, without the word "the" (rules.md R59, R60).
func typedPhrases() map[string]func(DateOptions) (Date, error) {
	return map[string]func(DateOptions) (Date, error){
		"today":              inDays(0),
		"tomorrow":           inDays(1),
		"tom":                inDays(1),
		"tmrw":               inDays(1),
		"yesterday":          inDays(-1),
		"today week":         inDays(7),
		"tomorrow week":      inDays(8),
		"tom week":           inDays(8),
		"tmrw week":          inDays(8),
		"today fortnight":    inDays(14),
		"tomorrow fortnight": inDays(15),
		"next week":          mondayAfter(7),
		"last week":          mondayAfter(-7),
		"end of week":        endOfWeek,
		"end of this week":   endOfWeek,
		"next school day":    nextSchoolDay,
		"next working day":   nextWorkingDay,

		"half term":          beforeHalfTerm,
		"before half term":   beforeHalfTerm,
		"after half term":    afterHalfTerm,
		"end of term":        endOfTerm,
		"before holidays":    endOfTerm,
		"start of term":      startOfTerm,
		"start of next term": startOfTerm,
		"next term":          startOfTerm,
		"after holidays":     startOfTerm,
		"end of year":        endOfYear,
		"end of school year": endOfYear,
	}
}

// readPhrase reads today, next week, end of term and the like.
func readPhrase(words []string, o DateOptions) (Parsed, error) {
	plain := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "the" })
	phrase, ok := typedPhrases()[strings.Join(plain, " ")]
	if !ok {
		return Parsed{}, errOtherForm
	}
	d, err := phrase(o)
	return Parsed{Date: d}, err
}

func inDays(n int) func(DateOptions) (Date, error) {
	return func(o DateOptions) (Date, error) { return o.Today.AddDays(n), nil }
}

func mondayAfter(days int) func(DateOptions) (Date, error) {
	return func(o DateOptions) (Date, error) { return o.Today.Monday().AddDays(days), nil }
}

// endOfWeek is the first Friday on or after today, or the latest on or before it.
func endOfWeek(o DateOptions) (Date, error) {
	p, err := o.namedWeekday("this", time.Friday)
	return p.Date, err
}

func nextSchoolDay(o DateOptions) (Date, error) { return o.Calendar.AddSchoolDays(o.Today, 1) }

func nextWorkingDay(o DateOptions) (Date, error) { return o.Calendar.AddWorkingDays(o.Today, 1), nil }

// beforeHalfTerm is the last school day before the next half-term break, today included: people
// mean "before we break up".
func beforeHalfTerm(o DateOptions) (Date, error) {
	return o.schoolDate(func(c *Calendar, i int) (due, after Date, ok bool) {
		if !c.parts[i].halfTermBreak() {
			return "", "", false
		}
		due, ok = c.lastSchoolDay(c.parts[i].Start.AddDays(-1))
		return due, due, ok
	})
}

// afterHalfTerm is the first school day after the current or next half-term break.
func afterHalfTerm(o DateOptions) (Date, error) {
	return o.schoolDate(func(c *Calendar, i int) (due, after Date, ok bool) {
		if !c.parts[i].halfTermBreak() {
			return "", "", false
		}
		due, err := c.AddSchoolDays(c.parts[i].End, 1)
		return due, c.parts[i].End, err == nil
	})
}

// endOfTerm is the last school day of the term, today included; in the holidays, of the coming term.
func endOfTerm(o DateOptions) (Date, error) {
	return o.schoolDate(func(c *Calendar, i int) (due, after Date, ok bool) {
		if !c.endsTerm(i) {
			return "", "", false
		}
		due, ok = c.lastSchoolDay(c.parts[i].End)
		return due, due, ok
	})
}

// endOfYear is the last school day of the summer term.
func endOfYear(o DateOptions) (Date, error) {
	return o.schoolDate(func(c *Calendar, i int) (due, after Date, ok bool) {
		if c.parts[i].Term != Summer || !c.endsTerm(i) {
			return "", "", false
		}
		due, ok = c.lastSchoolDay(c.parts[i].End)
		return due, due, ok
	})
}

// startOfTerm is the first school day, never an INSET day, of the next term after today.
func startOfTerm(o DateOptions) (Date, error) {
	tomorrow := o
	if !o.past() {
		tomorrow.Today = o.Today.AddDays(1)
	}
	return tomorrow.schoolDate(func(c *Calendar, i int) (due, after Date, ok bool) {
		if p := c.parts[i]; p.Break || p.Half != 1 {
			return "", "", false
		}
		for due = c.parts[i].Start; due <= c.parts[i].End; due = due.AddDays(1) {
			if c.DayKind(due) == DaySchool {
				return due, c.parts[i].Start, true
			}
		}
		return "", "", false
	})
}

// schoolDate looks through the parts of the school year for the first date that is meant: the one
// whose turning point is not before today or, in the past, the last that is not after today. Between
// today and the date every day must be known.
func (o DateOptions) schoolDate(of func(c *Calendar, part int) (due, after Date, ok bool)) (Date, error) {
	if !o.Calendar.HasTerms() {
		return "", ErrNoCalendar
	}
	found := Date("")
	for i := range o.Calendar.parts {
		due, after, ok := of(o.Calendar, i)
		if ok && o.past() && due <= o.Today {
			found = due
		}
		if ok && !o.past() && after >= o.Today {
			found = due
			break
		}
	}
	if found == "" {
		return "", ErrNoCalendar
	}
	_, err := o.Calendar.SchoolDaysBetween(o.Today, found)
	return found, err
}

// lastSchoolDay is the last school day on or before d.
func (c *Calendar) lastSchoolDay(d Date) (Date, bool) {
	due, err := c.AddSchoolDays(d.AddDays(1), -1)
	return due, err == nil
}

// endsTerm reports whether the part is the half in which a term ends.
func (c *Calendar) endsTerm(i int) bool {
	p := c.parts[i]
	if p.Break {
		return false
	}
	for _, later := range c.parts[i+1:] {
		if !later.Break {
			return later.Term != p.Term || later.Year != p.Year
		}
	}
	return true
}
