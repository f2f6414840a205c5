package model

// MeetingDues are the dates of what follows from a meeting that was held, each with how it counts.
type MeetingDues struct {
	ThankYou SchoolDayCount // practice 45
	Summary  SchoolDayCount // practice 46
	AskAgain SchoolDayCount // when no date to meet again was set: the day to ask about one (practice 47)
	AskHow   SchoolDayCount // "how was that for you?" (practice 48)
	Action   SchoolDayCount // what was agreed without a day: a guess, which nobody was told
}

// DuesAfter are the promises that a meeting held on that day makes, as the school's settings say:
// thanks on the next school day, the summary within five.
func DuesAfter(held Date, s Settings, c *Calendar) MeetingDues {
	return MeetingDues{
		ThankYou: c.DueInSchoolDays(held, s.Number(ThankYouWithin)),
		Summary:  c.DueInSchoolDays(held, s.Number(SummaryWithin)),
		AskAgain: c.DueInSchoolDays(held, s.Number(MeetAgainWithin)),
		AskHow:   c.DueInSchoolDays(held, s.Number(AskHowWithin)),
		Action:   c.DueInSchoolDays(held, s.Number(ActionWithin)),
	}
}

// DueGroup is how near a date is.
type DueGroup string

// The groups of dates.
const (
	DueLate     DueGroup = "late"
	DueToday    DueGroup = "today"
	DueThisWeek DueGroup = "this week" // up to Sunday
	DueLater    DueGroup = "later"     // also without a date
)

// DueGroups are the groups in the order in which they are shown.
var DueGroups = []DueGroup{DueLate, DueToday, DueThisWeek, DueLater}

// Valid reports whether g is a known group.
func (g DueGroup) Valid() bool {
	return g == DueLate || g == DueToday || g == DueThisWeek || g == DueLater
}

// DueGroupOf is the group of a date. What is due today is not late (rules.md R12).
func DueGroupOf(due, today Date) DueGroup {
	switch {
	case !due.Valid():
		return DueLater
	case due < today:
		return DueLate
	case due == today:
		return DueToday
	case due <= today.Monday().AddDays(6):
		return DueThisWeek
	}
	return DueLater
}

// Group is the group of a follow-up by its date.
func (f FollowUp) Group(today Date) DueGroup { return DueGroupOf(f.Due, today) }

// DueWords are a date in a list of promises: "1 day late", "today", "Thu 26". Days late are school
// days where the term dates are known, else days; what fell due over a weekend or holiday is "late".
func DueWords(due, today Date, c *Calendar) string {
	switch DueGroupOf(due, today) {
	case DueLate:
		return lateWords(due, today, c)
	case DueToday:
		return "today"
	}
	if !due.Valid() {
		return "no date"
	}
	return due.Near(today)
}

func lateWords(due, today Date, c *Calendar) string {
	n, err := c.SchoolDaysBetween(due, today)
	if err != nil {
		n = due.DaysUntil(today)
	}
	if n == 0 {
		return "late"
	}
	return countOf(n, "day") + " late"
}
