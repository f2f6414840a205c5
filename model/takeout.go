package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// OutKind is what is taken out of the caseload.
type OutKind string

// What can be taken out.
const (
	OutContacts OutKind = "contacts"
	OutCards    OutKind = "vcards"
	OutCalendar OutKind = "calendar"
	OutFamilies OutKind = "families"
	OutLog      OutKind = "log"
)

// OutKinds are all in the order in which they are offered.
var OutKinds = []OutKind{OutContacts, OutCards, OutCalendar, OutFamilies, OutLog}

// Valid reports whether k is a known kind.
func (k OutKind) Valid() bool { return slices.Contains(OutKinds, k) }

// outForm says of a kind what a person reads, and what its file is.
type outForm struct {
	kind                OutKind
	title, what, ending string
	row, rows, none     string // what one line is called, several, and nothing at all
	people, days, names bool   // whether it names adults who may be left out, has a range of days, has full words
}

// form is the row of the table of forms.
func (k OutKind) form() outForm {
	forms := []outForm{
		{kind: OutContacts, title: "Contacts as a table", what: "each adult of each child, for letters (CSV)", ending: ".csv", row: "row", rows: "rows", none: "no adult of a child", people: true},
		{kind: OutCards, title: "Contacts for a telephone", what: "one card for each adult (vCard)", ending: ".vcf", row: "card", rows: "cards", none: "no adult", people: true, names: true},
		{kind: OutCalendar, title: "Meetings and promises", what: "for Outlook, Google or Apple (iCalendar)", ending: ".ics", row: "entry", rows: "entries", none: "no meeting and no promise", days: true, names: true},
		{kind: OutFamilies, title: "Families", what: "the list of families (CSV)", ending: ".csv", row: "row", rows: "rows", none: "no family"},
		{kind: OutLog, title: "The log", what: "with all notes, for your school only (CSV)", ending: ".csv", row: "row", rows: "rows", none: "no entry", days: true},
	}
	return forms[max(slices.Index(OutKinds, k), 0)]
}

// Title is the kind in a choice: "Contacts as a table".
func (k OutKind) Title() string { return k.form().title }

// What says what such a file is for.
func (k OutKind) What() string { return k.form().what }

// NamesAdults reports whether adults stand in it, some of whom are left out unless wanted.
func (k OutKind) NamesAdults() bool { return k.form().people }

// HasDays reports whether it is of a range of days.
func (k OutKind) HasDays() bool { return k.form().days }

// HasWords reports whether it holds initials unless full words are wanted.
func (k OutKind) HasWords() bool { return k.form().names }

// TakeOut says what is taken out, and of whom. The zero value of a field is what is usual.
type TakeOut struct {
	Kind     OutKind
	Words    string // of families that the filter of their list finds; "" all
	FamilyID int64  // of this one alone, 0 all
	Everyone bool   // those who are left out, too, with a mark
	Full     bool   // names and purpose instead of initials
	From     Date   // "" from the beginning; of a calendar, from today
	Until    Date   // "" to the end
}

// Begins is the first day: of a calendar today, unless another is said.
func (t TakeOut) Begins(today Date) Date {
	if t.Kind == OutCalendar && t.From == "" {
		return today
	}
	return t.From
}

// ReadDays reads the first and the last day as people type them; "" is none.
func (t *TakeOut) ReadDays(from, until string, o DateOptions) error {
	for _, day := range []struct {
		typed string
		to    *Date
	}{{from, &t.From}, {until, &t.Until}} {
		if day.typed == "" {
			continue
		}
		parsed, err := ParseDate(day.typed, o)
		if err != nil {
			return err
		}
		*day.to = parsed.Date
	}
	if wrong := t.Check(); wrong != "" {
		return errors.New(wrong)
	}
	return nil
}

// FileName is how Kettle names the file: nobody's name is in it.
func (t TakeOut) FileName(today Date) string {
	return "kettle-" + string(t.Kind) + "-" + string(today) + t.Kind.form().ending
}

// Check is what is wrong with the range, "" nothing.
func (t TakeOut) Check() string {
	if t.Kind.HasDays() && t.From != "" && t.Until != "" && t.Until < t.From {
		return "The last day lies before the first: change one of them."
	}
	return ""
}

// TakenOut is what was written out, or would be.
type TakenOut struct {
	TakeOut
	Path     string // "" when it went nowhere
	Rows     int
	Families int
	People   int // different adults, where it names any
	Left     []LeftOutOf
	First    []string // the first lines, in words
}

// LeftOutOf is how many were left out for one reason, and the first of them.
type LeftOutOf struct {
	Why   WhyOut
	Count int
	Who   []string
}

// mostFirst and mostWho are how many lines, and how many who are left out, are shown.
const (
	mostFirst = 12
	mostWho   = 3
)

// Add counts a line that goes out.
func (t *TakenOut) Add(words string) {
	if t.Rows++; len(t.First) < mostFirst {
		t.First = append(t.First, words)
	}
}

// LeaveOut counts one that does not; who may be "".
func (t *TakenOut) LeaveOut(why WhyOut, who string) {
	i := slices.IndexFunc(t.Left, func(l LeftOutOf) bool { return l.Why == why })
	if i < 0 {
		t.Left = append(t.Left, LeftOutOf{Why: why})
		InOrder(t.Left, func(a, b LeftOutOf) int { return slices.Index(WhysOut, a.Why) - slices.Index(WhysOut, b.Why) })
		i = slices.IndexFunc(t.Left, func(l LeftOutOf) bool { return l.Why == why })
	}
	l := &t.Left[i]
	if l.Count++; who != "" && len(l.Who) < mostWho && !slices.Contains(l.Who, who) {
		l.Who = append(l.Who, who)
	}
}

// Sentence says how much it is: "120 people of 61 families, in 143 rows."
func (t TakenOut) Sentence() string {
	f := t.Kind.form()
	rows := fmt.Sprint(t.Rows, " ", f.rows)
	if t.Rows == 1 {
		rows = "1 " + f.row
	}
	families := fmt.Sprint(t.Families, " families")
	if t.Families == 1 {
		families = "1 family"
	}
	switch {
	case t.Rows == 0:
		return t.nothing()
	case t.Kind.NamesAdults():
		people := fmt.Sprint(t.People, " people")
		if t.People == 1 {
			people = "1 person"
		}
		return people + " of " + families + ", in " + rows + "."
	}
	return rows + " of " + families + "."
}

// nothing says why there is nothing to take out.
func (t TakenOut) nothing() string {
	words := "Nothing to take out: " + t.Kind.form().none
	switch {
	case len(t.Left) > 0:
		words = "Nothing to take out: everybody is left out"
	case t.Words != "" && t.Kind == OutFamilies:
		words += " with “" + t.Words + "”"
	case t.Words != "":
		words += " of families with “" + t.Words + "”"
	case t.FamilyID != 0:
		words += " of this family"
	}
	if t.Kind.HasDays() && (t.From != "" || t.Until != "" || t.Kind == OutCalendar) {
		words += " in these days"
	}
	return words + "."
}

// LeftSentence says who is left out and why, "" for nobody: "Left out: 3 behind a court order, 1 died."
func (t TakenOut) LeftSentence() string {
	var parts []string
	for _, l := range t.Left {
		parts = append(parts, fmt.Sprint(l.Count, " ", string(l.Why)))
	}
	if len(parts) == 0 {
		return ""
	}
	return "Left out: " + strings.Join(parts, ", ") + "."
}
