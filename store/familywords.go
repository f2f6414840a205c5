package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"kettle/model"
)

// onRoll are the pupils at the school, the eldest first.
func (f *familyFacts) onRoll() []model.Pupil {
	var here []model.Pupil
	for _, p := range f.pupils {
		if p.Roll == model.OnRoll {
			here = append(here, p)
		}
	}
	return here
}

// children are the pupils in words; those who left stand behind, one who died is on no list.
func (f *familyFacts) children() string {
	var cards []string
	for _, p := range f.onRoll() {
		cards = append(cards, p.Card())
	}
	for _, p := range f.pupils {
		if p.Roll == model.Left {
			cards = append(cards, p.Called()+" (left)")
		}
	}
	return strings.Join(cards, " · ")
}

// people are the adults in words: parents first, then in the order in which the school contacts them.
func (f *familyFacts) people() string {
	adults := slices.Clone(f.adults)
	model.InOrder(adults, func(a, b familyAdult) int {
		if a.parent != b.parent {
			return cmp.Compare(rank(a.parent), rank(b.parent))
		}
		return cmp.Or(cmp.Compare(a.priority, b.priority), cmp.Compare(a.ID, b.ID))
	})
	var names []string
	for _, a := range adults {
		if a.InTouch != model.AdultDied {
			names = append(names, a.FullName())
		}
	}
	return strings.Join(names, ", ")
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

// sortKey orders names as people look for them, whatever their accents and capitals.
func (f *familyFacts) sortKey() string { return model.FoldSearch(f.name) }

// classKey orders by year group, then class, of the eldest child on roll.
func (f *familyFacts) classKey() string {
	here := f.onRoll()
	if len(here) == 0 {
		return "99"
	}
	year := slices.Index(model.YearGroups, here[0].Year)
	return fmt.Sprintf("%02d %s", year, model.FoldSearch(here[0].Class))
}

// search is everything that the filter of the list finds a family by, folded.
func (f *familyFacts) search() string {
	texts := []string{f.name}
	for _, p := range f.pupils {
		texts = append(texts, p.Forename, p.KnownAs, p.Surname, p.LegalForename, p.LegalSurname,
			p.Class, p.Language, p.Postcode, closedUp(p.Postcode))
		if p.Year != "" { // "not known" is no word to find a family by
			texts = append(texts, p.Year.Short(), p.Year.Words())
		}
	}
	for _, a := range f.adults {
		texts = append(texts, a.Title, a.Forename, a.KnownAs, a.Surname, a.AddressAs, a.Language, a.Postcode, closedUp(a.Postcode))
	}
	for _, number := range f.phones {
		texts = append(texts, digits(number))
	}
	return joinFolded(texts)
}

// joinFolded folds texts and joins them, each different one once.
func joinFolded(texts []string) string {
	seen := map[string]bool{"": true}
	var parts []string
	for _, t := range texts {
		if t = model.FoldSearch(t); !seen[t] {
			seen[t] = true
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, " ")
}

func closedUp(postcode string) string { return strings.ReplaceAll(postcode, " ", "") }

func digits(number string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, number)
}
