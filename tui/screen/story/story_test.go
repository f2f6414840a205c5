package story_test

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

// theOkafors is the story of the Okafors of the made-up school.
func theOkafors(t *testing.T) *tuitest.Driver {
	t.Helper()
	d := tuitest.New(t, tuitest.Options{Families: 30})
	rows, err := d.Store.FamilyList(context.Background(), "chidi", view.ByName, 0, 1)
	if err != nil || len(rows.Rows) == 0 {
		t.Fatal(err)
	}
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Family, ID: rows.Rows[0].ID}})
	d.Press("t")
	return d
}

func TestTheStoryLooksAsItDid(t *testing.T) {
	d := theOkafors(t)
	for _, size := range sizes {
		d.Resize(size.w, size.h)
		d.Golden("story-" + size.name)
	}
	d.Resize(80, 24).Press("end").Golden("story-end-80x24")
}

// practices 7 and 9: what they tell is kept in their words, with the day and who listened; it is changed,
// removed and taken back.
func TestTheyAreHeard(t *testing.T) {
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Petrov", "Ivo", "3A", "Ada")
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Story, ID: family}})
	d.See("Nothing is written down yet. Ask what school has been like").Press("n", "enter").Type("Nobody asked me at the old school.").Press("ctrl+s")
	d.See("listened on Tue 24 Nov 2026, Ms Bright", "Nobody asked me at the old school.")
	d.Press("n", "down", "enter").Type("Two jobs, and a move.").Press("ctrl+s").See("Hard just now", "Two jobs, and a move.")
	d.Press("g", "e").See("Change the line").Type(" It was long ago.").Press("esc", "e").See("is back").Press("ctrl+s").See("It was long ago.")
	d.Press("d").NotSee("Nobody asked me").Press("u").See("Nobody asked me")
}

// practice 8: the points of the welcome are ticked as they were said, with their day.
func TestTheWelcomeIsTickedAsItWasSaid(t *testing.T) {
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Petrov", "Ivo", "3A", "Ada")
	c.Keep(c.Store.SaveFamily(context.Background(), model.Family{ID: family, Name: "Petrov", Since: "2026-11-16"}))
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.Today}})
	d.See("Mon 30 Nov", "Welcome Petrov: 0 of 7 points said")
	for range 30 {
		if d.Selected("Welcome Petrov") {
			break
		}
		d.Press("j")
	}
	d.Press("enter").See("0 of 7 points said").Press("G", "space").See("1 of 7 points said", "What is the best way to reach you? (today)")
	d.Press("k", "e").See("Said on").Press("ctrl+s").See("2 of 7 points said")
	d.Press("k", "k", "k", "k", "k", "space", "j", "space", "j", "space", "j", "space", "j", "space").See("7 of 7 points said")
	d.Press("1").NotSee("Welcome Petrov")
}

// practice 40: the quiet start of a meeting leads to the story, and back.
func TestTheStartOfAMeetingLeadsToTheStory(t *testing.T) {
	c := tuitest.NewSmall(t)
	family := c.AddFamily("Petrov", "Ivo", "3A", "Ada")
	c.Keep(c.Store.SaveFamilyEntry(context.Background(), model.FamilyEntry{FamilyID: family, Kind: model.TheirStory, Text: "Nobody asked me at the old school."}))
	meeting := c.Keep(c.Store.PlanMeeting(context.Background(), view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.CheckInMeeting, Start: "2026-11-24T08:45", Purpose: "How is it going?"}}))
	d := c.Open(tuitest.Options{Start: screen.Route{Kind: screen.RunMeeting, ID: meeting}})
	d.Press("t").See("Their story", "Nobody asked me at the old school.").Press("esc").See("How they came in")
}
