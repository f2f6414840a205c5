package view

import "time"

// Backup is one backup file, beside the caseload or in the second place.
type Backup struct {
	Path      string
	At        time.Time
	Why       string // "daily", "changing", "migrate", "import", "asked"
	Second    bool   // it lies in the second place
	Bytes     int64
	Families  int
	LastEntry string // when the last step in it was made, "" none
	LastTitle string
	Lost      int    // how many entries of the present caseload are not in it
	LostLast  string // when the last of those was made, "" none
	Unknown   bool   // the present caseload cannot be read, so nobody can say what is not in it
	Fault     string // why it cannot be used, "" when it can
}

// Restored says what going back to a backup did.
type Restored struct {
	Backup Backup
	Aside  string // where the file that was there before lies now, "" when there was none
}

// SecondPlace is the second place for backups after a look at it.
type SecondPlace struct {
	Folder string // as the user named it, "" for none
	Absent bool
	Known  bool // that it is absent has been said before
}

// Notice is what the user is told about the place, "" for nothing.
func (p SecondPlace) Notice() string {
	if !p.Absent {
		return ""
	}
	return "The second place for backups, " + p.Folder + ", is not there just now; those beside your caseload are made as ever."
}
