package intake

import (
	"maps"
	"slices"
	"strings"

	"kettle/model"
)

// takePupil takes the values of a row in; what an earlier row said stays.
func (m *matcher) takePupil(p *pupil, r Record) {
	m.warnPupil(p, r)
	if p.row == 0 {
		p.row = r.Row
	}
	to := p.file
	if p.alias(r.Pupil) {
		to = p.aside
	}
	to.takeAll(r.Pupil)
	for _, phone := range r.Phones {
		p.phones = model.AddPhone(p.phones, phone)
	}
	for _, email := range r.Emails {
		p.emails = addText(p.emails, email)
	}
}

// alias reports whether a row names one who was joined to this pupil by hand: by the UPN, else by name
// and date of birth.
func (p *pupil) alias(v Values) bool {
	if p.held == nil || len(p.held.Also) == 0 {
		return false
	}
	own := p.identities()[:2]
	if v[UPN] != "" && (is(own, UPN, v) || is(p.held.Also, UPN, v)) {
		return !is(own, UPN, v)
	}
	sameBirth := func(o Values) bool { return agree(o[Born], v[Born]) && slices.ContainsFunc(pupilNames(o), named(v)) }
	return !slices.ContainsFunc(own, sameBirth) && slices.ContainsFunc(p.held.Also, sameBirth)
}

func is(any []Values, f Field, v Values) bool {
	return slices.ContainsFunc(any, func(o Values) bool { return o[f] == v[f] })
}

func named(v Values) func(name string) bool {
	return func(name string) bool { return slices.Contains(pupilNames(v), name) }
}

// whoTheyAre are the fields of a row that stay with the one it names.
var whoTheyAre = []Field{Surname, Forename, KnownAs, LegalSurname, LegalForename, Born, UPN, UPNUnverified, OfficeID}

// settle fills from what was put aside what no row of the pupil's own says.
func (p *pupil) settle() {
	rest := maps.Clone(p.aside)
	maps.DeleteFunc(rest, func(f Field, _ string) bool { return slices.Contains(whoTheyAre, f) })
	p.file.takeAll(rest)
}

func (m *matcher) warnPupil(p *pupil, r Record) {
	if r.Pupil[UPN] == "" && r.Pupil[Born] == "" {
		m.warn(r.Row, PupilWeakKey, "%s has neither a UPN nor a date of birth and is recognised by name, year and form only.", shownName(r.Pupil))
	}
	if p.row == 0 || p.alias(r.Pupil) {
		return
	}
	var differ []string
	for _, f := range []Field{Surname, Forename, Born, Year, Form, SEN} {
		if a, b := p.file[f], r.Pupil[f]; a != "" && b != "" && model.Fold(a) != model.Fold(b) {
			differ = append(differ, f.Words()+" "+quoted(b)+" instead of "+quoted(a))
		}
	}
	if len(differ) > 0 {
		m.warn(r.Row, PupilConflict, "This row says otherwise than an earlier one about %s: %s. The earlier row counts.", p.name(), strings.Join(differ, ", "))
	}
}
