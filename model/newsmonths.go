package model

import (
	"slices"
	"time"
)

// NewsMonth is how many good news and concerns the log has of one month, such as "2026-11".
type NewsMonth struct {
	Month              string
	GoodNews, Concerns int
}

// NewsByMonth counts the good news and the concerns of a year up to this month, month by month, for a small
// picture. A month without any is there, too; August, when nobody is at school, is not. It says how much was
// talked about, nothing about the family.
func NewsByMonth(today Date, log []Contact) []NewsMonth {
	const monthsOfYear, month = 12, "2006-01"
	first := today.AddDays(1 - today.Time().Day())
	var months []NewsMonth
	for back := monthsOfYear - 1; back >= 0; back-- {
		if at := first.AddMonths(-back).Time(); at.Month() != time.August {
			months = append(months, NewsMonth{Month: at.Format(month)})
		}
	}
	for _, c := range log {
		i := slices.IndexFunc(months, func(m NewsMonth) bool { return m.Month == c.At.Date().format(month) })
		switch {
		case i < 0 || c.Removed:
		case c.Kind == GoodNews:
			months[i].GoodNews++
		case c.Kind == Concern || c.Kind == Abuse:
			months[i].Concerns++
		}
	}
	return months
}
