package model

// Transition is a pupil's move to another phase or school (practice 21, rules.md R54).
type Transition struct {
	ID         int64
	PupilID    int64
	Year       int    // in which the school year begins that they move into
	ToSchool   string // "" when they stay at the school
	Worries    string // the child's and the family's
	Helps      string // what helps them to arrive
	NamedAdult string // who is there for them where they arrive
	HandedOver Date   // the day on which the hand-over page went
	Settled    Date   // the day on which they are seen to have arrived
	Visits     []TransitionVisit
	Removed    bool
}

// TransitionVisit is a visit before a move: of the child, of the family, or of somebody from there.
type TransitionVisit struct {
	ID           int64
	TransitionID int64
	On           Date
	What         string
	Done         Date // the day on which it took place, "" while it is to come
}
