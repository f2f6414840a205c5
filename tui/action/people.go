package action

// Scopes of the screens about people.
const (
	Families Scope = "families"
	Family   Scope = "family"
	Import   Scope = "import"
	Welcome  Scope = "welcome"
)

// FamiliesRemoved is the scope of the list while it shows those that were removed.
const FamiliesRemoved Scope = "families removed"

// Filter is the scope of a list whose filter can be typed.
const Filter Scope = "filter"

// Actions about people.
const (
	FamilyOpen    ID = "family.open"
	FamilyNew     ID = "family.new"
	FilterType    ID = "filter.type"
	FilterDone    ID = "filter.done"
	FilterToRows  ID = "filter.rows"
	FamiliesOrder ID = "families.order"
	ImportOpen    ID = "import.open"
	FamilyRemove  ID = "family.remove"
	FamilyBack    ID = "family.bring-back"
	MeetingNew    ID = "meeting.new"
	FollowUpNew   ID = "follow-up.new"

	FamilyItemOpen   ID = "family.item.open"
	FamilyItemChange ID = "family.item.change"
	FamilyItemDo     ID = "family.item.do"
	FamilyItemMove   ID = "family.item.move"
	FamilyItemRemove ID = "family.item.remove"
	FamilyAdd        ID = "family.add"
	FamilyChange     ID = "family.change"
	FamilyStory      ID = "family.story"
	FamilyKinds      ID = "family.kinds"
)

var people = []Action{
	{ID: FamilyOpen, Title: "Open the family", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{Families, FamiliesRemoved}},
	{ID: FamilyBack, Title: "Bring the family back", Foot: "bring back", Keys: []string{"d"}, Scopes: []Scope{FamiliesRemoved}},
	{ID: FamilyItemOpen, Title: "Open what is selected", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{Family}},
	{ID: FamilyItemDo, Title: "Tick the promise or concern", Foot: "done", Keys: []string{"space"}, Scopes: []Scope{Family}},
	{ID: FilterToRows, Title: "To the rows", Foot: "to the rows", Keys: []string{"down"}, Scopes: []Scope{Filter}, Text: true, Hidden: true},
	{ID: FilterDone, Title: "Open the first", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{Filter}, Text: true, Hidden: true},
	{ID: FilterType, Title: "Find a family", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{Families, FamiliesRemoved}},
	{ID: MeetingNew, Title: "Prepare a meeting", Foot: "meeting", Keys: []string{"m"}, Scopes: []Scope{Families, Family}},
	{ID: FollowUpNew, Title: "Add a follow-up", Foot: "follow-up", Keys: []string{"f"}, Scopes: []Scope{Families, Family}},
	{ID: FamilyAdd, Title: "Add to the family", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{Family}},
	{ID: FamilyItemChange, Title: "Change what is selected", Foot: "change", Keys: []string{"e"}, Scopes: []Scope{Family}},
	{ID: FamilyItemMove, Title: "Move to a date", Foot: "move", Keys: []string{"s"}, Scopes: []Scope{Family}},
	{ID: FamilyItemRemove, Title: "Remove what is selected", Foot: "remove", Keys: []string{"d"}, Scopes: []Scope{Family}},
	{ID: FamilyStory, Title: "Read their story", Foot: "story", Keys: []string{"t"}, Scopes: []Scope{Family}},
	{ID: FamilyKinds, Title: "Show other kinds", Foot: "view", Keys: []string{"v"}, Scopes: []Scope{Family}},
	{ID: FamilyChange, Title: "Change the family", Scopes: []Scope{Family}},
	{ID: FamilyNew, Title: "Add a family", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{Families}},
	{ID: FamiliesOrder, Title: "Change the order", Foot: "order", Keys: []string{"o"}, Scopes: []Scope{Families, FamiliesRemoved}},
	{ID: FamilyRemove, Title: "Remove the family", Keys: []string{"d"}, Scopes: []Scope{Families}},
	{ID: ImportOpen, Title: "Import the office's export", Also: "take in csv sims arbor bromcom scholarpack", Scopes: []Scope{Global}},
}
