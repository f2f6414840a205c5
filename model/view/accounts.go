package view

import "kettle/model"

// AccountList is a window on the accounts of incidents: those from Offset on, and how many there are in
// all. Those that are not agreed come first, then the newest.
type AccountList struct {
	Total  int
	Offset int
	Rows   []AccountRow
}

// AccountRow is an account with whom it touches: its pupils, and the adults who are linked to them.
type AccountRow struct {
	Account model.Account
	Circle  model.Circle
}

// AccountPage is all that the page of one account shows; the zero page when there is none, because
// adding it was taken back.
type AccountPage struct {
	AccountRow
	Families map[int64]string // the names of the pupils' families, by the family's id
	Staff    []model.Staff
}

// PupilName is a pupil to choose from, of any family.
type PupilName struct {
	ID       int64
	Name     string
	Class    string
	FamilyID int64
	Family   string
}

// AccountTelling is an adult who was told of an incident, to be kept in one step.
type AccountTelling struct {
	Told model.AccountTold
	Log  bool // the log of the family gets an entry that says so
}

// AccountLine is an incident on Today: its account is to be agreed, or parents are to be told.
type AccountLine struct {
	ID       int64  `json:"id"`
	FamilyID int64  `json:"family_id"`
	What     string `json:"what"`   // "Agree the account of the push in the queue"
	Behind   string `json:"so_far"` // "2 versions since yesterday"
	When     string `json:"when"`   // when it happened, or when they are to be told: "today", "1 day late"
	Late     bool   `json:"late"`
}
