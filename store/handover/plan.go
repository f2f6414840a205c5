package handover

// State says what a family of the pack is here.
type State int

// The states of a family.
const (
	NewHere State = iota
	KnownHere
	GoneHere // it was moved out of sight here, and stays so
)

// Plan is what taking in a pack does.
type Plan struct {
	Families []Family
	Changes  []Change
	Alarms   []Alarm
	Lost     Lost
}

// Family is a family of the pack, and how it meets the caseload.
type Family struct {
	UID, Name   string
	Here        string // what it is called here, "" for a new one
	State       State
	Left        bool // not taken
	Children    []*Record
	New         map[string]int // records by table
	Changed     map[string]int
	Same        int
	Differences []Difference
}

// Difference is what both sides have, and each in its own way: ours stays unless the other is taken.
type Difference struct {
	ID           string
	Record       *Record // of the pack
	Column       string  // "" for the whole record
	Ours, Theirs string
	Taken        bool
}

// Alarm is something about the wall, which is read before anything else.
type Alarm struct {
	Family       string
	Adult, Child *Record // of the pack; Child is nil where it is about the adult alone
	Link         *Record
	What         Alarmed
}

// Alarmed is what an alarm says.
type Alarmed int

// The alarms.
const (
	OrderComes      Alarmed = iota // a court order that is not known here
	NoContactComes                 // "may be contacted: no" that is not known here
	NotInTouchComes                // somebody who is not in touch any more
	OrderOnlyHere                  // the order here is unknown there, and stands
	NoLongerResponsible
)

// Lost counts what is named in the pack and has no place here: rooms, and rows about people who do not come.
type Lost struct{ Rooms, Rows int }

// Change is what happens to one row and its parts. Names are those of this caseload.
type Change struct {
	Table, Here, UID string // UID is what the pack calls it
	New              bool
	Values           map[string]string // by column; "" clears it
	Refs             map[string]string
	Drop             []Part // of ours
	Add              []Part
	Stamp            string // what is kept as having come, "" for what was
}

// Real reports whether a person would notice the change: else it only notes what a row is called elsewhere.
func (c Change) Real() bool { return c.New || len(c.Values)+len(c.Refs)+len(c.Drop)+len(c.Add) > 0 }

// Nothing reports whether all of it is here already.
func (p Plan) Nothing() bool {
	for _, c := range p.Changes {
		if c.Real() {
			return false
		}
	}
	return true
}
