package model

// NewsSpan is a half term in which it is counted who has had good news (practice 1).
type NewsSpan struct {
	Name     string // "Autumn 2"
	From, To Date   // both included
	First    bool   // the first half term of the year: who joined later has one of their own
	Now      bool   // it is the half term at hand
}

// NewsSpans are the half terms of the school year that have begun, the one at hand first; none where the
// term dates do not reach. In a break the half before it is at hand (rules.md R6).
func NewsSpans(today Date, c *Calendar) []NewsSpan {
	at, known := c.partIndex(today)
	if !known {
		return nil
	}
	var spans []NewsSpan
	for i := at; i >= 0 && c.parts[i].Year == c.parts[at].Year; i-- {
		if p := c.parts[i]; !p.Break {
			spans = append(spans, NewsSpan{Name: p.Name(), From: p.Start, To: p.End, First: p.Term == Autumn && p.Half == 1, Now: len(spans) == 0})
		}
	}
	if len(spans) > 0 {
		spans[0].To = max(today, spans[0].To) // what was said in the break behind it counts, as on Today
	}
	return spans
}

// For is the span as it counts for a family that joined on a day, "" long ago: the first half term begins
// for each on the day it joined, and who joined after it has the half term they came in, or the one after a
// break. ok is false for a family that was not there yet (data.md, "First half term").
func (s NewsSpan) For(joined, today Date, c *Calendar) (span NewsSpan, ok bool) {
	switch {
	case joined <= s.From:
		return s, true
	case joined <= s.To:
		s.From = joined
		return s, true
	case !s.First:
		return s, false
	}
	at, known := c.partIndex(joined)
	if known && c.parts[at].Break {
		at++
	}
	if !known || at >= len(c.parts) || c.parts[at].Start > today {
		return s, false
	}
	s.From, s.To = max(joined, c.parts[at].Start), c.parts[at].End
	return s, true
}
