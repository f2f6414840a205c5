package model

import (
	"slices"
	"strings"
	"testing"
)

func okaforSummary(to int64) LetterFacts {
	f := okaforLetter(to)
	f.Meeting.Thanks = "for telling us how lunchtimes feel for Chidi"
	f.Meeting.NextDate = "2026-12-01T15:30"
	f.Agreements = []Agreement{
		{Position: 1, Text: "Mr Shah opens the library at 12:10", Whose: OfStaff, Who: "Mr Shah", From: "2026-11-30"},
		{Position: 2, Text: "Mrs Okafor tells Chidi tonight", Whose: OfFamily, Who: "Mrs Okafor", AdultID: ngoziID, Due: okaforToday},
		{Position: 3, Text: "You ask how the first week went", Whose: Mine, Due: "2026-12-04"},
	}
	return f
}

// practices 45, 46 and 47
func TestTheSummaryAsAWhole(t *testing.T) {
	want := `Dear Mrs Okafor,

Thank you for coming today, and for telling us how lunchtimes feel for Chidi. It helped.

We agreed that Mr Shah opens the library at 12:10 from Monday 30 November. You said that you would tell Chidi tonight. I will ask how the first week went by Friday 4 December.

We meet again on Tuesday 1 December at 15:30. If anything worries you before then, however small, please tell me at once: I am always glad to hear from you.

With warm wishes,
Ms Reed
SENCO`
	if got := textOf(t, Summary, okaforSummary(ngoziID)); got != want {
		t.Errorf("the summary is\n%s\nwant\n%s", got, want)
	}
}

func TestMuchThatWasAgreedIsReadInShortParagraphs(t *testing.T) {
	f := okaforSummary(ngoziID)
	for _, what := range []string{"rings the nurse", "writes to the coach", "keeps a seat", "brings the map"} {
		f.Agreements = append(f.Agreements, Agreement{Text: "Mr Shah " + what, Whose: OfStaff, Who: "Mr Shah"})
	}
	d, err := Summary(f)
	if err != nil || len(d.Paragraphs) != 4 || strings.Count(d.Paragraphs[1], ".") != 4 || strings.Count(d.Paragraphs[2], ".") != 3 {
		t.Errorf("the paragraphs are %q, %v", d.Paragraphs, err)
	}
}

// practice 15 and product.md 9
func TestWhatAnotherHouseholdPromisedIsNotInTheLetter(t *testing.T) {
	f := okaforSummary(emekaID)
	d, err := Summary(f)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(d.Text(), "tonight") || strings.Contains(d.Text(), "Mrs Okafor") {
		t.Errorf("his letter tells what she promised:\n%s", d.Text())
	}
	if want := "Left out, because another household promised it: Mrs Okafor tells Chidi tonight"; !slices.Contains(d.Notes, want) {
		t.Errorf("notes %q, want %q", d.Notes, want)
	}
	f.Household = []int64{ngoziID}
	if got := textOf(t, Summary, f); !strings.Contains(got, "We agreed that Mrs Okafor tells Chidi tonight.") {
		t.Errorf("living together, he does not read what she promised:\n%s", got)
	}
}

func TestAnAgreementIsSaidToItsAddressee(t *testing.T) {
	for _, tc := range []struct {
		name string
		a    Agreement
		want string
	}{
		{"theirs", Agreement{Text: "tells Chidi tonight", Whose: OfFamily, AdultID: ngoziID}, "You said that you would tell Chidi tonight."},
		{"theirs by name", Agreement{Text: "Mrs Okafor will try the bus", Whose: OfFamily, Who: "mrs okafor"}, "You said that you would try the bus."},
		{"theirs as you", Agreement{Text: "You bring the letter", Whose: OfFamily, AdultID: ngoziID, Due: "2026-11-27"},
			"You said that you would bring the letter by Friday 27 November."},
		{"theirs with a hard verb", Agreement{Text: "Ngozi tries the bus and has a look", Whose: OfFamily, AdultID: ngoziID},
			"You said that you would try the bus and has a look."},
		{"nobody in particular", Agreement{Text: "practise reading", Whose: OfFamily}, "We agreed that you and yours would practise reading."},
		{"an aunt who is no addressee", Agreement{Text: "fetches Chidi", Whose: OfFamily, Who: "Uncle Ike"}, "We agreed that Uncle Ike fetches Chidi."},
		{"mine", Agreement{Text: "I will ring the nurse", Whose: Mine, Due: "2026-11-26"}, "I will ring the nurse by Thursday 26 November."},
		{"mine, in short", Agreement{Text: "Ring the nurse", Whose: Mine}, "I will ring the nurse."},
		{"mine as staff", Agreement{Text: "Ms Reed rings the nurse", Whose: OfStaff, Who: "Ms Reed", StaffID: reedID}, "I will ring the nurse."},
		{"staff, in short", Agreement{Text: "open the library", Whose: OfStaff, Who: "Mr Shah"}, "We agreed that Mr Shah will open the library."},
		{"staff without a name", Agreement{Text: "the library opens at 12:10", Whose: OfStaff}, "We agreed: the library opens at 12:10."},
		{"the date is in the text", Agreement{Text: "ring by Fri 4 Dec", Whose: Mine, Due: "2026-12-04"}, "I will ring by Fri 4 Dec."},
		{"nothing typed", Agreement{Text: " ", Whose: Mine}, ""},
	} {
		l, err := beginLetter(okaforLetter(ngoziID), SummaryOfMeeting)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.agreement(tc.a); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestVerbsFindTheirBareForm(t *testing.T) {
	for text, want := range map[string]string{
		"tells Chidi": "tell Chidi", "Goes home": "go home", "does it": "do it", "has tea": "have tea", "is there": "be there",
		"tries again": "try again", "watches out": "watch out", "fixes it": "fix it", "uses it": "use it", "discuss it": "discuss it",
		"focus on it": "focus on it", "ask": "ask", "": "", "I go": "I go", "TV off": "TV off",
	} {
		if got := baseForm(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWhatWeDoComesBeforeWhatTheyDo(t *testing.T) {
	f := okaforSummary(ngoziID)
	f.Agreements = []Agreement{
		{Position: 1, Text: "bring the letter", Whose: OfFamily, AdultID: ngoziID, Due: "2026-11-27"},
		{Position: 2, Text: "ring the nurse", Whose: Mine, Due: "2026-11-25"},
		{Position: 3, Text: "ask how it went", Whose: Mine, Due: "2026-12-04"},
	}
	got := textOf(t, Summary, f)
	want := "I will ring the nurse by Wednesday 25 November. You said that you would bring the letter by Friday 27 November. I will ask how it went by Friday 4 December."
	if !strings.Contains(got, want) {
		t.Errorf("the order is not\n%s\nin\n%s", want, got)
	}
}

func TestTheSummaryFollowsTheMeeting(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*LetterFacts)
		has    string
		not    string
	}{
		{"practice 47: no date to meet again", func(f *LetterFacts) { f.Meeting.NextDate = "" },
			"If anything worries you, however small, please tell me at once", "We meet again"},
		{"some days later", func(f *LetterFacts) { f.Today = "2026-11-27" }, "Thank you for coming on Tuesday 24 November, and for", "today"},
		{"the day after", func(f *LetterFacts) { f.Today = "2026-11-25" }, "Thank you for coming yesterday", "coming today"},
		{"by phone", func(f *LetterFacts) { f.Meeting.Mode = OnPhone }, "Thank you for talking with us today", "coming"},
		{"nothing typed to thank for", func(f *LetterFacts) { f.Meeting.Thanks = "" }, "for saying what matters to you. It helps us to help Chidi.", "telling"},
		{"thanks as a sentence", func(f *LetterFacts) { f.Meeting.Thanks = "your drawing helped!" }, "Thank you for coming today. Your drawing helped!", "!."},
		{"they could not come", func(f *LetterFacts) { f.People[0].Attended = No }, "We were sorry to miss you today.", "Thank you for coming"},
		{"outcomes", func(f *LetterFacts) { f.Outcomes = []Outcome{{Text: "lunch is too loud for Chidi."}} }, "Lunch is too loud for Chidi. We agreed", ".."},
		{"the debrief stays with staff", func(f *LetterFacts) { f.Meeting.Debrief, f.Meeting.Words = "tiring", "he is sad" }, "Dear", "tiring"},
	} {
		f := okaforSummary(ngoziID)
		tc.change(&f)
		got := textOf(t, Summary, f)
		if !strings.Contains(got, tc.has) || strings.Contains(got, tc.not) {
			t.Errorf("%s: want %q and no %q in\n%s", tc.name, tc.has, tc.not, got)
		}
	}
}

// practice 45
func TestTheThankYouIsAText(t *testing.T) {
	for _, tc := range []struct {
		name   string
		change func(*LetterFacts)
		want   string
	}{
		{"the same day", func(*LetterFacts) {}, "Thank you for coming today, Mrs Okafor, and for saying it so openly. It helps us to help Chidi. " +
			"I will write down what we agreed and send it this week.\n\nMs Reed"},
		{"on a Friday", func(f *LetterFacts) { f.Today = "2026-11-27" }, "Thank you for coming on Tuesday 24 November, Mrs Okafor, and for saying it so openly. " +
			"It helps us to help Chidi. I will write down what we agreed and send it within a week.\n\nMs Reed"},
		{"they could not come", func(f *LetterFacts) { f.People[0].Attended = No }, "We were sorry to miss you today, Mrs Okafor. " +
			"I will write down what we agreed about Chidi and send it this week. I would like to hear what you think.\n\nMs Reed"},
	} {
		f := okaforLetter(ngoziID)
		tc.change(&f)
		if got := textOf(t, ThankYouText, f); got != tc.want {
			t.Errorf("%s:\n%s\nwant\n%s", tc.name, got, tc.want)
		}
	}
}
