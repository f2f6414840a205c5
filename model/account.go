package model

// Account is what is known of an incident: each version as somebody tells it, and the one account that
// was agreed before anybody is told (practice 14).
type Account struct {
	ID       int64
	UID      string
	What     string // in a few words: "the push at the gate"
	At       Moment // when it happened
	Place    string
	Agreed   string // the words that everybody uses, "" while none are agreed
	AgreedOn Date
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
