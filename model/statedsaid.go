package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Words are what was understood, for the days of a school week: "Mon to Thu from 14:00; Fri not". They
// are "" where nothing was.
func (s StatedTimes) Words() string {
	switch {
	case !s.said && len(s.Unread) > 0:
		return ""
	case !s.said:
		return "any time"
	}
	var hours []string // each once, in the order of the days
	days := map[string][]time.Weekday{}
	for day := time.Monday; day <= time.Friday; day++ {
		words := spanWords(s.On(day))
		if days[words] == nil {
			hours = append(hours, words)
		}
		days[words] = append(days[words], day)
	}
	said := make([]string, len(hours))
	for i, words := range hours {
		said[i] = weekdayWords(days[words]) + " " + words
	}
	return strings.Join(said, "; ")
}

// spanWords are the parts of one day: "until 12:00 or from 17:00".
func spanWords(spans []Span) string {
	if len(spans) == 0 {
		return "not"
	}
	words := make([]string, len(spans))
	for i, s := range spans {
		from, to := fmt.Sprintf("%02d:%02d", s.From/60, s.From%60), fmt.Sprintf("%02d:%02d", s.To/60, s.To%60)
		switch {
		case s == wholeDay:
			words[i] = "any time"
		case s.From == 0:
			words[i] = "until " + to
		case s.To == minutesOfDay:
			words[i] = "from " + from
		default:
			words[i] = from + " to " + to
		}
	}
	return strings.Join(words, " or ")
}

// weekdayWords are days in their order: "Mon to Thu", "Mon and Fri".
func weekdayWords(days []time.Weekday) string {
	names := make([]string, len(days))
	for i, d := range days {
		names[i] = d.String()[:3]
	}
	if last := len(days) - 1; last > 1 && int(days[last]-days[0]) == last && slices.IsSorted(days) {
		return names[0] + " to " + names[last]
	}
	return listOf(names)
}
