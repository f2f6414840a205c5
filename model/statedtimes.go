package model

import (
	"cmp"
	"slices"
	"time"
)

// StatedTimes is what an adult said about when it suits them, read from their own words: "not before
// 14:00, works nights". What was not understood limits nothing and is kept to be shown.
type StatedTimes struct {
	Unread []string // the parts that were not understood, as they were typed
	week   [7][]Span
	said   bool
}

// Span is a part of a day, from and to in minutes after midnight; the end does not belong to it.
type Span struct{ From, To int }

const minutesOfDay = 24 * 60

var wholeDay = Span{0, minutesOfDay}

// ReadStatedTimes reads parts between commas: hours ("after 2", "before 9.15", "9 to 11"), parts of the
// day ("mornings", "after drop-off"), days ("Tue or Thu", "not Fridays") and both together. A part
// that says no, or what they do then ("works nights", "school run 3.15"), takes its time away.
func ReadStatedTimes(text string) StatedTimes {
	var s StatedTimes
	var parts []saidPart
	for _, typed := range partsOf(text) {
		if read, ok := readPart(typed); ok {
			parts = append(parts, read...)
		} else {
			s.Unread = append(s.Unread, typed)
		}
	}
	s.said = slices.ContainsFunc(parts, saidPart.limits)
	for day := time.Sunday; day <= time.Saturday; day++ {
		s.week[day] = spansOn(day, parts)
	}
	return s
}

// Limits reports whether anything was understood that rules some time out.
func (s StatedTimes) Limits() bool { return s.said }

// On are the parts of that weekday that suit them, in order and apart from one another.
func (s StatedTimes) On(day time.Weekday) []Span {
	if !s.said {
		return []Span{wholeDay}
	}
	return s.week[day]
}

// Suits reports whether a meeting of so many minutes lies within what they said from beginning to
// end. A day without a time suits when any of it does.
func (s StatedTimes) Suits(start Moment, minutes int) bool {
	spans := s.On(start.Date().Weekday())
	if start.Clock() == "" {
		return len(spans) > 0
	}
	from := start.Clock().Minutes()
	return slices.ContainsFunc(spans, func(w Span) bool { return w.From <= from && from+minutes <= w.To })
}

// saidPart is one part of what was said: on these days (none: on all), in these spans (none: all day),
// it suits, or it does not.
type saidPart struct {
	not   bool
	days  []time.Weekday
	spans []Span
}

// limits reports whether the part rules anything out; "any time" does not.
func (p saidPart) limits() bool { return p.not || len(p.days) > 0 || len(p.spans) > 0 }

func (p saidPart) isOn(day time.Weekday) bool { return slices.Contains(p.days, day) }

// spansOn puts the parts together for one weekday. Hours that are said without a day hold on all days;
// once days are named, the others do not suit; what does not suit is taken away last.
func spansOn(day time.Weekday, parts []saidPart) []Span {
	general := []Span{wholeDay}
	var own []Span
	named, mine := false, false
	for _, p := range parts {
		switch {
		case p.not || !p.limits():
		case len(p.days) == 0:
			general = bothOr(general, p.spans)
		default:
			named = named || len(p.spans) == 0 || !hasGeneral(parts)
			if p.isOn(day) {
				mine = true
				own = append(own, p.spans...)
			}
		}
	}
	if named && !mine {
		return nil
	}
	spans := general
	if len(own) > 0 {
		spans = bothOr(general, own)
	}
	for _, p := range parts {
		if p.not && (len(p.days) == 0 || p.isOn(day)) {
			spans = without(spans, p.spans)
		}
	}
	return joined(spans)
}

// hasGeneral reports whether hours were said that hold on every day.
func hasGeneral(parts []saidPart) bool {
	return slices.ContainsFunc(parts, func(p saidPart) bool { return !p.not && len(p.days) == 0 && len(p.spans) > 0 })
}

// bothOr is what two lists of spans have in common; where that is nothing they were meant as
// alternatives ("mornings, evenings"), and it is all of both.
func bothOr(a, b []Span) []Span {
	var common []Span
	for _, x := range a {
		for _, y := range b {
			if both := (Span{max(x.From, y.From), min(x.To, y.To)}); both.From < both.To {
				common = append(common, both)
			}
		}
	}
	if len(common) == 0 {
		return slices.Concat(a, b)
	}
	return common
}

// without is what is left of spans; a part without spans takes the whole day.
func without(spans, taken []Span) []Span {
	if len(taken) == 0 {
		return nil
	}
	for _, t := range taken {
		var left []Span
		for _, s := range spans {
			for _, piece := range []Span{{s.From, min(s.To, t.From)}, {max(s.From, t.To), s.To}} {
				if piece.From < piece.To {
					left = append(left, piece)
				}
			}
		}
		spans = left
	}
	return spans
}

// joined are spans in order, those that touch made one.
func joined(spans []Span) []Span {
	spans = slices.Clone(spans)
	InOrder(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var all []Span
	for _, s := range spans {
		if n := len(all); n > 0 && s.From <= all[n-1].To {
			all[n-1].To = max(all[n-1].To, s.To)
			continue
		}
		all = append(all, s)
	}
	return all
}
