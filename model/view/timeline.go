package view

import "kettle/model"

// TimelineFilter says what a timeline shows.
type TimelineFilter string

// The filters.
const (
	Everything   TimelineFilter = "all"
	OnlyGoodNews TimelineFilter = "good news"
	OnlyConcerns TimelineFilter = "concerns" // threats and abuse among them
	OnlyMeetings TimelineFilter = "meetings"
	OnlyLetters  TimelineFilter = "letters"
	OnlyPromises TimelineFilter = "promises" // kept or dropped
)

// TimelineFilters are the filters as they follow one another.
var TimelineFilters = []TimelineFilter{Everything, OnlyGoodNews, OnlyConcerns, OnlyMeetings, OnlyLetters, OnlyPromises}

// TimelineOf says which of the things that happened with a family are wanted.
type TimelineOf struct {
	Filter TimelineFilter
	Adult  int64 // only with this adult, 0 anybody
	Pupil  int64 // only about this child, 0 any
}

// Timeline is a window on what has happened with a family, the newest first.
type Timeline struct {
	Of     TimelineOf
	Offset int
	Total  int
	Rows   []TimelineRow
	Months []TimelineMonth // the newest first; what has no day comes last, in a month ""
}

// TimelineMonth is how much of a timeline lies in one month, such as "2026-11".
type TimelineMonth struct {
	Month    string
	Rows     int
	GoodNews int
	Concerns int
	Meetings int
}

// TimelineKind says what a row of a timeline is.
type TimelineKind string

// The kinds of row.
const (
	TimelineContact  TimelineKind = "contact"
	TimelineMeeting  TimelineKind = "meeting"
	TimelineLetter   TimelineKind = "letter"
	TimelineFollowUp TimelineKind = "follow-up"
	TimelineEntry    TimelineKind = "entry"
	TimelineImport   TimelineKind = "import" // of the office's file, as far as it changed something of the family
)

// TimelineRow is one thing that happened. What does not belong to its kind is empty.
type TimelineRow struct {
	Kind  TimelineKind
	ID    int64
	At    model.Moment
	Text  string // note, purpose, what was promised, what was written
	Words string // their own words

	Corrected bool // its text was changed after it was kept

	// Of a contact. One that was passed to the DSL has no text.
	Channel model.Channel
	Contact model.ContactKind
	Adults  []int64
	Settled model.Date
	DSLTo   string
	Sharing model.Sharing

	Meeting   model.MeetingKind
	Status    model.MeetingStatus
	StatusWhy string
	Agreed    int // agreements of the meeting
	Kept      int // those of them that were done

	Letter model.LetterKind
	To     string     // the adult, or the young person, a letter is to
	Sent   model.Date // "" not sent yet

	FollowUp model.FollowUpState
	StateWhy string
	Whose    model.Whose
	Due      model.Date
	FirstDue model.Date // the day it had before it was first moved, "" never moved
	ToldOn   model.Date // the family was told

	Entry model.FamilyEntryKind
}
