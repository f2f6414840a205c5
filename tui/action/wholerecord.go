package action

// Scopes of the whole record of a family, and of one entry of it that is read.
const (
	RecordPage    Scope = "whole record"
	RecordReading Scope = "an entry of the record"
)

// Actions on a whole record.
const (
	RecordWhole    ID = "record.whole"
	RecordRead     ID = "record.read"
	RecordDecide   ID = "record.decide"
	RecordLeaveOut ID = "record.leave-out"
	RecordView     ID = "record.view"
	RecordAsker    ID = "record.asker"
	RecordPrint    ID = "record.print"
	RecordCopy     ID = "record.copy"
)

var wholeRecord = []Action{
	{ID: RecordRead, Title: "Read the entry whole", Foot: "read", Keys: []string{"enter"}, Scopes: []Scope{RecordPage}},
	{ID: RecordDecide, Title: "Show, or leave out", Foot: "show or not", Keys: []string{"space"}, Scopes: []Scope{RecordPage, RecordReading}},
	{ID: RecordLeaveOut, Title: "Leave out, with a reason", Foot: "leave out", Keys: []string{"w"}, Scopes: []Scope{RecordPage, RecordReading}},
	{ID: RecordView, Title: "All, or only the undecided", Foot: "undecided", Keys: []string{"v"}, Scopes: []Scope{RecordPage}},
	{ID: RecordAsker, Title: "Who asks, and since when", Foot: "who asks", Keys: []string{"e"}, Scopes: []Scope{RecordPage, RecordReading}},
	{ID: RecordPrint, Title: "Print the record", Foot: "print", Keys: []string{"p"}, Scopes: []Scope{RecordPage}},
	{ID: RecordCopy, Title: "Copy the record", Foot: "copy", Keys: []string{"y"}, Scopes: []Scope{RecordPage}},
	{ID: RecordWhole, Title: "Subject access request: whole record", Also: "sar gdpr data protection", Scopes: []Scope{Family}},
}
