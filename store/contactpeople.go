package store

import (
	"fmt"
	"strings"

	"kettle/model"
)

// pair is a row of a table that joins two others.
type pair struct{ owner, id int64 }

// pairs asks for the rows of a joining table for several owners at once, in the order they were made.
func (q querier) pairs(table, ownerColumn, column string, owners []int64) (map[int64][]int64, error) {
	rows, err := q.query("SELECT "+ownerColumn+", "+column+" FROM "+table+
		" WHERE "+ownerColumn+" IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(owners))
	all, err := scanAll(rows, err, func(p *pair) []any { return []any{&p.owner, &p.id} })
	if err != nil {
		return nil, err
	}
	ids := map[int64][]int64{}
	for _, p := range all {
		ids[p.owner] = append(ids[p.owner], p.id)
	}
	return ids, nil
}

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

// promiseToTell makes a follow-up for each adult who is still to be told, unless there is one.
func (w *work) promiseToTell(c model.Contact) error {
	for _, t := range c.Told {
		if t.On != "" {
			continue
		}
		there, err := w.has("follow_up WHERE kind = ? AND contact_id = ? AND adult_id = ? AND deleted_at = ''",
			string(model.TellFamily), c.ID, t.AdultID)
		if err != nil {
			return err
		}
		if there {
			continue
		}
		name, err := w.formalName(t.AdultID)
		if err != nil {
			return err
		}
		f := model.FollowUp{FamilyID: c.FamilyID, ContactID: c.ID, AdultID: t.AdultID, Kind: model.TellFamily,
			What: "Tell " + name + toTellAbout(c), Whose: model.Mine}
		if err := w.dueIn(&f, 1); err != nil {
			return err
		}
		if err := w.saveFollowUp(&f); err != nil {
			return err
		}
	}
	return nil
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

// has reports whether there is a row; from is the table and what it must fulfil.
func (q querier) has(from string, args ...any) (bool, error) {
	var yes bool
	err := q.queryRow("SELECT EXISTS (SELECT 1 FROM "+from+")", args...).Scan(&yes)
	return yes, err
}

// formalName is how an adult is named in a sentence.
func (q querier) formalName(adult int64) (string, error) {
	var a model.Adult
	err := q.queryRow("SELECT title, forename, surname, known_as, address_as FROM adult WHERE id = ?", adult).
		Scan(&a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs)
	if err != nil {
		return "", fmt.Errorf("reading an adult's name: %w", err)
	}
	return a.Formal(), nil
}
