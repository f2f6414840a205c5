package store

import (
	"fmt"
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

func followUpIn(t testing.TB, s *Store, id int64) model.FollowUp {
	t.Helper()
	f, err := s.FollowUp(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func addFollowUp(t testing.TB, s *Store, f model.FollowUp) int64 {
	t.Helper()
	return must(t)(s.SaveFollowUp(ctx, f)).New
}

func TestMovingAPromiseKeepsTheOldDate(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: "ring Jan", Due: "2026-11-24", DueAt: "16:00", DateTold: true})
	if c := must(t)(s.MoveFollowUp(ctx, id, "2026-11-27", "", "Ms Reed")); c.Title != "moved to Fri 27 Nov" {
		t.Errorf("the footer says %q", c.Title)
	}
	f := followUpIn(t, s, id)
	if want := []model.OldDue{{Due: "2026-11-24", MovedOn: "2026-11-24"}}; !slices.Equal(f.OldDues, want) {
		t.Errorf("old dates: %v", f.OldDues)
	}
	if f.Due != "2026-11-27" || f.DueAt != "" || f.DateTold || f.DueSetBy != "Ms Reed" {
		t.Errorf("got %+v", f)
	}
	must(t)(s.Undo(ctx))
	if f = followUpIn(t, s, id); f.Due != "2026-11-24" || len(f.OldDues) != 0 || !f.DateTold {
		t.Errorf("after undo: %+v", f)
	}
}

func TestPromisesAreDoneOpenedAgainAndDropped(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: "ring Jan", Due: "2026-11-24"})
	must(t)(s.SettleFollowUp(ctx, id, "2026-11-23", true))
	if f := followUpIn(t, s, id); f.State != model.Done || f.StateOn != "2026-11-23" || f.ToldOn != "2026-11-23" {
		t.Errorf("got %+v", f)
	}
	refuses(t, "open it again")(s.MoveFollowUp(ctx, id, "2026-12-01", "", "me"))
	must(t)(s.ReopenFollowUp(ctx, id))
	refuses(t, "why it is dropped")(s.DropFollowUp(ctx, id, " "))
	must(t)(s.DropFollowUp(ctx, id, "she rang us"))
	if f := followUpIn(t, s, id); f.State != model.Dropped || f.StateOn != "2026-11-24" || f.StateWhy != "she rang us" {
		t.Errorf("got %+v", f)
	}
}

// product.md, the circle: from a follow-up done to the log entry that says so.
func TestTellingTheFamilyWritesTheLogByItself(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	id := addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: "library open at 12:10", Due: "2026-11-24"})
	must(t)(s.SettleFollowUp(ctx, id, "", false))
	must(t)(s.TellFamily(ctx, id, "", o.ngozi, model.ByText))
	log, err := s.FamilyContacts(ctx, o.family, 10, 0)
	if err != nil || len(log) != 1 {
		t.Fatalf("%v, %v", log, err)
	}
	c := log[0]
	if c.Note != "Told that this is done: library open at 12:10" || c.Channel != model.ByText || c.Dir != model.Out || !slices.Equal(c.Adults, []int64{o.ngozi}) {
		t.Errorf("got %+v", c)
	}
	if f := followUpIn(t, s, id); f.ToldOn != "2026-11-24" {
		t.Errorf("told on %q", f.ToldOn)
	}
}

func TestFollowUpsStandUnderTheirHeadings(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for _, f := range []model.FollowUp{
		{What: "no date"},
		{What: "friday", Due: "2026-11-27"},
		{What: "sunday", Due: "2026-11-29"},
		{What: "monday", Due: "2026-11-30"},
		{What: "today", Due: "2026-11-24"},
		{What: "today at four", Due: "2026-11-24", DueAt: "16:00"},
		{What: "yesterday", Due: "2026-11-23", AdultID: o.ngozi},
		{What: "family's, late", Due: "2026-11-20", Whose: model.OfFamily},
		{What: "staff's", Whose: model.OfStaff, Who: "Mr Shah"},
	} {
		f.FamilyID = o.family
		addFollowUp(t, s, f)
	}
	addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: "done", State: model.Done, StateOn: "2026-11-20"})
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 100, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range list.Rows {
		got = append(got, string(r.Group)+": "+r.What)
	}
	want := []string{"late: yesterday", "today: today at four", "today: today", "this week: friday", "this week: sunday",
		"later: monday", "later: no date", "waiting for others: family's, late", "waiting for others: staff's"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if counts := fmt.Sprint(list.Counts); counts != "[{late 1} {today 2} {this week 2} {later 2} {waiting for others 2}]" {
		t.Errorf("counts %s", counts)
	}
	if first := list.Rows[0]; first.Days != -1 || first.ToWhom != "Mrs Okafor" || first.Family != "Okafor" {
		t.Errorf("got %+v", first)
	}
	window, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 2, 3)
	if err != nil || window.Total != 9 || window.Offset != 3 || len(window.Rows) != 2 || window.Rows[0].What != "friday" {
		t.Errorf("%+v, %v", window, err)
	}
}

func TestFollowUpsAreFilteredByEveryWord(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	nowak := must(t)(s.SaveFamily(ctx, model.Family{Name: "Nowak"})).New
	addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: "ring about 100% of the trip"})
	addFollowUp(t, s, model.FollowUp{FamilyID: nowak, What: "ring back", Hidden: "2026-11-30"})
	for words, want := range map[string]int{"ring": 2, "ring okaf": 1, "ngozi": 1, "nowak trip": 0, "100%": 1, "%": 1, "'; DROP": 0} {
		list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Words: words}, 10, 0)
		if err != nil || list.Total != want || len(list.Rows) != want {
			t.Errorf("%q finds %d, %v; want %d", words, list.Total, err, want)
		}
	}
	awake, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", NotHidden: true}, 10, 0)
	if err != nil || awake.Total != 1 {
		t.Errorf("%d are awake, %v", awake.Total, err)
	}
	must(t)(s.RemoveFamily(ctx, nowak))
	if list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 10, 0); err != nil || list.Total != 1 {
		t.Errorf("what belongs to a removed family still shows: %d, %v", list.Total, err)
	}
}

func TestPastFollowUpsComeLastSettledFirst(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	for i, on := range []model.Date{"2026-11-20", "2026-11-23", "2026-11-21"} {
		id := addFollowUp(t, s, model.FollowUp{FamilyID: o.family, What: fmt.Sprint(i)})
		must(t)(s.SettleFollowUp(ctx, id, on, false))
	}
	list, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24", Past: true}, 2, 0)
	if err != nil || list.Total != 3 || len(list.Rows) != 2 || list.Rows[0].What != "1" || list.Rows[1].What != "2" || list.Rows[0].Group != view.NotOpen {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestFollowUpsThatCannotBeAreRefused(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	refuses(t, "needs a family")(s.SaveFollowUp(ctx, model.FollowUp{What: "ring"}))
	refuses(t, "what is to be done")(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family}))
	refuses(t, "date is not one")(s.SaveFollowUp(ctx, model.FollowUp{FamilyID: o.family, What: "ring", Due: "2026-13-01"}))
	refuses(t, "no longer there")(s.SettleFollowUp(ctx, 99, "", false))
}
