package intake

import (
	"slices"

	"kettle/model"
)

// adult is a grown-up while the file is being matched, held or new.
type adult struct {
	id     int64
	held   *Adult
	into   *adult // another of the same name whom a later row showed to be the same person
	row    int
	file   Values
	phones []model.Phone
	emails []string
	links  map[*pupil]*link

	officeID string // as this file gives it
	keys     map[string]bool
	evidence map[string]bool

	entry   Entry
	numbers Numbers
}

func (a *adult) hidden() bool { return a.held != nil && a.held.Removed }

func heldAdult(h *Adult) *adult {
	a := &adult{id: h.ID, held: h, file: Values{}, links: map[*pupil]*link{}, keys: map[string]bool{}, evidence: map[string]bool{}}
	emails := make([]string, len(h.Emails))
	for i, e := range h.Emails {
		emails[i] = e.Address
	}
	a.know(h.Now, h.Phones, emails)
	a.know(h.Imported, nil, nil)
	return a
}

// know adds a name and ways to reach the adult.
func (a *adult) know(v Values, phones []model.Phone, emails []string) {
	if key := adultKey(v); key != "" {
		a.keys[key] = true
	}
	for _, piece := range evidence(v, phones, emails) {
		a.evidence[piece] = true
	}
}

// indexHeld makes a held adult known under every name and way to be reached.
func (m *matcher) indexHeld(a *adult) {
	for _, v := range append([]Values{a.held.Now, a.held.Imported}, a.held.Also...) {
		if key := adultKey(v); key != "" {
			m.indexAdult(a, key, slices.Collect(maps.Keys(a.evidence)))
		}
		if v[OfficeID] != "" {
			addTo(m.byID, v[OfficeID], a)
		}
	}
}

func (m *matcher) indexAdult(a *adult, key string, pieces []string) {
	addTo(m.byAdult, key, a)
	for _, piece := range pieces {
		addTo(m.byEvidence, key+" "+piece, a)
	}
}

// comer is a contact on the way to being recognised.
type comer struct {
	Contact
	pupil  *pupil
	key    string // folded name; without a name, one that only this pupil's contacts have
	pieces []string
}

// contact finds or makes the adult of a contact and takes both adult and link in.
func (m *matcher) contact(p *pupil, contact Contact) {
	contact.Values = withPupilsAddress(contact.Values, p)
	c := comer{Contact: contact, pupil: p, key: adultKey(contact.Values)}
	if c.key == "" {
		c.key = p.nameless()
	}
	c.pieces = evidence(c.Values, c.Phones, c.Emails)
	a := m.sameAdult(c)
	if a == nil {
		a = m.newAdult(c)
	}
	m.takeAdult(a, c)
	m.takeLink(a, c)
}

// nameless is the key of the pupil's contacts without a name, who are never taken for anybody else's.
func (p *pupil) nameless() string { return "without a name " + strconv.FormatInt(p.id, 10) }

// withPupilsAddress gives a contact who lives with the pupil, and has no address, the pupil's.
func withPupilsAddress(v Values, p *pupil) Values {
	if v[Address] != "" || v[Postcode] != "" || v[LivesWith] != string(model.Yes) {
		return v
	}
	filled := Values{Address: p.file[Address], Postcode: p.file[Postcode]}
	if p.file[Address] == "" && p.held != nil {
		filled = Values{Address: p.held.Now[Address], Postcode: p.held.Now[Postcode]}
	}
	for f, value := range v {
		filled.put(f, value)
	}
	return filled
}

// sameAdult is the adult whom a contact names already, nil for a new one (section 5).
func (m *matcher) sameAdult(c comer) *adult {
	if a := m.sameOfficeID(c.Values); a != nil {
		return a
	}
	var fit []*adult
	for _, l := range m.byName2(c) {
		switch {
		case l.adult.otherID(c.Values):
		case agree(string(l.relationship()), c.Values[Relation]) && !c.unnamed():
			return l.adult
		case m.corrected(l, c) && l.adult.shares(c):
			addOne(&fit, l.adult)
		}
	}
	for _, piece := range c.pieces {
		for _, a := range m.byEvidence[c.key+" "+piece] {
			if a.into == nil && !a.hidden() && (a.links[c.pupil] == nil || c.unnamed()) && !a.otherID(c.Values) && !onlyInitial(c.Values) && a.shares(c) {
				addOne(&fit, a)
			}
		}
	}
	return m.joined(fit, c)
}

// sameOfficeID finds an adult by the office's own number. Numbers of another system may be the same by
// chance, so a part of the name must agree.
func (m *matcher) sameOfficeID(v Values) *adult {
	for _, a := range m.byID[v[OfficeID]] {
		if v[OfficeID] == "" || a.into != nil {
			continue
		}
		known := a.file
		if a.row == 0 {
			known = a.held.Now
		}
		if agree(model.Fold(known[Surname]), model.Fold(v[Surname])) || agree(model.Fold(known[Forename]), model.Fold(v[Forename])) {
			return a
		}
	}
	return nil
}

// agree reports whether two values are equal, or one of them is not known.
func agree(a, b string) bool { return a == b || a == "" || b == "" }

// otherID reports whether this file gives the adult another number of the office.
func (a *adult) otherID(v Values) bool { return !agree(a.officeID, v[OfficeID]) }

// corrected reports whether a contact with another relationship may be the held one, put right by the
// office: the file has not named that link, and does not name it anywhere else.
func (m *matcher) corrected(l *link, key string, c Contact) bool {
	return l.row == 0 && !m.relations[relation{l.pupil, key, string(l.relationship())}]
}

// shares reports whether the contact is reached in a way the adult is. A grandparent and one who is
// none need the same mobile.
func (a *adult) shares(c Contact) bool {
	mobileOnly := a.otherGeneration(model.Relationship(c.Values[Relation]))
	return slices.ContainsFunc(evidence(c.Values, c.Phones, c.Emails), func(piece string) bool {
		return a.evidence[piece] && (!mobileOnly || isMobile(piece))
	})
}

func (a *adult) otherGeneration(r model.Relationship) bool {
	for _, l := range a.links {
		if other := l.relationship(); other != "" && r != "" && other.IsGrandparent() != r.IsGrandparent() {
			return true
		}
	}
	return false
}

// joined is the best of several adults of one name whom the contact fits: one with the same
// relationship to some pupil, else the first. New ones among the others turn out to be the same person.
func (m *matcher) joined(fit []*adult, c Contact) *adult {
	if len(fit) == 0 {
		return nil
	}
	best := fit[0]
	if i := slices.IndexFunc(fit, func(a *adult) bool { return a.is(c.Values[Relation]) }); i >= 0 {
		best = fit[i]
	}
	for _, a := range fit {
		if a != best && a.held == nil && best.mayTake(a) {
			m.absorb(best, a)
		}
	}
	return best
}

func (a *adult) is(relationship string) bool {
	for _, l := range a.links {
		if string(l.relationship()) == relationship {
			return true
		}
	}
	return false
}

// mayTake reports whether two of one name may be one: numbers of the office and generations agree, and
// no pupil has both.
func (a *adult) mayTake(b *adult) bool {
	if !agree(a.officeID, b.officeID) {
		return false
	}
	for p, l := range b.links {
		if a.links[p] != nil || a.otherGeneration(l.relationship()) {
			return false
		}
	}
	return true
}

func (m *matcher) absorb(a, b *adult) {
	b.into = a
	a.take(Contact{Values: b.file, Phones: b.phones, Emails: b.emails})
	for _, l := range m.links {
		if l.adult == b {
			l.adult = a
			a.links[l.pupil] = l
		}
	}
}

func (m *matcher) newAdult(p *pupil, c Contact) *adult {
	m.newAdults++
	a := &adult{id: -m.newAdults, file: Values{}, links: map[*pupil]*link{}, keys: map[string]bool{}, evidence: map[string]bool{}}
	m.adults = append(m.adults, a)
	var namesake, onPupil bool
	for _, other := range m.byAdult[adultKey(c.Values)] {
		namesake = namesake || other.into == nil
		onPupil = onPupil || other.links[p] != nil
	}
	name := shownName(c.Values)
	switch {
	case onPupil:
		m.warn(c.Row, SameNameAdults, "%s is named twice for one pupil with different relationships; two adults are kept.", name)
	case namesake:
		m.warn(c.Row, PossibleAdult, "There is another %s, and nothing says that the two are one (no address, number or e-mail in common); both are kept. Join them by hand if they are one.", name)
	}
	return a
}

func (m *matcher) takeAdult(a *adult, c Contact) {
	if a.row == 0 {
		a.row = c.Row
	}
	known := model.AddressKey(a.file[Address], a.file[Postcode])
	given := model.AddressKey(c.Values[Address], c.Values[Postcode])
	if !agree(known, given) {
		m.warn(c.Row, AdultConflict, "%s has another address here (%s) than in an earlier row (%s); the earlier one counts.",
			shownName(c.Values), quoted(c.Values[Address]), quoted(a.file[Address]))
	}
	m.shareMails(a, c)
	a.take(c)
	m.indexAdult(a)
	if id := c.Values[OfficeID]; id != "" {
		addTo(m.byID, id, a)
	}
}

// take takes the values of a contact in; what an earlier row said stays. The name of one who was
// joined to this adult by hand is not this adult's.
func (a *adult) take(c Contact) {
	alias := a.held != nil && !a.keys[adultKey(c.Values)] && a.alsoKnown(adultKey(c.Values))
	for _, f := range adultFields {
		switch f {
		case Title, Surname, Forename, OfficeID:
			if !alias {
				a.file.put(f, c.Values[f])
			}
		case Postcode:
		case Address:
			a.takeAddress(c.Values)
		default:
			a.file.put(f, c.Values[f])
		}
	}
	for _, phone := range c.Phones {
		a.phones = model.AddPhone(a.phones, phone)
	}
	for _, email := range c.Emails {
		a.emails = addText(a.emails, email)
	}
	if !alias {
		a.officeID = first(a.officeID, c.Values[OfficeID])
		a.know(c.Values, nil, nil)
	}
	a.know(Values{Address: c.Values[Address], Postcode: c.Values[Postcode]}, c.Phones, c.Emails)
}

func (a *adult) alsoKnown(key string) bool {
	return slices.ContainsFunc(a.held.Also, func(v Values) bool { return adultKey(v) == key })
}

// takeAddress takes address and postcode together, never the postcode of another address.
func (a *adult) takeAddress(v Values) {
	if a.file[Address] == "" && a.file[Postcode] == "" {
		a.file.put(Address, v[Address])
		a.file.put(Postcode, v[Postcode])
	}
}

// shareMails warns where an e-mail address is another adult's already.
func (m *matcher) shareMails(a *adult, c Contact) {
	for _, email := range c.Emails {
		other := m.mailOwner[email]
		if other == nil {
			m.mailOwner[email] = a
			continue
		}
		for other.into != nil {
			other = other.into
		}
		if other != a && !slices.Contains(a.emails, email) {
			m.warn(c.Row, EmailShared, "%s has the e-mail address of %s (%s); both keep it.", shownName(c.Values), shownName(other.file), email)
		}
	}
}

// takeLink takes what the contact is to the pupil in. A court order in any row counts.
func (m *matcher) takeLink(p *pupil, a *adult, c Contact) {
	l := a.links[p]
	if l == nil {
		m.newLinks++
		l = &link{id: -m.newLinks, pupil: p, adult: a}
		m.addLink(l)
	}
	if l.file == nil {
		l.row, l.file = c.Row, Values{}
	}
	for _, f := range linkFields {
		l.file.put(f, c.Values[f])
	}
	if c.Values[CourtOrder] == string(model.Yes) {
		l.file[CourtOrder] = string(model.Yes)
	}
}
