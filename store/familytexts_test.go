package store

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Holding words instead of texts is only to take less room: the same families are found.
func TestTheFilterFindsWhatTheWholeTextsHold(t *testing.T) {
	word := rapid.OneOf(rapid.StringMatching(`[a-c]{1,4}`), rapid.StringMatching(`0?[1-3]{1,4}`), rapid.SampledFrom([]string{"year", "y1", "okafor", "明轩", "zz4", "zz46gl"}))
	text := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 8).Draw(t, "words"), " ") })
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(text, 0, 20).Draw(t, "texts")
		typed := rapid.OneOf(text, rapid.StringMatching(`[ab1 +_-]{0,6}`)).Draw(t, "filter")
		reading := textReading{seed: maphash.MakeSeed()}
		reading.begin()
		var want []bool
		for i, text := range texts {
			reading.add(int64(i), text)
			want = append(want, fitsText(parseFilter(typed), text))
		}
		if got := reading.that(parseFilter(typed)); !slices.Equal(got, want) {
			t.Errorf("%q finds %v of %q, want %v", typed, got, texts, want)
		}
	})
}

// fitsText is the filter as it is meant, on the text of one family.
func fitsText(f filter, text string) bool {
	holds := func(word string) bool { return strings.Contains(text, word) }
	for _, word := range f.words {
		if !holds(word) {
			return false
		}
	}
	for _, run := range f.numbers {
		if !holds(strings.Join(run, "")) && slices.ContainsFunc(run, func(word string) bool { return !holds(word) }) {
			return false
		}
	}
	return true
}

func TestTheFilterFindsFamiliesAmongMoreWordsThanASmallNumberCounts(t *testing.T) {
	reading := textReading{seed: maphash.MakeSeed()}
	reading.begin()
	const families = 2 * twoParts
	for i := range families {
		reading.add(int64(i), fmt.Sprintf("family%dx ends", i))
	}
	for _, i := range []int{0, 1, twoParts - 3, twoParts - 2, twoParts - 1, twoParts, families - 1} {
		fits := reading.that(filter{words: []string{fmt.Sprintf("family%dx", i), "end"}})
		if !fits[i] || slices.Contains(fits[:i], true) || slices.Contains(fits[i+1:], true) {
			t.Errorf("family %d is not found, or others are", i)
		}
	}
}
