package view

import "kettle/model"

// RecordKind says what a record is whose history is read.
type RecordKind string

// The kinds of records. What hangs on a record, such as the phones of an adult or the people of a
// meeting, belongs to its history.
const (
	FamilyRecord    RecordKind = "family"
	ChildRecord     RecordKind = "child"
	AdultRecord     RecordKind = "adult"
	HouseholdRecord RecordKind = "household"
	EntryRecord     RecordKind = "entry"
	ContactRecord   RecordKind = "contact"
	MeetingRecord   RecordKind = "meeting"
	PersonRecord    RecordKind = "person of a meeting"
	PromiseRecord   RecordKind = "promise"
	LetterRecord    RecordKind = "letter"
	AccountRecord   RecordKind = "account of an incident"
	MoveRecord      RecordKind = "move"
	SchoolRecord    RecordKind = "school" // all that stands on the page about the school; the id does not matter
)

// Record names one record. The zero value is none.
type Record struct {
	Kind RecordKind
	ID   int64
}

// RecordHistory is who changed what of a record, and when, the newest first.
type RecordHistory struct {
	Name  string // what the record is called, "Mrs Okafor"
	Steps []RecordStep
}

// RecordStep is one step that changed the record.
type RecordStep struct {
	HistoryStep
	Who     string // who did it, as far as it is known
	File    string // the file it came with, "" where it was no import
	Changes []RecordChange
	Old     bool // long ago: what stood there before is not kept any more
}

// RecordChange is one change in words. Part is what hangs on the record ("phone 07700 900123"), "" is
// the record itself. A change of a field has its name, and what stood there before and after; any other
// says what happened ("added", "removed", "brought back").
type RecordChange struct {
	Part     string
	Happened string
	Field    string
	From, To string
}

// When is the day of a step.
func (s RecordStep) When() model.Date { return s.At.Date() }
