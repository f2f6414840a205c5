package tuitest_test

import (
	"testing"

	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// What is asked at once may be answered in any order.
func TestADraftComesBackWhicheverAnswerIsFirst(t *testing.T) {
	for _, lastFirst := range []bool{false, true} {
		c, meeting := held(t)
		c.Draft("run", meeting, map[string]string{"notes": "Zzyzx notes", "words": "", "parked": "", "agreement": ""})
		c.Draft("line", meeting, map[string]string{"answers": `{"Closed":"yes","Thanks":"for Zzyzx","OpenDoor":true}`})
		c.Draft("new family", 0, map[string]string{"family": "Zzyzx family"})
		d := c.Open(tuitest.Options{LastFirst: lastFirst, Start: screen.Route{Kind: screen.Families}})
		d.Press("n").See("Zzyzx family").Press("esc")
		d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.RunMeeting, ID: meeting}})
		d.Press("tab").See("Zzyzx notes")
		d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.DrawLine, ID: meeting}})
		d.See("Zzyzx")
	}
}

func TestEveryScreenIsTheSameWhicheverAnswerIsFirst(t *testing.T) {
	for _, s := range scenes {
		t.Run(s.name, func(t *testing.T) {
			first := atScene(t, s.keys, s.text).Screen()
			d := tuitest.New(t, tuitest.Options{Families: 12, LastFirst: true})
			if last := d.Press(s.keys...).Type(s.text).Screen(); last != first {
				t.Errorf("in order:\n%s\nthe other way round:\n%s", first, last)
			}
		})
	}
}
