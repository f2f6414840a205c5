package model

import (
	"slices"
	"strings"
)

// AgreementPeople are those whom an agreement can name: the people of a meeting, and the adults,
// children and staff around it. Those who are here come before others of the same name.
type AgreementPeople struct {
	Here   []MeetingPerson
	Pupils []Pupil
	Adults []Adult
	Links  []Link
	Staff  []Staff
}

// How those are named who promise together.
const (
	PromisedByUs   = "we"           // school and family; the user sees to it
	PromisedByBoth = "both parents" // each of them
)

// owner is somebody who may promise, with all the ways in which they are named.
type owner struct {
	who      string
	whose    Whose
	adult    int64
	staff    int64
	here     bool
	names    []string
	relation []Relationship
}

func (o owner) take(a *Agreement) {
	a.Who, a.Whose, a.AdultID, a.StaffID = o.who, o.whose, o.adult, o.staff
}

// spokenFor are the words for the user, for all of us and for both parents, as they are searched for.
func spokenFor() map[string]owner {
	return map[string]owner{
		"i": {whose: Mine}, "me": {whose: Mine}, "you": {whose: Mine},
		"we": {who: PromisedByUs, whose: Mine}, "we all": {who: PromisedByUs, whose: Mine},
		"all of us": {who: PromisedByUs, whose: Mine}, "everyone": {who: PromisedByUs, whose: Mine},
		"both": {who: PromisedByBoth, whose: OfFamily}, "both parents": {who: PromisedByBoth, whose: OfFamily},
		"they both": {who: PromisedByBoth, whose: OfFamily}, "the parents": {who: PromisedByBoth, whose: OfFamily},
		"you both": {who: PromisedByBoth, whose: OfFamily}, "mum and dad": {who: PromisedByBoth, whose: OfFamily},
	}
}

// Owner gives an agreement to somebody who is named; a name that nobody has is a colleague's, none
// the user's.
func (p AgreementPeople) Owner(a *Agreement, name string) {
	words := strings.Fields(name)
	found, n := p.subject(words)
	switch {
	case len(found) == 1 && n == len(words):
		found[0].take(a)
	case len(words) == 0:
		owner{whose: Mine}.take(a)
	default:
		owner{who: name, whose: OfStaff}.take(a)
	}
}

// subject finds who is named by the first words, and by how many of them; several where a name is
// not enough to tell.
func (p AgreementPeople) subject(words []string) (found []owner, n int) {
	all := p.owners()
	found, n = subjectOf(all, words)
	if len(found) != 1 || n+1 >= len(words) || !slices.Contains([]string{"and", "&"}, strings.ToLower(words[n])) {
		return found, n
	}
	second, m := subjectOf(all, words[n+1:])
	if len(second) != 1 {
		return found, n
	}
	return []owner{p.together(found[0], second[0])}, n + 1 + m
}

// together are two who promise the same: both parents, or two by name, who are none of them alone.
func (p AgreementPeople) together(a, b owner) owner {
	if p.isParent(a.adult) && p.isParent(b.adult) {
		return owner{who: PromisedByBoth, whose: OfFamily}
	}
	if a.whose != b.whose {
		return owner{who: PromisedByUs, whose: Mine}
	}
	return owner{who: firstText(a.who, "I") + " and " + firstText(b.who, "I"), whose: a.whose}
}

func (p AgreementPeople) isParent(adult int64) bool {
	return adult != 0 && slices.ContainsFunc(p.Links, func(l Link) bool { return l.AdultID == adult && l.IsParent() })
}

// mostNameWords is how many words a name at the beginning may have.
const mostNameWords = 5

// subjectOf takes the longest name that the words begin with.
func subjectOf(all []owner, words []string) (found []owner, n int) {
	for n := min(mostNameWords, len(words)); n > 0; n-- {
		said := namedBy(words[:n])
		if one, spoken := spokenFor()[FoldSearch(said)]; spoken {
			return []owner{one}, n
		}
		if found = nearest(all, said); len(found) > 0 {
			return found, n
		}
	}
	return nil, 0
}

// namedBy is a name without what hangs on to it: "Mr Shah:", "mum'll".
func namedBy(words []string) string {
	name := strings.TrimRight(strings.Join(words, " "), ",:–-")
	for _, will := range []string{"'ll", "’ll"} {
		name = strings.TrimSuffix(name, will)
	}
	return name
}

// nearest are the owners of a name; where several have it, those who are here.
func nearest(all []owner, name string) []owner {
	key := FoldSearch(name)
	relation, related := relationSaid(key)
	found := keepOwners(all, func(o owner) bool {
		return key != "" && slices.Contains(o.names, key) || related && slices.Contains(o.relation, relation)
	})
	if here := keepOwners(found, func(o owner) bool { return o.here }); len(here) > 0 {
		return here
	}
	return found
}

// relationSaid is the relationship that somebody is called by: "mum", "his gran", "chidis dad".
func relationSaid(key string) (Relationship, bool) {
	if r, ok := RelationshipName(key); ok {
		return r, true
	}
	_, last, _ := strings.Cut(key, " ")
	return RelationshipName(last)
}

func keepOwners(all []owner, fits func(owner) bool) []owner {
	var kept []owner
	for _, o := range all {
		if fits(o) {
			kept = append(kept, o)
		}
	}
	return kept
}

// owners are all who can be named, each once.
func (p AgreementPeople) owners() []owner {
	var all []owner
	for _, s := range p.Staff {
		o := owner{who: s.Name, whose: OfStaff, staff: s.ID, names: folded(nameParts(s.Name))}
		o.here = p.isHere(func(m MeetingPerson) bool { return m.StaffID == s.ID })
		if s.Me {
			o.whose = Mine
		}
		all = append(all, o)
	}
	for _, a := range p.Adults {
		o := owner{who: a.Formal(), whose: OfFamily, adult: a.ID, relation: p.relationsOf(a.ID),
			names: folded(append(nameParts(a.Formal()), a.FullName(), a.Title+" "+a.Surname, a.Forename+" "+a.Surname, a.KnownAs+" "+a.Surname, a.Forename, a.KnownAs, a.Surname))}
		o.here = p.isHere(func(m MeetingPerson) bool { return m.AdultID == a.ID })
		all = append(all, o)
	}
	for _, c := range p.Pupils {
		all = append(all, owner{who: c.Called(), whose: OfFamily, here: true, names: folded([]string{c.Called(), c.Forename, c.KnownAs})})
	}
	return append(all, p.others()...)
}

// others are those of the meeting who are known by their name only.
func (p AgreementPeople) others() []owner {
	var all []owner
	for _, m := range p.Here {
		if m.AdultID != 0 || m.StaffID != 0 || m.PupilID != 0 || m.Name == "" {
			continue
		}
		whose := OfStaff
		if m.Side == FamilySide || m.Side == Companion {
			whose = OfFamily
		}
		all = append(all, owner{who: m.Name, whose: whose, here: true, names: folded(nameParts(m.Name))})
	}
	return all
}

// MayName reports whether an adult is offered to be named: not one behind the wall, unless they are
// among the people of the meeting.
func (p AgreementPeople) MayName(adult int64) bool {
	return p.isHere(func(m MeetingPerson) bool { return m.AdultID == adult }) ||
		!slices.ContainsFunc(p.Links, func(l Link) bool { return l.AdultID == adult && l.Walled() })
}

func (p AgreementPeople) isHere(is func(MeetingPerson) bool) bool {
	return slices.ContainsFunc(p.Here, is)
}

func (p AgreementPeople) relationsOf(adult int64) (all []Relationship) {
	for _, l := range p.Links {
		if l.AdultID == adult {
			all = append(all, l.Relation)
		}
	}
	return all
}

// nameParts are the ways in which a whole name is shortened: "Dr Hana Weller" is "Hana Weller",
// "Dr Weller", "Hana" and "Weller", too.
func nameParts(name string) []string {
	words := strings.Fields(name)
	parts := []string{name}
	if len(words) < 2 {
		return parts
	}
	if _, titled := titles()[Fold(strings.TrimSuffix(words[0], "."))]; titled {
		last := words[len(words)-1]
		parts, words = append(parts, words[0]+" "+last, strings.Join(words[1:], " ")), words[1:]
	}
	return append(parts, words...)
}

func folded(names []string) []string {
	var keys []string
	for _, n := range names {
		if key := FoldSearch(n); key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}
