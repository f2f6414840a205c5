package action

// Scopes of the screens about meetings.
const (
	Meetings        Scope = "meetings"
	Meeting         Scope = "meeting"
	MeetingBrief    Scope = "meeting at a glance"
	MeetingPeople   Scope = "people of a meeting"
	Invitations     Scope = "invitations"
	MeetingTimes    Scope = "times of a meeting"
	MeetingRoom     Scope = "room of a meeting"
	MeetingAgenda   Scope = "agenda"
	MeetingPapers   Scope = "papers"
	MeetingPromises Scope = "promises of the last meeting"
	ProposedTimes   Scope = "proposed times"
	AgendaOffered   Scope = "offered for the agenda"
	AgendaHands     Scope = "who has the agenda"
	Moving          Scope = "moving a meeting"
	Moved           Scope = "meeting moved"
)

// Actions of the list of meetings.
const (
	MeetingOpen   ID = "meeting.open"
	MeetingFind   ID = "meetings.find"
	MeetingAdd    ID = "meetings.new"
	MeetingsView  ID = "meetings.view"
	MeetingMove   ID = "meeting.move"
	MeetingCalled ID = "meeting.drop"
)

// Actions of a meeting's preparation.
const (
	ItemSettle       ID = "item.settle"
	ItemTick         ID = "item.tick"
	ItemLeaveOut     ID = "item.leave-out"
	NextGroup        ID = "group.next"
	PrevGroup        ID = "group.previous"
	MeetingInvite    ID = "meeting.invitations"
	MeetingBegin     ID = "meeting.begin"
	MeetingChange    ID = "meeting.change"
	MeetingGlance    ID = "meeting.glance"
	MeetingToPeople  ID = "meeting.people"
	MeetingToTimes   ID = "meeting.times"
	MeetingToRoom    ID = "meeting.room"
	MeetingToAgenda  ID = "meeting.agenda"
	MeetingToPapers  ID = "meeting.papers"
	MeetingToViews   ID = "meeting.views"
	MeetingToStandby ID = "meeting.standby"
	MeetingToMode    ID = "meeting.mode"
	GlanceBack       ID = "glance.back"
	GlanceOpen       ID = "glance.open"
)

// Actions of the screens below a preparation.
const (
	PersonOpen   ID = "person.open"
	PersonAdd    ID = "person.add"
	PersonLeads  ID = "person.leads"
	PersonRemove ID = "person.remove"

	InviteOpen ID = "invite.open"
	InviteDo   ID = "invite.do"

	TimeChoose ID = "time.choose"
	TimeAnswer ID = "time.answer"
	TimeOffer  ID = "time.offer"
	TimeDrop   ID = "time.drop"
	TimeTake   ID = "time.take"

	LayoutTake ID = "layout.take"
	RoomOther  ID = "room.other"
	RoomChange ID = "room.change"

	AgendaOpen   ID = "agenda.open"
	AgendaAdd    ID = "agenda.add"
	AgendaRemove ID = "agenda.remove"
	AgendaUp     ID = "agenda.up"
	AgendaDown   ID = "agenda.down"
	AgendaSend   ID = "agenda.send"
	AgendaTake   ID = "agenda.take"
	AgendaAgain  ID = "agenda.again"

	PaperOpen   ID = "paper.open"
	PaperReady  ID = "paper.ready"
	PaperAdd    ID = "paper.add"
	PaperRemove ID = "paper.remove"

	PromiseKept ID = "promise.kept"
	PromiseOpen ID = "promise.open"

	MoveDo        ID = "move.do"
	MoveAlong     ID = "move.along"
	MovedFollowUp ID = "moved.follow-up"
	MovedTold     ID = "moved.told"
)

var meetings = []Action{
	// the list
	{ID: MeetingOpen, Title: "Open the meeting", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{Meetings}},
	{ID: MeetingFind, Title: "Find a meeting", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{Meetings}},
	{ID: MeetingAdd, Title: "Prepare a new meeting", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{Meetings}},
	{ID: MeetingsView, Title: "Coming, past, one family", Foot: "other view", Keys: []string{"v"}, Scopes: []Scope{Meetings}},

	// who comes
	{ID: PersonOpen, Title: "Open, or ask along", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{MeetingPeople}},
	{ID: PersonAdd, Title: "Add somebody", Foot: "add", Keys: []string{"n"}, Scopes: []Scope{MeetingPeople}},
	{ID: PersonLeads, Title: "Leads the meeting", Foot: "leads", Keys: []string{"space"}, Scopes: []Scope{MeetingPeople}},
	{ID: PersonRemove, Title: "Take off the list", Foot: "take off", Keys: []string{"d"}, Scopes: []Scope{MeetingPeople}},

	// the preparation
	{ID: ItemSettle, Title: "Settle the item", Foot: "settle", Keys: []string{"enter"}, Scopes: []Scope{Meeting}},
	{ID: ItemTick, Title: "Tick by hand", Foot: "tick", Keys: []string{"space"}, Scopes: []Scope{Meeting}},
	{ID: ItemLeaveOut, Title: "Leave out, with a reason", Foot: "leave out", Keys: []string{"w"}, Scopes: []Scope{Meeting}},
	{ID: GlanceOpen, Title: "Read the letter", Foot: "read the letter", Keys: []string{"enter"}, Scopes: []Scope{MeetingBrief}},
	{ID: MeetingBegin, Title: "Begin the meeting", Foot: "begin", Keys: []string{"r"}, Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingInvite, Title: "Invitations, one by one", Foot: "invitations", Keys: []string{"i"}, Scopes: []Scope{Meeting, MeetingBrief, MeetingPeople}},
	{ID: MeetingGlance, Title: "Everything at a glance", Foot: "at a glance", Keys: []string{"v"}, Scopes: []Scope{Meeting}},
	{ID: GlanceBack, Title: "Back to the preparation", Foot: "preparation", Keys: []string{"v"}, Scopes: []Scope{MeetingBrief}},
	{ID: MeetingChange, Title: "Change kind, children, time", Foot: "change", Keys: []string{"e"}, Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: NextGroup, Title: "Next part", Foot: "next part", Keys: []string{"tab"}, TypedKeys: []string{"l"}, Scopes: []Scope{Meeting}},
	{ID: PrevGroup, Title: "Previous part", Keys: []string{"shift+tab"}, TypedKeys: []string{"h"}, Scopes: []Scope{Meeting}},
	{ID: MeetingToPeople, Title: "Who comes to the meeting", Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingToTimes, Title: "Times offered", Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingToRoom, Title: "Room and where to sit", Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingToAgenda, Title: "Agenda of the meeting", Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingToPapers, Title: "Papers to have ready", Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingToViews, Title: "Views beforehand", Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingToStandby, Title: "Standby, who knows, interpreter", Scopes: []Scope{Meeting, MeetingBrief}},
	{ID: MeetingToMode, Title: "How we meet", Scopes: []Scope{Meeting, MeetingBrief}},

	// invitations
	{ID: InviteOpen, Title: "Change day and way", Foot: "change", Keys: []string{"enter"}, Scopes: []Scope{Invitations}},
	{ID: InviteDo, Title: "Note it for today", Foot: "note for today", Keys: []string{"space"}, Scopes: []Scope{Invitations}},

	// times
	{ID: TimeChoose, Title: "Choose this time", Foot: "choose", Keys: []string{"enter"}, Scopes: []Scope{MeetingTimes}},
	{ID: TimeAnswer, Title: "Suits, does not, not said", Foot: "suits", Keys: []string{"space"}, Scopes: []Scope{MeetingTimes}},
	{ID: TimeTake, Title: "Offer the proposed time", Foot: "offer", Keys: []string{"enter", "space"}, Scopes: []Scope{ProposedTimes}},
	{ID: TimeOffer, Title: "Offer a time", Foot: "other time", Keys: []string{"n"}, Scopes: []Scope{MeetingTimes, ProposedTimes}},
	{ID: TimeDrop, Title: "Withdraw the time", Foot: "withdraw", Keys: []string{"d"}, Scopes: []Scope{MeetingTimes}},

	// of the whole meeting, on several of these screens
	{ID: MeetingMove, Title: "Move to a date", Foot: "move", Keys: []string{"s"}, Scopes: []Scope{Meetings, Meeting, MeetingBrief, MeetingTimes, ProposedTimes}},
	{ID: MeetingCalled, Title: "Cancel, missed, or remove", Foot: "call off", Keys: []string{"d"}, Scopes: []Scope{Meetings, Meeting, MeetingBrief}},

	// the room
	{ID: LayoutTake, Title: "Sit like this", Foot: "sit like this", Keys: []string{"enter"}, Scopes: []Scope{MeetingRoom}},
	{ID: RoomOther, Title: "Choose another room", Foot: "other room", Keys: []string{"v"}, Scopes: []Scope{MeetingRoom}},
	{ID: RoomChange, Title: "Change the room's facts", Foot: "change room", Keys: []string{"e"}, Scopes: []Scope{MeetingRoom}},

	// the agenda
	{ID: AgendaOpen, Title: "Change the line", Foot: "change", Keys: []string{"enter", "e"}, Scopes: []Scope{MeetingAgenda}},
	{ID: AgendaAdd, Title: "Add a line", Foot: "add", Keys: []string{"n"}, Scopes: []Scope{MeetingAgenda, AgendaOffered, AgendaHands}},
	{ID: AgendaTake, Title: "Take what is offered", Foot: "take it", Keys: []string{"enter", "space"}, Scopes: []Scope{AgendaOffered}},
	{ID: AgendaAgain, Title: "Send it, or tell them", Foot: "send", Keys: []string{"enter", "x"}, Scopes: []Scope{AgendaHands}},
	{ID: AgendaRemove, Title: "Take the line out", Foot: "take out", Keys: []string{"d"}, Scopes: []Scope{MeetingAgenda}},
	{ID: AgendaUp, Title: "Move the line up", Foot: "move up", Keys: []string{"shift+up"}, Scopes: []Scope{MeetingAgenda}},
	{ID: AgendaDown, Title: "Move the line down", Foot: "move down", Keys: []string{"shift+down"}, Scopes: []Scope{MeetingAgenda}},
	{ID: AgendaSend, Title: "Send the agenda", Foot: "send", Keys: []string{"x"}, Scopes: []Scope{MeetingAgenda, AgendaOffered}},

	// papers
	{ID: PaperReady, Title: "At hand, or not yet", Foot: "at hand", Keys: []string{"space"}, Scopes: []Scope{MeetingPapers}},
	{ID: PaperOpen, Title: "Change the paper", Foot: "change", Keys: []string{"enter", "e"}, Scopes: []Scope{MeetingPapers}},
	{ID: PaperAdd, Title: "Add a paper", Foot: "add", Keys: []string{"n"}, Scopes: []Scope{MeetingPapers}},
	{ID: PaperRemove, Title: "Take the paper out", Foot: "take out", Keys: []string{"d"}, Scopes: []Scope{MeetingPapers}},

	// moving a meeting
	{ID: MoveDo, Title: "Move the meeting", Foot: "move it", Keys: []string{"enter"}, Scopes: []Scope{Moving}},
	{ID: MoveAlong, Title: "This date goes along", Foot: "goes along", Keys: []string{"space"}, Scopes: []Scope{Moving}},
	{ID: MovedFollowUp, Title: "Follow-up: tell them", Foot: "follow-up", Keys: []string{"f"}, Scopes: []Scope{Moved}},
	{ID: MovedTold, Title: "They were told today", Foot: "told", Keys: []string{"space"}, Scopes: []Scope{Moved}},

	// what was promised the last time
	{ID: PromiseKept, Title: "Kept, or open again", Foot: "kept", Keys: []string{"space"}, Scopes: []Scope{MeetingPromises}},
	{ID: PromiseOpen, Title: "Open the follow-ups", Foot: "follow-ups", Keys: []string{"enter"}, Scopes: []Scope{MeetingPromises}},
}
