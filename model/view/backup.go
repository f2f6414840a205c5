package view

import "time"

// Backup is one backup file beside the caseload.
type Backup struct {
	Path      string
	At        time.Time
	Why       string // "daily", "changing", "migrate", "import"
	Bytes     int64
	Families  int
	LastEntry string // when the last step in it was made, "" none
	Fault     string // why it cannot be used, "" when it can
}
