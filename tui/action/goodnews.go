package action

// Scopes of the list of good news, of the walk through it, and of the list for the gate.
const (
	GoodNews  Scope = "good news"
	NewsCall  Scope = "good news calls"
	NewsSaid  Scope = "what was said in a call"
	AtTheGate Scope = "at the gate"
)

// Actions on the list of good news, and on one call after the other.
const (
	GoGoodNews   ID = "good-news.go"
	NewsBegin    ID = "good-news.begin"
	NewsOpen     ID = "good-news.open"
	NewsEarlier  ID = "good-news.earlier"
	NewsLater    ID = "good-news.later"
	NewsOrder    ID = "good-news.order"
	NewsFind     ID = "good-news.find"
	CallSay      ID = "call.say"
	CallKeep     ID = "call.keep"
	CallNoAnswer ID = "call.no-answer"
	CallNext     ID = "call.next"
	CallPrevious ID = "call.previous"
	CallCopy     ID = "call.copy"
)

// Actions on the list for the gate.
const (
	GoGate    ID = "gate.go"
	GateGreet ID = "gate.greet"
	GateOpen  ID = "gate.open"
	GatePrint ID = "gate.print"
	GateFind  ID = "gate.find"
)

var goodNews = []Action{
	{ID: NewsOpen, Title: "Open the family", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{GoodNews}},
	{ID: NewsBegin, Title: "Begin an hour of calls", Foot: "begin the calls", Keys: []string{"r"}, Scopes: []Scope{GoodNews}, Always: true},
	{ID: NewsEarlier, Title: "An earlier half term", Foot: "earlier", Keys: []string{"tab"}, TypedKeys: []string{"l"}, Scopes: []Scope{GoodNews}, Hidden: true},
	{ID: NewsLater, Title: "A later half term", Keys: []string{"shift+tab"}, TypedKeys: []string{"h"}, Scopes: []Scope{GoodNews}, Hidden: true},
	{ID: NewsOrder, Title: "By class, or who lacks", Foot: "order", Keys: []string{"o"}, Scopes: []Scope{GoodNews}},
	{ID: NewsFind, Title: "Find a family", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{GoodNews}},

	{ID: CallSay, Title: "They heard it: say what", Foot: "heard it", Keys: []string{"enter", "space"}, Scopes: []Scope{NewsCall}, Always: true},
	{ID: CallNoAnswer, Title: "No answer", Foot: "no answer", Keys: []string{"x"}, Scopes: []Scope{NewsCall}, Always: true},
	{ID: CallNext, Title: "The next family", Foot: "next", Keys: []string{"tab"}, Scopes: []Scope{NewsCall}, Hidden: true},
	{ID: CallPrevious, Title: "The family before", Keys: []string{"shift+tab"}, Scopes: []Scope{NewsCall}, Hidden: true},
	{ID: CallCopy, Title: "Copy the number", Foot: "copy the number", Keys: []string{"y"}, Scopes: []Scope{NewsCall}},
	{ID: CallKeep, Title: "Keep, and the next family", Foot: "keep, next family", Keys: []string{"enter"}, Scopes: []Scope{NewsSaid}, Text: true, Always: true, Hidden: true},
	{ID: GoGoodNews, Title: "Good news: who lacks", Scopes: []Scope{Global}},
}

var atTheGate = []Action{
	{ID: GateOpen, Title: "Open the family", Foot: "open", Keys: []string{"enter"}, Scopes: []Scope{AtTheGate}},
	{ID: GateGreet, Title: "Greeted just now", Foot: "greeted", Keys: []string{"space"}, Scopes: []Scope{AtTheGate}, Always: true},
	{ID: GatePrint, Title: "Print the list", Foot: "print 30", Keys: []string{"p"}, Scopes: []Scope{AtTheGate}},
	{ID: GateFind, Title: "Find a family", Foot: "find", Keys: []string{"/"}, Scopes: []Scope{AtTheGate}},
	{ID: GoGate, Title: "At the gate", Scopes: []Scope{Global}},
}
