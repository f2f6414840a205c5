package action

// ListOfLog is the scope of each list of the log, beside its own.
const ListOfLog Scope = "a list of the log"

// LogLists opens the choice between the lists of the log.
const LogLists ID = "log.lists"

var logLists = []Action{
	{ID: LogLists, Title: "Other lists of the log", Foot: "other list", Keys: []string{"v"}, Scopes: []Scope{ListOfLog}, Always: true},
}
