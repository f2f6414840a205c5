package action

// Form is the scope of every form; the others are those of the field that has the cursor.
const (
	Form        Scope = "form"
	LineField   Scope = "line field"
	LongField   Scope = "long field"
	ChoiceField Scope = "choice field"
	DateField   Scope = "date field"
	PickField   Scope = "pick field"
	ManyField   Scope = "many field"
	ListField   Scope = "list field"
)

// FieldScopes are the scopes of a field, of which one at a time is taken together with Form.
var FieldScopes = []Scope{LineField, LongField, ChoiceField, DateField, PickField, ManyField, ListField}

// Actions in forms and their fields.
const (
	FieldNext     ID = "field.next"
	FieldPrevious ID = "field.previous"
	FieldEnter    ID = "field.enter"
	FieldAbove    ID = "field.above"
	FieldBelow    ID = "field.below"
	FormKeep      ID = "form.keep"
	FormThrow     ID = "form.throw"
	ChoiceNext    ID = "choice.next"
	ChoicePrev    ID = "choice.previous"
	ChoiceToggle  ID = "choice.toggle"
	DayEarlier    ID = "day.earlier"
	DayLater      ID = "day.later"
	PickUp        ID = "pick.up"
	PickDown      ID = "pick.down"
	ListRemove    ID = "list.remove"
	ListUp        ID = "list.up"
	ListDown      ID = "list.down"
)

var forms = []Action{
	{ID: FormKeep, Title: "Keep", Foot: "keep", Keys: []string{"ctrl+s"}, Scopes: []Scope{Form}, Text: true, Hidden: true},
	{ID: FormThrow, Title: "Throw away what was typed", Keys: []string{"ctrl+x"}, Scopes: []Scope{Form}, Text: true, Hidden: true},
	{ID: FieldEnter, Title: "Next field", Foot: "next", Keys: []string{"enter"}, Scopes: []Scope{LineField, ChoiceField, DateField, PickField, ManyField, ListField}, Text: true, Hidden: true},
	{ID: FieldNext, Title: "Next field", Keys: []string{"tab"}, Scopes: []Scope{Form}, Text: true, Hidden: true},
	{ID: FieldPrevious, Title: "Previous field", Keys: []string{"shift+tab"}, Scopes: []Scope{Form}, Text: true, Hidden: true},
	{ID: FieldAbove, Title: "Field above", Keys: []string{"up"}, Scopes: []Scope{LineField, ChoiceField}, Text: true, Hidden: true},
	{ID: FieldBelow, Title: "Field below", Keys: []string{"down"}, Scopes: []Scope{LineField, ChoiceField}, Text: true, Hidden: true},
	{ID: ChoiceNext, Title: "Next choice", Foot: "change", Keys: []string{"right"}, Scopes: []Scope{ChoiceField}, Text: true, Hidden: true},
	{ID: ChoicePrev, Title: "Previous choice", Keys: []string{"left"}, Scopes: []Scope{ChoiceField}, Text: true, Hidden: true},
	{ID: ChoiceToggle, Title: "Tick", Foot: "tick", Keys: []string{"space"}, Scopes: []Scope{ManyField, ChoiceField}, Text: true, Hidden: true},
	{ID: DayEarlier, Title: "A day earlier", Keys: []string{"up"}, Scopes: []Scope{DateField}, Text: true, Hidden: true},
	{ID: DayLater, Title: "A day later", Foot: "a day later", Keys: []string{"down"}, Scopes: []Scope{DateField}, Text: true, Hidden: true},
	{ID: PickUp, Title: "Up", Keys: []string{"up"}, Scopes: []Scope{PickField, ManyField, ListField}, Text: true, Hidden: true},
	{ID: PickDown, Title: "Down", Foot: "choose", Keys: []string{"down"}, Scopes: []Scope{PickField, ManyField, ListField}, Text: true, Hidden: true},
	{ID: ListRemove, Title: "Take the entry out", Foot: "take out", Keys: []string{"ctrl+d"}, Scopes: []Scope{ListField}, Text: true, Hidden: true},
	{ID: ListUp, Title: "Move the entry up", Foot: "move up", Keys: []string{"shift+up"}, Scopes: []Scope{ListField}, Text: true, Hidden: true},
	{ID: ListDown, Title: "Move the entry down", Keys: []string{"shift+down"}, Scopes: []Scope{ListField}, Text: true, Hidden: true},
}
