package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kettle/model"
	"kettle/model/view"
)

const tuesday = model.Date("2026-11-24")

func gridOf(t testing.TB, s *Store, words string, limit, offset int) view.SENGrid {
	t.Helper()
	first, last := model.SchoolYear(tuesday)
	grid, err := s.SENGrid(ctx, view.SENFilter{Words: words, From: first, To: last}, limit, offset)
	if err != nil {
		t.Fatal(err)
	}
	return grid
}

func countdownOf(t testing.TB, s *Store, words string, limit, offset int) view.ReviewCountdown {
	t.Helper()
	world, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	list, err := s.ReviewCountdown(ctx, words, tuesday, world, limit, offset)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// addPupil keeps a family of that name with one child.
func addPupil(t testing.TB, s *Store, name string, p model.Pupil) (family, pupil int64) {
	t.Helper()
	family = must(t)(s.SaveFamily(ctx, model.Family{Name: name})).New
	p.FamilyID, p.Forename, p.Surname = family, "Child", name
	return family, must(t)(s.SavePupil(ctx, p)).New
}

func meet(t testing.TB, s *Store, family, pupil int64, kind model.MeetingKind, status model.MeetingStatus, start model.Moment) int64 {
	t.Helper()
	return must(t)(s.SaveMeeting(ctx, model.Meeting{FamilyID: family, Pupils: []int64{pupil}, Kind: kind, Status: status, Start: start})).New
}

func TestTheGridHoldsPupilsOnRollWithSupportOrAPlanByClass(t *testing.T) { // rules.md R32
	s := openNew(t)
	addPupil(t, s, "Ten", model.Pupil{SEN: model.SENSupport, Year: "10", Class: "10A"})
	addPupil(t, s, "Two", model.Pupil{SEN: model.EHCP, Year: "2", Class: "2B"})
	addPupil(t, s, "Reception", model.Pupil{SEN: model.SENSupport, Year: "R", Class: "RA"})
	addPupil(t, s, "None", model.Pupil{SEN: model.NoSEN, Year: "2", Class: "2B"})
	addPupil(t, s, "Unknown", model.Pupil{Year: "2", Class: "2B"})
	addPupil(t, s, "Gone", model.Pupil{SEN: model.EHCP, Year: "2", Class: "2B", Roll: model.Left})
	removed, _ := addPupil(t, s, "Removed", model.Pupil{SEN: model.EHCP, Year: "2"})
	must(t)(s.RemoveFamily(ctx, removed))
	var names []string
	for _, r := range gridOf(t, s, "", 10, 0).Rows {
		names = append(names, r.Family)
	}
	if !slices.Equal(names, []string{"Reception", "Two", "Ten"}) {
		t.Errorf("listed: %v", names)
	}
	if grid := gridOf(t, s, "two", 10, 0); grid.Total != 1 || grid.Rows[0].Family != "Two" {
		t.Errorf("found by “two”: %+v", grid)
	}
}

func TestTheGridBringsTheMeetingsOfTheYearWithTheirRecords(t *testing.T) { // rules.md R32 and R33
	s := openNew(t)
	family, pupil := addPupil(t, s, "Okafor", model.Pupil{SEN: model.SENSupport, Year: "4"})
	held := meet(t, s, family, pupil, model.TermlyReview, model.Held, "2026-10-14T15:30")
	meet(t, s, family, pupil, model.TermlyReview, model.Planned, "")
	meet(t, s, family, pupil, model.TermlyReview, model.Held, "2026-07-08T15:30")
	meet(t, s, family, pupil, model.HonestConversation, model.Held, "2026-11-02T15:30")
	meet(t, s, family, pupil, model.TermlyReview, model.Cancelled, "2026-11-02T15:30")
	must(t)(s.GiveRecord(ctx, held, "2026-10-20", model.ByEmail))
	meetings := gridOf(t, s, "", 10, 0).Rows[0].Meetings
	if len(meetings) != 2 || meetings[1].ID != held || meetings[1].Record != "2026-10-20" || meetings[1].RecordBy != model.ByEmail {
		t.Fatalf("of the year: %+v", meetings)
	}
	if _, err := s.GiveRecord(ctx, held, "", model.ByEmail); err == nil {
		t.Error("a record was given on no day")
	}
	must(t)(s.Undo(ctx))
	if after := gridOf(t, s, "", 10, 0).Rows[0].Meetings; after[1].Record != "" {
		t.Error("undo leaves the record given")
	}
}

func TestTheReportOfAnAnnualReviewIsItsRecord(t *testing.T) { // rules.md R33 and R35
	s := openNew(t)
	o := addOkafors(t, s)
	m := meet(t, s, o.family, o.chidi, model.AnnualReview, model.Held, "2026-11-02T15:30")
	ngozi := must(t)(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: m, Side: model.FamilySide, AdultID: o.ngozi, Name: "Mrs Okafor", Invited: "2026-10-12"})).New
	emeka := must(t)(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: m, Side: model.FamilySide, AdultID: o.emeka, Name: "Mr Okafor", Invited: "2026-10-12"})).New
	record := func() model.Date { return gridOf(t, s, "", 10, 0).Rows[0].Meetings[0].Record }
	must(t)(s.SendReport(ctx, []int64{ngozi}, "2026-11-10"))
	if record() != "" {
		t.Error("it counts as given while one parent has none")
	}
	must(t)(s.SendReport(ctx, []int64{emeka}, "2026-11-12"))
	if record() != "2026-11-12" {
		t.Errorf("given %q", record())
	}
}

func TestTheCountdownBeginsWithTheNearest(t *testing.T) { // rules.md R34 to R37
	s := openNew(t)
	addPupil(t, s, "Spring", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2026-06-10"})
	addPupil(t, s, "Unknown", model.Pupil{SEN: model.EHCP, Year: "3"})
	addPupil(t, s, "Moves", model.Pupil{SEN: model.EHCP, Year: "6", PlanMade: "2026-08-30"})
	addPupil(t, s, "Support", model.Pupil{SEN: model.SENSupport, Year: "3", PlanMade: "2026-01-10"})
	addPupil(t, s, "School's date", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2026-06-10", ReviewBy: "2027-01-12"})
	family, pupil := addPupil(t, s, "Waits", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2025-11-30"})
	held := meet(t, s, family, pupil, model.AnnualReview, model.Held, "2026-11-02T10:00")
	family, pupil = addPupil(t, s, "Planned", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2026-01-30"})
	planned := meet(t, s, family, pupil, model.AnnualReview, model.Planned, "2026-12-08T10:00")
	list := countdownOf(t, s, "", 10, 0)
	var names []string
	for _, r := range list.Rows {
		names = append(names, r.Family)
	}
	if want := []string{"Moves", "Waits", "Planned", "School's date", "Spring", "Unknown"}; !slices.Equal(names, want) || list.Total != len(want) {
		t.Fatalf("%d: %v, not %v", list.Total, names, want)
	}
	if list.Rows[1].Meeting.ID != held || list.Rows[2].Meeting.ID != planned || list.Rows[0].Meeting.ID != 0 {
		t.Error("the reviews under way are not those of the rows")
	}
	if page := countdownOf(t, s, "", 2, 3); page.Offset != 3 || len(page.Rows) != 2 || page.Rows[0].Family != "School's date" {
		t.Errorf("a page: %+v", page)
	}
}

// A move counts where the pupil's own school has no year group for it.
func TestThoseWhoLeaveAPost16PlaceStandBeforeTheirDay(t *testing.T) { // rules.md R37
	s := openNew(t)
	college := must(t)(s.SaveSchool(ctx, model.School{Name: "Quay College", Kind: model.Academy, YearGroups: "12 13"})).New
	for _, p := range []struct {
		family string
		year   model.YearGroup
	}{{"Stays", "12"}, {"Leaves", "13"}} {
		addPupil(t, s, p.family, model.Pupil{SchoolID: college, SEN: model.EHCP, Year: p.year, PlanMade: "2026-06-10"})
	}
	addPupil(t, s, "Spring", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2026-05-10"})
	var names []string
	for _, r := range countdownOf(t, s, "", 10, 0).Rows {
		names = append(names, r.Family)
	}
	if want := []string{"Leaves", "Spring", "Stays"}; !slices.Equal(names, want) {
		t.Errorf("%v, not %v", names, want)
	}
	world, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	page, err := s.TodayFigures(ctx, "2026-12-20T09:00", world)
	if err != nil || !slices.ContainsFunc(page.Coming, func(c view.ComingUp) bool { return c.On == "2027-01-07" && strings.Contains(c.What, "annual review") }) {
		t.Errorf("Today says %+v, %v", page.Coming, err)
	}
}

func TestTheStoreAndTheRuleAgreeOnWhichReviewIsUnderWay(t *testing.T) { // rules.md R34
	s := openNew(t)
	family, pupil := addPupil(t, s, "Nowak", model.Pupil{SEN: model.EHCP, Year: "3"})
	meeting := meet(t, s, family, pupil, model.AnnualReview, model.Planned, "2026-11-02T10:00")
	rapid.Check(t, func(rt *rapid.T) {
		p, err := s.Pupil(ctx, pupil)
		if err != nil {
			rt.Fatal(err)
		}
		days := []model.Date{"", "2025-12-01", "2026-11-02", "2026-11-20", "2027-10-31", "2027-11-02", "2027-11-03"}
		p.PlanMade, p.ReviewBy = rapid.SampledFrom(days).Draw(rt, "plan"), rapid.SampledFrom(days).Draw(rt, "by")
		must(t)(s.SavePupil(ctx, p))
		m := model.Meeting{Kind: model.AnnualReview, Start: "2026-11-02T10:00"}
		m.Status = rapid.SampledFrom(model.MeetingStatuses).Draw(rt, "status")
		m.CouncilDecided, m.FinalPlan = rapid.SampledFrom(days).Draw(rt, "decided"), rapid.SampledFrom(days).Draw(rt, "final")
		m.CouncilDecision = rapid.SampledFrom(append(model.CouncilDecisions, "")).Draw(rt, "decision")
		if _, err := s.writer.Exec("UPDATE meeting SET status = ?, council_decided = ?, council_decision = ?, final_plan = ? WHERE id = ?",
			string(m.Status), string(m.CouncilDecided), string(m.CouncilDecision), string(m.FinalPlan), meeting); err != nil {
			rt.Fatal(err)
		}
		open := countdownOf(t, s, "", 1, 0).Rows[0].Meeting.ID != 0
		if want := p.OpenReview(m); open != want {
			rt.Fatalf("the store says %v, the rule %v: plan %q, by %q, %+v", open, want, p.PlanMade, p.ReviewBy, m)
		}
	})
}

func TestNobodyBehindTheWallIsCountedOrWrittenTo(t *testing.T) { // data.md, pupil_adult
	s := openNew(t)
	o := addOkafors(t, s)
	if _, err := s.writer.Exec("UPDATE pupil SET sen = 'E', plan_made = '2026-03-10' WHERE id = ?", o.chidi); err != nil {
		t.Fatal(err)
	}
	m := meet(t, s, o.family, o.chidi, model.AnnualReview, model.Planned, "2026-12-08T10:00")
	must(t)(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: m, Side: model.FamilySide, AdultID: o.ngozi, Name: "Mrs Okafor"}))
	emeka := must(t)(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: m, Side: model.FamilySide, AdultID: o.emeka, Name: "Mr Okafor"})).New
	if n := len(countdownOf(t, s, "", 1, 0).Rows[0].People); n != 2 {
		t.Fatalf("%d people", n)
	}
	if _, err := s.writer.Exec("UPDATE pupil_adult SET court_order = 1 WHERE adult_id = ?", o.emeka); err != nil {
		t.Fatal(err)
	}
	if people := countdownOf(t, s, "", 1, 0).Rows[0].People; len(people) != 1 || people[0].AdultID != o.ngozi {
		t.Errorf("counted: %+v", people)
	}
	for what, mark := range map[string]func() (view.Change, error){
		"invited":         func() (view.Change, error) { return s.InviteToReview(ctx, []int64{emeka}, tuesday, model.ByLetter) },
		"asked":           func() (view.Change, error) { return s.AskAdvice(ctx, []int64{emeka}, tuesday) },
		"sent the advice": func() (view.Change, error) { return s.SendAdviceOn(ctx, []int64{emeka}, tuesday) },
		"sent the report": func() (view.Change, error) { return s.SendReport(ctx, []int64{emeka}, tuesday) },
	} {
		if _, err := mark(); err == nil {
			t.Errorf("somebody behind the wall was %s", what)
		}
	}
	var link int64
	if err := s.writer.QueryRow("SELECT id FROM pupil_adult WHERE adult_id = ?", o.emeka).Scan(&link); err != nil {
		t.Fatal(err)
	}
	must(t)(s.AnswerOrder(ctx, model.OrderAnswer{MeetingID: m, LinkID: link, CheckedBy: "Ms Reed", Answer: model.OrderAllows, On: tuesday}))
	if n := len(countdownOf(t, s, "", 1, 0).Rows[0].People); n != 2 {
		t.Errorf("with the order read, %d people count", n)
	}
}

func TestTheCouncilsDecisionBeginsTheNextYearOfThePlan(t *testing.T) { // rules.md R34
	s := openNew(t)
	family, pupil := addPupil(t, s, "Nowak", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2025-12-10", ReviewBy: "2026-12-10"})
	m := meet(t, s, family, pupil, model.AnnualReview, model.Held, "2026-11-02T10:00")
	if _, err := s.KeepCouncilDecision(ctx, m, "2026-11-24", model.NoDecisionYet); err == nil {
		t.Error("no decision was kept as one")
	}
	must(t)(s.KeepCouncilDecision(ctx, m, "2026-11-24", model.AmendsPlan))
	p, err := s.Pupil(ctx, pupil)
	if err != nil || p.PlanMade != "2026-11-24" || p.LastReview != "2026-11-02" || p.ReviewBy != "" {
		t.Errorf("the plan: %+v, %v", p, err)
	}
	must(t)(s.KeepAmendmentNotice(ctx, m, "2026-11-25"))
	if row := countdownOf(t, s, "", 1, 0).Rows[0]; row.Meeting.ID != m || row.Meeting.AmendmentNotice != "2026-11-25" {
		t.Errorf("until the plan is final, its review goes on: %+v", row.Meeting)
	}
	must(t)(s.KeepFinalPlan(ctx, m, "2027-01-10"))
	if row := countdownOf(t, s, "", 1, 0).Rows[0]; row.Meeting.ID != 0 {
		t.Error("a review that is finished counts on")
	}
	for range 3 {
		must(t)(s.Undo(ctx))
	}
	if p, err = s.Pupil(ctx, pupil); err != nil || p.PlanMade != "2025-12-10" || p.ReviewBy != "2026-12-10" {
		t.Errorf("taken back: %+v, %v", p, err)
	}
}

func TestAPlanThatEndsBeginsNoYear(t *testing.T) {
	s := openNew(t)
	family, pupil := addPupil(t, s, "Nowak", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2025-12-10"})
	m := meet(t, s, family, pupil, model.AnnualReview, model.Held, "2026-11-02T10:00")
	must(t)(s.KeepCouncilDecision(ctx, m, "2026-11-24", model.CeasesPlan))
	if p, err := s.Pupil(ctx, pupil); err != nil || p.PlanMade != "2025-12-10" {
		t.Errorf("the plan: %+v, %v", p, err)
	}
}

func TestTodaySaysWhichStepOfAReviewIsDue(t *testing.T) { // rules.md R33 and R35
	s := openNew(t)
	addSchool(t, s)
	family, pupil := addPupil(t, s, "Nowak", model.Pupil{SEN: model.EHCP, Year: "3", PlanMade: "2026-01-30"})
	m := meet(t, s, family, pupil, model.AnnualReview, model.Planned, "2026-12-10T10:00")
	must(t)(s.SaveMeetingPerson(ctx, model.MeetingPerson{MeetingID: m, Side: model.OtherSide, Name: "Mr Stone", Role: "SEN officer", AdviceAsked: "2026-11-12"}))
	family, pupil = addPupil(t, s, "Haddad", model.Pupil{SEN: model.SENSupport, Year: "3"})
	held := meet(t, s, family, pupil, model.TermlyReview, model.Held, "2026-11-04T10:00")
	coming := func(what string) (view.ComingUp, bool) {
		for _, c := range todayOf(t, s).Coming {
			if c.What == what {
				return c, true
			}
		}
		return view.ComingUp{}, false
	}
	if c, ok := coming("Nowak: invitations"); !ok || c.On != "2026-11-26" || c.Late || c.Meeting != m {
		t.Errorf("invitations: %+v", c)
	}
	if c, ok := coming("Haddad: SEN record to the parents"); !ok || !c.Late || c.Meeting != held {
		t.Errorf("the record: %+v", c)
	}
	must(t)(s.GiveRecord(ctx, held, tuesday, model.ByLetter))
	if _, ok := coming("Haddad: SEN record to the parents"); ok {
		t.Error("a record that was given is asked for")
	}
}

func TestAWholeAuthorityOfPupilsIsReadInPages(t *testing.T) {
	s := openNew(t)
	for i := range 300 {
		addPupil(t, s, fmt.Sprintf("Family %03d", i), model.Pupil{SEN: model.EHCP, Year: "3", Class: "3A", PlanMade: model.Date("2026-01-01").AddDays(i)})
	}
	seen := map[int64]bool{}
	for offset := 0; offset < 300; offset += 120 {
		list, grid := countdownOf(t, s, "", 120, offset), gridOf(t, s, "", 120, offset)
		if list.Total != 300 || grid.Total != 300 || len(list.Rows) > 120 || len(grid.Rows) > 120 {
			t.Fatalf("page at %d: %d of %d, %d of %d", offset, len(list.Rows), list.Total, len(grid.Rows), grid.Total)
		}
		for _, r := range list.Rows {
			seen[r.Pupil.ID] = true
		}
	}
	if len(seen) != 300 {
		t.Errorf("the pages hold %d pupils", len(seen))
	}
}
