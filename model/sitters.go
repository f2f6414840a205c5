package model

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Sitter is somebody who needs a seat in the room.
type Sitter struct {
	Person   int64 // of MeetingPerson
	Name     string
	Initials string // no two people of a meeting have the same
	sitterKind
}

// sitterKind is all that counts when a seat is looked for: two people of one kind may change places.
type sitterKind struct {
	Group            SeatGroup
	Friend           bool // a companion
	Child            bool // the pupil
	Interprets       bool
	NeedsInterpreter bool
	NeedsRoom        bool // for a pushchair or a wheelchair
}

// SeatGroup is whom somebody sits with.
type SeatGroup string

// The groups: interpreters and professionals from outside are neither the family's nor the school's.
const (
	WithFamily SeatGroup = "family"
	WithSchool SeatGroup = "school"
	BesideBoth SeatGroup = "beside both"
)

// SeatGroups are the groups in the order in which they are shown.
var SeatGroups = []SeatGroup{WithFamily, WithSchool, BesideBoth}

// Valid reports whether g is a known group.
func (g SeatGroup) Valid() bool { return slices.Contains(SeatGroups, g) }

// Sitters are the people who need a seat: those who are expected, are not on standby, and do not take
// part by video or phone. Those whom the meeting needs most come first.
func (f Facts) Sitters() []Sitter {
	f.Circle = f.answeredFor(f.Meeting.ID, 0)
	people := slices.DeleteFunc(f.inRoom(), f.elsewhere)
	InOrder(people, func(a, b MeetingPerson) int { return f.spared(a) - f.spared(b) })
	initials := map[string]int{}
	sitters := make([]Sitter, len(people))
	pushchair := f.Meeting.YoungerComes
	for i, p := range people {
		s := Sitter{Person: p.ID, Name: f.nameOf(p), sitterKind: f.kindOf(p)}
		if pushchair && s.Group == WithFamily && !s.Friend && !s.Child {
			s.NeedsRoom, pushchair = true, false
		}
		s.Initials = f.initialsOf(p)
		if n := initials[s.Initials]; n > 0 {
			s.Initials += strconv.Itoa(n + 1)
		}
		initials[f.initialsOf(p)]++
		sitters[i] = s
	}
	return sitters
}

// elsewhere reports whether somebody takes part from another place. By video or by phone that is the
// family and those with them; in a mixed meeting it is whoever is noted to be on the screen.
func (f Facts) elsewhere(p MeetingPerson) bool {
	switch {
	case f.Meeting.Mode == Mixed:
		return p.ByVideo == Yes
	case f.Meeting.Mode.OnScreen(), f.Meeting.Mode == OnPhone:
		return p.Side != SchoolSide
	}
	return false
}

// spared is how well a meeting can do without somebody where there are too few seats: who leads,
// parents and the child are the last to stand.
func (f Facts) spared(p MeetingPerson) int {
	switch {
	case p.ID == f.leads():
		return 0
	case p.Side == FamilySide && !p.Interpreter:
		return 1
	case p.Interpreter, p.Side == Companion:
		return 2
	case p.Side == SchoolSide && strings.TrimSpace(p.Reason) == "":
		return 4
	}
	return 3
}

// leads is the person who leads, the first from school as long as nobody was chosen.
func (f Facts) leads() int64 {
	if f.Meeting.HostID != 0 {
		return f.Meeting.HostID
	}
	if school := f.schoolSide(); len(school) > 0 {
		return school[0].ID
	}
	return 0
}

func (f Facts) kindOf(p MeetingPerson) sitterKind {
	a, _ := f.adult(p.AdultID)
	k := sitterKind{Group: BesideBoth, Interprets: p.Interpreter}
	switch {
	case p.Interpreter:
	case p.Side == SchoolSide:
		k.Group = WithSchool
	case p.Side == FamilySide || p.Side == Companion:
		k.Group, k.Child, k.Friend = WithFamily, p.PupilID != 0, p.Side == Companion
	}
	k.NeedsInterpreter = a.Interpreter == Yes && k.Group == WithFamily
	k.NeedsRoom = needsFloor(a.Access) || needsFloor(p.Needs)
	return k
}

// onWheels are the words by which somebody says that they need floor beside the seat.
var onWheels = []string{"pushchair", "pram", "buggy", "wheelchair", "scooter", "walking frame", "walker"}

func needsFloor(need string) bool {
	need = Fold(need)
	return slices.ContainsFunc(onWheels, func(word string) bool { return strings.Contains(need, word) })
}

// initialsOf are two letters for somebody: of the name that is shown without its title, and where that
// is one word, of forename and surname if they are known.
func (f Facts) initialsOf(p MeetingPerson) string {
	words := strings.Fields(f.nameOf(p))
	if len(words) > 1 && titles()[Fold(strings.TrimRight(words[0], "."))] != "" {
		words = words[1:]
	}
	a, _ := f.adult(p.AdultID)
	switch {
	case len(words) > 1:
	case a.Forename != "" && a.Surname != "":
		words = []string{a.Forename, a.Surname}
	case len(words) == 1:
		return twoLetters(words[0])
	default:
		return "?"
	}
	return firstLetter(words[0]) + firstLetter(words[len(words)-1])
}

func firstLetter(word string) string {
	for _, r := range word {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return string(unicode.ToUpper(r))
		}
	}
	return "?"
}

func twoLetters(word string) string {
	two := firstLetter(word)
	seen := false
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		if seen {
			return two + string(r)
		}
		seen = true
	}
	return two
}
