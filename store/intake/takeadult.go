package intake

import (
	"cmp"
	"slices"

	"kettle/model"
)

// contact finds or makes the adult of a contact and takes both adult and link in.
func (m *matcher) contact(p *pupil, contact Contact) {
	m.comers++
	c := newComer(p, contact)
	a := m.sameAdult(c)
	if a == nil {
		a = m.oneAfterAll(c)
	}
	if a == nil {
		a = m.newAdult(c)
	}
	m.takeAdult(a, c)
	m.takeLink(a, c)
}

func (m *matcher) newAdult(c comer) *adult {
	a := bareAdult(-m.comers)
	m.adults = append(m.adults, a)
	name := shownName(c.Values)
	switch {
	case !c.named:
	case len(m.onPupil[contactOf{c.pupil, c.key}]) > 0:
		m.warn(c.Row, SameNameAdults, "%s is named twice for one pupil with different relationships; two adults are kept.", name)
	case len(m.byAdult[c.key]) > 0:
		a.doubt = &Problem{Row: c.Row, Level: Warning, Code: PossibleAdult, Text: "There is another " + name + ", and nothing says that the two are one " +
			"(no address, number or e-mail in common); both are kept. Join them by hand if they are one."}
		m.noteDouble(a, c)
	}
	return a
}

func (m *matcher) takeAdult(a *adult, c comer) {
	if a.row == 0 {
		a.row = c.Row
	}
	known := model.AddressKey(a.file[Address], a.file[Postcode])
	given := model.AddressKey(c.Values[Address], c.Values[Postcode])
	if !agree(known, given) && !a.alias(c.key, c.Values[OfficeID]) {
		m.warnAddress(c.Row, c.Values, a.file)
	}
	m.shareMails(a, c)
	a.take(c.Contact)
	a.reach(c.pieces)
	m.indexAdult(a, c.key, c.pieces)
	if id := c.Values[OfficeID]; id != "" {
		addTo(m.byID, id, a)
	}
}

// warnAddress says that a row gives another address than an earlier one.
func (m *matcher) warnAddress(row int, here, earlier Values) {
	m.warn(row, AdultConflict, "%s has another address here (%s) than in an earlier row (%s); the earlier one counts.",
		shownName(here), quoted(here[Address]), quoted(earlier[Address]))
}

// take takes the values of a contact in; what an earlier row said stays. What a row says that names one
// who was joined to this adult by hand counts only where no other row says anything, and the name and
// number are not this adult's.
func (a *adult) take(c Contact) {
	to := a.file
	alias := a.alias(adultKey(c.Values), c.Values[OfficeID])
	if alias {
		to = a.aside
	}
	for _, f := range adultFields {
		switch f {
		case Title, Surname, Forename, OfficeID:
			if !alias {
				to.put(f, c.Values[f])
			}
		case Address:
			to.takeAddress(c.Values)
		case Postcode:
		default:
			to.put(f, c.Values[f])
		}
	}
	for _, phone := range c.Phones {
		a.phones = model.AddPhone(a.phones, phone)
	}
	for _, email := range c.Emails {
		a.emails = addText(a.emails, email)
	}
	a.noteRows(c.Row)
	if key := adultKey(c.Values); key != "" && !alias {
		a.keys[key] = true
		a.officeID = cmp.Or(a.officeID, c.Values[OfficeID])
	}
}

// noteRows notes from which row the fields come that have none yet.
func (a *adult) noteRows(row int) {
	for f := range a.file {
		if _, known := a.rows[f]; !known {
			a.rows[f] = row
		}
	}
}

// takeEarlier takes what earlier rows said of another who is the same: the first value counts, in whatever
// order the two were seen to be one.
func (a *adult) takeEarlier(b *adult) {
	for _, f := range adultFields {
		row, said := b.rows[f]
		if !said || row >= a.rows[f] {
			continue
		}
		if f == Address || f == Postcode { // never the postcode of another address
			for _, part := range []Field{Address, Postcode} {
				delete(a.file, part)
				a.file.put(part, b.file[part])
				a.rows[part] = row
			}
			continue
		}
		a.file[f], a.rows[f] = b.file[f], row
	}
}

// alias reports whether a name, or a number of the office, is only that of somebody joined to this adult
// by hand.
func (a *adult) alias(key, id string) bool {
	if a.held == nil || key == "" {
		return false
	}
	return slices.ContainsFunc(a.held.Also, func(v Values) bool {
		return adultKey(v) == key && (!a.keys[key] || v[OfficeID] != "" && v[OfficeID] == id && id != a.held.Now[OfficeID])
	})
}

// joinedAs reports whether somebody of this name was joined to the adult by hand.
func (a *adult) joinedAs(key string) bool {
	return a.held != nil && slices.ContainsFunc(a.held.Also, func(v Values) bool { return adultKey(v) == key })
}

// settle fills from what was put aside what no row of the adult's own says.
func (a *adult) settle() { a.file.takeAll(a.aside) }

// takeAll takes what is not said yet; what is, stays.
func (to Values) takeAll(v Values) {
	to.takeAddress(v)
	for f, value := range v {
		if f != Address && f != Postcode {
			to.put(f, value)
		}
	}
}

// takeAddress takes address and postcode together, never the postcode of another address.
func (to Values) takeAddress(v Values) {
	if to[Address] == "" && to[Postcode] == "" {
		to.put(Address, v[Address])
		to.put(Postcode, v[Postcode])
	}
}

// sharedMail is said of two who are not found to be one later.
type sharedMail struct {
	a, other *adult
	problem  Problem
}

// shareMails warns where an e-mail address is another adult's already.
func (m *matcher) shareMails(a *adult, c comer) {
	for _, email := range c.Emails {
		other := m.mailOwner[email]
		if other == nil {
			m.mailOwner[email] = a
			continue
		}
		if other = other.root(); other != a && !slices.Contains(a.emails, email) {
			m.mails = append(m.mails, sharedMail{a, other, Problem{Row: c.Row, Level: Warning, Code: EmailShared,
				Text: shownName(c.Values) + " has the e-mail address of " + other.name() + " (" + email + "); both keep it."}})
		}
	}
}

// contactOf is a folded name among one pupil's contacts.
type contactOf struct {
	pupil *pupil
	key   string
}

// takeLink takes what the contact is to the pupil in. A court order in any row counts.
func (m *matcher) takeLink(a *adult, c comer) {
	l := a.links[c.pupil]
	if l == nil {
		l = &link{id: -m.comers, pupil: c.pupil, adult: a}
		m.addLink(l, c.key)
	}
	if l.file == nil {
		l.row, l.file, l.aside = c.Row, Values{}, Values{}
	}
	to := l.file
	if a.alias(c.key, c.Values[OfficeID]) {
		to = l.aside
	}
	for _, f := range linkFields {
		to.put(f, c.Values[f])
	}
	if c.Values[CourtOrder] == string(model.Yes) {
		l.file[CourtOrder] = string(model.Yes)
	}
	a.relations[l.relationship()] = true
}

// addLink makes a link known under the names of its adult.
func (m *matcher) addLink(l *link, keys ...string) {
	m.links = append(m.links, l)
	l.adult.links[l.pupil] = l
	l.adult.relations[l.relationship()] = true
	for _, key := range keys {
		of := contactOf{l.pupil, key}
		m.onPupil[of] = append(m.onPupil[of], l)
	}
}

// addHeldLink makes a link of the caseload known; one to an adult without a name, under a key that
// only this pupil's contacts have.
func (m *matcher) addHeldLink(h *Link, p *pupil, a *adult) {
	keys := a.allKeys()
	if len(keys) == 0 {
		keys = []string{p.nameless()}
	}
	m.addLink(&link{id: h.ID, held: h, pupil: p, adult: a}, keys...)
}
