// Package view holds the plain structs that screens draw and stores fill: what one screen shows, as
// values, and what a write changed. It computes nothing that a rule decides; rules are in model.
package view

import (
	"slices"

	"kettle/model"
)

// Kind names what changed, so that a screen knows whether to ask again.
type Kind string

// The kinds of things that change.
const (
	Family   Kind = "family"
	Adult    Kind = "adult"
	Pupil    Kind = "pupil"
	Contact  Kind = "contact"
	Meeting  Kind = "meeting"
	FollowUp Kind = "follow-up"
	Letter   Kind = "letter"
	Account  Kind = "account" // of an incident
	School   Kind = "school"  // schools, terms, staff, rooms, professionals
	Setting  Kind = "setting"
	Draft    Kind = "draft"
	Asleep   Kind = "asleep" // what Today does not show until a day
	Join     Kind = "join"   // two that were joined, split or kept apart by hand
	Intake   Kind = "intake" // what a column of a layout holds, and what came from elsewhere
)

// Change is what one write did: the step that can be taken back, and the kinds and ids it touched.
// The zero value is nothing changed.
type Change struct {
	Step    int64  // 0 when it is not a step (a draft)
	Title   string // what was done, as the footer says it: "moved to Fri 27 Nov"
	New     int64  // the id of what was made, 0 when nothing was
	Touched map[Kind][]int64
}

// Sentence is what was done as a sentence: "Took in export.csv: 1 child."
func (c Change) Sentence() string { return model.Capital(c.Title) + "." }

// Touches reports whether any of the kinds changed.
func (c Change) Touches(kinds ...Kind) bool {
	return slices.ContainsFunc(kinds, func(k Kind) bool { return len(c.Touched[k]) > 0 })
}

// TouchesOne reports whether the one thing of that kind and id changed.
func (c Change) TouchesOne(k Kind, id int64) bool { return slices.Contains(c.Touched[k], id) }

// TookBack begins the title of a step that took another back.
const TookBack = "took back: "

// Undo says what u and ctrl+r would do just now; "" is nothing.
type Undo struct {
	Back    string
	Forward string
}
