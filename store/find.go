package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// How many of a kind are found at most, and among how many families people are looked for.
const (
	mostFoundFamilies = 5
	mostFoundPeople   = 5
	mostFoundMeetings = 4
	peopleAmong       = 40
)

// Find finds families, people and meetings by words in any order.
func (s *Store) Find(ctx context.Context, words string) (found view.Found, err error) {
	wanted := parseFilter(words)
	if wanted.empty() {
		return found, nil
	}
	err = s.read(ctx, func(q querier) error {
		families, err := q.findFamilies(wanted)
		if err != nil {
			return err
		}
		found.Families = families[:min(len(families), mostFoundFamilies)]
		if found.People, err = q.findPeople(wanted, families); err != nil {
			return err
		}
		found.Meetings, err = q.findMeetings(wanted)
		return err
	})
	if err != nil {
		return view.Found{}, fmt.Errorf("finding %q: %w", words, err)
	}
	return found, nil
}

func (f filter) empty() bool { return len(f.words)+len(f.numbers) == 0 }

// fits reports whether a folded text holds what is looked for.
func (f filter) fits(text string) bool {
	holds := func(word string) bool { return strings.Contains(text, word) }
	for _, word := range f.words {
		if !holds(word) {
			return false
		}
	}
	for _, run := range f.numbers {
		if !holds(strings.Join(run, "")) && slices.ContainsFunc(run, func(n string) bool { return !holds(n) }) {
			return false
		}
	}
	return true
}

// within is the filter as a condition of SQL on a folded text, with the arguments of its marks.
func (f filter) within(column string) (condition string, args []any) {
	var all []string
	for _, word := range f.words {
		all, args = append(all, "instr("+column+", ?) > 0"), append(args, word)
	}
	for _, run := range f.numbers {
		each := make([]string, len(run))
		args = append(args, strings.Join(run, ""))
		for i, number := range run {
			each[i], args = "instr("+column+", ?) > 0", append(args, number)
		}
		all = append(all, "(instr("+column+", ?) > 0 OR "+strings.Join(each, " AND ")+")")
	}
	return strings.Join(all, " AND "), args
}

// findFamilies are those that hold all the words, dealt with lately first.
func (q querier) findFamilies(wanted filter) ([]view.FoundFamily, error) {
	condition, args := wanted.within("i.search")
	rows, err := q.query("SELECT i.family_id, f.name, i.children FROM family_index i JOIN family f ON f.id = i.family_id WHERE i.removed = 0 AND "+
		condition+" ORDER BY +i.last_contact DESC, i.sort_key LIMIT ?", append(args, peopleAmong)...)
	return scanAll(rows, err, func(f *view.FoundFamily) []any { return []any{&f.ID, &f.Name, &f.Children} })
}

// findPeople are the people of these families whom the words name: one of the words at least is of
// their own name, the others may be of their family's.
func (q querier) findPeople(wanted filter, families []view.FoundFamily) ([]view.FoundPerson, error) {
	facts := map[int64]*familyFacts{}
	ids := make([]int64, len(families))
	for i, f := range families {
		ids[i], facts[f.ID] = f.ID, &familyFacts{id: f.ID}
	}
	reader := &work{querier: q}
	if err := reader.gatherPupils(facts, jsonList(ids)); err != nil {
		return nil, err
	}
	if err := reader.gatherAdults(facts, jsonList(ids)); err != nil {
		return nil, err
	}
	var people []view.FoundPerson
	for _, f := range families {
		people = append(people, facts[f.ID].named(wanted, f)...)
	}
	return people[:min(len(people), mostFoundPeople)], nil
}

// named are the people of a family whom the words name.
func (f *familyFacts) named(wanted filter, family view.FoundFamily) (people []view.FoundPerson) {
	for _, p := range f.pupils {
		if wanted.names(family.Name, p.Called(), p.Forename, p.LegalForename, p.Surname, p.Class) {
			people = append(people, view.FoundPerson{FamilyID: f.id, Family: family.Name, IsPupil: true,
				Name: strings.TrimSpace(p.Called() + " " + p.Surname), Pupil: cmp.Or(p.Class, p.Year.Short())})
		}
	}
	for _, a := range f.adults {
		if wanted.names(family.Name, a.Forename, a.KnownAs, a.AddressAs, a.Surname, a.Title) {
			people = append(people, view.FoundPerson{FamilyID: f.id, Family: family.Name, Name: a.FullName()})
		}
	}
	return people
}

// names reports whether the words name somebody of a family: all of them are in their names or the
// family's, and one is not in the family's.
func (f filter) names(family string, own ...string) bool {
	family = model.FoldSearch(family)
	text := model.FoldSearch(strings.Join(own, " "))
	return f.fits(text+" "+family) && slices.ContainsFunc(f.words, func(word string) bool {
		return strings.Contains(text, word) && !strings.Contains(family, word)
	})
}

// findMeetings are those whose family, kind and purpose together hold all the words, the latest first.
func (q querier) findMeetings(wanted filter) ([]view.FoundMeeting, error) {
	condition, args := wanted.within("i.search || ' ' || lower(m.kind) || ' ' || lower(m.purpose)")
	rows, err := q.query(`SELECT m.id, f.name, m.kind, m.status, m.start FROM meeting m
		JOIN family f ON f.id = m.family_id JOIN family_index i ON i.family_id = m.family_id
		WHERE m.deleted_at = '' AND i.removed = 0 AND `+condition+" ORDER BY m.start DESC, m.id DESC LIMIT ?", append(args, mostFoundMeetings)...)
	return scanAll(rows, err, func(m *view.FoundMeeting) []any { return []any{&m.ID, &m.Family, &m.Kind, &m.Status, &m.Start} })
}
