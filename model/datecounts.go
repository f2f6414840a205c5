package model

import (
	"strconv"
	"strings"
	"time"
)

// readWeekday reads fri, this fri, next tue, last tue, fri week, and "fri 27" where the coming
// Friday is the 27th, as the program itself writes near days (rules.md R58, R59).
func readWeekday(words []string, o DateOptions) (Parsed, error) {
	if len(words) == 2 {
		if day, ok := weekdayWord(words[1]); ok {
			return o.namedWeekday(words[0], day)
		}
	}
	if len(words) == 0 {
		return Parsed{}, errOtherForm
	}
	day, ok := weekdayWord(words[0])
	if !ok {
		return Parsed{}, errOtherForm
	}
	bare := o.Today.nextWeekday(day)
	switch rest := strings.Join(words[1:], " "); rest {
	case "":
		if o.past() {
			bare = o.Today.lastWeekday(day)
		}
		return Parsed{Date: bare}, nil
	case "week":
		return Parsed{Date: bare.AddDays(7)}, nil
	case "fortnight":
		return Parsed{Date: bare.AddDays(14)}, nil
	case "next week":
		return o.namedWeekday("next", day)
	default:
		return o.nearDay(day, rest)
	}
}

// nearDay is a weekday with its number and no month, within the six days beside today.
func (o DateOptions) nearDay(day time.Weekday, number string) (Parsed, error) {
	near := o.Today.nextWeekday(day)
	if o.past() {
		near = o.Today.lastWeekday(day)
	}
	if near.format("2") != number {
		return Parsed{}, errOtherForm
	}
	return Parsed{Date: near}, nil
}

func (o DateOptions) namedWeekday(which string, day time.Weekday) (Parsed, error) {
	switch which {
	case "next":
		monday := o.Today.Monday().AddDays(7)
		return Parsed{Date: monday.AddDays((int(day) + 6) % 7)}, nil
	case "last":
		return Parsed{Date: o.Today.lastWeekday(day)}, nil
	case "this":
		if o.past() {
			return Parsed{Date: o.Today.AddDays(1).lastWeekday(day)}, nil
		}
		return Parsed{Date: o.Today.AddDays(-1).nextWeekday(day)}, nil
	}
	return Parsed{}, errOtherForm
}

// nextWeekday is the first such day after d, never d itself.
func (d Date) nextWeekday(day time.Weekday) Date {
	return d.AddDays((int(day)-int(d.Weekday())+6)%7 + 1)
}

// lastWeekday is the latest such day before d, never d itself.
func (d Date) lastWeekday(day time.Weekday) Date {
	return d.AddDays(-((int(d.Weekday())-int(day)+6)%7 + 1))
}

// typedUnit is what people count in; one of its numbers is set.
type typedUnit struct {
	days, months, school, working int
}

func typedUnits() map[string]typedUnit {
	return map[string]typedUnit{
		"d": {days: 1}, "day": {days: 1}, "days": {days: 1},
		"w": {days: 7}, "wk": {days: 7}, "wks": {days: 7}, "week": {days: 7}, "weeks": {days: 7},
		"fortnight": {days: 14}, "fortnights": {days: 14},
		"month": {months: 1}, "months": {months: 1}, "mth": {months: 1}, "mths": {months: 1},
		"year": {months: 12}, "years": {months: 12}, "yr": {months: 12}, "yrs": {months: 12},
		"sd": {school: 1}, "school day": {school: 1}, "school days": {school: 1},
		"wd": {working: 1}, "working day": {working: 1}, "working days": {working: 1},
	}
}

// readCounted reads in 2 weeks, 10d, a month, 2 weeks ago, a week on friday, in 10 school days
// (rules.md R59). A bare count is ago where dates lie behind us.
func readCounted(words []string, o DateOptions) (Parsed, error) {
	in := len(words) > 1 && words[0] == "in"
	if in {
		words = words[1:]
	}
	n, unit, rest, ok := takeCount(words)
	if !ok {
		return Parsed{}, errOtherForm
	}
	switch {
	case len(rest) == 0 && o.past() && !in:
		return o.counted(-n, unit, o.Today)
	case len(rest) == 0:
		return o.counted(n, unit, o.Today)
	case len(rest) == 1 && rest[0] == "ago" && !in:
		return o.counted(-n, unit, o.Today)
	}
	return o.countedFrom(n, unit, rest)
}

// takeCount takes a number and what it counts from the front. A fortnight, and a week from a named
// day, need no number.
func takeCount(words []string) (n int, unit typedUnit, rest []string, ok bool) {
	if len(words) == 0 {
		return 0, typedUnit{}, nil, false
	}
	if unit, rest, ok = takeUnit(words); ok {
		ok = unit.days == 14 || unit.days == 7 && len(rest) > 0 && rest[0] != "ago"
		return 1, unit, rest, ok
	}
	if n, ok = countWord(words[0]); !ok {
		return 0, typedUnit{}, nil, false
	}
	unit, rest, ok = takeUnit(words[1:])
	return n, unit, rest, ok
}

func takeUnit(words []string) (unit typedUnit, rest []string, ok bool) {
	for _, length := range []int{2, 1} {
		if len(words) < length {
			continue
		}
		if unit, ok = typedUnits()[strings.Join(words[:length], " ")]; ok {
			return unit, words[length:], true
		}
	}
	return typedUnit{}, nil, false
}

// countWord reads digits, one to ten, and a.
func countWord(w string) (int, bool) {
	if w == "a" || w == "an" {
		return 1, true
	}
	if allDigits(w, 3) {
		n, err := strconv.Atoi(w)
		return n, err == nil
	}
	return numberWord(w, 10)
}

// countedFrom reads the day that a count starts from: "a week today", "2 weeks on friday".
func (o DateOptions) countedFrom(n int, unit typedUnit, rest []string) (Parsed, error) {
	if len(rest) > 1 && (rest[0] == "on" || rest[0] == "from") {
		rest = rest[1:]
	}
	if len(rest) != 1 {
		return Parsed{}, errOtherForm
	}
	if day, ok := weekdayWord(rest[0]); ok {
		return o.counted(n, unit, o.Today.nextWeekday(day))
	}
	switch rest[0] {
	case "today", "now":
		return o.counted(n, unit, o.Today)
	case "tomorrow":
		return o.counted(n, unit, o.Today.AddDays(1))
	}
	return Parsed{}, errOtherForm
}

func (o DateOptions) counted(n int, unit typedUnit, from Date) (Parsed, error) {
	switch {
	case unit.school != 0:
		d, err := o.Calendar.AddSchoolDays(from, n)
		return Parsed{Date: d}, err
	case unit.working != 0:
		return Parsed{Date: o.Calendar.AddWorkingDays(from, n)}, nil
	}
	return Parsed{Date: from.AddMonths(n * unit.months).AddDays(n * unit.days)}, nil
}
