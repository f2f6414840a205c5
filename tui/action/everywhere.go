package action

// Actions that work on every screen.
const (
	Undo    ID = "undo"
	Redo    ID = "redo"
	Palette ID = "palette"
	Help    ID = "help"
	Blank   ID = "blank"
	Back    ID = "back"
	Quit    ID = "quit"
	QuitNow ID = "quit.now"
	Mouse   ID = "mouse"
	Log     ID = "log"
	Unblank ID = "unblank"
)

// Blanked is the scope of the empty screen that nobody can read.
const Blanked Scope = "blanked"

var everywhere = []Action{
	{ID: Log, Title: "Log a contact", Foot: "log a contact", Keys: []string{"c"}, Scopes: []Scope{Global}, Always: true},
	{ID: Back, Title: "Back, one step", Keys: []string{"esc"}, Scopes: []Scope{Global}, Text: true, Hidden: true},
	{ID: Palette, Title: "Find anything", Foot: "anything", Keys: []string{"ctrl+p"}, TypedKeys: []string{":"}, Scopes: []Scope{Global}, Text: true, Hidden: true},
	{ID: Help, Title: "Keys, and why", Foot: "keys", Keys: []string{"f1"}, TypedKeys: []string{"?"}, Letter: true, Scopes: []Scope{Global}, Text: true},
	{ID: Undo, Title: "Undo the last step", Keys: []string{"u"}, Scopes: []Scope{Global}},
	{ID: Redo, Title: "Redo what was undone", Keys: []string{"ctrl+r"}, Scopes: []Scope{Global}},
	{ID: Blank, Title: "Blank the screen", Keys: []string{"f9", "ctrl+l"}, Scopes: []Scope{Global}, Text: true},
	{ID: Unblank, Title: "Bring the screen back", Keys: []string{"f9", "ctrl+l", "enter"}, Scopes: []Scope{Blanked}, Text: true, Hidden: true},
	{ID: Mouse, Title: "Mouse on or off", Scopes: []Scope{Global}},
	{ID: Quit, Title: "Quit Kettle", Keys: []string{"q"}, Scopes: []Scope{Global}},
	{ID: QuitNow, Title: "Quit from anywhere", Keys: []string{"ctrl+c"}, Scopes: []Scope{Global}, Text: true, Hidden: true},
}
