package intake

import (
	"cmp"
	"strconv"
	"strings"

	"kettle/model"
)

// names puts the shown name together: preferred before plain before legal, then what a full name has
// (section 3). The legal names of a contact count for the shown one only.
func (p *parser) names(g *gathered) model.Name {
	n := model.SplitName(g.text(FullName))
	if surname := cmp.Or(g.text(PreferredSurname), g.text(Surname), g.text(LegalSurname)); surname != "" {
		n.Surname = model.RecaseSurname(n.TakeTitles(surname))
	}
	if forename := cmp.Or(g.text(PreferredForename), g.text(Forename), g.text(LegalForename)); forename != "" {
		rest, _ := model.Nickname(forename)
		n.Forename, n.KnownAs = model.RecaseForename(n.TakeTitles(rest)), cmp.Or(nickname(g), n.KnownAs)
	}
	n.KnownAs = model.RecaseForename(cmp.Or(g.text(KnownAs), n.KnownAs))
	if title := g.text(Title); title != "" {
		n.Title = model.Title(title)
	}
	n.Joint = n.Joint || model.JointTitle(n.Title)
	return n
}

// nickname is what stands in brackets or quotes in the forename that is shown, else in another one of the row.
func nickname(g *gathered) string {
	for _, f := range []Field{PreferredForename, Forename, LegalForename} {
		if _, known := model.Nickname(g.text(f)); known != "" {
			return known
		}
	}
	return ""
}

func (p *parser) pupil(g *gathered, n model.Name) Record {
	v := Values{}
	v.put(Surname, n.Surname)
	v.put(Forename, n.Forename)
	v.put(KnownAs, n.KnownAs)
	legal, _ := model.Nickname(cmp.Or(g.text(LegalForename), g.text(Forename), n.Forename))
	v.put(LegalForename, model.RecaseForename(legal))
	v.put(LegalSurname, model.RecaseSurname(cmp.Or(g.text(LegalSurname), g.text(Surname), n.Surname)))
	v.put(Form, g.text(Form))
	v.put(OfficeID, g.text(OfficeID))
	v.put(Language, language(g.text(Language)))
	v.put(Born, p.born(g))
	v.put(Year, p.year(g))
	v.put(SEN, p.sen(g))
	p.upn(g, v)
	address, postcode := g.address()
	v.put(Address, address)
	v.put(Postcode, postcode)
	leaving, onRoll := p.roll(g)
	v.put(OnRoll, onRoll)
	return Record{Row: p.current.row, Pupil: v, Phones: g.phones, Emails: g.emails, Leaving: leaving}
}

func (p *parser) upn(g *gathered, v Values) {
	text := g.text(UPN)
	if text == "" {
		return
	}
	upn, ok := model.UPN(text)
	if ok {
		v.put(UPN, upn)
		return
	}
	v.put(UPNUnverified, upn)
	p.warn(p.current.row, UPNInvalid, "%s: %s is not a UPN (its check letter or its form is wrong); it is kept as unverified and nobody is recognised by it.",
		g.heading(UPN), quoted(text))
}

func (p *parser) born(g *gathered) string {
	text := g.text(Born)
	if text == "" {
		return ""
	}
	date, serial, ok := born(text, p.today)
	switch {
	case !ok:
		p.warn(p.current.row, DOBInvalid, "%s: %s is not a date of birth, day first, within the last 25 years; it is left blank.", g.heading(Born), quoted(text))
	case serial:
		p.warn(p.current.row, DateSerial, "%s: the spreadsheet's number %s is taken as %s.", g.heading(Born), quoted(text), date.Full())
	}
	return string(date)
}

func (p *parser) year(g *gathered) string {
	text := g.text(Year)
	if text == "" {
		if _, has := p.file.blocks[0].has[Year]; has {
			p.warn(p.current.row, YearMissing, "There is no year group in this row; it is left blank.")
		}
		return ""
	}
	year, ok := yearGroup(text)
	if !ok {
		p.warn(p.current.row, YearUnknown, "%s: %s is not a year group; it is left blank.", g.heading(Year), quoted(text))
		return ""
	}
	return year
}

func (p *parser) sen(g *gathered) string {
	text := g.text(SEN)
	if text == "" {
		return ""
	}
	code, old, ok := senStatus(text)
	switch {
	case !ok:
		p.warn(p.current.row, SENUnknown, "%s: %s is not an SEN status (N, K, E); it is left blank.", g.heading(SEN), quoted(text))
	case old:
		p.warn(p.current.row, SENOldCode, "%s: %s is no longer in use; it is taken as %s.", g.heading(SEN), quoted(text), code)
	}
	return code
}

// roll says why a pupil counts as left, and what the file says of being on roll: "yes", "no" or "".
func (p *parser) roll(g *gathered) (leaving, onRoll string) {
	if status := g.text(OnRoll); status != "" {
		if hasLeft(status) {
			return g.heading(OnRoll) + ": " + quoted(status), string(model.No)
		}
		onRoll = string(model.Yes)
	}
	text := g.text(Leaving)
	if text == "" {
		return "", onRoll
	}
	date, serial, ok := readDate(text)
	switch {
	case !ok:
		p.warn(p.current.row, DateInvalid, "%s: %s is not a date; it is left blank.", g.heading(Leaving), quoted(text))
	case serial:
		p.warn(p.current.row, DateSerial, "%s: the spreadsheet's number %s is taken as %s.", g.heading(Leaving), quoted(text), date.Full())
	}
	if ok && date < p.today {
		return "left on " + date.Full(), string(model.No)
	}
	return "", onRoll
}

// contact reads one contact of the row; ok is false when the row has none there.
func (p *parser) contact(at int) (c Contact, ok bool) {
	g := p.gather(at)
	n := p.names(g)
	relation, only := onlyRelation(strings.TrimSpace(n.Forename + " " + n.Surname))
	if n.Empty() && n.Title == "" && !g.reached {
		p.orderOnNobody(g, at)
		return Contact{}, false
	}
	v := Values{}
	text := g.text(Relation)
	if only {
		text = cmp.Or(text, strings.TrimSpace(n.Forename+" "+n.Surname))
		n.Forename, n.Surname = "", ""
	}
	p.relation(g, v, cmp.Or(text, p.file.blocks[at].relation()), relation)
	if n.Empty() && !p.nameless(g, v) {
		return Contact{}, false
	}
	p.adult(g, n, v)
	if n.Joint {
		p.warn(p.current.row, ContactJoint, "%s are kept as one contact; “Split …” on their page parts them, if each should have their own letters.", quoted(shownName(v)))
	}
	p.link(g, v, at)
	return Contact{Row: p.current.row, Values: v, Phones: g.phones, Emails: g.emails}, true
}

// onlyRelation is the relationship when a name is no more than one: "Gran", "Social worker". A doctor or a
// friend may be called so.
func onlyRelation(name string) (model.Relationship, bool) {
	if r, only := model.RelationshipName(name); only {
		return r, true
	}
	switch r, _ := model.RelationshipOf(name); r {
	case model.Childminder, model.SocialWorker, model.Neighbour:
		return r, true
	}
	return "", false
}

func (p *parser) adult(g *gathered, n model.Name, v Values) {
	v.put(Title, n.Title)
	v.put(Surname, n.Surname)
	v.put(Forename, n.Forename)
	v.put(KnownAs, n.KnownAs)
	v.put(OfficeID, g.text(OfficeID))
	v.put(Language, language(g.text(Language)))
	address, postcode := g.address()
	v.put(Address, address)
	v.put(Postcode, postcode)
}

func (p *parser) link(g *gathered, v Values, at int) {
	v.put(Priority, priority(g.text(Priority)))
	if p.file.blocks[at].counted {
		v.put(Priority, strconv.Itoa(p.file.blocks[at].place))
	}
	v.put(Responsibility, string(yesNo(g.text(Responsibility))))
	v.put(CourtOrder, string(courtOrder(g.text(CourtOrder))))
	v.put(LivesWith, string(yesNo(g.text(LivesWith))))
	if pointsTo(g.text(Address)) == atTheChild {
		v.put(LivesWith, string(model.Yes))
	}
}

// relation keeps the office's word and what it stands for.
func (p *parser) relation(g *gathered, v Values, text string, only model.Relationship) {
	relation, known := model.RelationshipOf(text)
	if !known {
		p.warn(p.current.row, RelationshipUnknown, "%s: %s is not a relationship Kettle knows; it is taken as “other” and joins no family.", g.heading(Relation), quoted(text))
	}
	if relation == "" {
		relation = only
	}
	v.put(Relation, string(relation))
	v.put(RelationText, text)
}

// nameless warns about a contact without a name, and reports whether there is a way to reach them; one
// that cannot be reached either is left out.
func (p *parser) nameless(g *gathered, v Values) bool {
	what := cmp.Or(v[RelationText], "contact")
	if len(g.phones)+len(g.emails) == 0 {
		p.warn(p.current.row, ContactNoName, "There is a %s without a name or a number that can be used; nothing is kept.", quoted(what))
		return false
	}
	p.warn(p.current.row, ContactNoName, "There is a %s without a name; a contact without a name is kept for this pupil only.", quoted(what))
	return true
}

// orderOnNobody warns where the office has a court order and does not say whom it is about.
func (p *parser) orderOnNobody(g *gathered, at int) {
	if courtOrder(g.text(CourtOrder)) == model.Yes {
		what := cmp.Or(g.text(Relation), p.file.blocks[at].relation(), "contact")
		p.warn(p.current.row, ContactNoName, "There is a court order for a %s without a name; nothing is kept. Ask the office whom it is about.", quoted(what))
	}
}
