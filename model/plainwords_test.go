package model

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// practice 20
func TestJargonIsFoundWithPlainWords(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []Jargon
	}{
		{"Thank you for coming today.", nil},
		{"The SENCO will ensure provision.", []Jargon{{"SENCO", "the teacher who leads on special needs"}, {"ensure", "make sure"}, {"provision", "help"}}},
		{"Prior to the Interventions, we met.", []Jargon{{"Prior to", "before"}, {"Interventions", "extra help"}}},
		{"A ta and an ep are no jargon.", nil},
		{"Her TA's view, and two TAs.", []Jargon{{"TA's", "teaching assistant"}}},
		{"Reasonable adjustments help.", []Jargon{{"Reasonable adjustments", "a change that makes it fair for your child"}}},
		{"Provisional dates, ensured.", nil},
		{"With warm wishes,\nMs Reed\nSENCO", nil},
	} {
		if got := ReadLetter(tc.text).Words; !slices.Equal(got, tc.want) {
			t.Errorf("%q: %v, want %v", tc.text, got, tc.want)
		}
	}
}

func TestLongSentencesAreNamed(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", longSentenceWords+1)) + "."
	just := strings.TrimSpace(strings.Repeat("word ", longSentenceWords)) + "."
	want := []LongSentence{{Text: long, Words: longSentenceWords + 1, Paragraph: 2}}
	if got := ReadLetter("Dear Mrs Okafor,\n\nThank you.\n\n" + just + " " + long + " Thank you.").LongSentences; !slices.Equal(got, want) {
		t.Errorf("long sentences %v, want %v", got, want)
	}
	if got := want[0].Place(); got != "26 words in one sentence, paragraph 2" {
		t.Errorf("its place is said as %q", got)
	}
}

func TestShortPlainWordsReadMoreEasily(t *testing.T) {
	for _, tc := range []struct {
		text string
		want string
	}{
		{"", "very easy to read"},
		{"The cat sat on the mat. It was glad.", "very easy to read"},
		{"Chidi was happy at lunchtime on Thursday. He opened the library with two of his friends and a teacher.", "easy to read"},
		{"The multidisciplinary recommendations necessitate considerable organisational restructuring.", "hard to read"},
	} {
		r := ReadLetter(tc.text)
		if r.Ease() != tc.want {
			t.Errorf("%q is %q (%d), want %q", tc.text, r.Ease(), r.Score, tc.want)
		}
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{"cat": 1, "today": 2, "home": 1, "table": 2, "opened": 2, "wanted": 2, "library": 3, "places": 2, "15:30": 1, "the": 1, "": 1} {
		if got := syllablesOf(word); got != want {
			t.Errorf("%q has %d syllables, want %d", word, got, want)
		}
	}
}

func TestOurOwnLettersReadEasily(t *testing.T) {
	f := okaforSummary(ngoziID)
	for _, write := range []func(LetterFacts) (Document, error){Invitation, AgendaText, ThankYouText, Summary} {
		d, err := write(f)
		if err != nil {
			t.Fatal(err)
		}
		if r := ReadLetter(d.Text()); r.Score < 65 || len(r.Words) > 0 || len(r.LongSentences) > 0 {
			t.Errorf("the %s reads at %d, with %v and long %v", d.Kind, r.Score, r.Words, r.LongSentences)
		}
	}
}

func TestHowALetterReadsIsSaidInNumbersWithTheirSource(t *testing.T) {
	got := ReadLetter("Dear Mrs Okafor,\n\nThe SENCO will be glad to see you on Tuesday.").Summary()
	if want := "very easy to read (95 of 100, Flesch 1948) · 1 word to look at"; got != want {
		t.Errorf("it is said as %q, want %q", got, want)
	}
}

func TestThereAreManySchoolTerms(t *testing.T) {
	if len(SchoolTerms) < 80 {
		t.Errorf("%d terms of schools, and at least 80 are wanted", len(SchoolTerms))
	}
}

func TestTheJargonTableIsTidy(t *testing.T) {
	seen := map[string]bool{}
	for _, j := range slices.Concat(SchoolTerms, OfficeWords) {
		if seen[j.Word] || j.Plain == "" {
			t.Errorf("%q stands twice, or has no plain words", j.Word)
		}
		seen[j.Word] = true
		if found := ReadLetter("We talk of " + j.Word + " here.").Words; len(found) == 0 || found[0].Plain != j.Plain {
			t.Errorf("%q is not found in a sentence: %v", j.Word, found)
		}
	}
}

func TestAnyTextCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if r := ReadLetter(text); r.Score < 0 || r.Score > 100 {
			t.Fatalf("score %d of %q", r.Score, text)
		}
	})
}
