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

// someFamily is SQL for whether the caseload holds a family that is not out of sight.
const someFamily = "EXISTS (SELECT 1 FROM family_index WHERE removed = 0)"

// World is what every screen may need to know of the caseload.
func (s *Store) World(ctx context.Context) (w view.World, err error) {
	w.ReadOnly = s.o.ReadOnly
	err = s.read(ctx, func(q querier) error {
		var errs [4]error
		w.Me, errs[0] = q.me()
		w.Schools, errs[1] = q.schools()
		w.Settings, errs[2] = q.settings()
		w.Calendars, errs[3] = q.calendars(idsOf(w.Schools, func(s model.School) int64 { return s.ID }), w.Settings)
		if err := errors.Join(errs[:]...); err != nil {
			return err
		}
		return q.queryRow("SELECT "+someFamily+", EXISTS (SELECT 1 FROM about WHERE key = ?), "+madeByDemo, aboutAsked, aboutMadeBy).
			Scan(&w.Some, &w.Asked, &w.MadeUp)
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
