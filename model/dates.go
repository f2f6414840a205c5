package model

import (
	"errors"
	"fmt"
	"slices"
)

// DateOptions says how a date is to be read. The zero direction is the future, for due dates and
// meetings.
type DateOptions struct {
	Today    Date
	Past     bool      // a contact, something received: dates lie behind us
	DOB      bool      // a date of birth: past, and two-digit years may be of the last century
	Calendar *Calendar // of the school; nil knows no terms
}

// past reports the direction; nobody is born in the future.
func (o DateOptions) past() bool { return o.Past || o.DOB }

// Parsed is what a typed text means. Clock is "" where no time was typed.
type Parsed struct {
	Date  Date
	Clock Clock
	Warn  DateWarning
}

// When is the date and the time together.
func (p Parsed) When() Moment { return At(p.Date, p.Clock) }

// DateWarning marks a date that is taken although it looks odd; "" is none.
type DateWarning string

// The warnings, by the codes of rules.md R57 and R61.
const (
	WarnPast      DateWarning = "past"
	WarnFuture    DateWarning = "future"
	WarnNotMonday DateWarning = "wc_not_monday"
)

// Words are the warning as a person reads it behind the date, "" for none.
func (w DateWarning) Words() string {
	switch w {
	case WarnPast:
		return "in the past"
	case WarnFuture:
		return "in the future"
	case WarnNotMonday:
		return "the Monday of that week"
	}
	return ""
}

// DateErrorCode says why a text was not taken as a date or a time.
type DateErrorCode string

// The codes of rules.md part G.
const (
	CodeWeekdayMismatch DateErrorCode = "weekday_mismatch"
	CodeNoSuchDate      DateErrorCode = "no_such_date"
	CodeAmbiguousTime   DateErrorCode = "ambiguous_time"
	CodeNoSuchTime      DateErrorCode = "no_such_time"
	CodeNotUnderstood   DateErrorCode = "not_understood"
	CodeNoCalendar      DateErrorCode = "no_calendar"
)

// DateError is a text that is no date or time. Text is what was typed, unchanged, so that nothing
// typed is lost; Error is a sentence that says what to type instead.
type DateError struct {
	Code   DateErrorCode
	Text   string
	Reason string
}

// Error says what is wrong and what to type: "31/11 is not a date: November has 30 days."
func (e *DateError) Error() string {
	text := quotable(e.Text)
	switch e.Code {
	case CodeNoSuchDate:
		return text + " is not a date: " + e.Reason + "."
	case CodeWeekdayMismatch, CodeAmbiguousTime, CodeNoSuchTime:
		return text + ": " + e.Reason + "."
	case CodeNoCalendar:
		return text + ": the term dates do not reach that far; enter them, or type a date like 24/10."
	}
	if text == "" {
		return "Nothing is typed yet: type it like " + e.Reason + "."
	}
	return text + " is not understood: type it like " + e.Reason + "."
}

// Unwrap is ErrNoCalendar where the term dates are missing.
func (e *DateError) Unwrap() error {
	if e.Code == CodeNoCalendar {
		return ErrNoCalendar
	}
	return nil
}

// errOtherForm says that the words are not of the form being tried; another form may fit.
var errOtherForm = errors.New("another form")

func noSuchDate(format string, a ...any) error {
	return &DateError{Code: CodeNoSuchDate, Reason: fmt.Sprintf(format, a...)}
}

// explainTyped gives an error its text and its code; examples are of what could be typed.
func explainTyped(err error, text, examples string) error {
	var known *DateError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return &DateError{Code: known.Code, Text: text, Reason: known.Reason}
	case errors.Is(err, ErrNoCalendar):
		return &DateError{Code: CodeNoCalendar, Text: text}
	}
	return &DateError{Code: CodeNotUnderstood, Text: text, Reason: examples}
}

// ParseDate reads a date as people type it: 24/10, sat 24 oct, next tue, in 2 weeks, 5sd, half term,
// w/c 2 nov (rules.md R57 to R61). The error is a *DateError.
func ParseDate(text string, o DateOptions) (Parsed, error) {
	p, err := readDate(typedWords(text), o)
	if err != nil {
		return Parsed{}, explainTyped(err, text, "24/10, next tue, in 2 weeks or half term")
	}
	return p, nil
}

// ParseTime reads a time of day: 3.15pm, 15:15, 1515, half 3, noon (rules.md R62). The error is a
// *DateError.
func ParseTime(text string) (Clock, error) {
	words := typedWords(text)
	if len(words) > 1 && words[0] == "at" {
		words = words[1:]
	}
	c, err := readTime(words, true)
	if err != nil {
		return "", explainTyped(err, text, "3.15pm, 15:15 or half 3")
	}
	return c, nil
}

// ParseWhen reads a date and a time, "fri 3.15pm" or "next tue at 2", or a date alone (rules.md
// R63). The error is a *DateError.
func ParseWhen(text string, o DateOptions) (Parsed, error) {
	p, err := readWhen(typedWords(text), o)
	if err != nil {
		return Parsed{}, explainTyped(err, text, "fri 3.15pm, next tue at 2 or 24/11 15:15")
	}
	return p, nil
}

// Echo is how the program repeats a date before it is saved, with what there is to say about the
// day: "Tue 1 Dec", "Mon 2 Nov, INSET: not a school day". Far dates carry their year.
func Echo(d, today Date, c *Calendar) string {
	if !d.Valid() {
		return ""
	}
	said := d.clear(today)
	if note := c.Note(d); note != "" {
		said += ", " + note
	}
	return said
}

// clear is d as Short, with its year where it is far from today.
func (d Date) clear(today Date) string {
	if n := today.DaysUntil(d); n <= -180 || n >= 180 {
		return d.Full()
	}
	return d.Short()
}

// dayLeads may stand before a date; "until fri" is the day on which something ends.
var dayLeads = []string{"on", "by", "until", "till"}

// readDate tries the forms of a date one after the other.
func readDate(words []string, o DateOptions) (Parsed, error) {
	if len(words) > 1 && slices.Contains(dayLeads, words[0]) {
		words = words[1:]
	}
	forms := []func([]string, DateOptions) (Parsed, error){
		readWeekCommencing, readWritten, readWeekday, readCounted, readPhrase,
	}
	for _, form := range forms {
		p, err := form(words, o)
		if errors.Is(err, errOtherForm) {
			continue
		}
		if err == nil && !p.Date.Valid() {
			err = noSuchDate("it lies too far away")
		}
		return p, err
	}
	return Parsed{}, errOtherForm
}

// readWhen looks for the place where the date ends and the time begins. A part that is a date or a
// time, but a wrong one, decides what the error says.
func readWhen(words []string, o DateOptions) (Parsed, error) {
	found := errOtherForm
	for i := len(words) - 1; i > 0; i-- {
		p, err := readDayThenTime(words[:i], words[i:], o)
		if err == nil {
			return p, nil
		}
		if errors.Is(found, errOtherForm) {
			found = err
		}
	}
	if !errors.Is(found, errOtherForm) {
		return Parsed{}, found
	}
	if p, err := readDate(words, o); !errors.Is(err, errOtherForm) {
		return p, err
	}
	for i := 1; i < len(words); i++ {
		if p, err := readDayThenTime(words[i:], words[:i], o); !errors.Is(err, errOtherForm) {
			return p, err
		}
	}
	return Parsed{}, errOtherForm
}

func readDayThenTime(day, clock []string, o DateOptions) (Parsed, error) {
	at := len(clock) > 1 && (clock[0] == "at" || clock[0] == "t")
	if at {
		clock = clock[1:]
	} else if isYearOf(day, clock, o) {
		return Parsed{}, errOtherForm
	}
	c, clockErr := readTime(clock, at)
	if errors.Is(clockErr, errOtherForm) {
		return Parsed{}, clockErr
	}
	p, err := readDate(day, o)
	if err == nil {
		err = clockErr
	}
	p.Clock = c
	return p, err
}

// isYearOf reports whether four digits behind a date with a month name are its year (rules.md R63).
func isYearOf(day, clock []string, o DateOptions) bool {
	if len(clock) != 1 || !isWrittenYear(clock[0]) {
		return false
	}
	_, err := readDate(append(append([]string{}, day...), clock[0]), o)
	return !errors.Is(err, errOtherForm)
}
