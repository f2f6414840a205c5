package model

import "strings"

// ToKnow is what to think of with an adult before a meeting, in a few words each: the name behind a
// form of address, language, interpreter, what they need to take part, and when they are best reached.
// Needs are those for this meeting, "" as they are known.
func (a Adult) ToKnow(needs string) []string {
	var known []string
	if a.AddressAs != "" && Fold(a.AddressAs) != Fold(a.FullName()) {
		known = append(known, nonEmpty(strings.Join(nonEmpty(a.Forename, a.Surname), " "))...)
	}
	if a.Language != "" && !strings.EqualFold(a.Language, "English") {
		known = append(known, "speaks "+a.Language)
	}
	if a.Interpreter == Yes {
		known = append(known, "needs an interpreter")
	}
	known = append(known, nonEmpty(firstText(strings.TrimSpace(needs), a.Access))...)
	if a.LargePrint == Yes {
		known = append(known, "large print")
	}
	return append(known, nonEmpty(a.Times)...)
}

// readsOther reports whether the adult's languages are known, and English is none of them.
func (a Adult) readsOther() bool {
	return a.Language != "" && !strings.Contains(Fold(a.Language), "english")
}
