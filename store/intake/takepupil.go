package intake

import (
	"strings"

	"kettle/model"
)

// takePupil takes the values of a row in; what an earlier row said stays.
func (m *matcher) takePupil(p *pupil, r Record) {
	m.warnPupil(p, r)
	if p.row == 0 {
		p.row = r.Row
	}
	for f, value := range r.Pupil {
		p.file.put(f, value)
	}
	for _, phone := range r.Phones {
		p.phones = model.AddPhone(p.phones, phone)
	}
	for _, email := range r.Emails {
		p.emails = addText(p.emails, email)
	}
}

func (m *matcher) warnPupil(p *pupil, r Record) {
	if r.Pupil[UPN] == "" && r.Pupil[Born] == "" {
		m.warn(r.Row, PupilWeakKey, "%s has neither a UPN nor a date of birth and is recognised by name, year and form only.", shownName(r.Pupil))
	}
	if p.row == 0 {
		return
	}
	var differ []string
	for _, f := range []Field{Surname, Forename, Born, Year, Form, SEN} {
		if a, b := p.file[f], r.Pupil[f]; a != "" && b != "" && model.Fold(a) != model.Fold(b) {
			differ = append(differ, f.Words()+" "+quoted(b)+" instead of "+quoted(a))
		}
	}
	if len(differ) > 0 {
		m.warn(r.Row, PupilConflict, "This row says otherwise than an earlier one about %s: %s. The earlier row counts.", shownName(p.file), strings.Join(differ, ", "))
	}
}
