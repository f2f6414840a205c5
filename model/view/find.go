package view

import "kettle/model"

// Found is what a few words find besides what can be done: families and people dealt with lately
// first, meetings the latest first.
type Found struct {
	Families []FoundFamily
	People   []FoundPerson
	Meetings []FoundMeeting
}

// FoundFamily is a family by its name, or by anything of its people.
type FoundFamily struct {
	ID       int64
	Name     string
	Children string
}

// FoundPerson is an adult or a pupil by their own name.
type FoundPerson struct {
	FamilyID int64
	Family   string
	Name     string
	Pupil    string // the class or year of a pupil, "" of an adult
	IsPupil  bool
}

// FoundMeeting is a meeting by its family, its kind or what it is for.
type FoundMeeting struct {
	ID     int64
	Family string
	Kind   model.MeetingKind
	Status model.MeetingStatus
	Start  model.Moment // "" while none is set
}

// FoundNotes are entries of the log that hold the words, the newest first, out of a stretch of it.
type FoundNotes struct {
	Notes []FoundNote
	Back  LogPlace // where the stretch ended
	More  bool     // the log goes further back
}

// FoundNote is an entry of the log.
type FoundNote struct {
	ContactID int64
	FamilyID  int64
	Family    string
	At        model.Moment
	Text      string
}

// LogPlace is a place in the log between two entries: after this one, going back. The zero value is
// before the newest.
type LogPlace struct {
	At model.Moment
	ID int64
}
