package store

import "kettle/model/view"

// recordPart is a table whose rows belong to a record, with SQL for the ids of those rows; ?1 is the
// record's id. by is the column that says whose row it is: rows that are gone are found by it in the log.
type recordPart struct {
	table string
	ids   string
	by    string
}

// rowsBy is a table whose rows point at the record.
func rowsBy(table, by string) recordPart {
	return recordPart{table, "SELECT id FROM " + table + " WHERE " + by + " = ?1", by}
}

// itself is the record's own row.
func itself(table string) recordPart { return recordPart{table: table, ids: "SELECT ?1"} }

// allRows is a table that belongs to the record as a whole.
func allRows(table string) recordPart {
	return recordPart{table: table, ids: "SELECT row_id FROM change_log WHERE tbl = '" + table + "'"}
}

// recordParts are the tables of each kind of record, its own first.
var recordParts = map[view.RecordKind][]recordPart{
	view.FamilyRecord: {itself("family"), rowsBy("family_entry", "family_id"), rowsBy("welcome_point", "family_id"),
		rowsBy("family_adult", "family_id"), rowsBy("household", "family_id"), rowsBy("pupil", "family_id")},
	view.ChildRecord: {itself("pupil"), rowsBy("sen_change", "pupil_id"), rowsBy("phone", "pupil_id"), rowsBy("email", "pupil_id"),
		rowsBy("pupil_adult", "pupil_id"), rowsBy("pupil_professional", "pupil_id"), rowsBy("household_person", "pupil_id")},
	view.AdultRecord: {itself("adult"), rowsBy("phone", "adult_id"), rowsBy("email", "adult_id"), rowsBy("pupil_adult", "adult_id"),
		rowsBy("family_adult", "adult_id"), rowsBy("household_person", "adult_id")},
	view.HouseholdRecord: {itself("household"), rowsBy("household_person", "household_id")},
	view.EntryRecord:     {itself("family_entry")},
	view.ContactRecord: {itself("contact"), rowsBy("contact_adult", "contact_id"), rowsBy("contact_pupil", "contact_id"),
		rowsBy("contact_told", "contact_id")},
	view.MeetingRecord: {itself("meeting"), rowsBy("meeting_pupil", "meeting_id"), rowsBy("meeting_person", "meeting_id"),
		rowsBy("time_option", "meeting_id"),
		{"time_answer", "SELECT id FROM time_answer WHERE option_id IN (SELECT id FROM time_option WHERE meeting_id = ?1)", ""},
		rowsBy("agenda_item", "meeting_id"), rowsBy("paper", "meeting_id"), rowsBy("checklist_mark", "meeting_id"),
		rowsBy("outcome", "meeting_id"), rowsBy("agreement", "meeting_id"), rowsBy("order_answer", "meeting_id")},
	view.PersonRecord:  {itself("meeting_person"), rowsBy("time_answer", "person_id")},
	view.PromiseRecord: {itself("follow_up"), rowsBy("follow_up_date", "follow_up_id")},
	view.LetterRecord:  {itself("letter"), rowsBy("order_answer", "letter_id")},
	view.AccountRecord: {itself("account"), rowsBy("account_pupil", "account_id"), rowsBy("account_version", "account_id"),
		rowsBy("account_told", "account_id")},
	view.MoveRecord: {itself("transition"), rowsBy("transition_visit", "transition_id")},
	view.SchoolRecord: {allRows("school"), allRows("term"), allRows("closed_day"), allRows("bank_holiday"), allRows("staff"),
		allRows("professional"), allRows("room"), allRows("setting")},
}

// logged is SQL for the lines of the log about the rows of a part.
func (p recordPart) logged() string {
	gone := ""
	if p.by != "" {
		gone = " UNION SELECT row_id FROM change_log WHERE tbl = '" + p.table + "' AND op = 'delete' AND json_extract(before, '$." + p.by + "') = ?1"
	}
	return "SELECT id, step_id, tbl, row_id, op, before, after FROM change_log WHERE tbl = '" + p.table + "' AND row_id IN (" + p.ids + gone + ")"
}
