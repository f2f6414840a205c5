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

// DecidedAs takes over what was decided about an earlier preview: a family that was left stays so, and of a
// difference the pack's side is taken where both sides still say the same.
func (v *PackIn) DecidedAs(was PackIn) {
	left, took := map[string]bool{}, map[PackDifference]bool{}
	for _, f := range was.Families {
		left[f.UID] = f.Leave
		for _, d := range f.Differences {
			took[d] = d.Take
		}
	}
	for i := range v.Families {
		f := &v.Families[i]
		f.Leave = left[f.UID]
		for j := range f.Differences {
			d := f.Differences[j]
			d.Take = true
			f.Differences[j].Take = took[d]
		}
	}
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
