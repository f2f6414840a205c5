package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

// yearOfNews is a school year with its half terms.
func yearOfNews() *model.Calendar {
	return model.NewCalendar(model.CalendarDates{Terms: []model.Term{
		{Year: "2026/27", Name: model.Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"},
		{Year: "2026/27", Name: model.Spring, Start: "2027-01-04", End: "2027-03-25", HalfTermStart: "2027-02-15", HalfTermEnd: "2027-02-19"},
		{Year: "2026/27", Name: model.Summer, Start: "2027-04-12", End: "2027-07-21", HalfTermStart: "2027-05-31", HalfTermEnd: "2027-06-04"},
	}}, model.Counting{})
}

func TestTheHalfTermsThatHaveBegunAreLookedAt(t *testing.T) { // practice 1; rules.md R6
	for _, tc := range []struct {
		today model.Date
		want  string
	}{
		{"2026-09-01", ""},
		{"2026-09-02", "Autumn 1 2026-09-02 to 2026-10-23 now first"},
		{"2026-10-28", "Autumn 1 2026-09-02 to 2026-10-28 now first"}, // in half-term what is said still counts
		{"2026-11-24", "Autumn 2 2026-11-02 to 2026-12-18 now; Autumn 1 2026-09-02 to 2026-10-23 first"},
		{"2027-01-02", "Autumn 2 2026-11-02 to 2027-01-02 now; Autumn 1 2026-09-02 to 2026-10-23 first"},
		{"2027-01-05", "Spring 1 2027-01-04 to 2027-02-12 now; Autumn 2 2026-11-02 to 2026-12-18; Autumn 1 2026-09-02 to 2026-10-23 first"},
		{"2028-01-05", ""},
	} {
		var got []string
		for _, s := range model.NewsSpans(tc.today, yearOfNews()) {
			words := fmt.Sprintf("%s %s to %s", s.Name, s.From, s.To)
			if s.Now {
				words += " now"
			}
			if s.First {
				words += " first"
			}
			got = append(got, words)
		}
		if all := strings.Join(got, "; "); all != tc.want {
			t.Errorf("%s: %s\nwant %s", tc.today, all, tc.want)
		}
	}
}

func TestTheFirstHalfTermBeginsOnTheDayTheChildJoined(t *testing.T) { // practice 1; data.md, "First half term"
	spans := model.NewsSpans("2027-01-20", yearOfNews())
	first, autumn2 := spans[2], spans[1]
	for _, tc := range []struct {
		name   string
		span   model.NewsSpan
		joined model.Date
		want   string
	}{
		{"long there", first, "2023-09-04", "2026-09-02 to 2026-10-23"},
		{"nobody knows since when", first, "", "2026-09-02 to 2026-10-23"},
		{"within it", first, "2026-10-05", "2026-10-05 to 2026-10-23"},
		{"in the half after", first, "2026-11-10", "2026-11-10 to 2026-12-18"},
		{"in half-term", first, "2026-10-27", "2026-11-02 to 2026-12-18"},
		{"in the Christmas holiday", first, "2026-12-30", "2027-01-04 to 2027-02-12"},
		{"another half is the same for all who were there", autumn2, "2026-10-27", "2026-11-02 to 2026-12-18"},
		{"and not for those who were not", autumn2, "2027-01-06", "none"},
	} {
		got := "none"
		if s, ok := tc.span.For(tc.joined, "2027-01-20", yearOfNews()); ok {
			got = fmt.Sprintf("%s to %s", s.From, s.To)
		}
		if got != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got, tc.want)
		}
	}
	if _, ok := first.For("2026-12-30", "2027-01-02", yearOfNews()); ok {
		t.Error("whose first half term has not begun yet is counted")
	}
}

func newsState(t *rapid.T) model.NewsState {
	return model.NewsState{
		Family: rapid.Int64Range(1, 40).Draw(t, "family"),
		Class:  rapid.SampledFrom([]string{"4B", "5A", "6C", "RC", "no class"}).Draw(t, "class"),
		Had:    rapid.Bool().Draw(t, "had"), Turn: rapid.Bool().Draw(t, "turn"),
	}
}

// practice 1: each family is counted once, in whatever order, and never more than there are.
func TestTheCoverNeverExceedsTheFamilies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		states := rapid.SliceOf(rapid.Custom(newsState)).Draw(t, "families")
		different := map[int64]bool{}
		for _, s := range states {
			different[s.Family] = true
		}
		for _, order := range []model.NewsOrder{model.NewsByClass, model.NewsByLack} {
			classes := model.NewsClasses(states, order)
			cover, seen := model.CoverOf(classes), map[int64]bool{}
			for i, c := range classes {
				if c.Had > len(c.Families) || c.Lacking() < 0 {
					t.Fatalf("%s: %d of %d", c.Class, c.Had, len(c.Families))
				}
				if order == model.NewsByLack && i > 0 && classes[i-1].Lacking() < c.Lacking() {
					t.Fatalf("%s lacks more than the class before it", c.Class)
				}
				for _, f := range c.Families {
					if seen[f.Family] {
						t.Fatalf("family %d stands there twice", f.Family)
					}
					seen[f.Family] = true
				}
			}
			if cover.Had > cover.Of || cover.Of != len(different) {
				t.Fatalf("%d of %d, there are %d", cover.Had, cover.Of, len(different))
			}
			if round := model.NewsRound(classes); len(round) != cover.Of {
				t.Fatalf("%d families are rung, of %d", len(round), cover.Of)
			}
		}
	})
}

func TestTheRoundBeginsWithWhoseTurnItIs(t *testing.T) { // practice 2
	classes := model.NewsClasses([]model.NewsState{{Family: 1, Class: "4B", Had: true}, {Family: 2, Class: "4B"}, {Family: 3, Class: "5A", Had: true, Turn: true},
		{Family: 4, Class: "5A"}, {Family: 5, Class: "5A"}}, model.NewsByLack)
	var got []int64
	for _, s := range model.NewsRound(classes) {
		got = append(got, s.Family)
	}
	if want := []int64{3, 4, 5, 2, 1}; !slices.Equal(got, want) {
		t.Errorf("rung are %v, want %v", got, want)
	}
}

func TestTurnsSleepOnDaysWithoutSchool(t *testing.T) { // practice 2
	for today, want := range map[model.Date]model.Date{"2026-11-24": "2026-11-17", "2026-11-28": "", "2026-12-22": "", "2026-10-28": ""} {
		if got := model.NewsTurnSince(5, today, yearOfNews()); got != want {
			t.Errorf("%s: since %q, want %q", today, got, want)
		}
	}
	if got := model.NewsTurnSince(0, "2026-11-24", yearOfNews()); got != "" {
		t.Errorf("without a rhythm it is a turn since %q", got)
	}
}
