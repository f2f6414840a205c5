package model

import (
	"slices"
	"strings"
)

// School is one school of the caseload; with one it is never mentioned on the screen.
type School struct {
	ID         int64
	Name       string
	Kind       SchoolKind
	YearGroups string // "R 1 2 3 4 5 6"
	YearsMoved string // the school year that its years have moved on to: "2026/27", "" for none yet
	Removed    bool
}

// SchoolOfMost is the school that has the year groups of most of some children; the first where several do.
// Zero is none.
func SchoolOfMost(years []YearGroup, schools []School) (id int64) {
	most := -1
	for _, s := range schools {
		groups, n := strings.Fields(s.YearGroups), 0
		for _, y := range years {
			if slices.Contains(groups, string(y)) {
				n++
			}
		}
		if n > most {
			most, id = n, s.ID
		}
	}
	return id
}

// SchoolKind decides which complaint law counts (rules.md R16, R17).
type SchoolKind string

// The kinds of school.
const (
	Maintained SchoolKind = "maintained"
	Academy    SchoolKind = "academy"
)

// SchoolKinds are the kinds in the order in which they are offered.
var SchoolKinds = []SchoolKind{Maintained, Academy}

// Valid reports whether k is a known kind.
func (k SchoolKind) Valid() bool { return slices.Contains(SchoolKinds, k) }

// Staff is a colleague at a school.
type Staff struct {
	ID           int64
	SchoolID     int64
	Name         string // as one says it: "Ms Reed"
	Role         Role
	Inactive     bool
	Availability string // "not Wednesdays"
	Classes      string // that they teach, as the office writes them, with a comma between: "4B, 5A"
	Me           bool   // the user of this caseload
	Removed      bool
}

// Teaches reports whether a class is one of those that the colleague teaches.
func (s Staff) Teaches(class string) bool {
	if FoldSearch(class) == "" {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(s.Classes, func(r rune) bool { return r == ',' || r == ';' }), func(part string) bool {
		return FoldSearch(part) == FoldSearch(class) || slices.Contains(strings.Fields(FoldSearch(part)), FoldSearch(class))
	})
}

// Role is what a member of staff is at school.
type Role string

// The roles that rules speak of.
const (
	ClassTeacher Role = "class teacher"
	SENCO        Role = "SENCO"
	FLO          Role = "family liaison officer"
	HeadOfYear   Role = "head of year"
	DSL          Role = "DSL"
	Head         Role = "head"
	Governor     Role = "governor"
	Trustee      Role = "trustee"
	TA           Role = "teaching assistant"
	OtherRole    Role = "other"
)

// Roles are the roles in the order in which they are offered.
var Roles = []Role{ClassTeacher, SENCO, FLO, HeadOfYear, DSL, Head, Governor, Trustee, TA, OtherRole}

// Valid reports whether r is a known role.
func (r Role) Valid() bool { return slices.Contains(Roles, r) }

// Words are the role beside a name; that it is another one is not worth a word.
func (r Role) Words() string { return textIf(r != OtherRole, string(r)) }

// Professional is somebody from outside the school: a psychologist, a health visitor, the council's
// SEN officer.
type Professional struct {
	ID           int64
	Name         string
	Role         string
	Organisation string
	Phone        string
	Email        string
	Removed      bool
}

// Room is a place to meet, with the facts that matter to a family (practice 33).
type Room struct {
	ID        int64
	SchoolID  int64
	Name      string
	Neutral   bool
	Private   bool
	Welcoming bool
	StepFree  bool
	WhoseRoom string // whose office it is, "" nobody's
	Removed   bool
}

// HeadsOffice reports whether the room is the head's own office, where nobody should feel sent for.
func (r Room) HeadsOffice() bool { return r.WhoseRoom != "" && !r.Neutral }
