package model

import "slices"

// Sleeper is a kind of line that can be kept off Today and out of its list until a day (product.md,
// Keys: z). Nothing else changes: what is late stays late. Promises have a day of their own for it,
// FollowUp.Hidden.
type Sleeper string

// What can sleep, and whose number says which.
const (
	QuietSleeps    Sleeper = "quiet"    // a family that is going quiet: the family's
	WorrySleeps    Sleeper = "worry"    // a worry that is not settled: the contact's
	QuestionSleeps Sleeper = "question" // a question without an answer: the contact's
)

// Sleepers are all kinds of line that can sleep.
var Sleepers = []Sleeper{QuietSleeps, WorrySleeps, QuestionSleeps}

// Valid reports whether s is a known kind.
func (s Sleeper) Valid() bool { return slices.Contains(Sleepers, s) }

// OfFamily reports whether the record is a family, else it is an entry of the log.
func (s Sleeper) OfFamily() bool { return s == QuietSleeps }
