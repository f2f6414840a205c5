package view

import (
	"testing"

	"kettle/model"
)

func TestOnlyAConcernMakesAMeetingOneAboutAWorry(t *testing.T) {
	for _, kind := range model.ContactKinds {
		p := MeetingPrep{Concern: model.Contact{ID: 1, Kind: kind, At: "2026-11-18T08:47"}}
		want := model.Date("")
		if kind == model.Concern {
			want = "2026-11-18"
		}
		if got := p.Facts("2026-11-24").ConcernOn; got != want {
			t.Errorf("from %q the worry is of %q, want %q", kind, got, want)
		}
	}
}
