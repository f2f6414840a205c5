package store

import (
	"database/sql"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// familyFacts is all that the line of one family is made from.
type familyFacts struct {
	id       int64
	name     string
	every    int // the family's own rhythm of check-ins
	removed  int // 1 for a family that was removed, 2 for one that went into another
	pupils   []model.Pupil
	adults   []familyAdult
	phones   []string
	lastAt   model.Moment
	lastBy   model.Channel
	goodNews model.Moment
	greeted  model.Moment
	nextAt   model.Moment
	nextWhat string
	order    bool
}

// familyAdult is an adult with what they are to the pupils of one family.
type familyAdult struct {
	model.Adult
	parent   bool
	priority int // the best of their links, noPriority without one
}

const noPriority = 1 << 30

// The queries behind a line. ?1 is a JSON list of families; each row begins with its family.
const (
	inFamilies = " IN (SELECT value FROM json_each(?1))"

	factPupils = `SELECT family_id, id, forename, surname, known_as, legal_forename, legal_surname, year, reg, sen, language, postcode, roll
		FROM pupil WHERE deleted_at = '' AND family_id` + inFamilies + ` ORDER BY dob = '', dob, id`

	factAdults = `SELECT p.family_id, a.id, a.title, a.forename, a.surname, a.known_as, a.address_as, a.postcode, a.language, a.in_touch,
			l.relationship, l.parental_responsibility, l.priority, l.lives_with, l.may_be_contacted, l.court_order
		FROM pupil p JOIN pupil_adult l ON l.pupil_id = p.id JOIN adult a ON a.id = l.adult_id
		WHERE p.deleted_at = '' AND l.deleted_at = '' AND a.deleted_at = '' AND p.family_id` + inFamilies + `
		UNION ALL
		SELECT f.family_id, a.id, a.title, a.forename, a.surname, a.known_as, a.address_as, a.postcode, a.language, a.in_touch, '', '', 0, '', '', 0
		FROM family_adult f JOIN adult a ON a.id = f.adult_id
		WHERE a.deleted_at = '' AND f.family_id` + inFamilies

	factPhones = `SELECT p.family_id, h.number FROM pupil p JOIN phone h ON h.pupil_id = p.id
		WHERE p.deleted_at = '' AND p.family_id` + inFamilies + `
		UNION SELECT p.family_id, h.number FROM pupil p JOIN pupil_adult l ON l.pupil_id = p.id
			JOIN adult a ON a.id = l.adult_id JOIN phone h ON h.adult_id = a.id
		WHERE p.deleted_at = '' AND l.deleted_at = '' AND a.deleted_at = '' AND p.family_id` + inFamilies + `
		UNION SELECT f.family_id, h.number FROM family_adult f JOIN adult a ON a.id = f.adult_id JOIN phone h ON h.adult_id = a.id
		WHERE a.deleted_at = '' AND f.family_id` + inFamilies

	// The columns beside max and min are those of the row that has it (SQLite, "bare columns").
	factContacts = `SELECT family_id, max(at), channel FROM contact
		WHERE deleted_at = '' AND kind NOT IN (?2, ?3) AND family_id` + inFamilies + ` GROUP BY family_id`
	factHeld = `SELECT family_id, max(iif(began = '', start, began)) FROM meeting
		WHERE deleted_at = '' AND status = ?2 AND family_id` + inFamilies + ` GROUP BY family_id`
	factGoodNews = `SELECT family_id, max(at) FROM contact
		WHERE deleted_at = '' AND kind = ?2 AND family_id` + inFamilies + ` GROUP BY family_id`
	factGreetings = `SELECT family_id, max(at) FROM contact
		WHERE deleted_at = '' AND channel = ?2 AND kind <> ?3 AND family_id` + inFamilies + ` GROUP BY family_id`
	factMeetings = `SELECT family_id, min(start), 'meeting' FROM meeting
		WHERE deleted_at = '' AND status = ?2 AND start <> '' AND family_id` + inFamilies + ` GROUP BY family_id`
	factFollowUps = `SELECT family_id, min(due || iif(due_at = '', '', 'T' || due_at)), what FROM follow_up
		WHERE deleted_at = '' AND state = ?2 AND due <> '' AND family_id` + inFamilies + ` GROUP BY family_id`
)

// familyFacts gathers the facts of the families of a JSON list; those that are not there are left out.
func (w *work) familyFacts(list string) (map[int64]*familyFacts, error) {
	all := map[int64]*familyFacts{}
	families, err := w.query("SELECT id, name, checkin_every, iif(deleted_at = '', 0, iif("+goneSQL(view.OfFamilies, "id")+", 2, 1)) FROM family WHERE id"+inFamilies, list)
	rows, err := scanAll(families, err, func(f *familyFacts) []any { return []any{&f.id, &f.name, &f.every, &f.removed} })
	if err != nil {
		return nil, err
	}
	for i := range rows {
		all[rows[i].id] = &rows[i]
	}
	for _, gather := range []func(map[int64]*familyFacts, string) error{w.gatherPupils, w.gatherAdults, w.gatherPhones, w.gatherLast, w.gatherNext} {
		if err := gather(all, list); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (w *work) gatherPupils(all map[int64]*familyFacts, list string) error {
	rows, err := w.query(factPupils, list)
	pupils, err := scanAll(rows, err, func(p *model.Pupil) []any {
		return []any{&p.FamilyID, &p.ID, &p.Forename, &p.Surname, &p.KnownAs, &p.LegalForename, &p.LegalSurname,
			&p.Year, &p.Class, &p.SEN, &p.Language, &p.Postcode, &p.Roll}
	})
	for _, p := range pupils {
		all[p.FamilyID].pupils = append(all[p.FamilyID].pupils, p)
	}
	return err
}

func (w *work) gatherAdults(all map[int64]*familyFacts, list string) error {
	type row struct {
		family int64
		adult  model.Adult
		link   model.Link
	}
	rows, err := w.query(factAdults, list)
	adults, err := scanAll(rows, err, func(r *row) []any {
		a, l := &r.adult, &r.link
		return []any{&r.family, &a.ID, &a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs, &a.Postcode, &a.Language, &a.InTouch,
			&l.Relation, &l.ParentalResponsibility, &l.Priority, &l.LivesWith, &l.MayBeContacted, &l.CourtOrder}
	})
	for _, r := range adults {
		all[r.family].addAdult(r.adult, r.link)
	}
	return err
}

// addAdult adds an adult by one link; somebody with two links is there once.
func (f *familyFacts) addAdult(a model.Adult, l model.Link) {
	f.order = f.order || l.Walled()
	priority := l.Priority
	if priority == 0 {
		priority = noPriority
	}
	for i := range f.adults {
		if known := &f.adults[i]; known.ID == a.ID {
			known.parent = known.parent || l.IsParent()
			known.priority = min(known.priority, priority)
			return
		}
	}
	f.adults = append(f.adults, familyAdult{a, l.IsParent(), priority})
}

func (w *work) gatherPhones(all map[int64]*familyFacts, list string) error {
	return w.eachFamily(factPhones, []any{list}, 1, func(family int64, text []string) {
		all[family].phones = append(all[family].phones, text[0])
	})
}

// gatherLast finds the last time that school and family were in touch both ways, in a contact that
// counts or a meeting that was held, the last good news, and the last greeting at the gate.
func (w *work) gatherLast(all map[int64]*familyFacts, list string) error {
	err := w.eachFamily(factContacts, []any{list, model.Attempt, model.PassedToDSL}, 2, func(family int64, text []string) {
		all[family].lastAt, all[family].lastBy = model.Moment(text[0]), model.Channel(text[1])
	})
	if err != nil {
		return err
	}
	err = w.eachFamily(factHeld, []any{list, model.Held}, 1, func(family int64, text []string) {
		if held := model.Moment(text[0]); held > all[family].lastAt {
			all[family].lastAt, all[family].lastBy = held, model.AtMeeting
		}
	})
	if err != nil {
		return err
	}
	err = w.eachFamily(factGoodNews, []any{list, model.GoodNews}, 1, func(family int64, text []string) {
		all[family].goodNews = model.Moment(text[0])
	})
	if err != nil {
		return err
	}
	return w.eachFamily(factGreetings, []any{list, model.ByGate, model.Attempt}, 1, func(family int64, text []string) {
		all[family].greeted = model.Moment(text[0])
	})
}

// gatherNext finds what comes next: the earliest of planned meetings and open promises.
func (w *work) gatherNext(all map[int64]*familyFacts, list string) error {
	earlier := func(family int64, text []string) {
		if at := model.Moment(text[0]); all[family].nextAt == "" || at < all[family].nextAt {
			all[family].nextAt, all[family].nextWhat = at, text[1]
		}
	}
	if err := w.eachFamily(factMeetings, []any{list, model.Planned}, 2, earlier); err != nil {
		return err
	}
	return w.eachFamily(factFollowUps, []any{list, model.Open}, 2, earlier)
}

// eachFamily runs a query whose rows are a family and some texts.
func (w *work) eachFamily(text string, args []any, texts int, do func(family int64, text []string)) error {
	rows, err := w.query(text, args...)
	if err != nil {
		return fmt.Errorf("reading what a family's line says: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scanFamilyTexts(rows, texts, do); err != nil {
			return err
		}
	}
	return rows.Err()
}

func scanFamilyTexts(rows *sql.Rows, texts int, do func(family int64, text []string)) error {
	var family int64
	values := make([]string, texts)
	into := []any{&family}
	for i := range values {
		into = append(into, &values[i])
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	do(family, values)
	return nil
}
