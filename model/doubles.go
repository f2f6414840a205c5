package model

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// AdultNameKey is what two spellings of one adult's name have in common: surname and forename, or the
// title where there is no forename. "" is a contact without a name (import.md section 5).
func AdultNameKey(title, forename, surname string) string {
	switch {
	case surname == "" && forename == "":
		return ""
	case forename == "":
		return "title " + Fold(title) + "|" + Fold(surname)
	}
	return Fold(forename) + "|" + Fold(surname)
}

// OnlyInitial reports whether a forename is no more than letters that stand alone: "A", "J. R.". That is no name.
func OnlyInitial(forename string) bool {
	parts := strings.FieldsFunc(forename, func(r rune) bool { return r == ' ' || r == '.' })
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(part string) bool { return utf8.RuneCountInString(part) > 1 })
}

// PupilNameKey is what two spellings of one child's name have in common, "" without a whole name.
func PupilNameKey(forename, surname string) string {
	if forename == "" || surname == "" {
		return ""
	}
	return Fold(forename) + "|" + Fold(surname)
}

// SharedWays are the ways in which two adults of one name are both reached, each in words: the address,
// a telephone, an e-mail. Two of one name who share none are not proposed as one, and nobody is on a
// surname or an e-mail alone. A grandparent and one who is none need the same mobile (import.md section 5).
func SharedWays(a, b Adult, relationsA, relationsB []Relationship) []string {
	var ways []string
	if key := AddressKey(a.Address, a.Postcode); key != "" && key == AddressKey(b.Address, b.Postcode) {
		ways = append(ways, "the same address")
	}
	mobile := false
	for _, p := range a.Phones {
		if slices.ContainsFunc(b.Phones, func(o Phone) bool { return digits(o.Number) == digits(p.Number) }) {
			ways = append(ways, p.Number)
			mobile = mobile || strings.HasPrefix(digits(p.Number), "07")
		}
	}
	for _, e := range a.Emails {
		if slices.ContainsFunc(b.Emails, func(o Email) bool { return strings.EqualFold(o.Address, e.Address) }) {
			ways = append(ways, e.Address)
		}
	}
	if otherGeneration(relationsA, relationsB) && !mobile {
		return nil
	}
	return ways
}

func digits(number string) string { return strings.ReplaceAll(number, " ", "") }

func otherGeneration(a, b []Relationship) bool {
	for _, x := range a {
		if slices.ContainsFunc(b, func(y Relationship) bool { return x != "" && y != "" && x.IsGrandparent() != y.IsGrandparent() }) {
			return true
		}
	}
	return false
}
