package store

import (
	"encoding/json"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// ofPeople are the tables whose changes stand in a whole record: what is held of each person, and what they
// are to one another. Other entries stand in it themselves.
var ofPeople = []recordPart{
	{"family", "SELECT ?1", ""}, {"pupil", "SELECT value FROM json_each(?2)", ""}, {"adult", "SELECT value FROM json_each(?3)", ""},
	{"phone", "SELECT id FROM phone WHERE adult_id IN (SELECT value FROM json_each(?3)) OR pupil_id IN (SELECT value FROM json_each(?2))", ""},
	{"email", "SELECT id FROM email WHERE adult_id IN (SELECT value FROM json_each(?3)) OR pupil_id IN (SELECT value FROM json_each(?2))", ""},
	{"pupil_adult", "SELECT id FROM pupil_adult WHERE pupil_id IN (SELECT value FROM json_each(?2))", ""},
}

// changes reads what steps changed of the people of the family, those that stand, in words.
func (g *recordGathering) changes() error {
	lines, err := g.changeLines()
	if err != nil {
		return err
	}
	ids := make([]int64, len(lines))
	for i, l := range lines {
		ids[i] = l.step
	}
	gone, err := g.takenBack()
	if err != nil {
		return err
	}
	type stepAt struct {
		id int64
		at model.Moment
	}
	rows, err := g.query("SELECT id, at FROM step WHERE kind = 'do' AND id IN (SELECT value FROM json_each(?))", jsonList(ids))
	steps, err := scanAll(rows, err, func(s *stepAt) []any { return []any{&s.id, &s.at} })
	at := map[int64]model.Moment{}
	for _, s := range steps {
		if !gone[s.id] {
			at[s.id] = s.at
		}
	}
	if err != nil {
		return err
	}
	h := &historian{querier: g.querier, of: view.Record{Kind: view.FamilyRecord, ID: g.Family.ID}, rows: map[rowKey]map[string]any{}, layout: map[string][]string{}}
	return g.addChanges(h, lines, at)
}

func (g *recordGathering) changeLines() (all []logLine, err error) {
	adults := jsonList(idsOf(g.Adults, func(a model.Adult) int64 { return a.ID }))
	var parts []string
	for _, p := range ofPeople {
		parts = append(parts, "SELECT id, step_id, tbl, row_id, op, before, after FROM change_log WHERE tbl = '"+p.table+"' AND row_id IN ("+p.ids+")")
	}
	rows, err := g.query(strings.Join(parts, " UNION ALL ")+" ORDER BY id", g.Family.ID, g.pupils, adults)
	return scanAll(rows, err, logLineRow)
}

// addChanges gathers the lines of each step and person.
func (g *recordGathering) addChanges(h *historian, lines []logLine, at map[int64]model.Moment) error {
	type place struct {
		step int64
		of   model.PersonRef
	}
	found := map[place]int{}
	for _, l := range lines {
		if at[l.step] == "" || l.folded() {
			continue
		}
		said, err := h.inWords(l)
		if err != nil {
			return err
		}
		of := ownerOf(h, l)
		key := place{l.step, of}
		i, there := found[key]
		if !there {
			i = len(g.Changes)
			found[key] = i
			g.Changes = append(g.Changes, model.PersonChange{ID: l.id, Of: of, Name: h.rowName(tableOf(of), of.ID), At: at[l.step]})
		}
		for _, c := range said {
			g.Changes[i].Lines = append(g.Changes[i].Lines, changeInWords(l.table, c))
		}
	}
	g.Changes = slices.DeleteFunc(g.Changes, func(c model.PersonChange) bool { return len(c.Lines) == 0 })
	return nil
}

// ownerOf is whom a line of the log is about; what ties an adult to a child is about the adult.
func ownerOf(h *historian, l logLine) model.PersonRef {
	row := h.row(l.table, l.row)
	if row == nil {
		row = map[string]any{}
		_ = json.Unmarshal([]byte(l.before), &row) // what cannot be read belongs to nobody
	}
	id := func(column string) int64 {
		n, _ := row[column].(float64)
		return int64(n)
	}
	switch {
	case l.table == "family":
		return model.PersonRef{Kind: model.AFamily, ID: l.row}
	case l.table == "pupil":
		return model.PersonRef{Kind: model.AChild, ID: l.row}
	case l.table == "adult":
		return model.PersonRef{Kind: model.AnAdult, ID: l.row}
	case id("adult_id") != 0:
		return model.PersonRef{Kind: model.AnAdult, ID: id("adult_id")}
	}
	return model.PersonRef{Kind: model.AChild, ID: id("pupil_id")}
}

func tableOf(who model.PersonRef) string {
	return map[model.PersonKind]string{model.AFamily: "family", model.AChild: "pupil", model.AnAdult: "adult"}[who.Kind]
}

// changeInWords is a change in a line: "phone 07700 900123: number, from … to …", "added".
func changeInWords(table string, c view.RecordChange) string {
	part := c.Part
	if table == "family" || table == "pupil" || table == "adult" {
		part = "" // the entry names them
	}
	words := c.Happened
	if words == "" {
		words = c.Field + ", from " + c.From + " to " + c.To
	}
	return strings.Join(textsOf(part, words), ": ")
}
