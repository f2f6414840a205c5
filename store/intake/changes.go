package intake

import (
	"maps"
	"strings"

	"kettle/model"
)

// compare finds what the file changes about everybody it names (section 6).
func (m *matcher) compare(plan *Plan) {
	for _, p := range m.pupils {
		if p.row > 0 {
			m.comparePupil(plan, p)
		}
	}
	for _, a := range m.adults {
		if a.row > 0 && a.into == nil {
			m.compareAdult(plan, a)
		}
	}
	for _, l := range m.links {
		if l.row > 0 && (l.held != nil || !l.hidden()) {
			m.compareLink(plan, l)
		}
	}
}

func (m *matcher) comparePupil(plan *Plan, p *pupil) {
	if p.hidden() {
		p.entry = Entry{State: Hidden, Row: p.row}
		return
	}
	p.settle()
	if p.file[UPN] != "" || p.held != nil && p.held.Now[UPN] != "" {
		delete(p.file, UPNUnverified)
	}
	if p.held == nil {
		p.file.put(OnRoll, string(model.Yes))
		p.entry, p.numbers = brandNew(p.row, p.file, p.phones, p.emails)
		return
	}
	d := differ{kind: APupil, id: p.id, row: p.row, name: shownName(p.held.Now), office: p.held.Office}
	if d.office.Imported[OnRoll] == "" {
		// A pupil added by hand is on roll without anybody having said so, and may leave.
		d.office.Imported = overlaid(d.office.Imported, Values{OnRoll: string(model.Yes)})
	}
	d.fields(pupilFields, p.file)
	if d.entry.Set[UPN] != "" && p.held.Now[UPNUnverified] != "" {
		d.set(UPNUnverified, p.held.Now[UPNUnverified], "")
	}
	p.numbers = d.numbers(p.phones, p.emails, p.held.Phones, p.held.Emails)
	p.entry = d.done(plan)
}

func (m *matcher) compareAdult(plan *Plan, a *adult) {
	switch {
	case a.hidden():
		a.entry = Entry{State: Hidden, Row: a.row}
	case a.held == nil:
		a.entry, a.numbers = brandNew(a.row, a.file, a.phones, a.emails)
	default:
		a.settle()
		d := differ{kind: AnAdult, id: a.id, row: a.row, name: shownName(a.held.Now), office: a.held.Office}
		d.fields(adultFields, a.file)
		a.numbers = d.numbers(a.phones, a.emails, a.held.Phones, a.held.Emails)
		a.entry = d.done(plan)
	}
}

func (m *matcher) compareLink(plan *Plan, l *link) {
	for f, value := range l.aside {
		l.file.put(f, value)
	}
	switch {
	case l.hidden():
		l.entry = Entry{State: Hidden, Row: l.row}
	case l.held == nil:
		l.entry, _ = brandNew(l.row, l.file, nil, nil)
	default:
		d := differ{kind: ALink, id: l.id, row: l.row, name: l.words(), office: l.held.Office}
		d.fields(linkFields, l.file)
		l.entry = d.done(plan)
	}
	m.alarm(plan, l)
}

// words are the link in a sentence: "Dean Vickery, father of Elsie Vickery".
func (l *link) words() string {
	relationship := l.relationship().Words()
	if l.relationship() == "" {
		relationship = "contact"
	}
	return l.adult.name() + ", " + relationship + " of " + l.pupil.name()
}

func (a *adult) name() string {
	return shownName(a.known())
}

// known is the adult as the file names them, else as the caseload does: a row may name only one who was
// joined to them.
func (a *adult) known() Values {
	if a.held != nil && a.file[Surname]+a.file[Forename] == "" {
		return a.held.Now
	}
	return a.file
}

func (p *pupil) name() string {
	if p.held != nil && p.file[Surname]+p.file[Forename] == "" {
		return shownName(p.held.Now)
	}
	return shownName(p.file)
}

// brandNew is the entry of one whom the caseload does not hold.
func brandNew(row int, file Values, phones []model.Phone, emails []string) (Entry, Numbers) {
	e := Entry{State: New, Row: row, Set: maps.Clone(file), Imported: maps.Clone(file)}
	e.Imported.put(Phones, PhoneSet(phones))
	e.Imported.put(Emails, EmailSet(emails))
	return e, Numbers{Phones: fromOffice(phones), Emails: emails}
}

func fromOffice(phones []model.Phone) []model.Phone {
	for i := range phones {
		phones[i].FromOffice = true
	}
	return phones
}

// differ compares the file with one whom the caseload holds.
type differ struct {
	kind      Kind
	id        int64
	row       int
	name      string
	office    Office
	entry     Entry
	conflicts []Conflict
}

// fields takes the file's value where the user has not changed the field, and leaves it otherwise. A
// blank in the file says nothing, and neither does the value last imported. A class that is blank here was
// emptied when the years moved on, not changed by the user.
func (d *differ) fields(fields []Field, file Values) {
	for _, f := range fields {
		given, now, was := file[f], d.office.Now[f], d.office.Imported[f]
		switch {
		case given == "" || given == was:
		case given == now:
			d.imported(f, given)
		case now == was, now == "" && f == Form: // the years moved on, and last year's class went
			d.set(f, now, given)
		default:
			d.imported(f, given)
			d.conflicts = append(d.conflicts, Conflict{Kind: d.kind, ID: d.id, Row: d.row, Name: d.name, Field: f, Yours: now, Office: given, Was: was})
		}
	}
}

func (d *differ) imported(f Field, value string) {
	if d.entry.Imported == nil {
		d.entry.Imported = Values{}
	}
	d.entry.Imported[f] = value
}

func (d *differ) set(f Field, from, to string) {
	if d.entry.Set == nil {
		d.entry.Set = Values{}
	}
	d.entry.Set[f] = to
	d.imported(f, to)
	d.entry.Changes = append(d.entry.Changes, Change{Field: f, From: from, To: to})
}

// numbers replaces the office's telephones and e-mails as a set, if the file has any and they are not
// the ones last imported. The user's own stay.
func (d *differ) numbers(phones []model.Phone, emails []string, heldPhones []model.Phone, heldEmails []model.Email) (n Numbers) {
	if set := PhoneSet(phones); set != "" && set != d.office.Imported[Phones] {
		d.imported(Phones, set)
		if now := officePhones(heldPhones); now != set {
			n.Phones = fromOffice(phones)
			d.entry.Changes = append(d.entry.Changes, Change{Field: Phones, From: now, To: set})
		}
	}
	if set := EmailSet(emails); set != "" && set != d.office.Imported[Emails] {
		d.imported(Emails, set)
		if now := officeEmails(heldEmails); now != set {
			n.Emails = emails
			d.entry.Changes = append(d.entry.Changes, Change{Field: Emails, From: now, To: set})
		}
	}
	return n
}

func officePhones(phones []model.Phone) string {
	var office []model.Phone
	for _, p := range phones {
		if p.FromOffice {
			office = append(office, p)
		}
	}
	return PhoneSet(office)
}

func officeEmails(emails []model.Email) string {
	var office []string
	for _, e := range emails {
		if e.FromOffice {
			office = append(office, strings.ToLower(e.Address))
		}
	}
	return EmailSet(office)
}

func (d *differ) done(plan *Plan) Entry {
	plan.Conflicts = append(plan.Conflicts, d.conflicts...)
	d.entry.Row, d.entry.State = d.row, Same
	if len(d.entry.Changes) > 0 {
		d.entry.State = Changed
	}
	return d.entry
}
