package model

import "fmt"

// Period is a stretch of days that is looked back on, both ends included.
type Period struct {
	Span     PeriodSpan
	From, To Date
	Name     string // "week of Mon 23 Nov", "Autumn 2", "Autumn term 2026"
}

// PeriodSpan is how long a Period is.
type PeriodSpan string

// The spans.
const (
	SpanWeek PeriodSpan = "week"
	SpanHalf PeriodSpan = "half term"
	SpanTerm PeriodSpan = "term"
)

// Spans are the spans in the order in which they follow one another.
var Spans = []PeriodSpan{SpanWeek, SpanHalf, SpanTerm}

// PeriodOf is the period that a day belongs to: a week goes from Monday to Sunday; a day in a break
// belongs to the half, or the term, before it (rules.md R6). Without term dates there are only weeks.
func (c *Calendar) PeriodOf(span PeriodSpan, d Date) (Period, bool) {
	if span == SpanWeek {
		monday := d.Monday()
		return Period{SpanWeek, monday, monday.AddDays(6), "week of " + monday.Short()}, d.Valid()
	}
	i, ok := c.partIndex(d)
	if ok && c.parts[i].Break {
		i--
	}
	if !ok || i < 0 {
		return Period{}, false
	}
	half := c.parts[i]
	if span == SpanHalf {
		return Period{SpanHalf, half.Start, half.End, half.Name()}, true
	}
	for _, t := range c.dates.Terms {
		if t.Year == half.Year && t.Name == half.Term {
			return Period{SpanTerm, t.Start, t.End, fmt.Sprintf("%s term %d", t.Name, t.Start.Time().Year())}, true
		}
	}
	return Period{}, false
}

// PeriodBefore is the period of that span before another one, as far as the calendar reaches.
func (c *Calendar) PeriodBefore(p Period) (Period, bool) {
	return c.PeriodOf(p.Span, p.From.AddDays(-1))
}

// PeriodAfter is the period of that span after another one, as far as the calendar reaches.
func (c *Calendar) PeriodAfter(p Period) (Period, bool) {
	for d, n := p.To.AddDays(1), 0; n < longestBreak; d, n = d.AddDays(1), n+1 {
		if next, ok := c.PeriodOf(p.Span, d); ok && next.From > p.From {
			return next, true
		}
	}
	return Period{}, false
}

// longestBreak is more days than any school is closed.
const longestBreak = 70

// EndingToday is the longest period that ends today, to look back on.
func (c *Calendar) EndingToday(today Date) (Period, bool) {
	for i := len(Spans) - 1; i >= 0; i-- {
		if p, ok := c.PeriodOf(Spans[i], today); ok && c.EndsToday(p, today) {
			return p, true
		}
	}
	return Period{}, false
}

// EndsToday reports whether today is the last school day of the period, when one looks back on it.
func (c *Calendar) EndsToday(p Period, today Date) bool {
	open, err := c.IsSchoolDay(today)
	if err != nil || !open {
		return false
	}
	for d := today.AddDays(1); d <= p.To; d = d.AddDays(1) {
		if open, err := c.IsSchoolDay(d); err != nil || open {
			return false
		}
	}
	return p.From <= today && today <= p.To
}
