package model

import (
	"fmt"
	"math"
)

// schoolWeek is how many school days a shown week has (data.md, family).
const schoolWeek = 5

// Rhythm is how a family stands with check-ins, or with good news: how often, when last, and how
// much of the time has gone. It counts school days, so it sleeps in holidays (practices 2 and 6).
type Rhythm struct {
	Every    int  // school days; 0 is no rhythm, and never due
	Last     Date // the last two-way contact, "" never
	Passed   int  // school days since then
	Due      SchoolDayCount
	Stage    Stage
	Sleeping bool // it is holiday: nobody is asked to ring
}

// RhythmOf is the rhythm of a family on a day. Without a last contact it is due at once. Where term
// dates are missing, weekdays that are no bank holidays count.
func RhythmOf(last Date, every int, today Date, c *Calendar) Rhythm {
	r := Rhythm{Every: every, Last: last, Sleeping: Sleeps(today, c)}
	if every <= 0 {
		return r
	}
	if !last.Valid() {
		r.Stage = StagePast
		return r
	}
	r.Passed = ownDaysBetween(last, today, c)
	r.Due = c.DueInSchoolDays(last, every)
	r.Stage = StageOf(r.Passed, every)
	return r
}

// IsDue reports whether it is time to be in touch: never in the holidays.
func (r Rhythm) IsDue() bool { return r.Every > 0 && r.Stage == StagePast && !r.Sleeping }

// Words are how long ago it was, in weeks of school: "5 weeks", "3 school days", "today".
func (r Rhythm) Words() string {
	switch {
	case !r.Last.Valid():
		return "not yet"
	case r.Passed == 0:
		return "today"
	case r.Passed < schoolWeek:
		return countOf(r.Passed, "school day")
	}
	return countOf(r.Passed/schoolWeek, "week")
}

// EveryWords are how often: "every day", "every 2 weeks", "every 8 school days", "" for no rhythm.
func (r Rhythm) EveryWords() string {
	switch {
	case r.Every <= 0:
		return ""
	case r.Every == 1:
		return "every day"
	case r.Every == schoolWeek:
		return "every week"
	case r.Every%schoolWeek == 0:
		return fmt.Sprintf("every %d weeks", r.Every/schoolWeek)
	}
	return fmt.Sprintf("every %d school days", r.Every)
}

// Sleeps reports whether rhythms rest on that day: in a break between two halves.
func Sleeps(today Date, c *Calendar) bool {
	p, known := c.Part(today)
	return known && p.Break
}

// ownDaysBetween counts the school days after one day up to another as our own promises count them:
// beyond the term dates a weekday that is no bank holiday counts. It is 0 when to is not later.
func ownDaysBetween(from, to Date, c *Calendar) int {
	if n, err := c.SchoolDaysBetween(from, to); err == nil {
		return max(n, 0)
	}
	first, okFrom := dayNumber(from)
	last, okTo := dayNumber(to)
	n := 0
	for day := first + 1; okFrom && okTo && day <= last; day++ {
		if open, err := c.schoolDay(c.kindOf(day)); open || err != nil {
			n++
		}
	}
	return n
}

// Stage is how much of a time has been used, for a glyph that fills up (product.md, rule 7).
type Stage int

// The stages.
const (
	StageFresh Stage = iota
	StageQuarter
	StageHalf
	StageMost
	StagePast
)

// StageSince is the stage of a family's rhythm of so many school days since its last contact.
func StageSince(last Date, every int, today Date, c *Calendar) Stage {
	return StageOf(ownDaysBetween(last, today, c), every)
}

// StageOf is the stage when so much of the whole is used. It is past only when all of it is; no
// whole is fresh.
func StageOf(used, whole int) Stage {
	switch {
	case whole <= 0 || used <= 0:
		return StageFresh
	case used >= whole:
		return StagePast
	}
	share := float64(used) / float64(whole)
	return min(Stage(math.Round(share*4)), StageMost)
}

// Glyph is the mark of the stage; words stand beside it.
func (s Stage) Glyph() string {
	return []string{"○", "◔", "◑", "◕", "●"}[max(0, min(s, StagePast))]
}
