package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

var familyColumns = []string{"uid", "name", "name_by_hand", "notes", "checkin_every", "good_news_every", "since", "deleted_at"}

func familyFields(f *model.Family) []any {
	return []any{&f.UID, &f.Name, &f.NameByHand, &f.Notes, &f.CheckinEvery, &f.GoodNewsEvery, &f.Since, removedAt(&f.Removed)}
}

func familyRow(f *model.Family) []any { return withID(&f.ID, familyFields(f)) }

// Family is the family of that id, one that was removed, too.
func (s *Store) Family(ctx context.Context, id int64) (f model.Family, err error) {
	err = s.read(ctx, func(q querier) error {
		f, err = q.familyOf(id)
		return err
	})
	return f, err
}

func (q querier) familyOf(id int64) (model.Family, error) {
	rows, err := q.query(selectSQL("family", familyColumns)+" WHERE id = ?", id)
	return scanOne(rows, err, familyRow)
}

// SaveFamily keeps a family; a new one has been known since today when nothing else is said.
func (s *Store) SaveFamily(ctx context.Context, f model.Family) (view.Change, error) {
	return s.step(ctx, savedTitle(f.ID, familyName(f.Name)), func(w *work) error { return w.saveFamily(&f) })
}

func (w *work) saveFamily(f *model.Family) error {
	if strings.TrimSpace(f.Name) == "" {
		return Problem{Sentence: "The family has no name: write the name they are known by."}
	}
	if f.CheckinEvery < 0 || f.GoodNewsEvery < 0 {
		return Problem{Sentence: "A number of school days cannot be below nothing: leave it empty for the school's usual."}
	}
	if err := soundDates(f.Since); err != nil {
		return err
	}
	if f.ID == 0 && f.Since == "" {
		f.Since = w.today()
	}
	return w.saveAndSay("family", &f.ID, familyColumns, familyFields(f))
}

// RemoveFamily moves a family out of sight, and with it all that belongs to it: lists leave out what
// belongs to a family that was removed.
func (s *Store) RemoveFamily(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("removed " + familyName(w.nameOf("family", id)))
		return w.remove("family", id)
	})
}

// BringBackFamily moves a family that was removed back into sight.
func (s *Store) BringBackFamily(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("brought back " + familyName(w.nameOf("family", id)))
		if err := w.notGone(view.OfFamilies, id); err != nil {
			return err
		}
		return w.bringBack("family", id)
	})
}

// familyName is a family in a title: "the Okafor family".
func familyName(name string) string { return "the " + name + " family" }

// AddAdultToFamily makes an adult one of a family by hand, without a link to a pupil of it.
func (s *Store) AddAdultToFamily(ctx context.Context, family, adult int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("added " + w.adultName(adult) + " to " + familyName(w.nameOf("family", family)))
		return w.joinFamily(family, adult)
	})
}

// joinFamily adds an adult who is not in the family by hand yet.
func (w *work) joinFamily(family, adult int64) error {
	known, err := w.has("family_adult WHERE family_id = ? AND adult_id = ?", family, adult)
	if err != nil || known {
		return err
	}
	_, err = w.insert("family_adult", []string{"family_id", "adult_id"}, []any{&family, &adult})
	return err
}

// TakeAdultFromFamily undoes AddAdultToFamily. Links to pupils stay.
func (s *Store) TakeAdultFromFamily(ctx context.Context, family, adult int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("took " + w.adultName(adult) + " out of " + familyName(w.nameOf("family", family)))
		if _, err := w.exec("DELETE FROM family_adult WHERE family_id = ? AND adult_id = ?", family, adult); err != nil {
			return fmt.Errorf("taking an adult out of a family: %w", err)
		}
		return nil
	})
}
