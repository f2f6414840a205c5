package intake

import (
	"slices"
	"strings"

	"kettle/model"
)

// sameOfficeID finds an adult by the office's own number. Numbers of another system may be the same by
// chance, and one of a whole household names several, so the name must fit, and one of the whole name comes
// first; one without a name is this pupil's only.
func (m *matcher) sameOfficeID(c comer) *adult {
	if c.Values[OfficeID] == "" {
		return nil
	}
	for _, fits := range []func(*adult, comer) bool{sameName, m.otherwiseNamed} {
		for _, a := range m.byID[c.Values[OfficeID]] {
			if a.into == nil && fits(a, c) && (c.named && len(a.keys) > 0 || a.links[c.pupil] != nil) {
				return a
			}
		}
	}
	return nil
}

// names are the name of the adult and of those joined to the adult by hand.
func (a *adult) names() []Values {
	if a.held == nil {
		return []Values{a.known()}
	}
	return append([]Values{a.known()}, a.held.Also...)
}

// sameName reports whether the adult has the contact's name.
func sameName(a *adult, c comer) bool {
	return c.named && slices.ContainsFunc(a.names(), func(v Values) bool { return adultKey(v) == c.key })
}

// otherwiseNamed reports whether a contact of another name may be the adult: the name is alike, or the office
// has put it right. What is somebody else to one pupil in this file is two.
func (m *matcher) otherwiseNamed(a *adult, c comer) bool {
	l := a.links[c.pupil]
	if l != nil && l.row > 0 && !agree(string(l.relationship()), c.Values[Relation]) {
		return false
	}
	return m.putRight(a, c) || slices.ContainsFunc(a.names(), func(v Values) bool { return alike(v, c.Values) })
}

// putRight reports whether the file gives another forename for the one of this surname whom the caseload has
// in the same place, and does not name that one any more.
func (m *matcher) putRight(a *adult, c comer) bool {
	l := a.links[c.pupil]
	if l == nil || l.row > 0 || !agree(string(l.relationship()), c.Values[Relation]) || model.Fold(a.known()[Surname]) != model.Fold(c.Values[Surname]) {
		return false
	}
	for key := range a.keys {
		if m.relations[relation{c.pupil, key, string(l.relationship())}] {
			return false
		}
	}
	return true
}

// alike reports whether two names may be one person's: one forename, perhaps cut short, as the surname may
// have changed; where one has no forename, surname and title.
func alike(a, b Values) bool {
	one, other := model.Fold(a[Forename]), model.Fold(b[Forename])
	if one == "" || other == "" {
		return agree(model.Fold(a[Surname]), model.Fold(b[Surname])) && agree(model.Fold(a[Title]), model.Fold(b[Title]))
	}
	return strings.HasPrefix(one, other) || strings.HasPrefix(other, one)
}

// otherID reports whether this file gives the adult another number of the office.
func (a *adult) otherID(v Values) bool { return !agree(a.officeID, v[OfficeID]) }
