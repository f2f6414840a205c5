package view

import "kettle/model"

// WholeRecord is all that is held of a family, or of one of it who asks for theirs, with what was decided
// about it; the zero value when there is no such family.
type WholeRecord struct {
	Family model.Family
	Record model.WholeRecord
	Askers []Asker
	School model.SchoolKind // of the eldest child
}

// Asker is somebody of the family who may ask for what is held of them.
type Asker struct {
	model.PersonRef
	Name string
	Note string // "mother of Chidi and Ada"
}
