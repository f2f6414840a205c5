package store

import (
	"context"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

var householdColumns = []string{"family_id", "name", "by_hand", "deleted_at"}

func householdFields(h *model.Household) []any {
	return []any{&h.FamilyID, &h.Name, &h.ByHand, removedAt(&h.Removed)}
}

// Households are the households of a family with their people, in the order in which they were made.
func (s *Store) Households(ctx context.Context, family int64) (households []model.Household, err error) {
	err = s.read(ctx, func(q querier) error {
		households, err = q.households(family)
		return err
	})
	return households, err
}

func (q querier) households(family int64) ([]model.Household, error) {
	rows, err := q.query(selectSQL("household", householdColumns)+" WHERE family_id = ? AND deleted_at = '' ORDER BY id", family)
	all, err := scanAll(rows, err, func(h *model.Household) []any { return withID(&h.ID, householdFields(h)) })
	if err != nil {
		return nil, err
	}
	type person struct{ household, adult, pupil int64 }
	rows, err = q.query(`SELECT household_id, adult_id, pupil_id FROM household_person
		WHERE household_id IN (SELECT id FROM household WHERE family_id = ?) ORDER BY id`, family)
	people, err := scanAll(rows, err, func(p *person) []any { return []any{&p.household, orNull(&p.adult), orNull(&p.pupil)} })
	for i := range all {
		for _, p := range people {
			if p.household != all[i].ID {
				continue
			}
			if p.adult != 0 {
				all[i].Adults = append(all[i].Adults, p.adult)
			} else {
				all[i].Pupils = append(all[i].Pupils, p.pupil)
			}
		}
	}
	return all, err
}

// SaveHousehold keeps a household with its people as the user put it, which no import undoes.
func (s *Store) SaveHousehold(ctx context.Context, h model.Household) (view.Change, error) {
	h.ByHand = true
	return s.step(ctx, savedTitle(h.ID, h.Name), func(w *work) error { return w.saveHousehold(&h) })
}

func (w *work) saveHousehold(h *model.Household) error {
	if strings.TrimSpace(h.Name) == "" {
		return Problem{Sentence: "The household has no name: write one, such as the street or whose home it is."}
	}
	if err := w.saveAndSay("household", &h.ID, householdColumns, householdFields(h)); err != nil {
		return err
	}
	if err := w.setIDs("household_person", "household_id", h.ID, "adult_id", h.Adults); err != nil {
		return err
	}
	return w.setIDs("household_person", "household_id", h.ID, "pupil_id", h.Pupils)
}

// RemoveHousehold moves a household out of sight; its people stay.
func (s *Store) RemoveHousehold(ctx context.Context, id int64) (view.Change, error) {
	return s.removeNamed(ctx, "household", id)
}

// BringBackHousehold moves a household that was removed back into sight.
func (s *Store) BringBackHousehold(ctx context.Context, id int64) (view.Change, error) {
	return s.bringBackNamed(ctx, "household", id)
}
