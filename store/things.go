package store

import (
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// thingRows are how things of a kind are read: id, day, what, and the adult and the young person they
// are for; of says which belong to a family or a person, where ?1 is its id.
type thingRows struct {
	kind view.ThingKind
	sql  string
	of   map[view.Of]string
}

var thingTables = []thingRows{
	{view.ThingContact, "SELECT r.id, substr(r.at, 1, 10), r.kind || iif(r.note = '', '', ': ' || substr(r.note, 1, 80)), NULL, NULL, NULL, r.id FROM contact r",
		map[view.Of]string{view.OfFamilies: "r.family_id = ?1", view.OfPupils: "r.id IN (SELECT contact_id FROM contact_pupil WHERE pupil_id = ?1)",
			view.OfAdults: "r.id IN (SELECT contact_id FROM contact_adult WHERE adult_id = ?1)"}},
	{view.ThingMeeting, "SELECT r.id, substr(r.start, 1, 10), r.kind || iif(r.purpose = '', '', ': ' || substr(r.purpose, 1, 80)), NULL, NULL, r.id, NULL FROM meeting r",
		map[view.Of]string{view.OfFamilies: "r.family_id = ?1", view.OfPupils: "r.id IN (SELECT meeting_id FROM meeting_pupil WHERE pupil_id = ?1)",
			view.OfAdults: "r.id IN (SELECT meeting_id FROM meeting_person WHERE adult_id = ?1)"}},
	{view.ThingPromise, "SELECT r.id, r.due, r.what, r.adult_id, NULL, r.meeting_id, r.contact_id FROM follow_up r",
		map[view.Of]string{view.OfFamilies: "r.family_id = ?1", view.OfPupils: "FALSE", view.OfAdults: "r.adult_id = ?1"}},
	{view.ThingLetter, "SELECT r.id, r.made, r.kind || iif(r.sent = '', '', ', sent'), r.adult_id, r.pupil_id, r.meeting_id, NULL FROM letter r",
		map[view.Of]string{view.OfFamilies: "r.family_id = ?1", view.OfPupils: "r.pupil_id = ?1", view.OfAdults: "r.adult_id = ?1"}},
	{view.ThingNote, "SELECT r.id, r.on_day, r.kind || ': ' || substr(r.text, 1, 80), NULL, NULL, NULL, NULL FROM family_entry r",
		map[view.Of]string{view.OfFamilies: "r.family_id = ?1", view.OfPupils: "FALSE", view.OfAdults: "FALSE"}},
}

// thingRow is a thing as it is read, with what says whom it is about.
type thingRow struct {
	view.Thing
	adult, pupil, meeting, contact int64
}

// things are what was written about a family or a person, kind by kind, the newest first; since "" is
// all of it, else what was written from that moment on.
func (q querier) things(of view.Of, id int64, since model.Moment) (all []view.Thing, err error) {
	for _, t := range thingTables {
		rows, err := q.query(t.sql+" WHERE r.deleted_at = '' AND "+t.of[of]+" AND r.created_at >= ?2 ORDER BY 2 DESC, r.id DESC", id, string(since))
		read, err := scanAll(rows, err, func(r *thingRow) []any {
			return []any{&r.ID, &r.On, &r.What, orNull(&r.adult), orNull(&r.pupil), orNull(&r.meeting), orNull(&r.contact)}
		})
		if err != nil {
			return nil, fmt.Errorf("reading the %ss: %w", t.kind, err)
		}
		if err := q.addConcerned(read); err != nil {
			return nil, err
		}
		for _, r := range read {
			r.Kind = t.kind
			all = append(all, r.Thing)
		}
	}
	return all, nil
}

// addConcerned says whom things are about: the children of their entry or meeting, and who was there.
func (q querier) addConcerned(rows []thingRow) error {
	for _, by := range []struct {
		table, owner string
		of           func(r thingRow) int64
	}{
		{"contact", "contact_id", func(r thingRow) int64 { return r.contact }},
		{"meeting", "meeting_id", func(r thingRow) int64 { return r.meeting }},
	} {
		ids := idsOf(rows, by.of)
		pupils, err := q.pairs(by.table+"_pupil", by.owner, "pupil_id", ids)
		if err != nil {
			return err
		}
		people := map[string]string{"contact": "contact_adult", "meeting": "meeting_person WHERE adult_id IS NOT NULL"}[by.table]
		adults, err := q.pairs("(SELECT * FROM "+people+")", by.owner, "adult_id", ids)
		if err != nil {
			return err
		}
		for i, r := range rows {
			if of := by.of(r); of != 0 {
				rows[i].Concerns.Pupils = append(rows[i].Concerns.Pupils, pupils[of]...)
				rows[i].Concerns.Adults = append(rows[i].Concerns.Adults, adults[of]...)
			}
		}
	}
	for i, r := range rows {
		if r.adult != 0 {
			rows[i].Concerns.Adults = []int64{r.adult}
		}
		if r.pupil != 0 {
			rows[i].Concerns.Pupils = append(rows[i].Concerns.Pupils, r.pupil)
		}
	}
	return nil
}
