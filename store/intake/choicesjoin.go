package intake

import "slices"

// double is a contact for whom a new adult was made, or would have been, though there is another of the
// name.
type double struct {
	row      int
	id       int64
	contact  *adult // whom the contact was taken for
	other    *adult
	relation string
	one      bool
}

func (a *adult) root() *adult {
	for a.into != nil {
		a = a.into
	}
	return a
}

// mostNamesakes is among how many of one name one is looked for.
const mostNamesakes = 50

// namesake is an adult of the name of a contact whom they might be, nil when there is none.
func (m *matcher) namesake(c comer) *adult {
	for _, a := range m.byAdult[c.key][:min(len(m.byAdult[c.key]), mostNamesakes)] {
		a = a.root()
		otherID := a.otherID(c.Values) || a.held != nil && !agree(a.held.Now[OfficeID], c.Values[OfficeID])
		if !a.hidden() && !otherID && a.links[c.pupil] == nil {
			return a
		}
	}
	return nil
}

// oneAfterAll is the adult of the same name whom somebody said that the contact is, nil when nobody did.
func (m *matcher) oneAfterAll(c comer) *adult {
	if !m.choices.of(OneAdult, AnAdult, -m.comers) || !c.named || len(m.onPupil[contactOf{c.pupil, c.key}]) > 0 {
		return nil
	}
	other := m.namesake(c)
	if other != nil {
		m.doubles = append(m.doubles, double{row: c.Row, id: -m.comers, contact: other, other: other, relation: c.words(), one: true})
	}
	return other
}

// noteDouble notes that a new adult may be another of the name.
func (m *matcher) noteDouble(a *adult, c comer) {
	if other := m.namesake(c); other != nil {
		m.doubles = append(m.doubles, double{row: c.Row, id: a.id, contact: a, other: other, relation: c.words()})
	}
}

// words are the contact in a sentence: "Ann Hill, mother of Ava Hill".
func (c comer) words() string {
	l := link{pupil: c.pupil, adult: &adult{row: c.Row, file: c.Values}, file: c.Values}
	return l.words()
}

// listDoubles names the adults who may be one, but for those who turned out to be.
func (m *matcher) listDoubles(plan *Plan) {
	for _, d := range m.doubles {
		contact, other := d.contact.root(), d.other.root()
		if contact == other && !d.one {
			continue
		}
		plan.Doubles = append(plan.Doubles, Double{Row: d.row, Adult: d.id, Other: other.id, Name: d.relation, One: d.one,
			Held: !d.one && contact.held != nil && other.held != nil})
	}
}

// keptApart notes that the file makes two families of the caseload one, and reports whether somebody
// said that they stay two.
func (s *familySorter) keptApart(plan *Plan, by *adult, a, b *group) bool {
	for _, x := range a.held {
		for _, y := range b.held {
			if s.choices[Choice{Decision: KeepApart, Kind: AFamily, ID: max(x, y), Other: min(x, y)}] {
				plan.join(Join{Adult: by.id, From: max(x, y), Into: min(x, y), Apart: true})
				return true
			}
		}
	}
	if len(a.held) > 0 && len(b.held) > 0 {
		plan.join(Join{Adult: by.id, From: max(a.held[0], b.held[0]), Into: min(a.held[0], b.held[0])})
	}
	return false
}

// join notes two families once, whoever makes them one.
func (p *Plan) join(j Join) {
	if !slices.ContainsFunc(p.Joins, func(o Join) bool { return o.From == j.From && o.Into == j.Into }) {
		p.Joins = append(p.Joins, j)
	}
}
