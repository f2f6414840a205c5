package demo

import (
	"slices"

	"kettle/model"
)

// The days of a year, and those of them with pupils (rules.md R1).
const (
	daysOfYear       = 365
	schoolDaysOfYear = 190
)

// schoolDays are all days with pupils around today, so that whatever happens, happens on one of them
// also when today is a Sunday or in August.
type schoolDays struct {
	days  []model.Date
	here  int // the place of today, or of the next school day
	today model.Date
	now   model.Moment
}

func daysAround(o Options, dates model.CalendarDates) schoolDays {
	calendar := model.NewCalendar(dates, model.Counting{})
	first, last := dates.Terms[0].Start, dates.Terms[len(dates.Terms)-1].End
	s := schoolDays{today: o.Today, now: o.Now}
	for d := first; d <= last; d = d.AddDays(1) {
		if open, _ := calendar.IsSchoolDay(d); open {
			s.days = append(s.days, d)
		}
	}
	s.here, _ = slices.BinarySearch(s.days, o.Today)
	return s
}

// in is the n-th school day from today on; 0 is today, or the next school day when today is none.
// Beyond the years whose terms are known it is a weekday about that far off.
func (s schoolDays) in(n int) model.Date {
	if i := s.here + n; i >= 0 && i < len(s.days) {
		return s.days[i]
	}
	return workingDay(s.today.AddDays(n * daysOfYear / schoolDaysOfYear))
}

// within are the first and the last school day of a term, counted as in.
func (s schoolDays) within(t model.Term) (from, to int) {
	from, _ = slices.BinarySearch(s.days, t.Start)
	to, _ = slices.BinarySearch(s.days, t.End.AddDays(1))
	return from - s.here, to - 1 - s.here
}

// ago is the n-th school day before today. For 0 it is in(0).
func (s schoolDays) ago(n int) model.Date { return s.in(-n) }

// since is ago, but no day for 0: most things that may have a day have none yet.
func (s schoolDays) since(n int) model.Date {
	if n == 0 {
		return ""
	}
	return s.ago(n)
}

// at is a time on the n-th school day before today.
func (s schoolDays) at(n int, c model.Clock) model.Moment { return model.At(s.ago(n), c) }

// happened reports whether that time is not ahead.
func (s schoolDays) happened(m model.Moment) bool { return m <= s.now }
