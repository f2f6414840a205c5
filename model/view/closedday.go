package view

import "kettle/model"

// ClosedDay is a weekday in term without pupils.
type ClosedDay struct {
	Day    model.Date
	Kind   ClosedDayKind
	Reason string
}

// ClosedDayKind is INSET or a closure of the whole school (rules.md R4, R5).
type ClosedDayKind string

// The kinds of ClosedDay.
const (
	InsetDay   ClosedDayKind = "inset"
	ClosureDay ClosedDayKind = "closure"
)

// Valid reports whether k is one of the kinds.
func (k ClosedDayKind) Valid() bool { return k == InsetDay || k == ClosureDay }
