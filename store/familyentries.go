package store

import (
	"context"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

var familyEntryColumns = []string{"family_id", "kind", "on_day", "by_whom", "text"}

func familyEntryFields(e *model.FamilyEntry) []any {
	return []any{&e.FamilyID, &e.Kind, &e.On, &e.By, &e.Text}
}

// FamilyEntries are what is hard just now, what helps and their story, the newest first.
func (s *Store) FamilyEntries(ctx context.Context, family int64) (entries []model.FamilyEntry, err error) {
	err = s.read(ctx, func(q querier) error {
		entries, err = q.familyEntries(family)
		return err
	})
	return entries, err
}

func (q querier) familyEntries(family int64) ([]model.FamilyEntry, error) {
	rows, err := q.query(selectSQL("family_entry", familyEntryColumns)+" WHERE family_id = ? AND deleted_at = '' ORDER BY on_day DESC, id DESC", family)
	return scanAll(rows, err, func(e *model.FamilyEntry) []any { return withID(&e.ID, familyEntryFields(e)) })
}

// SaveFamilyEntry keeps a dated line about a family; without a day it is of today.
func (s *Store) SaveFamilyEntry(ctx context.Context, e model.FamilyEntry) (view.Change, error) {
	return s.step(ctx, savedTitle(e.ID, string(e.Kind)), func(w *work) error { return w.saveFamilyEntry(&e) })
}

func (w *work) saveFamilyEntry(e *model.FamilyEntry) error {
	if err := soundChoices(choice{"kind of entry", e.Kind}); err != nil {
		return err
	}
	if strings.TrimSpace(e.Text) == "" {
		return Problem{Sentence: "Nothing is written yet: write a line, then keep it again."}
	}
	if e.On == "" {
		e.On = w.today()
	}
	if err := soundDates(e.On); err != nil {
		return err
	}
	return w.saveAndSay("family_entry", &e.ID, familyEntryColumns, familyEntryFields(e))
}

// RemoveFamilyEntry moves an entry out of sight.
func (s *Store) RemoveFamilyEntry(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed an entry", func(w *work) error { return w.remove("family_entry", id) })
}

// BringBackFamilyEntry moves an entry that was removed back into sight.
func (s *Store) BringBackFamilyEntry(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "brought an entry back", func(w *work) error { return w.bringBack("family_entry", id) })
}

// WelcomePoints are the days on which each of model.WelcomePoints was said, "" not yet.
func (s *Store) WelcomePoints(ctx context.Context, family int64) (said []model.Date, err error) {
	err = s.read(ctx, func(q querier) error {
		said, err = q.welcomePoints(family)
		return err
	})
	return said, err
}

func (q querier) welcomePoints(family int64) ([]model.Date, error) {
	type point struct {
		place int
		on    model.Date
	}
	rows, err := q.query("SELECT point, said_on FROM welcome_point WHERE family_id = ?", family)
	points, err := scanAll(rows, err, func(p *point) []any { return []any{&p.place, &p.on} })
	said := make([]model.Date, len(model.WelcomePoints))
	for _, p := range points {
		if p.place >= 0 && p.place < len(said) {
			said[p.place] = p.on
		}
	}
	return said, err
}

// SayWelcomePoint notes the day on which a welcome point was said; "" takes that away again. point is
// its place in model.WelcomePoints (practice 8).
func (s *Store) SayWelcomePoint(ctx context.Context, family int64, point int, on model.Date) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		if point < 0 || point >= len(model.WelcomePoints) {
			return Problem{Sentence: "There is no such welcome point: choose one from the list."}
		}
		w.title("said: " + model.WelcomePoints[point])
		if on == "" {
			w.title("not said yet: " + model.WelcomePoints[point])
			_, err := w.exec("DELETE FROM welcome_point WHERE family_id = ? AND point = ?", family, point)
			return err
		}
		if err := soundDates(on); err != nil {
			return err
		}
		_, err := w.exec(`INSERT INTO welcome_point (family_id, point, said_on) VALUES (?, ?, ?)
			ON CONFLICT (family_id, point) DO UPDATE SET said_on = excluded.said_on`, family, point, on)
		return err
	})
}
