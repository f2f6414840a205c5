package view

// ImportKey is one decision about an item of a preview, in place of what is proposed.
type ImportKey struct {
	Decision, Kind string
	ID, Other      int64
	Field          string
}

// ImportChoices are the decisions about a preview that are not what it proposes.
type ImportChoices map[ImportKey]bool

// ImportPart is a group of items that are decided in one way.
type ImportPart int

// The parts, in the order in which they are read.
const (
	ImportAlarms    ImportPart = iota // court orders, and parental responsibility that ends
	ImportConflicts                   // changed by the user and by the office
	ImportDoubles                     // perhaps one adult
	ImportJoins                       // families that would become one
	ImportChanged                     // of people and links that are held already
	ImportNew                         // families, people and links
)

// What is done with an item that comes, or does not.
const (
	ImportTaken = "taken in"
	ImportLeft  = "left out"
)

// ImportItem is one thing that a file brings, and what is decided about it.
type ImportItem struct {
	Part  ImportPart
	Row   int // 0 for none
	Lead  string
	Text  string
	Under bool // belongs to the item above it

	// Keys are what turning the item decides, all of them together; there are none where nothing can be
	// decided, and Why says why not. Is and Else are what is done with it now and once it is turned.
	Keys     []ImportKey
	Is, Else string // ImportTaken, ImportLeft, or which of two is one
	Left     bool   // nothing of it is taken in as it stands
	Why      string
	// Asks is what must be answered with yes before it is turned: it leaves a court order out of account.
	Asks string
}

// Decided reports whether all of an item is decided otherwise than proposed.
func (i ImportItem) Decided(choices ImportChoices) bool {
	for _, k := range i.Keys {
		if !choices[k] {
			return false
		}
	}
	return len(i.Keys) > 0
}
