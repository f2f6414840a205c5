package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEveryDefaultIsAnAnswerToItsOwnQuestion(t *testing.T) {
	for _, s := range SettingTable {
		if got, err := s.Parse(s.Default); err != nil || got != s.Default {
			t.Errorf("%s: the default %q reads as %q, %v", s.Key, s.Default, got, err)
		}
		if s.Question == "" || !strings.HasSuffix(s.Question, "?") {
			t.Errorf("%s asks no question: %q", s.Key, s.Question)
		}
	}
}

func TestSettingKeysAreUnlike(t *testing.T) {
	seen := map[SettingKey]bool{}
	for _, s := range SettingTable {
		if seen[s.Key] {
			t.Errorf("%s is there twice", s.Key)
		}
		seen[s.Key] = true
	}
}

func TestSettingAnswers(t *testing.T) {
	for _, c := range []struct {
		key         SettingKey
		typed, want string
		refused     string // part of what the person reads, "" taken
	}{
		{key: ReplyFull, typed: " 10 ", want: "10"},
		{key: ReplyFull, typed: "010", want: "10"},
		{key: ReplyFull, typed: "-1", refused: "from 0 to 40"},
		{key: ReplyFull, typed: "soon", refused: "whole number"},
		{key: ReplyFull, typed: "", refused: "whole number"},
		{key: InsetIsSchoolDay, typed: "Y", want: "yes"},
		{key: InsetIsSchoolDay, typed: "perhaps", refused: "yes or no"},
		{key: ReplyUnit, typed: "Working Days", want: InWorkingDays},
		{key: ReplyUnit, typed: "days", refused: "school days, working days"},
		{key: ReplyCutoff, typed: "16:00", want: "16:00"},
		{key: ReplyCutoff, typed: "", want: ""},
		{key: ReplyCutoff, typed: "4pm", refused: "such as 16:00"},
		{key: SecondBackupPlace, typed: "", want: ""},
		{key: SecondBackupPlace, typed: `E:\`, want: `E:\`},
		{key: SecondBackupPlace, typed: `\\school\share`, want: `\\school\share`},
		{key: SecondBackupPlace, typed: ` "/media/MY STICK" `, want: "/media/MY STICK"},
		{key: SecondBackupPlace, typed: "~/backups", want: "~/backups"},
		{key: SecondBackupPlace, typed: "backups", refused: "whole path"},
		{key: SecondBackupPlace, typed: "/" + strings.Repeat("ä", 1000), refused: "at most 1000"},
		{key: LetterSignOff, typed: "Yours", want: "Yours"},
		{key: LetterSignOff, typed: strings.Repeat("ä", 201), refused: "at most 200"},
	} {
		s, known := SettingNamed(c.key)
		if !known {
			t.Fatalf("no setting %s", c.key)
		}
		got, err := s.Parse(c.typed)
		switch {
		case c.refused == "" && (err != nil || got != c.want):
			t.Errorf("%s %q: got %q, %v; want %q", c.key, c.typed, got, err, c.want)
		case c.refused != "" && (err == nil || !strings.Contains(err.Error(), c.refused)):
			t.Errorf("%s %q: got %q, %v; want a sentence with %q", c.key, c.typed, got, err, c.refused)
		}
	}
}

func TestSettingsThatNobodyAnsweredHaveTheirDefaults(t *testing.T) {
	var s Settings
	if s.Number(ThankYouWithin) != 1 || s.Number(SummaryWithin) != 5 || s.Number(ReplyAck) != 2 || s.Number(ReplyFull) != 5 {
		t.Error("the school's usual numbers are not 1, 5, 2 and 5")
	}
	if s.Yes(InsetIsSchoolDay) || s.Yes(CountClearDays) || s.Answered(ReplyAck) || s.Clock(ReplyCutoff) != "" {
		t.Error("something counts as answered that nobody answered")
	}
}

// A caseload may have been in the hands of a newer program, or of an editor.
func TestSettingsPassOverWhatTheyDoNotKnow(t *testing.T) {
	s := NewSettings(map[SettingKey]string{"moon.phase": "full", ReplyFull: "many", ReplyAck: "3"})
	if s.Number(ReplyFull) != 5 || s.Number(ReplyAck) != 3 || s.Text("moon.phase") != "" {
		t.Errorf("got %d, %d, %q", s.Number(ReplyFull), s.Number(ReplyAck), s.Text("moon.phase"))
	}
}

func TestWhateverASettingTakesItTakesAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(SettingTable).Draw(t, "setting")
		taken, err := s.Parse(rapid.String().Draw(t, "typed"))
		if err != nil {
			return
		}
		if again, err := s.Parse(taken); err != nil || again != taken {
			t.Fatalf("%s took %q, then %q, %v", s.Key, taken, again, err)
		}
	})
}
