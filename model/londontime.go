package model

import "time"

// UTC is m as a moment of the whole world. Schools in England live by the clock of London, whatever the
// zone of the laptop: an hour ahead from the last Sunday of March, 01:00 UTC, to that of October (the
// Summer Time Order 2002). Of the hour that comes twice in October it is the first; a date alone is its
// midnight. It needs no table of zones, which Windows does not have.
func (m Moment) UTC() time.Time {
	if !m.Valid() {
		return time.Time{}
	}
	wall := m.Date().Time().Add(time.Duration(m.Clock().Minutes()) * time.Minute)
	const changes = 2 * time.Hour // on the clock of London
	if !wall.Before(lastSunday(wall.Year(), time.March).Add(changes)) && wall.Before(lastSunday(wall.Year(), time.October).Add(changes)) {
		return wall.Add(-time.Hour)
	}
	return wall
}

// lastSunday is the midnight before the last Sunday of a month with 31 days.
func lastSunday(year int, month time.Month) time.Time {
	end := time.Date(year, month, 31, 0, 0, 0, 0, time.UTC)
	return end.AddDate(0, 0, -int(end.Weekday()))
}
