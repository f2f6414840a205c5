package model

import "strings"

// DateRule says how the date of a promise came about: "5 school days from Wed 21 Oct, half-term left
// out: Thu 5 Nov". Where the calendar has changed since, it says both dates: a promised one does not
// move by itself (rules.md R12). It is "" without a date.
func (f FollowUp) DateRule(today Date, c *Calendar) string {
	switch {
	case !f.Due.Valid():
		return ""
	case f.DueCount > 0 && f.DueFrom.Valid():
		return f.countedRule(c)
	}
	said := firstText(f.DueRule, "set by hand")
	if f.DueFrom.Valid() {
		said += ", " + f.DueFrom.Near(today)
	}
	if f.DueSetBy != "" {
		said += ", by " + f.DueSetBy
	}
	return said
}

func (f FollowUp) countedRule(c *Calendar) string {
	count := c.DueInSchoolDays(f.DueFrom, f.DueCount)
	if count.Due == f.Due {
		return count.String()
	}
	return countOf(f.DueCount, "school day") + " from " + f.DueFrom.Short() + " was " + f.Due.Short() +
		"; by the calendar as it is now it would be " + count.Due.Short()
}

// DateHasShifted reports whether the calendar now gives another date than the one promised.
func (f FollowUp) DateHasShifted(c *Calendar) bool {
	return f.DueCount > 0 && f.DueFrom.Valid() && f.Due.Valid() && c.DueInSchoolDays(f.DueFrom, f.DueCount).Due != f.Due
}

// OldDates are the dates it had before, the first one first: "Fri 13 Nov, then Fri 20 Nov"; "" none.
func (f FollowUp) OldDates() string {
	dates := make([]string, len(f.OldDues))
	for i, d := range f.OldDues {
		dates[i] = d.Due.Short()
	}
	return strings.Join(dates, ", then ")
}
