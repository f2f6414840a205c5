package view

import "kettle/model"

// NewsFilter says which families the list of good news shows, and for which half term.
type NewsFilter struct {
	Span  model.NewsSpan
	Words string
	Today model.Date
}

// NewsFamily is a family on the list of good news.
type NewsFamily struct {
	ID       int64
	Name     string
	Children string
	News     model.FamilyNews
}

// NewsCall is a family to ring, with all that is good to know before.
type NewsCall struct {
	NewsFamily
	Entries []model.FamilyEntry // what helps, the newest first
	At      int                 // its place in the round that was asked about
	Found   bool
}

// NewsRing is good news that was told to one adult, or an attempt without an answer.
type NewsRing struct {
	Family  int64
	Adult   int64
	Channel model.Channel
	Said    string
}

// CallsToday is how many calls of good news were made on a day.
type CallsToday struct{ Reached, NoAnswer int }

// NewsTurn is a family that hears good news more often than once each half term, and whose turn it is.
type NewsTurn struct {
	FamilyID int64      `json:"family_id"`
	Family   string     `json:"family"`
	Every    string     `json:"every"` // "every week"
	Since    string     `json:"since"` // "2 weeks", "not yet"
	Last     model.Date `json:"last"`
}

// GateList is a window of the list for the gate, the families greeted longest ago first.
type GateList struct {
	Rows   []model.GateFamily
	Offset int
	Total  int
}
