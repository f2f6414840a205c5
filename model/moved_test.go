package model

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// moveFacts is the Okafors' meeting of this afternoon, of which everybody knows, to be moved.
func moveFacts(to Moment) MoveFacts {
	f := okaforFacts()
	f.Calendar = offerCalendar()
	f.People[0].AgendaSent, f.People[0].Reminded = "2026-11-23", "2026-11-23"
	return MoveFacts{TimeFacts: TimeFacts{Facts: f, Now: "2026-11-24T09:00", Gap: 15}, To: to}
}

func namesToTell(m Moved) string {
	var all []string
	for _, t := range m.Tell {
		all = append(all, t.Name+": "+t.What)
	}
	return strings.Join(all, " | ")
}

func TestMovingAMeetingSaysWhatGoesAlongAndWhoIsToBeTold(t *testing.T) { // practices 24 and 32
	m := MoveTo(moveFacts("2026-11-26T17:00"))
	says := strings.Join(m.Moves, " ")
	for _, want := range []string{"Mrs Okafor, Mr Okafor and Auntie Grace are asked again: the answer was for today 15:30.",
		"The reminder to Mrs Okafor no longer counts: it named the old time.", "The agenda that Mrs Okafor has counts as changed", "Rainbow room goes along, and is free then."} {
		if !strings.Contains(says, want) {
			t.Errorf("%q is not in: %s", want, says)
		}
	}
	want := "Mrs Okafor: asked again; the agenda they have names the old time | Mr Okafor: asked again | Auntie Grace: asked again | " +
		"Mr Shah: the new time | Mrs Bell: the new time | Dr Ito: the new time | Mr Doyle: on standby at the old time"
	if got := namesToTell(m); got != want {
		t.Errorf("to tell: %s", got)
	}
}

func TestALetterThatIsNotSentYetAndNamesTheOldTimeIsNamed(t *testing.T) {
	f := moveFacts("2026-11-26T17:00")
	f.Letters = []Letter{{AdultID: emekaID, Kind: InvitationLetter, Body: "Would Tuesday 24 November at 15:30 suit you?"},
		{AdultID: ngoziID, Kind: InvitationLetter, Body: "Would Tuesday 24 November at 15:30 suit you?", Sent: "2026-11-16"}}
	if says := strings.Join(MoveTo(f).Moves, " "); !strings.Contains(says, "The letter to Mr Okafor, not sent yet, names the old time: write it anew.") {
		t.Error(says)
	}
}

func TestWhoSaidThatTheNewTimeSuitsIsNotAskedAgain(t *testing.T) {
	f := moveFacts("2026-11-26T17:00")
	f.Options[2].Answers = []TimeAnswer{{11, Yes}}
	m := MoveTo(f)
	if says := strings.Join(m.Moves, " "); !strings.Contains(says, "Mr Okafor and Auntie Grace are asked again") || !strings.Contains(says, "Mrs Okafor said that the new time suits.") {
		t.Error(says)
	}
}

func TestNobodyBehindTheWallIsToldOfAMove(t *testing.T) {
	f := moveFacts("2026-11-26T17:00")
	f.Links[1].CourtOrder = true
	if m := MoveTo(f); strings.Contains(namesToTell(m)+strings.Join(m.Moves, " "), "Mr Okafor") {
		t.Errorf("%+v", m)
	}
}

func TestNothingHangsOnAMeetingThatNobodyKnows(t *testing.T) {
	f := moveFacts("2026-11-26T17:00")
	for i := range f.People {
		f.People[i] = MeetingPerson{ID: f.People[i].ID, Side: f.People[i].Side, AdultID: f.People[i].AdultID, StaffID: f.People[i].StaffID}
	}
	f.Room, f.Adults[0].Times = nil, ""
	if m := MoveTo(f); !m.Nothing() {
		t.Errorf("%+v", m)
	}
	f.Meeting.Start = ""
	f.Promises = []FollowUp{{What: "Bring the plan", State: Open, Due: "2026-11-24"}}
	if m := MoveTo(f); !m.Nothing() {
		t.Errorf("without a time: %+v", m)
	}
}

// rules.md R12 and R35
func TestCountedDatesGoAlongAndThoseThatWereToldAreAsked(t *testing.T) {
	f := moveFacts("2026-12-01T15:30")
	f.Meeting.Kind = AnnualReview
	counted := FollowUp{ID: 1, What: "Send the advice on", State: Open, Due: "2026-12-03", DueFrom: "2026-11-24", DueCount: 5}
	told := counted
	told.ID, told.What, told.DateTold = 2, "Write to the parents", true
	f.Promises = []FollowUp{counted, told, {ID: 3, What: "Fetch the plan", State: Open, Due: "2026-11-24"}, {ID: 4, What: "Done long ago", State: Done, Due: "2026-11-20"}}
	m := MoveTo(f)
	if says := strings.Join(m.Moves, " "); !strings.Contains(says, "“Send the advice on” goes along: Wed 9 Dec instead of Thu 3 Dec.") || strings.Contains(says, "Write to the parents") {
		t.Error(says)
	}
	if len(m.Asks) != 1 || m.Asks[0].Promise.ID != 2 || m.Asks[0].Due != "2026-12-09" {
		t.Errorf("asks: %+v", m.Asks)
	}
	if len(m.Stays) != 1 || m.Stays[0] != "“Fetch the plan” stays: today, a date set by hand." {
		t.Errorf("stays: %q", m.Stays)
	}
	if len(m.Against) == 0 || m.Against[0].Says != "Only 7 days ahead: notice of an annual review is 14 days." {
		t.Errorf("against: %+v", m.Against)
	}
}

// Counting from the new day and back again is where it was.
func TestACountedDateComesBackWhenTheMeetingDoes(t *testing.T) {
	c := offerCalendar()
	rapid.Check(t, func(t *rapid.T) {
		from := Date("2026-09-02").AddDays(rapid.IntRange(0, 80).Draw(t, "from"))
		to := Date("2026-09-02").AddDays(rapid.IntRange(0, 80).Draw(t, "to"))
		p := FollowUp{State: Open, DueFrom: from, DueCount: rapid.IntRange(1, 10).Draw(t, "n")}
		p.Due = c.DueInSchoolDays(from, p.DueCount).Due
		there, counted := MovedDue(p, from, to, c)
		if !counted {
			t.Fatal("it was counted from the meeting")
		}
		p.Due, p.DueFrom = there, to
		if back, _ := MovedDue(p, to, from, c); back != c.DueInSchoolDays(from, p.DueCount).Due {
			t.Fatalf("back on %s", back)
		}
	})
}

func TestTellingOfAMoveIsForTheNextSchoolDayAfterHours(t *testing.T) { // rules.md R14
	cutoff := NewSettings(map[SettingKey]string{ReplyCutoff: "16:00"})
	m := Meeting{ID: 5, FamilyID: 7, Start: "2026-12-01T09:00"}
	ngozi := ToTell{Person: MeetingPerson{AdultID: ngoziID}, Name: "Mrs Okafor"}
	for _, test := range []struct {
		now      Moment
		settings Settings
		due      Date
	}{
		{"2026-11-24T15:00", Settings{}, "2026-11-24"}, {"2026-11-24T17:00", Settings{}, "2026-11-24"},
		{"2026-11-24T17:00", cutoff, "2026-11-25"}, {"2026-11-28T10:00", Settings{}, "2026-12-01"},
	} {
		p := TellOfMove(m, "2026-11-24T15:30", ngozi, test.now, test.settings, offerCalendar())
		if p.Due != test.due || p.Kind != TellFamily || p.What != "Tell Mrs Okafor: we meet on Tuesday 1 December at 9:00, not on Tuesday 24 November at 15:30" {
			t.Errorf("at %s: %+v", test.now, p)
		}
	}
}
