package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
)

// Whatever is changed of a meeting, and of the school's checklist: what was ticked and left out is
// still there when the meeting is again what it was.
func TestMarksOutliveAnyChangeOfTheMeeting(t *testing.T) {
	s := openNew(t)
	unsynced(t, s)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	first := prepOf(t, s, id)
	first.Meeting.Mode = model.InPerson
	must(t)(s.SaveMeeting(ctx, first.Meeting))
	own := must(t)(s.SaveOwnItem(ctx, model.OwnItem{Part: model.GroupHow, Due: model.TheDayBefore, Asks: "The minibus is booked"})).New
	mine := model.OwnItem{ID: own}.ItemID()
	for _, item := range []model.ItemID{"day.kettle", "day.room", mine} {
		must(t)(s.TickItem(ctx, id, item))
	}
	must(t)(s.LeaveOutItem(ctx, id, "room.private", "the hall is empty"))
	before := prepOf(t, s, id)
	want := model.Checklist(before.Facts("2026-11-24"))
	if i := slices.IndexFunc(want, func(i model.Item) bool { return i.ID == mine && i.State == model.TickedByHand }); i < 0 {
		t.Fatal("the line of our own is not on the list")
	}
	rapid.Check(t, func(r *rapid.T) {
		for range rapid.IntRange(1, 5).Draw(r, "changes") {
			m := prepOf(t, s, id).Meeting
			switch rapid.IntRange(0, 3).Draw(r, "what") {
			case 0:
				m.Mode = rapid.SampledFrom(model.Modes).Draw(r, "mode")
			case 1:
				m.Kind = rapid.SampledFrom(model.MeetingKinds).Draw(r, "kind")
			case 2:
				p := rapid.SampledFrom(before.People).Draw(r, "who")
				p.Answer = rapid.SampledFrom(model.Answers).Draw(r, "answer")
				must(t)(s.SaveMeetingPerson(ctx, p))
			case 3:
				item := rapid.SampledFrom([]model.ItemID{"day.kettle", "room.private", mine}).Draw(r, "item")
				must(t)(s.SwitchItem(ctx, item, rapid.Bool().Draw(r, "on")))
			}
			must(t)(s.SaveMeeting(ctx, m))
		}
		must(t)(s.SaveMeeting(ctx, before.Meeting))
		for _, p := range before.People {
			must(t)(s.SaveMeetingPerson(ctx, p))
		}
		for _, item := range []model.ItemID{"day.kettle", "room.private", mine} {
			must(t)(s.SwitchItem(ctx, item, true))
		}
		if got := model.Checklist(prepOf(t, s, id).Facts("2026-11-24")); !slices.Equal(got, want) {
			r.Fatalf("changed and changed back, the list is another:\n%+v\nwant\n%+v", got, want)
		}
	})
}

func TestALineOfOurOwnThatIsRemovedKeepsItsMarks(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	own := must(t)(s.SaveOwnItem(ctx, model.OwnItem{Part: model.GroupHow, Due: model.TheDayBefore, Asks: "The minibus is booked"})).New
	mine := model.OwnItem{ID: own}.ItemID()
	must(t)(s.TickItem(ctx, id, mine))
	if c := must(t)(s.RemoveOwnItem(ctx, own)); c.Title != "removed a line of the checklist" {
		t.Errorf("removing is called %q", c.Title)
	}
	on := func() bool {
		return slices.ContainsFunc(model.Checklist(prepOf(t, s, id).Facts("2026-11-24")), func(i model.Item) bool { return i.ID == mine && i.State == model.TickedByHand })
	}
	if on() {
		t.Error("the line that was removed is still there")
	}
	if _, err := s.Undo(ctx); err != nil || !on() {
		t.Errorf("brought back, the line has lost its tick: %v", err)
	}
}
