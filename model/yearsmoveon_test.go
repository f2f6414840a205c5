package model_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

var primary = model.School{YearGroups: "R 1 2 3 4 5 6"}

// rules.md R54: what was written down of the new year already is not moved again.
func TestNobodyIsMovedTwice(t *testing.T) {
	for _, c := range []struct {
		name   string
		school model.School
		year   model.YearGroup
		born   model.Date
		said   model.Date
		want   model.YearStand
	}{
		{"nothing written since last year", primary, "4", "2017-02-01", "2025-11-03", model.YearMovesUp},
		{"not known when it was written", primary, "4", "", "", model.YearMovesUp},
		{"written on the last day of the year", primary, "4", "2017-02-01", "2026-08-31", model.YearMovesUp},
		{"written on the first day of the year", primary, "5", "2017-02-01", "2026-09-01", model.YearIsNew},
		{"written in September, though birth says otherwise", primary, "4", "2016-10-01", "2026-09-14", model.YearIsNew},
		{"written in the summer, of the old year", primary, "4", "2017-02-01", "2026-07-20", model.YearMovesUp},
		{"moved by a file in the summer", primary, "4", "2018-02-01", "2026-08-20", model.YearIsNew},
		{"taught a year ahead for long", primary, "4", "2018-02-01", "2026-05-31", model.YearMovesUp},
		{"no date of birth, written in the summer", primary, "4", "", "2026-07-20", model.YearMovesUp},
		{"the top group", primary, "6", "2015-10-01", "2025-09-03", model.YearLeaves},
		{"the top group, new to it", primary, "6", "2015-10-01", "2026-09-03", model.YearIsNew},
		{"above the top group", primary, "7", "", "", model.YearLeaves},
		{"a school whose groups are not known", model.School{}, "6", "", "", model.YearMovesUp},
		{"Year 11 there", model.School{}, "11", "", "", model.YearLeaves},
		{"no group", primary, "", "2017-10-01", "", model.YearUnknown},
		{"X", primary, "X", "2017-10-01", "", model.YearUnknown},
	} {
		if got := c.school.YearStandOf(model.Pupil{Year: c.year, Born: c.born}, c.said, 2026); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestYearChoices(t *testing.T) {
	for _, c := range []struct {
		year  model.YearGroup
		stand model.YearStand
		want  []int
	}{
		{"4", model.YearMovesUp, []int{1, 0, 2}}, {"5", model.YearMovesUp, []int{1, 0}}, {"6", model.YearLeaves, []int{1, 0}},
		{"4", model.YearIsNew, []int{0, 1}}, {"", model.YearUnknown, []int{0}},
	} {
		if got := primary.YearChoices(model.Pupil{Year: c.year}, c.stand); !slices.Equal(got, c.want) {
			t.Errorf("%s %s: %v, want %v", c.year, c.stand, got, c.want)
		}
	}
}

// Going up one at a time nobody skips a group, and whoever is kept back stays.
func TestYearsGoUpOneByOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		school := model.School{YearGroups: rapid.SampledFrom([]string{"", "N1 N2 R 1 2", "R 1 2 3 4 5 6", "7 8 9 10 11 12 13"}).Draw(t, "groups")}
		year := rapid.SampledFrom(model.YearGroups).Draw(t, "year")
		if to, leaves := school.YearAfter(year, 0); to != year || leaves {
			t.Fatalf("kept back, %s became %s, leaves %v", year, to, leaves)
		}
		to, leaves := school.YearAfter(year, 1)
		if at := slices.Index(model.YearGroups, year); !leaves && to != year && slices.Index(model.YearGroups, to) != at+1 {
			t.Fatalf("%s became %s", year, to)
		}
		once, gone := school.YearAfter(year, 1)
		if !gone {
			once, gone = school.YearAfter(once, 1)
		}
		if twice, leaves := school.YearAfter(year, 2); twice != once || leaves != gone {
			t.Fatalf("%s up two is %s, up one twice %s", year, twice, once)
		}
	})
}

func TestYearsAreDueFromJuneOn(t *testing.T) {
	for _, c := range []struct {
		today model.Date
		start int
		begun bool
	}{{"2026-05-31", 2025, true}, {"2026-06-01", 2026, false}, {"2026-08-31", 2026, false}, {"2026-09-01", 2026, true}, {"2027-01-10", 2026, true}} {
		if start, begun := model.YearsDue(c.today); start != c.start || begun != c.begun {
			t.Errorf("%s: %d, begun %v", c.today, start, begun)
		}
	}
	for _, c := range []struct {
		marked string
		added  model.Date
		want   bool
	}{{"", "2026-05-01", false}, {"", "2026-09-01", true}, {"2025/26", "2026-09-02", false}, {"2026/27", "2025-05-01", true}, {"2027/28", "2025-05-01", true}} {
		if got := (model.School{YearsMoved: c.marked}).YearsMovedOn(2026, c.added); got != c.want {
			t.Errorf("%q, added %s: %v", c.marked, c.added, got)
		}
	}
}

func TestRecordsFollowAChildWhoLeft(t *testing.T) {
	c := sampleCalendar(t)
	for _, p := range []struct {
		pupil model.Pupil
		want  string
	}{
		{model.Pupil{Roll: model.OnRoll}, ""},
		{model.Pupil{Roll: model.Left}, ""},
		{model.Pupil{Roll: model.Left, LeftOn: "2026-11-20"}, "Their records go to the new school by Fri 11 Dec 2026, 15 school days after they left the roll; a child-protection file goes from the DSL, within 5 school days of the start there."},
		{model.Pupil{Roll: model.Left, LeftOn: "2026-08-31"}, "Their records go to the new school by Wed 23 Sep 2026, 15 school days after they left the roll; a child-protection file goes from the DSL by Wed 9 Sep 2026."},
		{model.Pupil{Roll: model.Left, LeftOn: "2031-08-31"}, "Their records go to the new school within 15 school days of Sun 31 Aug 2031; the term dates do not reach that far."},
	} {
		if got := p.pupil.RecordsFollow(c); got != p.want {
			t.Errorf("left %s: %s", p.pupil.LeftOn, got)
		}
	}
}
