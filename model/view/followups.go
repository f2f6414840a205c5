package view

import "kettle/model"

// FollowUpGroup says under which heading a follow-up stands.
type FollowUpGroup string

// The groups.
const (
	Late     FollowUpGroup = "late"
	DueToday FollowUpGroup = "today"
	ThisWeek FollowUpGroup = "this week"
	LaterOn  FollowUpGroup = "later"
	OfOthers FollowUpGroup = "waiting for others" // what staff and families owe, late or not
	NotOpen  FollowUpGroup = "done or dropped"
)

// FollowUpGroups are the groups of open follow-ups in the order in which they are shown.
var FollowUpGroups = []FollowUpGroup{Late, DueToday, ThisWeek, LaterOn, OfOthers}

// FollowUpFilter says which follow-ups are asked for. The zero value, with Today, is all open ones.
type FollowUpFilter struct {
	Today     model.Date
	Words     string // each must be found in what, family, to whom or who
	Family    int64  // 0 all
	Meeting   int64  // 0 all
	Whose     model.Whose
	Past      bool // those done or dropped, the last first, instead of those open
	NotHidden bool // without those that sleep until a later day
}

// FollowUps is a window on the follow-ups: those from Offset on, and how many there are in all.
type FollowUps struct {
	Counts []FollowUpCount // every group that is asked for, also empty ones
	Total  int
	Offset int
	Rows   []FollowUpRow
}

// FollowUpCount is how many follow-ups stand under one heading.
type FollowUpCount struct {
	Group FollowUpGroup
	N     int
}

// FollowUpRow is one line of the list.
type FollowUpRow struct {
	ID       int64
	Group    FollowUpGroup
	What     string
	Kind     model.FollowUpKind
	Due      model.Date
	DueAt    model.Clock
	Days     int // calendar days from today until it is due, negative when late, 0 without a date
	FamilyID int64
	Family   string
	AdultID  int64  // to whom, 0 nobody in particular
	ToWhom   string // the adult's form of address, "" nobody in particular
	Whose    model.Whose
	Who      string

	MeetingID   int64
	MeetingKind model.MeetingKind
	MeetingAt   model.Moment
	ContactID   int64
	ContactAt   model.Moment

	Promised  model.Moment
	DateTold  bool // the family knows the date: moving it asks to tell them
	Moved     int  // how often its date was moved
	Hidden    model.Date
	State     model.FollowUpState
	StateOn   model.Date
	StateWhy  string
	ToldOn    model.Date
	Questions string
}
