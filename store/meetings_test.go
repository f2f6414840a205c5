package store

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
	"kettle/model/view"
)

func prepOf(t testing.TB, s *Store, id int64) view.MeetingPrep {
	t.Helper()
	p, err := s.MeetingPrep(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lunchtimes is the plan of an honest conversation about Chidi: two parents, a teacher who leads, an
// agenda whose last line asks for any other worry, and two times.
func lunchtimes(t testing.TB, s *Store, o okafors) view.MeetingPlan {
	t.Helper()
	reed := must(t)(s.SaveStaff(ctx, model.Staff{Name: "Ms Reed", Role: model.ClassTeacher})).New
	return view.MeetingPlan{
		Meeting: model.Meeting{FamilyID: o.family, Kind: model.HonestConversation, Purpose: "How can Chidi's lunchtimes be calm again?",
			Mode: model.InPerson, Pupils: []int64{o.chidi}},
		People: []model.MeetingPerson{
			{Side: model.FamilySide, AdultID: o.ngozi}, {Side: model.FamilySide, AdultID: o.emeka},
			{Side: model.SchoolSide, StaffID: reed, Reason: "knows him best"},
		},
		Agenda:  []model.AgendaItem{{Title: "Something good", Minutes: 5}, {Title: "Any other worry", Minutes: 5, AnyWorry: true}},
		Options: []model.Moment{"2026-11-26T17:00", "2026-11-25T15:30"},
		Papers:  []string{"the reading certificate"},
		Host:    3,
	}
}

func planLunchtimes(t testing.TB, s *Store, o okafors) int64 {
	t.Helper()
	return must(t)(s.PlanMeeting(ctx, lunchtimes(t, s, o))).New
}

func TestPlanningAMeetingMakesAllOfItInOneStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	change := must(t)(s.PlanMeeting(ctx, lunchtimes(t, s, o)))
	if change.Title != "planned: Okafor, honest conversation" {
		t.Errorf("the footer says %q", change.Title)
	}
	p := prepOf(t, s, change.New)
	if p.Meeting.Minutes != 45 || p.Meeting.Status != model.Planned || !slices.Equal(p.Meeting.Pupils, []int64{o.chidi}) {
		t.Errorf("got %+v", p.Meeting)
	}
	var names []string
	for _, m := range p.People {
		names = append(names, m.Name)
	}
	if !slices.Equal(names, []string{"Mrs Okafor", "Mr Okafor", "Ms Reed"}) || p.Person(p.Meeting.HostID).Name != "Ms Reed" {
		t.Errorf("%v come, %q leads", names, p.Person(p.Meeting.HostID).Name)
	}
	if len(p.Agenda) != 2 || len(p.Papers) != 1 || len(p.Options) != 2 || p.Options[0].Start != "2026-11-25T15:30" {
		t.Errorf("got %+v, %+v, %+v", p.Agenda, p.Papers, p.Options)
	}
	must(t)(s.Undo(ctx))
	if list, err := s.MeetingList(ctx, view.MeetingFilter{}, 10, 0); err != nil || list.Total != 0 {
		t.Errorf("after undo: %+v, %v", list, err)
	}
}

// practice 32: offer several times; the family picks.
func TestChoosingATimeSetsTheStart(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	p := prepOf(t, s, id)
	first, second := p.Options[0].ID, p.Options[1].ID
	must(t)(s.AnswerTime(ctx, first, p.People[0].ID, model.No))
	must(t)(s.AnswerTime(ctx, first, p.People[0].ID, model.Yes))
	must(t)(s.AnswerTime(ctx, second, p.People[1].ID, model.Yes))
	must(t)(s.AnswerTime(ctx, second, p.People[1].ID, model.NotKnown))
	must(t)(s.ChooseTime(ctx, second))
	if c := must(t)(s.ChooseTime(ctx, first)); c.Title != "chose Wed 25 Nov 15:30" {
		t.Errorf("the footer says %q", c.Title)
	}
	p = prepOf(t, s, id)
	if p.Meeting.Start != "2026-11-25T15:30" || !p.Options[0].Chosen || p.Options[1].Chosen {
		t.Errorf("%s, %+v", p.Meeting.Start, p.Options)
	}
	if a := p.Options[0].Answers; len(a) != 1 || a[0].Answer != model.Yes || len(p.Options[1].Answers) != 0 {
		t.Errorf("answers: %+v", p.Options)
	}
	p.Meeting.Start = "2026-11-25T16:00"
	must(t)(s.SaveMeeting(ctx, p.Meeting))
	if p = prepOf(t, s, id); p.Options[0].Chosen {
		t.Error("the meeting has another time than was offered, yet the offer counts as chosen")
	}
	refuses(t, "a day and an hour")(s.OfferTime(ctx, id, "2026-11-27"))
}

func TestPreparingDoesNotUndoHowTheMeetingWent(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	before := prepOf(t, s, id).Meeting
	must(t)(s.BeginMeeting(ctx, id, ""))
	must(t)(s.KeepRunText(ctx, id, view.RunText{Notes: "library is quiet", Words: "He just wants somewhere quiet.", Parked: "trip"}))
	before.Opening = "the reading certificate"
	must(t)(s.SaveMeeting(ctx, before))
	m := prepOf(t, s, id).Meeting
	if m.Status != model.Running || m.Began != "2026-11-24T14:30" || m.Words != "He just wants somewhere quiet." || m.Opening != "the reading certificate" {
		t.Errorf("got %+v", m)
	}
}

func TestNobodyIsOnTheListTwice(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	refuses(t, "Mrs Okafor is on the list already")(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: id, Side: model.FamilySide, AdultID: o.ngozi}))
	refuses(t, "name is missing")(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: id, Side: model.Companion}))
	refuses(t, "side or the answer")(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: id, Side: "judge", Name: "Auntie Grace"}))
	must(t)(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: id, Side: model.Companion, Name: "Auntie Grace"}))
	if p := prepOf(t, s, id); len(p.People) != 4 || p.People[3].Position != 4 {
		t.Errorf("got %+v", p.People)
	}
}

func TestWhoeverLeadsAndIsTakenOffNoLongerLeads(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	p := prepOf(t, s, id)
	must(t)(s.AnswerTime(ctx, p.Options[0].ID, p.Meeting.HostID, model.Yes))
	must(t)(s.RemoveMeetingPerson(ctx, p.Meeting.HostID))
	if after := prepOf(t, s, id); after.Meeting.HostID != 0 || len(after.People) != 2 {
		t.Errorf("got %+v", after.People)
	}
	must(t)(s.Undo(ctx))
	if after := prepOf(t, s, id); after.Meeting.HostID != p.Meeting.HostID || len(after.People) != 3 || len(after.Options[0].Answers) != 1 {
		t.Errorf("after undo: %+v", after)
	}
}

func TestSeatsAreTheOrderOfThePeople(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	p := prepOf(t, s, id).People
	must(t)(s.SeatPeople(ctx, id, []int64{p[0].ID, p[2].ID, p[1].ID}))
	if got := prepOf(t, s, id).People; got[1].Name != "Ms Reed" || got[2].Name != "Mr Okafor" {
		t.Errorf("got %+v", got)
	}
}

func titles(agenda []model.AgendaItem) []string {
	var all []string
	for _, i := range agenda {
		all = append(all, i.Title)
	}
	return all
}

// practice 43: the last line asks for any other worry.
func TestNewAgendaLinesStandBeforeAnyOtherWorry(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	item := must(t)(s.SaveAgendaItem(ctx, model.AgendaItem{MeetingID: id, Title: "What lunchtime is like", Minutes: 10, Theirs: true})).New
	if got := titles(prepOf(t, s, id).Agenda); !slices.Equal(got, []string{"Something good", "What lunchtime is like", "Any other worry"}) {
		t.Errorf("got %q", got)
	}
	must(t)(s.MoveAgendaItem(ctx, item, -1))
	if got := titles(prepOf(t, s, id).Agenda); got[0] != "What lunchtime is like" {
		t.Errorf("got %q", got)
	}
	if c := must(t)(s.MoveAgendaItem(ctx, item, -1)); c.Step != 0 {
		t.Error("moving the first line up is a step")
	}
	must(t)(s.MarkAgendaDone(ctx, item, true, 12))
	must(t)(s.MoveAgendaItem(ctx, item, +9))
	if got := prepOf(t, s, id).Agenda; got[2].Title != "What lunchtime is like" || got[2].Used != 12 || got[2].Position != 3 {
		t.Errorf("got %+v", got)
	}
}

// However lines are moved about, the agenda takes as long as before and has every line once.
func TestMovingLinesKeepsTheMinutes(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.KeepAgenda(ctx, id, model.TheirsOnAgenda(prepOf(t, s, id).Agenda, model.HonestConversation, 45, "Homework")))
	first := prepOf(t, s, id).Agenda
	rapid.Check(t, func(r *rapid.T) {
		item := rapid.SampledFrom(first).Draw(r, "line")
		if _, err := s.MoveAgendaItem(ctx, item.ID, rapid.IntRange(-4, 4).Draw(r, "by")); err != nil {
			r.Fatal(err)
		}
		now := prepOf(t, s, id).Agenda
		if len(now) != len(first) || model.AgendaMinutes(now) != model.AgendaMinutes(first) {
			r.Fatalf("%d lines, %d minutes", len(now), model.AgendaMinutes(now))
		}
		for i, one := range now {
			if one.Position != i+1 {
				r.Fatalf("%q stands at %d, not %d", one.Title, one.Position, i+1)
			}
		}
	})
}

func TestAnAgendaIsKeptWholeInOneStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	before := titles(prepOf(t, s, id).Agenda)
	items := model.TheirsOnAgenda(prepOf(t, s, id).Agenda, model.HonestConversation, 45, "Homework")
	if c := must(t)(s.KeepAgenda(ctx, id, items)); c.Title != "put on the agenda: Homework" {
		t.Errorf("title %q", c.Title)
	}
	after := prepOf(t, s, id).Agenda
	if len(after) != len(before)+1 || model.AgendaMinutes(after) != model.AgendaMinutes(items) || !slices.Contains(titles(after), "Homework") {
		t.Errorf("got %+v", after)
	}
	refuses(t, "needs words")(s.KeepAgenda(ctx, id, []model.AgendaItem{{Minutes: 5}}))
	if _, err := s.Undo(ctx); err != nil || !slices.Equal(titles(prepOf(t, s, id).Agenda), before) {
		t.Errorf("after one undo: %q, %v", titles(prepOf(t, s, id).Agenda), err)
	}
}

// practice 35: in the family's hands beforehand, no surprises.
func TestAnAgendaThatChangesAfterItWasSentIsNoticed(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	p := prepOf(t, s, id)
	item := p.Agenda[0]
	must(t)(s.SaveAgendaItem(ctx, model.AgendaItem{MeetingID: id, Title: "Before it was sent", Minutes: 5}))
	if m := prepOf(t, s, id).Meeting; m.AgendaChanged != "" {
		t.Error("an agenda that nobody has counts as changed")
	}
	must(t)(s.MarkAgendaSent(ctx, p.People[0].ID, "2026-11-23", model.ByEmail, "the plan"))
	must(t)(s.MarkAgendaSent(ctx, p.People[1].ID, "2026-11-23", model.ByLetter, "the plan"))

	item.Notes = "a note of our own"
	item.Position = 1
	must(t)(s.SaveAgendaItem(ctx, item))
	if m := prepOf(t, s, id).Meeting; m.AgendaChanged != "" {
		t.Error("a note of our own counts as a change")
	}
	item.Minutes = 7
	must(t)(s.SaveAgendaItem(ctx, item))
	p = prepOf(t, s, id)
	if p.Meeting.AgendaChanged != "2026-11-24" || !p.People[0].AgendaOutdated || !p.People[1].AgendaOutdated || p.People[2].AgendaOutdated {
		t.Errorf("changed on %q, %+v", p.Meeting.AgendaChanged, p.People)
	}
	must(t)(s.MarkAgendaSent(ctx, p.People[0].ID, "2026-11-24", model.ByEmail, "the new plan"))
	if m := prepOf(t, s, id).Meeting; m.AgendaChanged == "" {
		t.Error("one of two has the new agenda, and it no longer counts as changed")
	}
	must(t)(s.TellAgendaChange(ctx, p.People[1].ID))
	p = prepOf(t, s, id)
	if p.Meeting.AgendaChanged != "" || p.People[1].AgendaSent != "2026-11-23" {
		t.Errorf("everybody knows, and it counts as changed on %q", p.Meeting.AgendaChanged)
	}
	if len(p.Letters) != 3 || p.Letters[2].Version != 2 || p.Letters[2].Body != "the new plan" || p.Letters[2].Sent != "2026-11-24" {
		t.Errorf("letters: %+v", p.Letters)
	}
}

func TestChecklistMarksAreTickedLeftOutAndCleared(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.TickItem(ctx, id, "day.kettle"))
	refuses(t, "why it is left out")(s.LeaveOutItem(ctx, id, "day.kettle", ""))
	must(t)(s.LeaveOutItem(ctx, id, "day.kettle", "they fast"))
	if m := prepOf(t, s, id).Marks; len(m) != 1 || m[0].State != model.LeftOut || m[0].Reason != "they fast" || m[0].On != "2026-11-24" {
		t.Errorf("got %+v", m)
	}
	must(t)(s.ClearMark(ctx, id, "day.kettle"))
	if c := must(t)(s.ClearMark(ctx, id, "day.kettle")); c.Step != 0 || len(prepOf(t, s, id).Marks) != 0 {
		t.Error("clearing what is clear is a step")
	}
}

func TestMeetingsAreCalledOffWithAReasonAndPlannedAgain(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	p := prepOf(t, s, id)
	must(t)(s.ChooseTime(ctx, p.Options[0].ID))
	must(t)(s.MarkInvited(ctx, p.People[0].ID, "2026-11-23", model.ByPhone))
	must(t)(s.AnswerInvitation(ctx, p.People[0].ID, model.Comes))
	refuses(t, "why the meeting was cancelled")(s.CancelMeeting(ctx, id, ""))
	must(t)(s.MissMeeting(ctx, id, "the bus did not come"))
	refuses(t, "plan it again")(s.BeginMeeting(ctx, id, ""))
	must(t)(s.ReplanMeeting(ctx, id, "2026-12-01T15:30"))
	p = prepOf(t, s, id)
	if p.Meeting.Status != model.Planned || p.Meeting.Start != "2026-12-01T15:30" || p.Meeting.StatusWhy != "" {
		t.Errorf("got %+v", p.Meeting)
	}
	if ngozi := p.People[0]; ngozi.Answer != model.NoAnswerYet || ngozi.Invited != "2026-11-23" || p.Options[0].Chosen {
		t.Errorf("what was said to the old time still counts: %+v, %+v", ngozi, p.Options)
	}
}

func TestMeetingListShowsWhatIsComingAndWhatWas(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	plan := lunchtimes(t, s, o)
	for _, start := range []model.Moment{"", "2026-11-30T09:00", "2026-11-24T15:30", "2026-11-20T15:30"} {
		plan.Meeting.Start = start
		id := must(t)(s.PlanMeeting(ctx, plan)).New
		if start == "2026-11-20T15:30" {
			must(t)(s.DrawLine(ctx, view.DrawnLine{MeetingID: id, Ended: "2026-11-20T16:10"}))
		}
	}
	coming, err := s.MeetingList(ctx, view.MeetingFilter{}, 2, 1)
	if err != nil || coming.Total != 3 || len(coming.Rows) != 2 || coming.Rows[0].Start != "2026-11-30T09:00" || coming.Rows[1].Start != "" {
		t.Errorf("%+v, %v", coming, err)
	}
	if r := coming.Rows[0]; r.Family != "Okafor" || r.Pupils != "Chidi" || r.Minutes != 45 {
		t.Errorf("got %+v", r)
	}
	past, err := s.MeetingList(ctx, view.MeetingFilter{Past: true, Family: o.family}, 10, 0)
	if err != nil || past.Total != 1 || past.Rows[0].Status != model.Held {
		t.Errorf("%+v, %v", past, err)
	}
	for filter, want := range map[view.MeetingFilter]int{{Words: "chidi calm"}: 3, {Words: "nowak"}: 0, {From: "2026-11-24", To: "2026-11-24"}: 1, {To: "2026-11-30"}: 2} {
		if list, err := s.MeetingList(ctx, filter, 10, 0); err != nil || list.Total != want || len(list.Rows) != want {
			t.Errorf("%+v finds %d, %v; want %d", filter, list.Total, err, want)
		}
	}
}
