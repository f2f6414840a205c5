package model

import "slices"

// Meeting is one meeting with a family: its preparation, what was said, and what came of it.
type Meeting struct {
	ID         int64
	UID        string
	FamilyID   int64
	ContactID  int64 // the contact it grew from, 0 none
	AfterID    int64 // the meeting it follows, 0 none
	TemplateID int64 // the school's own template it began with, 0 none
	Kind       MeetingKind
	Urgent     bool
	Purpose    string // one sentence the family would agree with
	Opening    string // the good thing to begin with
	Mode       Mode
	ModeBy     ChosenBy
	CameraOff  Date // the day they were told that the camera may stay off
	Start      Moment
	Minutes    int // planned length
	Status     MeetingStatus
	StatusWhy  string // why it was cancelled or missed
	Mood       Mood

	RoomID int64
	Layout LayoutID

	HostID        int64 // the meeting person who leads
	StandbyWho    string
	StandbyWhere  string
	HomeVisit     bool   // at the family's home, not in a room of the school
	WhoKnows      string // who knows where one is: a home visit, or after abuse (practice 61)
	Interpreter   string
	AskedTheirs   Date   // when they were asked what they would like to talk about
	Theirs        string // what they named
	CompanionTold Date   // when they were told that they may bring somebody
	YoungerComes  bool   // a younger child comes along
	TeacherView   string
	FamilyView    string
	PupilView     string
	AccountAgreed Date // one agreed account of what happened (practice 14)
	AgendaChanged Date // the day the agenda changed after it was sent
	Notes         string
	Words         string // their own words
	MoodThen      Mood   // how it was when they came in (practice 40)
	SaidFirst     string // what they needed to say first
	FeedbackAsked Date   // when they were asked how it was for them (practice 48)
	Felt          Felt   // what they answered, in a word
	Feedback      string // what they answered, in their own words
	Parked        string
	Thanks        string
	Debrief       string // staff only; never in letters, briefs or ordinary exports
	DebriefWith   string // who talked it over with whom, after a hard one (practice 49)
	LeaderTold    string // the leader who was told of a hard meeting, threat or abuse (practices 49 and 61)
	LeaderToldOn  Date
	RecordGiven   Date // the record of a SEN meeting given to the parents (rules.md R33)
	RecordGivenBy Channel

	// What the council answered to an annual review (rules.md R34 to R36).
	CouncilDecided  Date
	CouncilDecision CouncilDecision
	AmendmentNotice Date
	FinalPlan       Date

	Closed       YesNo // a line is drawn under the matter, or we go on
	NextDate     Moment
	OpenDoor     bool // said that they may come back any time
	Began, Ended Moment
	Removed      bool
	Pupils       []int64
}

// HeldOn is the day on which the meeting began, else the one it is planned for.
func (m Meeting) HeldOn() Date {
	if m.Began != "" {
		return m.Began.Date()
	}
	return m.Start.Date()
}

// Felt is how a family says that a meeting was for them; "" is not asked, or not said.
type Felt string

// The answers to "how was that for you?".
const (
	FeltNotSaid Felt = ""
	FeltHeard   Felt = "heard"
	FeltPartly  Felt = "partly heard"
	FeltUnheard Felt = "not heard"
)

// Felts are the answers in the order in which they are offered.
var Felts = []Felt{FeltHeard, FeltPartly, FeltUnheard}

// Valid reports whether f is a known answer or none.
func (f Felt) Valid() bool { return f == FeltNotSaid || slices.Contains(Felts, f) }

// CouncilDecision is what the council does with a plan after its annual review; "" is not known yet.
type CouncilDecision string

// The decisions (rules.md R34 and R35).
const (
	NoDecisionYet CouncilDecision = ""
	KeepsPlan     CouncilDecision = "keeps the plan"
	AmendsPlan    CouncilDecision = "amends the plan"
	CeasesPlan    CouncilDecision = "ends the plan"
)

// CouncilDecisions are the decisions in the order in which they are offered.
var CouncilDecisions = []CouncilDecision{KeepsPlan, AmendsPlan, CeasesPlan}

// Valid reports whether d is a known decision or none.
func (d CouncilDecision) Valid() bool {
	return d == NoDecisionYet || slices.Contains(CouncilDecisions, d)
}

// MeetingKind is what a meeting is for.
type MeetingKind string

// The kinds of meeting.
const (
	HonestConversation   MeetingKind = "honest conversation"
	FirstMeeting         MeetingKind = "first meeting"
	TermlyReview         MeetingKind = "termly SEN review"
	AnnualReview         MeetingKind = "annual review"
	ReturnFromSuspension MeetingKind = "return from suspension"
	AttendanceMeeting    MeetingKind = "attendance"
	TransitionMeeting    MeetingKind = "transition"
	InformalComplaint    MeetingKind = "complaint (informal)"
	CheckInMeeting       MeetingKind = "check-in"
	OtherMeeting         MeetingKind = "other"
)

// MeetingKinds are the kinds in the order in which they are offered.
var MeetingKinds = []MeetingKind{HonestConversation, FirstMeeting, TermlyReview, ReturnFromSuspension,
	AnnualReview, AttendanceMeeting, TransitionMeeting, InformalComplaint, CheckInMeeting, OtherMeeting}

// Valid reports whether k is a known kind.
func (k MeetingKind) Valid() bool { return slices.Contains(MeetingKinds, k) }

// Mode is how people meet (practice 30).
type Mode string

// The modes; "" is not chosen yet.
const (
	ModeNotChosen Mode = ""
	InPerson      Mode = "face to face"
	OnVideo       Mode = "video"
	OnPhone       Mode = "phone"
	Mixed         Mode = "mixed"
)

// Modes are the modes in the order in which they are offered.
var Modes = []Mode{InPerson, OnVideo, OnPhone, Mixed}

// Valid reports whether m is a known mode or not chosen yet.
func (m Mode) Valid() bool { return m == ModeNotChosen || slices.Contains(Modes, m) }

// InRoom reports whether somebody sits in a room.
func (m Mode) InRoom() bool { return m == InPerson || m == Mixed }

// OnScreen reports whether somebody takes part by video.
func (m Mode) OnScreen() bool { return m == OnVideo || m == Mixed }

// ChosenBy says whose choice something was.
type ChosenBy string

// Who may have chosen.
const (
	ChosenByNobody ChosenBy = ""
	FamilyChose    ChosenBy = "the family's choice"
	ChosenTogether ChosenBy = "chosen together"
	SchoolChose    ChosenBy = "the school's choice"
)

// ChosenBys are the answers in the order in which they are offered.
var ChosenBys = []ChosenBy{FamilyChose, ChosenTogether, SchoolChose}

// Valid reports whether c is a known answer.
func (c ChosenBy) Valid() bool { return c == ChosenByNobody || slices.Contains(ChosenBys, c) }

// MeetingStatus is where a meeting stands.
type MeetingStatus string

// The states of a meeting.
const (
	Planned   MeetingStatus = "planned"
	Running   MeetingStatus = "running"
	Held      MeetingStatus = "held"
	Cancelled MeetingStatus = "cancelled"
	Missed    MeetingStatus = "missed"
)

// MeetingStatuses are all states.
var MeetingStatuses = []MeetingStatus{Planned, Running, Held, Cancelled, Missed}

// Valid reports whether s is a known state.
func (s MeetingStatus) Valid() bool { return slices.Contains(MeetingStatuses, s) }

// Mood is the mood expected, in kind words.
type Mood string

// The moods; "" is not thought about yet.
const (
	MoodNotSaid  Mood = ""
	MoodEasy     Mood = "easy"
	MoodWorried  Mood = "worried"
	MoodUpset    Mood = "upset"
	MayGetHeated Mood = "may become heated"
)

// Moods are the moods in the order in which they are offered.
var Moods = []Mood{MoodEasy, MoodWorried, MoodUpset, MayGetHeated}

// Valid reports whether m is a known mood or not said.
func (m Mood) Valid() bool { return m == MoodNotSaid || slices.Contains(Moods, m) }

// MeetingPerson is one person of a meeting, from the family or the school, or beside them.
type MeetingPerson struct {
	ID             int64
	MeetingID      int64
	Side           Side
	AdultID        int64 // one of these ids, or none and a free Name
	PupilID        int64
	StaffID        int64
	ProfessionalID int64
	Name           string // as shown; kept so that it stands when the person has gone
	Role           string // "class teacher", "mother", "educational psychologist"
	Reason         string // why they are needed
	Interpreter    bool   // interprets, and counts for neither side
	Invited        Date
	InvitedBy      Channel
	Answer         Answer
	WhyNot         string // why a parent was not asked
	ByVideo        YesNo  // on the screen, in a mixed meeting
	CameraOff      YesNo
	ToldWhy        Date // when they were told what it is about
	ToldWhyBy      Channel
	AgendaSent     Date
	AgendaSentBy   Channel
	AgendaOutdated bool // it changed after it was sent to them; sending it again or telling them clears this
	Reminded       Date
	Needs          string // what they need to take part, "nothing" when they said so
	Instead        string // what is done instead when they cannot come: "rings on Monday, sends a page"
	AdviceAsked    Date   // an annual review asks for the advice of those who cannot come (rules.md R38)
	AdviceReceived Date
	AdviceSentOn   Date // their advice, sent on to all who are invited
	ReportSent     Date // the report of an annual review (rules.md R35)
	Attended       YesNo
	AskedHow       Date   // when they were asked how it was for them (practice 48)
	Felt           Felt   // what they answered, in a word
	Feedback       string // and in their own words
	Seat           int    // of the layout, from 1; 0 is not placed
	Position       int
}

// Side is where somebody belongs in a meeting.
type Side string

// The sides.
const (
	FamilySide Side = "family"
	SchoolSide Side = "school"
	Companion  Side = "companion"
	OtherSide  Side = "other professional"
)

// Sides are the sides in the order in which they are shown.
var Sides = []Side{FamilySide, Companion, SchoolSide, OtherSide}

// Valid reports whether s is a known side.
func (s Side) Valid() bool { return slices.Contains(Sides, s) }

// Answer is what somebody said to an invitation.
type Answer string

// The answers; "" is none yet.
const (
	NoAnswerYet Answer = ""
	Comes       Answer = "comes"
	Perhaps     Answer = "perhaps"
	CannotCome  Answer = "cannot come"
	DoesNotWish Answer = "does not wish to"
)

// Answers are the answers in the order in which they are offered.
var Answers = []Answer{Comes, Perhaps, CannotCome, DoesNotWish, NoAnswerYet}

// Valid reports whether a is a known answer.
func (a Answer) Valid() bool { return slices.Contains(Answers, a) }

// Absent reports whether the person said that they will not be there.
func (a Answer) Absent() bool { return a == CannotCome || a == DoesNotWish }

// TimeOption is a time that was offered.
type TimeOption struct {
	ID        int64
	MeetingID int64
	Start     Moment
	Chosen    bool
	Answers   []TimeAnswer
}

// TimeAnswer is what one person said to an offered time.
type TimeAnswer struct {
	PersonID int64 // of MeetingPerson
	Answer   YesNo
}

// AgendaItem is one line of the agenda.
type AgendaItem struct {
	ID        int64
	MeetingID int64
	Position  int
	Title     string
	Minutes   int
	Brings    string // who brings it
	Theirs    bool   // the family's own item
	AnyWorry  bool   // asks for any other worry, however small
	Notes     string
	Done      bool
	Used      int // minutes used when the meeting was run
}

// Paper is something to have at hand.
type Paper struct {
	ID        int64
	MeetingID int64
	Title     string
	Ready     bool
}

// Mark is what a person said of a checklist item: ticked by hand, or left out with a reason.
type Mark struct {
	MeetingID int64
	Item      ItemID
	State     MarkState
	Reason    string
	On        Date
}

// MarkState is ticked or left out.
type MarkState string

// The states of a Mark.
const (
	Ticked  MarkState = "ticked"
	LeftOut MarkState = "left out"
)

// Valid reports whether s is a known state.
func (s MarkState) Valid() bool { return s == Ticked || s == LeftOut }

// OrderAnswer opens the wall of a court order for one meeting or one letter: who read it, and what
// was answered (data.md, pupil_adult).
type OrderAnswer struct {
	ID        int64
	MeetingID int64
	LetterID  int64
	LinkID    int64
	CheckedBy string
	Answer    string // "the order allows this", and why
	On        Date
}

// Outcome is one sentence of what came of a meeting.
type Outcome struct {
	ID        int64
	MeetingID int64
	Position  int
	Text      string
}

// Agreement is who does what by when; on keeping, it becomes a follow-up.
type Agreement struct {
	ID         int64
	MeetingID  int64
	Position   int
	Text       string
	Whose      Whose
	Who        string
	AdultID    int64
	StaffID    int64
	From       Date
	Due        Date
	FollowUpID int64 // made from it, 0 before
}

// Letter is a letter or message to one adult.
type Letter struct {
	ID        int64
	FamilyID  int64
	MeetingID int64
	AdultID   int64 // 0 when it goes to a young person in their own right (rules.md R39)
	PupilID   int64 // the young person, else 0
	Kind      LetterKind
	Body      string
	Version   int
	Made      Date
	Sent      Date
	SentBy    Channel
	Removed   bool
}

// LetterKind is what a letter is for.
type LetterKind string

// The kinds of letter.
const (
	InvitationLetter LetterKind = "invitation"
	AgendaLetter     LetterKind = "agenda"
	ThankYouLetter   LetterKind = "thank-you"
	SummaryOfMeeting LetterKind = "summary"
	OtherLetter      LetterKind = "other"
)

// LetterKinds are all kinds.
var LetterKinds = []LetterKind{InvitationLetter, AgendaLetter, ThankYouLetter, SummaryOfMeeting, OtherLetter}

// Valid reports whether k is a known kind.
func (k LetterKind) Valid() bool { return slices.Contains(LetterKinds, k) }

// ItemID names a row of the checklist's table ("why.purpose").
type ItemID string

// LayoutID names a row of the layouts' table ("round table"); "" is not chosen yet.
type LayoutID string
