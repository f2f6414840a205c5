package model

// How a welcome conversation is looked for: a family is new for so many calendar days, or since this
// half term began, and hears its points within so many school days (practice 8) [reading: the first
// weeks decide, and nobody says it all at once].
const (
	newFamilyDays     = 42
	welcomeSchoolDays = 10
)

// NewFamiliesFrom is the first day on which a family that came counts as new on today.
func (c *Calendar) NewFamiliesFrom(today Date) Date {
	from := today.AddDays(-newFamilyDays)
	if start, err := c.HalfTermStart(today); err == nil && start < from {
		return start
	}
	return from
}

// WelcomeBy is the day by which a family that came on a day has heard the points of the welcome.
func (c *Calendar) WelcomeBy(since Date) Date { return c.DueInSchoolDays(since, welcomeSchoolDays).Due }

// WelcomeSaid counts the points that were said; said are their days, "" not yet.
func WelcomeSaid(said []Date) int {
	n := 0
	for _, on := range said {
		if on != "" {
			n++
		}
	}
	return n
}
