package model

// NewsTurnSince is the last day on which a family's last good news may lie for today to be its turn again,
// "" when it is nobody's turn: families without a rhythm, and days without school (practice 2).
func NewsTurnSince(every int, today Date, c *Calendar) Date {
	if WhyNoGate(today, c) != "" {
		return ""
	}
	return DueSince(every, today, c)
}
