package thread_test

import (
	"context"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

var sizes = []struct {
	name string
	w, h int
}{{"60x16", 60, 16}, {"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}}

// atTheOkafors is the preparation of the Okafors' meeting of today.
func atTheOkafors(t *testing.T, w, h int) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 30, Width: w, Height: h})
	list, err := d.Store.MeetingList(context.Background(), view.MeetingFilter{Words: "okafor"}, 50, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list.Rows {
		if m.Kind == model.HonestConversation {
			d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: m.ID}})
			return d
		}
	}
	t.Fatal("the Okafors do not come today")
	return nil
}

func TestTheThreadLooksAsItDid(t *testing.T) {
	d := atTheOkafors(t, 120, 40)
	d.Press("a")
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("thread-" + size.name)
	}
}

// practices 44 and 47: from the preparation one key leads to what was agreed and what came of it, and
// Enter to that meeting.
func TestSeveralMeetingsReadAsAThread(t *testing.T) {
	d := atTheOkafors(t, 120, 40)
	d.Press("a").See("As a thread", "about Chidi first", "Mr Shah opens the library at 12:10 on Tuesdays", "kept", "they felt heard", "open, due")
	d.Press("tab").Press("enter").See("Check-in", "held").Press("esc").See("As a thread")
}

// practice 15: how it was stands there of each in their own right.
func TestTheThreadSaysHowItWasForEach(t *testing.T) {
	d := tuitest.New(t, tuitest.Options{Families: 30, Width: 120, Height: 40})
	list, err := d.Store.MeetingList(context.Background(), view.MeetingFilter{Words: "haddad"}, 5, 0)
	if err != nil || len(list.Rows) == 0 {
		t.Fatalf("the Haddads do not come: %v", err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: list.Rows[0].ID}})
	d.Press("a").See("Mrs Haddad felt partly heard", "“It was good, and a little fast.”", "Mr Haddad felt heard")
}

// The promises of the last time lead there, too.
func TestTheLastPromisesLeadToTheThread(t *testing.T) {
	d := atTheOkafors(t, 120, 40)
	for range 40 {
		if d.Selected("promised the last time") || d.Selected("promise") {
			break
		}
		d.Press("j")
	}
	d.Press("enter").See("The last time").Press("a").See("As a thread")
}

// Three years of meetings, one a month, are read from one end to the other.
func TestThreeYearsOfMeetingsAreReadable(t *testing.T) {
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	ctx := context.Background()
	for month := range 36 {
		start := model.Moment(model.Date("2023-12-05").AddMonths(month)) + "T15:30"
		id := c.Keep(c.Store.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.CheckInMeeting, Start: start, Purpose: "How is it going?"}}))
		c.Keep(c.Store.DrawLine(ctx, view.DrawnLine{MeetingID: id, Ended: start, NoSummary: true, Closed: model.Yes,
			Agreements: []model.Agreement{{Text: "Mr Shah rings home", Whose: model.OfStaff, Who: "Mr Shah", Due: start.Date().AddDays(7)}}}))
	}
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Thread, ID: family}})
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Press("g").See("36 meetings", "Thu 5 Nov 2026").Press("tab").See("Mon 5 Oct 2026").Press("G").See("Tue 5 Dec 2023", "days late")
	}
}

func TestAFamilyThatNeverMetIsToldHowToBegin(t *testing.T) {
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Family, ID: family}})
	d.Press("a").See("You have not met yet.", "m prepares the first meeting")
}
