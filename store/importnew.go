package store

import (
	"errors"
	"strconv"

	"kettle/model"
	"kettle/store/intake"
)

// newRows are the rows of what the plan makes, which are written together.
type newRows struct {
	family, pupil, adult, link, senChange, phone, email, office, household, householdPerson *manyRows
}

func (w *work) newRows() (n newRows, err error) {
	named := func(table string, columns ...string) *manyRows { return &manyRows{table: table, columns: columns} }
	n = newRows{
		family:    named("family", "uid", "name", "since"),
		pupil:     named("pupil", append([]string{"uid", "family_id", "school_id", "roll", "left_on"}, columnsFor(newPupilFields)...)...),
		adult:     named("adult", append([]string{"uid"}, columnsFor(newAdultFields)...)...),
		link:      named("pupil_adult", append([]string{"pupil_id", "adult_id", "priority", "court_order", "order_from_office"}, columnsFor(newLinkFields)...)...),
		senChange: named("sen_change", "pupil_id", "from_day", "status"),
		phone:     named("phone", append([]string{"adult_id", "pupil_id", "position"}, phoneColumns...)...),
		email:     named("email", append([]string{"adult_id", "pupil_id", "position"}, emailColumns...)...),
		office:    named("office_value", "entity", "entity_id", "field", "value"),
		household: named("household", "family_id", "name"), householdPerson: named("household_person", "household_id", "adult_id", "pupil_id"),
	}
	for _, m := range []*manyRows{n.family, n.pupil, n.adult, n.link, n.household} {
		m.named = true
		err = errors.Join(err, m.number(w))
	}
	return n, err
}

// rowsAtOnce is after how many people or contacts the rows made of them are written: all of a large file at
// once would take fifty megabytes.
const rowsAtOnce = 1000

// next reports how far a part of the writing is, and writes the rows that wait now and then.
func (t *taking) next(what string, done, of int) error {
	if done%rowsAtOnce == 0 {
		if err := t.writeMade(); err != nil {
			return err
		}
	}
	return t.report(what, done, of)
}

// writeMade writes the rows that wait, each before those that name it.
func (t *taking) writeMade() error {
	n := t.made
	for _, m := range []*manyRows{n.family, n.pupil, n.senChange, n.adult, n.phone, n.email, n.link, n.office, n.household, n.householdPerson} {
		if err := t.work.write(m); err != nil {
			return err
		}
	}
	return nil
}

// The fields of new people and links that are columns of the same name.
var (
	newPupilFields = []intake.Field{intake.Forename, intake.Surname, intake.KnownAs, intake.LegalForename, intake.LegalSurname, intake.Born, intake.UPN,
		intake.UPNUnverified, intake.OfficeID, intake.Year, intake.Form, intake.SEN, intake.Language, intake.Address, intake.Postcode}
	newAdultFields = []intake.Field{intake.OfficeID, intake.Title, intake.Forename, intake.Surname, intake.KnownAs, intake.Address, intake.Postcode, intake.Language}
	newLinkFields  = []intake.Field{intake.Relation, intake.RelationText, intake.Responsibility, intake.LivesWith}
)

func columnsFor(fields []intake.Field) (columns []string) {
	for _, f := range fields {
		columns = append(columns, string(f))
	}
	return columns
}

func fieldsOf(v intake.Values, fields []intake.Field) (values []any) {
	for _, f := range fields {
		values = append(values, v[f])
	}
	return values
}

// addPupil adds a new pupil, who is on roll: a leaver would have been left out.
func (t *taking) addPupil(p intake.PupilPlan, after intake.Pupil) {
	fields := []any{newUID(t.s.o.Machine()), rowID(t.families, p.Family), orNull(&t.school), model.OnRoll, ""}
	id := t.made.pupil.add(append(fields, fieldsOf(p.Set, newPupilFields)...)...)
	t.pupils[p.ID] = id
	if status := p.Set[intake.SEN]; status != "" {
		t.made.senChange.add(id, t.today(), status)
	}
	t.addReach(nil, id, after.Phones, after.Emails)
	t.noteImported(intake.APupil, id, p.Entry)
}

// addReach adds telephones and e-mails of a new adult or pupil, the other of the two being nil.
func (t *taking) addReach(adult, pupil any, phones []model.Phone, emails []model.Email) {
	for i := range phones {
		t.made.phone.add(append([]any{adult, pupil, i}, phoneFields(&phones[i])...)...)
	}
	for i := range emails {
		t.made.email.add(append([]any{adult, pupil, i}, emailFields(&emails[i])...)...)
	}
}

func (t *taking) addLink(l intake.LinkPlan) int64 {
	priority, _ := strconv.Atoi(l.Set[intake.Priority])
	order := l.Set[intake.CourtOrder] == string(model.Yes)
	fields := []any{rowID(t.pupils, l.Pupil), rowID(t.adults, l.Adult), priority, order, order}
	return t.made.link.add(append(fields, fieldsOf(l.Set, newLinkFields)...)...)
}
