package view

import "kettle/model"

// JournalKind says which entries the log of the whole caseload shows.
type JournalKind string

// The kinds of the log.
const (
	AllEntries      JournalKind = "all"
	GoodNewsEntries JournalKind = "good news"
	WorryEntries    JournalKind = "concerns" // threats and abuse among them
	QuestionEntries JournalKind = "questions"
	AttemptEntries  JournalKind = "attempts"
	ToTellEntries   JournalKind = "to tell"
	DSLEntries      JournalKind = "to the DSL"
)

// JournalKinds are the kinds as they follow one another.
var JournalKinds = []JournalKind{AllEntries, GoodNewsEntries, WorryEntries, QuestionEntries, AttemptEntries, ToTellEntries, DSLEntries}

// JournalPlace is a place in the log, just beside one entry. The zero place is its end: the newest
// entry for a look towards older ones, the oldest for a look towards newer ones.
type JournalPlace struct {
	At model.Moment
	ID int64
}

// JournalLook is one look into the log, of bounded length: towards older entries, or newer ones.
type JournalLook struct {
	Kind  JournalKind
	Words string // each of them is found in the entry, or in what its family is found by
	From  JournalPlace
	Newer bool
	Limit int // so many entries at most
}

// JournalPage is what a look found.
type JournalPage struct {
	Rows  []JournalRow     // the newest first
	Names map[int64]string // of the adults in them, as they are addressed
	To    JournalPlace     // how far it looked: the next look goes on from here
	Ended bool             // there is nothing behind that
}

// JournalRow is one entry of the log in the list.
type JournalRow struct {
	ID        int64
	FamilyID  int64
	Family    string
	At        model.Moment
	By        string
	Channel   model.Channel
	Kind      model.ContactKind
	Reason    model.Reason
	Text      string // the beginning of the note, of threats and abuse what happened; none of what went to the DSL
	Words     string // the beginning of their own words
	Present   string
	Settled   model.Date
	DSLTo     string
	Adults    []int64
	Sharing   model.Sharing
	Corrected bool // it was changed after it was kept
}

// Place is the place beside the entry.
func (r JournalRow) Place() JournalPlace { return JournalPlace{r.At, r.ID} }

// LogEntry is one entry of the log with all that belongs to it.
type LogEntry struct {
	Contact   model.Contact
	Family    string
	Adults    map[int64]string // names, as they are addressed
	Pupils    map[int64]string
	ToTell    []int64          // who is still to be told, and may be: nobody behind the wall
	FollowUps []model.FollowUp // made from it
	Meetings  []ComingMeeting  // that grew from it
	Earlier   []Correction
}

// Sharing is how far the entry is shared.
func (e LogEntry) Sharing() model.Sharing {
	return model.SharingOf(e.Contact.Kind, e.Contact.Adults, e.Contact.Told)
}

// Correction is what stood in a record before somebody changed it.
type Correction struct {
	Field string // "note", "their words"
	Was   string
	Until model.Date
	Who   string
}
