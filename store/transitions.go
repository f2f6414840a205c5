package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// SaveMove keeps a pupil's move to another phase or school, as one step. There is one for each pupil and
// school year: a new one for a year that has one already changes that.
func (s *Store) SaveMove(ctx context.Context, t model.Transition) (view.Change, error) {
	return s.step(ctx, "kept the move", func(w *work) error {
		if err := w.keepMove(&t); err != nil {
			return err
		}
		w.title("kept the move of " + w.pupilName(t.PupilID))
		return w.update("transition", t.ID, transitionColumns, transitionFields(&t))
	})
}

// keepMove makes sure that the move has its row, and gives it its id.
func (w *work) keepMove(t *model.Transition) error {
	if t.PupilID == 0 || t.Year < 2000 || t.Year > 2100 {
		return Problem{Sentence: "A move needs a child and a school year: choose them, then keep it again."}
	}
	if err := soundDates(t.HandedOver, t.Settled); err != nil {
		return err
	}
	if t.ID != 0 {
		return nil
	}
	rows, err := w.query("SELECT id FROM transition WHERE pupil_id = ? AND year = ?", t.PupilID, t.Year)
	ids, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("looking for the move: %w", err)
	}
	if t.ID = firstOf(ids); t.ID != 0 {
		return w.bringBack("transition", t.ID)
	}
	return w.saveAndSay("transition", &t.ID, transitionColumns, transitionFields(t))
}

// RemoveMove moves what was written down of a move out of sight; its check-ins stay promised.
func (s *Store) RemoveMove(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed what was written of the move", func(w *work) error { return w.remove("transition", id) })
}

// MarkHandedOver notes the day on which the hand-over page went, "" not yet.
func (s *Store) MarkHandedOver(ctx context.Context, t model.Transition, on model.Date) (view.Change, error) {
	return s.markMove(ctx, t, "handed over", "handed_over", on)
}

// MarkArrived notes the day on which the pupil was seen to have arrived, "" not yet.
func (s *Store) MarkArrived(ctx context.Context, t model.Transition, on model.Date) (view.Change, error) {
	return s.markMove(ctx, t, "seen to have arrived", "settled", on)
}

func (s *Store) markMove(ctx context.Context, t model.Transition, done, column string, on model.Date) (view.Change, error) {
	return s.step(ctx, done, func(w *work) error {
		if err := w.keepMove(&t); err != nil {
			return err
		}
		w.title(done + ": " + w.pupilName(t.PupilID))
		return w.update("transition", t.ID, []string{column}, []any{&on})
	})
}

// SaveVisit keeps a visit before a move; the move gets its row with it.
func (s *Store) SaveVisit(ctx context.Context, t model.Transition, v model.TransitionVisit) (view.Change, error) {
	switch {
	case strings.TrimSpace(v.What) == "":
		return view.Change{}, Problem{Sentence: "Say what the visit is, such as “a morning in Year 7”, then keep it again."}
	case !v.On.Valid():
		return view.Change{}, Problem{Sentence: "The day of the visit is missing: write it as 24/6 or next tue."}
	case v.Done != "" && !v.Done.Valid():
		return view.Change{}, soundDates(v.Done)
	}
	return s.step(ctx, savedTitle(v.ID, "a visit: "+v.What), func(w *work) error {
		if err := w.keepMove(&t); err != nil {
			return err
		}
		v.TransitionID = t.ID
		if err := w.save("transition_visit", &v.ID, transitionVisitColumns, transitionVisitFields(&v)); err != nil {
			return fmt.Errorf("saving the visit: %w", err)
		}
		return nil
	})
}

// MarkVisited notes the day on which a visit took place, "" not yet.
func (s *Store) MarkVisited(ctx context.Context, visit int64, on model.Date) (view.Change, error) {
	title := "the visit took place"
	if on == "" {
		title = "the visit is to come"
	}
	return s.step(ctx, title, func(w *work) error {
		return w.update("transition_visit", visit, []string{"done"}, []any{&on})
	})
}

// RemoveVisit takes a visit away.
func (s *Store) RemoveVisit(ctx context.Context, visit int64) (view.Change, error) {
	return s.step(ctx, "took a visit away", func(w *work) error {
		_, err := w.exec("DELETE FROM transition_visit WHERE id = ?", visit)
		return err
	})
}

// PromiseChecks makes check-ins around a move promises, all as one step; the move gets its row with them
// (practice 21).
func (s *Store) PromiseChecks(ctx context.Context, t model.Transition, checks []model.FollowUp) (view.Change, error) {
	if len(checks) == 0 {
		return view.Change{}, Problem{Sentence: "No check-in has a day: write one at least, or leave with Esc."}
	}
	return s.step(ctx, "promised the check-ins", func(w *work) error {
		if err := w.keepMove(&t); err != nil {
			return err
		}
		w.title("promised the check-ins around the move of " + w.pupilName(t.PupilID))
		for _, f := range checks {
			f.TransitionID = t.ID
			if err := w.saveFollowUp(&f); err != nil {
				return err
			}
		}
		return nil
	})
}
