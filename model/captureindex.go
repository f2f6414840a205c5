package model

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// CaptureIndex holds the people of a caseload by their folded names, so that a line is read at every
// key. Make it with NewCaptureIndex when the people change, and keep it. It does not change, so that it
// may be read from several places at once.
type CaptureIndex struct {
	families []captureHome
	adults   []CaptureAdult
	pupils   []CapturePupil
	staff    []Staff

	familyAt map[int64]int32
	adultAt  map[int64]int32
	pupilAt  map[int64]int32

	staffAt map[string]int32 // by each way in which their name is said
	classes map[string]bool

	names    map[string][]nameUse
	sorted   []string         // the names in their order, for beginnings
	byLength map[int][]string // the names of so many letters, for one letter wrong
}

// captureHome is a family with its people, the adults in the order of their priority.
type captureHome struct {
	CaptureFamily
	rank   int32 // among all: those dealt with last first, then by name
	pupils []int32
	ties   []captureTie
}

// captureTie is what an adult is to a pupil.
type captureTie struct {
	pupil, adult   int32
	relation       Relationship
	said           string // the office's own word, folded
	parent, walled bool
	priority       int
}

// nameUse says whose name it is: of a family, of an adult or of a pupil.
type nameUse struct {
	family, adult, pupil int32 // adult and pupil are -1 where the name is of neither
	forename             bool
	weak                 bool // a part of a name, or the surname of somebody from outside the family, or who has another
}

const nobody int32 = -1

// NewCaptureIndex prepares the people of a caseload for reading lines.
func NewCaptureIndex(p CapturePeople) *CaptureIndex {
	x := &CaptureIndex{adults: p.Adults, pupils: p.Pupils, staff: p.Staff, names: map[string][]nameUse{}, byLength: map[int][]string{},
		familyAt: map[int64]int32{}, adultAt: map[int64]int32{}, pupilAt: map[int64]int32{}, staffAt: map[string]int32{}, classes: map[string]bool{}}
	for i, f := range p.Families {
		x.familyAt[f.ID] = int32(i)
		x.families = append(x.families, captureHome{CaptureFamily: f})
	}
	x.rankFamilies()
	for i, a := range p.Adults {
		x.adultAt[a.ID] = int32(i)
	}
	for i, c := range p.Pupils {
		x.pupilAt[c.ID] = int32(i)
		x.classes[Fold(c.Class)] = true
		if home, ok := x.familyAt[c.FamilyID]; ok {
			x.families[home].pupils = append(x.families[home].pupils, int32(i))
		}
	}
	for _, l := range p.Links {
		x.addTie(l)
	}
	for i, s := range p.Staff {
		for _, name := range folded(nameParts(s.Name)) {
			x.staffAt[strings.ReplaceAll(name, " ", "")] = int32(i)
		}
	}
	for i := range x.families {
		x.nameFamily(int32(i))
	}
	for name := range x.names {
		x.sorted = append(x.sorted, name)
		n := utf8.RuneCountInString(name)
		x.byLength[n] = append(x.byLength[n], name)
	}
	slices.Sort(x.sorted)
	return x
}

// rankFamilies orders the families as candidates are offered.
func (x *CaptureIndex) rankFamilies() {
	names := make([]string, len(x.families))
	order := make([]int32, len(x.families))
	for i, f := range x.families {
		names[i], order[i] = FoldSearch(f.Name), int32(i)
	}
	InOrder(order, func(a, b int32) int {
		f, g := x.families[a], x.families[b]
		return cmp.Or(cmp.Compare(g.Dealt, f.Dealt), cmp.Compare(names[a], names[b]), cmp.Compare(f.ID, g.ID))
	})
	for rank, i := range order {
		x.families[i].rank = int32(rank)
	}
}

func (x *CaptureIndex) addTie(l Link) {
	adult, known := x.adultAt[l.AdultID]
	pupil, there := x.pupilAt[l.PupilID]
	if !known || !there {
		return
	}
	home, ok := x.familyAt[x.pupils[pupil].FamilyID]
	if !ok {
		return
	}
	f := &x.families[home]
	f.ties = append(f.ties, captureTie{pupil, adult, l.Relation, Fold(l.RelationText), l.IsParent(), l.Walled(), l.Priority})
}

// nameFamily enters all names of a family and its people.
func (x *CaptureIndex) nameFamily(home int32) {
	f := &x.families[home]
	InOrder(f.ties, func(a, b captureTie) int { return cmp.Compare(orLast(a.priority), orLast(b.priority)) })
	for part := range strings.SplitSeq(f.Name, "/") {
		x.addSurname(part, nameUse{family: home, adult: nobody, pupil: nobody})
	}
	for _, i := range f.pupils {
		c := x.pupils[i]
		use := nameUse{family: home, adult: nobody, pupil: i}
		x.addSurname(c.Surname, use)
		x.addForenames(use, c.Forename, c.KnownAs)
	}
	entered := map[int32]bool{}
	for _, t := range f.ties {
		if entered[t.adult] {
			continue
		}
		entered[t.adult] = true
		a := x.adults[t.adult]
		use := nameUse{family: home, adult: t.adult, pupil: nobody, weak: t.relation != "" && !t.relation.IsFamily() || !f.hasName(a.Surname)}
		x.addSurname(a.Surname, use)
		use.weak = false
		x.addForenames(use, a.Forename, a.KnownAs)
	}
}

// hasName reports whether a surname is one of those that the family is called by.
func (f *captureHome) hasName(surname string) bool {
	for part := range strings.SplitSeq(f.Name, "/") {
		if Fold(part) == Fold(surname) {
			return true
		}
	}
	return false
}

// orLast puts those without a priority behind those with one.
func orLast(priority int) int {
	if priority == 0 {
		return 1 << 20
	}
	return priority
}

func (x *CaptureIndex) addSurname(name string, use nameUse) {
	x.addName(Fold(name), use)
	if parts := strings.Fields(FoldSearch(name)); len(parts) > 1 {
		use.weak = true
		for _, part := range parts {
			if utf8.RuneCountInString(part) >= shortestBeginning {
				x.addName(part, use)
			}
		}
	}
}

func (x *CaptureIndex) addForenames(use nameUse, names ...string) {
	use.forename = true
	for _, name := range names {
		x.addName(Fold(name), use)
		if parts := strings.Fields(FoldSearch(name)); len(parts) > 1 {
			x.addName(parts[0], use)
		}
	}
}

// addName enters a use of a name once; those of one family come one after the other.
func (x *CaptureIndex) addName(key string, use nameUse) {
	uses := x.names[key]
	for i := len(uses) - 1; i >= 0 && uses[i].family == use.family; i-- {
		if uses[i] == use {
			return
		}
	}
	if key != "" {
		x.names[key] = append(uses, use)
	}
}

// How well a word fits a name, the best first.
const (
	fitsExactly = iota
	fitsBeginning
	fitsNearly // one letter wrong, missing, extra or swapped
)

const (
	shortestBeginning = 3 // letters of a name's beginning
	shortestNearly    = 5 // letters of a word in which one may be wrong
)

// nameFit is a name that a word fits.
type nameFit struct {
	nameUse
	fit  int
	name string // the folded name
}

// fits are the names that a folded word fits: it is that name, or its beginning.
func (x *CaptureIndex) fits(key string) []nameFit {
	var found []nameFit
	for _, use := range x.names[key] {
		found = append(found, nameFit{use, fitsExactly, key})
	}
	if utf8.RuneCountInString(key) < shortestBeginning || neverShort[key] {
		return found
	}
	for i := sort.SearchStrings(x.sorted, key); i < len(x.sorted) && strings.HasPrefix(x.sorted[i], key); i++ {
		if name := x.sorted[i]; name != key {
			for _, use := range x.names[name] {
				found = append(found, nameFit{use, fitsBeginning, name})
			}
		}
	}
	return found
}

// nearly are the names that a word of five letters or more fits with one letter wrong. Across the
// whole caseload only one person or family counts.
func (x *CaptureIndex) nearly(key string) []nameFit {
	n := utf8.RuneCountInString(key)
	if n < shortestNearly || neverShort[key] {
		return nil
	}
	var found []nameFit
	for length := n - 1; length <= n+1; length++ {
		for _, name := range x.byLength[length] {
			if oneLetterApart(key, name) {
				for _, use := range x.names[name] {
					found = append(found, nameFit{use, fitsNearly, name})
				}
			}
		}
	}
	return found
}

// oneLetterApart reports whether one letter is wrong, missing, extra or swapped with its neighbour.
func oneLetterApart(a, b string) bool {
	if isASCII(a) && isASCII(b) {
		return oneApart([]byte(a), []byte(b))
	}
	return oneApart([]rune(a), []rune(b))
}

func oneApart[T byte | rune](a, b []T) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch {
	case len(a) < len(b):
		return len(b) == len(a)+1 && slices.Equal(a, b[1:])
	case len(a) == 0:
		return false
	case slices.Equal(a[1:], b[1:]):
		return true
	}
	return len(a) > 1 && a[0] == b[1] && a[1] == b[0] && slices.Equal(a[2:], b[2:])
}
