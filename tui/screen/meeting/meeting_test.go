package meeting_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
)

// line is the selected line of the screen.
func (s *school) line() string {
	for _, l := range strings.Split(s.d.Screen(), "\n") {
		if strings.HasPrefix(l, "▌") {
			return l
		}
	}
	return ""
}

// on moves to the row that holds a text.
func (s *school) on(text string) *school {
	s.t.Helper()
	s.d.Press("g")
	for range 60 {
		if strings.Contains(s.line(), text) {
			return s
		}
		s.d.Press("j")
	}
	s.t.Fatalf("there is no row %q:\n%s", text, s.d.Screen())
	return s
}

// settle opens the item that holds a text, presses keys there and comes back.
func (s *school) settle(item string, do func()) *school {
	s.t.Helper()
	s.on(item).d.Press("enter")
	do()
	for range 3 {
		if strings.Contains(s.d.Screen(), "Why ") {
			return s
		}
		s.d.Press("esc")
	}
	s.t.Fatalf("the way back from %q is not three steps:\n%s", item, s.d.Screen())
	return s
}

// practices 15, 22 to 28, 30, 32 to 35 and 39
func TestAnHonestConversationIsPreparedUntilEverythingIsSettled(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	d.See("Okafor · Honest conversation", "8 of 21", "Ms Reed leads", "The reading certificate")
	s.settle("Every parent knows why", func() { d.Press("space", "j", "space").See("✓ today, phone", "✓ today, letter") })
	s.settle("Each parent asked", func() { d.Press("space", "j", "space", "G", "space") })
	d.See("✓ Both parents asked, each for themselves", "✓ Both know why", "11 of 21")
	s.settle("What would they like", func() { d.Press("tab").Type("why he sits alone at lunch").Press("ctrl+s") })
	s.settle("class teacher's view", func() { d.Type("He is quiet after lunch.").Press("ctrl+s") })
	s.settle("Asked what works at home", func() { d.Press("tab").Type("He eats with his sister.").Press("ctrl+s") })
	s.settle("court order", func() { d.Press("G", "enter", "tab").Type("Ms Reed").Press("ctrl+s") })
	d.See("Mr Lane stays out")
	s.settle("may bring a friend", func() { d.Press("ctrl+s") })
	s.settle("Face to face, by video", func() { d.Press("right", "tab", "right", "ctrl+s") })
	d.See("✓ Face to face, the family's choice")
	s.settle("Several times offered", func() {
		d.Press("n").Type("fri 9:30").Press("ctrl+s", "n").Type("mon 15:30").Press("ctrl+s")
		s.on("Mon 30 Nov")
		d.Press("space", "tab", "space", "enter").See("✓ suits", "✓ chosen")
	})
	d.See("✓ Two times offered", "✓ Theirs chosen", "Mon 30 15:30, 45 min")
	s.settle("A neutral room", func() {
		d.Press("enter", "v").Type("Rain").Press("down", "enter")
		if d.Press("ctrl+s"); !strings.Contains(d.Screen(), "✓ Round table") {
			t.Errorf("the layout is not marked:\n%s", d.Screen())
		}
	})
	d.See("✓ Booked", "Rainbow room, 15:15 to 16:30", "✓ Nobody behind a desk")
	s.settle("Their items are on it", func() {
		d.Press("n").See("why he sits alone at lunch").Press("ctrl+s").See("50 of 45 min", "What could be shorter")
		s.on("How it looks from home")
		d.Press("enter", "tab", "backspace", "backspace").Type("5").Press("ctrl+s").See("45 of 45 min", "★ why he sits alone at lunch")
	})
	s.settle("In their hands beforehand", func() { d.Press("enter").See("Dear Mrs Okafor").Press("ctrl+s", "j", "enter", "ctrl+s") })
	s.settle("A reminder", func() { d.Press("space", "j", "space") })
	p := s.prep()
	n, m := model.Ready(model.Checklist(p.Facts("2026-11-24")))
	if n != m || m < 20 {
		t.Errorf("ready is %d of %d:\n%s", n, m, d.Screen())
	}
	if len(p.Letters) != 2 || p.Letters[0].Kind != model.AgendaLetter || !strings.Contains(p.Letters[0].Body, "why he sits alone at lunch") {
		t.Errorf("the agenda that was sent is not kept as letters: %+v", p.Letters)
	}
}

func TestWhoIsBehindTheWallIsKeptApartUntilTheOrderIsReadAndAllowsIt(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	d.Press("i").NotSee("Mr Lane").Press("esc")
	s.on("The court order read").d.Press("w").See("cannot be left out").Press("enter")
	d.See("Kept apart", "▲ Mr Lane", "no contact with Chidi", "read it")
	d.Press("n").Type("Saul Lane").Press("ctrl+s").See("Mr Lane is kept apart: read what stands there first").Press("esc")
	d.Press("G", "enter").See("Until somebody has read it").Press("right", "ctrl+s").See("Who has read it? A name is kept")
	d.Type("Ms Reed").Press("ctrl+s")
	d.NotSee("Kept apart").See("○ Mr Lane", "stepfather of Chidi")
	s.on("○ Mr Lane").d.Press("enter").See("Mr Lane")
	d.Press("i").See("Mr Lane")
	s.on("Mr Lane").d.Press("space").See("✓ today")
	answers := s.prep().OrderAnswers
	if len(answers) != 1 || answers[0].CheckedBy != "Ms Reed" || !answers[0].Opens() {
		t.Errorf("who read the order is not kept: %+v", answers)
	}
	d.Press("u", "u", "u").See("Invitations")
	d.Press("esc").See("Kept apart", "▲ Mr Lane")
}

func TestAnOrderThatForbidsKeepsTheReasonAndStays(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	s.on("The court order read").d.Press("enter", "G", "enter", "tab").Type("Ms Reed").Press("ctrl+s")
	d.See("▲ Mr Lane", "stays out").Press("esc").See("✓ The court order read", "Mr Lane stays out")
	d.Press("i").See("Mr Okafor").NotSee("  Mr Lane", "▌ Mr Lane")
}

func TestLeftOutKeepsItsReasonAndCanBeTakenInAgain(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	d.See("8 of 21")
	s.on("Several times offered").d.Press("w", "ctrl+s").See("A reason is missing")
	d.Type("they named the day themselves").Press("ctrl+s")
	d.See("– Several times offered", "left out: they named the day themselves", "9 of 21")
	d.Press("w").See("○ Several times offered", "8 of 21")
	d.Press("u").See("left out: they named the day themselves", "9 of 21")
	d.Press("ctrl+r").See("8 of 21")
}

func TestPlanningThatIsTakenBackClosesThePreparation(t *testing.T) {
	s := at(t, 120, 40)
	s.planned().Press("i").See("Invitations").Press("u").See("1 family").NotSee("Meetings › Okafor")
	s.d.Press("ctrl+r", "3").See("1 coming", "8 of 21")
}

// practice 25
func TestMoreFromSchoolThanFromTheFamilyAsksWhoCouldStayAway(t *testing.T) {
	s := at(t, 120, 44)
	d := s.planned()
	s.on("Each parent asked").d.Press("tab", "shift+tab")
	s.on("One person leads").d.Press("enter")
	for _, name := range []string{"Mrs Bell", "Dr Ito"} {
		d.Press("n").Type(name).Press("ctrl+s")
	}
	d.See("! Four from school, two from the family: who could stay away?", "no reason yet: who needs them there?")
	d.Press("esc").See("! Four from school, two from the family", "There is no reason yet for Mrs Bell and Dr Ito.")
	s.on("Four from school").d.Press("enter")
	s.on("Mrs Bell").d.Press("d")
	s.on("Dr Ito").d.Press("d").NotSee("Four from school")
	s.on("Mr Shah").d.Press("space").See("Mr Shah (leads)").NotSee("Ms Reed (leads)")
}

func TestAMeetingThatEndsBeforeItBeginsGetsASentenceInPlace(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	d.Press("e").See("Change the meeting", "About")
	d.Press("tab", "tab").Type("mon 15:30").Press("tab").Press("backspace", "backspace").Type("until 15:00").Press("ctrl+s")
	d.See("It would end before it begins: write a later end.")
	for range 5 {
		d.Press("backspace")
	}
	d.Type("16:15").Press("ctrl+s").NotSee("Change the meeting").See("Mon 30 15:30, 45 min")
	s.on("Several times offered").d.Press("enter", "n").Type("23/11/2026 9:00").Press("ctrl+s").See("This time has passed")
}

func TestAnItemOnlyAPersonKnowsIsTickedByHandAndFactsAreNot(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	s.on("Every parent knows why").d.Press("space").See("This settles itself from what is written here")
	s.on("Read the room first").d.Press("space").See("✓ Read the room first", "8 of 21")
	d.Press("space").See("○ Read the room first")
	d.Press("?").See("Tension unnamed grows.").Press("esc")
}

// practices 49 and 61: who leads a complaint is chosen among the people; which leader knows is written down.
func TestWhoLeadsAndWhichLeaderKnowsAreSettledWhereTheyAreAsked(t *testing.T) {
	s := at(t, 120, 40)
	s.must(s.d.Store.SaveContact(context.Background(), view.NewContact{Contact: model.Contact{FamilyID: s.family, At: "2026-11-20T08:40", Channel: model.ByPhone,
		Kind: model.Abuse, AbuseWhat: "Said that he would wait outside."}}))
	d := s.planned()
	m := s.prep().Meeting
	m.Kind = model.InformalComplaint
	s.must(s.d.Store.SaveMeeting(context.Background(), m))
	d.Press("1", "3").Press("enter")
	s.settle("The one it is about does not lead", func() { d.See("From school", "Proposed") })
	s.settle("A leader knows", func() { d.See("Who was told").Type("Mr Doyle").Press("ctrl+s") })
	if got := s.on("A leader knows").line(); !strings.Contains(got, "✓") || !strings.Contains(got, "Mr Doyle") {
		t.Errorf("the line is %q", got)
	}
	d.Press("u").See("○ A leader knows")
}

func TestAMeetingFromAnEntryOfTheLogRemembersIt(t *testing.T) {
	s := at(t, 120, 40)
	log, err := s.d.Store.FamilyContacts(context.Background(), s.family, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	s.d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.MeetingFrom, ID: log[0].ID}})
	s.d.See("From Thu 19 15:10, good news: The reading certificate.", "● Chidi 4B K").Press("ctrl+s")
	if p := s.prep(); p.Concern.ID != log[0].ID {
		t.Errorf("the meeting does not remember the entry: %+v", p.Concern)
	}
}

func TestACancelledMeetingKeepsItsReasonAndIsPlannedAgain(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	d.Press("d").See("Call off: Okafor").Press("ctrl+s").See("Say in a few words why")
	d.Press("tab").Type("Mrs Okafor is unwell").Press("ctrl+s").See("cancelled: Mrs Okafor is unwell")
	d.Press("r").See("This meeting is cancelled")
	d.Press("s").See("Plan again: Okafor").Type("mon 15:30").Press("ctrl+s").See("Mon 30 15:30").NotSee("cancelled: Mrs")
}

func TestANewRoomIsAddedWhereItIsChosen(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	s.on("Face to face, by video").d.Press("enter", "right", "ctrl+s")
	s.on("A neutral room").d.Press("enter", "v").Type("Head").Press("down", "enter", "ctrl+s").See("Head's office", "○ not neutral", "✓ private")
	d.Press("v")
	for range 20 {
		d.Press("backspace")
	}
	d.Type("Garden hut").Press("ctrl+s").See("Garden hut", "It is").Press("tab", "space", "down", "space", "ctrl+s")
	d.See("Garden hut", "✓ neutral", "✓ private", "○ not welcoming")
}

// practice 37
func TestPapersAreListedAndFetched(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	d.Press("ctrl+p").Type("Papers to have").Press("enter").See("No paper is listed.")
	d.Press("n").Type("Chidi's reading log").Press("ctrl+s", "esc").See("still to fetch: Chidi's reading log")
	s.on("Papers at hand").d.Press("enter", "space").See("✓ Chidi's reading log", "at hand").Press("esc").See("✓ Papers at hand")
}

func TestAnAgendaThatChangedAfterItWasSentIsSentAgainOrTold(t *testing.T) {
	s := at(t, 120, 44)
	d := s.planned()
	d.Press("i", "space", "tab", "tab", "enter", "ctrl+s").See("✓ today, phone").Press("esc")
	s.on("An agenda with times").d.Press("enter", "shift+down").Press("esc")
	d.See("! They know what changed since", "Tell Mrs Okafor, or send it again?")
	s.on("They know what changed").d.Press("enter").See("! has the old one").Press("enter", "right", "ctrl+s").NotSee("has the old one")
	d.Press("esc").NotSee("They know what changed")
}

func TestHostileTextStaysInsideItsPlace(t *testing.T) {
	s := at(t, 80, 24)
	d := s.planned()
	hostile := "\x1b[31mred\x1b[0m \u202eabc\u0000 " + strings.Repeat("very long ", 900)
	s.on("A purpose").d.Press("enter").Paste(hostile).Press("ctrl+s")
	s.on("Several times").d.Press("w").Paste(hostile).Press("ctrl+s")
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d.Resize(size[0], size[1])
		d.Press("v", "v").NotSee("\x1b", "\u202e")
	}
}

// The one wall: reading the order and staying out are one step of the person.
func TestOneUndoTakesBackReadingTheOrder(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	s.on("The court order read").d.Press("enter", "enter", "tab").Type("Ms Reed").Press("ctrl+s").See("noted that Mr Lane stays out")
	d.Press("u").See("read it").NotSee("read: stays out")
	if p := s.prep(); len(p.OrderAnswers) != 0 {
		t.Errorf("after u the answer is still there: %+v", p.OrderAnswers)
	}
}

func TestSomebodyNewIsTakenBackWithOneUndo(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	staff := len(s.prep().Staff)
	s.on("One person leads").d.Press("enter", "n").Type("Mx Pell").Press("tab", "tab", "right", "ctrl+s").See("Mx Pell")
	if got := len(s.prep().Staff); got != staff+1 {
		t.Fatalf("%d colleagues, want %d", got, staff+1)
	}
	d.Press("u").NotSee("Mx Pell  ")
	if got := len(s.prep().Staff); got != staff {
		t.Errorf("after one undo there are %d colleagues, want %d", got, staff)
	}
}

func TestAMeetingFromGoodNewsIsNotAboutAWorry(t *testing.T) {
	s := at(t, 120, 60)
	log, err := s.d.Store.FamilyContacts(context.Background(), s.family, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	s.d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.MeetingFrom, ID: log[0].ID}})
	s.d.Press("ctrl+s").See("Okafor · Honest conversation").NotSee("Soon enough")
}

func TestWhatIsForTheDayStandsSideBySideAndIsTickedOneByOne(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	s.settle("Face to face, by video", func() { d.Press("right", "ctrl+s") })
	d.See("○ Kettle, cups, water, tissues    ○ Met at the door")
	s.on("Kettle, cups").d.Press("space").See("✓ Kettle, cups, water, tissues    ○ Met at the door")
	d.Press("j", "space").See("✓ Kettle, cups, water, tissues   ▌✓ Met at the door")
	d.Press("j", "k", "space").See("✓ Kettle, cups, water, tissues   ▌○ Met at the door")
	d.ClickOn("Arms unfolded").Press("space").See("✓ Arms unfolded").See("○ Read the room first")
	d.Resize(80, 46).NotSee("tissues    ").See("✓ Arms unfolded")
}

// A click selects as the keys do: what is changed next is the row that was clicked.
func TestAClickSelectsTheItemThatIsChangedNext(t *testing.T) {
	s := at(t, 120, 40)
	d := s.planned()
	d.ClickOn("Several times offered").Press("w").Type("no need").Press("ctrl+s").See("– Several times offered")
	if l := s.line(); !strings.Contains(l, "Several times offered") {
		t.Errorf("after the click and the change %q is selected", l)
	}
}

func TestAnUnfinishedAgendaLineStaysWithItsMeeting(t *testing.T) {
	s := at(t, 120, 46)
	d := s.planned()
	s.on("An agenda with times").d.Press("enter", "n").Type("half a thought").Wait(3 * time.Second)
	d.Press("esc", "esc", "esc")
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.NewMeeting, ID: s.family}})
	d.Press("ctrl+s")
	s.on("An agenda with times").d.Press("enter", "n").See("Add to the agenda").NotSee("half a thought")
}
