package store

import (
	"testing"

	"kettle/model"
)

// rules.md R12: what was counted from the meeting's day goes along in the same step; a date that was
// told to the family only when somebody says so.
func TestMovingAMeetingMovesWhatHangsOnItInOneStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	m := prepOf(t, s, id).Meeting
	m.Start = "2026-11-26T15:30"
	must(t)(s.SaveMeeting(ctx, m))
	counted := model.FollowUp{FamilyID: o.family, MeetingID: id, What: "Send the advice on", Due: "2026-12-03", DueFrom: "2026-11-26", DueCount: 5, DueRule: "school days"}
	told := counted
	told.What, told.DateTold = "Write to both parents", true
	byHand := model.FollowUp{FamilyID: o.family, MeetingID: id, What: "Fetch the plan", Due: "2026-11-25"}
	first := must(t)(s.SaveFollowUp(ctx, counted)).New
	second := must(t)(s.SaveFollowUp(ctx, told)).New
	third := must(t)(s.SaveFollowUp(ctx, byHand)).New
	p := prepOf(t, s, id)
	must(t)(s.MarkAgendaSent(ctx, p.People[0].ID, "2026-11-23", model.ByEmail, "the plan"))
	must(t)(s.AnswerInvitation(ctx, p.People[0].ID, model.Comes))
	must(t)(s.AnswerInvitation(ctx, p.People[1].ID, model.Comes))
	must(t)(s.OfferTime(ctx, id, "2026-12-01T15:30"))
	options := prepOf(t, s, id).Options
	to := options[len(options)-1]
	must(t)(s.AnswerTime(ctx, to.ID, p.People[1].ID, model.Yes))

	moving, err := s.MovingMeeting(ctx, id, "2026-11-24")
	if err != nil || len(moving.Promises) != 3 || len(moving.Ahead) != 1 {
		t.Fatalf("%d promises, %d meetings ahead, %v", len(moving.Promises), len(moving.Ahead), err)
	}
	dues := func() (dues [3]model.Date) {
		for i, id := range []int64{first, second, third} {
			f, err := s.FollowUp(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			dues[i] = f.Due
		}
		return dues
	}
	before := dues()
	c := must(t)(s.ReplanMeeting(ctx, id, "2026-12-01T15:30"))
	if c.Title != "moved the meeting to Tue 1 Dec, with what was promised for it" {
		t.Errorf("title: %q", c.Title)
	}
	if got := dues(); got != [3]model.Date{"2026-12-08", "2026-12-03", "2026-11-25"} {
		t.Errorf("dates: %v", got)
	}
	p = prepOf(t, s, id)
	if p.People[0].Answer != model.NoAnswerYet || !p.People[0].AgendaOutdated || p.Meeting.AgendaChanged != "2026-11-24" {
		t.Errorf("who answered for the old time, and has its agenda: %+v", p.People[0])
	}
	if p.People[1].Answer != model.Comes || !p.Options[len(p.Options)-1].Chosen {
		t.Errorf("who said yes to the new time is asked again: %+v, %+v", p.People[1], p.Options)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := dues(); got != before || prepOf(t, s, id).Meeting.Start != "2026-11-26T15:30" {
		t.Errorf("after one undo: %v, %s", got, prepOf(t, s, id).Meeting.Start)
	}
	must(t)(s.ReplanMeeting(ctx, id, "2026-12-01T15:30", second))
	if got := dues(); got[1] != "2026-12-08" {
		t.Errorf("a told date that was to go along: %v", got)
	}
	if f, _ := s.FollowUp(ctx, second); f.DateTold || len(f.OldDues) != 1 || f.OldDues[0].Due != "2026-12-03" {
		t.Errorf("the family knows the new date already, or the old one is lost: %+v", f)
	}
}
