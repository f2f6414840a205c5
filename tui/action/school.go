package action

// School is the scope of the page about the school.
const School Scope = "school"

// Actions on the page about the school.
const (
	SchoolOpen   ID = "school.open"
	SchoolChange ID = "school.change"
	SchoolNew    ID = "school.new"
	SchoolRemove ID = "school.remove"
	SchoolClosed ID = "school.closed"
	SchoolSwitch ID = "school.switch"
)

// WelcomeOpen takes what is selected on the first page of all.
const WelcomeOpen ID = "welcome.open"

var school = []Action{
	{ID: SchoolOpen, Title: "Open the line", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{School}},
	{ID: SchoolNew, Title: "Add to this part", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{School}},
	{ID: SchoolChange, Title: "Change the line", Foot: "change", Keys: []string{"e"}, Scopes: []Scope{School}},
	{ID: SchoolRemove, Title: "Remove the line", Foot: "remove", Keys: []string{"d"}, Scopes: []Scope{School}},
	{ID: SchoolSwitch, Title: "Switch off or on", Foot: "off/on", Keys: []string{"space"}, Scopes: []Scope{School}},
	{ID: SchoolClosed, Title: "A day without pupils", Scopes: []Scope{School}},
	{ID: WelcomeOpen, Title: "Take it", Foot: "take it", Keys: []string{"enter"}, Scopes: []Scope{Welcome}},
}
