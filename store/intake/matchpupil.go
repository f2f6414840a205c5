package intake

import (
	"cmp"
	"slices"

	"kettle/model"
)

// pupil is a child while the file is being matched, held or new.
type pupil struct {
	id     int64
	held   *Pupil
	row    int // first row of the file, 0 when it does not name the child
	file   Values
	aside  Values // what rows say that name one joined to this pupil by hand
	phones []model.Phone
	emails []string

	upns, names, born map[string]bool
	leaving           string // why a new one has left, in some row: all rows are left out

	family  int64
	entry   Entry
	numbers Numbers
	left    bool // new, and left out of this import
}

func (p *pupil) hidden() bool { return p.left || p.held != nil && p.held.Removed }

// value is the field as it will be.
func (p *pupil) value(f Field) string {
	if set, ok := p.entry.Set[f]; ok {
		return set
	}
	if p.held != nil {
		return p.held.Now[f]
	}
	return ""
}

func heldPupil(h *Pupil) *pupil {
	return &pupil{id: h.ID, held: h, family: h.Family, file: Values{}, aside: Values{}, upns: map[string]bool{}, names: map[string]bool{}, born: map[string]bool{}}
}

// identities are the names, dates and numbers under which a held pupil may come: as they are now, as
// they were last imported, and those of pupils joined to this one by hand.
func (p *pupil) identities() []Values {
	if p.held == nil {
		return []Values{p.file}
	}
	imported := Values{}
	for f, v := range p.held.Now {
		imported[f] = v
	}
	for f, v := range p.held.Imported {
		if v != "" {
			imported[f] = v
		}
	}
	return append([]Values{p.held.Now, imported}, p.held.Also...)
}

func (m *matcher) indexPupil(p *pupil) {
	for _, v := range p.identities() {
		m.indexAs(p, v)
	}
}

// indexAs makes p known under the identity v.
func (m *matcher) indexAs(p *pupil, v Values) {
	if upn := v[UPN]; upn != "" && !p.upns[upn] {
		p.upns[upn] = true
		if m.byUPN[upn] == nil {
			m.byUPN[upn] = p
		}
	}
	p.born[v[Born]] = true
	for _, name := range pupilNames(v) {
		p.names[name] = true
		addTo(m.byName, name, p)
		if v[Born] != "" {
			addTo(m.byBorn, name+v[Born], p)
		}
		addTo(m.byWeak, weakKey(name, v), p)
	}
}

func addTo[T comparable](index map[string][]T, key string, one T) {
	if !slices.Contains(index[key], one) {
		index[key] = append(index[key], one)
	}
}

// pupilNames are the folded names of a pupil, shown and legal.
func pupilNames(v Values) []string {
	shown := model.Fold(v[Forename]) + "|" + model.Fold(v[Surname])
	legal := model.Fold(cmp.Or(v[LegalForename], v[Forename])) + "|" + model.Fold(cmp.Or(v[LegalSurname], v[Surname]))
	if legal == shown {
		return []string{shown}
	}
	return []string{shown, legal}
}

func weakKey(name string, v Values) string {
	return name + "|" + v[Year] + "|" + model.Fold(v[Form])
}

// recogniseAll finds the pupil of each record, nil for one that is left out: first those with a UPN,
// then those with a date of birth, then the others, so that the order of the rows does not matter.
func (m *matcher) recogniseAll(records []Record) []*pupil {
	found := make([]*pupil, len(records))
	strength := [3][]int{}
	for i, r := range records {
		if r.Pupil[Form] == "" {
			for _, name := range pupilNames(r.Pupil) {
				m.classless[weakKey(name, r.Pupil)] = true
			}
		}
		switch {
		case r.Pupil[UPN] != "":
			m.fileUPNs[r.Pupil[UPN]] = true
			strength[0] = append(strength[0], i)
		case r.Pupil[Born] != "":
			strength[1] = append(strength[1], i)
		default:
			strength[2] = append(strength[2], i)
		}
	}
	for _, indexes := range strength {
		for _, i := range indexes {
			found[i] = m.recognise(records[i])
		}
	}
	m.leaveLeavers(records, found)
	return found
}

// leaveLeavers leaves out every row of a child who is new and has left, whichever of them says so.
func (m *matcher) leaveLeavers(records []Record, found []*pupil) {
	for i, p := range found {
		if p != nil && p.leaving != "" {
			m.leaveRecord(records[i], Leaver, shownName(records[i].Pupil)+" has left ("+p.leaving+"); the row is left out with its contacts.")
			found[i] = nil
		}
	}
	m.pupils = slices.DeleteFunc(m.pupils, func(p *pupil) bool { return p.leaving != "" })
}

// recognise finds or makes the pupil of a record; nil when the row is left out (section 5).
func (m *matcher) recognise(r Record) *pupil {
	v := r.Pupil
	p, why := m.sameUPN(v)
	if why != "" {
		m.leaveRecord(r, UPNDuplicate, why)
		return nil
	}
	if p == nil {
		p = m.sameNameAndBirth(v)
	}
	if p == nil {
		p = m.sameWeakKey(v)
	}
	if p == nil {
		p = m.newPupil(r)
	}
	if p.held == nil {
		p.leaving = cmp.Or(p.leaving, r.Leaving)
	}
	m.indexAs(p, v)
	return p
}

// leaveRecord leaves a row out, and rows below it that only had contacts.
func (m *matcher) leaveRecord(r Record, code Code, text string) {
	m.leaveOut(r.Row, code, "%s", text)
	last := r.Row
	for _, c := range r.Contacts {
		if c.Row != last {
			m.leaveOut(c.Row, NoPupil, "There is no pupil in this row, and the row above was left out; so is this one.")
			m.orphans[c.Row] = true
			last = c.Row
		}
	}
}

// sameUPN finds the pupil by a valid UPN; why says that name and birth both speak against it.
func (m *matcher) sameUPN(v Values) (p *pupil, why string) {
	p = m.byUPN[v[UPN]]
	if v[UPN] == "" || p == nil {
		return nil, ""
	}
	if !p.named(v) && p.bornOtherwise(v) {
		return nil, "UPN " + v[UPN] + " belongs to another pupil with another name and date of birth; this row (" + shownName(v) + ") is left out."
	}
	return p, ""
}

func (p *pupil) named(v Values) bool {
	return slices.ContainsFunc(pupilNames(v), func(name string) bool { return p.names[name] })
}

func (p *pupil) bornOtherwise(v Values) bool {
	known := len(p.born) > 1 || len(p.born) == 1 && !p.born[""]
	return v[Born] != "" && known && !p.born[v[Born]]
}

// sameNameAndBirth finds the pupil by name and date. Two valid UPNs are two children, unless the one
// the caseload holds is no longer in the file: then it was corrected.
func (m *matcher) sameNameAndBirth(v Values) *pupil {
	if v[Born] == "" {
		return nil
	}
	var all []*pupil
	for _, name := range pupilNames(v) {
		for _, p := range m.byBorn[name+v[Born]] {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	var fit []*pupil
	for _, p := range all {
		if len(p.upns) == 0 {
			return p
		}
		if v[UPN] == "" || !m.inFile(p) {
			fit = append(fit, p)
		}
	}
	if len(fit) == 1 || len(fit) > 1 && v[UPN] != "" {
		return fit[0]
	}
	return nil
}

// inFile reports whether a UPN of p stands in the file.
func (m *matcher) inFile(p *pupil) bool {
	for upn := range p.upns {
		if m.fileUPNs[upn] {
			return true
		}
	}
	return false
}

// sameWeakKey finds a pupil by name, year and form where UPN and date do not tell: the row has
// neither, or the pupil has neither and gains them. Where several fit, nobody is guessed.
func (m *matcher) sameWeakKey(v Values) *pupil {
	var fit []*pupil
	for _, name := range pupilNames(v) {
		for _, p := range m.byWeak[weakKey(name, v)] {
			if p.unknown() {
				return p
			}
			if v[UPN] == "" && v[Born] == "" && !slices.Contains(fit, p) {
				fit = append(fit, p)
			}
		}
	}
	switch {
	case len(fit) == 1:
		return fit[0]
	case len(fit) == 0 && v[Form] != "":
		return m.movedOn(v)
	}
	return nil
}

// movedOn finds the one of the caseload whose class was emptied when the years moved on, unless the file has
// a child of that name without a class.
func (m *matcher) movedOn(v Values) *pupil {
	var fit []*pupil
	for _, name := range pupilNames(v) {
		key := weakKey(name, Values{Year: v[Year]})
		if m.classless[key] {
			return nil
		}
		for _, p := range m.byWeak[key] {
			if p.held != nil && p.held.Now[Form] == "" && p.held.Imported[Form] != "" && p.unknown() && !slices.Contains(fit, p) {
				fit = append(fit, p)
			}
		}
	}
	if len(fit) == 1 {
		return fit[0]
	}
	return nil
}

// unknown reports whether neither a UPN nor a date of birth is known.
func (p *pupil) unknown() bool { return len(p.upns) == 0 && len(p.born) == 1 && p.born[""] }

func (m *matcher) newPupil(r Record) *pupil {
	m.newPupils++
	p := &pupil{id: -m.newPupils, file: Values{}, aside: Values{}, upns: map[string]bool{}, names: map[string]bool{}, born: map[string]bool{}}
	m.pupils = append(m.pupils, p)
	if other := m.likely(r.Pupil); other != nil && r.Leaving == "" && other.leaving == "" {
		m.warn(r.Row, PossiblePupil, "There is another %s, and nothing says whether the two are one child; both are kept.", shownName(r.Pupil))
	}
	return p
}

// likely is a pupil of the same name whom the date of birth does not tell apart.
func (m *matcher) likely(v Values) *pupil {
	for _, name := range pupilNames(v) {
		for _, p := range m.byName[name] {
			if v[Born] == "" || p.born[v[Born]] || p.born[""] && len(p.born) == 1 {
				return p
			}
		}
	}
	return nil
}
