package model

import (
	"slices"
	"strings"
)

// agreedDates are from when and by when something is done.
type agreedDates struct{ from, due Date }

// mostDateWords is how many words a date may have: "a week on friday", "by the 24th of October 2026".
const mostDateWords = 6

var (
	// dateLeads stand before a date; "from" and "starting" say that something begins then, "until" and
	// "till" that it ends: these are no "by", and stay with their day in the text.
	dateLeads  = []string{"by", "from", "on", "before", "until", "till", "starting"}
	fromLeads  = []string{"from", "starting"}
	endLeads   = []string{"until", "till"}
	untilLeads = append(slices.Clone(endLeads), "to")

	// notBeforeDate stand before what only looks like a date: "in the sun", "every friday".
	notBeforeDate = []string{"the", "a", "an", "every", "each", "in", "to", "his", "her", "their", "my"}

	// dateTails stand behind a date and say nothing more: "from monday on", "by fri at the latest".
	dateTails = [][]string{{"at", "the", "latest"}, {"onwards"}, {"on"}}
)

// takeDates takes the date at the end of a line, both of "from monday to friday"; without one there,
// that at the beginning.
func takeDates(words []string, people AgreementPeople, o DateOptions) ([]string, agreedDates) {
	if rest, dates := spanAtEnd(words, o); dates.due != "" {
		return rest, dates
	}
	rest, lead, date := lastDate(words, o)
	if date == "" {
		rest, lead, date = firstDate(words, people, o)
	}
	switch {
	case slices.Contains(fromLeads, lead):
		return rest, agreedDates{from: date}
	case date == "" && len(words) > 0 && strings.EqualFold(words[len(words)-1], "tonight"):
		date = o.Today // the word stays: it says more than the day
	}
	return rest, agreedDates{due: date}
}

// spanAtEnd takes "from monday to friday".
func spanAtEnd(words []string, o DateOptions) (rest []string, dates agreedDates) {
	for at := len(words) - 2; at > 1; at-- {
		if !slices.Contains(untilLeads, strings.ToLower(words[at])) {
			continue
		}
		due, behind := dateIn(words[at+1:], o)
		rest, lead, from := lastDate(words[:at], o)
		if due != "" && len(behind) == 0 && slices.Contains(fromLeads, lead) {
			return rest, agreedDates{from, due}
		}
	}
	return words, dates
}

// lastDate takes the longest date at the end, with the word that leads to it; a time behind it stays.
func lastDate(words []string, o DateOptions) (rest []string, lead string, date Date) {
	if rest, lead, date = dateAtEnd(words, o); date != "" {
		return rest, lead, date
	}
	for _, tail := range dateTails {
		if cut := len(words) - len(tail); cut > 0 && slices.Equal(lowered(words[cut:]), tail) {
			if rest, lead, date = dateAtEnd(words[:cut], o); lead != "" {
				return rest, lead, date
			}
		}
	}
	return words, "", ""
}

func dateAtEnd(words []string, o DateOptions) (rest []string, lead string, date Date) {
	for n := min(mostDateWords, len(words)-1); n > 0; n-- {
		at := len(words) - n
		said, lead := cutLead(words[at:])
		if lead == "" && slices.Contains(notBeforeDate, strings.ToLower(words[at-1])) {
			continue
		}
		date, behind := dateIn(said, o)
		if date == "" {
			continue
		}
		if lead == "" && at > 1 {
			if _, lead = cutLead([]string{strings.TrimRight(words[at-1], ","), ""}); lead != "" {
				at--
			}
		}
		return slices.Concat(withoutLaterThan(words[:at]), endWords(lead, date, o.Today), behind), lead, date
	}
	return words, "", ""
}

// firstDate takes a date at the beginning: one that a word leads to, that a comma ends, or behind
// which somebody is named. "Sun cream" is no date.
func firstDate(words []string, people AgreementPeople, o DateOptions) (rest []string, lead string, date Date) {
	for n := min(mostDateWords, len(words)-2); n > 0; n-- {
		said, lead := cutLead(words[:n])
		last := said[len(said)-1]
		ends := strings.TrimRight(last, ",:")
		rest := words[n:]
		if ends == "" {
			rest = words[n-1:] // a colon that stands alone is a word of its own: it stays
		}
		date, behind := dateIn(nonEmpty(append(slices.Clone(said[:len(said)-1]), ends)...), o)
		if date == "" || len(behind) > 0 {
			continue
		}
		if _, named := people.subject(rest); lead != "" || ends != last || named > 0 || titledName(rest) != "" {
			return slices.Concat(rest, endWords(lead, date, o.Today)), lead, date
		}
	}
	return words, "", ""
}

// endWords are how the text goes on saying until when, whatever the day was called: "until Fri 27 Nov".
func endWords(lead string, d, today Date) []string {
	if !slices.Contains(endLeads, lead) {
		return nil
	}
	return append([]string{lead}, strings.Fields(d.clear(today))...)
}

// SaysItsEnd reports whether the text itself says until which day, and that day is still the one.
func (a Agreement) SaysItsEnd() bool {
	return a.Due.Valid() && slices.ContainsFunc(endLeads, func(lead string) bool { return strings.Contains(a.Text, lead+" "+a.Due.Short()) })
}

// CutEnd takes the day until when from the end of the agreement's words, where a list says it beside them.
func (a Agreement) CutEnd(words string) string {
	for _, lead := range endLeads {
		for _, day := range []string{a.Due.Full(), a.Due.Short()} {
			if rest, ok := strings.CutSuffix(words, " "+lead+" "+day); ok && a.Due.Valid() {
				return rest
			}
		}
	}
	return words
}

// dateIn is the date that words say, all of them; a time that stands behind it is given back.
func dateIn(words []string, o DateOptions) (date Date, behind []string) {
	if p, err := ParseDate(strings.Join(words, " "), o); err == nil {
		return p.Date, nil
	}
	if p, err := ParseWhen(strings.Join(words, " "), o); err != nil || p.Clock == "" {
		return "", nil
	}
	for n := len(words) - 1; n > 0; n-- {
		if p, err := ParseDate(strings.Join(words[:n], " "), o); err == nil {
			return p.Date, words[n:]
		}
	}
	return "", nil
}

// cutLead takes the word that leads to a date.
func cutLead(words []string) (rest []string, lead string) {
	if first := strings.ToLower(words[0]); len(words) > 1 && slices.Contains(dateLeads, first) {
		return words[1:], first
	}
	return words, ""
}

// withoutLaterThan takes "no later than" from the end of words.
func withoutLaterThan(words []string) []string {
	if cut := len(words) - 3; cut > 0 && slices.Equal(lowered(words[cut:]), []string{"no", "later", "than"}) {
		return words[:cut]
	}
	return words
}

func lowered(words []string) []string {
	low := make([]string, len(words))
	for i, w := range words {
		low[i] = strings.ToLower(w)
	}
	return low
}
