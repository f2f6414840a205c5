package intake

import (
	"slices"

	"kettle/model"
)

// Person is an adult of one caseload on the way to being recognised in another.
type Person struct {
	Values Values // Title, Forename, Surname, Address, Postcode
	Phones []model.Phone
	Emails []string
	Of     map[string]model.Relationship // what they are, by child
}

// Named reports whether the adult has a name: one without is never taken for anybody else.
func (p Person) Named() bool { return adultKey(p.Values) != "" }

// NameKey is the folded name by which two may be one.
func (p Person) NameKey() string { return adultKey(p.Values) }

// As is the person with what they are, by child.
func (p Person) As(of map[string]model.Relationship) Person {
	p.Of = of
	return p
}

// SameAdult reports whether two are one: the same name, and the same to one child or reached in one way. An
// initial is not a name, and a grandparent and one who is none need the same mobile (import.md section 5).
func SameAdult(a, b Person) bool {
	if !a.Named() || a.NameKey() != b.NameKey() {
		return false
	}
	sameTo, otherTo := false, false
	for child, relation := range a.Of {
		if other, both := b.Of[child]; both {
			agrees := agree(string(relation), string(other))
			sameTo, otherTo = sameTo || agrees, otherTo || !agrees
		}
	}
	if sameTo || otherTo || onlyInitial(a.Values) {
		return sameTo
	}
	mobileOnly := otherGeneration(a.Of, b.Of)
	known := evidence(b.Values, b.Phones, b.Emails)
	return slices.ContainsFunc(evidence(a.Values, a.Phones, a.Emails), func(piece string) bool {
		return (!mobileOnly || isMobile(piece)) && slices.Contains(known, piece)
	})
}

// otherGeneration reports whether one is a grandparent and the other is not.
func otherGeneration(a, b map[string]model.Relationship) bool {
	for _, r := range a {
		for _, other := range b {
			if r != "" && other != "" && r.IsGrandparent() != other.IsGrandparent() {
				return true
			}
		}
	}
	return false
}
