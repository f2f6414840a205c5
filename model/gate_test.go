package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kettle/model"
)

func TestAtTheGateAHelloIsEnough(t *testing.T) { // practice 5
	for want, g := range map[string]model.GateFamily{
		"":                                     {},
		"comes today at 15:30: say hello only": {Comes: "2026-11-24T15:30", Worry: true},
		"a worry is open: say hello, talk inside": {Worry: true},
	} {
		if got := g.Note(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNobodyStandsAtTheGateWithoutSchool(t *testing.T) {
	for today, open := range map[model.Date]bool{"2026-11-24": true, "2026-11-28": false, "2026-10-28": false} {
		if why := model.WhyNoGate(today, yearOfNews()); (why == "") != open {
			t.Errorf("%s: %q", today, why)
		}
	}
	if why := model.WhyNoGate("2026-11-24", nil); why != "" {
		t.Errorf("without term dates a weekday is none: %q", why)
	}
}

func TestWhoBringsAndCollectsIsKnownFromTheirNote(t *testing.T) {
	c := okaforNews().Circle
	c.Adults[0].Notes = "Works nights. Collects on Fridays."
	c.Adults[2].Notes = "Brings and collects." // behind the wall
	c.Adults = append(c.Adults, model.Adult{ID: 9, Title: "Ms", Forename: "Grace", Surname: "Obi", KnownAs: "Auntie Grace", Notes: "Brings and collects."})
	c.Links = append(c.Links, model.Link{ID: 9, PupilID: chidi, AdultID: 9, Relation: model.Aunt})
	if got, want := model.GateOf(c), []string{"Mrs Okafor collects", "Auntie Grace brings and collects"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestThePrintedListHoldsThirtyByClassAndNoReasons(t *testing.T) {
	var families []model.GateFamily
	for i := range 40 {
		class := []string{"4B", "10A"}[i%2]
		families = append(families, model.GateFamily{Family: fmt.Sprint("Family ", i), Class: class, ClassKey: fmt.Sprintf("%02d", i%2), Worry: i == 0, Comes: map[bool]model.Moment{true: "2026-11-24T15:30"}[i == 1]})
	}
	s := model.GateSheet("2026-11-24", families)
	if len(s.Blocks) != 2 || s.Blocks[0].Heading != "4B" || len(s.Blocks[0].Rows)+len(s.Blocks[1].Rows) != model.GatePrinted || !s.OnePage {
		t.Errorf("%+v", s)
	}
	if text := s.Text(); strings.Contains(text, "worry") || strings.Contains(text, "15:30") || strings.Count(text, "hello only") != 2 {
		t.Error(text)
	}
	if families[1].Family != "Family 1" {
		t.Error("printing changed the list")
	}
}
