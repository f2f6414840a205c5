package store

import (
	"fmt"
	"reflect"

	"kettle/model"
	"kettle/model/view"
)

// soundRow is a table whose values the model can judge: its columns, and the fields of a row that they
// are read into.
type soundRow struct {
	table   string
	columns []string
	fields  func() []any
}

var soundRows = []soundRow{
	{"school", schoolColumns, func() []any { return schoolFields(new(model.School)) }},
	{"term", termColumns, func() []any { return termFields(new(int64), new(model.Term)) }},
	{"staff", staffColumns, func() []any { return staffFields(new(model.Staff)) }},
	{"family", familyColumns, func() []any { return familyFields(new(model.Family)) }},
	{"family_entry", familyEntryColumns, func() []any { return familyEntryFields(new(model.FamilyEntry)) }},
	{"pupil", pupilColumns, func() []any { return pupilFields(new(model.Pupil)) }},
	{"adult", adultColumns, func() []any { return adultFields(new(model.Adult)) }},
	{"phone", phoneColumns, func() []any { return phoneFields(new(model.Phone)) }},
	{"pupil_adult", linkColumns, func() []any { return linkFields(new(model.Link)) }},
	{"contact", contactColumns, func() []any { return contactFields(new(model.Contact)) }},
	{"contact_told", toldColumns, func() []any { return new(toldRow).fields() }},
	{"meeting", meetingColumns, func() []any { return meetingFields(new(model.Meeting)) }},
	{"meeting_person", meetingPersonColumns, func() []any { return meetingPersonFields(new(model.MeetingPerson)) }},
	{"time_option", timeOptionColumns, func() []any { return timeOptionFields(new(model.TimeOption)) }},
	{"checklist_mark", markColumns, func() []any { return markFields(new(model.Mark)) }},
	{"follow_up", followUpColumns, func() []any { return followUpFields(new(model.FollowUp)) }},
	{"agreement", agreementColumns, func() []any { return agreementFields(new(model.Agreement)) }},
	{"letter", letterColumns, func() []any { return letterFields(new(model.Letter)) }},
	{"account", accountColumns, func() []any { return accountFields(new(model.Account)) }},
	{"account_version", accountVersionColumns, func() []any { return accountVersionFields(new(model.AccountVersion)) }},
	{"account_told", accountToldColumns, func() []any { return accountToldFields(new(model.AccountTold)) }},
	{"transition", transitionColumns, func() []any { return transitionFields(new(model.Transition)) }},
	{"transition_visit", transitionVisitColumns, func() []any { return transitionVisitFields(new(model.TransitionVisit)) }},
	{"order_answer", orderAnswerColumns, func() []any { return orderAnswerFields(new(model.OrderAnswer)) }},
}

// examineValues looks whether dates are dates, and choices are among those that Kettle offers.
func (q querier) examineValues(c *view.Check) error {
	found := finds{}
	for _, s := range soundRows {
		if err := q.examineSome(s, found, ""); err != nil {
			return fmt.Errorf("reading the %s: %w", tableWords(s.table), err)
		}
	}
	c.Damage = append(c.Damage, found.damage("holds a date or choice that cannot be", "hold a date or choice that cannot be")...)
	return nil
}

// examineSome looks at the rows of a table that where names, at all for "".
func (q querier) examineSome(s soundRow, found finds, where string, args ...any) error {
	rows, err := q.query(selectSQL(s.table, notText(s, s.columns))+where, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		fields := notText(s, s.fields())
		if err := rows.Scan(withID(&id, fields)...); err != nil {
			return err
		}
		if !allValid(fields) {
			found.add(s.table, id)
		}
	}
	return rows.Err()
}

// notText leaves out those of a table's columns, or of what stands for them, that hold plain text: there
// is nothing to judge in a note, and it may be long.
func notText[T any](s soundRow, of []T) []T {
	var kept []T
	for i, field := range s.fields() {
		if _, text := field.(*string); !text {
			kept = append(kept, of[i])
		}
	}
	return kept
}

// allValid reports whether the model finds no fault with a value that is there.
func allValid(fields []any) bool {
	for _, field := range fields {
		value := reflect.Indirect(reflect.ValueOf(field))
		judged, ok := value.Interface().(interface{ Valid() bool })
		if ok && !value.IsZero() && !judged.Valid() {
			return false
		}
	}
	return true
}

// examineTexts looks whether the texts that hold several things can be taken apart again.
func (q querier) examineTexts(c *view.Check) error {
	found := finds{}
	for table, column := range map[string]string{"draft": "body", "import_run": "problems"} {
		rows, err := q.query("SELECT id FROM " + table + " WHERE NOT json_valid(" + column + ")")
		ids, err := scanIDs(rows, err)
		if err != nil {
			return err
		}
		for _, id := range ids {
			found.add(table, id)
		}
	}
	c.Damage = append(c.Damage, found.damage("cannot be read", "cannot be read")...)
	return nil
}
