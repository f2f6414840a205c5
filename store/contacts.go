package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

var contactColumns = []string{"uid", "family_id", "at", "recorded", "by_whom", "channel", "direction", "kind", "reason",
	"note", "words", "present", "need", "wish", "owner", "triage", "displaced", "first_step", "first_step_on", "settled", "acknowledged",
	"abuse_what", "leader_told", "dsl_to", "dsl_when", "dsl_ref", "deleted_at"}

func contactFields(c *model.Contact) []any {
	return []any{&c.UID, &c.FamilyID, &c.At, &c.Recorded, &c.By, &c.Channel, &c.Dir, &c.Kind, &c.Reason,
		&c.Note, &c.Words, &c.Present, &c.Need, &c.Wish, &c.Owner, &c.Triage, &c.Displaced, &c.FirstStep, &c.SteppedOn, &c.Settled, &c.Acknowledged,
		&c.AbuseWhat, &c.LeaderTold, &c.DSLTo, &c.DSLWhen, &c.DSLRef, removedAt(&c.Removed)}
}

func contactRow(c *model.Contact) []any { return withID(&c.ID, contactFields(c)) }

// SaveContact keeps an entry of the log with who was there, whom it was about and who was told, and
// the follow-ups made from it, as one step. What went to the DSL keeps no note (rules.md R49).
func (s *Store) SaveContact(ctx context.Context, n view.NewContact) (view.Change, error) {
	if err := soundContact(n.Contact); err != nil {
		return view.Change{}, err
	}
	return s.step(ctx, "logged "+string(n.Contact.Kind), func(w *work) error {
		c := n.Contact
		if c.ID != 0 {
			w.title("changed the entry of " + c.At.Date().Short())
		}
		if err := w.saveContact(&c); err != nil {
			return err
		}
		for _, f := range n.FollowUps {
			f.FamilyID, f.ContactID = c.FamilyID, c.ID
			if err := w.saveFollowUp(&f); err != nil {
				return err
			}
		}
		if err := w.promiseLeader(c); err != nil {
			return err
		}
		if n.TellLater {
			return w.promiseToTell(c)
		}
		return nil
	})
}

func soundContact(c model.Contact) error {
	switch {
	case c.FamilyID == 0:
		return Problem{Sentence: "An entry of the log needs a family: choose one, then keep it again."}
	case !c.Kind.Valid():
		return Problem{Sentence: "The kind of contact is not one that Kettle knows: choose one of the list."}
	case c.Channel != model.NoChannelYet && !c.Channel.Valid():
		return Problem{Sentence: "The channel is not one that Kettle knows: choose one of the list."}
	case c.Dir != "" && !c.Dir.Valid():
		return Problem{Sentence: "The direction is not one that Kettle knows: choose in, out or both."}
	case !c.Reason.Valid():
		return Problem{Sentence: "The reason is not one that Kettle knows: choose one of the list, or none."}
	case c.At != "" && !c.At.Valid():
		return Problem{Sentence: "The day or the time of the entry is not one there is: write it again."}
	}
	return nil
}

// saveContact fills what was left empty, then keeps the row and its people.
func (w *work) saveContact(c *model.Contact) error {
	if err := w.fillContact(c); err != nil {
		return err
	}
	moved, err := w.movedToFamily(*c)
	if err != nil {
		return err
	}
	if err := w.saveAndSay("contact", &c.ID, contactColumns, contactFields(c)); err != nil {
		return err
	}
	if moved {
		if _, err := w.exec("UPDATE follow_up SET family_id = ? WHERE contact_id = ?", c.FamilyID, c.ID); err != nil {
			return fmt.Errorf("taking the follow-ups along: %w", err)
		}
	}
	if err := w.setIDs("contact_adult", "contact_id", c.ID, "adult_id", c.Adults); err != nil {
		return fmt.Errorf("saving who was there: %w", err)
	}
	if err := w.setIDs("contact_pupil", "contact_id", c.ID, "pupil_id", c.Pupils); err != nil {
		return fmt.Errorf("saving whom it was about: %w", err)
	}
	return w.setTold(c.ID, c.Told)
}

func (w *work) fillContact(c *model.Contact) error {
	now := model.Moment(w.now())
	if c.At == "" {
		c.At = now
	}
	if c.Recorded == "" {
		c.Recorded = now
	}
	if c.Dir == "" {
		c.Dir = c.Channel.Usual()
	}
	if c.Kind == model.PassedToDSL {
		c.Note, c.Words, c.Need, c.Wish = "", "", "", ""
	}
	if c.By != "" {
		return nil
	}
	me, err := w.me()
	c.By = me.Name
	return err
}

// movedToFamily reports whether an entry that was kept before now belongs to another family.
func (w *work) movedToFamily(c model.Contact) (bool, error) {
	if c.ID == 0 {
		return false, nil
	}
	var before int64
	if err := w.queryRow("SELECT coalesce((SELECT family_id FROM contact WHERE id = ?), 0)", c.ID).Scan(&before); err != nil {
		return false, fmt.Errorf("reading the entry: %w", err)
	}
	return before != c.FamilyID, nil
}

// RemoveContact moves an entry out of sight. Promises made from it stay.
func (s *Store) RemoveContact(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed an entry of the log", func(w *work) error { return w.remove("contact", id) })
}

// BringBackContact brings a removed entry back.
func (s *Store) BringBackContact(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "brought an entry of the log back", func(w *work) error { return w.bringBack("contact", id) })
}

// SettleConcern notes the day on which a concern was settled, "" that it is open again (practice 11).
func (s *Store) SettleConcern(ctx context.Context, id int64, on model.Date) (view.Change, error) {
	return s.SettleWorry(ctx, id, on, "")
}

// Contact is one entry of the log, also a removed one.
func (s *Store) Contact(ctx context.Context, id int64) (model.Contact, error) {
	contacts, err := s.contacts(ctx, " WHERE id = ?", id)
	if err == nil && len(contacts) == 0 {
		err = errGone
	}
	if err != nil {
		return model.Contact{}, err
	}
	return contacts[0], nil
}

// FamilyContacts are the entries of one family, the newest first, from offset on.
func (s *Store) FamilyContacts(ctx context.Context, family int64, limit, offset int) ([]model.Contact, error) {
	return s.contacts(ctx, " WHERE family_id = ? AND deleted_at = '' ORDER BY at DESC, id DESC LIMIT ? OFFSET ?", family, limit, offset)
}

func (s *Store) contacts(ctx context.Context, where string, args ...any) (contacts []model.Contact, err error) {
	err = s.read(ctx, func(q querier) error {
		contacts, err = q.contacts(where, args...)
		return err
	})
	return contacts, err
}

// contacts are those that where asks for, with their people.
func (q querier) contacts(where string, args ...any) ([]model.Contact, error) {
	rows, err := q.query(selectSQL("contact", contactColumns)+where, args...)
	contacts, err := scanAll(rows, err, contactRow)
	if err != nil {
		return nil, fmt.Errorf("reading the log: %w", err)
	}
	if err := q.addContactPeople(contacts); err != nil {
		return nil, fmt.Errorf("reading who was there: %w", err)
	}
	return contacts, nil
}
