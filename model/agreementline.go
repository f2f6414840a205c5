package model

import "strings"

// HeardAgreement is "who does what by when" as it was understood from one line.
type HeardAgreement struct {
	Agreement
	Deed   string   // what is done, without who and when: "opens the library"
	Named  bool     // somebody was named who does it
	Either []string // the names that fit equally well, when more than one does: they are asked about
}

// ReadAgreement reads "who does what by when" as it is typed at the table: somebody by any part of
// their name, "mum", "we", "I" or "both" at the beginning, a date at the end or before them, after
// "by", "from", "on" or nothing (rules.md R57 to R63); after "until" it is the day on which something
// ends, which the text goes on saying. What is not understood stays in the text, word
// for word. Without a person it is the user's own until somebody is named; somebody with a title whom
// nobody knows is thought to be from school.
func ReadAgreement(line string, people AgreementPeople, o DateOptions) HeardAgreement {
	words := strings.Fields(withoutStop(line))
	words, dates := takeDates(words, people, o)
	h := HeardAgreement{Agreement: Agreement{Text: withoutStop(strings.Join(words, " ")), Whose: Mine, From: dates.from, Due: dates.due}}
	h.takeOwner(behindSigns(words), people)
	return h
}

// ParseAgreement is ReadAgreement without how it was understood.
func ParseAgreement(line string, people AgreementPeople, o DateOptions) Agreement {
	return ReadAgreement(line, people, o).Agreement
}

func withoutStop(text string) string { return strings.TrimRight(strings.TrimSpace(text), " .,;") }

// takeOwner says whose it is by who is named at the beginning; the text keeps the name as it was typed.
func (h *HeardAgreement) takeOwner(words []string, people AgreementPeople) {
	h.Deed = withoutStop(strings.Join(words, " "))
	found, n := people.subject(words)
	switch {
	case n == 0 || n >= len(words):
		if name := titledName(words); name != "" {
			h.Who, h.Whose, h.Named = name, OfStaff, true
			h.Deed = deedOf(words[2:])
		}
		return
	case len(found) > 1:
		for _, f := range found {
			h.Either = append(h.Either, f.who)
		}
	default:
		found[0].take(&h.Agreement)
		h.Named = true
	}
	h.Deed = deedOf(words[n:])
}

// signs may stand between when, who and what, and say nothing.
const signs = " :,–-"

// behindSigns are the words behind the signs that a line begins with once its date is taken.
func behindSigns(words []string) []string {
	for len(words) > 0 && strings.Trim(words[0], signs) == "" {
		words = words[1:]
	}
	return words
}

// deedOf is what is done: the words behind the name, without "will", "to" or "is going to".
func deedOf(words []string) string {
	return withoutAuxiliary(withoutStop(strings.TrimLeft(strings.Join(words, " "), signs)))
}

// auxiliaries stand between who and what, the longer ones first.
var auxiliaries = []string{"has agreed to", "have agreed to", "is going to", "are going to", "am going to", "agreed to", "agrees to",
	"promised to", "promises to", "going to", "will", "would", "shall", "to"}

func withoutAuxiliary(text string) string {
	for _, a := range auxiliaries {
		if rest, ok := cutWord(text, a); ok {
			return rest
		}
	}
	return text
}

// titledName is the name of somebody who is not known, at the beginning of a line: "Ms Walsh". They
// are not the user, so it is not the user who promises.
func titledName(words []string) string {
	if len(words) < 3 {
		return ""
	}
	if _, isTitle := titles()[Fold(strings.TrimSuffix(words[0], "."))]; !isTitle {
		return ""
	}
	return words[0] + " " + strings.TrimRight(words[1], ",:")
}
