package model

import "fmt"

// ReplyClock is how far we are with the answer to a question: day 2 of 5. The day on which it
// arrived is day 0 (rules.md R13).
type ReplyClock struct {
	Received Date // day 0
	Day, Of  int
	AckBy    Date // by when to say that it has arrived
	Due      Date
	Unit     string // InSchoolDays or InWorkingDays
	Stage    Stage
	NoTerms  bool // weekdays were counted, because the term dates do not reach
}

// ReplyClockOf is the clock of a question on a day, as the school's settings count. Where term dates
// are missing, weekdays that are no bank holidays count.
func ReplyClockOf(received Moment, s Settings, today Date, c *Calendar) ReplyClock {
	r := ReplyClock{Of: s.Number(ReplyFull), Unit: s.Text(ReplyUnit)}
	counts := replyDays(s, c)
	own := func(day int) (bool, error) {
		yes, err := counts(day)
		r.NoTerms = r.NoTerms || err != nil
		return yes || err != nil, nil
	}
	r.Received, _ = receivedOn(received, s, own)
	r.AckBy, _ = walkDays(r.Received, s.Number(ReplyAck), own)
	r.Due, _ = walkDays(r.Received, r.Of, own)
	r.Day = countedDays(r.Received, today, own)
	r.Stage = StageOf(r.Day, max(r.Of, 1))
	return r
}

// ReplyDue is the n-th day after a question was received, counted as the settings say (rules.md R13,
// R14). The error is ErrNoCalendar.
func ReplyDue(received Moment, n int, s Settings, c *Calendar) (Date, error) {
	counts := replyDays(s, c)
	day0, err := receivedOn(received, s, counts)
	if err != nil {
		return "", err
	}
	return walkDays(day0, n, counts)
}

// Late reports whether the day of the answer has passed; on the day itself it has not (rules.md R12).
func (r ReplyClock) Late() bool { return r.Day > r.Of }

// Words are the clock in a list: "day 2 of 5", "due today", "1 day late".
func (r ReplyClock) Words() string {
	switch {
	case r.Late():
		return countOf(r.Day-r.Of, "day") + " late"
	case r.Day == r.Of:
		return "due today"
	case r.Day == 0:
		return "just asked"
	}
	return fmt.Sprintf("day %d of %d", r.Day, r.Of)
}

type dayCounts func(day int) (bool, error)

// replyDays says which days count for answers: school days, or working days where the school says so.
func replyDays(s Settings, c *Calendar) dayCounts {
	if s.Text(ReplyUnit) == InWorkingDays {
		return func(day int) (bool, error) { return c.plainKind(day) == DayUnknown, nil }
	}
	return func(day int) (bool, error) { return c.schoolDay(c.kindOf(day)) }
}

// receivedOn is day 0: the day of the message, or the next day that counts when that one does not or
// the school's hour has passed (rules.md R13, R14).
func receivedOn(received Moment, s Settings, counts dayCounts) (Date, error) {
	day, ok := dayNumber(received.Date())
	if !ok {
		return "", nil
	}
	open, err := counts(day)
	if err != nil {
		return "", err
	}
	cutoff := s.Clock(ReplyCutoff)
	if open && (cutoff == "" || received.Clock() <= cutoff) {
		return received.Date(), nil
	}
	return walkDays(received.Date(), 1, counts)
}

// countedDays is how many days that count lie after one day up to another, 0 when to is not later.
func countedDays(from, to Date, counts dayCounts) int {
	first, okFrom := dayNumber(from)
	last, okTo := dayNumber(to)
	n := 0
	for day := first + 1; okFrom && okTo && day <= last; day++ {
		if open, _ := counts(day); open {
			n++
		}
	}
	return n
}
