package followups

import "kettle/model/view"

// span is where the promises of one heading lie in the list: a line for the heading, one before it
// that is empty unless it is the first, and one for each promise.
type span struct {
	group   view.FollowUpGroup
	heading int // the line of the heading
	first   int // which promise of all comes first
	n       int
}

// lay places the groups that have promises under one another.
func lay(counts []view.FollowUpCount) []span {
	var spans []span
	line, first := 0, 0
	for _, c := range counts {
		if c.N == 0 {
			continue
		}
		if len(spans) > 0 {
			line++
		}
		spans = append(spans, span{c.Group, line, first, c.N})
		line, first = line+1+c.N, first+c.N
	}
	return spans
}

// height is the number of lines.
func height(spans []span) int {
	if len(spans) == 0 {
		return 0
	}
	last := spans[len(spans)-1]
	return last.heading + 1 + last.n
}

// spanOf is the span that a line belongs to; ok is false for the empty lines between.
func (l *List) spanOf(line int) (s span, ok bool) {
	for _, s := range l.spans {
		if line >= s.heading && line <= s.heading+s.n {
			return s, true
		}
	}
	return span{}, false
}

// rowOf is which promise of all stands in a line.
func (l *List) rowOf(line int) (n int, ok bool) {
	s, ok := l.spanOf(line)
	return s.first + line - s.heading - 1, ok && line > s.heading
}

// rowAfter is which promise of all stands in a line or is the first below it.
func (l *List) rowAfter(line int) int {
	for _, s := range l.spans {
		if line <= s.heading+s.n {
			return s.first + max(line-s.heading-1, 0)
		}
	}
	return l.rows.Total
}

// lineOf is the line of the n-th promise of all.
func (l *List) lineOf(n int) int {
	for _, s := range l.spans {
		if n < s.first+s.n {
			return s.heading + 1 + n - s.first
		}
	}
	return 0
}

func (l *List) isHeading(line int) bool {
	_, ok := l.rowOf(line)
	return !ok
}
