package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// Each of these writes, in this order, can be taken back and done again: the caseload is as it was
// before, and then as it was after. A step names what it touched.
func TestEveryWriteCanBeTakenBack(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	school := addSchool(t, s)
	link := orderOn(t, s, o)
	plan := lunchtimes(t, s, o)
	meeting := must(t)(s.PlanMeeting(ctx, plan)).New
	p := prepOf(t, s, meeting)
	ngozi, emeka, option, item := p.People[0].ID, p.People[1].ID, p.Options[0].ID, p.Agenda[0]
	entry := must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, Kind: model.Concern,
		Adults: []int64{o.ngozi}, Told: []model.Told{{AdultID: o.emeka}}}})).New
	promise := addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: "ring", Due: "2026-11-24"})
	room := must(t)(s.SaveRoom(ctx, model.Room{Name: "Rainbow room"})).New
	letter := must(t)(s.SaveLetter(ctx, model.Letter{FamilyID: o.family, MeetingID: meeting, AdultID: o.ngozi, Kind: model.InvitationLetter, Body: "Dear"})).New

	type write struct {
		name string
		do   func() (view.Change, error)
	}
	for _, w := range []write{
		{"a school", func() (view.Change, error) { return s.SaveSchool(ctx, model.School{ID: school, Name: "Thornwick"}) }},
		{"terms", func() (view.Change, error) { return s.SaveTerms(ctx, school, "2026/27", nil) }},
		{"a calendar", func() (view.Change, error) { return s.TakeInCalendar(ctx, school, autumn2026) }},
		{"a closed day", func() (view.Change, error) {
			return s.SaveClosedDay(ctx, school, view.ClosedDay{Day: "2026-11-25", Kind: view.ClosureDay})
		}},
		{"a closed day moved", func() (view.Change, error) {
			return s.MoveClosedDay(ctx, school, view.ClosedDay{Day: "2026-11-25", Kind: view.ClosureDay}, view.ClosedDay{Day: "2026-11-27", Kind: view.InsetDay})
		}},
		{"a closed day again", func() (view.Change, error) {
			return s.SaveClosedDay(ctx, school, view.ClosedDay{Day: "2026-11-25", Kind: view.ClosureDay})
		}},
		{"an open day", func() (view.Change, error) { return s.RemoveClosedDay(ctx, school, "2026-11-25", view.ClosureDay) }},
		{"a bank holiday", func() (view.Change, error) { return s.RemoveBankHoliday(ctx, "2026-12-25") }},
		{"me", func() (view.Change, error) { return s.SaveMe(ctx, "Mrs Bell", model.SENCO) }},
		{"a setting", func() (view.Change, error) { return s.SaveSetting(ctx, model.ReplyAck, "3") }},
		{"a room removed", func() (view.Change, error) { return s.RemoveRoom(ctx, room) }},
		{"a room back", func() (view.Change, error) { return s.BringBackRoom(ctx, room) }},
		{"an entry changed", func() (view.Change, error) {
			return s.SaveContact(ctx, view.NewContact{TellLater: true, Contact: model.Contact{ID: entry, FamilyID: o.family, At: "2026-11-23", Kind: model.Concern,
				Pupils: []int64{o.ada}, Told: []model.Told{{AdultID: o.ngozi}}}})
		}},
		{"a concern settled", func() (view.Change, error) { return s.SettleConcern(ctx, entry, "2026-11-24") }},
		{"an entry removed", func() (view.Change, error) { return s.RemoveContact(ctx, entry) }},
		{"a promise moved", func() (view.Change, error) { return s.MoveFollowUp(ctx, promise, "2026-11-27", "16:00", "me") }},
		{"a promise hidden", func() (view.Change, error) { return s.HideFollowUp(ctx, promise, "2026-11-26") }},
		{"a promise told", func() (view.Change, error) { return s.TellFamily(ctx, promise, "", o.ngozi, model.ByPhone) }},
		{"a promise kept", func() (view.Change, error) { return s.SettleFollowUp(ctx, promise, "", true) }},
		{"a promise open again", func() (view.Change, error) { return s.ReopenFollowUp(ctx, promise) }},
		{"a promise dropped", func() (view.Change, error) { return s.DropFollowUp(ctx, promise, "not needed") }},
		{"a meeting", func() (view.Change, error) {
			m := p.Meeting
			m.Opening, m.Pupils = "the certificate", []int64{o.chidi, o.ada}
			return s.SaveMeeting(ctx, m)
		}},
		{"an order", func() (view.Change, error) { return s.AnswerOrder(ctx, allows(meeting, link)) }},
		{"an invitation", func() (view.Change, error) { return s.MarkInvited(ctx, emeka, "2026-11-24", model.ByPhone) }},
		{"why", func() (view.Change, error) { return s.MarkToldWhy(ctx, ngozi, "2026-11-24", model.ByPhone) }},
		{"an answer", func() (view.Change, error) { return s.AnswerInvitation(ctx, ngozi, model.Comes) }},
		{"a reminder", func() (view.Change, error) { return s.MarkReminded(ctx, ngozi, "2026-11-24") }},
		{"an answer to a time", func() (view.Change, error) { return s.AnswerTime(ctx, option, ngozi, model.Yes) }},
		{"a time", func() (view.Change, error) { return s.ChooseTime(ctx, option) }},
		{"a time withdrawn", func() (view.Change, error) { return s.WithdrawTime(ctx, option) }},
		{"a time offered", func() (view.Change, error) { return s.OfferTime(ctx, meeting, "2026-11-27T09:00") }},
		{"an agenda sent", func() (view.Change, error) {
			return s.MarkAgendaSent(ctx, ngozi, "2026-11-24", model.ByEmail, "the plan")
		}},
		{"a line moved", func() (view.Change, error) { return s.MoveAgendaItem(ctx, item.ID, 1) }},
		{"a line added", func() (view.Change, error) {
			return s.SaveAgendaItem(ctx, model.AgendaItem{MeetingID: meeting, Title: "what we could try"})
		}},
		{"the change told", func() (view.Change, error) { return s.TellAgendaChange(ctx, ngozi) }},
		{"a line removed", func() (view.Change, error) { return s.RemoveAgendaItem(ctx, item.ID) }},
		{"a paper", func() (view.Change, error) {
			return s.SavePaper(ctx, model.Paper{MeetingID: meeting, Title: "the report"})
		}},
		{"a tick", func() (view.Change, error) { return s.TickItem(ctx, meeting, "day.kettle") }},
		{"left out", func() (view.Change, error) { return s.LeaveOutItem(ctx, meeting, "day.kettle", "they fast") }},
		{"cleared", func() (view.Change, error) { return s.ClearMark(ctx, meeting, "day.kettle") }},
		{"seats", func() (view.Change, error) {
			return s.SeatPeople(ctx, meeting, model.RoundTable, map[int64]int{emeka: 1, ngozi: 3})
		}},
		{"who leads", func() (view.Change, error) { return s.ChooseHost(ctx, meeting, ngozi) }},
		{"a person off the list", func() (view.Change, error) { return s.RemoveMeetingPerson(ctx, ngozi) }},
		{"a letter sent", func() (view.Change, error) { return s.MarkLetterSent(ctx, letter, "2026-11-24", model.ByEmail) }},
		{"a letter removed", func() (view.Change, error) { return s.RemoveLetter(ctx, letter) }},
		{"cancelled", func() (view.Change, error) { return s.CancelMeeting(ctx, meeting, "snow") }},
		{"planned again", func() (view.Change, error) { return s.ReplanMeeting(ctx, meeting, "2026-11-30T09:00") }},
		{"begun", func() (view.Change, error) { return s.BeginMeeting(ctx, meeting, "") }},
		{"notes", func() (view.Change, error) { return s.KeepRunText(ctx, meeting, view.RunText{Notes: "n", Words: "w"}) }},
		{"an agreement", func() (view.Change, error) {
			return s.SaveAgreement(ctx, model.Agreement{MeetingID: meeting, Text: "the library opens"})
		}},
		{"an outcome", func() (view.Change, error) {
			return s.SaveOutcome(ctx, model.Outcome{MeetingID: meeting, Text: "calm lunchtimes"})
		}},
		{"a line drawn", func() (view.Change, error) { return s.DrawLine(ctx, lineFor(meeting, o)) }},
		{"a meeting removed", func() (view.Change, error) { return s.RemoveMeeting(ctx, meeting) }},
	} {
		t.Run(w.name, func(t *testing.T) { takeBackAndRedo(t, s, w.do) })
	}
}

func takeBackAndRedo(t *testing.T, s *Store, do func() (view.Change, error)) {
	before := contentOf(t, s)
	change := must(t)(do())
	if change.Step == 0 || change.Title == "" || len(change.Touched) == 0 {
		t.Fatalf("it is no step, or does not say what it touched: %+v", change)
	}
	after := contentOf(t, s)
	must(t)(s.Undo(ctx))
	if diff := differences(before, contentOf(t, s)); diff != "" {
		t.Fatalf("taken back, it is not as before:\n%s", diff)
	}
	must(t)(s.Redo(ctx))
	if diff := differences(after, contentOf(t, s)); diff != "" {
		t.Fatalf("done again, it is not as after:\n%s", diff)
	}
}
