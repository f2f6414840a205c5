package action

// Scopes of the lists of what waits: worries, those that are settled, replies owed, families going quiet.
const (
	Worries        Scope = "worries"
	WorriesSettled Scope = "worries settled"
	Replies        Scope = "replies owed"
	GoingQuiet     Scope = "going quiet"
)

// Actions on the lists of what waits.
const (
	GoWorries     ID = "worries.go"
	GoReplies     ID = "replies.go"
	GoQuiet       ID = "quiet.go"
	WaitingOpen   ID = "waiting.open"
	WaitingFind   ID = "waiting.find"
	WaitingSleep  ID = "waiting.sleep"
	WorrySettle   ID = "worry.settle"
	WorryReopen   ID = "worry.reopen"
	WorryStep     ID = "worry.step"
	WorryMeet     ID = "worry.meet"
	ReplyAnswered ID = "reply.answered"
	ReplyKnown    ID = "reply.known"
	ReplyHold     ID = "reply.hold"
	QuietSpoke    ID = "quiet.spoke"
	QuietTried    ID = "quiet.tried"
	QuietEvery    ID = "quiet.every"
)

var (
	waitingLists = []Scope{Worries, Replies, GoingQuiet}
	allWaiting   = []Scope{Worries, WorriesSettled, Replies, GoingQuiet}
)

var waiting = []Action{
	{ID: WaitingOpen, Title: "Open the entry, or family", Foot: "open", Keys: []string{"enter"}, Scopes: allWaiting},
	{ID: WorrySettle, Title: "Settled, with how", Foot: "settled", Keys: []string{"space"}, Scopes: []Scope{Worries}},
	{ID: WorryReopen, Title: "Open it again", Foot: "open again", Keys: []string{"space"}, Scopes: []Scope{WorriesSettled}},
	{ID: WorryStep, Title: "First step was taken", Foot: "first step", Keys: []string{"x"}, Scopes: []Scope{Worries}},
	{ID: WorryMeet, Title: "Meeting that grows from it", Foot: "meeting", Keys: []string{"m"}, Scopes: []Scope{Worries, WorriesSettled, Replies}},
	{ID: ReplyAnswered, Title: "It is answered", Foot: "answered", Keys: []string{"space"}, Scopes: []Scope{Replies}},
	{ID: ReplyKnown, Title: "They know it came", Foot: "they know", Keys: []string{"x"}, Scopes: []Scope{Replies}},
	{ID: ReplyHold, Title: "Holding reply, new day", Foot: "holding reply", Keys: []string{"s"}, Scopes: []Scope{Replies}},
	{ID: QuietSpoke, Title: "Checked in just now", Foot: "checked in", Keys: []string{"space"}, Scopes: []Scope{GoingQuiet}},
	{ID: QuietTried, Title: "Tried, without an answer", Foot: "no answer", Keys: []string{"x"}, Scopes: []Scope{GoingQuiet}},
	{ID: QuietEvery, Title: "Change how often", Foot: "how often", Keys: []string{"e"}, Scopes: []Scope{GoingQuiet}},
	{ID: WaitingSleep, Title: "Sleep until a day", Foot: "sleep", Keys: []string{"z"}, Scopes: waitingLists},
	{ID: WaitingFind, Title: "Find in this list", Foot: "find", Keys: []string{"/"}, Scopes: allWaiting},
	{ID: GoWorries, Title: "Go to the worries", Scopes: []Scope{Global}},
	{ID: GoReplies, Title: "Go to replies owed", Scopes: []Scope{Global}},
	{ID: GoQuiet, Title: "Go to going quiet", Scopes: []Scope{Global}},
}
