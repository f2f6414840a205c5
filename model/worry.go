package model

import (
	"fmt"
	"strings"
)

// Within how many school days a worry gets its first step, and is settled as one that was "raised
// Monday, solved by Friday" (practice 11).
const (
	firstStepWithin = 1
	settledSoon     = 5
)

// WorryStands is how a worry stands on a day.
type WorryStands struct {
	DaysOpen int  // school days since it was raised, up to the day on which it was settled
	StepBy   Date // by when its first step is to have been taken
	StepLate bool
	Step     string // "no first step yet: due today", "first step taken Tue 17"
}

// StandsAsWorry is how a concern stands: days open, and whether the first step was taken.
func (c Contact) StandsAsWorry(today Date, cal *Calendar) WorryStands {
	until := today
	if c.Settled.Valid() {
		until = c.Settled
	}
	raised := c.At.Date()
	w := WorryStands{DaysOpen: ownDaysBetween(raised, until, cal), StepBy: cal.DueInSchoolDays(raised, firstStepWithin).Due}
	w.StepLate = !c.SteppedOn.Valid() && !c.Settled.Valid() && DueGroupOf(w.StepBy, today) == DueLate
	switch due := stepDue(w.StepBy, today, cal); {
	case c.SteppedOn.Valid():
		w.Step = "first step taken " + c.SteppedOn.Near(today)
	case c.FirstStep == "":
		w.Step = "no first step yet: " + due
	default:
		w.Step = "first step " + due
	}
	return w
}

// stepDue says when the first step is due, or how late it is.
func stepDue(by, today Date, c *Calendar) string {
	if words := DueWords(by, today, c); DueGroupOf(by, today) == DueLate {
		return words
	}
	return "due " + by.Near(today)
}

// OpenWords are how long a worry has been open: "today", "1 school day", "12 school days".
func (w WorryStands) OpenWords() string {
	if w.DaysOpen == 0 {
		return "today"
	}
	return countOf(w.DaysOpen, "school day")
}

// TriageWords are when a concern is taken, as the family was told: "now, instead of the timetable
// meeting", "later today", "at 15:30" (practice 12); "" where nobody has said.
func (c Contact) TriageWords() string {
	switch {
	case c.Triage == "now" && c.Displaced != "":
		return "now, instead of " + c.Displaced
	case c.Triage == "today":
		return "later today"
	case Clock(c.Triage).Valid():
		return "at " + c.Triage
	}
	return c.Triage
}

// settledBy begins the line of the note that says how a worry was settled.
const settledBy = "Settled: "

// WithHowSettled is the note of a worry with a word on how it was settled; nothing more for no word.
func WithHowSettled(note, how string) string {
	if how = strings.TrimSpace(how); how == "" {
		return note
	}
	return strings.TrimSpace(note + "\n" + settledBy + how)
}

// HowSettled is what the note says of how the worry was settled, the last word of several; "" for none.
func HowSettled(note string) string {
	lines := strings.Split(note, "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if how, ok := strings.CutPrefix(lines[i], settledBy); ok {
			return how
		}
	}
	return ""
}

// RaisedWorry is when a worry was raised, and when it was settled, "" not yet.
type RaisedWorry struct{ On, Settled Date }

// SettledSoon is how early the worries of a while were settled: "raised Monday, solved by Friday".
type SettledSoon struct {
	Raised  int
	Soon    int // settled within five school days
	HasTime int // not settled, and its five school days are not over
	Middle  int // half of those that are settled took at most so many school days
	Settled int
}

// SettledSoonOf looks at the worries that were raised in a while, on a day.
func SettledSoonOf(all []RaisedWorry, today Date, c *Calendar) SettledSoon {
	s := SettledSoon{Raised: len(all)}
	var took []int
	for _, w := range all {
		if !w.Settled.Valid() {
			if ownDaysBetween(w.On, today, c) <= settledSoon {
				s.HasTime++
			}
			continue
		}
		days := ownDaysBetween(w.On, w.Settled, c)
		took = append(took, days)
		if days <= settledSoon {
			s.Soon++
		}
	}
	s.Settled, s.Middle = len(took), median(took)
	return s
}

// leastForShare is below which number of answers no percentage is shown (data.md).
const leastForShare = 10

// Words are the figure as a sentence; when is "this half term". Those that still have time count for
// neither side.
func (s SettledSoon) Words(when string) string {
	if s.Raised == 0 {
		return "No worry was raised " + when + "."
	}
	n := s.Raised - s.HasTime
	said := fmt.Sprintf("%d %s raised %s", s.Raised, byCount(s.Raised, "worry", "worries", "worries"), when)
	if n > 0 {
		said += fmt.Sprintf(": %d of %d settled within 5 school days", s.Soon, n)
	}
	if n >= leastForShare {
		said += fmt.Sprintf(" (%d%%)", (s.Soon*100+n/2)/n)
	}
	if s.Settled > 1 {
		said += ", half of them within " + countOf(s.Middle, "day")
	}
	if s.HasTime > 0 {
		said += fmt.Sprintf("; %d still within %s 5 days", s.HasTime, byCount(s.HasTime, "its", "their", "their"))
	}
	return said + "."
}
