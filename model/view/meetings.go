package view

import "kettle/model"

// MeetingFilter says which meetings are asked for. The zero value is all that are coming.
type MeetingFilter struct {
	Past   bool   // those held, cancelled or missed, the last first, instead of those to come
	Family int64  // 0 all
	Words  string // each must be found in family, kind, purpose, room or a pupil's name
	From   model.Date
	To     model.Date // both included, "" without an end; meetings without a time are left out when either is set
}

// MeetingList is a window on the meetings: those from Offset on, and how many there are in all.
type MeetingList struct {
	Total  int
	Offset int
	Rows   []MeetingRow
}

// MeetingRow is one line of the list. How ready it is, the caller computes from its MeetingPrep.
type MeetingRow struct {
	ID       int64
	FamilyID int64
	Family   string
	Pupils   string // "Chidi, Ada"
	Kind     model.MeetingKind
	Purpose  string
	Start    model.Moment // "" no time yet
	Minutes  int
	Room     string
	Mode     model.Mode
	Status   model.MeetingStatus
	Closed   model.YesNo
}
