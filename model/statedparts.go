package model

import (
	"slices"
	"time"
)

// partReader reads one part word by word into what it says; a "not" in the middle begins another.
type partReader struct {
	words     []string
	at        int
	now       saidPart
	all       []saidPart
	works     bool // they say what they do then: it does not suit
	free      bool // "any time"
	or        bool // the next hours are an alternative to the last
	daysFirst bool // days were said before hours: "Mon after 2"
}

// readPart is what one part says, and whether all of it was understood.
func readPart(typed string) ([]saidPart, bool) {
	r := partReader{words: partWords(typed)}
	for r.at < len(r.words) {
		if !r.word() {
			return nil, false
		}
	}
	return r.all, r.flush()
}

// flush ends a part; false when it says nothing.
func (r *partReader) flush() bool {
	p := r.now
	if len(p.days) == 0 && len(p.spans) == 0 && (p.not || !r.free) {
		return false
	}
	r.all = append(r.all, p)
	r.now, r.works, r.free, r.or, r.daysFirst = saidPart{}, false, false, false, false
	return true
}

// word reads on from where it is; false for a word that is not understood.
func (r *partReader) word() bool {
	w := r.words[r.at]
	switch {
	case w == "schoolrun":
		return r.schoolRun()
	case slices.Contains(notWords, w):
		return r.not(false)
	case slices.Contains(workWords, w):
		return r.not(true)
	case r.works && shifts()[singular(w)] != nil:
		r.at++
		r.now.spans = append(r.now.spans, shifts()[singular(w)]...)
		return true
	case w == "or":
		r.or = true
	case slices.Contains(freeWords, w):
		r.free = true
	case singular(w) == "shift" && r.works || slices.Contains(andWords, w) || slices.Contains(fillWords, w):
	case r.isShift():
		return r.not(true)
	default:
		return r.day() || r.hours()
	}
	r.at++
	return true
}

// isShift reports whether a shift is named before the word says so: "night shift".
func (r *partReader) isShift() bool {
	return r.at+1 < len(r.words) && singular(r.words[r.at+1]) == "shift" && shifts()[r.words[r.at]] != nil && !r.works
}

// not begins what does not suit. Twice no ("does not work Fridays") could mean either.
func (r *partReader) not(works bool) bool {
	if r.now.not {
		return false
	}
	if len(r.now.days)+len(r.now.spans) > 0 || r.free {
		r.flush()
	}
	r.now.not, r.works = true, works
	if !r.isNamedShift() {
		r.at++
	}
	return true
}

func (r *partReader) isNamedShift() bool { return r.works && shifts()[r.words[r.at]] != nil }

// schoolRun is away around the hours that follow, or around those of most schools.
func (r *partReader) schoolRun() bool {
	if len(r.now.days)+len(r.now.spans) > 0 {
		r.flush()
	}
	r.at++
	r.now.not = true
	hours := 0
	for r.at < len(r.words) {
		at, n := r.hour(r.at)
		switch {
		case n > 0:
			r.at, hours = r.at+n, hours+1
			r.now.spans = append(r.now.spans, Span{at - runBefore, at + runAfter})
		case slices.Contains(andWords, r.words[r.at]) || slices.Contains(fillWords, r.words[r.at]):
			r.at++
		default:
			return r.word()
		}
	}
	if hours == 0 {
		for _, at := range schoolRuns {
			r.now.spans = append(r.now.spans, Span{at - runBefore, at + runAfter})
		}
	}
	return true
}

// day reads a weekday, or several of them: "mon to wed", "weekdays".
func (r *partReader) day() bool {
	days := r.dayNames()
	if days == nil {
		return false
	}
	if r.daysFirst && len(r.now.spans) > 0 {
		not := r.now.not
		r.flush()
		r.now.not = not
	}
	r.daysFirst = r.daysFirst || len(r.now.spans) == 0
	r.now.days = append(r.now.days, days...)
	return true
}

func (r *partReader) dayNames() []time.Weekday {
	w := singular(r.words[r.at])
	switch w {
	case "weekday":
		r.at++
		return daysFrom(time.Monday, time.Friday)
	case "weekend":
		r.at++
		return []time.Weekday{time.Saturday, time.Sunday}
	}
	from, ok := weekdayWord(w)
	if !ok {
		return nil
	}
	r.at++
	if r.at+1 < len(r.words) && slices.Contains(toWords, r.words[r.at]) {
		if to, ok := weekdayWord(singular(r.words[r.at+1])); ok {
			r.at += 2
			return daysFrom(from, to)
		}
	}
	return []time.Weekday{from}
}

// daysFrom are the weekdays from one to another, over the weekend where it must.
func daysFrom(from, to time.Weekday) []time.Weekday {
	days := []time.Weekday{from}
	for day := from; day != to; {
		day = (day + 1) % 7
		days = append(days, day)
	}
	return days
}

// hours reads "after 2", "before school", "between 9 and 11", "9 to 11", "mornings".
func (r *partReader) hours() bool {
	w := r.words[r.at]
	switch {
	case w == "between":
		return r.between(r.at+1, "and") || r.between(r.at+1, "to")
	case w == "from" && (r.between(r.at+1, "to") || r.between(r.at+1, "until") || r.between(r.at+1, "till")):
		return true
	case slices.Contains(afterWords, w) || slices.Contains(beforeWords, w):
		return r.bound(slices.Contains(afterWords, w))
	case r.between(r.at, "to") || r.between(r.at, "until") || r.between(r.at, "till"):
		return true
	}
	span, ok := daySpans()[singular(w)]
	if ok {
		r.at++
		r.add(span)
	}
	return ok
}

// bound reads what stands behind "after" or "before".
func (r *partReader) bound(after bool) bool {
	r.at++
	at, n := r.hour(r.at)
	from := at
	if r.at < len(r.words) {
		if turn, ok := dayTurns()[r.words[r.at]]; ok {
			at, from, n = turn.before, turn.after, 1
		}
	}
	if n == 0 {
		return false
	}
	r.at += n
	if after {
		r.add(Span{from, minutesOfDay})
	} else {
		r.add(Span{0, at})
	}
	return true
}

// between reads two hours with a word between them, the second the later.
func (r *partReader) between(i int, word string) bool {
	for n := 3; n > 0; n-- {
		from, ok := r.exactly(i, n)
		if !ok || i+n >= len(r.words) || r.words[i+n] != word {
			continue
		}
		if to, m := r.hour(i + n + 1); m > 0 && from < to {
			r.at = i + n + 1 + m
			r.add(Span{from, to})
			return true
		}
	}
	return false
}

// hour reads the longest hour that begins at a word, and gives how many words it has, 0 for none.
func (r *partReader) hour(i int) (minutes, n int) {
	for n := 4; n > 0; n-- {
		if at, ok := r.exactly(i, n); ok {
			return at, n
		}
	}
	return 0, 0
}

// exactly reads so many words as an hour.
func (r *partReader) exactly(i, n int) (int, bool) {
	if i+n > len(r.words) {
		return 0, false
	}
	clock, err := readTime(slices.Clone(r.words[i:i+n]), true)
	return clock.Minutes(), err == nil
}

// add takes hours: within the last ones, as "after 9 before 11", or beside them. Hours after days
// that had hours already belong to other days.
func (r *partReader) add(s Span) {
	if !r.daysFirst && len(r.now.days) > 0 && len(r.now.spans) > 0 {
		not := r.now.not
		r.flush()
		r.now.not = not
	}
	n := len(r.now.spans)
	if n > 0 && !r.or && !r.now.not {
		last := r.now.spans[n-1]
		if both := (Span{max(last.From, s.From), min(last.To, s.To)}); both.From < both.To {
			r.now.spans[n-1] = both
			return
		}
	}
	r.now.spans, r.or = append(r.now.spans, s), false
}
