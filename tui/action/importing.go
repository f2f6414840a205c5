package action

// ImportPreview is the scope of the look at what a file brings; Import is that of choosing the file,
// where its path is typed.
const ImportPreview Scope = "import preview"

// ImportBack is the scope of the page on which the last import is taken back.
const ImportBack Scope = "import back"

// Actions of taking in an office's export.
const (
	ImportRead   ID = "import.read"
	ImportUp     ID = "import.up"
	ImportDown   ID = "import.down"
	ImportTakeIn ID = "import.take-in"
	ImportSchool ID = "import.school"

	ImportTurn     ID = "import.turn"
	ImportTurnPart ID = "import.turn-part"

	ImportBackOpen ID = "import.back.open"
	ImportBackDo   ID = "import.back"
)

var importing = []Action{
	{ID: ImportRead, Title: "Look at the file", Foot: "look at it", Keys: []string{"enter"}, Scopes: []Scope{Import}, Text: true, Hidden: true},
	{ID: ImportUp, Title: "Up", Keys: []string{"up"}, Scopes: []Scope{Import}, Text: true, Hidden: true},
	{ID: ImportDown, Title: "Down", Foot: "choose", Keys: []string{"down"}, Scopes: []Scope{Import}, Text: true, Hidden: true},
	{ID: ImportTurn, Title: "Take or leave the selected", Foot: "decide", Keys: []string{"space"}, Scopes: []Scope{ImportPreview}, Always: true},
	{ID: ImportTakeIn, Title: "Take it in", Foot: "take in", Keys: []string{"ctrl+s", "enter"}, Scopes: []Scope{ImportPreview}, Always: true},
	{ID: ImportTurnPart, Title: "Take or leave this part", Foot: "all of this part", Keys: []string{"A"}, Scopes: []Scope{ImportPreview}},
	{ID: ImportSchool, Title: "Change the children's school", Foot: "school", Keys: []string{"e"}, Scopes: []Scope{ImportPreview}},
	{ID: ImportBackDo, Title: "Take the import back", Foot: "take it back", Keys: []string{"ctrl+s", "enter"}, Scopes: []Scope{ImportBack}, Always: true},
	{ID: ImportBackOpen, Title: "Take back the last import", Scopes: []Scope{Global}},
}
