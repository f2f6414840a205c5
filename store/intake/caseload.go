package intake

import (
	"slices"
	"strings"

	"kettle/model"
)

// Caseload is what the database holds already, as far as an import must know it. People and links
// that were moved out of sight belong to it, too, or they would come again as new ones.
type Caseload struct {
	Pupils   []Pupil
	Adults   []Adult
	Links    []Link
	Families []Family
	// Apart are pairs of families that somebody parted by hand, or said no to joining.
	Apart [][2]int64
}

// Office is what each field holds now, and what it held when last imported ("" when it never was).
// Where the two are equal the user has not changed the field (section 6).
type Office struct {
	Now      Values
	Imported Values // with Phones and Emails in the form of PhoneSet and EmailSet
}

// Pupil is a pupil of the caseload.
type Pupil struct {
	ID     int64
	Family int64
	Office
	Phones []model.Phone
	Emails []model.Email
	// Also are other names (Surname, Forename, Born, UPN, OfficeID) under which the office still lists
	// this pupil, because two were joined by hand.
	Also    []Values
	Removed bool
}

// Adult is an adult of the caseload.
type Adult struct {
	ID int64
	Office
	Phones  []model.Phone
	Emails  []model.Email
	Also    []Values // other names (Title, Surname, Forename, OfficeID), as with a pupil
	Removed bool
}

// Link is what an adult is to a pupil.
type Link struct {
	ID    int64
	Pupil int64
	Adult int64
	Office
	Removed bool
}

// Family is a family of the caseload.
type Family struct {
	ID         int64
	Name       string
	NameByHand bool // the user's own name, which stays
}

// PhoneSet is a set of telephones as text, the same for every order, to be kept as last imported.
func PhoneSet(phones []model.Phone) string {
	texts := make([]string, len(phones))
	for i, p := range phones {
		texts[i] = string(p.Type) + " " + p.Words()
	}
	slices.Sort(texts)
	return strings.Join(texts, "; ")
}

// EmailSet is a set of e-mail addresses as text, the same for every order.
func EmailSet(emails []string) string {
	emails = slices.Clone(emails)
	slices.Sort(emails)
	return strings.Join(emails, "; ")
}
