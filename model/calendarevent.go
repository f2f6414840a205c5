package model

import "strings"

// CalendarEvent is what another calendar is told of a meeting or a promise. Such calendars are shared
// and shown on walls, so it holds initials, the time and the room, unless full words are wanted
// (trust.md).
type CalendarEvent struct {
	UID       string // stays the same as long as the meeting or promise
	Start     Moment // a day alone is the whole day
	Minutes   int    // 0 for a whole day
	Summary   string
	Where     string
	Notes     string
	Cancelled bool
	Busy      bool   // takes the time of whoever has the calendar
	Changed   Moment // when it was last changed
}

// EventFacts are what an event is made from beside the meeting or promise itself.
type EventFacts struct {
	Family  string
	Pupils  []Pupil // whom it is about
	Room    string
	Full    bool // names and purpose
	Changed Moment
}

// whom is the family, by initials or in full.
func (f EventFacts) whom() string {
	if f.Full {
		return f.Family
	}
	return childrenInitials(f.Pupils, f.Family)
}

// MeetingEvent is a meeting as another calendar is told of it: "Meeting C.O.", in a room of the school.
// Where a home visit goes is never said.
func MeetingEvent(m Meeting, f EventFacts) CalendarEvent {
	e := CalendarEvent{
		UID: m.UID, Start: m.Start, Minutes: m.Minutes, Busy: true, Changed: f.Changed,
		Summary:   strings.TrimSpace("Meeting " + f.whom()),
		Cancelled: m.Status == Cancelled || m.Removed,
	}
	switch {
	case m.HomeVisit:
	case m.Mode == OnVideo || m.Mode == OnPhone:
		e.Where = "by " + string(m.Mode)
	default:
		e.Where = f.Room
	}
	if f.Full {
		e.Summary = strings.Join(nonEmpty(f.Family, string(m.Kind)), ": ")
		e.Notes = m.Purpose
	}
	return e
}

// PromiseEvent is a promise with a day as another calendar is told of it, on that whole day and taking
// nobody's time. One that was kept or dropped is called off.
func PromiseEvent(p FollowUp, f EventFacts) CalendarEvent {
	e := CalendarEvent{
		UID: p.UID, Start: Moment(p.Due), Changed: f.Changed,
		Summary:   strings.TrimSpace("Promise " + f.whom()),
		Cancelled: p.State != Open || p.Removed,
	}
	if p.Whose == OfFamily {
		e.Summary += " (the family's)"
	}
	if f.Full {
		e.Summary = strings.Join(nonEmpty(f.Family, p.What), ": ")
		if p.DueAt != "" {
			e.Notes = "by " + string(p.DueAt)
		}
	}
	return e
}

// Tells reports whether the event is worth a line in a calendar on that day: what is over and was called
// off, kept or dropped is not.
func (e CalendarEvent) Tells(today Date) bool {
	return e.Start.Valid() && (!e.Cancelled || e.Start.Date() >= today)
}

// Words are the event in one row for a person: "Tue 24 Nov 15:30  Meeting C.O. · Rainbow room".
func (e CalendarEvent) Words() string {
	off := ""
	if e.Cancelled {
		off = "called off"
	}
	when := strings.TrimSpace(e.Start.Date().Short() + " " + string(e.Start.Clock()))
	return strings.Join(nonEmpty(when+"  "+e.Summary, e.Where, off), " · ")
}
