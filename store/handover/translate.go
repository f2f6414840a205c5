package handover

import (
	"maps"
	"strconv"

	"kettle/model"
)

// translated is a record of the pack in the names of this caseload. What is named and does not come is
// left out; people who do not come are named in words where there is room for it.
func (m *meeting) translated(t Table, r *Record) Record {
	theirs := Record{Table: r.Table, UID: r.UID, Also: r.Also}
	row, _ := m.translatedRow(t, Part{Values: r.Values, Refs: r.Refs})
	theirs.Values, theirs.Refs = row.Values, row.Refs
	moved := map[string]string{} // refs within the record, as they were and are
	for i, p := range r.Parts {
		part, _ := t.Part(p.Table)
		row, ok := m.translatedRow(part, p)
		for _, ref := range part.Refs {
			if ref.Within {
				row.Refs[ref.Column], ok = moved[p.Refs[ref.Column]], ok && moved[p.Refs[ref.Column]] != ""
			}
		}
		if !ok || p.Table == "household_person" && personOf(row) == "" {
			m.plan.Lost.Rows++
			continue
		}
		moved["#"+strconv.Itoa(i)] = "#" + strconv.Itoa(len(theirs.Parts))
		row.Table = p.Table
		theirs.Parts = append(theirs.Parts, row)
	}
	return theirs
}

func (m *meeting) translatedRow(t Table, p Part) (row Part, ok bool) {
	row = Part{Values: maps.Clone(p.Values), Refs: map[string]string{}}
	if row.Values == nil {
		row.Values = map[string]string{}
	}
	ok = true
	for _, ref := range t.Refs {
		uid := p.Refs[ref.Column]
		if uid == "" || ref.Within {
			continue
		}
		here, known := m.resolve(ref.Table, uid)
		if known {
			row.Refs[ref.Column] = here
			continue
		}
		ok = ok && !ref.Must
		m.inWords(t, row, m.nameOf(ref.Table, uid))
	}
	for _, c := range t.Columns {
		m.translateName(t, row, c)
	}
	return row, ok
}

// translateName gives a colleague, room or school the name that it has here.
func (m *meeting) translateName(t Table, row Part, c Column) {
	name := row.Values[c.Name]
	known := map[Kind]map[string]string{Staff: m.staff, Room: m.rooms, School: m.schools}[c.Kind]
	if name == "" || c.Kind < Staff {
		return
	}
	if here := known[model.Fold(name)]; here != "" {
		row.Values[c.Name] = here
		return
	}
	delete(row.Values, c.Name)
	switch {
	case c.Kind == Room:
		m.plan.Lost.Rooms++
	case c.Kind == Staff:
		m.inWords(t, row, name)
	case len(m.here.Schools) > 0:
		row.Values[c.Name] = m.here.Schools[0]
	}
}

// inWords names somebody who does not come in the column for a name, where there is one and it is free.
func (m *meeting) inWords(t Table, row Part, name string) {
	for _, column := range []string{"name", "who"} {
		if _, has := t.column(column); has && row.Values[column] == "" && name != "" {
			row.Values[column] = name
			return
		}
	}
}

// nameOf is a person of the pack in words.
func (m *meeting) nameOf(table, uid string) string {
	r := m.theirs[table][uid]
	if r == nil {
		return ""
	}
	switch v := r.Values; table {
	case Professionals:
		return v["name"]
	case Adults:
		return model.Adult{Title: v["title"], Forename: v["forename"], Surname: v["surname"], KnownAs: v["known_as"]}.FullName()
	case Pupils:
		return model.Pupil{Forename: v["forename"], Surname: v["surname"], KnownAs: v["known_as"]}.FullName()
	}
	return ""
}
