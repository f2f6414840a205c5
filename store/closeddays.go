package store

import (
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// SaveClosedDay keeps an INSET day or a closure; the same day and kind again changes its reason.
func (s *Store) SaveClosedDay(ctx context.Context, school int64, d view.ClosedDay) (view.Change, error) {
	if !d.Day.Valid() || !d.Kind.Valid() {
		return view.Change{}, Problem{Sentence: closedDayNeeds}
	}
	return s.step(ctx, "added "+string(d.Kind)+" "+d.Day.Short(), func(w *work) error {
		return w.setClosedDay(school, d)
	})
}

// MoveClosedDay keeps a day without pupils that was another day, or of the other kind, as one step.
func (s *Store) MoveClosedDay(ctx context.Context, school int64, from, to view.ClosedDay) (view.Change, error) {
	if !to.Day.Valid() || !to.Kind.Valid() {
		return view.Change{}, Problem{Sentence: closedDayNeeds}
	}
	return s.step(ctx, "changed "+string(from.Kind)+" "+from.Day.Short(), func(w *work) error {
		if from.Day != to.Day || from.Kind != to.Kind {
			if err := w.dropClosedDay(school, from); err != nil {
				return err
			}
		}
		return w.setClosedDay(school, to)
	})
}

const closedDayNeeds = "A day without pupils needs a date, and whether it is INSET or a closure."

// RemoveClosedDay makes the day an ordinary one again.
func (s *Store) RemoveClosedDay(ctx context.Context, school int64, day model.Date, kind view.ClosedDayKind) (view.Change, error) {
	return s.step(ctx, "removed "+string(kind)+" "+day.Short(), func(w *work) error {
		return w.dropClosedDay(school, view.ClosedDay{Day: day, Kind: kind})
	})
}

func (w *work) setClosedDay(school int64, d view.ClosedDay) error {
	rows, err := w.query("SELECT id FROM closed_day WHERE school_id = ? AND day = ? AND kind = ?", school, string(d.Day), string(d.Kind))
	ids, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("reading the closed days: %w", err)
	}
	id := firstOf(ids)
	if err := w.save("closed_day", &id, closedDayColumns, []any{&school, &d.Day, &d.Kind, &d.Reason}); err != nil {
		return fmt.Errorf("saving the closed day: %w", err)
	}
	return nil
}

func (w *work) dropClosedDay(school int64, d view.ClosedDay) error {
	if _, err := w.exec("DELETE FROM closed_day WHERE school_id = ? AND day = ? AND kind = ?", school, string(d.Day), string(d.Kind)); err != nil {
		return fmt.Errorf("removing the closed day: %w", err)
	}
	return nil
}

func closedDaysOf(dates model.CalendarDates) []view.ClosedDay {
	var days []view.ClosedDay
	for _, d := range dates.Inset {
		days = append(days, view.ClosedDay{Day: d, Kind: view.InsetDay})
	}
	for _, c := range dates.Closures {
		days = append(days, view.ClosedDay{Day: c.Date, Kind: view.ClosureDay, Reason: c.Reason})
	}
	return days
}

// setClosedDays makes the days without pupils of these years exactly days.
func (w *work) setClosedDays(school int64, years map[string][]model.Term, days []view.ClosedDay) error {
	old, err := w.closedDays()
	if err != nil {
		return err
	}
	for _, d := range old[school] {
		if inYears(d.Day, years) && !slices.Contains(days, d) {
			if err := w.dropClosedDay(school, d); err != nil {
				return err
			}
		}
	}
	for _, d := range days {
		if err := w.setClosedDay(school, d); err != nil {
			return err
		}
	}
	return nil
}

// inYears reports whether a day lies in one of the years, or in a term that begins before its
// September.
func inYears(day model.Date, years map[string][]model.Term) bool {
	for year, terms := range years {
		if from, to, ok := schoolYearSpan(year); ok && from <= day && day <= to {
			return true
		}
		if slices.ContainsFunc(terms, func(t model.Term) bool { return t.Start <= day && day <= t.End }) {
			return true
		}
	}
	return false
}

// bankHoliday is what the user changed of one day.
type bankHoliday struct {
	day     model.Date
	name    string
	removed bool
}

// holidayChanges are what the user changed of the bank holidays.
type holidayChanges struct {
	added   []model.BankHoliday
	removed []model.Date
}

func (q querier) changedHolidays() (changes holidayChanges, err error) {
	rows, err := q.query("SELECT day, name, removed FROM bank_holiday ORDER BY day")
	changed, err := scanAll(rows, err, func(h *bankHoliday) []any { return []any{&h.day, &h.name, &h.removed} })
	if err != nil {
		return changes, fmt.Errorf("reading the bank holidays: %w", err)
	}
	for _, h := range changed {
		if h.removed {
			changes.removed = append(changes.removed, h.day)
		} else {
			changes.added = append(changes.added, model.BankHoliday{Date: h.day, Name: h.name})
		}
	}
	return changes, nil
}

// SaveBankHoliday adds a bank holiday, or gives one another name (rules.md R2).
func (s *Store) SaveBankHoliday(ctx context.Context, h model.BankHoliday) (view.Change, error) {
	if !h.Date.Valid() {
		return view.Change{}, Problem{Sentence: "A bank holiday needs a date: write one, then keep it again."}
	}
	return s.step(ctx, "added the bank holiday "+h.Date.Short(), func(w *work) error {
		return w.setHoliday(bankHoliday{day: h.Date, name: h.Name})
	})
}

// RemoveBankHoliday makes the day an ordinary one (rules.md R2).
func (s *Store) RemoveBankHoliday(ctx context.Context, day model.Date) (view.Change, error) {
	return s.step(ctx, "removed the bank holiday "+day.Short(), func(w *work) error {
		return w.setHoliday(bankHoliday{day: day, removed: true})
	})
}

func (w *work) takeInHolidays(dates model.CalendarDates) error {
	for _, h := range dates.BankHolidays {
		if err := w.setHoliday(bankHoliday{day: h.Date, name: h.Name}); err != nil {
			return err
		}
	}
	for _, day := range dates.NotBankHolidays {
		if err := w.setHoliday(bankHoliday{day: day, removed: true}); err != nil {
			return err
		}
	}
	return nil
}

// setHoliday keeps a row only for what differs from the bank holidays that Kettle knows.
func (w *work) setHoliday(h bankHoliday) error {
	var builtIn *model.Calendar
	name, known := builtIn.BankHoliday(h.day)
	asKnown := h.removed && !known || !h.removed && known && h.name == name
	if asKnown {
		_, err := w.exec("DELETE FROM bank_holiday WHERE day = ?", string(h.day))
		return err
	}
	rows, err := w.query("SELECT id FROM bank_holiday WHERE day = ?", string(h.day))
	ids, err := scanIDs(rows, err)
	if err != nil {
		return fmt.Errorf("reading the bank holidays: %w", err)
	}
	id := firstOf(ids)
	if err := w.save("bank_holiday", &id, []string{"day", "name", "removed"}, []any{&h.day, &h.name, &h.removed}); err != nil {
		return fmt.Errorf("saving the bank holiday: %w", err)
	}
	return nil
}
