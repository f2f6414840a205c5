package today_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/tuitest"
)

// morning is a caseload on a Tuesday in November on which a little of everything waits.
func morning(t *testing.T) *tuitest.Small {
	t.Helper()
	c := tuitest.NewSmall(t)
	for _, f := range [][4]string{
		{"Okafor", "Chidi", "4B", "Ngozi"}, {"Nowak", "Jan", "5A", "Ewa"}, {"Haddad", "Zoë", "6C", "Rana"},
		{"Malik", "Sana", "4B", "Amina"}, {"Brennan", "Aoife", "5A", "Niamh"}, {"Adeyemi", "Tobi", "6C", "Folake"}, {"Petrov", "Mila", "4B", "Irina"},
	} {
		c.AddFamily(f[0], f[1], f[2], f[3])
	}
	c.Promise("Okafor", model.FollowUp{What: "Thank Mrs Okafor for Friday's meeting", Kind: model.ThankYou, AdultID: c.Mother("Okafor"), Due: "2026-11-23"})
	c.Promise("Nowak", model.FollowUp{What: "Ring Ewa Nowak back", Due: "2026-11-24", DueAt: "16:00", AdultID: c.Mother("Nowak"), DateTold: true})
	c.Promise("Haddad", model.FollowUp{What: "Ask the psychologist for a date for Zoë", Due: "2026-11-26"})
	c.Promise("Haddad", model.FollowUp{What: "Send us the hearing test letter", Due: "2026-11-27", Whose: model.OfFamily})
	c.Promise("Petrov", model.FollowUp{What: "See how lunchtimes go", Due: "2026-12-11"})
	c.Log("Malik", model.Contact{At: "2026-11-20T17:05", Channel: model.ByEmail, Dir: model.In, Kind: model.Question, Words: "can we talk about the school trip?"})
	c.Log("Petrov", model.Contact{At: "2026-11-23T15:10", Channel: model.ByGate, Kind: model.Concern, Note: "lunchtime noise", FirstStep: "moved her table", SteppedOn: "2026-11-23", Owner: "Ms Reed"})
	c.Log("Brennan", model.Contact{At: "2026-10-12T08:45", Channel: model.ByPhone, Kind: model.CheckIn})
	c.Log("Adeyemi", model.Contact{At: "2026-09-10T08:45", Channel: model.ByGate, Kind: model.CheckIn, Words: "fine, thanks"})
	for _, name := range []string{"Okafor", "Nowak", "Haddad"} {
		c.Log(name, model.Contact{At: "2026-11-17T15:20", Channel: model.ByGate, Kind: model.GoodNews, Note: "a good day"})
	}
	ctx := context.Background()
	c.Keep(c.Store.SaveMeeting(ctx, model.Meeting{FamilyID: c.Family("Okafor"), Kind: model.HonestConversation, Start: "2026-11-24T15:30", Mode: model.InPerson}))
	c.Keep(c.Store.SaveMeeting(ctx, model.Meeting{FamilyID: c.Family("Nowak"), Kind: model.CheckInMeeting, Start: "2026-11-20T09:00"}))
	return c
}

func TestTheMorningInFourSizes(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		morning(t).Open(tuitest.Options{Width: size[0], Height: size[1]}).Golden(fmt.Sprintf("today-%dx%d", size[0], size[1]))
	}
}

func TestTodaySaysWhatMattersInWords(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.See("Good morning. One promise is late, one falls today. The Okafors come at 15:30",
		"! 1 day late", "● today", "Ring Ewa Nowak back, by 16:00", "4 of 5", "family",
		"day 2 of 5", "Malik: “can we talk about the school trip?”", // rules.md R13
		"Brennan", "every 2 weeks is planned", // practice 6
		"Petrov: lunchtime noise", "first step taken", "Ms Reed", // practice 11
		"3 of 7", "4B 2", // practice 1
		"Fri 18 Dec", "last day of term")
}

// practices 13 and 45: a promise kept is one key, and the family may hear of it.
func TestSpaceKeepsThePromiseAndOffersToTellThem(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("space").NotSee("1 day late", "Tell them?").See("Good morning. One promise falls today.", "u undo: done: Thank Mrs")
	d.Press("space").See("Tell them?", "Mrs Nowak", "phone")
	d.Press("enter", "enter").NotSee("Tell them?", "Ring Ewa Nowak back, by")
	entries, err := d.Store.FamilyContacts(context.Background(), familyOf(t, d, "Nowak"), 1, 0)
	if err != nil || len(entries) != 1 || entries[0].Note != "Told that this is done: Ring Ewa Nowak back" || entries[0].Channel != model.ByPhone {
		t.Errorf("the log does not say that she was told: %+v %v", entries, err)
	}
	d.Press("u", "u", "u").See("1 day late", "Ring Ewa Nowak back, by 16:00", "One promise is late, one falls today.")
}

func TestEscapingTheOfferLeavesItDone(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("down", "space").See("Tell them?").Press("esc").NotSee("Tell them?", "Ring Ewa Nowak back, by")
}

func TestMovingIsSAndADay(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("s").See("Move to", "It is due Mon 23 Nov").Type("fri").See("→ Fri 27 Nov").Press("enter")
	d.NotSee("1 day late").See("Fri 27", "u undo: moved to Fri 27 Nov", "Good morning. One promise falls today.")
	d.Press("u").See("! 1 day late")
}

// rules.md R12: a date that the family knows does not move behind their back.
func TestMovingADateTheyKnowAsksToTellThem(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("down", "s").Type("thu").Press("enter").See("They know the old date. Tell them?", "Mrs Nowak")
	d.Press("enter", "enter")
	entries, _ := d.Store.FamilyContacts(context.Background(), familyOf(t, d, "Nowak"), 1, 0)
	if len(entries) == 0 || entries[0].Note != "Told the date, Thu 26 Nov: Ring Ewa Nowak back" {
		t.Errorf("the log does not say that she knows the new date: %+v", entries)
	}
}

func TestDroppingNeedsAReason(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("d").See("Drop it").Press("enter").See("Say in a few words why.")
	d.Type("said it at the gate").Press("enter").NotSee("1 day late").See("u undo: dropped: Thank")
	d.Press("u").See("! 1 day late")
}

func TestASleepingPromiseLeavesTodayAndStaysLate(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("z").Type("thu").Press("enter").NotSee("1 day late").See("1 asleep")
	d.Press("4").See("Late", "1 day late", "not on Today until Thu 26")
	d.Press("u", "1").See("! 1 day late").NotSee("asleep")
}

func TestAnsweringStopsTheClock(t *testing.T) { // rules.md R13
	d := morning(t).Open(tuitest.Options{})
	d.Press("tab").Press("space").NotSee("Waiting for an answer").See("u undo: answered: Malik")
	d.Press("u").See("day 2 of 5")
}

// practice 11: what was raised on Monday is settled on Tuesday.
func TestAWorryIsSettledWithSpace(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("tab", "tab", "tab", "space").NotSee("Worries to settle").See("u undo: settled the worry")
	d.Press("u").See("Worries to settle")
}

func TestWhatIsNoPromiseSaysWhatToDo(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("tab", "tab", "s").See("That works on a promise")
	d.Press("tab", "tab", "space").See("A meeting is done when a line is drawn")
}

// practice 6: one key says that one has spoken, and u takes it back.
func TestAFamilyThatIsQuietIsCheckedInWithSpace(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("tab", "tab", "space").See("u undo: checked in: Adeyemi").NotSee("● 9 weeks")
	d.Press("u").See("● 9 weeks")
}

// practice 6: a quick check-in counts, an unanswered call does not.
func TestAQuickWordTakesAFamilyOffTheList(t *testing.T) {
	c := morning(t)
	c.Log("Brennan", model.Contact{At: "2026-11-23T15:20", Channel: model.ByPhone, Kind: model.Attempt})
	d := c.Open(tuitest.Options{})
	d.See("Brennan")
	if _, err := d.Store.SaveContact(context.Background(), view.NewContact{Contact: model.Contact{
		FamilyID: familyOf(t, d, "Brennan"), Kind: model.CheckIn, Channel: model.ByGate}}); err != nil {
		t.Fatal(err)
	}
	if names := quiet(t, d); !slices.Equal(names, []string{"Adeyemi"}) {
		t.Errorf("going quiet: %v", names)
	}
}

func TestInTheHolidaysNobodyIsAskedToRing(t *testing.T) {
	d := morning(t).Open(tuitest.Options{Now: time.Date(2026, 12, 22, 9, 0, 0, 0, time.UTC)})
	d.NotSee("Going quiet")
}

func TestAnEmptyCaseloadSaysWhatToDoFirst(t *testing.T) {
	d := tuitest.NewSmall(t).Open(tuitest.Options{Width: 80, Height: 24})
	d.See("There are no families here yet", "Take in the office's list", "Add the first family by hand").Golden("today-empty-80x24")
}

func TestADraftStandsOnTodayUntilItIsKept(t *testing.T) {
	c := morning(t)
	if err := c.Store.KeepDraft(context.Background(), "contact", 0, map[string]string{"line": "Okafor gate + loved the certificate"}); err != nil {
		t.Fatal(err)
	}
	c.Open(tuitest.Options{}).See("Unfinished", "a contact: Okafor gate + loved the certificate", "go on")
}

func TestUnfinishedFollowUpGoesOnWhereItStopped(t *testing.T) {
	d := morning(t).Open(tuitest.Options{})
	d.Press("f").See("A follow-up: Okafor").Type("ring about the trip").Wait(3 * time.Second).Press("esc")
	d.See("Unfinished", "a follow-up: ring about the trip")
	d.Press("shift+tab", "enter").See("A follow-up: Okafor", "ring about the trip", "What you typed the last time is back.")
}

func TestHostileTextStaysInItsLine(t *testing.T) {
	c := morning(t)
	c.Promise("Okafor", model.FollowUp{What: "\x1b[31m\u202eevil " + fmt.Sprintf("%010000d", 1), Due: "2026-11-24"})
	c.Open(tuitest.Options{Width: 80, Height: 24}).NotSee("\x1b", "\u202e").See("Promised")
}

// quiet are the families that Today says it is time to speak with.
func quiet(t *testing.T, d *tuitest.Driver) []string {
	t.Helper()
	world, err := d.Store.World(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	figures, err := d.Store.TodayFigures(context.Background(), model.MomentOf(tuitest.Morning), world)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, line := range figures.Quiet.Lines {
		names = append(names, line.Family)
	}
	return names
}

func familyOf(t *testing.T, d *tuitest.Driver, name string) int64 {
	t.Helper()
	rows, err := d.Store.FamilyList(context.Background(), name, view.ByName, 0, 1)
	if err != nil || len(rows.Rows) == 0 {
		t.Fatalf("no family %s: %v", name, err)
	}
	return rows.Rows[0].ID
}

// z takes any line that waits off the page until a day, and a part that does not show all leads to its
// list. practice 6
func TestWhatWaitsSleepsUntilADayAndItsPartLeadsToTheList(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 50, 0, 0, time.UTC)
	d := tuitest.New(t, tuitest.Options{Families: 61, Now: now, Width: 120, Height: 50})
	lines := []string{"Can we talk", "Fine, thanks", "raised 17 Nov"}
	for _, words := range lines {
		d.Press("1").ClickOn(words).Press("z").See("Sleep until").Type("in 2 weeks").Press("ctrl+s").NotSee(words).See("asleep")
	}
	d.ClickOn("11 more").Press("enter").See("21 open")
	at := func(days int) *tuitest.Driver {
		return tuitest.New(t, tuitest.Options{Now: now.AddDate(0, 0, days), Width: 120, Height: 90, Path: d.Store.Path()})
	}
	at(1).NotSee(lines...).See("asleep")
	at(14).See(lines[1], "Answer Dr Malik", "lunch the day before") // for the question stands its promise, which is late by then
}
