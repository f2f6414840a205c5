package meeting_test

import (
	"context"
	"fmt"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen"
	"kettle/tui/tuitest"
)

// held is a meeting of the Okafors that was held with a line under it, expected in some mood.
func held(t *testing.T, mood model.Mood) (d *tuitest.Driver, id int64) {
	t.Helper()
	c := tuitest.NewSmall(t)
	ctx := context.Background()
	family := c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.Keep(c.Store.SaveStaff(ctx, model.Staff{SchoolID: c.School, Name: "Mr Doyle", Role: model.Head}))
	id = c.Keep(c.Store.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.HonestConversation, Start: "2026-11-23T15:30", Minutes: 45, Mood: mood}}))
	c.Keep(c.Store.DrawLine(ctx, view.DrawnLine{MeetingID: id, Ended: "2026-11-23T16:15", Closed: model.Yes, NoSummary: true, AskHow: true}))
	return c.Open(tuitest.Options{Width: 120, Height: 40, Start: screen.Route{Kind: screen.Today}}), id
}

// practice 48: the promise to ask is on Today's list, and entering the answer keeps it.
func TestAskingHowItWasIsDoneByItsAnswer(t *testing.T) {
	d, id := held(t, model.MoodEasy)
	d.Press("4").See("Ask how the meeting was for them")
	for range 5 {
		if d.Selected("Ask how the meeting") {
			break
		}
		d.Press("j")
	}
	d.Press("space").See("How was that for you?", "Did they feel heard?").Press("tab", "right", "right", "tab").Type("It was long.").Press("ctrl+s")
	d.NotSee("Ask how the meeting was for them")
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: id}})
	d.See("How was it for them?", "Partly heard", "“It was long.”").NotSee("And for you?")
}

// practices 15 and 48: each parent is asked in their own right, from the promise or one by one.
func TestEachParentSaysHowItWas(t *testing.T) {
	s := at(t, 120, 46)
	ctx := context.Background()
	d := s.planned()
	s.must(d.Store.DrawLine(ctx, view.DrawnLine{MeetingID: 1, Ended: "2026-11-24T08:30", Closed: model.Yes, NoSummary: true, AskHow: true}))
	d.Press("1").Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: 1}})
	d.See("Mrs Okafor: not asked yet", "Mr Okafor: not asked yet").NotSee("Mr Lane:")
	s.on("Mrs Okafor: not asked").d.Press("enter").See("How was that for you?", "Mrs Okafor", "Tue 24 Nov").NotSee("│  Mr Okafor")
	d.Press("tab", "right", "right", "tab").Type("It was long.").Press("ctrl+s").See("Mrs Okafor: partly heard", "asked today", "“It was long.”", "Mr Okafor: not asked yet")

	d.Press("4").See("Ask how the meeting was for them")
	for range 8 {
		if d.Selected("Ask how the meeting") {
			break
		}
		d.Press("j")
	}
	d.Press("space").See("│  Mrs Okafor", "│  Mr Okafor", "It was long.")
	for range 3 {
		d.Press("tab")
	}
	d.See("▌Asked on").Type("today").Press("ctrl+s").NotSee("Ask how the meeting was for them")
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: 1}})
	d.See("Mrs Okafor: partly heard", "Mr Okafor: asked, nothing said yet").Press("u").See("Mr Okafor: not asked yet")
}

// What was kept of all together stays to be read, and is not asked any more.
func TestWhatWasKeptOfAllTogetherStaysToBeRead(t *testing.T) {
	s := at(t, 120, 46)
	ctx := context.Background()
	d := s.planned()
	s.must(d.Store.DrawLine(ctx, view.DrawnLine{MeetingID: 1, Ended: "2026-11-24T08:30", Closed: model.Yes, NoSummary: true}))
	s.must(d.Store.KeepFeedback(ctx, 1, view.Feedback{Felt: model.FeltHeard, Words: "You had the cards there."}))
	d.Press("1").Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: 1}})
	d.See("Mrs Okafor: not asked yet", "All together: heard", "“You had the cards there.”")
}

// practice 49: after a hard one staff are asked, beside what the law says of it; and the page that a
// parent may see says only that it was.
func TestAfterAHardOneStaffTalkItOver(t *testing.T) {
	d, id := held(t, model.MayGetHeated)
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: id}})
	d.See("And for you?", "Talk it over with somebody")
	for range 10 {
		if d.Selected("Talk it over") {
			break
		}
		d.Press("j")
	}
	d.Press("enter").See("After a hard one", "ordinary exports; a subject", "access request may ask for it.")
	d.Type("Mrs Bell").Press("tab").Type("Shaking afterwards.").Press("tab").Type("Mr Doyle").Press("ctrl+s")
	d.See("Talked over", "a leader knows").NotSee("Shaking", "Mrs Bell", "Mr Doyle")
	p, err := d.Store.MeetingPrep(context.Background(), id)
	if m := p.Meeting; err != nil || m.DebriefWith != "Mrs Bell" || m.Debrief != "Shaking afterwards." || m.LeaderTold != "Mr Doyle" || m.LeaderToldOn == "" {
		t.Errorf("kept %q, %q, %q on %s, %v", m.DebriefWith, m.Debrief, m.LeaderTold, m.LeaderToldOn, err)
	}
}

// A debrief that is half written is not lost, and its words stand on no list.
func TestADebriefHalfWrittenIsNotShownOnToday(t *testing.T) {
	d, id := held(t, model.MoodUpset)
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: id}})
	for range 10 {
		if d.Selected("Talk it over") {
			break
		}
		d.Press("j")
	}
	d.Press("enter", "tab").Type("Zqshaking").Press("esc", "1").See("Unfinished", "after a hard meeting").NotSee("Zqshaking")
	for range 10 {
		if d.Selected("after a hard meeting") {
			break
		}
		d.Press("k")
	}
	d.Press("enter").See("After a hard one", "Zqshaking")
}

// practice 61: who was told is asked on Today until somebody is named.
func TestWhichLeaderWasToldIsAskedOnToday(t *testing.T) {
	c := tuitest.NewSmall(t)
	c.AddFamily("Okafor", "Chidi", "4B", "Ngozi")
	c.Keep(c.Store.SaveStaff(context.Background(), model.Staff{SchoolID: c.School, Name: "Mr Doyle", Role: model.Head}))
	entry := c.Log("Okafor", model.Contact{At: "2026-11-24T08:00", Channel: model.ByPhone, Kind: model.Abuse, AbuseWhat: "Said that he would wait outside."})
	d := c.Open(tuitest.Options{Width: 120, Height: 40})
	d.See("Tell a leader what happened on Tue 24 Nov")
	for range 10 {
		if d.Selected("Tell a leader") {
			break
		}
		d.Press("j")
	}
	d.Press("space").See("Which leader was told?").Press("ctrl+s").See("Which leader was told?")
	d.Type("Mr Doyle").Press("ctrl+s").NotSee("Tell a leader")
	if e, err := d.Store.Contact(context.Background(), entry); err != nil || e.LeaderTold != "Mr Doyle" {
		t.Errorf("told %q, %v", e.LeaderTold, err)
	}
}

// Enter on what is asked afterwards opens its form, also in the checklist.
func TestWhatIsAskedAfterwardsOpensFromTheChecklist(t *testing.T) {
	d, id := held(t, model.MoodUpset)
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: id}})
	s := &school{t: t, d: d.Press("v")}
	s.on("Asked how it was for them").d.Press("enter").See("Did they feel heard?").Press("ctrl+s").See("✓ Asked how it was for them")
	s.on("Talked over with somebody").d.Press("enter").See("After a hard one").Type("Mr Doyle").Press("ctrl+s").See("✓ Talked over with somebody").NotSee("Mr Doyle")
}

// A held meeting at every size: what is left to ask stands first.
func TestAHeldMeetingLooksAsItDid(t *testing.T) {
	d, id := held(t, model.MoodUpset)
	d.Send(screen.OpenMsg{Route: screen.Route{Kind: screen.Meeting, ID: id}})
	for _, size := range sizes {
		d.Resize(size[0], size[1])
		d.Golden(fmt.Sprintf("held-%dx%d", size[0], size[1]))
	}
}
