package view

import (
	"time"

	"kettle/model"
)

// Import is what taking in an office's export would do, in words, before anything is done. What must
// be read first comes first (import.md section 7).
type Import struct {
	File   ImportFile
	Alarms []ImportNote // court orders, and parental responsibility that ends
	Counts []ImportCount
	// LeftOut is how many rows are not taken in; Problems say which and why.
	LeftOut   int
	Questions []string         // families that would become large: not joined
	Conflicts []ImportConflict // changed on both sides: left as they are
	Problems  []ImportProblems // rows left out first
	Changes   []ImportChange   // of people and links that are held already
	Missing   []string         // held, but not in this file: they stay
	Families  []ImportFamily
	Items     []ImportItem // what may be decided, part by part
	Sum       string       // "takes in 12 children, 14 adults, 3 changes; 2 left out"

	Schools []model.School // to choose from for new children; one is never asked about
	School  int64          // the school of new children, 0 for none
	Nothing bool           // everything in the file is here already

	// Behind counts the children who are still in the groups of last school year, while the years have not
	// moved on.
	Behind int
	// Pending is what the store needs to do it; it says nothing to a screen.
	Pending any
}

// ImportFile is how a file is written.
type ImportFile struct {
	Name       string
	Size       int // bytes
	Encoding   string
	Separator  string // in a word: "commas"
	HeadingRow int
	Rows       int // with text below the headings
	Columns    []ImportColumn
}

// ImportColumn is a heading and what its column is taken for.
type ImportColumn struct {
	Heading string
	Field   string // "mobile (contact 1)", or why it is left where it is
	Unknown bool   // not recognised
}

// ImportNote is a sentence about a row; rows are numbered as a spreadsheet shows them.
type ImportNote struct {
	Row  int
	Text string
}

// ImportCount is what becomes of one kind of thing. Hidden are those the user moved out of sight.
type ImportCount struct {
	What                                string // "children"
	New, Changed, Same, Hidden, Missing int
}

// ImportConflict is a field that both the user and the office have changed.
type ImportConflict struct {
	Row                        int
	Name, Field, Yours, Office string
}

// ImportProblems are the problems of one kind, by row.
type ImportProblems struct {
	Title   string // "Telephone numbers that are none"
	LeftOut bool   // the rows are not taken in
	Notes   []ImportNote
}

// ImportChange is what the file changes about one person, or what one is to another.
type ImportChange struct {
	Row    int
	Name   string
	Fields []ImportField
}

// ImportField is one field that changes, from and to in words.
type ImportField struct{ Field, From, To string }

// ImportFamily is a family as it will be.
type ImportFamily struct {
	Name     string
	New      bool
	Was      string   // its name before, where it changes
	Joined   []string // families that go into it
	Children string
	Adults   string
}

// ExportFile is a file that may be an office's export, for a choice.
type ExportFile struct {
	Path   string
	Name   string
	Folder string // "Downloads"
	At     time.Time
	Size   int64 // bytes
}
