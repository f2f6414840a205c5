package intake

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"kettle/model"
)

// adult is a grown-up while the file is being matched, held or new.
type adult struct {
	id     int64
	held   *Adult
	into   *adult // another of the same name whom a later row showed to be the same person
	row    int
	doubt  *Problem // said of one who is not found to be somebody else later
	file   Values
	rows   map[Field]int // of the file, from which each of these comes
	aside  Values        // what rows say that name one joined to this adult by hand
	phones []model.Phone
	emails []string
	links  map[*pupil]*link
	left   bool // new, and left out of this import

	officeID  string          // as this file gives it
	keys      map[string]bool // folded names
	evidence  map[string]bool // ways to be reached
	relations map[model.Relationship]bool

	entry   Entry
	numbers Numbers
}

func (a *adult) hidden() bool { return a.left || a.held != nil && a.held.Removed }

func bareAdult(id int64) *adult {
	return &adult{
		id: id, file: Values{}, rows: map[Field]int{}, aside: Values{}, links: map[*pupil]*link{}, keys: map[string]bool{}, evidence: map[string]bool{},
		relations: map[model.Relationship]bool{},
	}
}

func heldAdult(h *Adult) *adult {
	a := bareAdult(h.ID)
	a.held = h
	for _, v := range []Values{h.Now, h.Imported} {
		if key := adultKey(v); key != "" {
			a.keys[key] = true
		}
	}
	emails := make([]string, len(h.Emails))
	for i, e := range h.Emails {
		emails[i] = e.Address
	}
	a.reach(evidence(h.Now, h.Phones, emails))
	a.reach(evidence(h.Imported, nil, nil))
	return a
}

func (a *adult) reach(pieces []string) {
	for _, piece := range pieces {
		a.evidence[piece] = true
	}
}

// allKeys are the names of the adult and of those joined to the adult by hand.
func (a *adult) allKeys() []string {
	keys := slices.Sorted(maps.Keys(a.keys))
	if a.held != nil {
		for _, v := range a.held.Also {
			keys = addText(keys, adultKey(v))
		}
	}
	return keys
}

// indexHeld makes a held adult known under every name and number.
func (m *matcher) indexHeld(a *adult) {
	for _, key := range a.allKeys() {
		m.indexAdult(a, key, slices.Collect(maps.Keys(a.evidence)))
	}
	for _, v := range append([]Values{a.held.Now, a.held.Imported}, a.held.Also...) {
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
	named  bool
	pieces []string
}

func newComer(p *pupil, c Contact) comer {
	c.Values = withPupilsAddress(c.Values, p)
	key := adultKey(c.Values)
	named := key != ""
	if !named {
		key = p.nameless()
	}
	return comer{Contact: c, pupil: p, key: key, named: named, pieces: evidence(c.Values, c.Phones, c.Emails)}
}

// nameless is the key of the pupil's contacts without a name, who are never taken for anybody else's.
func (p *pupil) nameless() string { return "without a name " + strconv.FormatInt(p.id, 10) }

// withPupilsAddress gives a contact who lives with the pupil, and has no address, the pupil's.
func withPupilsAddress(v Values, p *pupil) Values {
	if v[Address] != "" || v[Postcode] != "" || v[LivesWith] != string(model.Yes) {
		return v
	}
	home := p.file
	if p.file[Address] == "" && p.held != nil {
		home = p.held.Now
	}
	filled := maps.Clone(v)
	filled.put(Address, home[Address])
	filled.put(Postcode, home[Postcode])
	return filled
}

// sameAdult is the adult whom a contact names already, nil for a new one (section 5).
func (m *matcher) sameAdult(c comer) *adult {
	if a := m.sameOfficeID(c); a != nil {
		return a
	}
	var fit []*adult
	for _, l := range m.onPupil[contactOf{c.pupil, c.key}] {
		switch {
		case l.adult.otherID(c.Values):
		case c.named && (agree(string(l.relationship()), c.Values[Relation]) || l.adult.joinedAs(c.key)):
			return m.withNamesakes(l.adult, c)
		case (!c.named && string(l.relationship()) == c.Values[Relation] || c.named && m.corrected(l, c)) && l.adult.shares(c):
			addOne(&fit, l.adult)
		}
	}
	if c.named && !onlyInitial(c.Values) {
		fit = m.elsewhere(c, fit)
	}
	return m.joined(fit, c)
}

// withNamesakes is an adult of this pupil, together with those of the name at other pupils whom this row
// shows to be the same: an earlier one may have said too little of them.
func (m *matcher) withNamesakes(a *adult, c comer) *adult {
	if onlyInitial(c.Values) {
		return a
	}
	for _, other := range m.elsewhere(c, nil) {
		switch {
		case !a.mayTake(other, c) || a.held != nil && other.held != nil:
		case other.held != nil || a.held == nil && other.row < a.row:
			m.absorb(other, a)
			a = other
		default:
			m.absorb(a, other)
		}
	}
	return a
}

// elsewhere adds the adults of this name who are reached in the same way and are not this pupil's yet.
func (m *matcher) elsewhere(c comer, fit []*adult) []*adult {
	for _, piece := range c.pieces {
		for _, a := range m.byEvidence[c.key+" "+piece] {
			if a.into == nil && !a.hidden() && a.links[c.pupil] == nil && !a.otherID(c.Values) && a.shares(c) {
				addOne(&fit, a)
			}
		}
	}
	return fit
}

func addOne(list *[]*adult, a *adult) {
	if !slices.Contains(*list, a) {
		*list = append(*list, a)
	}
}

// agree reports whether two values are equal, or one of them is not known.
func agree(a, b string) bool { return a == b || a == "" || b == "" }

// corrected reports whether a contact with another relationship may be the held one, put right by the
// office: the file has not named that link, and does not name it anywhere else.
func (m *matcher) corrected(l *link, c comer) bool {
	return l.row == 0 && !m.relations[relation{l.pupil, c.key, string(l.relationship())}]
}

// shares reports whether the contact is reached in a way the adult is. A grandparent and one who is
// none need the same mobile.
func (a *adult) shares(c comer) bool {
	mobileOnly := a.otherGeneration(model.Relationship(c.Values[Relation]))
	return slices.ContainsFunc(c.pieces, func(piece string) bool {
		return a.evidence[piece] && (!mobileOnly || isMobile(piece))
	})
}

func (a *adult) otherGeneration(r model.Relationship) bool {
	for other := range a.relations {
		if other != "" && r != "" && other.IsGrandparent() != r.IsGrandparent() {
			return true
		}
	}
	return false
}

// joined is the best of several adults of one name whom the contact fits: one with the same
// relationship to some pupil, else the first. New ones among the others turn out to be the same person.
func (m *matcher) joined(fit []*adult, c comer) *adult {
	if len(fit) == 0 {
		return nil
	}
	best := fit[0]
	alike := func(a *adult) bool { return a.relations[model.Relationship(c.Values[Relation])] }
	if i := slices.IndexFunc(fit, alike); i >= 0 {
		best = fit[i]
	}
	for _, a := range fit {
		switch {
		case a == best || a.held != nil || !best.mayTake(a, c):
		case best.held == nil && a.row < best.row:
			m.absorb(a, best)
			best = a
		default:
			m.absorb(best, a)
		}
	}
	return best
}

// mayTake reports whether two of one name, both of whom a contact fits, may be one: numbers of the office
// agree, no pupil has both, and they are of one generation or have one mobile.
func (a *adult) mayTake(b *adult, c comer) bool {
	if !agree(a.officeID, b.officeID) {
		return false
	}
	oneMobile := slices.ContainsFunc(slices.Concat(c.pieces, slices.Collect(maps.Keys(a.evidence))), func(piece string) bool {
		return isMobile(piece) && b.evidence[piece]
	})
	for p, l := range b.links {
		if a.links[p] != nil || a.otherGeneration(l.relationship()) && !oneMobile {
			return false
		}
	}
	return true
}

// absorb takes b into a, as a later row shows the two to be one.
func (m *matcher) absorb(a, b *adult) {
	b.into = a
	m.warnAddresses(a, b)
	if a.row == 0 {
		a.row = b.row
	}
	a.take(Contact{Row: math.MaxInt, Values: b.file, Phones: b.phones, Emails: b.emails})
	a.takeEarlier(b)
	if b.officeID != "" {
		addTo(m.byID, b.officeID, a)
	}
	for p, l := range b.links {
		l.adult = a
		a.links[p] = l
		a.relations[l.relationship()] = true
	}
	a.reach(slices.Collect(maps.Keys(b.evidence)))
	for key := range b.keys {
		m.indexAdult(a, key, slices.Collect(maps.Keys(b.evidence)))
	}
}

// warnAddresses says that two who turn out to be one have an address each.
func (m *matcher) warnAddresses(a, b *adult) {
	if b.rows[Address] < a.rows[Address] {
		a, b = b, a
	}
	known, given := model.AddressKey(a.file[Address], a.file[Postcode]), model.AddressKey(b.file[Address], b.file[Postcode])
	if !agree(known, given) {
		m.warnAddress(b.rows[Address], b.file, a.file)
	}
}
