package run_test

import (
	"context"
	"testing"
	"time"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var sizes = []struct {
	name string
	w, h int
}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}}

// atTheTable is the made-up school at 15:30, when the Okafors' meeting begins.
func atTheTable(t *testing.T, w, h int) (*tuitest.Driver, int64) {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 30, Width: w, Height: h, Now: time.Date(2026, 11, 24, 15, 30, 0, 0, time.UTC)})
	id := meetingOf(t, d)
	if _, err := d.Store.BeginMeeting(context.Background(), id, "2026-11-24T15:30"); err != nil {
		t.Fatal(err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.RunMeeting, ID: id}})
	return d, id
}

// meetingOf is the Okafors' honest conversation of today.
func meetingOf(t *testing.T, d *tuitest.Driver) int64 {
	t.Helper()
	list, err := d.Store.MeetingList(context.Background(), view.MeetingFilter{}, 50, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list.Rows {
		if m.Kind == model.HonestConversation && m.Start == "2026-11-24T15:30" {
			return m.ID
		}
	}
	t.Fatal("the Okafors do not come today")
	return 0
}

func TestTheQuietScreen(t *testing.T) {
	for _, size := range sizes {
		d, _ := atTheTable(t, size.w, size.h)
		d.Wait(22 * time.Minute)
		d.Golden("run-" + size.name)
	}
}

// The screen in the middle of the meeting, with something in every part.
func TestTheQuietScreenInUse(t *testing.T) {
	d, _ := atTheTable(t, 120, 40)
	d.Press("right", "right", "right", "enter").Type("Nobody rang me back on Thursday.").Press("tab").Wait(5 * time.Minute).Press("space").Wait(14 * time.Minute).Press("space")
	d.Press("tab").Type("Library is quiet; two of his friends go there on Tuesdays anyway. Mr Shah can open it at 12:10.")
	d.Press("tab").Type("He just wants somewhere quiet.").Press("tab")
	d.Type("Mr Shah opens the library at 12:10 from mon").Press("enter").Type("mum tells Chidi tonight").Press("enter")
	d.Press("tab").Type("School trip in March").Press("shift+tab").Type("both read with him by fri").Wait(3 * time.Minute)
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("run-used-" + size.name)
	}
}

// practices 41 and 44
func TestWhatIsSaidAtTheTableIsKept(t *testing.T) {
	d, id := atTheTable(t, 120, 40)
	d.Press("tab", "tab", "tab").Type("Library is quiet").Press("tab").Type("He just wants somewhere quiet.")
	d.Press("tab").Type("Mr Shah opens the library from mon").Press("enter").See("from Mon 30")
	d.Type("Mrs Okafor tells Chidi today").Press("enter").See("Mrs Okafor tells Chidi")
	d.Press("tab").Type("School trip").Press("esc")
	prep, err := d.Store.MeetingPrep(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	m := prep.Meeting
	if m.Notes != "Library is quiet" || m.Words != "He just wants somewhere quiet." || m.Parked != "School trip" {
		t.Errorf("kept: notes %q, words %q, parked %q", m.Notes, m.Words, m.Parked)
	}
	if len(prep.Agreements) != 2 || prep.Agreements[1].Whose != model.OfFamily {
		t.Errorf("agreements: %+v", prep.Agreements)
	}
	d.NotSee("1 Today") // nothing else is on the screen
}

func TestNotesTypedAreADraftWithinTwoSeconds(t *testing.T) {
	d, _ := atTheTable(t, 120, 40)
	d.Press("tab", "tab", "tab").Type("half a sent").Wait(2 * time.Second)
	drafts, err := d.Store.Drafts(context.Background())
	if err != nil || len(drafts) != 1 || drafts[0].Body["notes"] != "half a sent" {
		t.Errorf("drafts: %+v, %v", drafts, err)
	}
}

func TestAnItemIsDoneWithTheMinutesItTook(t *testing.T) {
	d, _ := atTheTable(t, 120, 40)
	d.Press("tab", "tab").Wait(7*time.Minute).See("7 of 45 min").Press("g", "space")
	d.See("7 of 5", "over by 2", "38 min left, until quarter past four").Wait(3 * time.Minute).See("3 of 3")
	d.Wait(38 * time.Minute).See("3 min past quarter past four")
}

func TestAClickGoesWhereItPoints(t *testing.T) {
	d, _ := atTheTable(t, 120, 40)
	d.ClickOn("what is said, in your words").Type("quiet").ClickOn("How it looks from home").See("Agenda ◂", "quiet")
	d.Press("space").See("✓ How it looks from home")
	d.ClickOn("who does what, by when").Type("Mr Shah rings fri").Press("enter", "esc").See("Agenda ◂")
	d.ClickOn("Mr Shah rings").See("Agreed ◂", "1 ▌Mr Shah rings").Press("ctrl+d").NotSee("Mr Shah rings")
}

// practice 40: how they came in and what they needed to say first come before the agenda.
func TestItOpensWithHowTheyCameIn(t *testing.T) {
	d, id := atTheTable(t, 120, 40)
	d.See("How they came in ◂", "What they needed to say first").Press("right", "right", "right").See("● upset")
	d.Press("enter").Type("Nobody rang me back.").Press("tab").See("Came in upset", "“Nobody rang me back.”", "Agenda ◂")
	if m := prepOf(t, d, id).Meeting; m.MoodThen != model.MoodUpset || m.SaidFirst != "Nobody rang me back." {
		t.Errorf("kept: %q, %q", m.MoodThen, m.SaidFirst)
	}
	d.Press("esc")
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.RunMeeting, ID: id}})
	d.See("Came in upset", "Agenda ◂") // it is said already
}

func prepOf(t *testing.T, d *tuitest.Driver, id int64) view.MeetingPrep {
	t.Helper()
	prep, err := d.Store.MeetingPrep(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return prep
}

// practice 44: what is understood is said while it is typed, asked where nobody is named, and corrected
// where it stands.
func TestAnAgreementIsEchoedAskedAboutAndCorrectedInPlace(t *testing.T) {
	d, id := atTheTable(t, 120, 40)
	d.Press("shift+tab", "shift+tab").See("Agreed ◂")
	d.Type("shah opens the library by fri").See("→ Mr Shah · opens the library · Fri 27").Press("enter")
	d.Type("ask how it went").See("→ who? · ask how it went · Tue 8 Dec?").Press("enter").See("Who does it?", "Enter makes it yours")
	d.Press("esc").See("ask how it went").Press("enter").Type("Mrs Bell").Press("ctrl+s").NotSee("Who does it?")
	d.Type("okafor signs it").See("Mrs Okafor or Mr Okafor?").Press("enter").See("Who does it?").Press("down", "enter")
	agreed := prepOf(t, d, id).Agreements
	if len(agreed) != 3 || agreed[0].Who != "Mr Shah" || agreed[1].Who != "Mrs Bell" || agreed[1].Due != "" || agreed[2].Whose != model.OfFamily || agreed[2].AdultID == 0 {
		t.Fatalf("agreed: %+v", agreed)
	}
	d.Press("up", "up", "up", "enter").See("shah opens the library by Fri 27 Nov 2026")
	for range len("Fri 27 Nov 2026") {
		d.Press("backspace")
	}
	d.Type("mon").See("· Mon 30").Press("enter")
	d.Press("up", "up", "enter").Press("esc").See("Agreed ◂") // as it was, with its owner
	agreed = prepOf(t, d, id).Agreements
	if len(agreed) != 3 || agreed[0].Due != "2026-11-30" || agreed[1].Who != "Mrs Bell" {
		t.Errorf("corrected: %+v", agreed)
	}
}

// practice 44: "until" is no "by": the day on which it ends stays in the words, also when they are opened again.
func TestUntilWhenStaysInTheWords(t *testing.T) {
	d, id := atTheTable(t, 120, 40)
	d.Press("shift+tab", "shift+tab").Type("Mr Shah keeps the library open until fri").See("→ Mr Shah · keeps the library open · until Fri 27")
	d.Press("enter").See("Mr Shah keeps the library open", "until Fri 27").Press("up", "enter").See("Mr Shah keeps the library open until Fri 27 Nov").NotSee("by Fri").Press("enter")
	if agreed := prepOf(t, d, id).Agreements; len(agreed) != 1 || agreed[0].Due != "2026-11-27" || agreed[0].Text != "Mr Shah keeps the library open until Fri 27 Nov" {
		t.Errorf("agreed: %+v", agreed)
	}
}

// An hour at the table without the mouse, and the screen blank in between.
func TestAnHourWithoutTheMouse(t *testing.T) {
	for _, size := range sizes[:3] {
		d, id := atTheTable(t, size.w, size.h)
		d.Press("right", "enter").Type("It was a long night.").Press("tab").Wait(5 * time.Minute).Press("space")
		d.Press("f9").NotSee("Okafor").Press("f9").See("Okafor")
		d.Press("tab").Type("Library is quiet.").Press("tab").Type("He is fine at home.").Press("tab").Type("both read with him from mon").Press("enter")
		d.Press("tab").Type("School trip").Wait(55*time.Minute).Press("ctrl+s").See("Draw a line", "both read with him")
		m := prepOf(t, d, id).Meeting
		if m.MoodThen == "" || m.SaidFirst == "" || m.Notes != "Library is quiet." || m.Words != "He is fine at home." || m.Parked != "School trip" {
			t.Errorf("%s: kept %+v", size.name, m)
		}
	}
}

// practices 42 and 43: it begins with something good, which help names, and ends by asking for any worry.
func TestItBeginsWithSomethingGoodAndEndsByAskingForAnyWorry(t *testing.T) {
	d, id := atTheTable(t, 120, 40)
	agenda := prepOf(t, d, id).Agenda
	if last := agenda[len(agenda)-1]; !last.AnyWorry {
		t.Errorf("it ends with %q", last.Title)
	}
	d.See("Something good", "Any other worry, however small").Press("f1").See("Begin with something good: The reading certificate")
}
