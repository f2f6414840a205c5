package store

import (
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

var (
	errYearsChanged = Problem{Sentence: "The children of this school are not as they were when this was shown: look at it again. Nothing was moved."}
	errNotYet       = Problem{Sentence: "The new school year begins on 1 September: from then on the years can move on. Nothing was moved."}
)

// MoveYearsOn moves the years of a school on into the school year that has begun, as one step: each of those
// shown goes up as it is said, from the top group they leave at 31 August, and the class of last year goes.
// All else of them stays. It is a Problem when the years have moved on already, before 1 September, and when
// the children are not those that were shown.
func (s *Store) MoveYearsOn(ctx context.Context, school int64, ups []view.YearUp) (view.Change, error) {
	return s.step(ctx, "moved the years on", func(w *work) error {
		years, err := w.yearsAhead(w.today())
		if err != nil {
			return err
		}
		at := slices.IndexFunc(years.Schools, func(s view.YearsOfSchool) bool { return s.School.ID == school })
		if at < 0 {
			return errGone
		}
		one, label := years.Schools[at], model.SchoolYearFrom(years.Start)
		switch {
		case !years.Begun:
			return errNotYet
		case one.Moved:
			return Problem{Sentence: fmt.Sprintf("The years of %s have moved on into %s already: nobody is moved twice. The history takes it back.", one.School.Name, label)}
		case len(ups) != len(one.Pupils):
			return errYearsChanged
		}
		m := yearsMove{work: w, school: one.School, start: years.Start}
		if err := m.all(one.Pupils, ups); err != nil {
			return err
		}
		w.title(fmt.Sprintf("moved the years on into %s: %d up, %s", label, m.up, plural(m.left, "leaves", "leave")))
		return w.update("school", school, []string{"years_moved"}, []any{&label})
	})
}

// yearsMove is the move of one school while it is written.
type yearsMove struct {
	*work
	school   model.School
	start    int
	up, left int
}

func (m *yearsMove) all(pupils []view.YearRow, ups []view.YearUp) error {
	said := map[int64]view.YearUp{}
	for _, u := range ups {
		said[u.Pupil] = u
	}
	for i, r := range pupils {
		if err := m.report("children", i, len(pupils)); err != nil {
			return err
		}
		u, shown := said[r.Pupil.ID]
		if !shown || u.From != r.Pupil.Year || !slices.Contains(m.school.YearChoices(r.Pupil, r.Stand), u.Up) {
			return errYearsChanged
		}
		if err := m.one(r, u.Up); err != nil {
			return fmt.Errorf("moving the years on: %w", err)
		}
	}
	return nil
}

func (m *yearsMove) one(r view.YearRow, up int) error {
	if r.Stand.Up() == 0 && up == 0 {
		return nil
	}
	to, leaves := m.school.YearAfter(r.Pupil.Year, up)
	class, roll, left := "", model.Left, leftOn(m.start)
	if leaves {
		m.left++
		return m.update("pupil", r.Pupil.ID, []string{"roll", "left_on"}, []any{&roll, &left})
	}
	if up > 0 {
		m.up++
	}
	return m.update("pupil", r.Pupil.ID, []string{"year", "reg"}, []any{&to, &class})
}

// KeepWhereTo notes the school that a pupil moves to in a year; the move gets its row with it.
func (s *Store) KeepWhereTo(ctx context.Context, pupil int64, year int, where string) (view.Change, error) {
	return s.step(ctx, "kept the move", func(w *work) error {
		t := model.Transition{PupilID: pupil, Year: year}
		if err := w.keepMove(&t); err != nil {
			return err
		}
		w.title("kept where " + w.pupilName(pupil) + " moves to")
		return w.update("transition", t.ID, []string{"to_school"}, []any{&where})
	})
}

// markYears notes of each school whose children are all in this year's groups that its years have moved on:
// a file has brought them.
func (w *work) markYears() error {
	years, err := w.yearsDue(w.today())
	if err != nil {
		return err
	}
	label := model.SchoolYearFrom(years.Start)
	for _, one := range years.Schools {
		behind := func(r view.YearRow) bool { return r.Stand.Up() > 0 }
		if one.Moved || len(one.Pupils) == 0 || slices.ContainsFunc(one.Pupils, behind) {
			continue
		}
		if err := w.update("school", one.School.ID, []string{"years_moved"}, []any{&label}); err != nil {
			return err
		}
	}
	return nil
}
