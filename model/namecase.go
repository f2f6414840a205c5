package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// smallParticles stay small inside a surname that was written in capitals: "van der Berg".
var smallParticles = []string{"van", "de", "der", "den", "von", "zu", "da", "del", "la", "du", "dos", "das", "ter", "ten"}

// RecaseSurname writes a surname in capitals as people write it: O'Brien, McAllister, Ní Dhomhnaill,
// Smith-Jones, van der Berg. Any other spelling is left alone.
func RecaseSurname(s string) string {
	if !allCapitals(s) || utf8.RuneCountInString(s) < 2 {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		if i < len(words)-1 && slices.Contains(smallParticles, Fold(w)) {
			words[i] = strings.ToLower(w)
		} else {
			words[i] = capitalised(w)
		}
	}
	return strings.Join(words, " ")
}

// RecaseForename does the same for forenames, but leaves initials such as JJ or AJ.
func RecaseForename(s string) string {
	if !allCapitals(s) {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		if !initials(w) {
			words[i] = capitalised(w)
		}
	}
	return strings.Join(words, " ")
}

func initials(w string) bool {
	letters := Fold(w)
	return len(letters) <= 2 && (!strings.ContainsAny(letters, "aeiouy") || strings.HasSuffix(letters, "j"))
}

func allCapitals(s string) bool {
	upper := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}

// capitalised writes one word with capitals at its beginning, after a hyphen, after the apostrophe of
// O' and D', and after Mc.
func capitalised(w string) string {
	runes := []rune(strings.ToLower(w))
	for i := range runes {
		if startsPart(runes, i) {
			runes[i] = unicode.ToUpper(runes[i])
		}
	}
	return string(runes)
}

func startsPart(runes []rune, i int) bool {
	switch {
	case i == 0, runes[i-1] == '-', runes[i-1] == '.':
		return true
	case isApostrophe(runes[i-1]):
		return i == 2 || i > 2 && runes[i-3] == '-'
	}
	return i >= 2 && len(runes)-i > 1 && runes[i-2] == 'M' && runes[i-1] == 'c' && (i == 2 || runes[i-3] == '-')
}
