package intake

import "kettle/model"

// Plan is what taking a file in would do to the caseload; nothing of it is done yet. An id above 0 is
// one of the caseload, below 0 one of something the plan makes; links and families refer to both.
// Who is not named stays as they are.
type Plan struct {
	Alarms    []Alarm // to be shown first, in words
	Pupils    []PupilPlan
	Adults    []AdultPlan
	Links     []LinkPlan
	Families  []FamilyPlan // those with a pupil of the file, as they will be
	Conflicts []Conflict   // changed on both sides: the user's value is kept
	Questions []Question   // families that would become large: not joined until somebody says so
	Joins     []Join       // families of the caseload that the file makes one
	Doubles   []Double     // adults of one name who may be one
	Left      Left         // new, and left out of this import
	Missing   []Missing    // held, but not in this file: they stay
	Problems  []Problem    // of the file and of recognising people, by row
	RowsRead  int          // rows with text below the headings, repeated headings not counted
}

// State says what becomes of a pupil, adult, link or family that the file names.
type State string

// The states. Hidden are those moved out of sight by the user: they stay so, untouched.
const (
	New     State = "new"
	Changed State = "changed"
	Same    State = "same"
	Hidden  State = "hidden"
)

// Entry is what is to be written about one pupil, adult or link.
type Entry struct {
	State State
	Row   int // first row of the file that names them
	// Set are the fields to write; for a new one, all it has.
	Set Values
	// Imported are fields to note as last imported, whether or not they are written.
	Imported Values
	// Changes are what Set and the lists of numbers change, for the preview. Not filled for new ones.
	Changes []Change
	// Left are changes of the file that are left out of this import.
	Left []Change
}

// Numbers are what the office now gives of telephones and e-mails. nil leaves the office's as they
// are; otherwise they replace them as a set, and the user's own stay.
type Numbers struct {
	Phones []model.Phone
	Emails []string
}

// PupilPlan is a pupil of the file.
type PupilPlan struct {
	ID     int64
	Family int64 // the family the pupil will be in
	Entry
	Numbers
}

// AdultPlan is an adult of the file.
type AdultPlan struct {
	ID int64
	Entry
	Numbers
}

// LinkPlan is a link of the file; there is one per pupil and adult.
type LinkPlan struct {
	ID    int64
	Pupil int64
	Adult int64
	Entry
}

// FamilyPlan is a family as it will be. SortKey is the folded name.
type FamilyPlan struct {
	ID      int64
	State   State
	Name    string
	SortKey string
	Was     string  // the name before, when it changes
	Pupils  []int64 // in the order of the file, then those who are not in it
	Adults  []int64
	Joined  []int64 // families of the caseload that go into this one
}

// Change is one field that the file changes.
type Change struct {
	Field    Field
	From, To string
}

// Kind says what an id is one of.
type Kind string

// The kinds.
const (
	APupil  Kind = "pupil"
	AnAdult Kind = "adult"
	ALink   Kind = "link"
	AFamily Kind = "family" // only in a Choice
)

// Conflict is a field that both the user and the office have changed since the last import. The
// user's value is kept; a choice per field may take Office.
type Conflict struct {
	Kind   Kind
	ID     int64
	Row    int
	Name   string // whom it is about
	Field  Field
	Yours  string
	Office string
	Was    string // last imported
	Taken  bool   // the office's value is taken after all
	Left   bool   // nothing is decided: the next import asks again
}

// Alarm is a change about a court order or parental responsibility. It is never hidden in a count.
type Alarm struct {
	Row   int
	Link  int64
	Field Field
	Left  bool // somebody left it out, knowing what it means
	Pupil int64
	Adult int64
	Text  string
}

// Question asks before one adult makes a family of more than eight pupils.
type Question struct {
	Adult  int64
	Pupils []int64
	Text   string
	Joined bool // they are joined, because somebody said so
}

// Join is two families of the caseload that an adult of the file makes one: From goes into Into.
type Join struct {
	Adult      int64
	From, Into int64
	Apart      bool // they stay two, because somebody said so
}

// Double is a contact of the file who may be somebody of the same name.
type Double struct {
	Row   int
	Adult int64 // the new one's id, also where the two are one
	Other int64
	Name  string // "Ann Hill, mother of Ava Hill"
	One   bool   // they are one, because somebody said so
	Held  bool   // the caseload holds both: they are joined on their own page
}

// Left are new people and links that are not taken in this time. A contact is left with the child or
// the adult it belongs to, and an adult with the last of their children.
type Left struct {
	Pupils []PupilPlan
	Adults []AdultPlan
	Links  []LinkPlan
}

// Missing is somebody the caseload holds and the file does not name.
type Missing struct {
	Kind  Kind
	ID    int64
	Pupil int64 // for a link, whose contact it is
	Name  string
}

// Counts are the figures of a preview.
type Counts struct{ New, Changed, Same, Hidden int }

func (c *Counts) add(s State) {
	switch s {
	case New:
		c.New++
	case Changed:
		c.Changed++
	case Same:
		c.Same++
	case Hidden:
		c.Hidden++
	}
}

// PupilCounts counts the pupils of the file by state.
func (p *Plan) PupilCounts() (c Counts) {
	for i := range p.Pupils {
		c.add(p.Pupils[i].State)
	}
	return c
}

// AdultCounts counts the adults of the file by state.
func (p *Plan) AdultCounts() (c Counts) {
	for i := range p.Adults {
		c.add(p.Adults[i].State)
	}
	return c
}

// LinkCounts counts the links of the file by state.
func (p *Plan) LinkCounts() (c Counts) {
	for i := range p.Links {
		c.add(p.Links[i].State)
	}
	return c
}

// LeftOut is how many rows are not imported.
func (p *Plan) LeftOut() int {
	rows := map[int]bool{}
	for _, problem := range p.Problems {
		if problem.Level == LeftOut {
			rows[problem.Row] = true
		}
	}
	return len(rows)
}
