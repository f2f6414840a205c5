package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/handover"
)

// readParts reads what belongs to the records.
func (p *packing) readParts(tables []handover.Table) error {
	if err := p.readAbsent(); err != nil {
		return err
	}
	at := map[string]map[int64]*handover.Record{}
	for i := range p.records {
		r := &p.records[i]
		if at[r.Table] == nil {
			at[r.Table] = map[int64]*handover.Record{}
		}
		at[r.Table][r.Row] = r
	}
	for i, t := range tables {
		parts := map[string]map[int64]placedPart{}
		for _, part := range t.Parts {
			if err := view.Report(p.ctx, view.Progress{What: "what belongs to the " + packTable(t.Name), Done: i, Total: len(tables)}); err != nil {
				return err
			}
			if err := p.readPart(part, at[t.Name], parts); err != nil {
				return fmt.Errorf("reading the %s: %w", tableWords(part.Name), err)
			}
		}
	}
	return nil
}

// readAbsent reads the names of adults who do not go.
func (p *packing) readAbsent() error {
	rows, err := p.query("SELECT id, title, forename, surname, known_as FROM adult")
	all, err := scanAll(rows, err, func(a *model.Adult) []any { return []any{&a.ID, &a.Title, &a.Forename, &a.Surname, &a.KnownAs} })
	p.absent = map[int64]string{}
	for _, a := range all {
		if p.uids[handover.Adults][a.ID] == "" {
			p.absent[a.ID] = a.FullName()
		}
	}
	return err
}

// placedPart is where a part stands among those of its record.
type placedPart struct {
	record *handover.Record
	place  int
}

// readPart reads one kind of part. placed remembers where each stands, for parts that name parts.
func (p *packing) readPart(t handover.Table, records map[int64]*handover.Record, placed map[string]map[int64]placedPart) error {
	placed[t.Name] = map[int64]placedPart{}
	owner := t.Owner
	if owner == "" {
		owner = "0"
	}
	where := []string{"TRUE"}
	if t.Only != "" {
		where = append(where, t.Only+" = '"+t.Is+"'")
	}
	if t.Owner != "" {
		where = append(where, t.Owner+" IS NOT NULL")
	}
	if t.Removable {
		where = append(where, "deleted_at = ''")
	}
	rows, err := p.query("SELECT " + strings.Join(append([]string{"id", owner}, columnNames(t)...), ", ") + " FROM " + t.Name + " WHERE " + strings.Join(where, " AND ") + " ORDER BY id")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		part := handover.Part{Table: t.Name}
		var of int64
		values, err := scanRow(rows, len(t.Columns)+len(t.Refs), &part.Row, &of)
		if err != nil {
			return err
		}
		p.placePart(t, part, records[of], values, placed)
	}
	return rows.Err()
}

func (p *packing) placePart(t handover.Table, part handover.Part, record *handover.Record, values []any, placed map[string]map[int64]placedPart) {
	part.Values = p.valuesOf(t, values)
	if slices.ContainsFunc(t.Columns, func(c handover.Column) bool { return c.Must && part.Values[c.Name] == "" }) {
		return
	}
	var whole bool
	if part.Refs, whole = p.refsOf(t, values[len(t.Columns):], part.Values); !whole {
		return
	}
	for i, ref := range t.Refs {
		if !ref.Within {
			continue
		}
		id, _ := values[len(t.Columns)+i].(int64)
		at, ok := placed[ref.Table][id]
		if !ok {
			return
		}
		record, part.Refs[ref.Column] = at.record, "#"+strconv.Itoa(at.place)
	}
	if record == nil || part.Table == "household_person" && len(part.Refs) == 0 {
		return
	}
	placed[t.Name][part.Row] = placedPart{record, len(record.Parts)}
	record.Parts = append(record.Parts, part)
}
