package model

import (
	"slices"
	"strings"
)

// mostToSay is how many things are offered for a call, and mostNewsToSay how many of them come from the log.
const (
	mostToSay     = 6
	mostNewsToSay = 3
)

// ToSay is something good to say, and where it stands written.
type ToSay struct{ Words, From string }

// ToSay are good things to say to one adult: good news that they have not heard yet, then what each child
// they are linked to is good at and loves, and what they were told last (practices 3 and 4). All of it is
// written down somewhere. What names another grown-up of the family is left out: nothing of one household
// goes to another.
func (n FamilyNews) ToSay(adult int64, today Date) []ToSay {
	pupils := n.PupilsOf(adult)
	if len(pupils) == 0 {
		return nil
	}
	var said []ToSay
	for _, c := range n.Log {
		words := firstSentence(c.Note)
		if c.Kind != GoodNews || c.Removed || words == "" || !concernsOneOf(c, pupils) || c.heardBy(adult) || n.namesAnother(words, adult) {
			continue
		}
		if len(said) < mostNewsToSay && !slices.ContainsFunc(said, func(s ToSay) bool { return s.Words == words }) {
			said = append(said, ToSay{words, c.At.Date().Near(today)})
		}
	}
	for _, p := range pupils {
		if text := oneLine(p.Strengths); text != "" {
			said = append(said, ToSay{p.Called() + " is good at " + text, "card"})
		}
		if text := oneLine(p.Interests); text != "" {
			said = append(said, ToSay{p.Called() + " loves " + text, "card"})
		}
	}
	return append(said[:min(len(said), mostToSay)], n.heardLast(adult, today)...)
}

// heardLast is the last good news that the adult has heard: how it went on is a good question.
func (n FamilyNews) heardLast(adult int64, today Date) []ToSay {
	for _, c := range n.Log {
		if words := firstSentence(c.Note); c.Kind == GoodNews && !c.Removed && words != "" && c.heardBy(adult) {
			return []ToSay{{words, "told " + c.At.Date().Near(today)}}
		}
	}
	return nil
}

// heardBy reports whether the adult was among those of the entry, or was told of it.
func (c Contact) heardBy(adult int64) bool {
	return slices.Contains(c.Adults, adult) || slices.ContainsFunc(c.Told, func(t Told) bool { return t.AdultID == adult && t.On != "" })
}

// namesAnother reports whether a text speaks of another grown-up of the family, by name or as mum or gran:
// what they said or did is theirs.
func (n FamilyNews) namesAnother(text string, adult int64) bool {
	words := FoldSearch(text)
	for w := range strings.FieldsSeq(words) {
		if isGrownUp(w) || isGrownUp(strings.TrimSuffix(w, "s")) {
			return true
		}
	}
	for _, a := range n.Adults {
		for _, name := range nonEmpty(a.Forename, a.KnownAs, a.Formal()) {
			if a.ID != adult && strings.Contains(" "+words+" ", " "+FoldSearch(name)+" ") {
				return true
			}
		}
	}
	return false
}

// isGrownUp reports whether a word is what one calls a grown-up of a family.
func isGrownUp(word string) bool {
	r, _ := RelationshipOf(word)
	return r.IsFamily() && r != Sister && r != Brother && r != Sibling
}
