package demo

import "kettle/model"

// A plan is a family as it is written down, by hand or by chance, before it has numbers and dates.
// People are named by their forename, or by their surname without one, and days are counted in school
// days from today: "in" is ahead, "ago" is back, and an "ago" of 0 is not at all unless it says so.
type plan struct {
	is       model.Family
	years    int // known since so many school years before this one
	joined   int // or only since so many school days
	welcomed int // how many of the welcome points were said
	children []child
	adults   []adult
	entries  []entry
	log      []said
	promises []promise
	meetings []meeting
}

// child is a pupil. The date of birth comes from the year group and the days after 1 September.
type child struct {
	is      model.Pupil
	born    int
	home    int    // which of the family's homes
	academy bool   // at the second school
	seenBy  string // professionals, by name, parted with commas
	sen     []senYear
	plan    int // an EHCP: the last review was finished so many school days ago
	left    int
}

// senYear is what a pupil's SEN status became, so many school years back.
type senYear struct {
	back   int
	status model.SENStatus
}

type adult struct {
	is     model.Adult
	home   int
	ties   []tie
	byHand bool // belongs to the family without a link
	gone   int  // in touch no more since
}

// tie is what an adult is to some children, by forename; to all when of is empty.
type tie struct {
	of string
	is model.Link
}

type entry struct {
	ago  int
	kind model.FamilyEntryKind
	text string
}

// said is a contact of the log; its ago may be 0, today.
type said struct {
	key     string // for a meeting that grew from it
	ago     int
	at      model.Clock
	who     string // the adults, parted with commas; the first of the family when it is empty
	about   string // the children, all when it is empty
	is      model.Contact
	settled int // 0 not yet
	told    string
	tell    string
	reply   reply
}

// reply is the promise to answer a question.
type reply struct {
	what string
	by   model.Clock
	done int // 0 not yet
}

// promise is a follow-up. in may be 0, today, and negative, late.
type promise struct {
	in     int
	to     string
	made   int
	closed int // done or dropped
	told   int
	was    []int // the days it had before
	hidden int   // sleeps until so many days ahead
	is     model.FollowUp
}

// meeting is one that was or will be; in may be 0, today.
type meeting struct {
	in       int
	at       model.Clock // "" no time is chosen yet
	after    bool        // it follows the meeting before it in the plan
	from     string      // the key of the contact it grew from
	about    string
	room     string
	is       model.Meeting
	asked    int // when they were asked what they would like to talk about
	freely   int // when they were told that they may bring somebody
	camera   int
	account  int
	people   []seat
	offered  []offer
	theirs   []string
	since    string   // the line that was put on the agenda today, after it was sent
	papers   []string // those with a ✓ are at hand
	marks    []mark
	order    *order
	agreed   []agreed
	outcomes []string
	promises []promise
	wrote    string // what the summary letter says was good to hear; "" no letters yet
}

// seat is somebody at a meeting: an adult or child of the family, a member of staff, a professional.
type seat struct {
	who                      string
	invited, why, sent       int // days ago
	reminded, advice, report int
	is                       model.MeetingPerson
}

type offer struct {
	in     int
	at     model.Clock
	yes    string // who can come, parted with commas
	no     string
	chosen bool
}

type mark struct {
	item   model.ItemID
	ago    int
	reason string // left out because; "" ticked
}

// order is how a wall was answered for a meeting.
type order struct {
	who, by, answer string
	ago             int
}

// agreed is who does what by when; it becomes a promise.
type agreed struct {
	text string
	who  string // "" the user
	in   int
	done int
	told int
}
