package store

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"sync"

	"kettle/model"
	"kettle/model/view"
)

var termColumns = []string{"school_id", "year", "name", "starts", "ends", "half_starts", "half_ends"}

func termFields(school *int64, t *model.Term) []any {
	return []any{school, &t.Year, &t.Name, &t.Start, &t.End, &t.HalfTermStart, &t.HalfTermEnd}
}

var closedDayColumns = []string{"school_id", "day", "kind", "reason"}

// Calendar is the calendar of a school, counted as the settings say; 0 is the first school. Without
// term dates it still knows weekends and bank holidays.
func (s *Store) Calendar(ctx context.Context, school int64) (calendar *model.Calendar, err error) {
	err = s.read(ctx, func(q querier) error {
		calendar, err = q.calendar(school)
		return err
	})
	return calendar, err
}

// calendar is that of one school; 0 is the first one.
func (q querier) calendar(school int64) (*model.Calendar, error) {
	settings, err := q.settings()
	if err != nil {
		return nil, err
	}
	if school == 0 {
		if school, err = q.firstSchool(); err != nil {
			return nil, err
		}
	}
	calendars, err := q.calendars([]int64{school}, settings)
	return calendars[school], err
}

// calendars are those of schools, counted as the settings say. The dates of all schools are read at
// once: schools are few, and the first screen waits for this.
func (q querier) calendars(schools []int64, settings model.Settings) (map[int64]*model.Calendar, error) {
	terms, err := q.terms()
	if err != nil {
		return nil, err
	}
	closed, err := q.closedDays()
	if err != nil {
		return nil, err
	}
	holidays, err := q.changedHolidays()
	if err != nil {
		return nil, err
	}
	counting := model.Counting{InsetCounts: settings.Yes(model.InsetIsSchoolDay), ClearDays: settings.Yes(model.CountClearDays)}
	calendars := map[int64]*model.Calendar{}
	for _, school := range schools {
		dates := model.CalendarDates{Terms: terms[school], BankHolidays: holidays.added, NotBankHolidays: holidays.removed}
		for _, d := range closed[school] {
			if d.Kind == view.InsetDay {
				dates.Inset = append(dates.Inset, d.Day)
			} else {
				dates.Closures = append(dates.Closures, model.Closure{Date: d.Day, Reason: d.Reason})
			}
		}
		calendars[school] = model.NewCalendar(dates, counting)
	}
	return calendars, nil
}

// firstSchool is the school that counts where none is named, 0 for none.
func (q querier) firstSchool() (int64, error) {
	rows, err := q.query("SELECT id FROM school WHERE deleted_at = '' ORDER BY id LIMIT 1")
	ids, err := scanIDs(rows, err)
	return firstOf(ids), err
}

// terms are those of each school, by their starts.
func (q querier) terms() (map[int64][]model.Term, error) {
	type term struct {
		id, school int64
		model.Term
	}
	rows, err := q.query(selectSQL("term", termColumns) + " ORDER BY starts")
	all, err := scanAll(rows, err, func(t *term) []any { return withID(&t.id, termFields(&t.school, &t.Term)) })
	if err != nil {
		return nil, fmt.Errorf("reading the terms: %w", err)
	}
	terms := map[int64][]model.Term{}
	for _, t := range all {
		terms[t.school] = append(terms[t.school], t.Term)
	}
	return terms, nil
}

// closedDays are the INSET days and closures of each school, by day.
func (q querier) closedDays() (map[int64][]view.ClosedDay, error) {
	type closedDay struct {
		school int64
		view.ClosedDay
	}
	rows, err := q.query("SELECT school_id, day, kind, reason FROM closed_day ORDER BY day, kind")
	all, err := scanAll(rows, err, func(d *closedDay) []any { return []any{&d.school, &d.Day, &d.Kind, &d.Reason} })
	if err != nil {
		return nil, fmt.Errorf("reading the INSET days and closures: %w", err)
	}
	days := map[int64][]view.ClosedDay{}
	for _, d := range all {
		days[d.school] = append(days[d.school], d.ClosedDay)
	}
	return days, nil
}

// schoolYearSpan is 1 September to 31 August of a school year named "2026/27", and whether it is one
// (rules.md R1).
func schoolYearSpan(year string) (from, to model.Date, ok bool) {
	if !schoolYearName().MatchString(year) {
		return "", "", false
	}
	first, _ := strconv.Atoi(year[:4])
	second, _ := strconv.Atoi(year[5:])
	from, ok = model.NewDate(first, 9, 1)
	return from, from.AddMonths(12).AddDays(-1), ok && second == (first+1)%100
}

var schoolYearName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^20\d\d/\d\d$`) })

// SaveTerms keeps the terms of one school year ("2026/27") in place of those it had.
func (s *Store) SaveTerms(ctx context.Context, school int64, year string, terms []model.Term) (view.Change, error) {
	return s.step(ctx, "changed the terms of "+year, func(w *work) error {
		return w.setTerms(school, year, terms)
	})
}

// setTerms makes the terms of a year say exactly these, and leaves alone the rows that say so already.
func (w *work) setTerms(school int64, year string, terms []model.Term) error {
	if _, _, ok := schoolYearSpan(year); !ok {
		return Problem{Sentence: fmt.Sprintf("%q is not a school year: write it as 2026/27.", year)}
	}
	old, err := w.termIDs(school, year)
	if err != nil {
		return err
	}
	for _, t := range terms {
		t.Year = year
		if err := soundTerm(t); err != nil {
			return err
		}
		id := old[t.Name]
		delete(old, t.Name)
		if err := w.save("term", &id, termColumns, termFields(&school, &t)); err != nil {
			return fmt.Errorf("saving the %s term: %w", t.Name, err)
		}
	}
	for name, id := range old {
		if _, err := w.exec("DELETE FROM term WHERE id = ?", id); err != nil {
			return fmt.Errorf("removing the %s term: %w", name, err)
		}
	}
	return nil
}

func (w *work) termIDs(school int64, year string) (map[model.TermName]int64, error) {
	type row struct {
		id   int64
		name model.TermName
	}
	rows, err := w.query("SELECT id, name FROM term WHERE school_id = ? AND year = ?", school, year)
	terms, err := scanAll(rows, err, func(r *row) []any { return []any{&r.id, &r.name} })
	if err != nil {
		return nil, fmt.Errorf("reading the terms: %w", err)
	}
	ids := map[model.TermName]int64{}
	for _, t := range terms {
		ids[t.name] = t.id
	}
	return ids, nil
}

// soundTerm refuses what is no term at all. What is merely odd, the calendar's own check says.
func soundTerm(t model.Term) error {
	hasHalf := t.HalfTermStart != "" || t.HalfTermEnd != ""
	switch {
	case !t.Name.Valid():
		return Problem{Sentence: fmt.Sprintf("%q is not a term: it is Autumn, Spring or Summer.", string(t.Name))}
	case !t.Start.Valid() || !t.End.Valid() || t.End < t.Start:
		return Problem{Sentence: fmt.Sprintf("The %s term needs a first day and a last day after it.", t.Name)}
	case hasHalf && (!t.HalfTermStart.Valid() || !t.HalfTermEnd.Valid() || t.HalfTermEnd < t.HalfTermStart):
		return Problem{Sentence: fmt.Sprintf("The half-term of the %s term needs a first day and a last day after it, or neither.", t.Name)}
	}
	return nil
}

// TakeInCalendar takes in what a calendar file says, as one step: the terms, INSET days and closures
// of the years it names replace those that were there, and its bank holidays are kept where they
// differ from those that Kettle knows.
func (s *Store) TakeInCalendar(ctx context.Context, school int64, dates model.CalendarDates) (view.Change, error) {
	years := map[string][]model.Term{}
	for _, t := range dates.Terms {
		years[t.Year] = append(years[t.Year], t)
	}
	if len(years) == 0 {
		return view.Change{}, Problem{Sentence: "The calendar holds no terms: put in the years with their terms and take it in again."}
	}
	return s.step(ctx, "took in the term dates", func(w *work) error {
		for _, year := range slices.Sorted(maps.Keys(years)) {
			if err := w.setTerms(school, year, years[year]); err != nil {
				return err
			}
		}
		if err := w.setClosedDays(school, years, closedDaysOf(dates)); err != nil {
			return err
		}
		return w.takeInHolidays(dates)
	})
}
