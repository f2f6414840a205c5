package handover

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
)

// Schema names the form of a pack. A later form gets the next number.
const Schema = "kettle-pack/1"

// Header says what a pack is.
type Header struct {
	Schema   string         `json:"schema"`
	Made     string         `json:"made"` // the moment, as model.Moment
	By       string         `json:"by"`   // who hands over, as they call themselves
	School   string         `json:"school,omitempty"`
	Caseload string         `json:"caseload"` // names the caseload it comes from, by chance
	Counts   map[string]int `json:"counts"`   // records by table
}

// Pack is what is handed over: records in the order of Tables.
type Pack struct {
	Header
	Records []Record
}

// Record is a row with the rows that are part of it. It is named by a uid, and those that it names are
// named by theirs. Values holds only what is there: no "" and no 0. Numbers are written in digits.
type Record struct {
	Table  string            `json:"table"`
	UID    string            `json:"uid"`
	Also   []string          `json:"also,omitempty"` // what other caseloads call it
	Values map[string]string `json:"values,omitempty"`
	Refs   map[string]string `json:"refs,omitempty"` // by column
	Parts  []Part            `json:"parts,omitempty"`

	Row int64 `json:"-"` // its row in the caseload it was read from, 0 for none
}

// Part is a row that belongs to a record. A ref to another part of the record is its place among them,
// from 0, after a number sign: "#3".
type Part struct {
	Table  string            `json:"table"`
	Values map[string]string `json:"values,omitempty"`
	Refs   map[string]string `json:"refs,omitempty"`

	Row int64 `json:"-"`
}

// Stamp is a record's content in short, in two halves: of the row and of its parts. What belongs to the wall
// is not in it, nor what is rightly another in each caseload: the family of a child, rooms and schools, and
// whether a colleague is known or only named.
type Stamp struct{ Row, Parts string }

// stampOf is the stamp of a record.
func stampOf(t Table, r Record) Stamp {
	values := map[string]string{}
	for column, value := range r.Values {
		if c, known := t.column(column); known && !c.Walls && c.Kind < Staff {
			values[column] = value
		}
	}
	refs := map[string]string{}
	if t.Merging != ByField {
		maps.Copy(refs, r.Refs)
	}
	parts := []Part{}
	for _, p := range r.Parts {
		parts = append(parts, inWords(p))
	}
	return Stamp{digest([]any{values, refs}), digest(parts)}
}

// inWords is a part in which a colleague is only named.
func inWords(p Part) Part {
	name := p.Values["staff_id"]
	if name == "" {
		return p
	}
	p.Values = maps.Clone(p.Values)
	delete(p.Values, "staff_id")
	column := map[string]string{"meeting_person": "name", "agreement": "who"}[p.Table]
	if p.Values[column] == "" {
		p.Values[column] = name
	}
	return p
}

func digest(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // texts have no fault
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:12])
}

// String is the stamp as it is kept.
func (s Stamp) String() string { return s.Row + " " + s.Parts }
