package screen

// The kinds of screens. Those of a section have no id.
const (
	Today       Kind = "today"
	Families    Kind = "families"
	Family      Kind = "family" // id of the family
	Meetings    Kind = "meetings"
	Meeting     Kind = "meeting" // id of the meeting: its preparation
	Reviews     Kind = "sen-meetings"
	ReviewDates Kind = "annual-reviews"
	RunMeeting  Kind = "run"         // id of the meeting
	DrawLine    Kind = "line"        // id of the meeting: drawing a line under it
	Thread      Kind = "thread"      // id of the family: its meetings under one another
	ThreadFrom  Kind = "thread-from" // id of the meeting it is opened from
	Letter      Kind = "letter"      // id of the letter
	InviteTo    Kind = "invitation"  // id of the person of a meeting: the letter that invites them
	AgendaTo    Kind = "agenda"      // id of the person of a meeting: the agenda as a letter to them
	FollowUps   Kind = "follow-ups"
	School      Kind = "school"
	Import      Kind = "import"
	TakeOut     Kind = "take-out" // id of the family it is about, 0 all: choose what is written out, and to where
	Welcome     Kind = "welcome"
	PackOut     Kind = "hand-over-pack"
	PackIn      Kind = "open-a-pack"

	Log         Kind = "log"
	LogEntry    Kind = "log-entry" // id of the entry
	Worries     Kind = "worries"
	Replies     Kind = "replies"
	GoodNews    Kind = "good-news"
	NewsCalls   Kind = "good-news-calls" // the walk through the list, one family after the other
	GoingQuiet  Kind = "going-quiet"
	Gate        Kind = "at-the-gate"
	Accounts    Kind = "accounts"
	Story       Kind = "story"        // id of the family
	WholeRecord Kind = "whole-record" // id of the family
	Account     Kind = "account"      // id of the account of an incident
	Moves       Kind = "moves"
	Move        Kind = "move" // id of the pupil who moves
	Week        Kind = "week" // what is looked back on, its place in model.Spans

	NewContact  Kind = "new contact"           // id of the family, 0 of none: the one line
	ContactForm Kind = "contact form"          // id of the family, 0 to be chosen: the form with all fields
	ContactLeft Kind = "unfinished contact"    // number of the draft of a line, without its sign
	NewAccount  Kind = "new account"           // id of the family whose children it is about, 0 to be chosen
	NewMeeting  Kind = "new meeting"           // id of the family, 0 to be chosen
	MeetingFrom Kind = "meeting from an entry" // id of the contact it grows from
	TermlyFor   Kind = "termly review of"      // id of the pupil whose meeting is planned
	AnnualFor   Kind = "annual review of"      // id of the pupil whose meeting is planned
	NewFollowUp Kind = "new follow-up"         // id of the family, 0 to be chosen
)

// Familiar is a screen that is about one family just now, so that c, m and f know whose.
type Familiar interface {
	// FamilyID is the family, 0 for none.
	FamilyID() int64
}
