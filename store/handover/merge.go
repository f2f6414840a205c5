package handover

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// listFamilies says what each family of the pack is here.
func (m *meeting) listFamilies(records []Record) {
	m.at = map[string]int{}
	for i := range records {
		r := &records[i]
		if r.Table == Families {
			m.at[r.UID] = len(m.plan.Families)
			m.plan.Families = append(m.plan.Families, m.familyOf(r))
		}
		if f, known := m.at[r.Refs["family_id"]]; known && r.Table == Pupils {
			m.plan.Families[f].Children = append(m.plan.Families[f].Children, r)
		}
	}
}

func (m *meeting) familyOf(r *Record) Family {
	f := Family{UID: r.UID, Name: r.Values["name"], Left: m.choices.Leave[r.UID], New: map[string]int{}, Changed: map[string]int{}}
	here := m.same[Families][r.UID]
	switch {
	case m.isGone(Families, here):
		f.State = GoneHere
	case m.ours[Families][here] != nil:
		f.State, f.Here = KnownHere, m.ours[Families][here].Values["name"]
	}
	return f
}

// mergeAll decides about each record that comes. A meeting stands behind the one it follows.
func (m *meeting) mergeAll(records []Record) {
	done := map[string]bool{}
	for i := range records {
		var row []*Record // of a meeting, back to the first of those that follow one another
		for r := &records[i]; r != nil && !done[key(r.Table, r.UID)]; r = m.theirs[Meetings][r.Refs["after_id"]] {
			done[key(r.Table, r.UID)] = true
			row = append(row, r)
		}
		for _, r := range slices.Backward(row) {
			m.merge(r)
		}
	}
}

func (m *meeting) merge(r *Record) {
	here, ok := m.resolve(r.Table, r.UID)
	if !ok || !m.wanted(r.Table, r.UID) {
		return
	}
	t := m.tables[r.Table]
	theirs := m.translated(t, r)
	ours := m.ours[r.Table][here]
	switch {
	case m.here.Known[r.Table][here] == "":
		m.comes(t, r, theirs, here)
	case ours == nil: // known, but no pack may touch it
	case t.Merging == AsWhole:
		m.mergeWhole(t, r, theirs, ours)
	default:
		m.mergeFields(t, r, theirs, ours)
	}
}

// comes adds a record that is new here.
func (m *meeting) comes(t Table, r *Record, theirs Record, here string) {
	parts := m.placed(t, theirs, nil)
	if t.Name == Households && len(parts) == 0 && len(theirs.Parts) > 0 {
		return // all of them have a home here
	}
	m.plan.Changes = append(m.plan.Changes, Change{Table: t.Name, Here: here, UID: r.UID, New: true,
		Values: theirs.Values, Refs: theirs.Refs, Add: parts, Stamp: stampOf(t, theirs).String()})
	m.count(r, func(f *Family) { f.New[t.Name]++ })
	m.alarmsOfNew(r)
}

// mergeWhole takes a record as the pack has it when only the other side changed it since it last came.
func (m *meeting) mergeWhole(t Table, r *Record, theirs Record, ours *Record) {
	a, b, was := stampOf(t, theirs), stampOf(t, *ours), m.here.Stamps[t.Name][r.UID]
	change := Change{Table: t.Name, Here: ours.UID, UID: r.UID, Stamp: a.String()}
	switch {
	case a == b || was == a.String():
		m.count(r, func(f *Family) { f.Same++ })
	case was == b.String() || m.takes(r, ""):
		change.setAll(t, theirs, ours, a.Parts != b.Parts)
		m.count(r, func(f *Family) { f.Changed[t.Name]++ })
		if was != b.String() {
			m.differs(r, "", "", "")
		}
	default:
		m.differs(r, "", "", "")
	}
	m.note(change)
}

// setAll makes the change one to all that the pack says. A room that is not known here is none that was
// given up.
func (c *Change) setAll(t Table, theirs Record, ours *Record, parts bool) {
	c.Values, c.Refs = map[string]string{}, map[string]string{}
	for _, column := range t.Columns {
		value := theirs.Values[column.Name]
		if value != ours.Values[column.Name] && (value != "" || column.Kind < Staff) {
			c.Values[column.Name] = value
		}
	}
	for _, ref := range t.Refs {
		if uid := theirs.Refs[ref.Column]; uid != ours.Refs[ref.Column] {
			c.Refs[ref.Column] = uid
		}
	}
	if parts {
		c.Drop, c.Add = ours.Parts, theirs.Parts
	}
}

// note keeps a change, if it changes anything or the caseload does not know yet what it notes.
func (m *meeting) note(c Change) {
	was := m.here.Stamps[c.Table][c.UID]
	if c.Real() || was != c.Stamp && (was != "" || c.UID != c.Here) {
		m.plan.Changes = append(m.plan.Changes, c)
	}
}

func (m *meeting) takes(r *Record, column string) bool {
	return m.choices.Take[differenceID(r, column)]
}

func differenceID(r *Record, column string) string { return key(r.Table, r.UID) + " " + column }

// differs lists a difference with the first family that it is about.
func (m *meeting) differs(r *Record, column, ours, theirs string) {
	d := Difference{ID: differenceID(r, column), Record: r, Column: column, Ours: ours, Theirs: theirs, Taken: m.takes(r, column)}
	for _, f := range m.familiesOf(r) {
		if !f.Left && f.State != GoneHere {
			f.Differences = append(f.Differences, d)
			return
		}
	}
}

// count counts a record for each family it belongs to.
func (m *meeting) count(r *Record, add func(*Family)) {
	for _, f := range m.familiesOf(r) {
		add(f)
	}
}

// familiesOf are the families of the pack that a record belongs to.
func (m *meeting) familiesOf(r *Record) (families []*Family) {
	for _, uid := range m.family[key(r.Table, r.UID)] {
		if i, known := m.at[uid]; known {
			families = append(families, &m.plan.Families[i])
		}
	}
	return families
}

// mergeFields takes what only the other side changed since it last came, fills what is blank here where
// the two meet for the first time, and asks about the rest. What belongs to the wall, and parts, are merged
// each in their own way.
func (m *meeting) mergeFields(t Table, r *Record, theirs Record, ours *Record) {
	a, b := stampOf(t, theirs), stampOf(t, *ours)
	wasRow, wasParts, before := strings.Cut(m.here.Stamps[t.Name][r.UID], " ")
	change := Change{Table: t.Name, Here: ours.UID, UID: r.UID, Stamp: a.String(), Values: map[string]string{}}
	if t.Merging == ByField && a.Row != b.Row && !(before && wasRow == a.Row) {
		for _, c := range t.Columns {
			m.mergeField(&change, c, r, theirs, ours, fieldMerge{before: before, onlyThere: before && wasRow == b.Row})
		}
	}
	m.mergeWall(&change, t, r, theirs, ours)
	if !before || wasParts != a.Parts {
		change.Add = m.placed(t, theirs, ours)
	}
	if change.Real() {
		m.count(r, func(f *Family) { f.Changed[t.Name]++ })
	} else if a.Row == b.Row {
		m.count(r, func(f *Family) { f.Same++ })
	}
	m.note(change)
}

// fieldMerge says what is known of a record's past: whether it came before, and only the other side has
// changed it since.
type fieldMerge struct{ before, onlyThere bool }

func (m *meeting) mergeField(change *Change, c Column, r *Record, theirs Record, ours *Record, past fieldMerge) {
	here, there := ours.Values[c.Name], theirs.Values[c.Name]
	if c.Walls || here == there {
		return
	}
	switch {
	case past.onlyThere:
		change.Values[c.Name] = there
		m.alarmOfResponsibility(r, c, here, there)
	case here == "" && !past.before && c.Kind != Flag:
		change.Values[c.Name] = there
	case c.Quiet || there == "":
	default:
		m.differs(r, c.Name, here, there)
		if m.takes(r, c.Name) {
			change.Values[c.Name] = there
			m.alarmOfResponsibility(r, c, here, there)
		}
	}
}

// placed are the parts of theirs that ours lacks; nil is a record that is new here. In a household come
// only people who have none in this family.
func (m *meeting) placed(t Table, theirs Record, ours *Record) []Part {
	if t.Merging == AsWhole {
		return theirs.Parts
	}
	have, numbered := map[string]bool{}, map[string]int{}
	if ours != nil {
		for _, p := range ours.Parts {
			have[m.partKey(t, p)] = true
			numbered[p.Table]++
		}
	}
	var add []Part
	for _, p := range theirs.Parts {
		k := m.partKey(t, p)
		if have[k] || m.livesElsewhere(t, theirs, p) {
			continue
		}
		have[k] = true
		if part, _ := t.Part(p.Table); ours != nil && slices.ContainsFunc(part.Columns, func(c Column) bool { return c.Name == "position" }) {
			p.Values = maps.Clone(p.Values)
			p.Values["position"] = strconv.Itoa(numbered[p.Table])
			numbered[p.Table]++
		}
		add = append(add, p)
	}
	return add
}

func (m *meeting) partKey(t Table, p Part) string {
	part, _ := t.Part(p.Table)
	k := p.Table
	for _, name := range part.Key {
		k += "|" + strings.ToLower(strings.ReplaceAll(p.Values[name]+p.Refs[name], " ", ""))
	}
	return k
}

func (m *meeting) livesElsewhere(t Table, theirs Record, p Part) bool {
	part, _ := t.Part(p.Table)
	if !part.Everywhere {
		return false
	}
	family := theirs.Refs["family_id"]
	if m.homes[family][personOf(p)] {
		return true
	}
	if m.homes[family] == nil {
		m.homes[family] = map[string]bool{}
	}
	m.homes[family][personOf(p)] = true
	return false
}
