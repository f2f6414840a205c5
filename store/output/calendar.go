package output

import (
	"io"
	"strconv"
	"time"

	"kettle/model"
)

// eventsAt is behind the identity of each event, so that it is like no other program's; the name belongs
// to nobody (RFC 2606).
const eventsAt = "@kettle.invalid"

// utcTime is how a calendar writes a moment of the whole world.
const utcTime = "20060102T150405Z"

// Calendar writes meetings and promises as a calendar file (RFC 5545), which Outlook, Google and Apple
// take as events: promises are whole days, for not all of them take to-dos. An event that is written
// again has the same identity and a sequence that does not go down, so that it takes its own place.
type Calendar struct {
	lines lineWriter
	// Sequence is a number that grows with every change of the caseload.
	sequence int64
	at       time.Time
}

// NewCalendar begins a calendar that is written at that moment.
func NewCalendar(w io.Writer, sequence int64, at time.Time) *Calendar {
	c := &Calendar{lines: lineWriter{w: w}, sequence: sequence, at: at}
	for _, l := range [][2]string{{"BEGIN", "VCALENDAR"}, {"VERSION", "2.0"}, {"PRODID", "-//Kettle//Caseload//EN"}, {"CALSCALE", "GREGORIAN"}, {"METHOD", "PUBLISH"}, {"X-WR-CALNAME", "Kettle"}} {
		c.lines.line(l[0], l[1])
	}
	return c
}

// Add writes one event.
func (c *Calendar) Add(e model.CalendarEvent) error {
	l := &c.lines
	l.line("BEGIN", "VEVENT")
	l.text("UID", e.UID+eventsAt)
	l.line("DTSTAMP", c.at.UTC().Format(utcTime))
	if e.Changed.Valid() {
		l.line("LAST-MODIFIED", e.Changed.UTC().Format(utcTime))
	}
	l.line("SEQUENCE", strconv.FormatInt(c.sequence, 10))
	c.when(e)
	l.text("SUMMARY", e.Summary)
	l.text("LOCATION", e.Where)
	l.text("DESCRIPTION", e.Notes)
	l.line("STATUS", map[bool]string{true: "CANCELLED", false: "CONFIRMED"}[e.Cancelled])
	l.line("TRANSP", map[bool]string{true: "OPAQUE", false: "TRANSPARENT"}[e.Busy && !e.Cancelled])
	l.line("CLASS", "PRIVATE")
	l.line("END", "VEVENT")
	return l.err
}

// when writes a whole day, or a beginning and an end.
func (c *Calendar) when(e model.CalendarEvent) {
	if e.Start.Clock() == "" {
		day := e.Start.Date()
		c.lines.line("DTSTART;VALUE=DATE", day.Time().Format("20060102"))
		c.lines.line("DTEND;VALUE=DATE", day.AddDays(1).Time().Format("20060102"))
		return
	}
	start := e.Start.UTC()
	c.lines.line("DTSTART", start.Format(utcTime))
	c.lines.line("DTEND", start.Add(time.Duration(max(e.Minutes, 1))*time.Minute).Format(utcTime))
}

// Close ends the calendar.
func (c *Calendar) Close() error {
	c.lines.line("END", "VCALENDAR")
	return c.lines.err
}
