package model

import "slices"

// FollowUp is a promise until it is kept: mine, the school's or the family's.
type FollowUp struct {
	ID           int64
	UID          string
	FamilyID     int64
	MeetingID    int64 // 0 none
	ContactID    int64 // 0 none
	TransitionID int64 // the move it belongs to, 0 none
	AdultID      int64 // to whom it was promised, or who promised; 0 nobody in particular
	Kind         FollowUpKind
	What         string
	Whose        Whose
	Who          string // the name of the member of staff, or of the adult, as said
	Due          Date   // "" no date
	DueAt        Clock  // "by 16:00"
	// DueRule, DueFrom, DueCount and DueSetBy explain the date a year later (rules.md R12).
	DueRule   string
	DueFrom   Date
	DueCount  int
	DueSetBy  string
	OldDues   []OldDue
	Hidden    Date // not on Today before this day
	State     FollowUpState
	StateOn   Date
	StateWhy  string
	ToldOn    Date   // the family was told that it was done, or of the moved date
	DateTold  bool   // the due date itself was told to the family
	Promised  Moment // when it was promised
	Questions string // what to ask when it is due, "" none
	Removed   bool
}

// OldDue is a date that a follow-up had before it was moved.
type OldDue struct {
	Due     Date
	MovedOn Date
}

// FollowUpKind says what kind of promise it is.
type FollowUpKind string

// The kinds of follow-up.
const (
	ThankYou        FollowUpKind = "thank-you"
	SummaryLetter   FollowUpKind = "summary"
	ActionPromised  FollowUpKind = "action"
	Reply           FollowUpKind = "reply"
	CheckInDue      FollowUpKind = "check-in"
	MeetAgain       FollowUpKind = "meet again"
	TellFamily      FollowUpKind = "tell the family"
	AskUnderstood   FollowUpKind = "understood?"
	AskHowItWas     FollowUpKind = "how was it?"      // practice 48
	TellLeader      FollowUpKind = "tell a leader"    // practice 61
	TransitionCheck FollowUpKind = "transition check" // practice 21
	OtherFollowUp   FollowUpKind = "other"
)

// FollowUpKinds are the kinds in the order in which they are offered.
var FollowUpKinds = []FollowUpKind{ActionPromised, ThankYou, SummaryLetter, Reply, CheckInDue, MeetAgain, TellFamily, AskUnderstood, AskHowItWas, TellLeader, TransitionCheck, OtherFollowUp}

// Valid reports whether k is a known kind.
func (k FollowUpKind) Valid() bool { return slices.Contains(FollowUpKinds, k) }

// Whose says who promised.
type Whose string

// Who may owe something.
const (
	Mine     Whose = "me"
	OfStaff  Whose = "staff"
	OfFamily Whose = "family"
)

// Whoses are the owners in the order in which they are offered.
var Whoses = []Whose{Mine, OfStaff, OfFamily}

// Valid reports whether w is a known owner.
func (w Whose) Valid() bool { return slices.Contains(Whoses, w) }

// FollowUpState is open until done or dropped.
type FollowUpState string

// The states of a follow-up.
const (
	Open    FollowUpState = "open"
	Done    FollowUpState = "done"
	Dropped FollowUpState = "dropped"
)

// FollowUpStates are all states.
var FollowUpStates = []FollowUpState{Open, Done, Dropped}

// Valid reports whether s is a known state.
func (s FollowUpState) Valid() bool { return slices.Contains(FollowUpStates, s) }
