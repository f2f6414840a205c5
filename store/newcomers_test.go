package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// What is added where it is chosen is one step: u takes back both, ctrl+r brings both.
func TestSomebodyNewAndTheirPlaceInTheMeetingAreOneStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: o.family, Pupils: []int64{o.chidi}, Kind: model.CheckInMeeting}})).New
	add := map[string]func() (view.Change, error){
		"a colleague": func() (view.Change, error) {
			return s.AddColleague(ctx, model.Staff{Name: "Mrs Bell", Role: model.TA}, model.MeetingPerson{MeetingID: id, Side: model.SchoolSide, Name: "Mrs Bell"})
		},
		"somebody from outside": func() (view.Change, error) {
			return s.AddOutsider(ctx, model.Professional{Name: "Dr Ito"}, model.MeetingPerson{MeetingID: id, Side: model.OtherSide, Name: "Dr Ito"})
		},
		"a room": func() (view.Change, error) {
			m, err := s.MeetingPrep(ctx, id)
			if err != nil {
				return view.Change{}, err
			}
			return s.MeetInNewRoom(ctx, m.Meeting, model.Room{Name: "Garden room"})
		},
	}
	for what, do := range add {
		before := meetingOf(t, s, id)
		must(t)(do())
		after := meetingOf(t, s, id)
		if after == before {
			t.Errorf("%s: nothing was added", what)
		}
		must(t)(s.Undo(ctx))
		if got := meetingOf(t, s, id); got != before {
			t.Errorf("%s: after one undo there is %+v, want %+v", what, got, before)
		}
		must(t)(s.Redo(ctx))
		if got := meetingOf(t, s, id); got != after {
			t.Errorf("%s: after redo there is %+v, want %+v", what, got, after)
		}
		must(t)(s.Undo(ctx))
	}
}

// counted is how many of each there are, and in which room the meeting is.
type counted struct{ people, staff, outside, rooms, room int }

func meetingOf(t *testing.T, s *Store, id int64) counted {
	t.Helper()
	p, err := s.MeetingPrep(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	room := 0
	if p.Room.ID != 0 {
		room = 1
	}
	return counted{len(p.People), len(p.Staff), len(p.Professionals), len(p.Rooms), room}
}

func TestSomebodyNewNeedsAName(t *testing.T) {
	s := openNew(t)
	if _, err := s.AddColleague(ctx, model.Staff{Role: model.TA}, model.MeetingPerson{Side: model.SchoolSide}); !isProblem(err, "A name is missing") {
		t.Errorf("answered %v", err)
	}
	if _, err := s.MeetInNewRoom(ctx, model.Meeting{}, model.Room{Name: " "}); !isProblem(err, "A name is missing") {
		t.Errorf("answered %v", err)
	}
}

// The one wall: what was read and why the adult is not asked are one step.
func TestStayingOutIsOneStepWithTheOrderThatWasRead(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: o.family, Pupils: []int64{o.chidi}, Kind: model.CheckInMeeting}})).New
	p, err := s.MeetingPrep(ctx, id)
	if err != nil || len(p.Links) == 0 {
		t.Fatalf("%d links, %v", len(p.Links), err)
	}
	link := p.Links[0]
	must(t)(s.KeepOut(ctx, model.OrderAnswer{MeetingID: id, LinkID: link.ID, CheckedBy: "Ms Reed", Answer: model.OrderForbids},
		model.MeetingPerson{MeetingID: id, Side: model.FamilySide, AdultID: link.AdultID, Name: "Mr Lane", WhyNot: "it does not allow this"}))
	if p, err = s.MeetingPrep(ctx, id); err != nil || len(p.OrderAnswers) != 1 || len(p.People) != 1 {
		t.Errorf("kept: %d answers, %d people, %v", len(p.OrderAnswers), len(p.People), err)
	}
	must(t)(s.Undo(ctx))
	if p, err = s.MeetingPrep(ctx, id); err != nil || len(p.OrderAnswers) != 0 || len(p.People) != 0 {
		t.Errorf("after one undo: %d answers, %d people, %v", len(p.OrderAnswers), len(p.People), err)
	}
}
