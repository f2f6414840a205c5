package store

import (
	"cmp"
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// LogCheckIn notes that a family was spoken with just now, by the channel that the adult likes whom a
// check-in goes to first (practice 6).
func (s *Store) LogCheckIn(ctx context.Context, family int64) (view.Change, error) {
	return s.logWord(ctx, family, model.CheckIn, model.BothWays, "checked in: ")
}

// LogAttempt notes that a family was tried to reach just now and nobody answered: it does not count as
// contact.
func (s *Store) LogAttempt(ctx context.Context, family int64) (view.Change, error) {
	return s.logWord(ctx, family, model.Attempt, model.Out, "tried, no answer: ")
}

func (s *Store) logWord(ctx context.Context, family int64, kind model.ContactKind, dir model.Direction, title string) (view.Change, error) {
	return s.step(ctx, title, func(w *work) error {
		w.title(title + w.nameOf("family", family))
		circle, err := w.familyCircle(family)
		if err != nil {
			return err
		}
		c := model.Contact{FamilyID: family, Kind: kind, Dir: dir, Channel: model.ByPhone}
		if a, ok := model.WhomToRing(circle); ok {
			c.Adults, c.Channel = []int64{a.ID}, cmp.Or(a.Channel, model.ByPhone)
		}
		if err := soundContact(c); err != nil {
			return err
		}
		return w.saveContact(&c)
	})
}

// familyCircle is the children of a family, and who is there for them.
func (q querier) familyCircle(family int64) (c model.Circle, err error) {
	if c.Pupils, err = q.familyPupils(family); err != nil {
		return c, fmt.Errorf("reading the children: %w", err)
	}
	if c.Adults, err = q.familyAdults(family); err != nil {
		return c, fmt.Errorf("reading the adults: %w", err)
	}
	if c.Links, err = q.familyLinks(family); err != nil {
		return c, fmt.Errorf("reading what the adults are to the children: %w", err)
	}
	return c, nil
}

// SetCheckinEvery sets every how many school days a family is checked in with; 0 is the school's usual.
func (s *Store) SetCheckinEvery(ctx context.Context, family int64, schoolDays int) (view.Change, error) {
	if schoolDays < 0 || schoolDays > 190 {
		return view.Change{}, Problem{Sentence: "Write a number of school days from 1 to 190, or nothing for the school's usual."}
	}
	return s.step(ctx, "check in", func(w *work) error {
		often := "as usual"
		if schoolDays > 0 {
			often = model.Rhythm{Every: schoolDays}.EveryWords()
		}
		w.title("check in " + often + ": " + w.nameOf("family", family))
		return w.update("family", family, []string{"checkin_every"}, []any{&schoolDays})
	})
}
