package output_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"kettle/model"
	"kettle/store/output"
)

var writtenAt = time.Date(2026, 11, 24, 8, 41, 0, 0, time.UTC)

func calendarOf(t testing.TB, sequence int64, events ...model.CalendarEvent) string {
	t.Helper()
	var b bytes.Buffer
	c := output.NewCalendar(&b, sequence, writtenAt)
	for _, e := range events {
		if err := c.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// soundLines fails where a line is too long, broken within a letter, or not ended by CRLF.
func soundLines(t testing.TB, file string) {
	t.Helper()
	for _, line := range strings.SplitAfter(file, "\r\n") {
		if n := len(strings.TrimSuffix(line, "\r\n")); n > 75 || strings.ContainsAny(strings.TrimSuffix(line, "\r\n"), "\r\n") || strings.ToValidUTF8(line, "") != line {
			t.Errorf("a line of %d octets: %q", n, line)
		}
	}
}

func TestACalendarIsReadAgain(t *testing.T) {
	long := "Ọláńrewájú & Síle: „ready”, \\ 50% of it; then\nanother line " + strings.Repeat("ý", 80)
	file := calendarOf(t, 7,
		model.CalendarEvent{UID: "u1", Start: "2026-07-01T15:30", Minutes: 45, Summary: "Meeting C.O.", Where: "Rainbow room", Busy: true, Changed: "2026-06-30T09:00"},
		model.CalendarEvent{UID: "u2", Start: "2026-12-31", Summary: "Promise C.O.", Cancelled: true},
		model.CalendarEvent{UID: "u3", Start: "2026-11-24T09:00", Minutes: 30, Summary: long, Notes: long, Busy: true},
	)
	soundLines(t, file)
	calendar, err := ics.ParseCalendar(strings.NewReader(file))
	if err != nil || len(calendar.Events()) != 3 {
		t.Fatalf("the calendar is not read: %v\n%s", err, file)
	}
	summer, promise, third := calendar.Events()[0], calendar.Events()[1], calendar.Events()[2]
	value := func(e *ics.VEvent, p ics.ComponentProperty) string {
		if got := e.GetProperty(p); got != nil {
			return got.Value
		}
		return ""
	}
	start, _ := summer.GetStartAt()
	end, _ := summer.GetEndAt()
	if start.Format(time.RFC3339) != "2026-07-01T14:30:00Z" || end.Sub(start) != 45*time.Minute {
		t.Errorf("half past three in summer is %v to %v", start, end)
	}
	for property, want := range map[ics.ComponentProperty]string{
		ics.ComponentPropertyUniqueId: "u1@kettle.invalid", ics.ComponentPropertySequence: "7", ics.ComponentPropertySummary: "Meeting C.O.",
		ics.ComponentPropertyLocation: "Rainbow room", ics.ComponentPropertyStatus: "CONFIRMED", ics.ComponentPropertyTransp: "OPAQUE",
		ics.ComponentPropertyClass: "PRIVATE", ics.ComponentPropertyDtstamp: "20261124T084100Z", ics.ComponentPropertyLastModified: "20260630T080000Z",
		ics.ComponentPropertyDescription: "",
	} {
		if got := value(summer, property); got != want {
			t.Errorf("%s is %q, not %q", property, got, want)
		}
	}
	if value(promise, ics.ComponentPropertyDtStart) != "20261231" || value(promise, ics.ComponentPropertyDtEnd) != "20270101" ||
		value(promise, ics.ComponentPropertyStatus) != "CANCELLED" || value(promise, ics.ComponentPropertyTransp) != "TRANSPARENT" {
		t.Errorf("a promise of a whole day is:\n%s", file)
	}
	if got := ics.FromText(value(third, ics.ComponentPropertySummary)); got != long {
		t.Errorf("a long text comes back as %q", got)
	}
}

func TestACalendarHoldsNoLineOfSomebodysMaking(t *testing.T) {
	file := calendarOf(t, 1, model.CalendarEvent{UID: "u", Start: "2026-11-24", Summary: "x\r\nATTENDEE:mailto:eve@example.org\nEND:VEVENT\x1b]0;y\x07"})
	soundLines(t, file)
	calendar, err := ics.ParseCalendar(strings.NewReader(file))
	if err != nil || len(calendar.Events()) != 1 || len(calendar.Events()[0].Attendees()) != 0 {
		t.Errorf("a typed text became lines of the calendar: %v\n%q", err, file)
	}
}
