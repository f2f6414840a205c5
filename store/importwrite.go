package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"kettle/model"
	"kettle/store/intake"
)

// taking is one import being written. Rows are made from what the plan sets; telephones and e-mails,
// which are lists, from the caseload as it will be.
type taking struct {
	*work
	plan   intake.Plan
	held   heldCaseload
	after  intake.Caseload
	school int64 // of new pupils, 0 for none

	// The ids of what the plan makes, by its own ids below 0.
	families, pupils, adults, links map[int64]int64

	office []officeValue
	made   newRows
}

func newTaking(w *work, plan intake.Plan, held heldCaseload, school int64) *taking {
	return &taking{work: w, plan: plan, held: held, after: intake.After(held.Caseload, plan), school: school,
		families: map[int64]int64{}, pupils: map[int64]int64{}, adults: map[int64]int64{}, links: map[int64]int64{}}
}

// write writes the plan. Families come first, because pupils belong to them, and households last.
func (t *taking) write() (err error) {
	if t.made, err = t.newRows(); err != nil {
		return err
	}
	for _, part := range []struct {
		what  string
		write func() error
	}{
		{"families", t.writeFamilies}, {"children", t.writePupils}, {"adults", t.writeAdults},
		{"contacts", t.writeLinks}, {"what was imported", t.writeOffice}, {"households", t.writeHouseholds},
	} {
		if err := t.report(part.what, 0, 0); err != nil {
			return err
		}
		err := part.write()
		if err == nil {
			err = t.writeMade()
		}
		if err != nil {
			return fmt.Errorf("taking in the %s: %w", part.what, err)
		}
	}
	return nil
}

// rowID is the id of a row for an id of the plan.
func rowID(made map[int64]int64, id int64) int64 {
	if id < 0 {
		return made[id]
	}
	return id
}

func (t *taking) writePupils() error {
	after := map[int64]intake.Pupil{}
	for _, p := range t.after.Pupils {
		after[p.ID] = p
	}
	for i, p := range t.plan.Pupils {
		if err := t.next("children", i, len(t.plan.Pupils)); err != nil {
			return err
		}
		if p.State == intake.New {
			t.addPupil(p, after[p.ID])
			continue
		}
		id := p.ID
		columns, fields := t.pupilColumns(p)
		if err := t.writeRow("pupil", id, p.Entry, columns, fields); err != nil {
			return err
		}
		if status, set := p.Set[intake.SEN]; set {
			if err := t.noteSEN(id, model.SENStatus(status)); err != nil {
				return err
			}
		}
		if err := t.writeReach(ofPupil, id, p.Numbers, after[p.ID].Phones, after[p.ID].Emails); err != nil {
			return err
		}
		t.noteImported(intake.APupil, id, p.Entry)
	}
	return nil
}

// pupilColumns are what the file sets of a pupil. Who left is marked so from today, and who died stays
// so, whatever a file says.
func (t *taking) pupilColumns(p intake.PupilPlan) (columns []string, fields []any) {
	for _, f := range slices.Sorted(maps.Keys(p.Set)) {
		value := p.Set[f]
		switch {
		case f != intake.OnRoll:
			columns, fields = append(columns, string(f)), append(fields, value)
		case t.held.died[p.ID]:
		case value == string(model.No):
			columns, fields = append(columns, "roll", "left_on"), append(fields, model.Left, t.today())
		default:
			columns, fields = append(columns, "roll", "left_on"), append(fields, model.OnRoll, "")
		}
	}
	return columns, fields
}

func (t *taking) writeAdults() error {
	after := map[int64]intake.Adult{}
	for _, a := range t.after.Adults {
		after[a.ID] = a
	}
	for i, a := range t.plan.Adults {
		if err := t.next("adults", i, len(t.plan.Adults)); err != nil {
			return err
		}
		id := a.ID
		if a.State == intake.New {
			id = t.made.adult.add(append([]any{newUID(t.s.o.Machine())}, fieldsOf(a.Set, newAdultFields)...)...)
			t.adults[a.ID] = id
			t.addReach(id, nil, after[a.ID].Phones, after[a.ID].Emails)
		} else if err := t.changeAdult(a, after[a.ID]); err != nil {
			return err
		}
		t.noteImported(intake.AnAdult, id, a.Entry)
	}
	return nil
}

func (t *taking) changeAdult(a intake.AdultPlan, after intake.Adult) error {
	var columns []string
	var fields []any
	for _, f := range slices.Sorted(maps.Keys(a.Set)) {
		columns, fields = append(columns, string(f)), append(fields, a.Set[f])
	}
	if err := t.writeRow("adult", a.ID, a.Entry, columns, fields); err != nil {
		return err
	}
	return t.writeReach(ofAdult, a.ID, a.Numbers, after.Phones, after.Emails)
}

func (t *taking) writeLinks() error {
	for i, l := range t.plan.Links {
		if err := t.next("contacts", i, len(t.plan.Links)); err != nil {
			return err
		}
		id := l.ID
		if l.State == intake.New {
			id = t.addLink(l)
			t.links[l.ID] = id
		} else {
			columns, fields := linkSet(l.Set)
			if err := t.writeRow("pupil_adult", id, l.Entry, columns, fields); err != nil {
				return err
			}
		}
		t.noteImported(intake.ALink, id, l.Entry)
	}
	return nil
}

// linkSet are what the file sets of a link. An order that the file brings says where it comes from.
func linkSet(set intake.Values) (columns []string, fields []any) {
	for _, f := range slices.Sorted(maps.Keys(set)) {
		value := set[f]
		switch f {
		case intake.CourtOrder:
			order := value == string(model.Yes)
			columns, fields = append(columns, string(f), "order_from_office"), append(fields, order, order)
		case intake.Priority:
			number, _ := strconv.Atoi(value)
			columns, fields = append(columns, string(f)), append(fields, number)
		default:
			columns, fields = append(columns, string(f)), append(fields, value)
		}
	}
	return columns, fields
}

// writeRow updates what changed.
func (t *taking) writeRow(table string, id int64, e intake.Entry, columns []string, fields []any) error {
	if len(columns) == 0 || e.State == intake.Hidden {
		return nil
	}
	return t.update(table, id, columns, fields)
}

// writeReach keeps telephones and e-mails where the office's are replaced.
func (t *taking) writeReach(owner string, id int64, n intake.Numbers, phones []model.Phone, emails []model.Email) error {
	if n.Phones == nil && n.Emails == nil {
		return nil
	}
	return t.saveReach(owner, id, false, phones, emails)
}

// officeValue is a row of table office_value.
type officeValue struct {
	officeKey
	field intake.Field
	text  string
}

// noteImported notes what the file says as last imported, beside what earlier files said.
func (t *taking) noteImported(kind intake.Kind, id int64, e intake.Entry) {
	if len(e.Imported) == 0 {
		return
	}
	values := e.Imported
	if was := t.held.imported[officeKey{kind, id}]; len(was) > 0 {
		values = maps.Clone(was)
		maps.Copy(values, e.Imported)
	}
	if e.State == intake.New {
		t.made.office.add(kind, id, allFields, jsonOf(values))
		return
	}
	t.office = append(t.office, officeValue{officeKey{kind, id}, allFields, jsonOf(values)})
}

// jsonOf are values as a JSON object, in the order of their names.
func jsonOf(values intake.Values) string {
	text, err := json.Marshal(values)
	if err != nil {
		panic(err) // texts by name have no fault
	}
	return string(text)
}

// writeOffice keeps the values last imported.
func (t *taking) writeOffice() error {
	for _, v := range t.office {
		_, err := t.exec(`INSERT INTO office_value (entity, entity_id, field, value) VALUES (?, ?, ?, ?)
			ON CONFLICT (entity, entity_id, field) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`, v.kind, v.id, v.field, v.text)
		if err != nil {
			return err
		}
	}
	return nil
}
