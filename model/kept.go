package model

// KeptWords say how a promise that was kept stands to its day, "" where it was kept in time or had none:
// "2 days late". Days are school days, as in DueWords; a promise that was moved in good time is measured
// by its new day (practice 16).
func KeptWords(due, kept Date, c *Calendar) string {
	if !due.Valid() || !kept.Valid() || kept <= due {
		return ""
	}
	return lateWords(due, kept, c)
}
