package action

// Scopes of the popups.
const (
	PalettePopup Scope = "palette"
	HelpPopup    Scope = "help"
	ChoosePopup  Scope = "choose"
)

// Actions in popups.
const (
	PopupUp    ID = "popup.up"
	PopupDown  ID = "popup.down"
	PopupTake  ID = "popup.take"
	HelpUp     ID = "help.up"
	HelpDown   ID = "help.down"
	HelpPage   ID = "help.page"
	HelpPageUp ID = "help.page.up"
	ChooseTake ID = "choose.take"
)

var popups = []Action{
	{ID: PopupTake, Title: "Take it", Foot: "take it", Keys: []string{"enter"}, Scopes: []Scope{PalettePopup}, Text: true, Hidden: true},
	{ID: PopupUp, Title: "Up", Keys: []string{"up"}, Scopes: []Scope{PalettePopup}, Text: true, Hidden: true},
	{ID: PopupDown, Title: "Down", Keys: []string{"down"}, Scopes: []Scope{PalettePopup}, Text: true, Hidden: true},
	{ID: HelpUp, Title: "Up", Keys: []string{"up"}, TypedKeys: []string{"k"}, Scopes: []Scope{HelpPopup}, Hidden: true},
	{ID: HelpDown, Title: "Down", Keys: []string{"down"}, TypedKeys: []string{"j"}, Scopes: []Scope{HelpPopup}, Hidden: true},
	{ID: HelpPage, Title: "A page on", Foot: "more", Keys: []string{"pgdown", "space", "ctrl+d"}, Scopes: []Scope{HelpPopup}, Hidden: true},
	{ID: HelpPageUp, Title: "A page back", Keys: []string{"pgup", "ctrl+u"}, Scopes: []Scope{HelpPopup}, Hidden: true},
	{ID: ChooseTake, Title: "Take it", Foot: "take it", Keys: []string{"enter", "space"}, Scopes: []Scope{ChoosePopup}, Hidden: true},
}
