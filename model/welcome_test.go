package model_test

import (
	"testing"

	"kettle/model"
)

// practice 8: a family is new for six weeks, or since the half term began, and is welcomed within two
// school weeks.
func TestHowLongAFamilyIsNew(t *testing.T) {
	c := sampleCalendar(t)
	for today, want := range map[model.Date]model.Date{"2026-11-24": "2026-10-13", "2026-12-18": "2026-11-02", "2026-09-10": "2026-07-30", "2031-01-10": "2030-11-29"} {
		if got := c.NewFamiliesFrom(today); got != want {
			t.Errorf("on %s families are new from %s, want %s", today, got, want)
		}
	}
	if got := c.WelcomeBy("2026-11-10"); got != "2026-11-24" {
		t.Errorf("welcomed by %s", got)
	}
	if got := c.WelcomeBy("2026-10-20"); got != "2026-11-11" {
		t.Errorf("over half-term and an INSET day: welcomed by %s", got)
	}
}
