package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// Doubles are the pairs of families, children and adults that are perhaps one, with why: adults of one
// name, or of one forename who are the same to one child, with one more way in common; children with one
// UPN, or one name and date of birth; families who share an adult who would make them one. Nobody is
// proposed on a surname or an e-mail alone, nor those of whom it was said that they are two.
func (s *Store) Doubles(ctx context.Context) (doubles []view.Double, err error) {
	err = s.read(ctx, func(q querier) error {
		apart, err := q.keptApart()
		if err != nil {
			return err
		}
		for _, find := range []func(map[view.Two]bool) ([]view.Two, map[view.Two][]string, error){q.doublePupils, q.doubleAdults, q.doubleFamilies} {
			pairs, why, err := find(apart)
			if err != nil {
				return err
			}
			for _, two := range pairs {
				d, err := q.double(two, why[two])
				if err != nil {
					return err
				}
				doubles = append(doubles, d)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for those who stand here twice: %w", err)
	}
	return doubles, nil
}

func (q querier) keptApart() (map[view.Two]bool, error) {
	rows, err := q.query("SELECT entity, first_id, second_id FROM kept_apart")
	pairs, err := scanAll(rows, err, func(t *view.Two) []any { return []any{&t.Of, &t.Kept, &t.Gone} })
	apart := map[view.Two]bool{}
	for _, two := range pairs {
		apart[two] = true
	}
	return apart, err
}

// double puts a pair into words.
func (q querier) double(two view.Two, why []string) (d view.Double, err error) {
	d = view.Double{Two: two, Why: why}
	for i, id := range []int64{two.Kept, two.Gone} {
		d.Names[i] = q.doubleName(two.Of, id)
		if d.Families[i], err = q.familiesNamed(two.Of, id); err != nil {
			return d, err
		}
	}
	return d, nil
}

// doubleName is the whole name: those who are perhaps one are alike in the rest.
func (q querier) doubleName(of view.Of, id int64) string {
	switch of {
	case view.OfAdults:
		return q.wholeName(id)
	case view.OfPupils:
		pupils, err := q.pupils("id = ?", id)
		if err == nil && len(pupils) == 1 {
			return pupils[0].FullName()
		}
	}
	return q.nameOf("family", id)
}

// familiesNamed are the families of a child or an adult; of a family, its children.
func (q querier) familiesNamed(of view.Of, id int64) (names string, err error) {
	if of == view.OfFamilies {
		err = q.queryRow("SELECT coalesce((SELECT children FROM family_index WHERE family_id = ?), '')", id).Scan(&names)
		return names, err
	}
	err = q.queryRow("SELECT coalesce(group_concat(name, ', '), '') FROM family WHERE deleted_at = '' AND id IN ("+familiesOf[view.Kind(of)]+")", jsonList([]int64{id})).Scan(&names)
	return names, err
}

// alike are the groups of at least two ids with the same key; "" is no key.
func alike[T any](all []T, id func(T) int64, key func(T) string) [][]int64 {
	at := map[string]int{}
	var groups [][]int64
	for _, one := range all {
		k := key(one)
		if k == "" {
			continue
		}
		i, known := at[k]
		if !known {
			i = len(groups)
			at[k], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], id(one))
	}
	return slices.DeleteFunc(groups, func(g []int64) bool { return len(g) < 2 })
}

// largestGroup is how many of one name are held against each other: of more, a name says nothing.
const largestGroup = 20

// pairsIn are all pairs of a group, the smaller id first.
func pairsIn(of view.Of, group []int64, apart map[view.Two]bool) (pairs []view.Two) {
	if len(group) > largestGroup {
		return nil
	}
	for i, a := range group {
		for _, b := range group[i+1:] {
			two := view.Two{Of: of, Kept: min(a, b), Gone: max(a, b)}
			if a != b && !apart[two] && !slices.Contains(pairs, two) {
				pairs = append(pairs, two)
			}
		}
	}
	return pairs
}

func (q querier) doublePupils(apart map[view.Two]bool) ([]view.Two, map[view.Two][]string, error) {
	type child struct {
		id                           int64
		forename, surname, born, upn string
	}
	rows, err := q.query(`SELECT p.id, p.forename, p.surname, p.dob, p.upn FROM pupil p JOIN family f ON f.id = p.family_id
		WHERE p.deleted_at = '' AND f.deleted_at = '' ORDER BY p.id`)
	all, err := scanAll(rows, err, func(c *child) []any { return []any{&c.id, &c.forename, &c.surname, &c.born, &c.upn} })
	if err != nil {
		return nil, nil, err
	}
	id := func(c child) int64 { return c.id }
	why := map[view.Two][]string{}
	var pairs []view.Two
	for _, by := range []struct {
		words string
		key   func(child) string
	}{
		{"the same UPN", func(c child) string { return c.upn }},
		{"the same name and date of birth", func(c child) string {
			if name := model.PupilNameKey(c.forename, c.surname); name != "" && c.born != "" {
				return name + c.born
			}
			return ""
		}},
	} {
		for _, group := range alike(all, id, by.key) {
			for _, two := range pairsIn(view.OfPupils, group, apart) {
				if why[two] == nil {
					pairs = append(pairs, two)
				}
				why[two] = append(why[two], by.words)
			}
		}
	}
	return pairs, why, nil
}

// named is an adult as far as the name goes.
type named struct {
	id                       int64
	title, forename, surname string
}

func (n named) key() string {
	if model.OnlyInitial(n.forename) {
		return ""
	}
	return model.AdultNameKey(n.title, n.forename, n.surname)
}

func (q querier) doubleAdults(apart map[view.Two]bool) ([]view.Two, map[view.Two][]string, error) {
	rows, err := q.query("SELECT id, title, forename, surname FROM adult WHERE deleted_at = '' ORDER BY id")
	all, err := scanAll(rows, err, func(n *named) []any { return []any{&n.id, &n.title, &n.forename, &n.surname} })
	if err != nil {
		return nil, nil, err
	}
	var candidates []view.Two
	var ids []int64
	for _, group := range alike(all, func(n named) int64 { return n.id }, named.key) {
		candidates, ids = append(candidates, pairsIn(view.OfAdults, group, apart)...), append(ids, group...)
	}
	renamed, err := q.renamed(apart)
	if err != nil {
		return nil, nil, err
	}
	reason := map[view.Two]string{}
	for _, two := range renamed {
		candidates, ids = append(candidates, two), append(ids, two.Kept, two.Gone)
		reason[two] = "the same forename and child"
	}
	adults, err := q.adults("id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, nil, err
	}
	by := map[int64]model.Adult{}
	for _, a := range adults {
		by[a.ID] = a
	}
	relations, err := q.relations(ids)
	if err != nil {
		return nil, nil, err
	}
	why := map[view.Two][]string{}
	pairs := slices.DeleteFunc(candidates, func(two view.Two) bool {
		ways := model.SharedWays(by[two.Kept], by[two.Gone], relations[two.Kept], relations[two.Gone])
		if len(ways) > 0 {
			why[two] = append([]string{cmp.Or(reason[two], "the same name")}, ways...)
		}
		return len(ways) == 0
	})
	return pairs, why, nil
}

// relations are what adults are to any child.
func (q querier) relations(adults []int64) (map[int64][]model.Relationship, error) {
	type link struct {
		adult int64
		is    model.Relationship
	}
	rows, err := q.query("SELECT adult_id, relationship FROM pupil_adult WHERE deleted_at = '' AND adult_id IN (SELECT value FROM json_each(?))", jsonList(adults))
	links, err := scanAll(rows, err, func(l *link) []any { return []any{&l.adult, &l.is} })
	of := map[int64][]model.Relationship{}
	for _, l := range links {
		of[l.adult] = append(of[l.adult], l.is)
	}
	return of, err
}

// doubleFamilies are those who share an adult who would make them one, were they taken in now.
func (q querier) doubleFamilies(apart map[view.Two]bool) ([]view.Two, map[view.Two][]string, error) {
	type shared struct {
		adult, family int64
		link          model.Link
	}
	rows, err := q.query(`SELECT l.adult_id, p.family_id, l.relationship, l.parental_responsibility FROM pupil_adult l
		JOIN pupil p ON p.id = l.pupil_id JOIN family f ON f.id = p.family_id JOIN adult a ON a.id = l.adult_id
		WHERE l.deleted_at = '' AND p.deleted_at = '' AND f.deleted_at = '' AND a.deleted_at = '' AND l.court_order = 0 ORDER BY l.adult_id, p.family_id`)
	links, err := scanAll(rows, err, func(s *shared) []any {
		return []any{&s.adult, &s.family, &s.link.Relation, &s.link.ParentalResponsibility}
	})
	if err != nil {
		return nil, nil, err
	}
	families := map[int64][]int64{}
	var adults []int64
	for _, s := range links {
		if !joinsFamilies(s.link) || slices.Contains(families[s.adult], s.family) {
			continue
		}
		if families[s.adult] = append(families[s.adult], s.family); len(families[s.adult]) == 2 {
			adults = append(adults, s.adult)
		}
	}
	why := map[view.Two][]string{}
	var pairs []view.Two
	for _, adult := range adults {
		for _, two := range pairsIn(view.OfFamilies, families[adult], apart) {
			if why[two] == nil {
				pairs = append(pairs, two)
			}
			why[two] = append(why[two], q.wholeName(adult)+" belongs to both")
		}
	}
	return pairs, why, nil
}
