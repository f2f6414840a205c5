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
)

// TimelineFilters are the filters as they follow one another.
var TimelineFilters = []TimelineFilter{Everything, OnlyGoodNews, OnlyConcerns, OnlyMeetings, OnlyLetters}

// Timeline is a window on what has happened with a family, the newest first.
type Timeline struct {
	Filter TimelineFilter
	Offset int
	Total  int
	Rows   []TimelineRow
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
)

// TimelineRow is one thing that happened. What does not belong to its kind is empty.
type TimelineRow struct {
	Kind  TimelineKind
	ID    int64
	At    model.Moment
	Text  string // note, purpose, what was promised, what was written
	Words string // their own words

	// Of a contact. One that was passed to the DSL has no text.
	Channel model.Channel
	Contact model.ContactKind
	Adults  []int64
	Settled model.Date
	DSLTo   string

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

	Entry model.FamilyEntryKind
}
