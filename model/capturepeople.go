package model

import (
	"slices"
	"strings"
)

// pick names the people of the one family that fits.
func (x *CaptureIndex) pick(terms []whoTerm, f whoFit, r *whoReading) {
	surnames := f.surnames()
	for n, t := range terms {
		switch t.kind {
		case whoName, whoTitled:
			x.pickPerson(terms, n, f, surnames, r)
			if a, named := r.by[t.first-1]; named && n > 0 && terms[n-1].last == t.first-1 {
				r.by[t.last] = a // "Joan Ellis rang"
			}
		case whoRelation, whoBoth:
			people := x.relatives(t, f, x.children(terms, f))
			for _, a := range people {
				r.adults = addOnce(r.adults, a)
			}
			if len(people) > 0 {
				r.by[t.last] = people[0]
			}
		}
	}
}

func addOnce(all []int32, one int32) []int32 {
	if slices.Contains(all, one) {
		return all
	}
	return append(all, one)
}

// surnames are the folded surnames that were said of this family.
func (f whoFit) surnames() []string {
	var said []string
	for _, found := range f.picks {
		for _, n := range found {
			if !n.forename {
				said = append(said, n.name)
			}
		}
	}
	return said
}

// pickPerson takes the pupil or adult that a name means; several who fit equally well are pointed at.
func (x *CaptureIndex) pickPerson(terms []whoTerm, at int, f whoFit, surnames []string, r *whoReading) {
	t := terms[at]
	pupils, adults := x.persons(terms, at, f, surnames)
	switch {
	case len(pupils) == 1:
		r.pupils = addOnce(r.pupils, pupils[0])
	case len(pupils) > 1:
		r.hints = append(r.hints, t.said+": "+x.eitherPupil(pupils)+"?")
	case len(adults) == 1:
		r.adults = addOnce(r.adults, adults[0])
		r.by[t.last] = adults[0]
	case len(adults) > 1:
		r.hints = append(r.hints, t.said+": "+x.eitherAdult(adults)+"?")
	}
}

// persons are those whom a name means, pupils before adults, the better fit first.
func (x *CaptureIndex) persons(terms []whoTerm, at int, f whoFit, surnames []string) (pupils, adults []int32) {
	t, found := terms[at], f.picks[at]
	if t.kind == whoName {
		if !forenamesFirst(found) {
			return nil, nil
		}
		found = slices.DeleteFunc(slices.Clone(found), func(n nameFit) bool { return !n.forename })
	}
	if called := x.withSurname(found, surnames); len(called) > 0 {
		found = called
	}
	if at+1 < len(terms) && terms[at+1].kind == whoClass {
		found = slices.DeleteFunc(slices.Clone(found), func(n nameFit) bool {
			return n.pupil == nobody || Fold(x.pupils[n.pupil].Class) != terms[at+1].said
		})
	}
	least := leastCost(found)
	for _, n := range found {
		switch {
		case n.cost() > least:
		case n.pupil != nobody:
			pupils = addOnce(pupils, n.pupil)
		default:
			adults = addOnce(adults, n.adult)
		}
	}
	return pupils, adults
}

func leastCost(found []nameFit) int {
	least := 1 << 20
	for _, n := range found {
		least = min(least, n.cost())
	}
	return least
}

// forenamesFirst reports whether a name is a forename rather than the surname of the family.
func forenamesFirst(found []nameFit) bool {
	least := leastCost(found)
	return !slices.ContainsFunc(found, func(n nameFit) bool { return n.cost() == least && !n.forename })
}

// withSurname are the persons among those found who have a surname that was said.
func (x *CaptureIndex) withSurname(found []nameFit, surnames []string) []nameFit {
	var called []nameFit
	for _, n := range found {
		surname := ""
		switch {
		case n.pupil != nobody:
			surname = x.pupils[n.pupil].Surname
		case n.adult != nobody:
			surname = x.adults[n.adult].Surname
		}
		if slices.Contains(surnames, Fold(surname)) {
			called = append(called, n)
		}
	}
	return called
}

// pickCommon names the adult who is the same in all families that fit: a social worker, a foster mother.
func (x *CaptureIndex) pickCommon(terms []whoTerm, fits []whoFit, r *whoReading) {
	first := whoReading{bad: -1, by: map[int]int32{}}
	x.pick(terms, fits[0], &first)
	for _, f := range fits[1:] {
		if len(first.adults) == 0 {
			break
		}
		other := whoReading{bad: -1, by: map[int]int32{}}
		x.pick(terms, f, &other)
		first.adults = slices.DeleteFunc(first.adults, func(a int32) bool { return !slices.Contains(other.adults, a) })
	}
	r.adults = first.adults
	for last, a := range first.by {
		if slices.Contains(r.adults, a) {
			r.by[last] = a
		}
	}
}

// readAs says which name was meant where a letter of it was wrong.
func (x *CaptureIndex) readAs(terms []whoTerm, f whoFit) []string {
	var hints []string
	for n := range terms {
		if n >= len(f.picks) || len(f.picks[n]) == 0 || f.picks[n][0].fit != fitsNearly {
			continue
		}
		hints = append(hints, "read as "+x.nameOf(f.picks[n][0]))
	}
	return hints
}

// nameOf is a name as it is written in the caseload.
func (x *CaptureIndex) nameOf(n nameFit) string {
	switch {
	case n.forename && n.pupil != nobody:
		return x.pupils[n.pupil].FullName()
	case n.forename:
		return x.adults[n.adult].FullName()
	case n.adult != nobody:
		return x.adults[n.adult].Surname
	case n.pupil != nobody:
		return x.pupils[n.pupil].Surname
	}
	return x.families[n.family].Name
}

func (x *CaptureIndex) eitherPupil(pupils []int32) string {
	names := make([]string, len(pupils))
	for i, p := range pupils {
		names[i] = x.pupils[p].FullName()
	}
	return strings.Join(names, " or ")
}

func (x *CaptureIndex) eitherAdult(adults []int32) string {
	names := make([]string, len(adults))
	for i, a := range adults {
		names[i] = x.adults[a].FullName()
	}
	return strings.Join(names, " or ")
}
