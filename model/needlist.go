package model

import "strings"

// NeedList is a list of needs in their rank, as it is kept: census codes with a space between
// (rules.md R30).
type NeedList string

// Needs are the needs of the list, the first the one that ranks highest.
func (l NeedList) Needs() []Need {
	var needs []Need
	for _, code := range strings.Fields(string(l)) {
		needs = append(needs, Need(code))
	}
	return needs
}

// NeedListOf is the list of these needs in their order.
func NeedListOf(needs []Need) NeedList {
	codes := make([]string, len(needs))
	for i, n := range needs {
		codes[i] = string(n)
	}
	return NeedList(strings.Join(codes, " "))
}

// Valid reports whether every need of the list is a known one, and none stands there twice.
func (l NeedList) Valid() bool {
	seen := map[Need]bool{}
	for _, n := range l.Needs() {
		if n == "" || !n.Valid() || seen[n] {
			return false
		}
		seen[n] = true
	}
	return true
}
