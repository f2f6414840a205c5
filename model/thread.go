package model

// CameOf is what came of something that was agreed.
type CameOf string

// What may come of it.
const (
	CameKept    CameOf = "kept"
	CameLate    CameOf = "late"
	CameOpen    CameOf = "open"
	CameDropped CameOf = "dropped"
	CameUnknown CameOf = "not followed" // nothing was promised from it
)

// Came is what came of a promise on a day, and how it is said: "kept Fri 4 Dec", "2 days late",
// "open, due Fri 27", "dropped: he has moved to another club".
func (f FollowUp) Came(today Date, c *Calendar) (CameOf, string) {
	switch {
	case f.ID == 0 || f.Removed:
		return CameUnknown, "nothing was noted"
	case f.State == Done && f.Due.Valid() && f.StateOn > f.Due:
		return CameKept, "kept " + f.StateOn.Near(today) + ", after " + f.Due.Near(today)
	case f.State == Done:
		return CameKept, "kept " + f.StateOn.Near(today)
	case f.State == Dropped:
		return CameDropped, "dropped: " + firstText(f.StateWhy, "no reason is noted")
	case f.Due.Valid() && f.Due < today:
		return CameLate, lateWords(f.Due, today, c)
	case f.Due.Valid():
		return CameOpen, "open, due " + f.Due.Near(today)
	}
	return CameOpen, "open"
}
