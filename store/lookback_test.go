package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kettle/model"
	"kettle/model/view"
)

// practice 60: a week is counted from what was kept in it, and not from what lies around it.
func TestAWeekIsCountedFromWhatWasKeptInIt(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	contact := func(at model.Moment, kind model.ContactKind, settled model.Date) {
		must(t)(s.SaveContact(ctx, view.NewContact{Contact: model.Contact{FamilyID: o.family, At: at, Kind: kind, Settled: settled}}))
	}
	contact("2026-11-22T23:59", model.GoodNews, "") // the Sunday before
	contact("2026-11-23T08:30", model.GoodNews, "")
	contact("2026-11-29T10:00", model.CheckIn, "")
	contact("2026-11-30T00:00", model.GoodNews, "") // the Monday after
	contact("2026-11-24T09:00", model.Attempt, "")
	contact("2026-11-24T09:05", model.PassedToDSL, "")
	contact("2026-11-23T09:00", model.Concern, "2026-11-27") // raised Monday, solved by Friday
	contact("2026-11-23T09:00", model.Concern, "2026-11-30")
	contact("2026-11-10T09:00", model.Concern, "2026-11-25") // settled in the week
	contact("2026-11-24T09:00", model.Concern, "")
	contact("2026-11-24T09:00", model.Question, "")
	promise := func(due, settled model.Date, state model.FollowUpState, promised model.Moment) {
		must(t)(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, What: "Ring", Due: due, State: state, StateOn: settled, Promised: promised}))
	}
	promise("2026-11-27", "2026-11-24", model.Done, "2026-11-20T10:00") // early
	promise("2026-11-24", "2026-11-24", model.Done, "2026-11-23T10:00")
	promise("2026-11-20", "2026-11-25", model.Done, "2026-11-16T10:00") // late
	promise("2026-11-18", "", model.Open, "2026-11-16T10:00")           // late now
	promise("2026-12-04", "", model.Open, "2026-11-26T10:00")
	promise("2026-11-24", "2026-11-26", model.Dropped, "2026-11-16T10:00")
	promise("2026-11-26", "2026-11-27", model.Done, "2026-11-16T10:00") // late, and kept today: not late now
	promise("2026-11-10", "2026-11-12", model.Done, "2026-11-02T10:00") // in another week
	meeting := func(start model.Moment, status model.MeetingStatus) {
		id := must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, Kind: model.CheckInMeeting, Start: start, Pupils: []int64{o.chidi}})).New
		if _, err := s.writer.ExecContext(ctx, "UPDATE meeting SET status = ? WHERE id = ?", string(status), id); err != nil {
			t.Fatal(err)
		}
	}
	meeting("2026-11-23T15:30", model.Held)
	meeting("2026-11-25T15:30", model.Cancelled)
	meeting("2026-12-01T15:30", model.Planned)

	calendar := model.NewCalendar(model.CalendarDates{Terms: []model.Term{{Year: "2026/27", Name: model.Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"}}}, model.Counting{})
	week, _ := calendar.PeriodOf(model.SpanWeek, "2026-11-27")
	got, err := s.LookBack(ctx, week, "2026-11-27", calendar)
	if err != nil {
		t.Fatal(err)
	}
	want := model.LookBack{Period: week, Today: "2026-11-27", Families: 1, Spoken: 1, Entries: 6, Tried: 1, GoodNews: 1, GoodNewsTo: 1,
		Raised: 3, RaisedSoon: 1, Settled: 2, OpenWorries: 1, Asked: 1, Waiting: 1,
		Made: 2, Kept: 4, KeptEarly: 1, KeptLate: 2, Dropped: 1, Late: 1, Held: 1, NotHeld: 1, LinesMissing: 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
