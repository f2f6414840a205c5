package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"kettle/model/view"
)

// owner says whose part a row of a table is: the kind, and the column with its id. Where via is set
// the column points at rows between, and via asks for the owners of a JSON list of them.
type owner struct {
	table, column string
	kind          view.Kind
	via           string
}

// owners say for each table what a screen has to ask for again when one of its rows changed.
var owners = []owner{
	{table: "family", column: "id", kind: view.Family},
	{table: "family_entry", column: "family_id", kind: view.Family},
	{table: "welcome_point", column: "family_id", kind: view.Family},
	{table: "family_adult", column: "family_id", kind: view.Family},
	{table: "household", column: "family_id", kind: view.Family},
	{table: "household_person", column: "household_id", kind: view.Family, via: "SELECT family_id FROM household WHERE id IN (SELECT value FROM json_each(?))"},
	{table: "pupil", column: "id", kind: view.Pupil},
	{table: "pupil", column: "family_id", kind: view.Family},
	{table: "sen_change", column: "pupil_id", kind: view.Pupil},
	{table: "pupil_professional", column: "pupil_id", kind: view.Pupil},
	{table: "adult", column: "id", kind: view.Adult},
	{table: "family_adult", column: "adult_id", kind: view.Adult},
	{table: "phone", column: "adult_id", kind: view.Adult},
	{table: "phone", column: "pupil_id", kind: view.Pupil},
	{table: "email", column: "adult_id", kind: view.Adult},
	{table: "email", column: "pupil_id", kind: view.Pupil},
	{table: "pupil_adult", column: "adult_id", kind: view.Adult},
	{table: "pupil_adult", column: "pupil_id", kind: view.Pupil},
	{table: "contact", column: "id", kind: view.Contact},
	{table: "contact", column: "family_id", kind: view.Family},
	{table: "contact_adult", column: "contact_id", kind: view.Contact},
	{table: "contact_pupil", column: "contact_id", kind: view.Contact},
	{table: "contact_told", column: "contact_id", kind: view.Contact},
	{table: "meeting", column: "id", kind: view.Meeting},
	{table: "meeting", column: "family_id", kind: view.Family},
	{table: "meeting_pupil", column: "meeting_id", kind: view.Meeting},
	{table: "meeting_person", column: "meeting_id", kind: view.Meeting},
	{table: "time_option", column: "meeting_id", kind: view.Meeting},
	{table: "time_answer", column: "option_id", kind: view.Meeting, via: "SELECT meeting_id FROM time_option WHERE id IN (SELECT value FROM json_each(?))"},
	{table: "agenda_item", column: "meeting_id", kind: view.Meeting},
	{table: "paper", column: "meeting_id", kind: view.Meeting},
	{table: "checklist_mark", column: "meeting_id", kind: view.Meeting},
	{table: "outcome", column: "meeting_id", kind: view.Meeting},
	{table: "agreement", column: "meeting_id", kind: view.Meeting},
	{table: "order_answer", column: "meeting_id", kind: view.Meeting},
	{table: "order_answer", column: "letter_id", kind: view.Letter},
	{table: "follow_up", column: "id", kind: view.FollowUp},
	{table: "follow_up", column: "family_id", kind: view.Family},
	{table: "follow_up_date", column: "follow_up_id", kind: view.FollowUp},
	{table: "letter", column: "id", kind: view.Letter},
	{table: "letter", column: "family_id", kind: view.Family},
	{table: "account", column: "id", kind: view.Account},
	{table: "account_pupil", column: "account_id", kind: view.Account},
	{table: "account_pupil", column: "pupil_id", kind: view.Pupil},
	{table: "account_version", column: "account_id", kind: view.Account},
	{table: "account_told", column: "account_id", kind: view.Account},
	{table: "transition", column: "pupil_id", kind: view.Pupil},
	{table: "transition_visit", column: "transition_id", kind: view.Pupil, via: "SELECT pupil_id FROM transition WHERE id IN (SELECT value FROM json_each(?))"},
	{table: "asleep", column: "id", kind: view.Asleep},
	{table: "joined", column: "id", kind: view.Join},
	{table: "kept_apart", column: "id", kind: view.Join},
	{table: "column_choice", column: "id", kind: view.Intake},
	{table: "disclosure", column: "family_id", kind: view.Family},
	{table: "school", column: "id", kind: view.School},
	{table: "term", column: "school_id", kind: view.School},
	{table: "closed_day", column: "school_id", kind: view.School},
	{table: "bank_holiday", column: "id", kind: view.School},
	{table: "staff", column: "id", kind: view.School},
	{table: "professional", column: "id", kind: view.School},
	{table: "room", column: "id", kind: view.School},
	{table: "setting", column: "id", kind: view.Setting},
	{table: "item_off", column: "id", kind: view.Setting},
	{table: "own_item", column: "id", kind: view.Setting},
	{table: "own_layout", column: "id", kind: view.Setting},
	{table: "own_template", column: "id", kind: view.Setting},
}

// familiesOf asks for the families that the things of a kind belong to.
var familiesOf = map[view.Kind]string{
	view.Family: "SELECT value FROM json_each(?1)",
	view.Pupil:  "SELECT family_id FROM pupil WHERE id IN (SELECT value FROM json_each(?1))",
	view.Adult: `SELECT p.family_id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id WHERE l.adult_id IN (SELECT value FROM json_each(?1))
		UNION SELECT family_id FROM family_adult WHERE adult_id IN (SELECT value FROM json_each(?1))`,
	view.Contact:  "SELECT family_id FROM contact WHERE id IN (SELECT value FROM json_each(?1))",
	view.Meeting:  "SELECT family_id FROM meeting WHERE id IN (SELECT value FROM json_each(?1))",
	view.FollowUp: "SELECT family_id FROM follow_up WHERE id IN (SELECT value FROM json_each(?1))",
	view.Account:  "SELECT family_id FROM pupil WHERE id IN (SELECT pupil_id FROM account_pupil WHERE account_id IN (SELECT value FROM json_each(?1)))",
	view.Letter:   "SELECT family_id FROM letter WHERE id IN (SELECT value FROM json_each(?1))",
}

// touchedRows are the rows of one table that a step logged.
type touchedRows struct {
	ids []int64
	// were are the values that updates and deletions logged: a row may have left its owner, or be gone.
	were []map[string]any
}

// touchLogged fills the Change from what the step logged: what was touched, and the families of it.
func (w *work) touchLogged() error {
	logged, err := w.loggedRows()
	if err != nil {
		return err
	}
	for _, o := range owners {
		rows := logged[o.table]
		if rows == nil {
			continue
		}
		ids, err := w.owned(o, rows)
		if err != nil {
			return fmt.Errorf("%s: %w", o.table, err)
		}
		w.touch(o.kind, ids...)
	}
	return w.touchFamilies()
}

// loggedRows are the rows of the step by table, in one pass over its log: an import has a hundred thousand.
func (w *work) loggedRows() (map[string]*touchedRows, error) {
	rows, err := w.query(`SELECT tbl, row_id, iif(op = 'insert', '{}', before), iif(op = 'insert', '{}', after)
		FROM change_log WHERE step_id = ? AND tbl <> 'office_value'`, w.stepID)
	entries, err := scanAll(rows, err, func(e *entry) []any { return []any{&e.table, &e.row, &e.before, &e.after} })
	logged := map[string]*touchedRows{}
	for _, e := range entries {
		t := logged[e.table]
		if t == nil {
			t = &touchedRows{}
			logged[e.table] = t
		}
		t.ids = append(t.ids, e.row)
		for _, object := range []string{e.before, e.after} {
			if object == "{}" {
				continue
			}
			values, err := w.logValues(e.table, object)
			if err != nil {
				return nil, err
			}
			t.were = append(t.were, values)
		}
	}
	return logged, err
}

// owned are the owners of the rows of a table that the step logged, those before and after it: the
// log of an update has only the columns that changed, so the row is asked, too.
func (w *work) owned(o owner, logged *touchedRows) ([]int64, error) {
	ids := logged.ids
	if o.column != "id" {
		rows, err := w.query(fmt.Sprintf("SELECT DISTINCT %[1]s FROM %[2]s WHERE id IN (SELECT value FROM json_each(?)) AND %[1]s IS NOT NULL",
			o.column, o.table), jsonList(logged.ids))
		if ids, err = scanIDs(rows, err); err != nil {
			return nil, err
		}
		for _, values := range logged.were {
			if id, ok := values[o.column].(int64); ok {
				ids = append(ids, id)
			}
		}
	}
	if o.via != "" {
		rows, err := w.query(strings.Replace(o.via, "SELECT ", "SELECT DISTINCT ", 1), jsonList(ids))
		return scanIDs(rows, err)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// touchFamilies adds the families of everything touched: a family's page and line show all of it.
func (w *work) touchFamilies() error {
	for kind, sql := range familiesOf {
		ids := w.change.Touched[kind]
		if len(ids) == 0 {
			continue
		}
		rows, err := w.query(sql, jsonList(ids))
		families, err := scanIDs(rows, err)
		if err != nil {
			return err
		}
		w.family(families...)
	}
	w.touch(view.Family, slices.Sorted(maps.Keys(w.families))...)
	return nil
}
