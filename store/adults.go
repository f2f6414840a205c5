package store

import (
	"context"

	"kettle/model"
	"kettle/model/view"
)

var adultColumns = []string{"uid", "office_id", "title", "forename", "surname", "known_as", "address_as", "address", "postcode",
	"language", "channel", "times", "leave_message", "interpreter", "access", "large_print", "in_touch", "in_touch_since", "in_touch_by", "notes", "deleted_at"}

func adultFields(a *model.Adult) []any {
	return []any{&a.UID, &a.OfficeID, &a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs, &a.Address, &a.Postcode,
		&a.Language, &a.Channel, &a.Times, &a.LeaveMessage, &a.Interpreter, &a.Access, &a.LargePrint, &a.InTouch, &a.InTouchSince, &a.InTouchBy, &a.Notes, removedAt(&a.Removed)}
}

func adultRow(a *model.Adult) []any { return withID(&a.ID, adultFields(a)) }

// Adult is the adult of that id, one who was removed, too.
func (s *Store) Adult(ctx context.Context, id int64) (a model.Adult, err error) {
	err = s.read(ctx, func(q querier) error {
		adults, err := q.adults("id = ?", id)
		if err == nil && len(adults) == 0 {
			return errGone
		}
		if err == nil {
			a = adults[0]
		}
		return err
	})
	return a, err
}

// FamilyAdults are the adults of a family: those linked to one of its pupils, and those added by hand.
func (s *Store) FamilyAdults(ctx context.Context, family int64) (adults []model.Adult, err error) {
	err = s.read(ctx, func(q querier) error {
		adults, err = q.familyAdults(family)
		return err
	})
	return adults, err
}

func (q querier) familyAdults(family int64) ([]model.Adult, error) {
	return q.adults(`deleted_at = '' AND id IN (SELECT l.adult_id FROM pupil p JOIN pupil_adult l ON l.pupil_id = p.id
			WHERE p.family_id = ?1 AND p.deleted_at = '' AND l.deleted_at = ''
		UNION SELECT adult_id FROM family_adult WHERE family_id = ?1)`, family)
}

// adults are those of a condition with their phones and e-mails.
func (q querier) adults(where string, args ...any) ([]model.Adult, error) {
	rows, err := q.query(selectSQL("adult", adultColumns)+" WHERE "+where+" ORDER BY id", args...)
	adults, err := scanAll(rows, err, adultRow)
	if err != nil {
		return nil, err
	}
	at, ids := map[int64]*model.Adult{}, make([]int64, len(adults))
	for i := range adults {
		ids[i], at[adults[i].ID] = adults[i].ID, &adults[i]
	}
	return adults, q.addReach(ofAdult, ids, func(id int64) (*[]model.Phone, *[]model.Email) { return &at[id].Phones, &at[id].Emails })
}

// SaveAdult keeps an adult with phones and e-mails.
func (s *Store) SaveAdult(ctx context.Context, a model.Adult) (view.Change, error) {
	return s.step(ctx, savedTitle(a.ID, a.Formal()), func(w *work) error { return w.saveAdult(&a) })
}

// AddAdult keeps a new adult together with what ties them to a family, as one step: the links to its
// pupils, or, where there is none, the family itself.
func (s *Store) AddAdult(ctx context.Context, a model.Adult, family int64, links ...model.Link) (view.Change, error) {
	return s.step(ctx, savedTitle(a.ID, a.Formal()), func(w *work) error {
		if err := w.saveAdult(&a); err != nil {
			return err
		}
		for _, l := range links {
			l.AdultID = a.ID
			if err := w.saveLink(&l); err != nil {
				return err
			}
		}
		w.made(a.ID)
		if len(links) > 0 || family == 0 {
			return nil
		}
		return w.joinFamily(family, a.ID)
	})
}

func (w *work) saveAdult(a *model.Adult) error {
	if a.InTouch == model.InTouchNone {
		a.InTouch = model.InTouchYes
	}
	if err := soundAdult(*a); err != nil {
		return err
	}
	isNew := a.ID == 0
	if err := w.saveAndSay("adult", &a.ID, adultColumns, adultFields(a)); err != nil {
		return err
	}
	return w.saveReach(ofAdult, a.ID, isNew, a.Phones, a.Emails)
}

func soundAdult(a model.Adult) error {
	choices := []choice{{"answer", a.LeaveMessage}, {"answer", a.Interpreter}, {"answer", a.InTouch}}
	if a.Channel != model.NoChannelYet {
		choices = append(choices, choice{"way to be reached", a.Channel})
	}
	if err := soundChoices(choices...); err != nil {
		return err
	}
	return soundDates(a.InTouchSince)
}

// RemoveAdult moves an adult out of sight, in every family.
func (s *Store) RemoveAdult(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("removed " + w.adultName(id))
		return w.remove("adult", id)
	})
}

// BringBackAdult moves an adult who was removed back into sight.
func (s *Store) BringBackAdult(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("brought back " + w.adultName(id))
		if err := w.notGone(view.OfAdults, id); err != nil {
			return err
		}
		return w.bringBack("adult", id)
	})
}

// adultName is how a title names an adult; one who is not there is "it".
func (q querier) adultName(id int64) string {
	name, err := q.formalName(id)
	if err != nil {
		return "it"
	}
	return name
}
