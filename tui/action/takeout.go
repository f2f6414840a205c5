package action

// TakeOut is the scope of the page on which things are written out as files.
const TakeOut Scope = "take out"

// Actions of taking things out of the caseload.
const (
	GoTakeOut    ID = "take-out.go"
	TakeOutOpen  ID = "take-out.open"
	TakeOutWrite ID = "take-out.write"
)

var takingOut = []Action{
	{ID: TakeOutWrite, Title: "Write the file", Foot: "write the file", Keys: []string{"ctrl+s"}, Scopes: []Scope{TakeOut}, Always: true},
	{ID: TakeOutOpen, Title: "Change the choice", Foot: "choose", Keys: []string{"enter", "space", "e"}, Scopes: []Scope{TakeOut}},
	{ID: GoTakeOut, Title: "Take out contacts, calendar, lists", Also: "export csv cards vcards telephones", Scopes: []Scope{Global}},
}
