package store

import (
	"errors"
	"strconv"
	"strings"

	"kettle/store/handover"
)

// packHere is the caseload that a pack is opened in, with the rows behind the names.
type packHere struct {
	handover.Here
	rows      map[string]map[string]int64 // by table and our name
	elsewhere map[string]map[string]int64 // rows of known_elsewhere, by table and their name
	ids       map[handover.Kind]map[string]int64
}

// meets reads all that the caseload holds, as a pack must know it.
func (q querier) meets() (*packHere, error) {
	p, err := q.packed(nil)
	if err != nil {
		return nil, err
	}
	h := &packHere{Here: handover.Here{Records: p.records, Known: map[string]map[string]string{}, Gone: map[string]map[string]bool{}, Stamps: map[string]map[string]string{}},
		rows: map[string]map[string]int64{}, elsewhere: map[string]map[string]int64{}, ids: map[handover.Kind]map[string]int64{}}
	for _, t := range handover.Tables() {
		h.Known[t.Name], h.Gone[t.Name], h.Stamps[t.Name] = map[string]string{}, map[string]bool{}, map[string]string{}
		h.rows[t.Name], h.elsewhere[t.Name] = map[string]int64{}, map[string]int64{}
	}
	for _, r := range p.records {
		h.knows(r.Table, r.UID, r.Row)
		for _, also := range r.Also {
			h.Known[r.Table][also] = r.UID
		}
	}
	return h, errors.Join(h.readGone(p), h.readStamps(q), h.readNames(q))
}

func (h *packHere) knows(table, uid string, row int64) {
	h.Known[table][uid] = uid
	h.rows[table][uid] = row
}

// readGone reads what is out of sight, or is not handed over: a pack neither brings it again nor touches it.
// One who was joined to another by hand is known as that other.
func (h *packHere) readGone(p *packing) error {
	joined, err := p.joinedHere()
	if err != nil {
		return err
	}
	for _, t := range handover.Tables() {
		names, err := p.namesOf(t)
		if err != nil {
			return err
		}
		for _, n := range names {
			kept := p.uids[t.Name][joined[t.Name+" "+strconv.FormatInt(n.id, 10)]]
			switch {
			case p.uids[t.Name][n.id] != "" || n.text == "":
			case kept != "":
				h.Known[t.Name][n.text] = kept
			default:
				h.knows(t.Name, n.text, n.id)
				h.Gone[t.Name][n.text] = true
			}
			for _, also := range p.elsewhere[t.Name][n.id] {
				if h.Known[t.Name][also] == "" && n.text != "" {
					h.Known[t.Name][also] = h.Known[t.Name][n.text]
				}
			}
		}
	}
	return nil
}

// namesOf are all rows of a table with what they are called here.
func (p *packing) namesOf(t handover.Table) ([]numberedText, error) {
	name := map[bool]string{true: "uid", false: "id || '/' || created_at"}[t.UID]
	switch t.Name {
	case handover.Links:
		name = "pupil_id || '/' || adult_id"
	case handover.Transitions:
		name = "pupil_id || '/' || year"
	}
	rows, err := p.query("SELECT id, " + name + " FROM " + t.Name + " ORDER BY id")
	all, err := scanAll(rows, err, numberedTextRow)
	for i := range all {
		n := &all[i]
		if also := p.elsewhere[t.Name][n.id]; !t.UID && !t.Natural && len(also) > 0 {
			n.text = also[0]
		} else if !t.UID && !t.Natural {
			n.text = p.caseload + "/" + n.text
		}
		if t.Natural {
			n.text = p.naturalName(t, n.text)
		}
	}
	return all, err
}

// naturalName is a name made of numbers of rows in those of the rows, "" where one of them has none.
func (p *packing) naturalName(t handover.Table, name string) string {
	first, second, _ := strings.Cut(name, "/")
	pupil, _ := strconv.ParseInt(first, 10, 64)
	uid := p.uids[handover.Pupils][pupil]
	if t.Name == handover.Links {
		adult, _ := strconv.ParseInt(second, 10, 64)
		second = p.uids[handover.Adults][adult]
	}
	if uid == "" || second == "" {
		return ""
	}
	return uid + "/" + second
}

// joinedHere says into whom rows went that somebody joined by hand, by "table id".
func (q querier) joinedHere() (map[string]int64, error) {
	type join struct {
		entity     string
		kept, gone int64
	}
	rows, err := q.query("SELECT entity, kept_id, gone_id FROM joined WHERE split_on = '' ORDER BY id")
	all, err := scanAll(rows, err, func(j *join) []any { return []any{&j.entity, &j.kept, &j.gone} })
	into := map[string]int64{}
	for _, j := range all {
		into[j.entity+" "+strconv.FormatInt(j.gone, 10)] = j.kept
	}
	return into, err
}

func (h *packHere) readStamps(q querier) error {
	type stamp struct {
		id                int64
		table, uid, stamp string
	}
	rows, err := q.query("SELECT id, tbl, uid, stamp FROM known_elsewhere")
	all, err := scanAll(rows, err, func(s *stamp) []any { return []any{&s.id, &s.table, &s.uid, &s.stamp} })
	for _, s := range all {
		if h.Stamps[s.table] != nil {
			h.Stamps[s.table][s.uid], h.elsewhere[s.table][s.uid] = s.stamp, s.id
		}
	}
	return err
}

// readNames reads whom and what of the school a name may mean; those in sight come first.
func (h *packHere) readNames(q querier) error {
	for kind, table := range namedTables() {
		rows, err := q.query("SELECT id, name FROM " + table + " ORDER BY deleted_at <> '', id")
		all, err := scanAll(rows, err, numberedTextRow)
		if err != nil {
			return err
		}
		h.ids[kind] = map[string]int64{}
		var names []string
		for _, n := range all {
			names = append(names, n.text)
			if h.ids[kind][n.text] == 0 {
				h.ids[kind][n.text] = n.id
			}
		}
		switch kind {
		case handover.Staff:
			h.Staff = names
		case handover.Room:
			h.Rooms = names
		default:
			h.Schools = names
		}
	}
	return nil
}
