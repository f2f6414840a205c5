package demo

import (
	"fmt"
	"time"

	"kettle/model"
)

// yearDays are the days of a school year, 190 with pupils and five INSET days (rules.md R1).
const yearDays = 195

// bankHolidays knows those that are built in.
var bankHolidays = &model.Calendar{}

// calendarAround are the dates of the school years before, of and after the day.
func calendarAround(today model.Date) model.CalendarDates {
	var dates model.CalendarDates
	this := schoolYearOf(today)
	for year := this - 1; year <= this+1; year++ {
		terms, inset := schoolYear(year)
		dates.Terms = append(dates.Terms, terms...)
		dates.Inset = append(dates.Inset, inset...)
	}
	return dates
}

// schoolYearOf is the calendar year in which the school year of d begins.
func schoolYearOf(d model.Date) int {
	year := d.Time().Year()
	if d.Time().Month() < time.September {
		return year - 1
	}
	return year
}

// schoolYear makes a year as many English schools have it: a week off in each term, two weeks at
// Christmas and at Easter, and a summer that begins when its days are done.
func schoolYear(year int) (terms []model.Term, inset []model.Date) {
	label := fmt.Sprintf("%d/%02d", year, (year+1)%100)
	easter := easterSunday(year + 1)
	autumn := withHalfTerm(model.Term{Year: label, Name: model.Autumn,
		Start: workingDay(day(year, 9, 1)), End: onOrBefore(day(year, 12, 20), time.Friday)}, day(year, 10, 31))
	spring := withHalfTerm(model.Term{Year: label, Name: model.Spring,
		Start: workingDay(onOrBefore(day(year+1, 1, 9), time.Monday)), End: onOrBefore(easter.AddDays(-7), time.Friday)}, day(year+1, 2, 20))
	summer := withHalfTerm(model.Term{Year: label, Name: model.Summer,
		Start: workingDay(easter.AddDays(8))}, day(year+1, 5, 31))
	inset = []model.Date{autumn.Start, workingDay(autumn.Start.AddDays(1)), workingDay(autumn.HalfTermEnd.AddDays(1)),
		spring.Start, workingDay(summer.HalfTermEnd.AddDays(1))}
	summer.End = summer.Start
	for missing := yearDays - termDays(autumn) - termDays(spring) - 1; missing > 0; missing-- {
		summer.End = workingDay(summer.End.AddDays(1))
		if inHalfTerm(summer, summer.End) {
			missing++
		}
	}
	return []model.Term{autumn, spring, summer}, inset
}

// withHalfTerm gives a term its week off, that of the last Monday up to a day.
func withHalfTerm(t model.Term, latest model.Date) model.Term {
	t.HalfTermStart = onOrBefore(latest, time.Monday)
	t.HalfTermEnd = t.HalfTermStart.AddDays(4)
	return t
}

func inHalfTerm(t model.Term, d model.Date) bool { return d >= t.HalfTermStart && d <= t.HalfTermEnd }

// termDays counts the weekdays of a term without its week off and bank holidays.
func termDays(t model.Term) int {
	n := 0
	for d := t.Start; d <= t.End; d = d.AddDays(1) {
		if bankHolidays.IsWorkingDay(d) && !inHalfTerm(t, d) {
			n++
		}
	}
	return n
}

func day(year, month, d int) model.Date {
	date, _ := model.NewDate(year, month, d)
	return date
}

// workingDay is d, or the first working day after it.
func workingDay(d model.Date) model.Date {
	for !bankHolidays.IsWorkingDay(d) {
		d = d.AddDays(1)
	}
	return d
}

// onOrBefore is the last such weekday up to d.
func onOrBefore(d model.Date, w time.Weekday) model.Date {
	return d.AddDays(-(int(d.Weekday()) - int(w) + 7) % 7)
}

// easterSunday is the Easter Sunday of a year, by the rule of the Gregorian calendar.
func easterSunday(year int) model.Date {
	golden, century := year%19, year/100
	epact := (century - century/4 - (8*century+13)/25 + 19*golden + 15) % 30
	fullMoon := epact - epact/28*(1-29/(epact+1)*((21-golden)/11))
	weekday := (year + year/4 + fullMoon + 2 - century + century/4) % 7
	month := 3 + (fullMoon-weekday+40)/44
	return day(year, month, fullMoon-weekday+28-31*(month/4))
}
