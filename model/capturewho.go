package model

import (
	"cmp"
	"slices"
	"strings"
)

// whoTerm is one word, or a few, of a head that say who.
type whoTerm struct {
	kind     whoKind
	said     string // folded
	title    string // folded, of a titled name
	owner    bool   // "Niamh's"
	first    int    // its first word in the line
	last     int
	relation saidRelation
	fits     map[int32][]nameFit // by family
}

type whoKind int

const (
	whoName     whoKind = iota
	whoTitled           // "Ms Bright"
	whoClass            // "6K"
	whoRelation         // "mum"
	whoBoth             // both parents
)

// whoReading is what the terms of a head come to.
type whoReading struct {
	homes  []int32 // the families that fit
	adults []int32
	pupils []int32
	by     map[int]int32 // the adult that a term names, by the place of its last word
	hints  []string
	bad    int // the first word of a term that fits nobody, -1 none
}

// whoFit is how the terms fit one family.
type whoFit struct {
	home    int32
	cost    int // how badly
	persons int // how many terms are forenames or titled names
	picks   [][]nameFit
}

// matchesOf are the names that a term fits, by family.
func (x *CaptureIndex) matchesOf(t whoTerm) map[int32][]nameFit {
	found := x.namesOf(t)
	byFamily := map[int32][]nameFit{}
	for _, f := range found {
		byFamily[f.family] = append(byFamily[f.family], f)
	}
	return byFamily
}

func (x *CaptureIndex) namesOf(t whoTerm) []nameFit {
	found := x.titled(t, x.fits(t.said))
	if plural, ok := strings.CutSuffix(t.said, "s"); ok && len(found) == 0 {
		found = x.titled(t, x.fits(plural))
		found = slices.DeleteFunc(found, func(f nameFit) bool { return f.fit != fitsExactly })
	}
	if len(found) == 0 {
		found = x.titled(t, x.nearly(t.said))
	}
	return found
}

// titled keeps of the fits of a titled name the adults of that title.
func (x *CaptureIndex) titled(t whoTerm, found []nameFit) []nameFit {
	if t.kind != whoTitled {
		return found
	}
	var kept []nameFit
	for _, f := range found {
		if f.adult == nobody {
			continue
		}
		f.weak = false
		switch x.adults[f.adult].Title {
		case titles()[t.title]:
		case "":
			f.weak = true
		default:
			continue
		}
		kept = append(kept, f)
	}
	return kept
}

// who says what the terms come to: the families that all of them fit, and the people they name. home is
// the family to prefer, nobody when there is none.
func (x *CaptureIndex) who(terms []whoTerm, home int32) whoReading {
	r := whoReading{bad: -1, by: map[int]int32{}}
	fits, bad := x.fitting(terms, home)
	if bad >= 0 {
		r.bad = terms[bad].first
		return r
	}
	if fits == nil && len(terms) > 0 && home != nobody {
		fits = []whoFit{{home: home}}
	}
	fits = best(fits, home)
	if len(fits) == 0 {
		if len(terms) > 0 {
			r.bad = terms[0].first
		}
		return r
	}
	if bad := x.related(terms, &fits); bad >= 0 {
		r.bad = terms[bad].first
		return r
	}
	for _, f := range fits {
		r.homes = append(r.homes, f.home)
	}
	x.sortHomes(r.homes)
	if len(fits) == 1 {
		x.pick(terms, fits[0], &r)
		r.hints = append(x.readAs(terms, fits[0]), r.hints...)
	} else {
		x.pickCommon(terms, fits, &r)
	}
	return r
}

// fitting are the families that all names fit; nil without a name. bad is the first term that fits
// none of those that the terms before it fit.
func (x *CaptureIndex) fitting(terms []whoTerm, prefer int32) (fits []whoFit, bad int) {
	named := false
	for n, t := range terms {
		switch t.kind {
		case whoClass:
			if fits = slices.DeleteFunc(fits, func(f whoFit) bool { return !x.inClass(f, t.said) }); len(fits) == 0 {
				return nil, n
			}
			for i := range fits {
				fits[i].picks = append(fits[i].picks, nil)
			}
			continue
		case whoRelation, whoBoth:
			for i := range fits {
				fits[i].picks = append(fits[i].picks, nil)
			}
			continue
		}
		var next []whoFit
		if !named {
			for home, found := range t.fits {
				next = append(next, whoFit{home: home, picks: make([][]nameFit, n)}.with(found))
			}
		}
		for _, f := range fits {
			if found := t.fits[f.home]; named && len(found) > 0 {
				next = append(next, f.with(found))
			}
		}
		if named = true; len(next) == 0 {
			return nil, n
		}
		fits = next
	}
	among := slices.ContainsFunc(fits, func(f whoFit) bool { return f.home == prefer })
	if t := uniqueNearly(terms); t >= 0 && !among && len(fits) != 1 {
		return nil, t
	}
	return fits, -1
}

// uniqueNearly is the place of a term that fits only with a letter wrong, -1 without one.
func uniqueNearly(terms []whoTerm) int {
	return slices.IndexFunc(terms, func(t whoTerm) bool {
		for _, found := range t.fits {
			return found[0].fit == fitsNearly
		}
		return false
	})
}

func (f whoFit) with(found []nameFit) whoFit {
	bestCost, person := 1<<20, false
	for _, n := range found {
		if c := n.cost(); c < bestCost {
			bestCost, person = c, n.person()
		} else if c == bestCost {
			person = person || n.person()
		}
	}
	f.cost += bestCost
	if person {
		f.persons++
	}
	f.picks = append(slices.Clone(f.picks), found)
	return f
}

func (n nameFit) person() bool { return n.forename }

func (n nameFit) cost() int {
	if n.weak {
		return 2*n.fit + 1
	}
	return 2 * n.fit
}

// best are the families that fit best: the one of the page before all others, exact before beginning
// before one letter wrong, and a person before families of that name.
func best(fits []whoFit, home int32) []whoFit {
	if i := slices.IndexFunc(fits, func(f whoFit) bool { return f.home == home }); i >= 0 {
		return fits[i : i+1]
	}
	if len(fits) == 0 {
		return nil
	}
	least := slices.MinFunc(fits, func(a, b whoFit) int { return cmp.Compare(a.cost, b.cost) }).cost
	fits = slices.DeleteFunc(fits, func(f whoFit) bool { return f.cost > least })
	most := slices.MaxFunc(fits, func(a, b whoFit) int { return cmp.Compare(a.persons, b.persons) }).persons
	var persons []whoFit
	for _, f := range fits {
		if f.persons == most {
			persons = append(persons, f)
		}
	}
	if len(persons) == 1 {
		return persons
	}
	return fits
}

// inClass reports whether a pupil of the family, of those just named, is in that class.
func (x *CaptureIndex) inClass(f whoFit, class string) bool {
	return len(f.picks) > 0 && slices.ContainsFunc(x.families[f.home].pupils, func(p int32) bool {
		return Fold(x.pupils[p].Class) == class && (!anyPupil(f.picks[len(f.picks)-1]) || namesPupil(f.picks[len(f.picks)-1], p))
	})
}

func anyPupil(found []nameFit) bool {
	return slices.ContainsFunc(found, func(n nameFit) bool { return n.forename && n.pupil != nobody })
}

func namesPupil(found []nameFit, pupil int32) bool {
	return slices.ContainsFunc(found, func(n nameFit) bool { return n.forename && n.pupil == pupil })
}

// sortHomes brings those dealt with last first, then by name.
func (x *CaptureIndex) sortHomes(homes []int32) {
	InOrder(homes, func(a, b int32) int { return cmp.Compare(x.families[a].rank, x.families[b].rank) })
}
