package model

import (
	"fmt"
	"strings"
)

// ReplyStands is how a question stands on a day: the clock of the school's promise, and what the family
// was told since (rules.md R13).
type ReplyStands struct {
	ReplyClock
	Told Date // since when they know that it has come, "" they do not
	Held Date // the later day that a holding reply promised, "" none
}

// StandsAsQuestion is how a question stands. promised is the day of the reply that was promised for it
// and told to the family, "" for none: later than the school's own day, it is what a holding reply
// promised, and takes its place.
func (c Contact) StandsAsQuestion(promised Date, s Settings, today Date, cal *Calendar) ReplyStands {
	r := ReplyStands{ReplyClock: ReplyClockOf(c.At, s, today, cal), Told: c.Acknowledged}
	if promised > r.Due {
		r.Held = promised
	}
	return r
}

// AnswerBy is the day on which the answer is owed.
func (r ReplyStands) AnswerBy() Date {
	if r.Held.Valid() {
		return r.Held
	}
	return r.Due
}

// LateOn reports whether the day of the answer has passed; on the day itself it has not.
func (r ReplyStands) LateOn(today Date) bool { return r.AnswerBy() < today }

// Clock is how far we are: "day 2 of 5", or what a holding reply promised: "by Fri 4 Dec".
func (r ReplyStands) Clock(today Date, c *Calendar) string {
	switch {
	case !r.Held.Valid():
		return r.Words()
	case r.Held == today:
		return "due today"
	case r.Held < today:
		return DueWords(r.Held, today, c)
	}
	return "by " + r.Held.Near(today)
}

// Pressing is the stage for the glyph: what a holding reply promised for later does not press.
func (r ReplyStands) Pressing(today Date) Stage {
	switch {
	case !r.Held.Valid():
		return r.Stage
	case r.Held <= today:
		return StagePast
	}
	return StageFresh
}

// AckWords say by when the family is to know that the question has come, or since when they do.
func (r ReplyStands) AckWords(today Date) string {
	switch {
	case r.Told.Valid():
		return "they know since " + r.Told.Near(today) + " that it has come"
	case r.AckBy == today:
		return "say today that it has come"
	case r.AckBy < today:
		return "say that it has come: that was due " + r.AckBy.Near(today)
	}
	return "say by " + r.AckBy.Near(today) + " that it has come"
}

// AckLate reports whether they should know by now that it has come.
func (r ReplyStands) AckLate(today Date) bool { return !r.Told.Valid() && r.AckBy < today }

// Counted says how the day of the answer is counted, from which day, and what a holding reply changed
// (rules.md R12, R14).
func (r ReplyStands) Counted(asked Moment, c *Calendar) string {
	said := fmt.Sprintf("%d %s from %s: %s", r.Of, r.Unit, r.Received.Short(), r.Due.Short())
	if r.Unit == InSchoolDays {
		said = c.DueInSchoolDays(r.Received, r.Of).String()
	}
	if r.Received != asked.Date() {
		said = "it came " + strings.TrimSpace(asked.Date().Short()+" "+string(asked.Clock())) + ", which counts as " + r.Received.Short() + "; " + said
	}
	if r.Held.Valid() {
		said += "; the holding reply says " + r.Held.Short()
	}
	return said
}
