package model

import "slices"

// Contact is one entry of the log: something said, sent or tried between school and family.
type Contact struct {
	ID       int64
	UID      string
	FamilyID int64
	At       Moment // when it happened
	Recorded Moment
	By       string // who at school
	Channel  Channel
	Dir      Direction
	Kind     ContactKind
	Reason   Reason
	Note     string
	Words    string // their own words
	Present  string // who else was there, one in a line
	Need     string // what they might need
	Wish     string // what they would like
	Adults   []int64
	Pupils   []int64

	// A concern: who took it, how soon, what came first, when it was settled (practices 11 and 12).
	Owner     string
	Triage    string // "now", "today" or a time
	Displaced string // what it displaced when taken now
	FirstStep string
	SteppedOn Date // when the first step was taken
	Settled   Date

	Acknowledged Date // when the family heard that their question has come, or was told of a later day (rules.md R13)

	// Threat or abuse, as a fact (practice 61).
	AbuseWhat  string
	LeaderTold string

	// Passed to the DSL: when, to whom, reference; no note is kept (rules.md R49).
	DSLTo   string
	DSLWhen Moment
	DSLRef  string

	Told    []Told
	Removed bool
}

// Told says that an adult was told of a contact, or is to be told.
type Told struct {
	AdultID int64
	On      Date // "" still to be told
}

// Channel is a way of being in touch, in the order in which they are offered (practice 5).
type Channel string

// The channels.
const (
	ByGate       Channel = "gate"
	ByPhone      Channel = "phone"
	FaceToFace   Channel = "face to face"
	ByVideo      Channel = "video"
	ByText       Channel = "text"
	BySchoolApp  Channel = "school app"
	BySocial     Channel = "social media"
	ByLetter     Channel = "letter"
	ByEmail      Channel = "e-mail"
	AtHomeVisit  Channel = "home visit"
	AtMeeting    Channel = "meeting"
	NoChannelYet Channel = ""
)

// Channels are the channels a contact is logged with.
var Channels = []Channel{ByGate, ByPhone, FaceToFace, ByVideo, ByText, BySchoolApp, BySocial, ByLetter, ByEmail, AtHomeVisit}

// Valid reports whether c is a known channel.
func (c Channel) Valid() bool { return slices.Contains(Channels, c) || c == AtMeeting }

// IsMessage reports whether words by this channel are read on a screen, with no voice or hand in them:
// no way for an honest conversation (practice 22).
func (c Channel) IsMessage() bool {
	return c == ByEmail || c == ByText || c == BySchoolApp || c == BySocial
}

// Written reports whether something is written by this channel, so that its words can be prepared.
func (c Channel) Written() bool {
	return slices.Contains([]Channel{ByText, BySchoolApp, BySocial, ByLetter, ByEmail}, c)
}

// Usual is the direction a contact by this channel usually has (capture.md section 3).
func (c Channel) Usual() Direction {
	switch c {
	case ByGate, FaceToFace, ByVideo, AtHomeVisit, AtMeeting:
		return BothWays
	}
	return Out
}

// Direction says who spoke: in from the family, out from school, both.
type Direction string

// The directions.
const (
	In       Direction = "in"
	Out      Direction = "out"
	BothWays Direction = "both"
)

// Directions are the directions in the order in which they are offered.
var Directions = []Direction{BothWays, Out, In}

// Valid reports whether d is a known direction.
func (d Direction) Valid() bool { return slices.Contains(Directions, d) }

// ContactKind is what a contact was about.
type ContactKind string

// The kinds of contact.
const (
	GoodNews      ContactKind = "good news"
	CheckIn       ContactKind = "check-in"
	Concern       ContactKind = "concern"
	Question      ContactKind = "question" // an answer is owed (rules.md R13)
	Information   ContactKind = "information"
	AgreementKind ContactKind = "agreement"
	Attempt       ContactKind = "attempt without answer"
	Abuse         ContactKind = "threat or abuse"
	PassedToDSL   ContactKind = "passed to the DSL"
)

// ContactKinds are the kinds in the order in which they are offered: good news first.
var ContactKinds = []ContactKind{GoodNews, CheckIn, Concern, Question, Information, AgreementKind, Attempt, Abuse, PassedToDSL}

// Valid reports whether k is a known kind.
func (k ContactKind) Valid() bool { return slices.Contains(ContactKinds, k) }

// Counts reports whether such a contact is two-way contact from which a cadence counts: attempts
// and passing something to the DSL are not (data.md, contact).
func (k ContactKind) Counts() bool { return k != Attempt && k != PassedToDSL }

// Glyph is the mark of the kind in a list; the word stands beside it.
func (k ContactKind) Glyph() string {
	switch k {
	case GoodNews:
		return "+"
	case Concern, Abuse:
		return "!"
	case Question:
		return "?"
	case Attempt:
		return "x"
	}
	return "·"
}

// Reason is what a contact was about, for looking back over a year.
type Reason string

// Reasons are the reasons in the order in which they are offered.
var Reasons = []Reason{"", "attendance", "learning", "friendship", "behaviour", "wellbeing", "SEN support", "home", "money", "other"}

// Valid reports whether r is a known reason.
func (r Reason) Valid() bool { return slices.Contains(Reasons, r) }
