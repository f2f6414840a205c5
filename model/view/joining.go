package view

import "kettle/model"

// Of says what two are that may be one.
type Of string

// What can be joined and split.
const (
	OfFamilies Of = "family"
	OfPupils   Of = "pupil"
	OfAdults   Of = "adult"
)

// Two are two that may be one: the one that stays, and the one that goes into it.
type Two struct {
	Of         Of
	Kept, Gone int64
}

// Swapped are the two with the other one to stay.
func (t Two) Swapped() Two { return Two{t.Of, t.Gone, t.Kept} }

// Same reports whether both name the same two, whichever stays.
func (t Two) Same(o Two) bool { return t == o || t == o.Swapped() }

// Double is a pair that is perhaps one, with why one may think so.
type Double struct {
	Two
	Names    [2]string
	Families [2]string // "" of a pair of families
	Why      []string
}

// Comparison is what two have that may be one, and what joining them would do.
type Comparison struct {
	Two
	Names   [2]string
	Family  int64 // that they are in once they are joined, for going there
	Rows    []CompareRow
	Happens []string // what joining does, in words
	Asks    []string // what speaks against it, to be answered before
	Refused string   // why it cannot be done at all, "" it can
	Apart   bool     // somebody said that these are two
}

// CompareRow is one thing that the two have or have not in common.
type CompareRow struct {
	What   string
	Values [2]string // of the one that stays and of the other
	Alike  bool
}

// JoinedBefore is a join that was not split again.
type JoinedBefore struct {
	ID   int64
	Two  Two
	Name string // of the one that went into it
	On   model.Date
}

// ThingKind says what a Thing is.
type ThingKind string

// The kinds of things that go along with those who are split off.
const (
	ThingChild   ThingKind = "child"
	ThingAdult   ThingKind = "adult"
	ThingLink    ThingKind = "link"
	ThingPhone   ThingKind = "phone"
	ThingEmail   ThingKind = "e-mail"
	ThingContact ThingKind = "entry"
	ThingMeeting ThingKind = "meeting"
	ThingPromise ThingKind = "promise"
	ThingLetter  ThingKind = "letter"
	ThingNote    ThingKind = "family note"
)

// Thing is something that can go along, or stay.
type Thing struct {
	Kind ThingKind
	ID   int64
	On   model.Date
	What string
	// Concerns are the children and adults it is about, for a family that is split.
	Concerns model.Concerned
}

// Splitting is what a page shows on which a family or a person is split.
type Splitting struct {
	Of     Of
	ID     int64
	Name   string
	Family int64 // to go to afterwards
	// Joined is the join that is split again, the zero value where nothing was joined.
	Joined JoinedBefore
	Back   []string     // what goes back in any case, in words
	Marks  []Thing      // what the person marks to go
	Along  []Thing      // what goes with the marked, where all it concerns is marked
	Links  []model.Link // of the family that is split
	Adult  model.Adult  // the names of the other one, to begin with
}

// Split is what is split off: from a join, or as something new.
type Split struct {
	Of     Of
	ID     int64
	Joined int64       // the join that is split again, 0 where nothing was joined
	Marked []Thing     // what goes
	Name   string      // of a new family, "" after its children
	Adult  model.Adult // the names of the other adult
}

// Leaving are those who go when these are marked.
func (p Splitting) Leaving(marked []Thing) model.Leaving {
	var pupils, adults []int64
	for _, t := range marked {
		switch t.Kind {
		case ThingChild:
			pupils = append(pupils, t.ID)
		case ThingAdult:
			adults = append(adults, t.ID)
		}
	}
	return model.LeavingWith(pupils, adults, p.Links)
}

// Goes are the things that go along with the marked; the others stay.
func (p Splitting) Goes(marked []Thing) (goes []Thing) {
	leaving := p.Leaving(marked)
	for _, t := range p.Along {
		if leaving.Takes(t.Concerns) {
			goes = append(goes, t)
		}
	}
	return goes
}
