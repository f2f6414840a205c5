package model

import (
	"slices"
	"strings"
)

// WhomToRing is the adult whom a check-in goes to first, by their links to the children on roll: the
// first parent in contact order who may be approached, else whoever else may be; ok is false for nobody.
// Whoever an order keeps out, or is not in touch, is not proposed.
func WhomToRing(c Circle) (a Adult, ok bool) {
	c.Pupils = slices.DeleteFunc(slices.Clone(c.Pupils), func(p Pupil) bool { return p.Roll != OnRoll })
	for _, a := range slices.Concat(c.Parents(), c.Others()) {
		return a, true
	}
	return Adult{}, false
}

// ReachWords are how an adult likes to be reached, "by phone, before noon"; "" where nobody knows.
func (a Adult) ReachWords() string { return strings.Join(nonEmpty(a.Channel.How(), a.Times), ", ") }
