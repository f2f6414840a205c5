package handover

import "slices"

// Kind says what a column holds, and how it travels.
type Kind int

// The kinds of column.
const (
	Text   Kind = iota // words, days and choices, as they are
	Code               // an id of one of Kettle's tables; a school's own ids stay with the school
	Number             // a whole number
	Flag               // yes or no
	Staff              // a colleague, by name
	Room               // a room, by name
	School             // a school, by name
)

// Column is a column that travels.
type Column struct {
	Name  string
	Kind  Kind
	Must  bool // never empty
	Zero  bool // 0 where nobody is named, not NULL
	Walls bool // part of the wall: what either side knows of it stands
	Quiet bool // nobody is asked about it: what stands here stays
}

// Ref is a column that names a record, or a part of the same record.
type Ref struct {
	Column, Table string
	Must          bool // the row means nothing without it
	Within        bool // a part of the same record
}

// Merging says what happens to a record that both sides have.
type Merging int

// The ways of merging.
const (
	ByAdding Merging = iota // what the other side has more is added, nothing is changed
	ByField                 // each field for itself
	AsWhole                 // taken as it is, or not at all
)

// Table is a table whose rows travel: as records, or as the parts of one.
type Table struct {
	Name    string
	UID     bool // its rows have a uid of their own
	Natural bool // a row is what its refs and Key say, and has no other name
	Merging Merging
	Columns []Column
	Refs    []Ref
	Parts   []Table

	// Of parts only: the column of the record they belong to, what tells this kind of part from others in
	// the same table, and by which columns two of them are the same.
	Owner      string
	Only, Is   string
	Key        []string
	Removable  bool // rows of it may be moved out of sight
	Everywhere bool // the same in any record of that table: one household of a family
}

// Part is the table of a kind of part.
func (t Table) Part(name string) (Table, bool) {
	i := slices.IndexFunc(t.Parts, func(p Table) bool { return p.Name == name })
	if i < 0 {
		return Table{}, false
	}
	return t.Parts[i], true
}

// column is the column of that name.
func (t Table) column(name string) (Column, bool) {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return Column{}, false
	}
	return t.Columns[i], true
}

func (t Table) ref(name string) (Ref, bool) {
	i := slices.IndexFunc(t.Refs, func(r Ref) bool { return r.Column == name })
	if i < 0 {
		return Ref{}, false
	}
	return t.Refs[i], true
}

// The tables of records.
const (
	Professionals = "professional"
	Families      = "family"
	Pupils        = "pupil"
	Adults        = "adult"
	Links         = "pupil_adult"
	Households    = "household"
	Entries       = "family_entry"
	Transitions   = "transition"
	Contacts      = "contact"
	Meetings      = "meeting"
	FollowUps     = "follow_up"
	Letters       = "letter"
	Accounts      = "account"
)

// Tables are the tables of records, each after those that its rows name, save that a meeting may name a
// meeting.
func Tables() []Table {
	return []Table{
		{Name: Professionals, Merging: ByAdding, Columns: slices.Concat(musts("name"), texts("role", "organisation", "phone", "email"))},
		{Name: Families, UID: true, Merging: ByField,
			Columns: slices.Concat(musts("name"), texts("notes"), numbers("checkin_every", "good_news_every"), quiet(flags("name_by_hand")), quiet(texts("since"))),
			Parts:   []Table{{Name: "welcome_point", Owner: "family_id", Columns: slices.Concat(numbers("point"), musts("said_on")), Key: []string{"point"}}}},
		pupils(), adults(), links(),
		{Name: Households, Merging: ByAdding, Columns: slices.Concat(musts("name"), flags("by_hand")), Refs: []Ref{must("family_id", Families)},
			Parts: []Table{{Name: "household_person", Owner: "household_id", Refs: []Ref{may("adult_id", Adults), may("pupil_id", Pupils)},
				Key: []string{"adult_id", "pupil_id"}, Everywhere: true}}},
		{Name: Entries, Merging: AsWhole, Columns: append(musts("kind", "on_day", "text"), texts("by_whom")...), Refs: []Ref{must("family_id", Families)}},
		{Name: Transitions, Natural: true, Merging: AsWhole,
			Columns: slices.Concat(numbers("year"), texts("to_school", "worries", "helps", "named_adult", "handed_over", "settled")),
			Refs:    []Ref{must("pupil_id", Pupils)},
			Parts:   []Table{{Name: "transition_visit", Owner: "transition_id", Columns: append(musts("on_day", "what"), texts("done")...)}}},
		contacts(), meetings(), followUps(),
		{Name: Letters, Merging: AsWhole, Columns: slices.Concat(musts("kind", "made"), texts("body", "sent", "sent_by"), numbers("version")),
			Refs: []Ref{must("family_id", Families), may("meeting_id", Meetings), may("adult_id", Adults), may("pupil_id", Pupils)}},
		accounts(),
	}
}

func pupils() Table {
	return Table{Name: Pupils, UID: true, Merging: ByField,
		Columns: slices.Concat([]Column{{Name: "school_id", Kind: School, Quiet: true}}, musts("roll"), quiet(texts("upn_unverified", "office_id")),
			texts("forename", "surname", "known_as", "legal_forename", "legal_surname", "dob", "upn", "year", "reg",
				"sen", "primary_need", "further_needs", "language", "address", "postcode", "plan_made", "last_review", "review_by",
				"attendance_note", "strengths", "interests", "hopes_family", "hopes_school", "named_adult", "left_on")),
		Refs: []Ref{must("family_id", Families)},
		Parts: append(reached("pupil"),
			Table{Name: "sen_change", Owner: "pupil_id", Columns: append(musts("from_day"), texts("status")...), Key: []string{"from_day", "status"}},
			Table{Name: "pupil_professional", Owner: "pupil_id", Refs: []Ref{must("professional_id", Professionals)}, Key: []string{"professional_id"}})}
}

func adults() Table {
	return Table{Name: Adults, UID: true, Merging: ByField,
		Columns: append(append(quiet(texts("office_id")), texts("title", "forename", "surname", "known_as", "address_as", "address", "postcode", "language", "channel",
			"times", "leave_message", "interpreter", "access", "large_print", "notes")...), walls(texts("in_touch", "in_touch_since", "in_touch_by"))...),
		Parts: append(reached("adult"),
			Table{Name: "family_adult", Owner: "adult_id", Refs: []Ref{must("family_id", Families)}, Key: []string{"family_id"}})}
}

// reached are the parts of a person by which they are reached and known to the office.
func reached(whose string) []Table {
	return []Table{
		{Name: "phone", Owner: whose + "_id", Columns: slices.Concat(numbers("position"), musts("type", "number"), texts("ext", "note"), flags("from_office")), Key: []string{"number"}},
		{Name: "email", Owner: whose + "_id", Columns: slices.Concat(numbers("position"), musts("address"), flags("from_office")), Key: []string{"address"}},
		officeValues(whose),
		{Name: "also_listed", Owner: "entity_id", Only: "entity", Is: whose, Columns: texts("title", "forename", "surname", "dob", "upn", "office_id"),
			Key: []string{"title", "forename", "surname", "dob", "upn", "office_id"}},
	}
}

// officeValues are what the office's file said last, so that its exports go on (import.md section 6).
func officeValues(whose string) Table {
	return Table{Name: "office_value", Owner: "entity_id", Only: "entity", Is: whose, Columns: append(musts("field"), texts("value")...), Key: []string{"field"}}
}

func links() Table {
	order := append(flags("court_order", "order_from_office"), texts("may_be_contacted", "order_text", "order_date", "order_until")...)
	return Table{Name: Links, Natural: true, Merging: ByField,
		Columns: slices.Concat(quiet(texts("relationship_text")), texts("relationship", "parental_responsibility", "lives_with", "gets_copies"), numbers("priority"), walls(order)),
		Refs:    []Ref{must("pupil_id", Pupils), must("adult_id", Adults)},
		Parts:   []Table{officeValues("link")}}
}

func contacts() Table {
	return Table{Name: Contacts, UID: true, Merging: AsWhole,
		Columns: append(musts("at", "recorded", "kind"), texts("by_whom", "channel", "direction", "reason", "note", "words", "present", "need", "wish",
			"owner", "triage", "displaced", "first_step", "first_step_on", "settled", "acknowledged")...),
		Refs: []Ref{must("family_id", Families)},
		Parts: []Table{
			{Name: "contact_adult", Owner: "contact_id", Refs: []Ref{must("adult_id", Adults)}},
			{Name: "contact_pupil", Owner: "contact_id", Refs: []Ref{must("pupil_id", Pupils)}},
			{Name: "contact_told", Owner: "contact_id", Columns: texts("on_day"), Refs: []Ref{must("adult_id", Adults)}},
		}}
}

func meetings() Table {
	return Table{Name: Meetings, UID: true, Merging: AsWhole,
		Columns: slices.Concat(musts("kind", "status"), flags("urgent", "home_visit", "younger_comes", "open_door"), numbers("minutes"),
			texts("purpose", "opening", "mode", "mode_by", "camera_off", "start", "status_why", "mood", "standby_who", "standby_where", "who_knows",
				"interpreter", "asked_theirs", "theirs", "companion_told", "teacher_view", "family_view", "pupil_view", "account_agreed",
				"agenda_changed", "mood_then", "said_first", "notes", "words", "feedback_asked", "felt", "feedback", "parked", "thanks", "closed",
				"next_date", "began", "ended", "record_given", "record_given_by", "council_decided", "council_decision", "amendment_notice", "final_plan"),
			[]Column{{Name: "room_id", Kind: Room}, {Name: "layout", Kind: Code}, {Name: "host_id", Kind: Staff, Zero: true}}),
		Refs: []Ref{must("family_id", Families), may("contact_id", Contacts), may("after_id", Meetings)},
		Parts: []Table{
			{Name: "meeting_pupil", Owner: "meeting_id", Refs: []Ref{must("pupil_id", Pupils)}},
			{Name: "meeting_person", Owner: "meeting_id",
				Columns: slices.Concat(musts("side"), texts("name", "role", "reason", "invited", "invited_by", "answer", "why_not", "camera_off", "told_why", "told_why_by",
					"agenda_sent", "agenda_sent_by", "reminded", "needs", "instead", "advice_asked", "advice_received", "advice_circulated", "report_sent",
					"attended", "asked_how", "felt", "feedback", "by_video"), flags("interpreter", "agenda_outdated"), numbers("seat", "position"), []Column{{Name: "staff_id", Kind: Staff}}),
				Refs: []Ref{may("adult_id", Adults), may("pupil_id", Pupils), may("professional_id", Professionals)}},
			{Name: "time_option", Owner: "meeting_id", Columns: append(musts("start"), flags("chosen")...)},
			{Name: "time_answer", Owner: "", Columns: musts("answer"),
				Refs: []Ref{within("option_id", "time_option"), within("person_id", "meeting_person")}},
			{Name: "agenda_item", Owner: "meeting_id", Columns: slices.Concat(musts("title"), numbers("position", "minutes", "used"), texts("brings", "notes"), flags("theirs", "any_worry", "done"))},
			{Name: "paper", Owner: "meeting_id", Columns: append(musts("title"), flags("ready")...)},
			{Name: "checklist_mark", Owner: "meeting_id", Columns: slices.Concat([]Column{{Name: "item", Kind: Code, Must: true}}, musts("state", "on_day"), texts("reason"))},
			{Name: "outcome", Owner: "meeting_id", Columns: append(musts("text"), numbers("position")...)},
			{Name: "agreement", Owner: "meeting_id",
				Columns: slices.Concat(musts("text", "whose"), texts("who", "from_day", "due"), numbers("position"), []Column{{Name: "staff_id", Kind: Staff}}),
				Refs:    []Ref{may("adult_id", Adults), may("follow_up_id", FollowUps)}},
		}}
}

func followUps() Table {
	return Table{Name: FollowUps, UID: true, Merging: AsWhole,
		Columns: slices.Concat(musts("kind", "what", "whose", "state"), texts("who", "due", "due_at", "due_rule", "due_from", "due_set_by", "hidden", "state_on", "state_why",
			"told_on", "promised", "questions"), numbers("due_count"), flags("date_told")),
		Refs:  []Ref{must("family_id", Families), may("meeting_id", Meetings), may("contact_id", Contacts), may("transition_id", Transitions), may("adult_id", Adults)},
		Parts: []Table{{Name: "follow_up_date", Owner: "follow_up_id", Columns: append(musts("moved_on"), texts("due")...)}}}
}

func accounts() Table {
	return Table{Name: Accounts, UID: true, Merging: AsWhole, Columns: append(musts("what", "at"), texts("place", "agreed", "agreed_on", "agreed_by")...),
		Parts: []Table{
			{Name: "account_pupil", Owner: "account_id", Refs: []Ref{must("pupil_id", Pupils)}},
			{Name: "account_version", Owner: "account_id", Columns: append(musts("by_whom", "on_day"), texts("text")...), Removable: true},
			{Name: "account_told", Owner: "account_id", Columns: append(musts("at"), texts("by_whom", "channel")...), Refs: []Ref{must("adult_id", Adults)}},
		}}
}

func columns(c Column, names []string) []Column {
	all := make([]Column, len(names))
	for i, name := range names {
		all[i] = c
		all[i].Name = name
	}
	return all
}

func texts(names ...string) []Column   { return columns(Column{}, names) }
func musts(names ...string) []Column   { return columns(Column{Must: true}, names) }
func numbers(names ...string) []Column { return columns(Column{Kind: Number}, names) }
func flags(names ...string) []Column   { return columns(Column{Kind: Flag}, names) }

// walls marks columns as part of the wall.
func walls(all []Column) []Column {
	for i := range all {
		all[i].Walls = true
	}
	return all
}

// quiet marks columns that nobody is asked about.
func quiet(all []Column) []Column {
	for i := range all {
		all[i].Quiet = true
	}
	return all
}

func must(column, table string) Ref { return Ref{Column: column, Table: table, Must: true} }
func may(column, table string) Ref  { return Ref{Column: column, Table: table} }
func within(column, part string) Ref {
	return Ref{Column: column, Table: part, Must: true, Within: true}
}
