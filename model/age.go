package model

// Age is how old the pupil is on today in whole years; known is false without a date of birth, and
// for one that lies ahead. Somebody born on 29 February has their birthday on 28 February in other
// years, as Date.AddMonths counts (rules.md R11).
func (p Pupil) Age(today Date) (years int, known bool) {
	if !p.Born.Valid() || !today.Valid() || p.Born > today {
		return 0, false
	}
	years = today.Time().Year() - p.Born.Time().Year()
	if p.Born.AddMonths(12*years) > today {
		years--
	}
	return years, true
}
