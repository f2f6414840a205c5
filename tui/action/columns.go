package action

// ImportColumns is the scope of the page on which it is said what the columns of a file hold.
const ImportColumns Scope = "columns of a file"

// Actions on the columns of a file, and on the report of what it brings.
const (
	ColumnsOpen  ID = "columns.open"
	ImportReport ID = "import.report"

	ColumnTake    ID = "column.take"
	ColumnNext    ID = "column.next"
	ColumnPrev    ID = "column.previous"
	ColumnWhose   ID = "column.whose"
	ColumnLeave   ID = "column.leave-out"
	ColumnOwn     ID = "column.own"
	ColumnUnknown ID = "column.unknown"
	ColumnsOwn    ID = "columns.own"
	ColumnsKeep   ID = "columns.keep"
)

var columns = []Action{
	{ID: ColumnsOpen, Title: "What the columns hold", Foot: "columns", Keys: []string{"v"}, Scopes: []Scope{ImportPreview}},
	{ID: ImportReport, Title: "Print a report to keep", Foot: "report", Keys: []string{"p"}, Scopes: []Scope{ImportPreview}},

	{ID: ColumnsKeep, Title: "Keep what the columns hold", Foot: "keep", Keys: []string{"ctrl+s"}, Scopes: []Scope{ImportColumns}, Always: true},
	{ID: ColumnTake, Title: "Choose what it holds", Foot: "choose", Keys: []string{"enter"}, Scopes: []Scope{ImportColumns}},
	{ID: ColumnNext, Title: "The next it may hold", Foot: "change", Keys: []string{"right"}, Scopes: []Scope{ImportColumns}, Hidden: true},
	{ID: ColumnPrev, Title: "The one before", Keys: []string{"left"}, Scopes: []Scope{ImportColumns}, Hidden: true},
	{ID: ColumnWhose, Title: "Change whose it is", Foot: "whose", Keys: []string{"e"}, Scopes: []Scope{ImportColumns}},
	{ID: ColumnUnknown, Title: "Next unknown column", Foot: "next unknown", Keys: []string{"tab"}, Scopes: []Scope{ImportColumns}},
	{ID: ColumnLeave, Title: "Leave the column out", Foot: "leave out", Keys: []string{"w"}, Scopes: []Scope{ImportColumns}},
	{ID: ColumnOwn, Title: "Drop what was said", Foot: "drop yours", Keys: []string{"d"}, Scopes: []Scope{ImportColumns}},
	{ID: ColumnsOwn, Title: "All as Kettle reads them", Scopes: []Scope{ImportColumns}},
}
