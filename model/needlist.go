package model

import (
	"slices"
	"strings"
)

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

// Needs are all needs of a pupil in their rank, the primary one first, each once.
func (p Pupil) Needs() []Need {
	var needs []Need
	for _, n := range append([]Need{p.PrimaryNeed}, p.FurtherNeeds.Needs()...) {
		if n != "" && !slices.Contains(needs, n) {
			needs = append(needs, n)
		}
	}
	return needs
}

// RankNeeds keeps the needs as one ranked list: none stands there twice, and the first is the primary
// one, also where only further ones were noted.
func (p *Pupil) RankNeeds() {
	needs := p.Needs()
	p.PrimaryNeed, p.FurtherNeeds = "", ""
	if len(needs) > 0 {
		p.PrimaryNeed, p.FurtherNeeds = needs[0], NeedListOf(needs[1:])
	}
}

// NeedWords are the needs of a pupil in one line: "SLCN, then SEMH and HI", "" for none.
func (p Pupil) NeedWords() string {
	var codes []string
	for _, n := range p.Needs() {
		codes = append(codes, string(n))
	}
	if len(codes) < 2 {
		return listOf(codes)
	}
	return codes[0] + ", then " + listOf(codes[1:])
}

// Words are what the codes of a list stand for, apart by semicolons: some hold commas themselves.
func (l NeedList) Words() string {
	var words []string
	for _, n := range l.Needs() {
		words = append(words, firstText(n.Words(), string(n)))
	}
	return strings.Join(words, "; ")
}
