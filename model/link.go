package model

// Link is what an adult is to a pupil. All rights hang on it, never on the family.
type Link struct {
	ID       int64
	PupilID  int64
	AdultID  int64
	Relation Relationship
	// RelationText is the office's own word for the relationship, as it came.
	RelationText           string
	ParentalResponsibility YesNo
	Priority               int // contact order, 0 when none is given
	LivesWith              YesNo
	GetsCopies             YesNo
	MayBeContacted         YesNo
	CourtOrder             bool
	OrderText              string // what it says, in short
	OrderDate              Date
	OrderUntil             Date // after it the order still stands and asks to be checked
	OrderFromOffice        bool // the office's file says there is one: ask to see it
	Removed                bool
}

// Walled reports whether the link takes the adult out of every proposal, invitation and letter
// about this pupil until "the order allows this" has been answered: a court order, or "may be
// contacted: no" (data.md, pupil_adult).
func (l Link) Walled() bool { return l.CourtOrder || l.MayBeContacted == No }

// OrderWords are the order in one line for a person, "" without one.
func (l Link) OrderWords(today Date) string {
	if !l.Walled() {
		return ""
	}
	if !l.CourtOrder {
		return "not to be contacted"
	}
	words := firstText(l.OrderText, "court order")
	if l.OrderFromOffice && l.OrderText == "" {
		words = "from the office's file: ask to see it"
	}
	if l.OrderUntil != "" && l.OrderUntil < today {
		return words + " (until " + l.OrderUntil.Full() + ": ask whether it still stands)"
	}
	return words
}

// IsParent reports whether the adult is a parent of the pupil in the sense of education law: mother,
// father or parent; or parental responsibility; or lives with the pupil as step-parent, foster-carer,
// guardian, carer or grandparent (rules.md R47; data.md).
func (l Link) IsParent() bool {
	if l.ParentalResponsibility == Yes {
		return true
	}
	switch l.Relation {
	case Mother, Father, Parent:
		return true
	case Stepmother, Stepfather, StepParent, FosterCarer, Guardian, Carer, Grandmother, Grandfather, Grandparent:
		return l.LivesWith == Yes
	}
	return false
}

// MayHaveLetters reports whether letters about the pupil go to the adult: parents, and others whose
// "gets copies" is yes; never behind the wall, never to one who is not in touch.
func (l Link) MayHaveLetters(t InTouch) bool {
	if l.Walled() || l.Removed || !t.Reachable() {
		return false
	}
	return l.GetsCopies == Yes || l.IsParent() && l.GetsCopies != No
}
