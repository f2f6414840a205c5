package handover

import (
	"slices"
	"strings"

	"kettle/model"
)

// Here is the caseload that a pack is opened in, as far as the two must meet.
type Here struct {
	Records []Record // all that a pack of it would hold
	// Known are the rows by every name they have, their own and those that other caseloads gave them, by
	// table; Gone are those of them that are out of sight, or that no pack may touch.
	Known  map[string]map[string]string
	Gone   map[string]map[string]bool
	Stamps map[string]map[string]string // of what came before, by table and the name it came under

	Staff, Rooms, Schools []string
}

// Choices are what a person decided at the preview.
type Choices struct {
	Leave map[string]bool // families of the pack that are not taken, by uid
	Take  map[string]bool // differences in which the pack's side is taken, by ID
}

// meeting is a pack and a caseload meeting.
type meeting struct {
	choices Choices
	tables  map[string]Table
	order   []Table
	theirs  map[string]map[string]*Record // by table and their uid
	ours    map[string]map[string]*Record // by table and our uid
	here    Here
	same    map[string]map[string]string // by table, their uid: ours, of those recognised
	at      map[string]int               // where a family stands in the plan
	family  map[string][]string          // by "table uid": their families
	settled map[string]string            // by "table uid": what resolve answered, "" for no
	staff   map[string]string            // by folded name
	rooms   map[string]string
	schools map[string]string
	homes   map[string]map[string]bool // people who have a household here, by our family
	plan    Plan
}

// Meet says what taking in a pack would do, with these choices. It changes nothing.
func Meet(p Pack, here Here, choices Choices) Plan {
	m := &meeting{choices: choices, tables: map[string]Table{}, order: Tables(), here: here,
		theirs: byTable(p.Records), ours: byTable(here.Records), same: map[string]map[string]string{}, family: map[string][]string{},
		settled: map[string]string{}, staff: byName(here.Staff), rooms: byName(here.Rooms), schools: byName(here.Schools)}
	for _, t := range m.order {
		m.tables[t.Name], m.same[t.Name] = t, map[string]string{}
	}
	m.findFamilies(p.Records)
	m.recognise(p.Records)
	m.listFamilies(p.Records)
	m.mergeAll(p.Records)
	return m.plan
}

func byTable(records []Record) map[string]map[string]*Record {
	all := map[string]map[string]*Record{}
	for i := range records {
		r := &records[i]
		if all[r.Table] == nil {
			all[r.Table] = map[string]*Record{}
		}
		all[r.Table][r.UID] = r
	}
	return all
}

func byName(names []string) map[string]string {
	all := map[string]string{}
	for _, name := range names {
		if key := model.Fold(name); all[key] == "" {
			all[key] = name
		}
	}
	return all
}

func key(table, uid string) string { return table + " " + uid }

// findFamilies says to which families of the pack each record belongs: a child and all that is about one
// family to one, an adult to those of their children, an account of an incident to those of all its children.
func (m *meeting) findFamilies(records []Record) {
	for i := range records {
		r := &records[i]
		switch {
		case r.Table == Families:
			m.belongs(r.Table, r.UID, r.UID)
		case r.Refs["family_id"] != "":
			m.belongs(r.Table, r.UID, r.Refs["family_id"])
		case r.Refs["pupil_id"] != "":
			m.belongs(r.Table, r.UID, m.family[key(Pupils, r.Refs["pupil_id"])]...)
		}
		m.familiesByParts(r)
	}
}

// familiesByParts adds what the parts of a record say: whose relation an adult is, whom an account is
// about, whom somebody from outside sees.
func (m *meeting) familiesByParts(r *Record) {
	own := m.family[key(r.Table, r.UID)]
	if r.Table == Links {
		m.belongs(Adults, r.Refs["adult_id"], own...)
	}
	for _, p := range r.Parts {
		switch p.Table {
		case "family_adult":
			m.belongs(r.Table, r.UID, p.Refs["family_id"])
		case "account_pupil":
			m.belongs(r.Table, r.UID, m.family[key(Pupils, p.Refs["pupil_id"])]...)
		case "pupil_professional", "meeting_person":
			m.belongs(Professionals, p.Refs["professional_id"], own...)
		}
	}
}

func (m *meeting) belongs(table, uid string, families ...string) {
	k := key(table, uid)
	for _, family := range families {
		if family != "" && !slices.Contains(m.family[k], family) {
			m.family[k] = append(m.family[k], family)
		}
	}
}

// wanted reports whether a record is taken: all families of an account must be, one of an adult's or of
// somebody's from outside.
func (m *meeting) wanted(table, uid string) bool {
	families := m.family[key(table, uid)]
	some, all := false, len(families) > 0
	for _, family := range families {
		known := m.theirs[Families][family] != nil
		takes := known && !m.choices.Leave[family] && !m.isGone(Families, m.same[Families][family])
		some, all = some || takes, all && takes
	}
	if table == Accounts {
		return all
	}
	return some
}

func (m *meeting) isGone(table, uid string) bool { return uid != "" && m.here.Gone[table][uid] }

// resolve is what a record of the pack is called here, once the pack is taken in; ok is false for one that
// is not here then. One that is not taken, but that the caseload knows, is here.
func (m *meeting) resolve(table, uid string) (here string, ok bool) {
	k := key(table, uid)
	if here, asked := m.settled[k]; asked {
		return here, here != ""
	}
	m.settled[k] = "" // one that names itself, by however many steps, is nowhere
	m.settled[k] = m.find(table, uid)
	return m.settled[k], m.settled[k] != ""
}

func (m *meeting) find(table, uid string) string {
	r, t := m.theirs[table][uid], m.tables[table]
	if r == nil {
		return ""
	}
	here := m.same[table][uid]
	if t.Natural {
		here = m.natural(t, r)
	}
	if here != "" && m.here.Known[table][here] != "" {
		if m.isGone(table, here) {
			return ""
		}
		return here
	}
	if !m.wanted(table, uid) || !m.whole(t, r) {
		return ""
	}
	if t.Natural {
		return here
	}
	return uid
}

// natural is what a record is called by what it joins: a link by child and adult, a move by child and year.
func (m *meeting) natural(t Table, r *Record) string {
	var parts []string
	for _, ref := range t.Refs {
		here, ok := m.resolve(ref.Table, r.Refs[ref.Column])
		if !ok {
			return ""
		}
		parts = append(parts, here)
	}
	if t.Name == Transitions {
		parts = append(parts, r.Values["year"])
	}
	return strings.Join(parts, "/")
}

// whole reports whether all is here that a record cannot do without.
func (m *meeting) whole(t Table, r *Record) bool {
	for _, ref := range t.Refs {
		if !ref.Must {
			continue
		}
		if _, ok := m.resolve(ref.Table, r.Refs[ref.Column]); !ok {
			return false
		}
	}
	if t.Name != Letters {
		return true
	}
	_, adult := m.resolve(Adults, r.Refs["adult_id"])
	_, pupil := m.resolve(Pupils, r.Refs["pupil_id"])
	return adult != pupil
}
