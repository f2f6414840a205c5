package model

import "strings"

// PersonKind says what somebody is whom a record may name.
type PersonKind string

// The kinds of people.
const (
	AnAdult     PersonKind = "adult"
	AChild      PersonKind = "child"
	AColleague  PersonKind = "colleague"
	FromOutside PersonKind = "from outside"
	OfNameOnly  PersonKind = "by name only" // written down in an entry, and nowhere else
	AFamily     PersonKind = "family"       // the name that a family is found by
)

// PersonRef points at one person of a caseload; the zero value is nobody in particular.
type PersonRef struct {
	Kind PersonKind
	ID   int64
}

// KnownPerson is somebody of the caseload whose name, numbers or address may stand in a text.
type KnownPerson struct {
	PersonRef
	FamilyID  int64 // of a child and of a family
	Title     string
	Forenames []string // all that they are called by
	Surnames  []string
	Address   string
	Postcode  string
	Phones    []string
	Emails    []string
	Said      string // how a person names them: "Luki Nowak"
}

// NameBook finds in a text who of a caseload is named, by whole words, whatever their case and accents:
// Ada is not named in "Canada". It does not change once it is made.
type NameBook struct {
	people   []KnownPerson
	uses     map[string][]bookUse // by the folded name
	places   map[string]int       // by its first word, the most words that a place beginning so has
	begins   map[string]int       // and that a name has
	phones   map[string][]int32   // by their last digits
	emails   map[string][]int32
	unspaced []unspacedName
	ordinary map[string]bool // names that are words, too
}

// bookUse says whose name it is, and which part of it.
type bookUse struct {
	person int32
	part   bookPart
}

type bookPart uint8

const (
	bookForename bookPart = iota
	bookSurname
	bookPlace
)

// unspacedName is one in a script that puts no space between words.
type unspacedName struct {
	folded string
	person int32
}

// mostBookWords is how many words a forename or a surname has at most.
const mostBookWords = 4

// NewNameBook is a book of these people.
func NewNameBook(people []KnownPerson) *NameBook {
	b := &NameBook{people: people, uses: map[string][]bookUse{}, places: map[string]int{}, begins: map[string]int{}, phones: map[string][]int32{}, emails: map[string][]int32{}, ordinary: ordinaryNames()}
	for i, p := range people {
		at := int32(i)
		for _, name := range p.Forenames {
			b.addName(name, bookUse{at, bookForename})
			if first, _, more := strings.Cut(strings.TrimSpace(name), " "); more {
				b.addName(first, bookUse{at, bookForename})
			}
		}
		for _, name := range p.Surnames {
			b.addSurname(name, at)
		}
		b.addPlaces(p, at)
		for _, number := range p.Phones {
			if digits := digitsOf(number); len(digits) >= shortestPhone {
				tail := digits[max(0, len(digits)-phoneTail):]
				b.phones[tail] = append(b.phones[tail], at)
			}
		}
		for _, address := range p.Emails {
			key := strings.ToLower(strings.TrimSpace(address))
			b.emails[key] = append(b.emails[key], at)
		}
	}
	return b
}

func (b *NameBook) addName(name string, use bookUse) {
	if isUnspaced(name) {
		b.unspaced = append(b.unspaced, unspacedName{Fold(name), use.person})
	}
	b.add(Fold(name), use)
	for _, written := range []string{name, spaced(name)} { // O’Brien, and O Brien
		if words := bookWords(written); len(words) > 0 {
			b.begins[words[0].key] = min(max(b.begins[words[0].key], len(words)), mostBookWords)
		}
	}
}

// spaced is a name with a space for each apostrophe.
func spaced(name string) string {
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return ' '
		}
		return r
	}, name)
}

func (b *NameBook) add(key string, use bookUse) {
	for _, known := range b.uses[key] {
		if known == use {
			return
		}
	}
	if key != "" {
		b.uses[key] = append(b.uses[key], use)
		b.begins[key] = max(b.begins[key], 1)
	}
}

// addSurname enters a surname, and of one with several parts each: Mrs Smith-Jones is named as Jones, too.
func (b *NameBook) addSurname(name string, at int32) {
	b.addName(name, bookUse{at, bookSurname})
	parts := bookWords(name)
	for _, part := range parts {
		if len(parts) > 1 && len(part.key) >= shortestBeginning && !isParticle(part.key) {
			b.add(part.key, bookUse{at, bookSurname})
		}
	}
}

func isParticle(key string) bool {
	for _, p := range particles {
		if p == key {
			return true
		}
	}
	return false
}

// addPlaces enters the postcode, and of an address the lines that say which house it is: a town is no
// address.
func (b *NameBook) addPlaces(p KnownPerson, at int32) {
	b.addPlace(p.Postcode, at)
	b.addPlace(strings.ReplaceAll(p.Postcode, " ", ""), at)
	pieces := strings.FieldsFunc(p.Address, func(r rune) bool { return r == '\n' || r == ',' })
	for i, piece := range pieces {
		if strings.ContainsAny(piece, "0123456789") || i == 0 && len(pieces) > 1 {
			b.addPlace(piece, at)
		}
	}
}

func (b *NameBook) addPlace(text string, at int32) {
	words := bookWords(text)
	key := Fold(text)
	if len(words) == 0 || len(key) < shortestPlace {
		return
	}
	read, bare := "", "" // as a text is read: King's Road without the s, also where the address has no apostrophe
	for i, w := range words {
		read += w.key
		if i < len(words)-1 {
			bare += strings.TrimSuffix(w.key, "s")
		} else {
			bare += w.key
		}
	}
	for _, k := range []string{key, read, bare} {
		b.add(k, bookUse{at, bookPlace})
	}
	b.places[words[0].key] = max(b.places[words[0].key], len(words))
}

// called is what a person of the book is called, "" for one who is not in it.
func (b *NameBook) called(who PersonRef) string {
	if b == nil {
		return ""
	}
	for _, p := range b.people {
		if p.PersonRef == who {
			return p.Said
		}
	}
	return ""
}
