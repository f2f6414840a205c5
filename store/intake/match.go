package intake

import (
	"cmp"
	"slices"

	"kettle/model"
)

// Match recognises the people of a file among themselves and among those the caseload holds (section
// 5), and says what taking the file in would do (section 6). It changes neither argument.
func Match(result Result, held Caseload) Plan { return Choose(result, held, nil) }

// Choose is Match with what somebody decided about the items of its plan.
func Choose(result Result, held Caseload, choices Choices) Plan {
	m := newMatcher(held)
	m.choices = choices
	found := m.recogniseAll(result.Records)
	for i, record := range result.Records {
		if found[i] != nil {
			m.takePupil(found[i], record)
		}
	}
	m.readRelations(result.Records, found)
	for i, record := range result.Records {
		if p := found[i]; p != nil && !p.hidden() {
			for _, c := range record.Contacts {
				m.contact(p, c)
			}
		}
	}
	return m.plan(result)
}

// matcher holds the union of file and caseload while people are recognised.
type matcher struct {
	report
	held   Caseload
	pupils []*pupil
	adults []*adult
	links  []*link

	byUPN  map[string]*pupil
	byBorn map[string][]*pupil // folded name and date of birth
	byWeak map[string][]*pupil // folded name, year and form
	byName map[string][]*pupil

	fileUPNs  map[string]bool   // valid UPNs of the file
	relations map[relation]bool // what the file says of pupils and names
	byAdult   map[string][]*adult
	// byEvidence is by folded name and one way to be reached.
	byEvidence map[string][]*adult
	onPupil    map[contactOf][]*link
	byID       map[string][]*adult // by the office's number
	mailOwner  map[string]*adult
	mails      []sharedMail

	classless map[string]bool // weak keys of the file's children without a class
	orphans   map[int]bool    // rows of contacts whose pupil, in a row above, is left out

	newPupils int64
	comers    int64 // contacts of the file read so far: their numbers do not hang on what is decided
	choices   Choices
	doubles   []double
}

// relation is a contact of a pupil by folded name and relationship.
type relation struct {
	pupil *pupil
	name  string
	is    string
}

func newMatcher(held Caseload) *matcher {
	m := &matcher{
		held: held, byUPN: map[string]*pupil{}, byBorn: map[string][]*pupil{}, byWeak: map[string][]*pupil{}, byName: map[string][]*pupil{},
		fileUPNs: map[string]bool{}, relations: map[relation]bool{}, byAdult: map[string][]*adult{}, byEvidence: map[string][]*adult{},
		onPupil: map[contactOf][]*link{}, byID: map[string][]*adult{},
		mailOwner: map[string]*adult{}, orphans: map[int]bool{}, classless: map[string]bool{},
	}
	pupils, adults := map[int64]*pupil{}, map[int64]*adult{}
	for i := range held.Pupils {
		p := heldPupil(&held.Pupils[i])
		pupils[p.id] = p
		m.pupils = append(m.pupils, p)
		m.indexPupil(p)
	}
	for i := range held.Adults {
		a := heldAdult(&held.Adults[i])
		adults[a.id] = a
		m.adults = append(m.adults, a)
		m.indexHeld(a)
	}
	for i := range held.Links {
		h := &held.Links[i]
		if p, a := pupils[h.Pupil], adults[h.Adult]; p != nil && a != nil {
			m.addHeldLink(h, p, a)
		}
	}
	return m
}

func (m *matcher) readRelations(records []Record, found []*pupil) {
	for i, r := range records {
		for _, c := range r.Contacts {
			m.relations[relation{found[i], adultKey(c.Values), c.Values[Relation]}] = true
		}
	}
}

// link is what an adult is to a pupil, in file or caseload or both.
type link struct {
	id    int64
	held  *Link
	pupil *pupil
	adult *adult
	row   int // first row of the file, 0 when it does not name the link
	file  Values
	aside Values // what rows say that name one joined to the adult by hand
	entry Entry
	left  bool // new, and left out of this import
}

func (l *link) hidden() bool {
	return l.left || l.held != nil && l.held.Removed || l.pupil.hidden() || l.adult.hidden()
}

// value is the field as it will be.
func (l *link) value(f Field) string {
	if set, ok := l.entry.Set[f]; ok {
		return set
	}
	if l.held != nil {
		return l.held.Now[f]
	}
	return ""
}

// relationship is what file or caseload say, the file first.
func (l *link) relationship() model.Relationship {
	if l.file[Relation] != "" || l.held == nil {
		return model.Relationship(l.file[Relation])
	}
	return model.Relationship(l.held.Now[Relation])
}

// plan puts together what was found.
func (m *matcher) plan(result Result) Plan {
	plan := Plan{RowsRead: result.RowsRead}
	m.compare(&plan)
	m.choose(&plan)
	m.sortFamilies(&plan)
	m.list(&plan)
	m.listLeft(&plan)
	m.listDoubles(&plan)
	m.missing(&plan, result)
	plan.Problems = m.allProblems(result)
	model.InOrder(plan.Problems, func(a, b Problem) int { return cmp.Compare(a.Row, b.Row) })
	return plan
}

// allProblems are those of reading the file and of recognising people. A row below a pupil that is left out
// is not taken as that pupil's, and of two adults found to be one there is no doubt; they share nothing.
func (m *matcher) allProblems(result Result) []Problem {
	all := slices.DeleteFunc(slices.Clone(result.Problems), func(p Problem) bool { return p.Code == FilledDown && m.orphans[p.Row] })
	all = append(all, m.problems...)
	for _, a := range m.adults {
		if a.doubt != nil && a.into == nil {
			all = append(all, *a.doubt)
		}
	}
	for _, mail := range m.mails {
		if mail.a.root() != mail.other.root() {
			all = append(all, mail.problem)
		}
	}
	return all
}

// list names everybody of the file in the order in which it named them first.
func (m *matcher) list(plan *Plan) {
	for _, p := range m.pupils {
		if p.row > 0 && !p.left {
			plan.Pupils = append(plan.Pupils, PupilPlan{ID: p.id, Family: p.family, Entry: p.entry, Numbers: p.numbers})
		}
	}
	for _, a := range m.adults {
		if a.row > 0 && a.into == nil && !a.left {
			plan.Adults = append(plan.Adults, AdultPlan{ID: a.id, Entry: a.entry, Numbers: a.numbers})
		}
	}
	for _, l := range m.links {
		if l.row > 0 && (l.held != nil || !l.hidden()) {
			plan.Links = append(plan.Links, LinkPlan{ID: l.id, Pupil: l.pupil.id, Adult: l.adult.id, Entry: l.entry})
		}
	}
	model.InOrder(plan.Pupils, func(a, b PupilPlan) int { return cmp.Compare(a.Row, b.Row) })
	model.InOrder(plan.Adults, func(a, b AdultPlan) int { return cmp.Compare(a.Row, b.Row) })
	model.InOrder(plan.Links, func(a, b LinkPlan) int { return cmp.Compare(a.Row, b.Row) })
}

// missing lists whom the caseload holds and the file does not name: pupils on roll, and contacts that
// the office gave for a pupil who is in the file.
func (m *matcher) missing(plan *Plan, result Result) {
	contacts := slices.ContainsFunc(result.Records, func(r Record) bool { return len(r.Contacts) > 0 })
	for _, p := range m.pupils {
		if p.row == 0 && !p.hidden() && p.held.Now[OnRoll] != string(model.No) {
			plan.Missing = append(plan.Missing, Missing{Kind: APupil, ID: p.id, Name: shownName(p.held.Now)})
		}
	}
	for _, l := range m.links {
		if contacts && l.row == 0 && l.pupil.row > 0 && !l.hidden() && len(l.held.Imported) > 0 {
			name := shownName(l.adult.held.Now) + ", " + l.relationship().Words() + " of " + shownName(l.pupil.held.Now)
			plan.Missing = append(plan.Missing, Missing{Kind: ALink, ID: l.id, Pupil: l.pupil.id, Name: name})
		}
	}
}
