package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// SaveAdultInFamily keeps an adult and what they are to the pupils of a family as one step.
func (s *Store) SaveAdultInFamily(ctx context.Context, in view.AdultInFamily) (view.Change, error) {
	return s.step(ctx, savedTitle(in.Adult.ID, in.Adult.Formal()), func(w *work) error {
		isNew := in.Adult.ID == 0
		err := w.saveAdultInFamily(&in)
		if isNew {
			w.made(in.Adult.ID)
		}
		return err
	})
}

func (w *work) saveAdultInFamily(in *view.AdultInFamily) error {
	if err := w.saveAdult(&in.Adult); err != nil {
		return err
	}
	linked := false
	for _, l := range in.Links {
		l.AdultID = in.Adult.ID
		switch {
		case !l.Removed:
			linked = true
			if err := w.saveLink(&l); err != nil {
				return err
			}
		case l.ID != 0:
			if err := w.remove("pupil_adult", l.ID); err != nil {
				return err
			}
		}
	}
	if linked || in.FamilyID == 0 {
		return nil
	}
	return w.joinFamily(in.FamilyID, in.Adult.ID)
}

// LeaveFamily takes an adult out of one family: out of their links to its pupils, its households and
// the family itself. Elsewhere they stay.
func (s *Store) LeaveFamily(ctx context.Context, family, adult int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("took " + w.adultName(adult) + " out of " + familyName(w.nameOf("family", family)))
		rows, err := w.query(`SELECT l.id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id
			WHERE l.adult_id = ? AND p.family_id = ? AND l.deleted_at = ''`, adult, family)
		links, err := scanIDs(rows, err)
		for _, id := range links {
			if err := w.remove("pupil_adult", id); err != nil {
				return err
			}
		}
		if err != nil {
			return err
		}
		if _, err := w.exec("DELETE FROM family_adult WHERE family_id = ? AND adult_id = ?", family, adult); err != nil {
			return err
		}
		_, err = w.exec("DELETE FROM household_person WHERE adult_id = ? AND household_id IN (SELECT id FROM household WHERE family_id = ?)", adult, family)
		return err
	})
}

// JoinAdult makes an adult who is in the caseload already one of a family, too, as one step: by the
// links to its pupils, or by hand where there are none.
func (s *Store) JoinAdult(ctx context.Context, family, adult int64, links ...model.Link) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("added " + w.adultName(adult) + " to " + familyName(w.nameOf("family", family)))
		for _, l := range links {
			l.ID, l.AdultID = 0, adult
			if err := w.saveLink(&l); err != nil {
				return err
			}
		}
		if len(links) > 0 {
			return nil
		}
		return w.joinFamily(family, adult)
	})
}

// AdultNames are all adults who are not in the family, by name, with the families they are in.
func (s *Store) AdultNames(ctx context.Context, notIn int64) (names []view.AdultName, err error) {
	err = s.read(ctx, func(q querier) error {
		rows, err := q.query(`WITH belongs AS (
				SELECT l.adult_id, p.family_id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id WHERE p.deleted_at = '' AND l.deleted_at = ''
				UNION SELECT adult_id, family_id FROM family_adult)
			SELECT a.id, trim(replace(a.title || ' ' || iif(a.forename <> '', a.forename, a.known_as) || ' ' || a.surname, '  ', ' ')) AS name, coalesce((SELECT group_concat(f.name, ', ') FROM belongs b JOIN family f ON f.id = b.family_id
				WHERE b.adult_id = a.id AND f.deleted_at = ''), '')
			FROM adult a WHERE a.deleted_at = '' AND a.id NOT IN (SELECT adult_id FROM belongs WHERE family_id = ?) ORDER BY name, a.id`, notIn)
		names, err = scanAll(rows, err, func(n *view.AdultName) []any { return []any{&n.ID, &n.Name, &n.Families} })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the names of the adults: %w", err)
	}
	return names, nil
}
