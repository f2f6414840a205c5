package worries_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var (
	worries = screen.Route{Kind: screen.Worries}
	replies = screen.Route{Kind: screen.Replies}
	quiet   = screen.Route{Kind: screen.GoingQuiet}
)

// lived is a caseload in which three families wait for something. It is Tuesday 24 November, 8:41.
func lived(t *testing.T) *tuitest.Small {
	t.Helper()
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.AddFamily("Nowak", "Jan", "5A", "Ewa")
	c.AddFamily("Haddad", "Zoë", "6C", "Rana")
	c.Log("Okafor", model.Contact{At: "2026-11-19T15:20", Kind: model.Concern, Channel: model.ByPhone, Dir: model.In, Note: "Lunch the day before was a disaster",
		Words: "He said he would rather not eat.", Need: "to know that somebody sees him", Wish: "a quiet place", Owner: "Ms Reed", Triage: "now", Displaced: "the timetable meeting"})
	c.Log("Nowak", model.Contact{At: "2026-11-23T08:40", Kind: model.Concern, Channel: model.ByGate, Dir: model.BothWays, Note: "The bus is late every day", Triage: "15:30",
		FirstStep: "ring the bus company", SteppedOn: "2026-11-23"})
	c.Log("Okafor", model.Contact{At: "2026-11-02T15:20", Kind: model.Concern, Channel: model.ByPhone, Note: "The lost coat", Settled: "2026-11-04"})
	c.Log("Haddad", model.Contact{At: "2026-11-20T09:10", Kind: model.Question, Channel: model.ByEmail, Dir: model.In, Words: "Can Zoë bring her cello?", Adults: []int64{c.Mother("Haddad")}})
	c.Log("Nowak", model.Contact{At: "2026-11-14T21:00", Kind: model.Question, Channel: model.ByEmail, Dir: model.In, Note: "the school trip"})
	c.AddFamily("Brennan", "Cormac", "6C", "Orla")
	for _, at := range []model.Moment{"2026-09-07T10:00", "2026-09-21T10:00", "2026-10-05T10:00", "2026-10-16T10:00"} {
		c.Log("Brennan", model.Contact{At: at, Kind: model.CheckIn, Channel: model.ByPhone, Words: "He goes in without me."})
	}
	for _, at := range []model.Moment{"2026-11-16T10:00", "2026-11-18T10:00", "2026-11-20T10:00"} {
		c.Log("Brennan", model.Contact{At: at, Kind: model.Attempt, Channel: model.ByPhone})
	}
	c.AddFamily("Adeyemi", "Tobi", "5A", "Folake")
	c.Log("Adeyemi", model.Contact{At: "2026-09-16T15:12", Kind: model.CheckIn, Channel: model.ByGate, Words: "Fine, thanks."})
	return c
}

func TestTheListsInFourSizes(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for name, at := range map[string]screen.Route{"worries": worries, "replies": replies, "quiet": quiet} {
			lived(t).Open(tuitest.Options{Width: size[0], Height: size[1], Start: at}).Golden(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]))
		}
	}
}

// practice 6: how long, how it usually is, tries apart, whom to ring; one key logs it, and u takes it back.
func TestAFamilyThatIsQuietIsCheckedInWithOnOneKey(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Width: 200, Height: 50, Start: quiet})
	d.See("2 families going quiet", "● 8 weeks", "Adeyemi", "● 4 weeks", "Brennan", "usually every 2 weeks", "tried 3 times since, last Fri 20")
	d.Press("down").See("Mrs Brennan, by phone", "3 times since, last Fri 20 by phone", "10 school days from Fri 16 Oct, half-term left out: Fri 6", "was Mon 19 Oct before the contact of")
	d.Press("x").See("4 times since, last today by phone", "2 families")
	d.Press("space").See("1 family going quiet").NotSee("Brennan ")
	d.Press("u").See("2 families going quiet", "tried 4 times")
}

// practice 6: the cadence is the family's own, and is changed where it is seen.
func TestHowOftenIsChangedInPlace(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Start: quiet})
	d.Press("e").See("Check in how often?", "every 2 weeks is planned").Type("60").Press("enter").See("1 family going quiet").NotSee("Adeyemi ")
	d.Press("u").See("2 families going quiet")
}

// A line sleeps until a day, stands last until then, and z wakes it.
func TestALineSleepsAndWakes(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Width: 200, Height: 50, Start: quiet})
	d.Press("z").Type("mon").Press("enter").See("2 families going quiet, 1 asleep", "until Mon 30").Press("G").See("not on Today until Mon 30; z wakes it")
	d.Press("1").See("1 asleep").NotSee("● 8 weeks")
	d.Press("ctrl+p").Type("going quiet").Press("enter").See("1 asleep").Press("G", "z").NotSee("asleep")
}

// practices 5 and 6: a line of the log counts as well.
func TestALineOfTheLogTakesAFamilyOffTheList(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Start: quiet})
	d.Press("c").Type("Adeyemi, gate: a good morning").Press("enter").See("1 family going quiet").NotSee("8 weeks")
}

// practices 11, 12: oldest first, who takes it, when, and the first step.
func TestAWorryIsTakenStepByStep(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Width: 200, Height: 50, Start: worries})
	d.See("2 worries open", "! 3 school days", "◐ 1 school day", "now, instead of the timetable meeting", "no first step yet: 2 days late", "nobody yet",
		"3 worries raised this half term: 1 of 1 settled within 5 school days")
	d.Press("x").See("The first step").Type("Miss Harlow sits with him").Press("ctrl+s").See("first step taken today: Miss Harlow sits with him").NotSee("2 days late")
	d.Press("space").See("Settled").Type("he eats with Ada").Press("ctrl+s").See("1 worry open")
	d.Press("tab").See("in 3 school days", "he eats with Ada", "The lost coat").Press("space").See("1 settled in the last year")
	d.Press("tab").See("2 worries open")
}

// practice 11: a worry that grows into a meeting keeps the day on which it was raised.
func TestAWorryGrowsIntoAMeeting(t *testing.T) {
	c := lived(t)
	d := c.Open(tuitest.Options{Width: 200, Height: 50, Start: worries})
	d.Press("m").See("A new meeting: Okafor", "Lunch the day before").Press("esc")
	entries, err := d.Store.FamilyContacts(context.Background(), c.Family("Okafor"), 5, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Store.SaveMeeting(context.Background(), model.Meeting{FamilyID: c.Family("Okafor"), ContactID: entries[0].ID, Kind: model.HonestConversation, Start: "2026-11-27T15:30"})
	if err != nil {
		t.Fatal(err)
	}
	d.Press("1").Press("ctrl+p").Type("go to the worries").Press("enter").See("meeting Fri 27 Nov", "raised Thu 19 Nov")
	d.Press("m").See("Honest conversation", "raised Thu 19")
}

func TestEnterOpensTheEntryItself(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Start: worries})
	d.Press("enter").See("Lunch the day before was a disaster").Press("e").See("Change the entry", "Okafor", "begin with thanks") // practice 10
}

// rules.md R13: they know, a holding reply with a new day, the answer.
func TestARepliesClockFromTheQuestionToTheAnswer(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Width: 200, Height: 50, Start: replies})
	d.See("2 questions wait", "! 1 day late", "say that it has come: that was due Wed 18", "it came Sat 14 Nov 21:00, which counts as Mon 16 Nov")
	d.Press("x").See("they know since today that it has come").Press("x").See("They know since today")
	d.Press("s").See("A holding reply").Press("ctrl+s").See("needs a new day").Type("fri").Press("ctrl+s").See("by Fri 27", "the holding reply", "Fri 27 Nov, before it was Mon 23 Nov").NotSee("! 1 day late")
	d.Press("u").See("! 1 day late")
	d.Press("down").See("Mrs Haddad, Fri 20 09:10 by e-mail", "day 2 of 5", "say today that it has come", "5 school days from Fri 20 Nov: Fri 27 Nov")
	d.Press("space").See("1 question waits").NotSee("cello")
}

func TestTheListsAreFiltered(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Start: worries})
	d.Press("/").Type("bus").See("1 worry open", "The bus").NotSee("Lunch").Press("enter").See("The bus is late every day").Press("esc", "esc")
	d.Press("esc").See("2 worries open").Press("/").Type("xyzzy").See("Nothing here fits")
}

func TestVLeadsFromOneListToAnother(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Start: worries})
	d.Press("v").See("The lists of the log").Press("down", "enter").See("2 questions wait").Press("v", "down", "down", "enter").See("2 families going quiet")
}

func TestEmptyListsSayHowThingsComeHere(t *testing.T) {
	for at, want := range map[screen.Route]string{worries: "No worry is open.", replies: "No question waits for an answer.", quiet: "Every family has heard from us lately."} {
		tuitest.NewSmall(t).Open(tuitest.Options{Start: at, Width: 80, Height: 24}).See(want)
	}
}

// What is typed in a small form comes back when it is opened again.
func TestAFormThatWasLeftComesBack(t *testing.T) {
	d := lived(t).Open(tuitest.Options{Start: worries})
	d.Press("space").Type("he eats with").Press("esc").Press("space").See("he eats with")
}

// Ten thousand rows are scrolled without reading all of them.
func TestManyWorriesAreReadInWindows(t *testing.T) {
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	for i := range 200 {
		if _, err := c.Store.SaveContact(context.Background(), view.NewContact{Contact: model.Contact{FamilyID: c.Family("Okafor"),
			At: model.Moment(model.Date("2026-05-01").AddDays(i)), Kind: model.Concern, Note: fmt.Sprintf("number %03d", i)}}); err != nil {
			t.Fatal(err)
		}
	}
	d := c.Open(tuitest.Options{Start: worries})
	d.See("200 worries open", "number 000").Press("G").See("number 199").Press("g").See("number 000")
}
