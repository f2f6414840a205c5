package store

import (
	"context"
	"errors"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// SayWelcomePoints notes which of model.WelcomePoints have been said, as one step: those that are
// new are of that day, those that are missing are taken away again (practice 8).
func (s *Store) SayWelcomePoints(ctx context.Context, family int64, said []bool, on model.Date) (view.Change, error) {
	return s.step(ctx, "noted what was said to welcome them", func(w *work) error {
		before, err := w.welcomePoints(family)
		if err != nil {
			return err
		}
		for i := range min(len(before), len(said)) {
			switch {
			case said[i] && before[i] == "":
				_, err = w.insert("welcome_point", []string{"family_id", "point", "said_on"}, []any{&family, &i, &on})
			case !said[i] && before[i] != "":
				_, err = w.exec("DELETE FROM welcome_point WHERE family_id = ? AND point = ?", family, i)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Story is what a family told, and which points of the welcome it has heard; the zero page when there is
// no such family.
func (s *Store) Story(ctx context.Context, family int64) (story view.Story, err error) {
	err = s.read(ctx, func(q querier) error {
		story.Family, err = q.familyOf(family)
		if errors.Is(err, errGone) {
			return nil
		}
		if err != nil {
			return err
		}
		if story.Entries, err = q.familyEntries(family); err != nil {
			return err
		}
		if story.Welcome, err = q.welcomePoints(family); err != nil {
			return err
		}
		story.Staff, err = q.staff()
		return err
	})
	if err != nil {
		return story, fmt.Errorf("reading their story: %w", err)
	}
	return story, nil
}
