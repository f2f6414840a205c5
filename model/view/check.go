package view

import "time"

// Check is what was found in a caseload, or in a backup of one, when it was examined.
type Check struct {
	Path string
	At   time.Time `json:",omitzero"` // when a backup was made; zero for the caseload itself

	Version  int   // of the file
	Newest   bool  // the version is the one that this program writes
	Pages    int64 // of the file
	Counted  bool  // the file is whole, so that what stands in it could be counted
	Families int   // these six with those that are out of sight
	Children int
	Adults   int
	Contacts int
	Meetings int
	Promises int
	Steps    int

	// Proven is how many entries were compared with the history of what was kept; Unproven is how many
	// the history knows nothing of, because they came with a made-up school.
	Proven, Unproven int

	Damage []Damage
}

// Damage is one thing that is not as it was kept.
type Damage struct {
	Where string  // the table, "" for the file as a whole
	What  string  // a sentence
	Rows  []int64 // the entries it was found in, where they are known
	// Derived says that nothing that was kept is touched: only what Kettle makes from it is wrong, and
	// kettle check --mend makes it anew.
	Derived bool
}

// Sound reports whether no damage was found.
func (c Check) Sound() bool { return len(c.Damage) == 0 }

// Mendable reports whether there is damage, and all of it in what Kettle can make anew.
func (c Check) Mendable() bool {
	for _, d := range c.Damage {
		if !d.Derived {
			return false
		}
	}
	return len(c.Damage) > 0
}
