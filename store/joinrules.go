package store

import "kettle/model"

// pointer is a column that holds the id of a row of another table. Where not every row of its table
// points there, only says which do.
type pointer struct{ table, column, only string }

// polymorphic are the pointers that no foreign key tells of, by the table they point at.
var polymorphic = map[string][]pointer{
	"family": {{"asleep", "record", "what = 'quiet'"}, {"known_elsewhere", "row_id", "tbl = 'family'"}},
	"pupil": {{"office_value", "entity_id", "entity = 'pupil'"}, {"also_listed", "entity_id", "entity = 'pupil'"},
		{"known_elsewhere", "row_id", "tbl = 'pupil'"}},
	"adult": {{"office_value", "entity_id", "entity = 'adult'"}, {"also_listed", "entity_id", "entity = 'adult'"},
		{"known_elsewhere", "row_id", "tbl = 'adult'"}},
	"pupil_adult":    {{"office_value", "entity_id", "entity = 'link'"}, {"known_elsewhere", "row_id", "tbl = 'pupil_adult'"}},
	"meeting_person": {{"meeting", "host_id", ""}},
}

// once are the columns in which two rows of a table must not agree, beside those that the schema holds
// to it: one number of one person, one place of one person in a meeting.
var once = map[string][][]string{
	"phone":          {{"adult_id", "number"}, {"pupil_id", "number"}},
	"email":          {{"adult_id", "address"}, {"pupil_id", "address"}},
	"meeting_person": {{"meeting_id", "adult_id"}, {"meeting_id", "pupil_id"}},
	"sen_change":     {{"pupil_id", "from_day", "status"}},
}

// guarded are columns that are noted although joining leaves them, so that what was changed since then
// does not go back to somebody else.
var guarded = map[string]string{"phone": "number", "email": "address"}

// neverFilled are columns that are the row's own and no blanks.
var neverFilled = map[string]bool{"id": true, "uid": true, "created_at": true, "updated_at": true, "deleted_at": true, "position": true,
	"name_by_hand": true, "by_hand": true, "from_office": true, "since": true, "version": true}

// strictest says of which values of a column the first one stands, whoever is kept, and which columns
// say more of it: what keeps an adult out survives every join (data.md, pupil_adult).
var strictest = []struct {
	table, column string
	values        []string
	with          []string
}{
	{"adult", "in_touch", []string{string(model.AdultDied), string(model.AskedNotTo), string(model.NotNow)}, []string{"in_touch_since", "in_touch_by"}},
	{"adult", "leave_message", []string{string(model.No)}, nil},
	{"pupil", "roll", []string{string(model.Died)}, []string{"left_on"}},
	{"pupil_adult", "may_be_contacted", []string{string(model.No)}, nil},
	{"pupil_adult", "gets_copies", []string{string(model.No)}, nil},
}

// putTogether are texts of which neither is lost: both stand under one another, parted so.
var putTogether = map[string]map[string]string{
	"family":      {"notes": "\n\n"},
	"adult":       {"notes": "\n\n"},
	"transition":  {"worries": "\n\n", "helps": "\n\n"},
	"pupil_adult": {"order_text": "; "},
}
