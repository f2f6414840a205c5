package store

import (
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

func worldOf(t testing.TB, s *Store) view.World {
	t.Helper()
	w, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func logged(t testing.TB, s *Store, c model.Contact) int64 {
	t.Helper()
	return must(t)(s.SaveContact(ctx, view.NewContact{Contact: c})).New
}

func quietOf(t testing.TB, s *Store, words string) view.GoingQuiet {
	t.Helper()
	page, err := s.GoingQuiet(ctx, words, tuesdayMorning, worldOf(t, s), 50, 0)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// practice 6: how long, how it usually is, tries apart, whom to ring, and why the day moved.
func TestALineOfAFamilyGoingQuiet(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SetCheckinEvery(ctx, o.family, 5))
	for _, at := range []model.Moment{"2026-09-14T15:20", "2026-09-28T15:20", "2026-10-12T15:20", "2026-10-19T15:20"} {
		logged(t, s, model.Contact{FamilyID: o.family, At: at, Kind: model.CheckIn, Channel: model.ByPhone, Words: "better: " + string(at.Date())})
	}
	for _, at := range []model.Moment{"2026-11-16T10:00", "2026-11-17T10:00", "2026-11-19T10:00"} {
		logged(t, s, model.Contact{FamilyID: o.family, At: at, Kind: model.Attempt, Channel: model.ByPhone})
	}
	page := quietOf(t, s, "")
	if page.Total != 1 || len(page.Rows) != 1 {
		t.Fatalf("%+v", page)
	}
	l := page.Rows[0]
	if l.Since != "5 weeks" || l.Usual != "usually every 2 weeks" || l.Every != "every week" || l.Tried != "tried 3 times since, last Thu 19 by phone" ||
		l.Words != "better: 2026-10-19" || l.Ring != "Mrs Okafor" || l.RingNumber != "07700 900123" ||
		!strings.HasPrefix(l.Counted, "5 school days from Mon 19 Oct: Mon 26 Oct") {
		t.Errorf("%+v", l)
	}
	if quietOf(t, s, "ngozi").Total != 1 || quietOf(t, s, "nowak").Total != 0 {
		t.Error("the filter finds by the people of the family")
	}
	must(t)(s.LogAttempt(ctx, o.family))
	if quietOf(t, s, "").Total != 1 {
		t.Error("an attempt without an answer resets the cadence")
	}
	must(t)(s.LogCheckIn(ctx, o.family))
	if quietOf(t, s, "").Total != 0 {
		t.Error("a check-in does not reset the cadence")
	}
	must(t)(s.Undo(ctx))
	if quietOf(t, s, "").Total != 1 {
		t.Error("taken back, the family is not quiet again")
	}
}

// practice 6: a meeting that was held counts as contact.
func TestAHeldMeetingResetsTheCadence(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	logged(t, s, model.Contact{FamilyID: o.family, At: "2026-09-14T15:20", Kind: model.CheckIn})
	must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, Kind: model.HonestConversation, Start: "2026-11-20T15:30", Status: model.Held}))
	if page := quietOf(t, s, ""); page.Total != 0 {
		t.Errorf("%+v", page.Rows)
	}
}

// The one wall: whoever an order keeps out, or is not in touch, is not rung; where nobody is left the family
// is left out, as are those without a pupil on roll and those in their first weeks.
func TestWhoIsNotAskedToBeRung(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	logged(t, s, model.Contact{FamilyID: o.family, At: "2026-09-14T15:20", Kind: model.CheckIn})
	ngozi, err := s.Adult(ctx, o.ngozi)
	if err != nil {
		t.Fatal(err)
	}
	ngozi.InTouch = model.AskedNotTo
	must(t)(s.SaveAdult(ctx, ngozi))
	if page := quietOf(t, s, ""); len(page.Rows) != 1 || page.Rows[0].Ring != "Mr Okafor" {
		t.Fatalf("%+v", page.Rows)
	}
	links, err := s.FamilyLinks(ctx, o.family)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(links, func(l model.Link) bool { return l.AdultID == o.emeka })
	links[at].CourtOrder = true
	must(t)(s.SaveLink(ctx, links[at]))
	if page := quietOf(t, s, ""); page.Total != 0 {
		t.Errorf("nobody may be rung: %+v", page.Rows)
	}
	must(t)(s.Undo(ctx))
	for _, id := range []int64{o.chidi, o.ada} {
		p, err := s.Pupil(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		p.Roll = model.Left
		must(t)(s.SavePupil(ctx, p))
	}
	if page := quietOf(t, s, ""); page.Total != 0 {
		t.Errorf("no child on roll: %+v", page.Rows)
	}
	id := must(t)(s.SaveFamily(ctx, model.Family{Name: "New", Since: "2026-11-20"})).New
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: id, Forename: "Sam", Surname: "New"}))
	if page := quietOf(t, s, ""); page.Total != 0 {
		t.Errorf("in its first weeks: %+v", page.Rows)
	}
}

// practice 11: oldest first, with its first step, until it is settled with a word on how; the figure knows.
func TestAWorryFromItsFirstDayToTheLast(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := logged(t, s, model.Contact{FamilyID: o.family, At: "2026-11-19T08:40", Kind: model.Concern, Note: "lunchtimes", Owner: "Ms Reed"})
	logged(t, s, model.Contact{FamilyID: o.family, At: "2026-11-23T08:40", Kind: model.Concern, Note: "the bus"})
	open := func() view.WorryList {
		page, err := s.Worries(ctx, "", tuesdayMorning, worldOf(t, s), 50, 0)
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
	if rows := open().Rows; len(rows) != 2 || rows[0].ID != id || !rows[0].Stands.StepLate || rows[1].Stands.Step != "no first step yet: due today" {
		t.Fatalf("%+v", rows)
	}
	must(t)(s.TakeFirstStep(ctx, id, "a table by the window", "2026-11-20"))
	if r := open().Rows[0]; r.Stands.Step != "first step taken Fri 20" || r.FirstStep != "a table by the window" {
		t.Errorf("%+v", r)
	}
	meeting := must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: o.family, ContactID: id, Kind: model.HonestConversation, Start: "2026-11-27T15:30"})).New
	if r := open().Rows[0]; r.MeetingID != meeting || r.MeetingAt.Date() != "2026-11-27" || r.At.Date() != "2026-11-19" {
		t.Errorf("grown into a meeting: %+v", r)
	}
	must(t)(s.SettleWorry(ctx, id, "2026-11-23", "he sits with Ada"))
	settled, err := s.SettledWorries(ctx, "", tuesdayMorning, worldOf(t, s))
	if err != nil || len(settled.Rows) != 1 || model.HowSettled(settled.Rows[0].Note) != "he sits with Ada" || open().Total != 1 {
		t.Errorf("settled: %+v, %v", settled, err)
	}
	figures, err := s.WorryFigures(ctx, tuesdayMorning, worldOf(t, s))
	if err != nil || figures.Week.Raised != 1 || figures.HalfTerm.Raised < 1 {
		t.Errorf("%+v, %v", figures, err)
	}
	must(t)(s.Undo(ctx))
	if open().Total != 2 {
		t.Error("taken back, it is not open again")
	}
}

// rules.md R12, R13: a holding reply needs a new day; the old one is kept, and they know the new one.
func TestAHoldingReplyPromisesANewDay(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := logged(t, s, model.Contact{FamilyID: o.family, At: "2026-11-12T09:00", Kind: model.Question, Note: "the trip", Adults: []int64{o.ngozi}})
	owed := func() view.ReplyRow {
		page, err := s.RepliesOwed(ctx, "", tuesdayMorning, worldOf(t, s), 50, 0)
		if err != nil || page.Total != 1 {
			t.Fatal(page, err)
		}
		return page.Rows[0]
	}
	if r := owed(); r.Asker != "Mrs Okafor" || r.Clock != "3 days late" || !r.Stands.AckLate("2026-11-24") {
		t.Errorf("%+v", r)
	}
	for _, until := range []model.Date{"", "2020-01-01"} {
		if _, err := s.HoldReply(ctx, id, until, model.ByPhone); err == nil {
			t.Errorf("a holding reply without a new day is kept: %q", until)
		}
	}
	must(t)(s.HoldReply(ctx, id, "2030-12-04", model.ByPhone))
	r := owed()
	if r.Stands.Held != "2030-12-04" || r.Stands.LateOn("2026-11-24") || !r.Stands.Told.Valid() {
		t.Errorf("held: %+v", r.Stands)
	}
	replies, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0)
	if err != nil || len(replies.Rows) != 1 {
		t.Fatal(replies, err)
	}
	f, err := s.FollowUp(ctx, replies.Rows[0].ID)
	if err != nil || f.Due != "2030-12-04" || !f.DateTold || len(f.OldDues) != 1 || f.OldDues[0].Due != "2026-11-19" {
		t.Errorf("the promise: %+v, %v", f, err)
	}
	entries, err := s.FamilyContacts(ctx, o.family, 5, 0)
	if err != nil || len(entries) != 2 || entries[0].Kind != model.Information || !slices.Equal(entries[0].Adults, []int64{o.ngozi}) {
		t.Errorf("the log: %+v, %v", entries, err)
	}
	must(t)(s.Undo(ctx))
	if r := owed(); r.Stands.Held != "" || r.Stands.Told != "" {
		t.Errorf("taken back: %+v", r.Stands)
	}
	must(t)(s.AcknowledgeQuestion(ctx, id, "2026-11-13"))
	if r := owed(); r.Stands.Told != "2026-11-13" {
		t.Errorf("acknowledged: %+v", r.Stands)
	}
}

// rules.md R13: a new message has a clock of its own.
func TestANewMessageHasItsOwnClock(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	first := logged(t, s, model.Contact{FamilyID: o.family, At: "2026-11-12T09:00", Kind: model.Question, Note: "the trip"})
	must(t)(s.AnswerQuestion(ctx, first, "2026-11-13"))
	logged(t, s, model.Contact{FamilyID: o.family, At: "2026-11-23T09:00", Kind: model.Question, Note: "the coat"})
	page, err := s.RepliesOwed(ctx, "", tuesdayMorning, worldOf(t, s), 50, 0)
	if err != nil || page.Total != 1 || page.Rows[0].Clock != "day 1 of 5" {
		t.Errorf("%+v, %v", page, err)
	}
}

// rules.md R14: in the evening, at the weekend and in the holidays nobody is reminded.
func TestTodayRemindsNobodyInTheEvening(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for _, kind := range []model.ContactKind{model.Concern, model.Question} {
		logged(t, s, model.Contact{FamilyID: o.family, At: "2026-09-14T08:40", Kind: kind, Note: "lunchtimes"})
	}
	for at, want := range map[model.Moment]int{tuesdayMorning: 3, "2026-11-24T20:10": 0, "2026-11-21T10:00": 0} {
		page, err := s.Today(ctx, at, worldOf(t, s))
		if err != nil {
			t.Fatal(err)
		}
		figures, err := s.TodayFigures(ctx, at, worldOf(t, s))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(page.Waiting.Lines) + len(page.Worries.Lines) + len(figures.Quiet.Lines); got != want {
			t.Errorf("%s: %d lines, want %d", at, got, want)
		}
	}
}
