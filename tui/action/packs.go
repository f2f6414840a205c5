package action

// The scopes of handing over: what is typed (a file, a passphrase), the families that go, and the look at
// what a pack brings.
const (
	PackTyped   Scope = "pack typed"
	PackChoose  Scope = "pack families"
	PackPreview Scope = "pack preview"
)

// Actions of handing families over, and of opening what was handed over.
const (
	PackOutGo  ID = "pack.hand-over"
	PackInGo   ID = "pack.open"
	PackEnter  ID = "pack.enter"
	PackNext   ID = "pack.next"
	PackBefore ID = "pack.before"
	PackChosen ID = "pack.chosen"
	PackAll    ID = "pack.all"
	PackOn     ID = "pack.on"
	PackLeave  ID = "pack.leave"
	PackTakeIn ID = "pack.take-in"
)

var packs = []Action{
	{ID: PackOutGo, Title: "Hand families over", Also: "handover export", Scopes: []Scope{Global}},
	{ID: PackInGo, Title: "Open a hand-over pack", Also: "handover import take in", Scopes: []Scope{Global}},
	{ID: PackEnter, Title: "Go on", Foot: "go on", Keys: []string{"enter", "ctrl+s"}, Scopes: []Scope{PackTyped}, Text: true, Always: true, Hidden: true},
	{ID: PackNext, Title: "Next field", Foot: "next", Keys: []string{"tab", "down"}, Scopes: []Scope{PackTyped}, Text: true, Hidden: true},
	{ID: PackBefore, Title: "Field before", Keys: []string{"shift+tab", "up"}, Scopes: []Scope{PackTyped}, Text: true, Hidden: true},
	{ID: PackChosen, Title: "Take along, or leave", Foot: "take or leave", Keys: []string{"space"}, Scopes: []Scope{PackChoose}},
	{ID: PackAll, Title: "Take all families, or none", Foot: "all or none", Keys: []string{"A"}, Scopes: []Scope{PackChoose}},
	{ID: PackOn, Title: "Go on to the passphrase", Foot: "go on", Keys: []string{"enter", "ctrl+s"}, Scopes: []Scope{PackChoose}, Always: true},
	{ID: PackLeave, Title: "Take this, or leave it", Foot: "take or leave", Keys: []string{"space"}, Scopes: []Scope{PackPreview}},
	{ID: PackTakeIn, Title: "Take the pack in", Foot: "take it in", Keys: []string{"ctrl+s", "enter"}, Scopes: []Scope{PackPreview}, Always: true},
}
