package action

// List is the scope of every screen with a selected row.
const List Scope = "list"

// Moving about in a list.
const (
	Up       ID = "move.up"
	Down     ID = "move.down"
	PageUp   ID = "move.page.up"
	PageDown ID = "move.page.down"
	First    ID = "move.first"
	Last     ID = "move.last"
	NextPart ID = "part.next"
	PrevPart ID = "part.previous"
)

// Parts is the scope of screens with parts that Tab goes through.
const Parts Scope = "parts"

var selecting = []Action{
	{ID: Up, Title: "Up", Keys: []string{"up"}, TypedKeys: []string{"k"}, Scopes: []Scope{List}, Hidden: true},
	{ID: Down, Title: "Down", Keys: []string{"down"}, TypedKeys: []string{"j"}, Scopes: []Scope{List}, Hidden: true},
	{ID: PageUp, Title: "A page up", Keys: []string{"pgup", "ctrl+u"}, Scopes: []Scope{List}, Hidden: true},
	{ID: PageDown, Title: "A page down", Keys: []string{"pgdown", "ctrl+d"}, Scopes: []Scope{List}, Hidden: true},
	{ID: First, Title: "To the first", Keys: []string{"home"}, TypedKeys: []string{"g"}, Scopes: []Scope{List}, Hidden: true},
	{ID: Last, Title: "To the last", Keys: []string{"end"}, TypedKeys: []string{"G"}, Scopes: []Scope{List}, Hidden: true},
	{ID: NextPart, Title: "Next part", Foot: "next part", Keys: []string{"tab"}, TypedKeys: []string{"l"}, Scopes: []Scope{Parts}, Text: true, Hidden: true},
	{ID: PrevPart, Title: "Previous part", Keys: []string{"shift+tab"}, TypedKeys: []string{"h"}, Scopes: []Scope{Parts}, Text: true, Hidden: true},
}

// The sections, one digit each.
const (
	GoToday     ID = "section.today"
	GoFamilies  ID = "section.families"
	GoMeetings  ID = "section.meetings"
	GoFollowUps ID = "section.follow-ups"
	GoLog       ID = "section.log"
	GoSchool    ID = "section.school"
)

// sections keep their digits when others come: 6 is complaints.
var sections = []Action{
	{ID: GoToday, Title: "Today", Keys: []string{"1"}, Scopes: []Scope{Global}},
	{ID: GoFamilies, Title: "Families", Keys: []string{"2"}, Scopes: []Scope{Global}},
	{ID: GoMeetings, Title: "Meetings", Keys: []string{"3"}, Scopes: []Scope{Global}},
	{ID: GoFollowUps, Title: "Follow-ups", Keys: []string{"4"}, Scopes: []Scope{Global}},
	{ID: GoLog, Title: "Log", Keys: []string{"5"}, Scopes: []Scope{Global}},
	{ID: GoSchool, Title: "School", Keys: []string{"7"}, Scopes: []Scope{Global}},
}
