package store

import (
	"fmt"
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// lineFor is the end of the meeting about lunchtimes, as a person would keep it.
func lineFor(meeting int64, o okafors) view.DrawnLine {
	return view.DrawnLine{
		MeetingID: meeting, Ended: "2026-11-24T16:18", Closed: model.Yes, OpenDoor: true,
		Outcomes: []string{"Chidi may spend lunch in the library."},
		Agreements: []model.Agreement{
			{Text: "Mr Shah opens the library at 12:10", Whose: model.OfStaff, Who: "Mr Shah", From: "2026-11-30"},
			{Text: "Mrs Okafor tells Chidi tonight", Whose: model.OfFamily, AdultID: o.ngozi, Due: "2026-11-24"},
			{Text: "Ask both how the first week went", Due: "2026-12-04"},
		},
		ThankYous: []view.ThankYou{{AdultID: o.ngozi, By: model.ByText}, {AdultID: o.emeka, By: model.ByPhone, Due: "2026-11-26"}},
		Letters:   []model.Letter{{AdultID: o.ngozi, Body: "Dear Mrs Okafor"}, {AdultID: o.emeka, Body: "Dear Mr Okafor"}},
		Next:      view.NextMeeting{Start: "2026-12-01T15:30"},
	}
}

// promisesOf are the open follow-ups of a meeting, each in one line.
func promisesOf(t testing.TB, s *Store, meeting int64) []string {
	t.Helper()
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Meeting: meeting}, 100, 0)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range list.Rows {
		lines = append(lines, fmt.Sprintf("%s %s %s: %s (told %v)", r.Kind, r.Whose, r.Due, r.What, r.DateTold))
	}
	slices.Sort(lines)
	return lines
}

// practices 44 to 47
func TestDrawingALineMakesExactlyWhatItSays(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.SaveAgreement(ctx, model.Agreement{MeetingID: id, Text: "a first try that was given up"}))
	before := contentOf(t, s)
	change := must(t)(s.DrawLine(ctx, lineFor(id, o)))
	if n := len(change.Touched[view.FollowUp]); n != 6 || len(change.Touched[view.Letter]) != 2 || len(change.Touched[view.Meeting]) != 2 {
		t.Errorf("got %v", change.Touched)
	}
	want := []string{
		"action family 2026-11-24: Mrs Okafor tells Chidi tonight (told true)",
		"action me 2026-12-04: Ask both how the first week went (told true)",
		"action staff 2026-11-30: Mr Shah opens the library at 12:10 (told true)",
		"summary me 2026-12-01: Send the 2 summaries of the meeting (told false)",
		"thank-you me 2026-11-25: Thank Mrs Okafor for the meeting (text) (told false)",
		"thank-you me 2026-11-26: Thank Mr Okafor for the meeting (phone) (told false)",
	}
	if got := promisesOf(t, s, id); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	p := prepOf(t, s, id)
	if m := p.Meeting; m.Status != model.Held || m.Start != "2026-11-24T16:18" || m.Closed != model.Yes || m.NextDate != "2026-12-01T15:30" || !m.OpenDoor {
		t.Errorf("got %+v", m)
	}
	if len(p.Agreements) != 3 || p.Agreements[1].Who != "Mrs Okafor" || p.Agreements[2].FollowUpID == 0 || len(p.Outcomes) != 1 {
		t.Errorf("got %+v, %+v", p.Agreements, p.Outcomes)
	}
	if len(p.Letters) != 2 || p.Letters[0].Kind != model.SummaryOfMeeting || p.Letters[0].Sent != "" {
		t.Errorf("got %+v", p.Letters)
	}
	refuses(t, "held already")(s.DrawLine(ctx, lineFor(id, o)))
	refuses(t, "has been held")(s.CancelMeeting(ctx, id, "by mistake"))
	must(t)(s.Undo(ctx))
	if diff := differences(before, contentOf(t, s)); diff != "" {
		t.Errorf("undo leaves something behind:\n%s", diff)
	}
}

func TestTheSamePeopleMeetAgainAndAreAskedAnew(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	p := prepOf(t, s, id)
	for _, person := range p.People[:2] {
		must(t)(s.MarkInvited(ctx, person.ID, "2026-11-20", model.ByPhone))
		must(t)(s.AnswerInvitation(ctx, person.ID, model.Comes))
	}
	must(t)(s.AnswerOrder(ctx, allows(id, orderOn(t, s, o))))
	must(t)(s.DrawLine(ctx, lineFor(id, o)))
	coming, err := s.MeetingList(ctx, view.MeetingFilter{}, 10, 0)
	if err != nil || coming.Total != 1 {
		t.Fatalf("%+v, %v", coming, err)
	}
	next := prepOf(t, s, coming.Rows[0].ID)
	if m := next.Meeting; m.Start != "2026-12-01T15:30" || m.AfterID != id || m.Minutes != 45 || m.Kind != model.HonestConversation || !slices.Equal(m.Pupils, []int64{o.chidi}) {
		t.Errorf("got %+v", m)
	}
	var names []string
	for _, person := range next.People {
		names = append(names, person.Name)
		if person.Invited != "" || person.Answer != "" {
			t.Errorf("%s counts as asked already", person.Name)
		}
	}
	if !slices.Equal(names, []string{"Mrs Okafor", "Ms Reed"}) {
		t.Errorf("%v are on the list: an order that was answered for one meeting holds for that one", names)
	}
	if next.Person(next.Meeting.HostID).Name != "Ms Reed" || next.Before.ID != id || len(next.BeforeOwed) != 6 {
		t.Errorf("led by %q, after %+v with %d promises", next.Person(next.Meeting.HostID).Name, next.Before, len(next.BeforeOwed))
	}
}

func TestNoNextDateMakesADayToAsk(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.DrawLine(ctx, view.DrawnLine{MeetingID: id, Ended: "2026-11-24T16:18", NoSummary: true, AskAgain: "2027-01-08"}))
	if got := promisesOf(t, s, id); !slices.Equal(got, []string{"meet again me 2027-01-08: Ask whether to meet again (told false)"}) {
		t.Errorf("got %q", got)
	}
}

func TestDatesFollowTheSettingsAndSayHowTheyWereCounted(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	addSchool(t, s)
	must(t)(s.SaveSetting(ctx, model.SummaryWithin, "3"))
	must(t)(s.SaveSetting(ctx, model.AskHowWithin, "1"))
	must(t)(s.SaveSetting(ctx, model.ActionWithin, "5"))
	id := planLunchtimes(t, s, o)
	must(t)(s.DrawLine(ctx, view.DrawnLine{MeetingID: id, Ended: "2026-10-21T16:00", AskAgain: "2026-12-01", AskHow: true,
		Agreements: []model.Agreement{{Text: "buddies at lunch", Whose: model.Mine}}}))
	for _, want := range []string{"action me 2026-11-05: buddies at lunch (told false)", "how was it? me 2026-10-22: Ask how the meeting was for them (told false)"} {
		if got := promisesOf(t, s, id); !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Meeting: id, Words: "summary"}, 1, 0)
	if err != nil || len(list.Rows) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	f := followUpIn(t, s, list.Rows[0].ID)
	if f.Due != "2026-11-03" || f.DueFrom != "2026-10-21" || f.DueCount != 3 || f.DueRule != "school days (rules.md R7)" || f.DueSetBy != "setting summary.due" {
		t.Errorf("got %+v", f)
	}
}

func TestWithoutTermDatesThePromiseSaysSo(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	must(t)(s.DrawLine(ctx, view.DrawnLine{MeetingID: id, Ended: "2026-11-27T16:00", NoSummary: true, ThankYous: []view.ThankYou{{AdultID: o.ngozi}}}))
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Meeting: id, Words: "thank"}, 1, 0)
	if err != nil || len(list.Rows) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	if f := followUpIn(t, s, list.Rows[0].ID); f.Due != "2026-11-30" || f.DueRule != "weekdays, no term dates yet" {
		t.Errorf("due %s by %q", f.Due, f.DueRule)
	}
}

func TestSendingTheLettersKeepsThePromises(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	line := lineFor(id, o)
	line.Agreements = nil
	must(t)(s.DrawLine(ctx, line))
	letters := prepOf(t, s, id).Letters
	must(t)(s.MarkLetterSent(ctx, letters[0].ID, "2026-11-25", model.ByEmail))
	if got := promisesOf(t, s, id); len(got) != 3 {
		t.Errorf("one of two summaries is sent, and still open is %q", got)
	}
	must(t)(s.MarkLetterSent(ctx, letters[1].ID, "2026-11-26", model.ByLetter))
	thanks := must(t)(s.SaveLetter(ctx, model.Letter{FamilyID: o.family, MeetingID: id, AdultID: o.ngozi, Kind: model.ThankYouLetter, Body: "Thank you"})).New
	must(t)(s.MarkLetterSent(ctx, thanks, "2026-11-26", model.ByText))
	if got := promisesOf(t, s, id); len(got) != 1 || got[0] != "thank-you me 2026-11-26: Thank Mr Okafor for the meeting (phone) (told false)" {
		t.Errorf("still open is %q", got)
	}
}

func TestALineWithALetterBehindTheWallIsNotDrawn(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := planLunchtimes(t, s, o)
	orderOn(t, s, o)
	refuses(t, "Mr Okafor may not be approached")(s.DrawLine(ctx, lineFor(id, o)))
	if m := prepOf(t, s, id).Meeting; m.Status != model.Planned {
		t.Errorf("half of it was kept: the meeting is %s", m.Status)
	}
}
