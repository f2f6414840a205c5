package store

import (
	"cmp"
	"strings"

	"kettle/model"
)

// names reads all whom a text may name: everybody of the caseload, those who were removed, too, for their
// names are others' as well.
func (g *recordGathering) names() error {
	var people []model.KnownPerson
	for _, read := range []func() ([]model.KnownPerson, error){g.knownAdults, g.knownPupils, g.knownColleagues, g.knownOutside, g.knownFamilies} {
		some, err := read()
		if err != nil {
			return err
		}
		people = append(people, some...)
	}
	if err := g.addReachTo(people); err != nil {
		return err
	}
	g.Book = model.NewNameBook(people)
	return nil
}

// heldName is a row with a name in its parts.
type heldName struct {
	id, family                                        int64
	title, forename, surname, known, legalFore, legal string
	address, postcode, phone, email                   string
}

func (n heldName) person(kind model.PersonKind) model.KnownPerson {
	p := model.KnownPerson{PersonRef: model.PersonRef{Kind: kind, ID: n.id}, FamilyID: n.family, Title: n.title, Address: n.address, Postcode: n.postcode,
		Forenames: textsOf(n.forename, n.known, n.legalFore), Surnames: textsOf(n.surname, n.legal),
		Said: strings.Join(textsOf(n.title, cmp.Or(textsOf(n.forename, n.known)...), n.surname), " ")}
	p.Phones, p.Emails = textsOf(n.phone), textsOf(n.email)
	return p
}

func textsOf(all ...string) []string {
	return keep(all, func(t string) bool { return strings.TrimSpace(t) != "" })
}

func (g *recordGathering) known(kind model.PersonKind, sql string, row func(n *heldName) []any) ([]model.KnownPerson, error) {
	rows, err := g.query(sql, g.Family.ID)
	all, err := scanAll(rows, err, row)
	people := make([]model.KnownPerson, len(all))
	for i, n := range all {
		people[i] = n.person(kind)
	}
	return people, err
}

func (g *recordGathering) knownAdults() ([]model.KnownPerson, error) {
	return g.known(model.AnAdult, "SELECT id, title, forename, surname, known_as, address_as, address, postcode FROM adult WHERE ?1 > 0", func(n *heldName) []any {
		return []any{&n.id, &n.title, &n.forename, &n.surname, &n.known, &n.legalFore, &n.address, &n.postcode}
	})
}

func (g *recordGathering) knownPupils() ([]model.KnownPerson, error) {
	return g.known(model.AChild, "SELECT id, family_id, forename, surname, known_as, legal_forename, legal_surname, address, postcode FROM pupil WHERE ?1 > 0", func(n *heldName) []any {
		return []any{&n.id, &n.family, &n.forename, &n.surname, &n.known, &n.legalFore, &n.legal, &n.address, &n.postcode}
	})
}

// knownFamilies are the other families by the names under which they are found.
func (g *recordGathering) knownFamilies() ([]model.KnownPerson, error) {
	families, err := g.known(model.AFamily, "SELECT id, name FROM family WHERE id <> ?1", func(n *heldName) []any { return []any{&n.id, &n.surname} })
	for i, f := range families {
		families[i].FamilyID, families[i].Said = f.ID, "the "+f.Said+" family"
		families[i].Surnames = textsOf(strings.Split(strings.Join(f.Surnames, ""), "/")...)
	}
	return families, err
}

func (g *recordGathering) knownColleagues() ([]model.KnownPerson, error) {
	staff, err := g.known(model.AColleague, "SELECT id, name FROM staff WHERE ?1 > 0", func(n *heldName) []any { return []any{&n.id, &n.surname} })
	return byWholeName(staff), err
}

func (g *recordGathering) knownOutside() ([]model.KnownPerson, error) {
	people, err := g.known(model.FromOutside, "SELECT id, name, phone, email FROM professional WHERE ?1 > 0", func(n *heldName) []any { return []any{&n.id, &n.surname, &n.phone, &n.email} })
	return byWholeName(people), err
}

// byWholeName takes the names of those apart who are written in one.
func byWholeName(people []model.KnownPerson) []model.KnownPerson {
	for i, p := range people {
		n := model.SplitName(p.Said)
		people[i].Title, people[i].Forenames, people[i].Surnames = n.Title, textsOf(n.Forename, n.KnownAs), textsOf(n.Surname)
	}
	return people
}

// addReachTo puts in the numbers and e-mail addresses of adults and children.
func (g *recordGathering) addReachTo(people []model.KnownPerson) error {
	at := map[model.PersonRef]*model.KnownPerson{}
	for i := range people {
		at[people[i].PersonRef] = &people[i]
	}
	type reach struct {
		adult, pupil int64
		text         string
	}
	for _, t := range []struct {
		sql string
		add func(p *model.KnownPerson, text string)
	}{
		{"SELECT coalesce(adult_id, 0), coalesce(pupil_id, 0), number FROM phone", func(p *model.KnownPerson, text string) { p.Phones = append(p.Phones, text) }},
		{"SELECT coalesce(adult_id, 0), coalesce(pupil_id, 0), address FROM email", func(p *model.KnownPerson, text string) { p.Emails = append(p.Emails, text) }},
	} {
		rows, err := g.query(t.sql)
		all, err := scanAll(rows, err, func(r *reach) []any { return []any{&r.adult, &r.pupil, &r.text} })
		if err != nil {
			return err
		}
		for _, r := range all {
			who := model.PersonRef{Kind: model.AnAdult, ID: r.adult}
			if r.pupil != 0 {
				who = model.PersonRef{Kind: model.AChild, ID: r.pupil}
			}
			if p := at[who]; p != nil {
				t.add(p, r.text)
			}
		}
	}
	return nil
}
