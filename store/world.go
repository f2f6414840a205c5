package store

import (
	"context"
	"errors"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// The keys of table about.
const (
	aboutAsked = "asked" // the first questions about name and school were answered or skipped
)

// World is what every screen may need to know of the caseload.
func (s *Store) World(ctx context.Context) (w view.World, err error) {
	w.ReadOnly, w.Calendars = s.o.ReadOnly, map[int64]*model.Calendar{}
	err = s.read(ctx, func(q querier) error {
		var errs [3]error
		w.Me, errs[0] = q.me()
		w.Schools, errs[1] = q.schools()
		w.Settings, errs[2] = q.settings()
		for _, school := range w.Schools {
			if w.Calendars[school.ID], err = q.calendar(school.ID); err != nil {
				return err
			}
		}
		if err := errors.Join(errs[:]...); err != nil {
			return err
		}
		return q.queryRow(`SELECT (SELECT count(*) FROM family_index WHERE removed = 0),
			EXISTS (SELECT 1 FROM about WHERE key = ?), `+madeByDemo, aboutAsked, aboutMadeBy).Scan(&w.Families, &w.Asked, &w.MadeUp)
	})
	if err != nil {
		return w, fmt.Errorf("reading what every screen needs: %w", err)
	}
	return w, nil
}

// MarkAsked notes that the first questions were asked, so that they are not asked again. It is not a
// step.
func (s *Store) MarkAsked(ctx context.Context) error {
	return s.write(ctx, func(w *work) (bool, error) {
		_, err := w.exec(`INSERT OR REPLACE INTO about (key, value) VALUES (?, 'yes')`, aboutAsked)
		return true, err
	})
}

const (
	aboutMadeBy = "made_by" // "demo" for a made-up school
	madeByDemo  = "EXISTS (SELECT 1 FROM about WHERE key = ? AND value = 'demo')"
)

// MadeByDemo reports whether the caseload is a made-up school.
func (s *Store) MadeByDemo(ctx context.Context) (made bool, err error) {
	err = s.read(ctx, func(q querier) error {
		return q.queryRow("SELECT "+madeByDemo, aboutMadeBy).Scan(&made)
	})
	if err != nil {
		return false, fmt.Errorf("looking whether the caseload is made up: %w", err)
	}
	return made, nil
}
