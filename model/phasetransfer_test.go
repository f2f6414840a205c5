package model_test

import (
	"testing"

	"kettle/model"
)

func TestWhoMovesOnAtTheEndOfTheYear(t *testing.T) { // rules.md R37
	for _, c := range []struct {
		name   string
		year   model.YearGroup
		groups string // of the school
		sen    model.SENStatus
		by     model.Date // "" nobody moves
	}{
		{"Year 6 of a primary", "6", "R 1 2 3 4 5 6", model.EHCP, "2027-02-15"},
		{"Year 6 of an all-through school", "6", "R 1 2 3 4 5 6 7 8 9 10 11", model.EHCP, "2027-02-15"},
		{"nursery", "N2", "N2 R 1 2", model.EHCP, "2027-02-15"},
		{"Year 2 of an infant school", "2", "R 1 2", model.EHCP, "2027-02-15"},
		{"Year 2 of a primary", "2", "R 1 2 3 4 5 6", model.EHCP, ""},
		{"Year 11", "11", "7 8 9 10 11", model.EHCP, "2027-03-31"},
		{"Year 11 with a sixth form", "11", "7 8 9 10 11 12 13", model.EHCP, ""},
		{"Year 11, the year groups not known", "11", "", model.EHCP, "2027-03-31"},
		{"Year 2, the year groups not known", "2", "", model.EHCP, ""},
		{"Year 12 of a school that ends with it", "12", "7 8 9 10 11 12", model.EHCP, "2027-04-01"},
		{"Year 12 with a Year 13", "12", "7 8 9 10 11 12 13", model.EHCP, ""},
		{"Year 13", "13", "7 8 9 10 11 12 13", model.EHCP, "2027-04-01"},
		{"Year 13 with a Year 14", "13", "7 8 9 10 11 12 13 14", model.EHCP, ""},
		{"Year 14", "14", "7 8 9 10 11 12 13 14", model.EHCP, "2027-04-01"},
		{"Year 13, the year groups not known", "13", "", model.EHCP, ""},
		{"Year 13 without a plan", "13", "7 8 9 10 11 12 13", model.SENSupport, ""},
		{"Year 5", "5", "R 1 2 3 4 5 6", model.EHCP, ""},
		{"Year 6 without a plan", "6", "R 1 2 3 4 5 6", model.SENSupport, ""},
	} {
		p := model.Pupil{Year: c.year, SEN: c.sen, Roll: model.OnRoll}
		got, _, moves := p.PhaseTransfer(model.School{YearGroups: c.groups}, model.Settings{}, autumnDay)
		if moves != (c.by != "") || got.FinalPlanBy != c.by {
			t.Errorf("%s: %v, %s", c.name, moves, got.FinalPlanBy)
		}
	}
}

func TestBetweenPost16PlacesThePlanIsFinalFiveMonthsBefore(t *testing.T) { // rules.md R37
	p := model.Pupil{Year: "13", SEN: model.EHCP, Roll: model.OnRoll}
	got, where, _ := p.PhaseTransfer(model.School{YearGroups: "12 13"}, model.Settings{}, autumnDay)
	if got.MeetBy != "2027-01-07" || got.Words(where) != "moves to another post-16 place: final plan by Thu 1 Apr 2027" {
		t.Errorf("meet by %s, %q", got.MeetBy, got.Words(where))
	}
	if _, applies := model.PhaseTransferOf("Y13>Y14", "2026/27", false, 12); applies {
		t.Error("who stays has no day of a final plan")
	}
}

func TestACouncilThatWantsTheMeetingEarlier(t *testing.T) { // rules.md R37, setting
	settings := model.NewSettings(map[model.SettingKey]string{model.SENTransferMeet: "20"})
	p := model.Pupil{Year: "6", SEN: model.EHCP, Roll: model.OnRoll}
	if got, where, _ := p.PhaseTransfer(model.School{}, settings, autumnDay); got.MeetBy != "2026-09-28" || where != "secondary school" {
		t.Errorf("meet by %s, to %s", got.MeetBy, where)
	}
}
