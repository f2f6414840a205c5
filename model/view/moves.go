package view

import "kettle/model"

// MoveFilter says which moves are asked for.
type MoveFilter struct {
	Words string // each must be found in the family, the child, the school they move to or the named adult
	Year  int    // in which the school year begins that they move into
	Begun bool   // that year has begun: those who have just arrived stand there, too
	Lacks bool   // only those without a named adult or without a visit
}

// MoveList is a window on the moves of one school year: those from Offset on, and how many there are in
// all. Those of whom worries are written down come first; nobody is ranked.
type MoveList struct {
	Total  int
	Offset int
	Rows   []MoveRow
}

// MoveRow is one pupil who moves, with what is known of it; a move of which nothing is written down has
// no id.
type MoveRow struct {
	Pupil  model.Pupil // as far as a list shows it
	Family string
	Move   model.Transition
	Next   model.Date // the next open check-in, "" none
}

// MovePage is all that the page of one pupil's move shows; the zero page when there is no such pupil.
type MovePage struct {
	Pupil   model.Pupil
	Family  string
	School  model.School
	Moves   []model.Transition // the newest first
	Checks  []model.FollowUp   // that belong to the moves, by date
	Circle  model.Circle       // of the pupil alone
	Entries []model.FamilyEntry
	Staff   []model.Staff
}

// ChecksOf are the check-ins of one move.
func (p MovePage) ChecksOf(move int64) []model.FollowUp {
	var of []model.FollowUp
	for _, f := range p.Checks {
		if f.TransitionID == move && move != 0 {
			of = append(of, f)
		}
	}
	return of
}
