package view

import "kettle/model"

// MeetingPlan is a new meeting with everything that is proposed for it, to be made in one step.
// Ids in its parts are filled in.
type MeetingPlan struct {
	Meeting model.Meeting // with its pupils
	People  []model.MeetingPerson
	Agenda  []model.AgendaItem
	Options []model.Moment // times to offer
	Papers  []string
	// Host is the place in People of the one who leads, counted from 1; 0 is nobody yet.
	Host int
}

// DrawnLine is the end of a meeting, to be kept in one step.
type DrawnLine struct {
	MeetingID int64
	Ended     model.Moment
	Closed    model.YesNo // a line is drawn under the matter, or we go on
	Thanks    string
	OpenDoor  bool // said that they may come back any time
	Outcomes  []string
	// Agreements are all of the meeting, in their order: those with an id are changed, those
	// without are added, those that are missing go. Each becomes a follow-up.
	Agreements []model.Agreement
	ThankYous  []ThankYou
	Letters    []model.Letter // one per parent; family, meeting, kind and day are filled in
	NoSummary  bool           // nothing needs to be sent, so no promise to send it
	AskHow     bool           // promise to ask how the meeting was for them (practice 48)
	AskHowOn   model.Date     // "" as the rule says
	Next       NextMeeting
	AskAgain   model.Date // without a next meeting: the day to ask about one, "" as the settings say
}

// ThankYou is a thank-you to one adult, or to a young person in their own right.
type ThankYou struct {
	AdultID int64
	PupilID int64
	By      model.Channel
	Due     model.Date // "" as the settings say
}

// NextMeeting is when and where the same people meet again. Without a start there is none yet.
type NextMeeting struct {
	Start   model.Moment
	Minutes int // 0 as long as this one
	RoomID  int64
	Kind    model.MeetingKind // "" the same kind
	Parked  []string          // what goes on its agenda; without a meeting, what to ask about
}

// RunText is what is typed while a meeting runs.
type RunText struct {
	Notes  string
	Words  string // their own words
	Parked string
}

// Beginning is how they came in, and what they needed to say first (practice 40).
type Beginning struct {
	Mood model.Mood
	Said string
}

// Feedback is how a meeting was for a family (practice 48).
type Feedback struct {
	Asked model.Date // "" not asked
	Felt  model.Felt
	Words string // as they said it
}

// Debrief is how staff looked after themselves after a hard meeting (practices 49 and 61).
type Debrief struct {
	With   string
	Words  string
	Leader string     // who was told
	On     model.Date // when
}
