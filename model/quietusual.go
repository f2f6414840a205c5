package model

import (
	"fmt"
	"slices"
)

// fewestGaps is how many stretches between two contacts make a habit.
const fewestGaps = 3

// UsualGap is how many school days usually lie between two days on which school and family were in
// touch: the median, so that one long summer does not count for much. It is 0 when there were too few
// to speak of a habit (practice 6).
func UsualGap(days []Date, c *Calendar) int {
	days = slices.Clone(days)
	slices.Sort(days)
	days = slices.Compact(days)
	var gaps []int
	for i := 1; i < len(days); i++ {
		if n := ownDaysBetween(days[i-1], days[i], c); n > 0 {
			gaps = append(gaps, n)
		}
	}
	if len(gaps) < fewestGaps {
		return 0
	}
	return median(gaps)
}

// median is the middle of some numbers, of two in the middle the larger one, 0 for none.
func median(numbers []int) int {
	if len(numbers) == 0 {
		return 0
	}
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	return numbers[len(numbers)/2]
}

// UsualWords are how it usually is: "usually every 2 weeks"; without a habit how it is meant to be:
// "every 2 weeks is planned".
func UsualWords(gap int, r Rhythm) string {
	switch {
	case gap > 0:
		return "usually " + Rhythm{Every: nearWeeks(gap)}.EveryWords()
	case r.Every > 0:
		return r.EveryWords() + " is planned"
	}
	return ""
}

// nearWeeks rounds school days to whole weeks, from nearly one on: nobody says "every 9 school days".
func nearWeeks(days int) int {
	if days < schoolWeek-1 {
		return days
	}
	return (days + schoolWeek/2) / schoolWeek * schoolWeek
}

// QuietSince is how the day of the next check-in is counted, and why it has moved (rules.md R7):
// "10 school days from Fri 6 Nov, INSET 20 Nov left out: Mon 23 Nov; was Thu 19 Nov before the
// contact of 6 Nov". before is the contact before the last one.
func QuietSince(last, before Moment, by Channel, every int, c *Calendar) string {
	if every <= 0 || !last.Valid() {
		return ""
	}
	count := c.DueInSchoolDays(last.Date(), every)
	was := c.DueInSchoolDays(before.Date(), every).Due
	if was == "" || was == count.Due {
		return count.String()
	}
	what := "contact"
	if by == AtMeeting {
		what = "meeting"
	}
	return fmt.Sprintf("%s; was %s before the %s of %s", count, was.Short(), what, last.Date().format("2 Jan"))
}

// Attempts are the tries to reach a family that nobody answered, since the last contact. They do not
// count as contact.
type Attempts struct {
	N    int
	Last Moment
	By   Channel
}

// Words are the tries in a list: "tried 3 times since, last Tue by phone"; "" for none.
func (a Attempts) Words(today Date) string {
	last := a.Last.Date().Near(today)
	if how := a.By.How(); how != "" {
		last += " " + how
	}
	switch a.N {
	case 0:
		return ""
	case 1:
		return "tried once since, " + last
	case 2:
		return "tried twice since, last " + last
	}
	return fmt.Sprintf("tried %d times since, last %s", a.N, last)
}
