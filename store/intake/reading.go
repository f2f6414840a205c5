package intake

import (
	"strings"

	"kettle/model"
)

// Reading is what is made of one cell.
type Reading struct {
	Values []FieldValue // what would be kept of it; none for a cell that says nothing
	Wrong  string       // what the preview would say of it; "" for nothing
}

// FieldValue is a value and what it is of.
type FieldValue struct {
	Field Field
	Value string
}

// ReadCell is what is made of a text under a heading, if its column holds that (section 4). today bounds
// dates of birth.
func ReadCell(heading, text string, t Target, today model.Date) Reading {
	if t.Field == "" || t.Field == NotImported {
		return Reading{}
	}
	c := Column{Heading: headingText(heading), Target: t}
	p := parser{file: &File{Columns: []Column{c}}, today: today, people: make([][]Column, t.Block+1), current: record{cells: []string{text}, width: 1}}
	for len(p.file.blocks) <= t.Block {
		p.file.blocks = append(p.file.blocks, &block{has: map[Field]string{}})
	}
	p.people[t.Block] = []Column{c}
	return Reading{Values: p.reading(t), Wrong: p.firstProblem()}
}

func (p *parser) firstProblem() string {
	if len(p.problems) == 0 {
		return ""
	}
	return p.problems[0].Text
}

// reading are the values that one column gives.
func (p *parser) reading(t Target) []FieldValue {
	g := p.gather(t.Block)
	values, leaving := p.personOf(g, t)
	var found []FieldValue
	add := func(f Field, value string) {
		if value != "" {
			found = append(found, FieldValue{f, value})
		}
	}
	switch t.Field {
	case Mobile, Telephone, WorkPhone:
		for _, phone := range g.phones {
			add(t.Field, phone.Words())
		}
	case Email:
		for _, email := range g.emails {
			add(t.Field, email)
		}
	case HouseName, HouseNumber, Street, Town, County:
		add(t.Field, g.text(t.Field))
	case AddressLine:
		add(t.Field, strings.Join(g.lines, ", "))
	case Leaving:
		add(t.Field, leaving)
	default:
		for _, f := range shows(t) {
			add(f, values[f])
		}
	}
	return found
}

// personOf is the pupil or the contact that one column makes.
func (p *parser) personOf(g *gathered, t Target) (v Values, leaving string) {
	n := p.names(g)
	if t.Block == 0 {
		record := p.pupil(g, n)
		if date, _, ok := readDate(g.text(Leaving)); ok {
			leaving = string(date)
		}
		return record.Pupil, leaving
	}
	v = Values{}
	relation, only := model.RelationshipName(strings.TrimSpace(n.Forename + " " + n.Surname))
	if only {
		n.Forename, n.Surname = "", ""
	}
	p.relation(g, v, g.text(Relation), relation)
	p.adult(g, n, v)
	p.link(g, v, t.Block)
	return v, ""
}

// shows are the fields of a person that a column gives, where they are not the column's own.
func shows(t Target) []Field {
	switch t.Field {
	case FullName:
		return []Field{Title, Forename, Surname, KnownAs, Relation}
	case Surname, PreferredSurname:
		return []Field{Surname}
	case Forename, PreferredForename:
		return []Field{Forename, KnownAs}
	case LegalSurname:
		return []Field{pupilsOr(t, LegalSurname, Surname)}
	case LegalForename:
		return []Field{pupilsOr(t, LegalForename, Forename)}
	case UPN:
		return []Field{UPN, UPNUnverified}
	case Address:
		return []Field{Address, Postcode}
	}
	return []Field{t.Field}
}

func pupilsOr(t Target, pupils, contacts Field) Field {
	if t.Block == 0 {
		return pupils
	}
	return contacts
}
