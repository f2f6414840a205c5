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

// practices 41 and 44
func TestWhatIsSaidAtTheTableIsKept(t *testing.T) {
	d, id := atTheTable(t, 120, 40)
	d.Press("tab").Type("Library is quiet").Press("tab").Type("He just wants somewhere quiet.")
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
	d.Press("tab").Type("half a sent").Wait(2 * time.Second)
	drafts, err := d.Store.Drafts(context.Background())
	if err != nil || len(drafts) != 1 || drafts[0].Body["notes"] != "half a sent" {
		t.Errorf("drafts: %+v, %v", drafts, err)
	}
}

func TestAnItemIsDoneWithTheMinutesItTook(t *testing.T) {
	d, _ := atTheTable(t, 120, 40)
	d.Wait(7*time.Minute).See("7 of 45 min").Press("g", "space")
	d.See("✓").Wait(3 * time.Minute).See("3 of")
}

func TestAClickGoesWhereItPoints(t *testing.T) {
	d, _ := atTheTable(t, 120, 40)
	d.ClickOn("what is said, in your words").Type("quiet").ClickOn("How it looks from home").See("Agenda ◂", "quiet")
	d.Press("space").See("✓ How it looks from home")
	d.ClickOn("who does what, by when").Type("Mr Shah rings fri").Press("enter", "esc").See("Agenda ◂")
	d.ClickOn("Mr Shah rings").See("Agreed ◂", "1 ▌Mr Shah rings").Press("ctrl+d").NotSee("Mr Shah rings")
}
