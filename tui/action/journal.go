package action

// Scopes of the log of the whole caseload, and of one entry of it.
const (
	Journal  Scope = "journal"
	LogEntry Scope = "log entry"
)

// Actions on the log and its entries.
const (
	EntryOpen     ID = "entry.open"
	EntryPart     ID = "entry.part"
	JournalFind   ID = "journal.find"
	JournalKind   ID = "journal.kind"
	JournalKindUp ID = "journal.kind.back"
	EntryChange   ID = "entry.change"
	EntryTold     ID = "entry.told"
	EntryRemove   ID = "entry.remove"
	EntryFollowUp ID = "entry.follow-up"
	EntryMeeting  ID = "entry.meeting"
	EntryCopy     ID = "entry.copy"
	EntryFamily   ID = "entry.family"
	JournalPrint  ID = "journal.print"
	MonthBack     ID = "month.earlier"
	MonthOn       ID = "month.later"
)

var journal = []Action{
	{ID: EntryOpen, Title: "Open the entry", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{Journal}},
	{ID: EntryPart, Title: "Open what is selected", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{LogEntry}},
	{ID: JournalFind, Title: "Find an entry", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{Journal}},
	{ID: JournalKind, Title: "Next kind of entry", Foot: "kind", Keys: []string{"tab"}, TypedKeys: []string{"l"}, Scopes: []Scope{Journal}},
	{ID: JournalKindUp, Title: "Previous kind of entry", Keys: []string{"shift+tab"}, TypedKeys: []string{"h"}, Scopes: []Scope{Journal}},
	{ID: MonthBack, Title: "To the month before", Foot: "month", Keys: []string{"left"}, Scopes: []Scope{Journal, Family}},
	{ID: MonthOn, Title: "To the month after", Keys: []string{"right"}, Scopes: []Scope{Journal, Family}},
	{ID: EntryTold, Title: "Mark that they were told", Foot: "told them", Keys: []string{"x"}, Scopes: []Scope{Journal, LogEntry}},
	{ID: EntryChange, Title: "Change the entry", Foot: "change", Keys: []string{"e"}, Scopes: []Scope{Journal, LogEntry}},
	{ID: EntryFollowUp, Title: "Follow-up from the entry", Foot: "follow-up", Keys: []string{"f"}, Scopes: []Scope{Journal, LogEntry}},
	{ID: EntryMeeting, Title: "Meeting from the entry", Foot: "meeting", Keys: []string{"m"}, Scopes: []Scope{Journal, LogEntry}},
	{ID: EntryRemove, Title: "Remove the entry", Keys: []string{"d"}, Scopes: []Scope{Journal, LogEntry}},
	{ID: EntryCopy, Title: "Copy the entry", Keys: []string{"y"}, Scopes: []Scope{Journal, LogEntry}},
	{ID: JournalPrint, Title: "Print what is listed", Foot: "print", Keys: []string{"p"}, Scopes: []Scope{Journal}},
	{ID: EntryFamily, Title: "Open the family's page", Scopes: []Scope{Journal, LogEntry}},
}
