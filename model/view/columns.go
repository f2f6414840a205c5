package view

// Columns are what the columns of an export hold, and what else they might: the page on which somebody says
// so (import.md section 3).
type Columns struct {
	File    string
	Row     int // of the headings
	Own     int // the row that the headings alone tell, 0 for none
	Lines   []HeadingLine
	Columns []Column
	Fields  []ColumnField
	Whose   []string // by block: "child", "contact 1", and one contact more than there is
	Wrong   string   // why it cannot be kept so, "" for nothing
	// Said is what somebody says of single columns just now, by place; Kept is what is remembered.
	Said, Kept map[int]ColumnTarget

	// Pending is what the store needs to go on; it says nothing to a screen.
	Pending any
}

// HeadingLine is a line that may hold the headings.
type HeadingLine struct {
	Row  int
	Text string
}

// ColumnTarget is what a column holds: the key of a field, and whose it is, 0 the child, then the contacts.
type ColumnTarget struct {
	Field string // "" when nobody knows
	Block int
}

// Column is one column of an export.
type Column struct {
	Heading  string
	Now, Own ColumnTarget   // as it is said, and what the heading alone says
	Samples  []ColumnSample // its first values
	Twice    string         // the heading of another column that holds the same, "" for none
}

// ColumnSample is a value of a column as it stands in the file, and how it is read.
type ColumnSample struct{ Text, Reads, Wrong string }

// ColumnField is a field that a column may hold, and whose it may be. Reads is how the first value of the
// column that is asked about would be read as that.
type ColumnField struct {
	Key, Words     string
	Child, Contact bool
	Reads          string
}
