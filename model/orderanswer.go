package model

import "strings"

// The two answers to a court order that was read. A person may add words of their own behind them.
const (
	OrderAllows  = "the order allows this"
	OrderForbids = "the order does not allow this"
)

// Valid reports whether somebody stands for the answer, and it begins as one of the two.
func (a OrderAnswer) Valid() bool {
	return strings.TrimSpace(a.CheckedBy) != "" &&
		(strings.HasPrefix(a.Answer, OrderAllows) || strings.HasPrefix(a.Answer, OrderForbids))
}

// Opens reports whether the answer opens the wall for its one meeting or letter: somebody read the
// order, and it allows this.
func (a OrderAnswer) Opens() bool { return a.Valid() && strings.HasPrefix(a.Answer, OrderAllows) }

// WallStands reports whether a walled link keeps its adult out, given the answers of one meeting or
// one letter. The last answer about a link counts.
func WallStands(l Link, answers []OrderAnswer) bool {
	opened := false
	for _, a := range answers {
		if a.LinkID == l.ID {
			opened = a.Opens()
		}
	}
	return l.Walled() && !l.Removed && !opened
}
