package store

import (
	"errors"
	"os"
	"reflect"
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"
	"kettle/store/demo"
)

func madeUp(families int) demo.School {
	return demo.Make(demo.Options{Families: families, Seed: 7, Today: "2026-11-24", Now: "2026-11-24T08:50"})
}

func openFilled(t testing.TB, school demo.School) *Store {
	t.Helper()
	s := openNew(t)
	if err := s.Fill(ctx, school); err != nil {
		t.Fatal(err)
	}
	return s
}

func rowCount(t testing.TB, s *Store, query string) int {
	t.Helper()
	var n int
	if err := s.readers.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

func TestFillWritesAllThatWasMade(t *testing.T) {
	school := madeUp(demo.UsualFamilies)
	s := openFilled(t, school)
	phones, told := 0, 0
	for _, a := range school.Adults {
		phones += len(a.Phones)
	}
	for _, c := range school.Contacts {
		told += len(c.Told)
	}
	for table, want := range map[string]int{
		"school": len(school.Schools), "term": 9 * len(school.Schools), "closed_day": 15 * len(school.Schools), "staff": len(school.Staff), "room": len(school.Rooms),
		"own_template": len(school.OwnTemplates), "own_item": len(school.OwnItems),
		"professional": len(school.Professionals), "family": len(school.Families), "family_entry": len(school.Entries), "welcome_point": len(school.Welcome),
		"pupil": len(school.Pupils), "sen_change": len(school.SENChanges), "adult": len(school.Adults), "phone": phones, "pupil_adult": len(school.Links),
		"family_adult": len(school.ByHand), "household": len(school.Households), "contact": len(school.Contacts), "contact_told": told,
		"meeting": len(school.Meetings), "meeting_person": len(school.People), "time_option": len(school.Times), "agenda_item": len(school.Agenda),
		"paper": len(school.Papers), "checklist_mark": len(school.Marks), "outcome": len(school.Outcomes), "agreement": len(school.Agreements),
		"follow_up": len(school.FollowUps), "letter": len(school.Letters), "order_answer": len(school.Orders), "family_index": len(school.Families),
		"account": len(school.Accounts), "transition": len(school.Moves),
		"step": 0, "change_log": 0,
	} {
		if got := rowCount(t, s, "SELECT count(*) FROM "+table); got != want {
			t.Errorf("%s holds %d rows, not %d", table, got, want)
		}
	}
}

func TestNothingInADemoPointsNowhere(t *testing.T) {
	s := openFilled(t, madeUp(300))
	if n := rowCount(t, s, "SELECT count(*) FROM pragma_foreign_key_check"); n != 0 {
		t.Errorf("%d rows point at nothing", n)
	}
	if n := rowCount(t, s, "SELECT count(*) FROM meeting WHERE host_id <> 0 AND host_id NOT IN (SELECT id FROM meeting_person WHERE meeting_id = meeting.id)"); n != 0 {
		t.Errorf("%d meetings are led by somebody who is not there", n)
	}
}

func TestWhatWasMadeIsReadAgain(t *testing.T) {
	school := madeUp(demo.UsualFamilies)
	s := openFilled(t, school)
	adult, err := s.Adult(ctx, 1)
	if err != nil || !reflect.DeepEqual(adult, school.Adults[0]) {
		t.Errorf("%+v, %v", adult, err)
	}
	for _, c := range school.Contacts {
		got, err := s.Contact(ctx, c.ID)
		if err != nil || !reflect.DeepEqual(got, c) {
			t.Fatalf("%+v\nis read as\n%+v, %v", c, got, err)
		}
	}
	for _, f := range school.FollowUps {
		got, err := s.FollowUp(ctx, f.ID)
		if err != nil || !reflect.DeepEqual(got, f) {
			t.Fatalf("%+v\nis read as\n%+v, %v", f, got, err)
		}
	}
	for _, m := range school.Meetings {
		got, err := s.MeetingPrep(ctx, m.ID)
		if err != nil || !reflect.DeepEqual(got.Meeting, m) {
			t.Fatalf("%+v\nis read as\n%+v, %v", m, got.Meeting, err)
		}
	}
}

func TestScreensOfADemoAreNotEmpty(t *testing.T) {
	s := openFilled(t, madeUp(demo.UsualFamilies))
	world, err := s.World(ctx)
	if err != nil || world.Me.Name != "Ms Reed" || !world.MadeUp || !world.Asked || !world.Calendar(1).HasTerms() {
		t.Errorf("%+v, %v", world, err)
	}
	promises, err := s.FollowUps(ctx, view.FollowUpFilter{Today: "2026-11-24"}, 100, 0)
	if err != nil || slices.ContainsFunc(promises.Counts, func(c view.FollowUpCount) bool { return c.N == 0 }) {
		t.Errorf("a group of follow-ups is empty: %+v, %v", promises.Counts, err)
	}
	meetings, err := s.MeetingList(ctx, view.MeetingFilter{}, 10, 0)
	if err != nil || len(meetings.Rows) == 0 || !slices.ContainsFunc(meetings.Rows, func(r view.MeetingRow) bool { return r.Family == "Okafor" && r.Start == "2026-11-24T15:30" }) {
		t.Errorf("%+v, %v", meetings.Rows, err)
	}
}

func TestADemoSaysThatItIsOne(t *testing.T) {
	s := openNew(t)
	if made, err := s.MadeByDemo(ctx); made || err != nil {
		t.Errorf("a new caseload: %v, %v", made, err)
	}
	if err := s.Fill(ctx, madeUp(3)); err != nil {
		t.Fatal(err)
	}
	if made, err := s.MadeByDemo(ctx); !made || err != nil {
		t.Errorf("a demo: %v, %v", made, err)
	}
	if n := rowCount(t, s, "SELECT count(*) FROM about WHERE (key, value) IN (('day', '2026-11-24'), ('seed', '7'))"); n != 2 {
		t.Error("day and seed are not noted")
	}
}

func TestFillDoesNotTouchACaseloadInUse(t *testing.T) {
	s := openFilled(t, madeUp(2))
	var problem Problem
	if err := s.Fill(ctx, madeUp(3)); !errors.As(err, &problem) {
		t.Errorf("filled twice: %v", err)
	}
	if n := rowCount(t, s, "SELECT count(*) FROM family"); n != 2 {
		t.Errorf("%d families", n)
	}
}

func TestADemoCanBeChangedLikeAnyCaseload(t *testing.T) {
	s := openFilled(t, madeUp(3))
	if _, err := s.SettleFollowUp(ctx, 1, model.Date("2026-11-24"), false); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if f, err := s.FollowUp(ctx, 1); err != nil || f.State != madeUp(3).FollowUps[0].State {
		t.Errorf("%+v, %v", f, err)
	}
}

func BenchmarkFillTenThousand(b *testing.B) {
	school := madeUp(10000)
	for b.Loop() {
		s := openFilled(b, school)
		file, err := os.Stat(s.Path())
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(file.Size())/1e6, "MB")
	}
}
