package model

import "slices"

// Account is what is known of an incident: each version as somebody tells it, and the one account that
// was agreed before anybody is told (practice 14).
type Account struct {
	ID       int64
	UID      string
	What     string // in a few words: "the push at the gate"
	At       Moment // when it happened
	Place    string
	Agreed   string // the words that everybody uses, "" while none are agreed
	AgreedOn Moment // with its time, so that who was told earlier on the same day is known
	AgreedBy string // who agreed, by name with a comma between
	Pupils   []int64
	Versions []AccountVersion
	Told     []AccountTold
	Removed  bool
}

// AccountVersion is an incident as one person tells it.
type AccountVersion struct {
	ID        int64
	AccountID int64
	By        string
	Text      string
	On        Date
	Removed   bool
}

// AccountTold says who told an adult of an incident, when and how.
type AccountTold struct {
	AccountID int64
	AdultID   int64
	At        Moment
	By        string
	Channel   Channel
}

// IsAgreed reports whether there are words that everybody uses.
func (a Account) IsAgreed() bool { return a.Agreed != "" && a.AgreedOn != "" }

// Version is the version of that id, the zero version for none.
func (a Account) Version(id int64) AccountVersion {
	for _, v := range a.Versions {
		if v.ID == id {
			return v
		}
	}
	return AccountVersion{}
}

// Since is the day of the first version, "" without one.
func (a Account) Since() Date {
	var first Date
	for _, v := range a.Versions {
		if first == "" || v.On < first {
			first = v.On
		}
	}
	return first
}

// NewerThanAgreed reports whether somebody told it after it was agreed: does it still hold?
func (a Account) NewerThanAgreed() bool {
	return a.IsAgreed() && slices.ContainsFunc(a.Versions, func(v AccountVersion) bool { return v.On > a.AgreedOn.Date() })
}

// TellBy is the day by which the parents are to be told: the day on which it was agreed, or the next
// school day where that was none (practice 14).
func (a Account) TellBy(c *Calendar) Date {
	on := a.AgreedOn.Date()
	if open, err := c.IsSchoolDay(on); open || err != nil {
		return on
	}
	return c.DueInSchoolDays(on, 1).Due
}
