package model_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

func TestWhatAgeBringsToAReview(t *testing.T) { // rules.md R39
	for _, c := range []struct {
		name  string
		pupil model.Pupil
		says  string // "" nothing
	}{
		{"under five", model.Pupil{Born: "2022-01-20", Year: "R"}, "every 3 to 6 months"},
		{"a child of eight", model.Pupil{Born: "2018-01-20", Year: "4"}, ""},
		{"Year 9", model.Pupil{Born: "2013-01-20", Year: "9"}, "preparing for adulthood"},
		{"Year 12", model.Pupil{Forename: "Sam", Born: "2010-01-20", Year: "12", SEN: model.EHCP}, "Letters go to Sam in person since Sat 27 Jun 2026"},
		{"Year 11", model.Pupil{Forename: "Sam", Born: "2011-01-20", Year: "11", SEN: model.EHCP, Roll: model.OnRoll}, "From Sat 26 Jun 2027 letters go to Sam in person"},
		{"Year 12 without a plan", model.Pupil{Forename: "Sam", Born: "2010-01-20", Year: "12"}, "preparing for adulthood."},
		{"no date of birth", model.Pupil{Year: "3"}, ""},
	} {
		said := strings.Join(c.pupil.ReviewNotes(autumnDay), " ")
		if c.says == "" && said != "" || !strings.Contains(said, c.says) {
			t.Errorf("%s: %q", c.name, said)
		}
	}
}

func TestThePlanIsTheirsFromTheDayAfterTheLeavingDate(t *testing.T) { // rules.md R39 and R55
	rapid.Check(t, func(t *rapid.T) {
		p := model.Pupil{Born: model.Date("2005-01-01").AddDays(rapid.IntRange(0, 4000).Draw(t, "born"))}
		leaves := model.LeavingDate(p.Born)
		if p.PlanIsTheirs(leaves) || !p.PlanIsTheirs(leaves.AddDays(1)) {
			t.Fatalf("born %s, leaving on %s", p.Born, leaves)
		}
		if leaves.Weekday() != 5 || leaves.Time().Month() != 6 || leaves.Time().Day() < 24 {
			t.Fatalf("%s is not the last Friday in June", leaves.Full())
		}
		if from := model.CompulsoryFrom(p.Born); from < p.Born.AddMonths(60) || from > p.Born.AddMonths(60).AddDays(153) {
			t.Fatalf("born %s, compulsory from %s", p.Born, from)
		}
	})
}
