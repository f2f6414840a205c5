package action

// Scopes of the moves to another phase or school, and of one pupil's.
const (
	MoveList Scope = "moves"
	MovePage Scope = "a move"

	YearsPage Scope = "years move on"
)

// Actions on moves.
const (
	GoMoves ID = "moves.go"

	MoveOpen ID = "move.open"
	MoveNew  ID = "move.new"
	MoveFind ID = "moves.find"

	MoveTake   ID = "move.take"
	MoveDone   ID = "move.done"
	MoveVisit  ID = "move.visit"
	MoveChecks ID = "move.checks"
	MoveChange ID = "move.change"
	MoveShift  ID = "move.shift"
	MovePrint  ID = "move.print"
	MoveCopy   ID = "move.copy"
	MoveSent   ID = "move.sent"
	MoveDrop   ID = "move.drop"

	GoYears    ID = "years.go"
	YearsOpen  ID = "years.open"
	YearsOther ID = "years.other"
	YearsWhere ID = "years.where"
	YearsMove  ID = "years.move"
)

var moves = []Action{
	{ID: MoveOpen, Title: "Open the move", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{MoveList}},
	{ID: MoveNew, Title: "A move during the year", Foot: "new", Keys: []string{"n"}, Scopes: []Scope{MoveList}},
	{ID: MoveFind, Title: "Find a move", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{MoveList}},

	{ID: MoveTake, Title: "Open what is selected", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{MovePage}},
	{ID: MoveDone, Title: "Done, or not yet", Foot: "done", Keys: []string{"space"}, Scopes: []Scope{MovePage}},
	{ID: MoveVisit, Title: "Add a visit", Foot: "new visit", Keys: []string{"n"}, Scopes: []Scope{MovePage}},
	{ID: MoveChecks, Title: "Check-ins before and after", Foot: "check-ins", Keys: []string{"f"}, Scopes: []Scope{MovePage}},
	{ID: MovePrint, Title: "Print the hand-over page", Foot: "hand-over page", Keys: []string{"p"}, Scopes: []Scope{MovePage}},
	{ID: MoveChange, Title: "Change the move", Foot: "change", Keys: []string{"e"}, Scopes: []Scope{MovePage}},
	{ID: MoveShift, Title: "Move to a date", Foot: "move", Keys: []string{"s"}, Scopes: []Scope{MovePage}},
	{ID: MoveSent, Title: "Mark it handed over", Foot: "handed over", Keys: []string{"x"}, Scopes: []Scope{MovePage}},
	{ID: MoveCopy, Title: "Copy the hand-over page", Keys: []string{"y"}, Scopes: []Scope{MovePage}},
	{ID: MoveDrop, Title: "Remove what is selected", Keys: []string{"d"}, Scopes: []Scope{MovePage}},

	{ID: YearsOpen, Title: "Open the move or family", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{YearsPage}},
	{ID: YearsOther, Title: "Keep back, or go two", Foot: "keep back", Keys: []string{"space"}, Scopes: []Scope{YearsPage}},
	{ID: YearsWhere, Title: "Where they move to", Foot: "where to", Keys: []string{"e"}, Scopes: []Scope{YearsPage}},
	{ID: YearsMove, Title: "Move these years on", Foot: "move on", Keys: []string{"ctrl+s"}, Scopes: []Scope{YearsPage}, Always: true},

	{ID: GoMoves, Title: "Go to moves", Scopes: []Scope{Global}},
	{ID: GoYears, Title: "Move the years on", Also: "new school year groups september leavers", Scopes: []Scope{Global}},
}
