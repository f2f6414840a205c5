package model_test

import (
	"testing"

	"kettle/model"

	"pgregory.net/rapid"
)

// rules.md R52 and R53, beside the examples of dates.json.
func TestYearGroupsFromTheDateOfBirth(t *testing.T) {
	for _, c := range []struct {
		born   model.Date
		offset int
		on     model.Date
		want   model.YearGroup
	}{
		{"2022-09-01", 0, "2026-11-24", "N2"}, {"2023-08-31", 0, "2026-11-24", "N2"}, {"2023-09-01", 0, "2026-11-24", "N1"}, {"2024-09-01", 0, "2026-11-24", model.BeforeSchool},
		{"2022-08-31", 0, "2026-11-24", "R"}, {"2022-08-31", -1, "2026-11-24", "N2"}, {"2008-09-02", 0, "2026-11-24", "13"}, {"2008-08-31", 0, "2026-11-24", model.AfterSchool},
		{"", 0, "2026-11-24", ""}, {"2020-02-29", 0, "2027-08-31", "2"},
	} {
		if got := model.YearGroupOn(c.born, c.offset, c.on); got != c.want {
			t.Errorf("born %s, offset %d, on %s: %q, want %q", c.born, c.offset, c.on, got, c.want)
		}
	}
}

// The group that the school has written down counts; what differs is said (rules.md R53).
func TestAGroupThatIsNotThatOfTheBirthIsSaid(t *testing.T) {
	for _, c := range []struct {
		year model.YearGroup
		born model.Date
		want int
	}{{"5", "2016-07-19", -1}, {"6", "2016-07-19", 0}, {"7", "2016-07-19", 1}, {"", "2016-07-19", 0}, {"X", "2016-07-19", 0}, {"5", "", 0}, {"14", "2007-01-01", 0}} {
		if got := (model.Pupil{Year: c.year, Born: c.born}).OutOfYear("2026-11-22"); got != c.want {
			t.Errorf("in %s, born %s: %d, want %d", c.year, c.born, got, c.want)
		}
	}
}

// On 1 September all move up one: the group of the next year is that which follows (rules.md R54).
func TestAllMoveUpOneOnTheFirstOfSeptember(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		born := model.Date("2009-09-01").AddDays(rapid.IntRange(0, 365*12).Draw(t, "days"))
		before, after := model.YearGroupOn(born, 0, "2026-08-31"), model.YearGroupOn(born, 0, "2026-09-01")
		next, leaves := model.Rollover(before, "13")
		if before == model.BeforeSchool {
			return
		}
		if leaves != (before == "13") || !leaves && next != after {
			t.Fatalf("born %s: %s, then %s; rolled over %s, %v", born, before, after, next, leaves)
		}
	})
}
