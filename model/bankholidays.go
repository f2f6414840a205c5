package model

import (
	"cmp"
	"slices"
)

// BankHoliday is a bank holiday of England with its official name.
type BankHoliday struct {
	Date Date
	Name string
}

// englishBankHolidays are the bank holidays of England from 2025 to 2028 (rules.md R2). Where one
// falls on a weekend the next free weekday stands here in its place.
var englishBankHolidays = []BankHoliday{
	{"2025-01-01", "New Year's Day"},
	{"2025-04-18", "Good Friday"},
	{"2025-04-21", "Easter Monday"},
	{"2025-05-05", "Early May bank holiday"},
	{"2025-05-26", "Spring bank holiday"},
	{"2025-08-25", "Summer bank holiday"},
	{"2025-12-25", "Christmas Day"},
	{"2025-12-26", "Boxing Day"},

	{"2026-01-01", "New Year's Day"},
	{"2026-04-03", "Good Friday"},
	{"2026-04-06", "Easter Monday"},
	{"2026-05-04", "Early May bank holiday"},
	{"2026-05-25", "Spring bank holiday"},
	{"2026-08-31", "Summer bank holiday"},
	{"2026-12-25", "Christmas Day"},
	{"2026-12-28", "Boxing Day (substitute day)"},

	{"2027-01-01", "New Year's Day"},
	{"2027-03-26", "Good Friday"},
	{"2027-03-29", "Easter Monday"},
	{"2027-05-03", "Early May bank holiday"},
	{"2027-05-31", "Spring bank holiday"},
	{"2027-08-30", "Summer bank holiday"},
	{"2027-12-27", "Christmas Day (substitute day)"},
	{"2027-12-28", "Boxing Day (substitute day)"},

	{"2028-01-03", "New Year's Day (substitute day)"},
	{"2028-04-14", "Good Friday"},
	{"2028-04-17", "Easter Monday"},
	{"2028-05-01", "Early May bank holiday"},
	{"2028-05-29", "Spring bank holiday"},
	{"2028-08-28", "Summer bank holiday"},
	{"2028-12-25", "Christmas Day"},
	{"2028-12-26", "Boxing Day"},
}

// builtInBankHolidays serves every school that has not changed them.
var builtInBankHolidays = bankHolidayDays(nil, nil)

// bankHolidayDays is the built-in table without some and with others, by day number.
func bankHolidayDays(added []BankHoliday, without []Date) map[int]string {
	days := map[int]string{}
	for _, h := range englishBankHolidays {
		if day, ok := dayNumber(h.Date); ok && !slices.Contains(without, h.Date) {
			days[day] = h.Name
		}
	}
	for _, h := range added {
		if day, ok := dayNumber(h.Date); ok {
			days[day] = h.Name
		}
	}
	return days
}

// BankHoliday is the name of the bank holiday on d, and whether there is one (rules.md R2).
func (c *Calendar) BankHoliday(d Date) (name string, ok bool) {
	day, valid := dayNumber(d)
	if !valid {
		return "", false
	}
	name, ok = c.bankHolidays()[day]
	return name, ok
}

// BankHolidays lists the bank holidays that stand for this school, in the order of time.
func (c *Calendar) BankHolidays() []BankHoliday {
	var list []BankHoliday
	for day, name := range c.bankHolidays() {
		list = append(list, BankHoliday{Date: dateOfDay(day), Name: name})
	}
	InOrder(list, func(a, b BankHoliday) int { return cmp.Compare(a.Date, b.Date) })
	return list
}

func (c *Calendar) bankHolidays() map[int]string {
	if c == nil || c.bank == nil {
		return builtInBankHolidays
	}
	return c.bank
}

// AddBankHoliday is d with one more bank holiday, or with another name for the one on that day.
func (d CalendarDates) AddBankHoliday(h BankHoliday) CalendarDates {
	d = d.clone()
	d.BankHolidays = append(withoutBankHoliday(d.BankHolidays, h.Date), h)
	d.NotBankHolidays = slices.DeleteFunc(d.NotBankHolidays, func(x Date) bool { return x == h.Date })
	return d
}

// RemoveBankHoliday is d with no bank holiday on that day.
func (d CalendarDates) RemoveBankHoliday(day Date) CalendarDates {
	d = d.clone()
	d.BankHolidays = withoutBankHoliday(d.BankHolidays, day)
	if !slices.Contains(d.NotBankHolidays, day) {
		d.NotBankHolidays = append(d.NotBankHolidays, day)
	}
	return d
}

func withoutBankHoliday(list []BankHoliday, day Date) []BankHoliday {
	return slices.DeleteFunc(list, func(h BankHoliday) bool { return h.Date == day })
}
