package model_test

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"
)

// practice 21; rules.md R54: who moves at the end of the school year, and where to.
func TestWhoMoves(t *testing.T) {
	primary, infant, allThrough := model.School{YearGroups: "N2 R 1 2 3 4 5 6"}, model.School{YearGroups: "R 1 2"}, model.School{YearGroups: "R 1 2 3 4 5 6 7 8 9 10 11 12 13"}
	for _, c := range []struct {
		year   model.YearGroup
		school model.School
		where  string
		leaves bool
	}{
		{"N2", primary, "Reception", false}, {"R", primary, "", false}, {"2", primary, "Year 3", false}, {"2", infant, "junior school", true},
		{"6", primary, "secondary school", true}, {"6", allThrough, "Year 7", false}, {"11", allThrough, "Year 12", false}, {"13", allThrough, "another post-16 place", true},
		{"6", model.School{}, "Year 7", false}, {"11", model.School{}, "post-16", true}, {"4", model.School{YearGroups: "R 1 2 3 4"}, "another school", true}, {"", primary, "", false}, {"X", primary, "", false},
	} {
		where, leaves := model.Pupil{Year: c.year, Roll: model.OnRoll}.MovesTo(c.school)
		if where != c.where || leaves != c.leaves {
			t.Errorf("Year %q of a school with %q: %q, leaves %v", c.year, c.school.YearGroups, where, leaves)
		}
		if moves := slices.Contains(c.school.MovingGroups(), c.year); moves != (where != "") {
			t.Errorf("Year %q of a school with %q is listed: %v", c.year, c.school.YearGroups, moves)
		}
	}
	if where, _ := (model.Pupil{Year: "6", Roll: model.Left}).MovesTo(primary); where != "" {
		t.Error("who has left moves nowhere")
	}
}

// Until the autumn half-term it is about those who have just arrived, then about those who move next.
func TestWhichMovesMatterNow(t *testing.T) {
	c := sampleCalendar(t)
	for today, want := range map[model.Date]int{"2026-09-01": 2026, "2026-09-15": 2026, "2026-10-23": 2026, "2026-11-24": 2027, "2027-07-20": 2027, "2027-08-15": 2027} {
		if got := c.MovesYear(today); got != want {
			t.Errorf("on %s: %d, want %d", today, got, want)
		}
	}
	for today, want := range map[model.Date]bool{"2026-09-10": true, "2026-10-10": false, "2026-11-24": false, "2027-05-12": true, "2027-06-01": false, "2027-08-10": false} {
		if got := c.AsksForMoves(today); got != want {
			t.Errorf("Today asks on %s: %v, want %v", today, got, want)
		}
	}
}

func TestTheMoveThatMatters(t *testing.T) {
	c := sampleCalendar(t)
	last, next := model.Transition{ID: 1, PupilID: 7, Year: 2026}, model.Transition{ID: 2, PupilID: 7, Year: 2027}
	settled := last
	settled.Settled = "2026-10-01"
	for _, one := range []struct {
		moves []model.Transition
		id    int64
		year  int
	}{{nil, 0, 2027}, {[]model.Transition{last}, 1, 2026}, {[]model.Transition{settled}, 0, 2027}, {[]model.Transition{next, last}, 2, 2027}} {
		if got := model.Current(one.moves, 7, c, "2026-11-24"); got.ID != one.id || got.Year != one.year || got.PupilID != 7 {
			t.Errorf("of %v: %+v", one.moves, got)
		}
	}
}

// practice 21: check-ins before the move and after it, each on a day that is explained.
func TestCheckInsAroundAMove(t *testing.T) {
	c := sampleCalendar(t)
	checks := model.MoveChecks("Zoë", 2026, true, c)
	if len(checks) != 5 || !strings.Contains(checks[2].What, "the new school") {
		t.Fatalf("%+v", checks)
	}
	for i, check := range checks {
		if check.Rule == "" || i > 0 && check.Due <= checks[i-1].Due {
			t.Errorf("%d: %+v", i, check)
		}
		if open, err := c.IsSchoolDay(check.Due); err == nil && !open {
			t.Errorf("%s is no school day", check.Due)
		}
	}
	if first := c.DueInSchoolDays("2026-08-31", 1).Due; checks[2].Due != c.DueInSchoolDays(first, 2).Due || checks[2].NoDay {
		t.Errorf("the third school day is %s", checks[2].Due)
	}
	if checks = model.MoveChecks("Zoë", 2030, false, c); !checks[0].NoDay || checks[0].Due == "" {
		t.Error("beyond the term dates the days are weekdays, and that is said")
	}
}

func TestWhatAMoveStillLacks(t *testing.T) {
	for _, c := range []struct {
		move model.Transition
		want string
	}{
		{model.Transition{Year: 2027}, "nobody named, no visit"},
		{model.Transition{Year: 2027, NamedAdult: "Mrs Frost"}, "no visit"},
		{model.Transition{Year: 2027, NamedAdult: "Mrs Frost", Visits: []model.TransitionVisit{{What: "a morning"}}}, ""},
		{model.Transition{Year: 2026, NamedAdult: "Mrs Frost"}, "seen to have arrived?"},
		{model.Transition{Year: 2026, Settled: "2026-10-01"}, ""},
	} {
		if got := c.move.Lacks("2026-11-24"); got != c.want {
			t.Errorf("%+v: %q, want %q", c.move, got, c.want)
		}
	}
	if got := model.MovesAsked(1, false); got != "1 child moves in September without a named adult or a visit" {
		t.Error(got)
	}
}

// practices 16 and 21: the page is warm, and holds nothing of an adult who is kept out, no address and no
// number, and nothing of their story.
func TestTheHandOverPage(t *testing.T) {
	h := model.HandOver{
		Pupil: model.Pupil{ID: 1, Forename: "Zoë", Surname: "Lane", Year: "6", Class: "6C", Roll: model.OnRoll, SEN: model.EHCP, PrimaryNeed: "HI",
			Strengths: "drawing maps", Interests: "lighthouses", HopesFamily: "A friend on the first day."},
		School: model.School{Name: "Tallow Green", YearGroups: "R 1 2 3 4 5 6"},
		Move: model.Transition{Year: 2027, NamedAdult: "Mrs Frost", Worries: "Will anybody sign with me?", Helps: "Sits where she sees every face.",
			Visits: []model.TransitionVisit{{On: "2027-06-24", What: "a morning in Year 7"}}},
		Circle: model.Circle{Pupils: []model.Pupil{{ID: 1}},
			Adults:       []model.Adult{{ID: 1, Title: "Ms", Forename: "Pia", Surname: "Lane", Access: "text only", Address: "7 Quay Street"}, {ID: 2, Title: "Mr", Forename: "Lee", Surname: "Carver"}},
			Links:        []model.Link{{ID: 1, PupilID: 1, AdultID: 1, Relation: model.Mother}, {ID: 2, PupilID: 1, AdultID: 2, Relation: model.Father, CourtOrder: true}},
			OrderAnswers: []model.OrderAnswer{{LinkID: 2, CheckedBy: "me", Answer: model.OrderAllows}}},
		Entries: []model.FamilyEntry{{Kind: model.WhatHelps, Text: "Mr Carver collects at three."}, {Kind: model.WhatHelps, Text: "Say first what went well."},
			{Kind: model.TheirStory, Text: "Her last school shut the door."}},
	}
	text := h.Sheet().Text()
	for _, part := range []string{"Zoë Lane", "moves to secondary school in 2027", "drawing maps", "lighthouses", "Sits where she sees", "Say first what went well", "A friend on the first day",
		"Will anybody sign with me?", "Mrs Frost", "Ms Lane: text only", "a morning in Year 7", "1 line with an address"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not on the page:\n%s", part, text)
		}
	}
	for _, part := range []string{"Carver", "Quay", "shut the door"} {
		if strings.Contains(text, part) {
			t.Errorf("%q is on the page:\n%s", part, text)
		}
	}
}
