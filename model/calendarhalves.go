package model

import (
	"fmt"
	"sort"
)

// Part is a stretch of the school year: one half of a term, or the break behind it. The weekends
// that border a break belong to the break (rules.md R6).
type Part struct {
	Year       string // "2026/27"
	Term       TermName
	Half       int  // 1 or 2
	Break      bool // the holiday behind that half
	Start, End Date
}

func breakNames() map[TermName][2]string {
	return map[TermName][2]string{
		Autumn: {"autumn half-term", "Christmas holiday"},
		Spring: {"spring half-term", "Easter holiday"},
		Summer: {"summer half-term", "summer holiday"},
	}
}

// Name is the part without its year: "Autumn 1", "autumn half-term", "Christmas holiday".
func (p Part) Name() string {
	if p.Break {
		return breakNames()[p.Term][p.Half-1]
	}
	return fmt.Sprintf("%s %d", p.Term, p.Half)
}

// String is the part with its year: "2026/27 Autumn 1", "2026/27 autumn half-term".
func (p Part) String() string { return p.Year + " " + p.Name() }

// halfTermBreak reports whether p is the week off in the middle of a term.
func (p Part) halfTermBreak() bool { return p.Break && p.Half == 1 }

// Part is the part of the school year that d lies in, and whether the calendar reaches it.
func (c *Calendar) Part(d Date) (Part, bool) {
	i, ok := c.partIndex(d)
	if !ok {
		return Part{}, false
	}
	return c.parts[i], true
}

func (c *Calendar) partIndex(d Date) (int, bool) {
	if c == nil {
		return 0, false
	}
	i := sort.Search(len(c.parts), func(i int) bool { return c.parts[i].Start > d }) - 1
	return i, i >= 0 && d <= c.parts[i].End
}

// HalfTerm names the half or the break that d lies in: "2026/27 Autumn 1" (rules.md R6). The error
// is ErrNoCalendar.
func (c *Calendar) HalfTerm(d Date) (string, error) {
	p, ok := c.Part(d)
	if !ok {
		return "", ErrNoCalendar
	}
	return p.String(), nil
}

// Week is where d stands, for the top line: "Autumn 2, week 4", "Autumn half-term", "Christmas
// holiday"; "" where the calendar does not reach. The weeks of a half are counted by their Mondays.
func (c *Calendar) Week(d Date) string {
	p, ok := c.Part(d)
	if !ok {
		return ""
	}
	if p.Break {
		return Capital(p.Name())
	}
	return fmt.Sprintf("%s, week %d", p.Name(), c.WeekNumber(d))
}

// WeekNumber is the week of the half that d lies in, from 1; 0 in a break or without a calendar.
func (c *Calendar) WeekNumber(d Date) int {
	p, ok := c.Part(d)
	if !ok || p.Break {
		return 0
	}
	return p.Start.Monday().DaysUntil(d)/7 + 1
}

// HalfTermStart is the first day of the half that d lies in; in a break, of the half that ended
// with it. The error is ErrNoCalendar.
func (c *Calendar) HalfTermStart(d Date) (Date, error) {
	i, ok := c.partIndex(d)
	if !ok {
		return "", ErrNoCalendar
	}
	if c.parts[i].Break && i > 0 {
		i--
	}
	return c.parts[i].Start, nil
}

// TermOf is the term that d lies in, from its first to its last day; in half-term it is still that
// term. Outside the terms there is none.
func (c *Calendar) TermOf(d Date) (Term, bool) {
	if c == nil {
		return Term{}, false
	}
	for _, t := range c.dates.Terms {
		if t.fault() == "" && t.Start <= d && d <= t.End {
			return t, true
		}
	}
	return Term{}, false
}

// layParts puts halves and breaks one behind the other. Between two terms that follow each other
// lies a holiday; the days beside a missing term are not known. A year reaches from 1 September to
// 31 August (rules.md R1).
func (c *Calendar) layParts(terms []Term) []Part {
	var parts []Part
	add := func(p Part) {
		if p.Start <= p.End {
			parts = append(parts, p)
		}
	}
	for i, t := range terms {
		halves := c.halvesOf(t)
		if len(halves) == 0 {
			continue
		}
		year, _ := startOfYear(t.Year)
		if t.Name == Autumn && (i == 0 || terms[i-1].order()+1 != t.order()) {
			first := Date(fmt.Sprintf("%04d-09-01", year))
			add(Part{schoolYearLabel(year - 1), Summer, 2, true, first, halves[0].Start.AddDays(-1)})
		}
		add(halves[0])
		if len(halves) == 2 {
			add(breakBetween(halves[0], halves[1].Start))
			add(halves[1])
		}
		last := halves[len(halves)-1]
		last.Half = 2
		switch {
		case i+1 < len(terms) && terms[i+1].order() == t.order()+1:
			add(breakBetween(last, c.firstDay(terms[i+1])))
		case t.Name == Summer:
			add(breakBetween(last, Date(fmt.Sprintf("%04d-09-01", year+1))))
		}
	}
	return parts
}

func breakBetween(half Part, next Date) Part {
	half.Break = true
	half.Start, half.End = half.End.AddDays(1), next.AddDays(-1)
	return half
}

// halvesOf are the two halves of a term, or the whole of a term without a half-term.
func (c *Calendar) halvesOf(t Term) []Part {
	if t.HalfTermStart == "" {
		return c.oneHalf(nil, t, 1, t.Start, t.End)
	}
	halves := c.oneHalf(nil, t, 1, t.Start, t.HalfTermStart.AddDays(-1))
	return c.oneHalf(halves, t, len(halves)+1, t.HalfTermEnd.AddDays(1), t.End)
}

// oneHalf adds the half between two days, without the weekends and bank holidays at its ends.
func (c *Calendar) oneHalf(halves []Part, t Term, number int, from, to Date) []Part {
	for from <= to && !c.IsWorkingDay(from) {
		from = from.AddDays(1)
	}
	for from <= to && !c.IsWorkingDay(to) {
		to = to.AddDays(-1)
	}
	if from > to {
		return halves
	}
	return append(halves, Part{t.Year, t.Name, number, false, from, to})
}

// firstDay is the first weekday of a term that is no bank holiday.
func (c *Calendar) firstDay(t Term) Date {
	if halves := c.halvesOf(t); len(halves) > 0 {
		return halves[0].Start
	}
	return t.Start
}
