package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

var linkColumns = []string{"pupil_id", "adult_id", "relationship", "relationship_text", "parental_responsibility", "priority",
	"lives_with", "gets_copies", "may_be_contacted", "court_order", "order_text", "order_date", "order_until", "order_from_office", "deleted_at"}

func linkFields(l *model.Link) []any {
	return []any{&l.PupilID, &l.AdultID, &l.Relation, &l.RelationText, &l.ParentalResponsibility, &l.Priority,
		&l.LivesWith, &l.GetsCopies, &l.MayBeContacted, &l.CourtOrder, &l.OrderText, &l.OrderDate, &l.OrderUntil, &l.OrderFromOffice, removedAt(&l.Removed)}
}

func linkRow(l *model.Link) []any { return withID(&l.ID, linkFields(l)) }

// FamilyLinks are what adults are to the pupils of a family, in the order in which the school
// contacts them; those without a place in it come last.
func (s *Store) FamilyLinks(ctx context.Context, family int64) (links []model.Link, err error) {
	err = s.read(ctx, func(q querier) error {
		links, err = q.familyLinks(family)
		return err
	})
	return links, err
}

func (q querier) familyLinks(family int64) ([]model.Link, error) {
	rows, err := q.query(selectSQL("pupil_adult", linkColumns)+` WHERE deleted_at = ''
		AND pupil_id IN (SELECT id FROM pupil WHERE family_id = ? AND deleted_at = '')
		AND EXISTS (SELECT 1 FROM adult a WHERE a.id = pupil_adult.adult_id AND a.deleted_at = '') ORDER BY priority = 0, priority, id`, family)
	return scanAll(rows, err, linkRow)
}

// SaveLink keeps what an adult is to a pupil. There is one link between two people: a new one takes
// the place of one that was there or was removed.
func (s *Store) SaveLink(ctx context.Context, l model.Link) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title(fmt.Sprintf("linked %s to %s", w.adultName(l.AdultID), w.pupilName(l.PupilID)))
		if l.ID != 0 {
			w.title(fmt.Sprintf("changed what %s is to %s", w.adultName(l.AdultID), w.pupilName(l.PupilID)))
		}
		return w.saveLink(&l)
	})
}

func (w *work) saveLink(l *model.Link) error {
	if err := soundLink(*l); err != nil {
		return err
	}
	if l.ID == 0 {
		err := w.queryRow("SELECT id FROM pupil_adult WHERE pupil_id = ? AND adult_id = ?", l.PupilID, l.AdultID).Scan(&l.ID)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if l.ID != 0 {
			if err := w.bringBack("pupil_adult", l.ID); err != nil {
				return err
			}
		}
	}
	return w.saveAndSay("pupil_adult", &l.ID, linkColumns, linkFields(l))
}

func soundLink(l model.Link) error {
	if l.PupilID == 0 || l.AdultID == 0 {
		return Problem{Sentence: "A link needs a child and an adult: choose both."}
	}
	err := soundChoices(choice{"relationship", l.Relation}, choice{"answer", l.ParentalResponsibility}, choice{"answer", l.LivesWith},
		choice{"answer", l.GetsCopies}, choice{"answer", l.MayBeContacted})
	if err != nil {
		return err
	}
	return soundDates(l.OrderDate, l.OrderUntil)
}

// RemoveLink moves a link out of sight: the adult is nothing to the pupil any more.
func (s *Store) RemoveLink(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("removed the link of " + w.linkName(id))
		return w.remove("pupil_adult", id)
	})
}

// BringBackLink moves a link that was removed back into sight.
func (s *Store) BringBackLink(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("brought back the link of " + w.linkName(id))
		return w.bringBack("pupil_adult", id)
	})
}

func (q querier) linkName(id int64) string {
	var pupil, adult int64
	if q.queryRow("SELECT pupil_id, adult_id FROM pupil_adult WHERE id = ?", id).Scan(&pupil, &adult) != nil {
		return "it"
	}
	return q.adultName(adult) + " and " + q.pupilName(pupil)
}
