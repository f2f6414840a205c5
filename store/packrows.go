package store

import (
	"fmt"
	"strconv"
	"strings"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/handover"
)

// packing reads the caseload in the form in which it is handed over.
type packing struct {
	querier
	caseload  string // its name for others, "" when it was never handed over
	me        string
	families  string                        // those that go, as a JSON list
	elsewhere map[string]map[int64][]string // what other caseloads call rows, by table
	named     map[handover.Kind]map[int64]string
	uids      map[string]map[int64]string // of what goes, by table
	absent    map[int64]string            // names of adults who do not go
	records   []handover.Record
}

// packed reads these families, all that are in sight for nil.
func (q querier) packed(families []int64) (*packing, error) {
	p := &packing{querier: q, uids: map[string]map[int64]string{}, elsewhere: map[string]map[int64][]string{}, named: map[handover.Kind]map[int64]string{}}
	if err := p.prepare(families); err != nil {
		return nil, fmt.Errorf("reading what is handed over: %w", err)
	}
	tables := handover.Tables()
	for i, t := range tables {
		if err := view.Report(q.ctx, view.Progress{What: packTable(t.Name), Done: i, Total: len(tables)}); err != nil {
			return nil, err
		}
		if err := p.readTable(t); err != nil {
			return nil, fmt.Errorf("reading the %s: %w", tableWords(t.Name), err)
		}
	}
	return p, p.readParts(tables)
}

func (p *packing) prepare(families []int64) (err error) {
	if families == nil {
		rows, err := p.query("SELECT id FROM family WHERE deleted_at = '' ORDER BY id")
		if families, err = scanIDs(rows, err); err != nil {
			return err
		}
	}
	p.families = jsonList(append([]int64{}, families...))
	if p.caseload, err = p.aboutText(aboutCaseload); err != nil {
		return err
	}
	me, err := p.querier.me()
	if err != nil {
		return err
	}
	p.me = me.Name
	for kind, table := range namedTables() {
		if p.named[kind], err = p.namesByID(table); err != nil {
			return err
		}
	}
	return p.readElsewhere()
}

// namedTables are the tables of the school whose rows travel by name.
func namedTables() map[handover.Kind]string {
	return map[handover.Kind]string{handover.Staff: "staff", handover.Room: "room", handover.School: "school"}
}

type numberedText struct {
	id   int64
	text string
}

func numberedTextRow(n *numberedText) []any { return []any{&n.id, &n.text} }

func (q querier) namesByID(table string) (map[int64]string, error) {
	rows, err := q.query("SELECT id, name FROM " + table)
	all, err := scanAll(rows, err, numberedTextRow)
	names := map[int64]string{}
	for _, n := range all {
		names[n.id] = n.text
	}
	return names, err
}

func (p *packing) readElsewhere() error {
	type known struct {
		table string
		numberedText
	}
	rows, err := p.query("SELECT tbl, row_id, uid FROM known_elsewhere ORDER BY id")
	all, err := scanAll(rows, err, func(k *known) []any { return []any{&k.table, &k.id, &k.text} })
	for _, k := range all {
		if p.elsewhere[k.table] == nil {
			p.elsewhere[k.table] = map[int64][]string{}
		}
		p.elsewhere[k.table][k.id] = append(p.elsewhere[k.table][k.id], k.text)
	}
	return err
}

// keptBack are the kinds of entry that no pack holds, nor promises that grew from them.
const keptBack = "('" + string(model.PassedToDSL) + "', '" + string(model.Abuse) + "')"

// packedRows is the condition for the rows of a table that go; ?1 are the families.
func packedRows(table string) string {
	const ours = " IN (SELECT value FROM json_each(?1))"
	of := map[string]string{
		handover.Families: "id" + ours,
		handover.Pupils:   "family_id" + ours,
		handover.Adults: `(id IN (SELECT l.adult_id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id
			WHERE l.deleted_at = '' AND p.deleted_at = '' AND p.family_id` + ours + `)
			OR id IN (SELECT adult_id FROM family_adult WHERE family_id` + ours + `))`,
		handover.Professionals: `(id IN (SELECT s.professional_id FROM pupil_professional s JOIN pupil p ON p.id = s.pupil_id WHERE p.family_id` + ours + `)
			OR id IN (SELECT s.professional_id FROM meeting_person s JOIN meeting m ON m.id = s.meeting_id WHERE m.family_id` + ours + `))`,
		handover.Links:       "pupil_id IN (SELECT id FROM pupil WHERE family_id" + ours + ")",
		handover.Transitions: "pupil_id IN (SELECT id FROM pupil WHERE family_id" + ours + ")",
		handover.Contacts:    "family_id" + ours + " AND kind NOT IN " + keptBack,
		handover.FollowUps: "family_id" + ours + " AND kind <> '" + string(model.TellLeader) + "' AND (contact_id IS NULL OR contact_id NOT IN (SELECT id FROM contact WHERE kind IN " +
			keptBack + "))",
		handover.Accounts: "id IN (" + wholeAccounts + ")",
	}
	if condition := of[table]; condition != "" {
		return condition
	}
	return "family_id" + ours
}

// wholeAccounts are the accounts of incidents that name children of these families and no others.
const wholeAccounts = `SELECT a.account_id FROM account_pupil a JOIN pupil p ON p.id = a.pupil_id GROUP BY a.account_id
	HAVING min(p.deleted_at = '' AND p.family_id IN (SELECT value FROM json_each(?1)))`

// readTable reads the rows of one table, and leaves out those that name what does not go.
func (p *packing) readTable(t handover.Table) error {
	p.uids[t.Name] = map[int64]string{}
	uid := "''"
	if t.UID {
		uid = "uid"
	}
	rows, err := p.query("SELECT "+strings.Join(append([]string{"id", uid, "created_at"}, columnNames(t)...), ", ")+
		" FROM "+t.Name+" WHERE deleted_at = '' AND "+packedRows(t.Name)+" ORDER BY id", p.families)
	if err != nil {
		return err
	}
	defer rows.Close()
	begin := len(p.records)
	for rows.Next() {
		r := handover.Record{Table: t.Name}
		var created string
		values, err := scanRow(rows, len(t.Columns)+len(t.Refs), &r.Row, &r.UID, &created)
		if err != nil {
			return err
		}
		r.Values = p.valuesOf(t, values)
		var whole bool
		if r.Refs, whole = p.refsOf(t, values[len(t.Columns):], r.Values); !whole || t.Name == handover.Letters && r.Refs["adult_id"] == r.Refs["pupil_id"] {
			continue
		}
		p.name(t, &r, created)
		p.uids[t.Name][r.Row] = r.UID
		p.records = append(p.records, r)
	}
	return p.refsWithin(t, p.records[begin:], rows.Err())
}

// refsWithin fills in what meetings name meetings by, once all have a name.
func (p *packing) refsWithin(t handover.Table, records []handover.Record, err error) error {
	if err != nil || t.Name != handover.Meetings {
		return err
	}
	rows, err := p.query("SELECT id, after_id FROM meeting WHERE after_id IS NOT NULL")
	pairs, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	after := map[int64]string{}
	for _, pair := range pairs {
		after[pair.owner] = p.uids[t.Name][pair.id]
	}
	for _, r := range records {
		if uid := after[r.Row]; uid != "" {
			r.Refs["after_id"] = uid
		}
	}
	return err
}

// name gives a record the name under which it travels, and those it has elsewhere: a row without a uid of
// its own goes on under the name it came with.
func (p *packing) name(t handover.Table, r *handover.Record, created string) {
	also := p.elsewhere[t.Name][r.Row]
	switch {
	case t.Natural:
		r.UID, also = naturalUID(t, *r), nil
	case t.UID:
	case len(also) > 0:
		r.UID = also[0]
	default:
		r.UID = p.caseload + "/" + strconv.FormatInt(r.Row, 10) + "/" + created
	}
	for _, uid := range also {
		if uid != r.UID {
			r.Also = append(r.Also, uid)
		}
	}
}

// naturalUID names a link by child and adult, and a move by child and year.
func naturalUID(t handover.Table, r handover.Record) string {
	if t.Name == handover.Links {
		return r.Refs["pupil_id"] + "/" + r.Refs["adult_id"]
	}
	return r.Refs["pupil_id"] + "/" + r.Values["year"]
}

func columnNames(t handover.Table) (names []string) {
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	for _, r := range t.Refs {
		names = append(names, r.Column)
	}
	return names
}

// scanRow reads the first columns into place and answers the rest, n of them.
func scanRow(rows interface{ Scan(...any) error }, n int, place ...any) ([]any, error) {
	values := make([]any, n)
	for i := range values {
		place = append(place, &values[i])
	}
	return values, rows.Scan(place...)
}

// valuesOf are the values of a row that are there.
func (p *packing) valuesOf(t handover.Table, row []any) map[string]string {
	values := map[string]string{}
	for i, c := range t.Columns {
		text := ""
		switch v := row[i].(type) {
		case string:
			text = v
		case int64:
			if text = strconv.FormatInt(v, 10); v == 0 {
				text = ""
			}
			if c.Kind >= handover.Staff {
				text = p.named[c.Kind][v]
			}
		}
		if c.Kind == handover.Code && model.IsOwnID(text) {
			text = ""
		}
		if text == "" && c.Name == "by_whom" && t.Name == handover.Contacts {
			text = p.me
		}
		if text != "" {
			values[c.Name] = text
		}
	}
	return values
}

// refsOf are the names of what a row names; whole is false when it names what does not go, and means
// nothing without it. An adult who does not go is named in words where there is room for it.
func (p *packing) refsOf(t handover.Table, row []any, values map[string]string) (refs map[string]string, whole bool) {
	refs = map[string]string{}
	for i, ref := range t.Refs {
		id, _ := row[i].(int64)
		uid := p.uids[ref.Table][id]
		switch {
		case uid != "":
			refs[ref.Column] = uid
		case ref.Must && !ref.Within:
			return nil, false
		case id != 0 && ref.Table == handover.Adults && (t.Name == "meeting_person" || t.Name == "agreement" || t.Name == handover.FollowUps):
			p.nameAbsent(t, id, values)
		}
	}
	return refs, true
}

func (p *packing) nameAbsent(t handover.Table, adult int64, values map[string]string) {
	column := "who"
	if t.Name == "meeting_person" {
		column = "name"
	}
	if name := p.absent[adult]; values[column] == "" && name != "" {
		values[column] = name
	}
}
