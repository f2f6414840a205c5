package model

// The hours between which a school day is one for ringing and answering.
const (
	restUntil = Clock("06:00")
	restFrom  = Clock("18:00")
)

// Resting reports whether nobody at school is to be reminded of a call or an answer at that moment: in
// the evening, at the weekend, on a bank holiday, in the holidays. What the law counts does not rest
// (rules.md R14).
func Resting(now Moment, c *Calendar) bool {
	day := now.Date()
	if clock := now.Clock(); clock != "" && (clock < restUntil || clock >= restFrom) {
		return true
	}
	return Sleeps(day, c) || !c.IsWorkingDay(day)
}
