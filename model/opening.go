package model

import (
	"slices"
	"strings"
)

// mostOpenings is how many good things are offered to begin a meeting with.
const mostOpenings = 8

// longestOpening is the most characters of one that is offered; it can be changed by hand.
const longestOpening = 90

// Openings are good things to begin a meeting with (practices 4 and 42): the last good news about
// these pupils, then what they are good at and love. The log begins with its newest entry.
func Openings(pupils []Pupil, log []Contact) []string {
	var good []string
	for _, c := range log {
		if c.Kind == GoodNews && !c.Removed && concernsOneOf(c, pupils) {
			good = append(good, firstSentence(c.Note))
		}
	}
	for _, p := range pupils {
		for _, text := range []string{p.Strengths, p.Interests} {
			good = append(good, firstSentence(text))
		}
	}
	var offered []string
	for _, text := range nonEmpty(good...) {
		if !slices.Contains(offered, text) && len(offered) < mostOpenings {
			offered = append(offered, text)
		}
	}
	return offered
}

// concernsOneOf reports whether an entry is about one of the pupils; one that names nobody is about
// the family.
func concernsOneOf(c Contact, pupils []Pupil) bool {
	return len(c.Pupils) == 0 || slices.ContainsFunc(pupils, func(p Pupil) bool { return slices.Contains(c.Pupils, p.ID) })
}

// firstSentence is the beginning of a text in one line, without its full stop.
func firstSentence(text string) string {
	line := oneLine(text)
	if at := strings.Index(line, ". "); at > 0 {
		line = line[:at]
	}
	runes := []rune(strings.TrimRight(line, ". "))
	return strings.TrimSpace(string(runes[:min(len(runes), longestOpening)]))
}
