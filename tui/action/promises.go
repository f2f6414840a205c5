package action

import "slices"

// Scopes of the screens about promises.
const (
	Today         Scope = "today"
	FollowUps     Scope = "follow-ups"
	FollowUpsPast Scope = "follow-ups past" // those done or dropped
)

// Actions on promises, and on the other lines of Today.
const (
	LineOpen       ID = "line.open"
	PromiseDone    ID = "promise.done"
	PromiseReopen  ID = "promise.reopen"
	PromiseMove    ID = "promise.move"
	PromiseSleep   ID = "promise.sleep"
	PromiseTold    ID = "promise.told"
	PromiseDrop    ID = "promise.drop"
	PromiseChange  ID = "promise.change"
	PromiseNew     ID = "promise.new"
	PromiseFor     ID = "promise.for"
	PromiseMeeting ID = "promise.meeting"
	PromisesFind   ID = "promises.find"
	PromisesPast   ID = "promises.past"
	PromisesOpen   ID = "promises.open"
	TodayNew       ID = "today.new"
	TodayFind      ID = "today.find"
)

// withFamily are the scopes of lines and pages that belong to a family, so that f and m know whose.
var withFamily = []Scope{Today, FollowUps, FollowUpsPast, Meetings, Meeting, MeetingBrief, LetterPage, GoodNews, AtTheGate}

var promises = []Action{
	{ID: LineOpen, Title: "Open it", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{Today, FollowUps, FollowUpsPast}},
	{ID: PromiseDone, Title: "Done", Foot: "done", Keys: []string{"space"}, Scopes: []Scope{Today, FollowUps}},
	{ID: PromiseReopen, Title: "Open it again", Foot: "open again", Keys: []string{"space"}, Scopes: []Scope{FollowUpsPast}},
	{ID: PromiseMove, Title: "Move to a date", Foot: "move", Keys: []string{"s"}, Scopes: []Scope{Today, FollowUps}},
	{ID: TodayNew, Title: "Add something", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{Today}},
	{ID: PromiseNew, Title: "Add a follow-up", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{FollowUps, FollowUpsPast}},
	{ID: PromiseDrop, Title: "Drop, with a reason", Foot: "drop", Keys: []string{"d"}, Scopes: []Scope{Today, FollowUps}},
	{ID: PromiseTold, Title: "Mark that they were told", Foot: "told them", Keys: []string{"x"}, Scopes: []Scope{Today, FollowUps, FollowUpsPast}},
	{ID: PromisesPast, Title: "Those done or dropped", Foot: "done ones", Keys: []string{"v"}, Scopes: []Scope{FollowUps}},
	{ID: PromisesOpen, Title: "Back to the open ones", Foot: "open ones", Keys: []string{"v"}, Scopes: []Scope{FollowUpsPast}},
	{ID: PromiseSleep, Title: "Sleep until a day", Foot: "sleep", Keys: []string{"z"}, Scopes: []Scope{Today}},
	{ID: PromisesFind, Title: "Find a promise", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{FollowUps, FollowUpsPast}},
	{ID: TodayFind, Title: "Find a family", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{Today}},
	{ID: PromiseChange, Title: "Change the promise", Keys: []string{"e"}, Scopes: []Scope{Today, FollowUps}},
	{ID: PromiseFor, Title: "Follow-up for this family", Keys: []string{"f"}, Scopes: append(slices.Clone(withFamily), ReviewTerms, ReviewCountdown)},
	{ID: PromiseMeeting, Title: "Meeting with this family", Keys: []string{"m"}, Scopes: withFamily},
}
