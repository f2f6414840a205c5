package model

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func agendaLines(items []AgendaItem) []string {
	var lines []string
	for _, i := range items {
		text := fmt.Sprintf("%d %s", i.Minutes, i.Title)
		if i.Theirs {
			text += " (theirs)"
		}
		lines = append(lines, text)
	}
	return lines
}

// practice 35
func TestTheirItemsStandInTheirPlaceAndTakeMinutesFromTheirNeighbours(t *testing.T) {
	for _, tc := range []struct {
		name    string
		theirs  []string
		minutes int
		want    []string
	}{
		{"none of theirs", nil, 0, []string{"3 Something good", "7 Your view, your child's view", "7 What we planned and how it went",
			"8 What next: outcomes, support, who", "5 Date, any other worry"}},
		{"one of theirs", []string{"The bus"}, 0, []string{"3 Something good", "7 Your view, your child's view", "5 What we planned and how it went",
			"5 The bus (theirs)", "5 What next: outcomes, support, who", "5 Date, any other worry"}},
		{"an hour instead of half", nil, 60, []string{"6 Something good", "14 Your view, your child's view", "14 What we planned and how it went",
			"16 What next: outcomes, support, who", "10 Date, any other worry"}},
		{"too many for their neighbours", []string{"a", "b", "c", "d", "e", "f"}, 0, []string{"3 Something good", "4 Your view, your child's view",
			"3 What we planned and how it went", "2 a (theirs)", "2 b (theirs)", "2 c (theirs)", "2 d (theirs)", "2 e (theirs)", "2 f (theirs)",
			"3 What next: outcomes, support, who", "5 Date, any other worry"}},
	} {
		if got := agendaLines(AgendaFor(TermlyReview, tc.theirs, tc.minutes)); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got %q\nwant %q", tc.name, got, tc.want)
		}
	}
}

func TestAnAgendaIsAsLongAsItsMeeting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(MeetingKinds).Draw(t, "kind")
		theirs := rapid.SliceOfN(rapid.String(), 0, 12).Draw(t, "theirs")
		minutes := rapid.IntRange(1, 300).Draw(t, "minutes")
		items := AgendaFor(kind, theirs, minutes)
		if AgendaMinutes(items) != minutes || !AgendaFits(items, minutes) || AgendaFits(items, minutes-1) {
			t.Fatalf("%d minutes in a meeting of %d", AgendaMinutes(items), minutes)
		}
		own := 0
		for at, i := range items {
			if i.Minutes < 0 || i.Position != at+1 {
				t.Fatalf("item %d has %d minutes and position %d", at, i.Minutes, i.Position)
			}
			if i.Theirs {
				if i.Title != theirs[own] {
					t.Fatalf("their item %q stands where %q belongs", i.Title, theirs[own])
				}
				own++
			}
		}
		if own != len(theirs) || !items[len(items)-1].AnyWorry {
			t.Fatalf("%d of %d of their items, the last asks for any worry: %v", own, len(theirs), items[len(items)-1].AnyWorry)
		}
	})
}

func TestAnAbsurdLengthIsCut(t *testing.T) {
	if got := AgendaMinutes(AgendaFor(OtherMeeting, nil, 1<<40)); got != longestAgendaMin {
		t.Errorf("an agenda of %d minutes, want a day", got)
	}
}
