package action

// WeekPage is the scope of the page on which one looks back on a week or a term.
const WeekPage Scope = "looking back"

// Actions on the page.
const (
	GoWeek     ID = "week.go"
	WeekOpen   ID = "week.open"
	WeekSpan   ID = "week.span"
	WeekBack   ID = "week.span.back"
	WeekBefore ID = "week.before"
	WeekAfter  ID = "week.after"
	WeekPrint  ID = "week.print"
)

var week = []Action{
	{ID: WeekOpen, Title: "Open the list behind it", Foot: "open the list", Keys: []string{"enter"}, Scopes: []Scope{WeekPage}},
	{ID: WeekSpan, Title: "Week, half term, or term", Foot: "week or term", Keys: []string{"tab"}, Scopes: []Scope{WeekPage}},
	{ID: WeekBack, Title: "Back to the shorter one", Keys: []string{"shift+tab"}, Scopes: []Scope{WeekPage}, Hidden: true},
	{ID: WeekBefore, Title: "The one before", Foot: "earlier", Keys: []string{"left"}, Scopes: []Scope{WeekPage}},
	{ID: WeekAfter, Title: "The one after", Foot: "later", Keys: []string{"right"}, Scopes: []Scope{WeekPage}},
	{ID: WeekPrint, Title: "Print this page", Foot: "print", Keys: []string{"p"}, Scopes: []Scope{WeekPage}},
	{ID: GoWeek, Title: "Look back on the week", Scopes: []Scope{Global}},
}
