package action

// HistoryPage is the scope of the page with the history of a record.
const HistoryPage Scope = "history"

// Actions on the history of a record.
const (
	History         ID = "history"
	HistoryTakeBack ID = "history.take-back"
)

var history = []Action{
	{ID: HistoryTakeBack, Title: "Take this step back", Foot: "take back", Keys: []string{"space"}, Scopes: []Scope{HistoryPage}},
	{ID: History, Title: "History: who changed what", Keys: []string{"H"}, Scopes: []Scope{Global}},
}
