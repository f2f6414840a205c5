package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// LogEntry is one entry of the log with all that belongs to it, also a removed one.
func (s *Store) LogEntry(ctx context.Context, id int64) (e view.LogEntry, err error) {
	err = s.read(ctx, func(q querier) error {
		contacts, err := q.contacts(" WHERE id = ?", id)
		if err == nil && len(contacts) == 0 {
			err = errGone
		}
		if err != nil {
			return err
		}
		e.Contact = contacts[0]
		for _, part := range []func(*view.LogEntry) error{q.entryNames, q.entryGrown} {
			if err := part(&e); err != nil {
				return fmt.Errorf("reading the entry: %w", err)
			}
		}
		e.Earlier, err = s.corrections(q, view.Record{Kind: view.ContactRecord, ID: id})
		return err
	})
	return e, err
}

func (q querier) entryNames(e *view.LogEntry) (err error) {
	e.Family = q.nameOf("family", e.Contact.FamilyID)
	people := append([]int64{}, e.Contact.Adults...)
	for _, t := range e.Contact.Told {
		people = append(people, t.AdultID)
	}
	if e.Adults, err = q.formalNames(people); err != nil {
		return err
	}
	e.Pupils = map[int64]string{}
	for _, id := range e.Contact.Pupils {
		e.Pupils[id] = q.pupilName(id)
	}
	for _, id := range e.Sharing().ToTell {
		out, err := stopped(q.mayTell(id, e.Contact))
		if err != nil {
			return err
		}
		if !out {
			e.ToTell = append(e.ToTell, id)
		}
	}
	return nil
}

// entryGrown reads the follow-ups that were made from an entry, and the meetings it grew into.
func (q querier) entryGrown(e *view.LogEntry) error {
	c := e.Contact
	rows, err := q.query(selectSQL("follow_up", followUpColumns)+" WHERE family_id = ? AND contact_id = ? AND deleted_at = '' ORDER BY id", c.FamilyID, c.ID)
	if e.FollowUps, err = scanAll(rows, err, followUpRow); err != nil {
		return err
	}
	rows, err = q.query(`SELECT m.id, m.kind, m.start, m.status, coalesce(r.name, ''), m.purpose FROM meeting m LEFT JOIN room r ON r.id = m.room_id
		WHERE m.family_id = ? AND m.contact_id = ? AND m.deleted_at = '' ORDER BY m.id`, c.FamilyID, c.ID)
	e.Meetings, err = scanAll(rows, err, func(m *view.ComingMeeting) []any {
		return []any{&m.ID, &m.Kind, &m.Start, &m.Status, &m.Room, &m.Purpose}
	})
	return err
}

// TellOfContact notes that an adult was told of an entry on a day, "" today: each in their own right
// (practices 13 and 15). The promise to tell them is kept by it.
func (s *Store) TellOfContact(ctx context.Context, contact, adult int64, on model.Date) (view.Change, error) {
	return s.step(ctx, "told", func(w *work) error {
		if on == "" {
			on = w.today()
		}
		name, err := w.formalName(adult)
		if err != nil {
			return err
		}
		w.title("told " + name)
		if _, err := w.exec("UPDATE contact_told SET on_day = ? WHERE contact_id = ? AND adult_id = ? AND on_day = ''", string(on), contact, adult); err != nil {
			return fmt.Errorf("noting who was told: %w", err)
		}
		rows, err := w.query(selectSQL("follow_up", followUpColumns)+` WHERE family_id = (SELECT family_id FROM contact WHERE id = ?1)
			AND contact_id = ?1 AND adult_id = ?2 AND kind = ?3 AND state = 'open' AND deleted_at = ''`, contact, adult, string(model.TellFamily))
		promised, err := scanAll(rows, err, followUpRow)
		if err != nil {
			return fmt.Errorf("reading what was promised: %w", err)
		}
		for i := range promised {
			if err := w.settle(&promised[i], on, true); err != nil {
				return err
			}
			if err := w.saveFollowUp(&promised[i]); err != nil {
				return err
			}
		}
		return nil
	})
}
