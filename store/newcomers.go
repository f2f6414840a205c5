package store

import (
	"context"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// What a meeting needs that is not known yet is added where it is chosen: the one step that chooses
// it makes it, so that u takes back both.

// AddColleague adds a colleague whom no list knows, and puts them on the meeting's list of people.
func (s *Store) AddColleague(ctx context.Context, c model.Staff, p model.MeetingPerson) (view.Change, error) {
	return s.newcomer(ctx, p, func(w *work, p *model.MeetingPerson) error {
		if err := soundStaff(c); err != nil {
			return err
		}
		err := w.saveAndSay("staff", &c.ID, staffColumns, staffFields(&c))
		p.StaffID = c.ID
		return err
	})
}

// AddOutsider adds somebody from outside whom no list knows, and puts them on the meeting's list of
// people.
func (s *Store) AddOutsider(ctx context.Context, o model.Professional, p model.MeetingPerson) (view.Change, error) {
	return s.newcomer(ctx, p, func(w *work, p *model.MeetingPerson) error {
		err := w.saveAndSay("professional", &o.ID, professionalColumns, professionalFields(&o))
		p.ProfessionalID = o.ID
		return err
	})
}

func (s *Store) newcomer(ctx context.Context, p model.MeetingPerson, add func(w *work, p *model.MeetingPerson) error) (view.Change, error) {
	if strings.TrimSpace(p.Name) == "" {
		return view.Change{}, nameMissing
	}
	return s.step(ctx, savedTitle(0, p.Name)+" to the meeting", func(w *work) error {
		if err := add(w, &p); err != nil {
			return err
		}
		if err := w.savePerson(&p); err != nil {
			return err
		}
		w.made(p.ID)
		return nil
	})
}

// MeetInNewRoom adds a room that no list knows, and makes it the meeting's.
func (s *Store) MeetInNewRoom(ctx context.Context, m model.Meeting, r model.Room) (view.Change, error) {
	if strings.TrimSpace(r.Name) == "" {
		return view.Change{}, nameMissing
	}
	return s.step(ctx, savedTitle(0, r.Name), func(w *work) error {
		if err := w.saveAndSay("room", &r.ID, roomColumns, roomFields(&r)); err != nil {
			return err
		}
		m.RoomID = r.ID
		return w.saveMeeting(&m)
	})
}

// KeepOut notes that an order forbids a meeting, and with the adult why they are not asked.
func (s *Store) KeepOut(ctx context.Context, a model.OrderAnswer, p model.MeetingPerson) (view.Change, error) {
	return s.step(ctx, "noted that "+p.Name+" stays out", func(w *work) error {
		if err := w.answerOrder(&a); err != nil {
			return err
		}
		return w.savePerson(&p)
	})
}
