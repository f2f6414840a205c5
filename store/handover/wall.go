package handover

import (
	"slices"

	"kettle/model"
)

// orderColumns are the words of an order; they come with it.
var orderColumns = []string{"order_from_office", "order_text", "order_date", "order_until"}

// mergeWall adds what the pack knows of the wall and never takes away what stands here: an order, "may be
// contacted: no" and whoever is not in touch any more stand, whichever side knows of it.
func (m *meeting) mergeWall(change *Change, t Table, r *Record, theirs Record, ours *Record) {
	switch t.Name {
	case Links:
		m.mergeOrder(change, t, r, theirs, ours)
		m.mergeContact(change, r, theirs, ours)
	case Adults:
		m.mergeTouch(change, r, theirs, ours)
	}
}

func (m *meeting) mergeOrder(change *Change, t Table, r *Record, theirs Record, ours *Record) {
	here, there := ours.Values["court_order"] != "", theirs.Values["court_order"] != ""
	switch {
	case there && !here:
		change.Values["court_order"] = "1"
		for _, column := range orderColumns {
			if theirs.Values[column] != ours.Values[column] {
				change.Values[column] = theirs.Values[column]
			}
		}
		m.alarm(r, OrderComes)
	case here && !there:
		m.alarm(r, OrderOnlyHere)
	case here && there:
		for _, column := range orderColumns[1:] {
			c, _ := t.column(column)
			c.Walls = false
			m.mergeField(change, c, r, theirs, ours, fieldMerge{})
		}
	}
}

func (m *meeting) mergeContact(change *Change, r *Record, theirs Record, ours *Record) {
	here, there := ours.Values["may_be_contacted"], theirs.Values["may_be_contacted"]
	switch {
	case there == string(model.No) && here != string(model.No):
		change.Values["may_be_contacted"] = there
		m.alarm(r, NoContactComes)
	case here == "" && there != "":
		change.Values["may_be_contacted"] = there
	}
}

// mergeTouch keeps the graver of two answers to whether an adult is in touch.
func (m *meeting) mergeTouch(change *Change, r *Record, theirs Record, ours *Record) {
	if gravity(theirs.Values) <= gravity(ours.Values) {
		return
	}
	for _, column := range []string{"in_touch", "in_touch_since", "in_touch_by"} {
		if theirs.Values[column] != ours.Values[column] {
			change.Values[column] = theirs.Values[column]
		}
	}
	m.alarm(r, NotInTouchComes)
}

// gravity is how much stands against approaching an adult: their place among the answers.
func gravity(adult map[string]string) int {
	return max(slices.Index(model.InTouches, model.InTouch(adult["in_touch"])), 0)
}

// alarmsOfNew says what a record that is new here brings for the wall.
func (m *meeting) alarmsOfNew(r *Record) {
	switch {
	case r.Table == Links && r.Values["court_order"] != "":
		m.alarm(r, OrderComes)
	case r.Table == Links && r.Values["may_be_contacted"] == string(model.No):
		m.alarm(r, NoContactComes)
	case r.Table == Adults && gravity(r.Values) > 0:
		m.alarm(r, NotInTouchComes)
	}
}

// alarmOfResponsibility says first that somebody loses parental responsibility (import.md section 6).
func (m *meeting) alarmOfResponsibility(r *Record, c Column, here, there string) {
	if c.Name == "parental_responsibility" && here == string(model.Yes) && there != here {
		m.alarm(r, NoLongerResponsible)
	}
}

func (m *meeting) alarm(r *Record, what Alarmed) {
	a := Alarm{What: what, Adult: r}
	if r.Table == Links {
		a.Link, a.Adult, a.Child = r, m.theirs[Adults][r.Refs["adult_id"]], m.theirs[Pupils][r.Refs["pupil_id"]]
	}
	if families := m.familiesOf(r); len(families) > 0 {
		a.Family = families[0].Name
	}
	m.plan.Alarms = append(m.plan.Alarms, a)
}
