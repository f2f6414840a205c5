package family_test

import (
	"strings"
	"testing"

	"kettle/tui/tuitest"
)

// furtherNeeds is a person in the further needs of Chidi, whose primary need is SLCN.
func furtherNeeds(t *testing.T) *tuitest.Driver {
	d := part(okafors(t), "Children").Press("enter")
	return toField(t, d, "Primary need").Type("slcn").Press("enter")
}

func TestNeedsAreAddedMovedAndTakenOut(t *testing.T) {
	d := furtherNeeds(t).See("the census takes the first two needs")
	d.Type("hear").See("HI hearing impairment").NotSee("VI vision").Press("enter")
	d.Type("semh").Press("enter", "ctrl+s").See("· SLCN, then HI and SEMH")

	d = toField(t, d.Press("enter"), "Further needs").Press("up", "shift+up", "ctrl+s").See("· SLCN, then SEMH and HI")
	d.Press("u").See("· SLCN, then HI and SEMH").Press("ctrl+r", "enter")

	toField(t, d.Press("enter"), "Further needs").Press("up", "ctrl+d", "ctrl+s").See("· SLCN, then SEMH").NotSee("HI")
}

func TestANeedStandsOnceAndIsOneOfTheCensus(t *testing.T) {
	d := furtherNeeds(t).Type("cheerful").Press("ctrl+s").See("cheerful is no type of need of the census")
	for range len("cheerful") {
		d.Press("backspace")
	}
	d.Type("SLCN").Press("enter", "ctrl+s").See("SLCN stands there twice").Press("up", "ctrl+d").Type("HI").Press("ctrl+s")
	if !strings.Contains(d.Screen(), "· SLCN, then HI") {
		t.Errorf("the needs are not on the page:\n%s", d.Screen())
	}
}

// The primary need is taken away: what was second is the first now, and none is lost.
func TestNoNeedIsLostWithThePrimaryOne(t *testing.T) {
	d := furtherNeeds(t).Type("hi").Press("enter").Type("semh").Press("enter", "ctrl+s").See("· SLCN, then HI and SEMH")
	toField(t, d.Press("enter"), "Primary need")
	for range 60 {
		d.Press("backspace")
	}
	d.Press("ctrl+s").See("· HI, then SEMH")
}

// "ds" is Down syndrome, not the end of "needs".
func TestACodeIsOfferedBeforeWordsThatHoldIt(t *testing.T) {
	furtherNeeds(t).Type("ds").Press("enter", "ctrl+s").See("· SLCN, then DS")
}
