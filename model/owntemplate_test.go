package model

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// practice 35
func TestTheSchoolsOwnAgendasForThisKindComeFirst(t *testing.T) {
	lines := []AgendaLine{{Title: "How it looks", Minutes: 20}, theirPlace, {Title: "Any other worry", Minutes: 10, AnyWorry: true}}
	own := []OwnTemplate{
		{Name: "Friday review", Kind: TermlyReview, Agenda: lines},
		{Name: "Calm lunchtimes", Kind: HonestConversation, Agenda: lines},
		{Name: "Only its people", Kind: HonestConversation},
		{Name: "Not ours any more", Kind: HonestConversation, Agenda: lines, Removed: true},
	}
	var names []string
	for _, c := range AgendasFor(HonestConversation, 0, own, []string{"why he sits alone"}, 45) {
		names = append(names, c.Name)
		if AgendaMinutes(c.Items) > 45 || !slices.ContainsFunc(c.Items, func(i AgendaItem) bool { return i.Theirs }) {
			t.Errorf("%q: %+v", c.Name, c.Items)
		}
	}
	if !slices.Equal(names, []string{"Calm lunchtimes", "", "Friday review"}) {
		t.Errorf("offered are %q", names)
	}
}

// Practice 43: whatever a template is made from, it ends by asking for any other worry.
func TestAMeetingBecomesATemplateWithoutItsFamily(t *testing.T) {
	f := okaforFacts()
	f.Agenda = append(f.Agenda[:4:4], AgendaItem{Position: 5, Title: "What we tell Mrs Okafor's sister", Minutes: 3})
	got := TemplateFrom(f)
	if got.Kind != HonestConversation || got.Minutes != 45 || got.Mood != MayGetHeated || got.Purpose != "How can {child}'s lunchtimes be calm again?" {
		t.Errorf("the template is %+v", got)
	}
	var seats, lines []string
	for _, s := range got.School {
		seats = append(seats, s.Words())
	}
	for _, l := range got.Agenda {
		lines = append(lines, l.Words())
	}
	wantSeats := []string{"SENCO: leads the meeting", "class teacher: sees {child} every day", "other: knows how {child} learns"}
	if !slices.Equal(seats, wantSeats) {
		t.Errorf("from school %q, want %q", seats, wantSeats)
	}
	wantLines := []string{"5 Something good", "★ what the family brings", "10 What lunchtime is like for your child", "10 What we could try",
		"3 What we tell the family's sister", "5 Any other worry, however small"}
	if !slices.Equal(lines, wantLines) {
		t.Errorf("its agenda is %q, want %q", lines, wantLines)
	}
	for _, name := range []string{"Chidi", "Okafor", "Ngozi", "Grace", "What happened on Monday"} {
		if strings.Contains(got.Purpose+strings.Join(append(seats, lines...), " "), name) {
			t.Errorf("the template still names %s", name)
		}
	}
}

func TestTwoChildrenAreOneInATemplate(t *testing.T) {
	f := okaforFacts()
	f.Pupils = append(f.Pupils, Pupil{ID: adaID, Forename: "Ada", Surname: "Okafor"})
	f.Meeting.Purpose = "What would make mornings easier for Chidi and Ada, and Mr Okafor? Adamant: Chidi Okafor's way."
	want := "What would make mornings easier for {child}, and the family? Adamant: {child}'s way."
	if got := TemplateFrom(f).Purpose; got != want {
		t.Errorf("the purpose is %q, want %q", got, want)
	}
}

func TestAMeetingBeginsWithATemplateOfTheSchools(t *testing.T) {
	own := OwnTemplate{ID: 3, Name: "Coffee after a hard week", Kind: CheckInMeeting, Minutes: 20, Mood: MoodWorried, Purpose: "How is {child}, and how are you?",
		School: []Seat{{TA, "sees {child} at lunch"}}, Agenda: []AgendaLine{{Title: "Coffee", Minutes: 10}, lastLine("Any worry", 10)}}
	template := TemplateNamed("own.3", []OwnTemplate{own})
	if got := template.PurposesFor(okaforCircle().Pupils); !slices.Equal(got, []string{"How is Chidi, and how are you?"}) {
		t.Errorf("purposes %q", got)
	}
	items := template.AgendaItems([]string{"the bus"}, 0)
	if len(items) != 3 || items[1].Title != "the bus" || !items[2].AnyWorry || AgendaMinutes(items) != 20 {
		t.Errorf("the agenda is %+v: want theirs before the last line, 20 minutes in all", items)
	}
	f := okaforProposal()
	f.Kind, f.Template = CheckInMeeting, &template
	f.Staff = append(f.Staff, Staff{ID: 77, Name: "Mx Pell", Role: TA})
	if got := namesOfProposed(Propose(f).School); !slices.Equal(got, []string{"Ms Reed", "Mx Pell"}) {
		t.Errorf("from school %q", got)
	}
	if TemplateNamed(string(TermlyReview), []OwnTemplate{own}).Kind != TermlyReview || TemplateNamed("own.9", nil).Kind != OtherMeeting {
		t.Error("a kind, or a template that has gone, finds another one")
	}
}

func TestLinesOfATemplateAreReadAsTheyAreTyped(t *testing.T) {
	for typed, want := range map[string]AgendaLine{
		"10 How it looks from home":      {Title: "How it looks from home", Minutes: 10},
		"How it looks from home 10":      {Title: "How it looks from home", Minutes: 10},
		"How it looks from home, 10 min": {Title: "How it looks from home", Minutes: 10},
		" 5   Any other worry ":          {Title: "Any other worry", Minutes: 5, AnyWorry: true},
		"★ what the family brings":       theirPlace,
		"* theirs":                       theirPlace,
	} {
		if got, err := ParseAgendaLine(typed); err != nil || got != want {
			t.Errorf("%q is read as %+v, %v; want %+v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "Welcome", "12", "-3 Welcome", "900 Welcome"} {
		if got, err := ParseAgendaLine(typed); err == nil {
			t.Errorf("%q is taken as %+v", typed, got)
		}
	}
	if got, err := ParseSeat("Class Teacher : sees {child} every day"); err != nil || got != (Seat{ClassTeacher, "sees {child} every day"}) {
		t.Errorf("a seat is read as %+v, %v", got, err)
	}
	for _, typed := range []string{"", "class teacher", "caretaker: knows the keys", ": nothing"} {
		if _, err := ParseSeat(typed); err == nil {
			t.Errorf("%q is taken as a seat", typed)
		}
	}
}

func TestATypedLineReadsAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := AgendaLine{Title: "About " + rapid.StringMatching(`[a-z]{1,9}`).Draw(t, "title"), Minutes: rapid.IntRange(1, 60).Draw(t, "minutes")}
		line.AnyWorry = strings.Contains(line.Title, "worry")
		if got, err := ParseAgendaLine(line.Words()); err != nil || got != line {
			t.Fatalf("%q is read as %+v, %v", line.Words(), got, err)
		}
		seat := Seat{rapid.SampledFrom(Roles).Draw(t, "role"), rapid.StringMatching(`[a-z]{1,9}: [a-z]{1,9}`).Draw(t, "reason")}
		if got, err := ParseSeat(seat.Words()); err != nil || got != seat {
			t.Fatalf("%q is read as %+v, %v", seat.Words(), got, err)
		}
	})
}
