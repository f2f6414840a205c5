package model

// MoveCheck is a check-in that is proposed before or after a move: what to do, when, and why then.
type MoveCheck struct {
	What  string
	Due   Date
	Rule  string // why on that day, in words
	NoDay bool   // the term dates do not reach: the day is counted in weekdays
}

// How the days of the check-ins are counted, in school days [reading: before the move when there is still
// time to do something, after it while a bad start can be mended].
const (
	checkBeforeEnd = 30 // before the last day of the summer term: what worries them
	lastWordBefore = 4  // before it: a word before the holidays
	firstDaysAfter = 3  // from the first day on
	thirdWeekAfter = 13
	arrivedBy      = 25
)

// MoveChecks are the check-ins around a move into the school year that begins in a calendar year
// (practice 21). Where a pupil goes to another school, those after it go to the family and to that school.
func MoveChecks(name string, year int, leaves bool, c *Calendar) []MoveCheck {
	end, start := c.lastDayBefore(year), c.firstDayOf(year)
	after := "Ask " + name + " and the family how the first days were"
	if leaves {
		after = "Ask " + name + "'s family, and the new school, how the first days were"
	}
	checks := []MoveCheck{
		c.moveCheck("Ask "+name+" and the family what worries them about the move", end, -checkBeforeEnd, "six school weeks before the summer holidays: there is still time for visits"),
		c.moveCheck("A word with "+name+" before the holidays: who is there on the first day", end, -lastWordBefore, "in the last week of the summer term"),
		c.moveCheck(after, start, firstDaysAfter-1, "on the third school day"),
		c.moveCheck("Look again: does "+name+" have somebody to sit with, and somebody to ask?", start, thirdWeekAfter-1, "in the third week, when the newness is over"),
		c.moveCheck("Has "+name+" arrived? Say so to the family", start, arrivedBy-1, "in the fifth week, before half-term"),
	}
	return checks
}

func (c *Calendar) moveCheck(what string, from Date, days int, rule string) MoveCheck {
	count := c.DueInSchoolDays(from, days)
	due := count.Due
	if days == 0 {
		due = from
	}
	return MoveCheck{What: what, Due: due, Rule: rule, NoDay: count.NoTerms}
}

// lastDayBefore is the last school day before the school year that begins in a calendar year; about 20
// July where the term dates do not reach.
func (c *Calendar) lastDayBefore(year int) Date {
	for _, t := range c.Dates().Terms {
		if t.Name == Summer && t.End.Time().Year() == year {
			return t.End
		}
	}
	day, _ := NewDate(year, 7, 20)
	return day
}

// firstDayOf is the first day with pupils of that school year; the first weekday of September where the
// term dates do not reach.
func (c *Calendar) firstDayOf(year int) Date {
	for _, t := range c.Dates().Terms {
		if t.Name == Autumn && t.Start.Time().Year() == year {
			return c.DueInSchoolDays(t.Start.AddDays(-1), 1).Due
		}
	}
	day, _ := NewDate(year, 8, 31)
	return c.DueInSchoolDays(day, 1).Due
}

// OnPromise is the promise that a check becomes, with what explains its date (rules.md R12).
func (m MoveCheck) OnPromise(family, transition int64, today Date, by string) FollowUp {
	return FollowUp{FamilyID: family, TransitionID: transition, Kind: TransitionCheck, What: m.What, Whose: Mine,
		Due: m.Due, DueRule: "around a move: " + m.Rule, DueFrom: today, DueSetBy: by}
}
