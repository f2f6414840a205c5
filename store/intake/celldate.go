package intake

import (
	"strconv"
	"strings"

	"kettle/model"
)

var (
	timeOfDay  = `(?:[t\s,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|z|[+-]\d{2}:?\d{2})?)?$`
	isoDate    = pattern(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})` + timeOfDay)
	ukDate     = pattern(`^(\d{1,2})\s*[\s/.\-]\s*(\d{1,2})\s*[\s/.\-]\s*(\d{4}|\d{2})` + timeOfDay)
	wordDate   = pattern(`^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.\-]*(?:of\s+)?([a-z]{3,9})[\s/.,\-]*(\d{4}|\d{2})` + timeOfDay)
	serialDate = pattern(`^(\d{5})(?:\.\d+)?$`)
)

// serialBase is the day before the first one that spreadsheets count, put right for the leap day of
// 1900 that they wrongly know; serials outside the bounds are not dates of a school's people.
const (
	serialBase  model.Date = "1899-12-30"
	firstSerial            = 34700
	lastSerial             = 55000
)

// readDate reads a date as lists write it: day first, or year first, or with the month as a word, or
// a spreadsheet's serial number. Never month first (section 4).
func readDate(s string) (date model.Date, serial, ok bool) {
	s = strings.ToLower(s)
	if m := isoDate().FindStringSubmatch(s); m != nil {
		date, ok = model.NewDate(number(m[1]), number(m[2]), number(m[3]))
		return date, false, ok
	}
	if m := ukDate().FindStringSubmatch(s); m != nil {
		date, ok = model.NewDate(fullYear(m[3]), number(m[2]), number(m[1]))
		return date, false, ok
	}
	if m := wordDate().FindStringSubmatch(s); m != nil {
		date, ok = model.NewDate(fullYear(m[3]), monthNamed(m[2]), number(m[1]))
		return date, false, ok
	}
	if m := serialDate().FindStringSubmatch(s); m != nil {
		n := number(m[1])
		return serialBase.AddDays(n), true, n >= firstSerial && n <= lastSerial
	}
	return "", false, false
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// fullYear takes two digits as a year of this century.
func fullYear(s string) int {
	if len(s) == 2 {
		return 2000 + number(s)
	}
	return number(s)
}

// monthNamed is the number of a month by its English name or the first letters of it, 0 for no month.
func monthNamed(s string) int {
	if s == "sept" {
		return 9
	}
	for i, name := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if s == name || s == name[:3] {
			return i + 1
		}
	}
	return 0
}

// born is a date of birth: not in the future and not over 25 years ago.
func born(s string, today model.Date) (date model.Date, serial, ok bool) {
	date, serial, ok = readDate(s)
	if !ok || date > today || date < today.AddMonths(-25*12) {
		return "", false, false
	}
	return date, serial, true
}
