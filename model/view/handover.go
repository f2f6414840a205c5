package view

import "kettle/model"

// PackOut is what a hand-over pack of some families holds, and what stays behind.
type PackOut struct {
	Families []PackOutFamily
	Goes     []string // "12 children"
	Behind   []string // whole sentences
	Nobody   bool     // there is no family to hand over
}

// PackOutFamily is a family that may go.
type PackOutFamily struct {
	ID             int64
	Name, Children string
}

// PackIn is what opening a hand-over pack would do.
type PackIn struct {
	File     string
	By       string // who made it, "" when they gave no name
	School   string
	Made     model.Moment
	Families []PackFamily
	Alarms   []string // about the wall: read first
	Notes    []string
	Nothing  bool // all of it is here already
	Pending  any  // what taking it in needs
}

// PackState says what a family of a pack is here.
type PackState string

// The states.
const (
	PackNew   PackState = "new"
	PackKnown PackState = "known"
	PackSame  PackState = "here already"
	PackGone  PackState = "out of sight here"
)

// PackFamily is a family of a pack, and how it meets the caseload.
type PackFamily struct {
	UID            string
	Name, Children string
	Here           string // its name here, "" for a new one
	State          PackState
	Leave          bool     // it is not taken
	New, Changed   []string // "3 entries of the log"
	Same           int      // records that are here already
	Differences    []PackDifference
}

// PackDifference is what both sides have, each in its own way: ours stays unless theirs is taken.
type PackDifference struct {
	ID           string
	What         string
	Ours, Theirs string // "" where it is about a whole record
	Take         bool
}
