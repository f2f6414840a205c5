package intake

import (
	"cmp"
	"slices"
	"strings"

	"kettle/model"
)

// name names the family by its pupils, unless the user has named it, or the file changes nothing that it is
// named by: of two who are as old, or of whom nobody knows, the first of a file is the elder.
func (f *FamilyPlan) name(g *group, held Family) {
	f.Name = familyName(g.members)
	if held.NameByHand || f.State == Same && !slices.ContainsFunc(g.members, (*pupil).renames) {
		f.Name = held.Name
	}
	f.SortKey = model.FoldSearch(f.Name)
	if f.State != New && held.Name != f.Name {
		f.Was = held.Name
		f.State = Changed
	}
}

// renames reports whether the file changes what a family is named by.
func (p *pupil) renames() bool {
	return slices.ContainsFunc([]Field{Surname, Forename, Born}, func(f Field) bool { _, set := p.entry.Set[f]; return set })
}

// surname is one surname of a family, how many pupils have it, and the eldest of them.
type surname struct {
	text   string
	count  int
	eldest string
}

// familyName is the commonest shown surname; at a tie, or with none above half, the two commonest in
// the order of the eldest child (section 5).
func familyName(pupils []*pupil) string {
	const unknown = "9999-99-99"
	var names []surname
	for _, p := range pupils {
		text := cmp.Or(p.value(Surname), p.value(Forename))
		born := cmp.Or(p.value(Born), unknown)
		i := slices.IndexFunc(names, func(n surname) bool { return model.Fold(n.text) == model.Fold(text) })
		if i < 0 {
			names = append(names, surname{text: text, eldest: unknown})
			i = len(names) - 1
		}
		names[i].count++
		names[i].eldest = min(names[i].eldest, born)
	}
	elder := func(a, b surname) int { return strings.Compare(a.eldest, b.eldest) }
	model.InOrder(names, elder)
	model.InOrder(names, func(a, b surname) int { return b.count - a.count })
	if len(names) == 1 || names[0].count*2 > len(pupils) {
		return names[0].text
	}
	two := names[:2]
	model.InOrder(two, elder)
	return two[0].text + " / " + two[1].text
}
