package model_test

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"

	"pgregory.net/rapid"
)

// only are the marked words of a comparison, in a row.
func only(words []model.DiffWord) string {
	var marked []string
	for _, w := range words {
		if w.Only {
			marked = append(marked, w.Text)
		}
	}
	return strings.Join(marked, " ")
}

func TestWordsThatOnlyOneVersionHasAreMarked(t *testing.T) {
	for _, c := range []struct{ a, b, left, right string }{
		{"", "", "", ""},
		{"he pushed her", "he pushed her", "", ""},
		{"he pushed her twice", "he pushed her", "twice", ""},
		{"he pushed her once, hard", "she pushed him once, hard", "he her", "she him"},
		{"in the queue he cried", "he cried in the queue", "he cried", "he cried"},
		{"one\ntwo", "one two", "", ""},
		{"nothing", "", "nothing", ""},
	} {
		left, right := model.DiffWords(c.a, c.b)
		if only(left) != c.left || only(right) != c.right {
			t.Errorf("%q, %q: marked %q and %q, want %q and %q", c.a, c.b, only(left), only(right), c.left, c.right)
		}
	}
}

func TestALineOfAVersionStaysALine(t *testing.T) {
	left, _ := model.DiffWords("first\n\nthen he", "first")
	if !left[1].Breaks || left[0].Breaks || left[2].Breaks {
		t.Errorf("%+v", left)
	}
}

// Taking the marked words out of both gives the same text, and no word is lost.
func TestWithoutTheMarkedWordsBothAreTheSame(t *testing.T) {
	someWords := rapid.SliceOfN(rapid.SampledFrom([]string{"he", "she", "pushed", "fell", "queue.", "“so”", "Zoë"}), 0, 30)
	kept := func(words []model.DiffWord) (same, all []string) {
		for _, w := range words {
			if all = append(all, w.Text); !w.Only {
				same = append(same, w.Text)
			}
		}
		return same, all
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := someWords.Draw(t, "a"), someWords.Draw(t, "b")
		left, right := model.DiffWords(strings.Join(a, " "), strings.Join(b, "\n"))
		sameL, allL := kept(left)
		sameR, allR := kept(right)
		if !slices.Equal(sameL, sameR) || !slices.Equal(allL, a) || !slices.Equal(allR, b) {
			t.Fatalf("%v and %v leave %v and %v", a, b, sameL, sameR)
		}
	})
}

// What is longer than anybody tells is compared at its ends alone, and still holds together.
func TestVeryLongVersionsAreComparedAtTheirEnds(t *testing.T) {
	long := strings.Repeat("word after word ", 900)
	left, right := model.DiffWords("the same "+long+"x end", "the same y "+long+" end")
	if left[0].Only || right[1].Only || !left[2].Only || left[len(left)-1].Only || len(only(left)) == 0 {
		t.Error("the ends are the same, the middle is marked")
	}
}
