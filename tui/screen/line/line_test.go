package line_test

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

// afterwards is the made-up school at 16:18, with the Okafors' meeting over and two things agreed.
func afterwards(t *testing.T, w, h int) (*tuitest.Driver, int64) {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 30, Width: w, Height: h, Now: time.Date(2026, 11, 24, 16, 18, 0, 0, time.UTC)})
	ctx := context.Background()
	list, err := d.Store.MeetingList(ctx, view.MeetingFilter{}, 50, 0)
	if err != nil {
		t.Fatal(err)
	}
	id := int64(0)
	for _, m := range list.Rows {
		if m.Kind == model.HonestConversation && m.Family == "Okafor" && m.Status == model.Planned {
			id = m.ID
		}
	}
	if _, err := d.Store.BeginMeeting(ctx, id, "2026-11-24T15:30"); err != nil {
		t.Fatal(err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.RunMeeting, ID: id}})
	d.Press("tab", "tab", "tab", "tab", "tab").Type("Mr Shah opens the library at 12:10 from mon").Press("enter")
	d.Type("Mrs Okafor tells Chidi today").Press("enter", "ctrl+s")
	return d.See("Draw a line"), id
}

func TestDrawingALine(t *testing.T) {
	for _, size := range sizes {
		d, _ := afterwards(t, size.w, size.h)
		d.Golden("line-" + size.name)
	}
}

// practices 44 to 48: thanks, agreements with owner and date, the next date, the open door, a letter
// for each parent.
func TestEverythingThatFollowsComesFromOneKey(t *testing.T) {
	d, id := afterwards(t, 120, 40)
	d.See("Mrs Okafor", "Mr Okafor", "Mr Shah opens the library at 12:10", "from Mon 30", "yes, we drew a line under it")
	for range 12 { // down to the date to meet again
		d.Press("down")
	}
	for !on(d, "a date to meet again") {
		d.Press("up")
	}
	d.Press("enter").Type("next tue 15:30").Press("ctrl+s").See("Tue 1 Dec 15:30")
	d.Press("ctrl+s").See("The line is drawn: 1 meeting, 6 follow-ups, 2 letters, 1 thank-you.")
	ctx := context.Background()
	prep, err := d.Store.MeetingPrep(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if prep.Meeting.Status != model.Held || prep.Meeting.NextDate != "2026-12-01T15:30" || len(prep.Letters) < 3 {
		t.Errorf("kept: %s, next %s, %d letters", prep.Meeting.Status, prep.Meeting.NextDate, len(prep.Letters))
	}
	d.Press("u")
	if prep, err = d.Store.MeetingPrep(ctx, id); err != nil || prep.Meeting.Status != model.Running {
		t.Errorf("u did not take the line back: %s %v", prep.Meeting.Status, err)
	}
}

// on reports whether the selected row holds a text.
func on(d *tuitest.Driver, text string) bool { return d.Selected(text) }

func TestALetterCanBeChangedAndCopied(t *testing.T) {
	d, _ := afterwards(t, 120, 40)
	d.Press("G", "y").See("Copied the letter to")
	if d.Copied == "" {
		t.Error("nothing was copied")
	}
	d.Press("enter").Type(" With love.").Press("ctrl+s").See("With love.")
}

func TestAThankYouThatIsPutBackGoesTheWayTheyLikeBest(t *testing.T) {
	d, _ := afterwards(t, 120, 40)
	d.See("Mr Okafor").Press("g", "j", "j")
	if !on(d, "Mr Okafor") {
		t.Fatalf("another row is selected:\n%s", d.Screen())
	}
	d.See("phone, tomorrow").Press("space").NotSee("phone, tomorrow").Press("space").See("phone, tomorrow")
}

// practices 44 and 45: what was parked is offered again, and thanks have a warm beginning.
func TestParkedItemsAndThanksAreOffered(t *testing.T) {
	d, id := afterwards(t, 120, 46)
	d.Press("esc").See("Agreed ◂").Press("tab").Type("School trip in March").Press("ctrl+s").See("Parked", "School trip in March", "asked about when you ask to meet")
	d.Press("g", "enter").See("for telling us how it is for Chidi").Press("down", "enter").See("Thank them      ✓ for")
	for range 24 {
		if on(d, "a date to meet again") {
			break
		}
		d.Press("j")
	}
	d.Press("enter").Type("next tue 15:30").Press("ctrl+s").See("on the next agenda")
	d.Press("ctrl+s").See("The line is drawn: 1 meeting, 6 follow-ups, 2 letters, 1 thank-you.")
	list, err := d.Store.MeetingList(context.Background(), view.MeetingFilter{Words: "okafor"}, 10, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, m := range list.Rows {
		prep, err := d.Store.MeetingPrep(context.Background(), m.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range prep.Agenda {
			found = found || prep.Meeting.AfterID == id && item.Title == "School trip in March"
		}
	}
	if !found {
		t.Error("what was parked is not on the next agenda")
	}
}

// practice 45: a thank-you that is written is ready to be sent; marking it sent keeps the promise.
func TestAThankYouIsReadyToBeSent(t *testing.T) {
	d, id := afterwards(t, 120, 40)
	d.Press("ctrl+s").See("1 thank-you")
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: id}})
	for range 12 {
		if d.Selected("Thank-you to Mrs Okafor") {
			break
		}
		d.Press("j")
	}
	d.Press("enter").See("Thank you for coming today, Mrs Okafor").Press("x", "ctrl+s").See("✓ sent today").Press("4").NotSee("Thank Mrs Okafor for the meeting")
	d.See("Thank Mr Okafor for the meeting (ph")
}

func TestTheKeyThatDrawsTheLineIsAlwaysOnTheScreen(t *testing.T) {
	for _, size := range sizes {
		d, _ := afterwards(t, size.w, size.h)
		d.See("ctrl+s draw the line")
	}
}
