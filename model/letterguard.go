package model

import (
	"slices"
	"strings"
	"unicode"
)

// guard knows what must not stand in a letter to one adult: another household's addresses, numbers
// and e-mails, and the names of pupils the adult is not linked to. Letters are made from fields that
// hold none of these; the guard is for what a person typed (data.md, household).
type guard struct {
	places  []string // folded addresses and postcodes
	phones  []string // digits
	emails  []string // in lower case
	names   []string // of pupils
	phrases []string // names of adults who are kept out, for a page that goes to staff or to a young person
}

// The shortest text of each sort that is looked for: shorter ones would be found by chance.
const (
	shortestPlace = 5
	shortestPhone = 6
	phoneTail     = 9 // digits at the end of a number that stay the same with +44 and with 0
)

func newGuard(f LetterFacts, mayName []Pupil) guard {
	var g, own guard
	for _, a := range f.Adults {
		if a.ID != f.To.ID {
			g.addWhere(a.Address, a.Postcode, a.Phones, a.Emails)
		}
	}
	for _, p := range f.Pupils {
		g.addWhere(p.Address, p.Postcode, p.Phones, p.Emails)
		g.names = append(g.names, namesOf(p)...)
	}
	own.addWhere(f.To.Address, f.To.Postcode, f.To.Phones, f.To.Emails)
	for _, p := range mayName {
		own.names = append(own.names, namesOf(p)...)
	}
	g = g.without(own)
	if p, young := f.young(); young {
		g.phrases = f.youngGuard(p).phrases
	}
	return g
}

func (g *guard) addWhere(address, postcode string, phones []Phone, emails []Email) {
	for _, place := range append(strings.FieldsFunc(address, func(r rune) bool { return r == '\n' || r == ',' }), address, postcode) {
		if folded := Fold(place); len(folded) >= shortestPlace {
			g.places = append(g.places, folded)
		}
	}
	for _, p := range phones {
		if digits := digitsOf(p.Number); len(digits) >= shortestPhone {
			g.phones = append(g.phones, digits[max(0, len(digits)-phoneTail):])
		}
	}
	for _, e := range emails {
		if strings.Contains(e.Address, "@") {
			g.emails = append(g.emails, strings.ToLower(strings.TrimSpace(e.Address)))
		}
	}
}

// without leaves out what the addressee knows as their own.
func (g guard) without(own guard) guard {
	minus := func(all, known []string) []string {
		return slices.DeleteFunc(all, func(s string) bool { return slices.Contains(known, s) })
	}
	return guard{
		places: minus(g.places, own.places), phones: minus(g.phones, own.phones),
		emails: minus(g.emails, own.emails), names: minus(g.names, own.names),
	}
}

// against says what speaks against the text in this letter, "" nothing.
func (g guard) against(text string) string {
	folded, digits, lower, words := Fold(text), digitsOf(text), strings.ToLower(text), wordsOf(text)
	switch {
	case slices.ContainsFunc(g.places, func(p string) bool { return strings.Contains(folded, p) }):
		return "holds an address of another household"
	case slices.ContainsFunc(g.phones, func(p string) bool { return strings.Contains(digits, p) }):
		return "holds a phone number of another household"
	case slices.ContainsFunc(g.emails, func(e string) bool { return strings.Contains(lower, e) }):
		return "holds an e-mail address of another household"
	case slices.ContainsFunc(g.names, func(n string) bool { return slices.Contains(words, n) }):
		return "names a child they are not linked to"
	case slices.ContainsFunc(g.phrases, func(p string) bool { return saysWords(words, wordsOf(p)) }):
		return "names somebody who is kept out"
	}
	return ""
}

// saysWords reports whether these words stand one behind another in a text.
func saysWords(text, words []string) bool {
	if len(words) == 0 {
		return false
	}
	for i := range len(text) - len(words) + 1 {
		if slices.EqualFunc(text[i:i+len(words)], words, strings.EqualFold) {
			return true
		}
	}
	return false
}

func namesOf(p Pupil) []string {
	var names []string
	for _, name := range []string{p.KnownAs, p.Forename, p.LegalForename} {
		names = append(names, wordsOf(name)...)
	}
	return names
}

// wordsOf are the words of a text as they are written, without the 's behind a name.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
	for i, w := range words {
		w = strings.Trim(w, "'’")
		words[i] = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	}
	return nonEmpty(words...)
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
