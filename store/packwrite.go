package store

import (
	"fmt"
	"strconv"
	"strings"

	sqlite3 "modernc.org/sqlite/lib"

	"kettle/model/view"
	"kettle/store/handover"
)

// packTaking is one pack being written.
type packTaking struct {
	*work
	here   *packHere
	tables map[string]handover.Table
}

// takePack writes a plan. Rows come first and then what belongs to them, which may name any row.
func (w *work) takePack(plan handover.Plan, here *packHere) error {
	t := &packTaking{work: w, here: here, tables: map[string]handover.Table{}}
	for _, table := range handover.Tables() {
		t.tables[table.Name] = table
	}
	for i, write := range []func(handover.Change) error{t.writeRow, t.writeParts} {
		for j, c := range plan.Changes {
			if j%200 == 0 {
				if err := view.Report(w.ctx, view.Progress{What: packTable(c.Table), Done: i*len(plan.Changes) + j, Total: 2 * len(plan.Changes)}); err != nil {
					return err
				}
			}
			if err := write(c); err != nil {
				return notTaken(c.Table, err)
			}
		}
	}
	return w.soundNow()
}

// notTaken gives what the caseload refuses a sentence.
func notTaken(table string, err error) error {
	if sqliteCode(err) == sqlite3.SQLITE_CONSTRAINT {
		return Problem{"The pack holds something that no Kettle writes, so nothing of it was taken: ask your colleague to make it again.", err}
	}
	return fmt.Errorf("taking in the %s: %w", tableWords(table), err)
}

func (t *packTaking) writeRow(c handover.Change) (err error) {
	table := t.tables[c.Table]
	columns, values := t.fields(table, c.Values, c.Refs, c.New)
	id := t.here.rows[c.Table][c.Here]
	switch {
	case c.New:
		if table.UID {
			columns, values = append(columns, "uid"), append(values, c.UID)
		}
		if id, err = t.insert(c.Table, columns, values); err != nil {
			return err
		}
		t.here.rows[c.Table][c.Here] = id
	case len(columns) > 0:
		if err := t.update(c.Table, id, columns, values); err != nil {
			return err
		}
	}
	return t.noteElsewhere(c, id)
}

// fields are the columns of a row with their values: of all columns for a new row, else of those that
// change.
func (t *packTaking) fields(table handover.Table, values, refs map[string]string, all bool) (columns []string, fields []any) {
	for _, c := range table.Columns {
		if text, set := values[c.Name]; set || all {
			columns, fields = append(columns, c.Name), append(fields, t.field(c, text))
		}
	}
	for _, r := range table.Refs {
		uid, set := refs[r.Column]
		if r.Within || !set && !all {
			continue
		}
		id := t.here.rows[r.Table][uid]
		columns, fields = append(columns, r.Column), append(fields, orNull(&id))
	}
	return columns, fields
}

func (t *packTaking) field(c handover.Column, text string) any {
	switch c.Kind {
	case handover.Number, handover.Flag:
		n, _ := strconv.ParseInt(text, 10, 64)
		return n
	case handover.Staff, handover.Room, handover.School:
		id := t.here.ids[c.Kind][text]
		if c.Zero {
			return id
		}
		return orNull(&id)
	}
	return text
}

// noteElsewhere notes what a row is called where it came from, and how it came.
func (t *packTaking) noteElsewhere(c handover.Change, row int64) error {
	if id := t.here.elsewhere[c.Table][c.UID]; id != 0 {
		return t.update("known_elsewhere", id, []string{"row_id", "stamp"}, []any{row, c.Stamp})
	}
	_, err := t.insert("known_elsewhere", []string{"tbl", "uid", "row_id", "stamp"}, []any{c.Table, c.UID, row, c.Stamp})
	return err
}

func (t *packTaking) writeParts(c handover.Change) error {
	table, owner := t.tables[c.Table], t.here.rows[c.Table][c.Here]
	for _, p := range c.Drop {
		if _, err := t.exec("DELETE FROM "+p.Table+" WHERE id = ?", p.Row); err != nil {
			return err
		}
	}
	made := make([]int64, len(c.Add))
	for i, p := range c.Add {
		part, _ := table.Part(p.Table)
		columns, values := t.fields(part, p.Values, p.Refs, true)
		if part.Owner != "" {
			columns, values = append(columns, part.Owner), append(values, owner)
		}
		if part.Only != "" {
			columns, values = append(columns, part.Only), append(values, part.Is)
		}
		for _, ref := range part.Refs {
			if place, err := strconv.Atoi(strings.TrimPrefix(p.Refs[ref.Column], "#")); ref.Within && err == nil {
				columns, values = append(columns, ref.Column), append(values, made[place])
			}
		}
		var err error
		if made[i], err = t.insert(p.Table, columns, values); err != nil {
			return err
		}
	}
	return nil
}

// soundNow looks at the rows of this step as kettle check does.
func (w *work) soundNow() error {
	found := finds{}
	for _, s := range soundRows {
		if err := w.examineSome(s, found, " WHERE id IN (SELECT row_id FROM change_log WHERE step_id = ? AND tbl = ?)", w.stepID, s.table); err != nil {
			return fmt.Errorf("reading the %s: %w", tableWords(s.table), err)
		}
	}
	if len(found) > 0 {
		return Problem{Sentence: "The pack holds a date or choice that cannot be, so nothing of it was taken: ask your colleague to make it again."}
	}
	return nil
}
