package store

import (
	"fmt"
	"strings"

	"kettle/model"
)

// addContactPeople puts adults, pupils and who was told into the contacts.
func (q querier) addContactPeople(contacts []model.Contact) error {
	ids := make([]int64, len(contacts))
	for i, c := range contacts {
		ids[i] = c.ID
	}
	adults, err := q.pairs("contact_adult", "contact_id", "adult_id", ids)
	if err != nil {
		return err
	}
	pupils, err := q.pairs("contact_pupil", "contact_id", "pupil_id", ids)
	if err != nil {
		return err
	}
	told, err := q.told(ids)
	if err != nil {
		return err
	}
	for i := range contacts {
		c := &contacts[i]
		c.Adults, c.Pupils = adults[c.ID], pupils[c.ID]
		for _, t := range told[c.ID] {
			c.Told = append(c.Told, t.Told)
		}
	}
	return nil
}

// toldRow is a row of contact_told.
type toldRow struct {
	id, contact int64
	model.Told
}

var toldColumns = []string{"contact_id", "adult_id", "on_day"}

func (t *toldRow) fields() []any { return []any{&t.contact, &t.AdultID, &t.On} }

func (q querier) told(contacts []int64) (map[int64][]toldRow, error) {
	rows, err := q.query(selectSQL("contact_told", toldColumns)+" WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(contacts))
	all, err := scanAll(rows, err, func(t *toldRow) []any { return withID(&t.id, t.fields()) })
	if err != nil {
		return nil, err
	}
	told := map[int64][]toldRow{}
	for _, t := range all {
		told[t.contact] = append(told[t.contact], t)
	}
	return told, nil
}

// setTold makes the rows of who was told, or is to be told, exactly these (practices 13 and 15).
func (w *work) setTold(contact int64, told []model.Told) error {
	old, err := w.told([]int64{contact})
	if err != nil {
		return fmt.Errorf("reading who was told: %w", err)
	}
	left := map[int64]int64{}
	for _, t := range old[contact] {
		left[t.AdultID] = t.id
	}
	for _, t := range told {
		row := toldRow{left[t.AdultID], contact, t}
		delete(left, t.AdultID)
		if err := w.save("contact_told", &row.id, toldColumns, row.fields()); err != nil {
			return fmt.Errorf("saving who was told: %w", err)
		}
	}
	for _, id := range left {
		if _, err := w.exec("DELETE FROM contact_told WHERE id = ?", id); err != nil {
			return fmt.Errorf("saving who was told: %w", err)
		}
	}
	return nil
}

// promiseToTell makes a follow-up for each adult who is still to be told, unless there is one. Who is
// behind the wall, or not in touch, stays noted as not told, and is not proposed.
func (w *work) promiseToTell(c model.Contact) error {
	for _, t := range c.Told {
		if t.On != "" {
			continue
		}
		there, err := w.has("follow_up WHERE kind = ? AND contact_id = ? AND adult_id = ? AND deleted_at = ''",
			model.TellFamily, c.ID, t.AdultID)
		if err != nil {
			return fmt.Errorf("reading what was promised: %w", err)
		}
		out, err := stopped(w.mayTell(t.AdultID, c))
		if err != nil {
			return err
		}
		if there || out {
			continue
		}
		if err := w.promiseOneTelling(c, t.AdultID); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) promiseOneTelling(c model.Contact, adult int64) error {
	name, err := w.formalName(adult)
	if err != nil {
		return err
	}
	f := model.FollowUp{FamilyID: c.FamilyID, ContactID: c.ID, AdultID: adult, Kind: model.TellFamily, What: "Tell " + name + toTellAbout(c)}
	if err := w.dueIn(&f, 1); err != nil {
		return err
	}
	return w.saveFollowUp(&f)
}

// toTellAbout is the first line of the note, cut to what a list shows, or the kind of contact.
func toTellAbout(c model.Contact) string {
	const shown = 60
	line, _, _ := strings.Cut(strings.TrimSpace(c.Note), "\n")
	letters := []rune(line)
	switch {
	case len(letters) == 0:
		return " about the " + string(c.Kind)
	case len(letters) > shown:
		return ": " + strings.TrimSpace(string(letters[:shown-1])) + "…"
	}
	return ": " + line
}
