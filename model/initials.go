package model

import (
	"slices"
	"strings"
	"unicode"
)

// Initials stand for somebody where a name should not be read: "C.O." for Chidi Okafor, "A.O." for Ann
// O'Brien, "A.B." for Ann van der Berg, "C." where there is only one word. A name in signs of which one
// may be all of it, as in Chinese, has none: "" (trust.md: calendars leave with initials only).
func Initials(forename, surname string) string { return initialOf(forename) + initialOf(surname) }

// initialOf is the first letter of a name behind its small particles.
func initialOf(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && slices.Contains(smallParticles, Fold(words[0])) {
		words = words[1:]
	}
	for _, r := range strings.Join(words, "") {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			return ""
		case unicode.IsLetter(r):
			return string(unicode.ToUpper(r)) + "."
		}
	}
	return ""
}

// mostInitials is how many children are named by their initials in one line.
const mostInitials = 3

// childrenInitials are the initials of some children of a family: "C.O., A.O."; without children, or of
// many, those of the family.
func childrenInitials(pupils []Pupil, family string) string {
	var all []string
	for _, p := range pupils {
		if letters := Initials(firstText(p.Forename, p.KnownAs), p.Surname); letters != "" && !slices.Contains(all, letters) {
			all = append(all, letters)
		}
	}
	if len(all) == 0 || len(all) > mostInitials {
		return Initials("", family)
	}
	return strings.Join(all, ", ")
}
