package tuitest_test

import (
	"slices"
	"testing"

	"kettle/tui/canvas"
)

// A number is read aloud, or dialled, from one line.
func TestATelephoneNumberIsNotBrokenOverTwoLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"mother of Ava · 07700 900123", 24, []string{"mother of Ava ·", "07700 900123"}},
		{"ring 020 7946 0123, after three", 14, []string{"ring", "020 7946 0123,", "after three"}},
		{"24 November 2026 at 15 past 300 feet", 12, []string{"24 November", "2026 at 15", "past 300", "feet"}},
		{"07700 900123", 8, []string{"07700 90", "0123"}},
	} {
		if got := canvas.WrapText(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: %q", c.text, c.width, got)
		}
	}
}
