package model

import (
	"slices"
	"strings"
)

// WholeRecord is all that is held of a family, or of one of it, for somebody who asks for theirs (rules.md
// R42, R48): what is held of each person, then everything by date. What names others is marked for a
// decision; nothing is decided here.
type WholeRecord struct {
	About   PersonRef // whose record it is, who asks; the zero value is the family as a whole
	Name    string    // of whom it is about
	Entries []RecordEntry
	Order   string // what a court order, or "not to be contacted", says of the one who asks; "" none
}

// RecordKey names an entry in what is decided about it: the word for its table, and the row's id.
type RecordKey struct {
	What string
	ID   int64
}

// RecordEntry is one entry of the record.
type RecordEntry struct {
	RecordKey
	Person   bool // it is what is held of a person, and of no day
	At       Moment
	Written  Date   // the day it was written down, where that was a later one
	Changed  Moment // when it was last changed, "" not known
	Passages []Passage
	Others   []string // who else it names or concerns, each once
	Held     bool     // threat or abuse: the safeguarding lead decides what is shown of it
	Decided  Disclosure
}

// Passage is one text of an entry; the first of an entry says what the entry is, and has no label.
type Passage struct {
	Label  string // "note", "their words"
	Text   string
	Places []OtherPlace // where it names others, in their order
	Whole  string       // why all of it waits for a decision: "words of Mr Okafor (another household)", "" it does not
}

// OtherPlace is a place in a text, in bytes, where somebody else is named.
type OtherPlace struct {
	Start, End int
	Who        string
}

// Disclosure is what was decided about an entry when the record goes to the one who asks.
type Disclosure struct {
	RecordKey
	About    PersonRef
	Decision Decision
	Why      string
	On       Date
}

// Decision says whether an entry is shown to the one who asks.
type Decision string

// The decisions.
const (
	Undecided  Decision = ""
	ShowEntry  Decision = "show"
	LeaveOut   Decision = "leave out"
	mostListed          = 4 // of those who are named beside an entry
)

// Valid reports whether d is a decision or none.
func (d Decision) Valid() bool { return d == Undecided || d == ShowEntry || d == LeaveOut }

// Next is what comes after a decision as one goes through them.
func (d Decision) Next() Decision {
	return map[Decision]Decision{Undecided: ShowEntry, ShowEntry: LeaveOut}[d]
}

// Marked reports whether somebody has to decide about the entry.
func (e RecordEntry) Marked() bool { return len(e.Others) > 0 || e.Held }

// ForNobodyBeside reports whether its text is shown only where it is read: a debrief of staff, threat or abuse.
// The screen may be seen by others.
func (e RecordEntry) ForNobodyBeside() bool { return e.Held || e.What == debriefEntry }

// Decision is what stands about the entry. What was decided before the entry was changed counts no more.
func (e RecordEntry) Decision() Decision {
	if e.Reopened() {
		return Undecided
	}
	return e.Decided.Decision
}

// Reopened reports whether the entry was changed after it was decided about.
func (e RecordEntry) Reopened() bool {
	return e.Decided.Decision != Undecided && e.Changed.Date() > e.Decided.On
}

// Title is what the entry is, in a line.
func (e RecordEntry) Title() string {
	if len(e.Passages) == 0 {
		return ""
	}
	return e.Passages[0].Text
}

// Said is what the entry says, in one line.
func (e RecordEntry) Said() string {
	var said []string
	for _, p := range e.Passages[min(len(e.Passages), 1):] {
		said = append(said, oneLine(p.Text))
	}
	return strings.Join(said, " ")
}

// Names says who else an entry names or concerns, "" nobody.
func (e RecordEntry) Names() string {
	others := e.Others
	if more := len(others) - mostListed; more > 0 {
		others = append(slices.Clone(others[:mostListed]), countOf(more, "other"))
	}
	return strings.Join(others, "; ")
}

// Stands says what is to be done about an entry: "names others: Luki Nowak (another family)", "" nothing.
func (e RecordEntry) Stands() string {
	switch {
	case e.Held:
		return HeldBack
	case len(e.Others) > 0:
		return "names others: " + e.Names()
	}
	return ""
}

// debriefEntry is what an entry with a debrief of staff is called.
const debriefEntry = "debrief"

// HeldBack stands where threat or abuse was recorded (rules.md R49).
const HeldBack = "Details are held back: the safeguarding lead decides."

// Waiting counts the entries that somebody has to decide about, and those that were decided.
func (r WholeRecord) Waiting() (marked, decided int) {
	for _, e := range r.Entries {
		if e.Marked() {
			marked++
			if e.Decision() != Undecided {
				decided++
			}
		}
	}
	return marked, decided
}

// With is the record with what was decided about it.
func (r WholeRecord) With(decided []Disclosure) WholeRecord {
	byKey := map[RecordKey]Disclosure{}
	for _, d := range decided {
		if d.About == r.About {
			byKey[d.RecordKey] = d
		}
	}
	r.Entries = slices.Clone(r.Entries)
	for i := range r.Entries {
		r.Entries[i].Decided = byKey[r.Entries[i].RecordKey]
	}
	return r
}
