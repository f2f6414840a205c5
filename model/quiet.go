package model

// DueSince is the last day on which a two-way contact is so long ago today that the next is due: a
// list finds those whose turn it is by comparing one date. It is "" for no rhythm, and in the
// holidays, when nobody is due (practice 6).
func DueSince(every int, today Date, c *Calendar) Date {
	day, ok := dayNumber(today)
	if every <= 0 || !ok || Sleeps(today, c) {
		return ""
	}
	for left := every; day > firstDayNumber; day-- {
		if open, err := c.schoolDay(c.kindOf(day)); open || err != nil {
			left--
		}
		if left == 0 {
			return dateOfDay(day - 1)
		}
	}
	return ""
}
