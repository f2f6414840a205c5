package view

import "kettle/model"

// NewContact is what is kept when a contact is logged or changed: the entry, and what follows from
// it, in one step.
type NewContact struct {
	Contact   model.Contact
	FollowUps []model.FollowUp // to add; family and contact are filled in
	TellLater bool             // make a follow-up for each adult who is still to be told
}
