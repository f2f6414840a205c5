package view

import "kettle/model"

// FamilyRow is one line of the list of families.
type FamilyRow struct {
	ID          int64
	Name        string
	Children    string // "Chidi 4B K · Ada 1A"
	People      string // "Mrs Ngozi Okafor, Mr Emeka Okafor"
	Order       bool   // a court order stands on one of its links
	LastContact model.Moment
	LastChannel model.Channel
	Every       int          // its own rhythm of check-ins in school days, 0 the school's
	GoodNews    model.Moment // the last good news, "" none yet
	Next        model.Moment // "" nothing ahead
	NextWhat    string       // "meeting", "check-in"
	Removed     bool
}

// FamilyRows is a window of the list of families.
type FamilyRows struct {
	Offset int // the place of the first row in the whole list
	Rows   []FamilyRow
	Fit    int // how many there are in all, -1 when that was not counted
}

// FamilyCount is how many families fit a filter, and how many there are.
type FamilyCount struct{ Fit, All int }

// FamilyOrder is an order of the list of families.
type FamilyOrder string

// The orders.
const (
	ByName        FamilyOrder = "name"
	ByClass       FamilyOrder = "class"
	ByLastContact FamilyOrder = "last contact"  // longest ago first
	ByNext        FamilyOrder = "what is next"  // soonest first
	RemovedOnes   FamilyOrder = "removed"       // those out of sight, by name
	ByGreeting    FamilyOrder = "last greeting" // at the gate, longest ago first: of the list for it alone
)

// FamilyOrders are the orders of the list of families as they follow one another.
var FamilyOrders = []FamilyOrder{ByName, ByClass, ByLastContact, ByNext, RemovedOnes}
