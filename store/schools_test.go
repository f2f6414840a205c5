package store

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"kettle/model"
	"kettle/model/view"
)

// autumn2026 is the autumn term of a made-up school: half-term 26 to 30 October, INSET on 2 November.
var autumn2026 = model.CalendarDates{
	Terms: []model.Term{{Year: "2026/27", Name: model.Autumn, Start: "2026-09-01", End: "2026-12-18",
		HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"}},
	Inset: []model.Date{"2026-11-02"},
}

func addSchool(t testing.TB, s *Store) int64 {
	t.Helper()
	school := must(t)(s.SaveSchool(ctx, model.School{Name: "Thornwick School"})).New
	must(t)(s.TakeInCalendar(ctx, school, autumn2026))
	return school
}

func calendarOf(t testing.TB, s *Store, school int64) *model.Calendar {
	t.Helper()
	c, err := s.Calendar(ctx, school)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// refuses checks that a write was refused with a sentence that has these words.
func refuses(t testing.TB, words string) func(view.Change, error) {
	return func(_ view.Change, err error) {
		t.Helper()
		var p Problem
		if !errors.As(err, &p) || !strings.Contains(p.Sentence, words) {
			t.Errorf("got %v; want a sentence with %q", err, words)
		}
	}
}

func TestCalendarCountsWithTheTermsThatWereTakenIn(t *testing.T) {
	s := openNew(t)
	school := addSchool(t, s)
	due, err := calendarOf(t, s, school).AddSchoolDays("2026-10-21", 5)
	if err != nil || due != "2026-11-05" {
		t.Errorf("5 school days after Wed 21 Oct: %s, %v; want Thu 5 Nov", due, err)
	}
	if first := calendarOf(t, s, 0); first.DayKind("2026-11-02") != model.DayInset {
		t.Error("school 0 is not the first school")
	}
}

func TestCalendarFollowsTheSettings(t *testing.T) {
	s := openNew(t)
	school := addSchool(t, s)
	must(t)(s.SaveSetting(ctx, model.InsetIsSchoolDay, "yes"))
	if open, err := calendarOf(t, s, school).IsSchoolDay("2026-11-02"); err != nil || !open {
		t.Errorf("INSET counts by the setting, but: %v, %v", open, err)
	}
}

func TestWithoutTermsTheCalendarStillKnowsWeekendsAndBankHolidays(t *testing.T) {
	c := calendarOf(t, openNew(t), 0)
	if c.HasTerms() || c.DayKind("2026-12-25") != model.DayBankHoliday || c.DayKind("2026-11-28") != model.DayWeekend {
		t.Error("an empty caseload does not know Christmas or Saturday")
	}
}

func TestTakingInACalendarReplacesTheYearsItNames(t *testing.T) {
	s := openNew(t)
	school := addSchool(t, s)
	must(t)(s.SaveClosedDay(ctx, school, view.ClosedDay{Day: "2026-12-01", Kind: view.ClosureDay, Reason: "snow"}))
	must(t)(s.SaveClosedDay(ctx, school, view.ClosedDay{Day: "2025-12-01", Kind: view.ClosureDay, Reason: "boiler"}))
	moved := autumn2026
	moved.Terms = slices.Clone(moved.Terms)
	moved.Terms[0].End = "2026-12-17"
	moved.Inset = []model.Date{"2026-11-03"}
	must(t)(s.TakeInCalendar(ctx, school, moved))
	dates := calendarOf(t, s, school).Dates()
	if len(dates.Terms) != 1 || dates.Terms[0] != moved.Terms[0] || !slices.Equal(dates.Inset, moved.Inset) {
		t.Errorf("got %+v", dates)
	}
	if want := []model.Closure{{Date: "2025-12-01", Reason: "boiler"}}; !slices.Equal(dates.Closures, want) {
		t.Errorf("closures are %v; the year that was not named keeps its own: %v", dates.Closures, want)
	}
}

func TestTakingInTheSameCalendarTwiceIsNoStep(t *testing.T) {
	s := openNew(t)
	school := addSchool(t, s)
	if c := must(t)(s.TakeInCalendar(ctx, school, autumn2026)); c.Step != 0 {
		t.Errorf("it is step %d, touching %v", c.Step, c.Touched)
	}
}

func TestTermsThatCannotBeAreRefused(t *testing.T) {
	s := openNew(t)
	school := addSchool(t, s)
	term := autumn2026.Terms[0]
	for words, change := range map[string]func(*model.Term){
		"is not a term": func(t *model.Term) { t.Name = "Winter" },
		"last day":      func(t *model.Term) { t.End = "2026-08-01" },
		"or neither":    func(t *model.Term) { t.HalfTermEnd = "" },
	} {
		wrong := term
		change(&wrong)
		refuses(t, words)(s.SaveTerms(ctx, school, "2026/27", []model.Term{wrong}))
	}
	refuses(t, "write it as 2026/27")(s.SaveTerms(ctx, school, "2026", []model.Term{term}))
	refuses(t, "write it as 2026/27")(s.SaveTerms(ctx, school, "2026/28", []model.Term{term}))
	refuses(t, "no terms")(s.TakeInCalendar(ctx, school, model.CalendarDates{}))
}

func TestClosedDayIsNotASchoolDayUntilItIsRemoved(t *testing.T) {
	s := openNew(t)
	school := addSchool(t, s)
	must(t)(s.SaveClosedDay(ctx, school, view.ClosedDay{Day: "2026-11-25", Kind: view.ClosureDay, Reason: "burst boiler"}))
	if kind := calendarOf(t, s, school).DayKind("2026-11-25"); kind != model.DayClosure {
		t.Errorf("the closed day is %s", kind)
	}
	must(t)(s.RemoveClosedDay(ctx, school, "2026-11-25", view.ClosureDay))
	if kind := calendarOf(t, s, school).DayKind("2026-11-25"); kind != model.DaySchool {
		t.Errorf("the day is still %s", kind)
	}
}

func TestMovingAClosedDayIsOneStep(t *testing.T) {
	s := openNew(t)
	school := addSchool(t, s)
	was := view.ClosedDay{Day: "2026-11-25", Kind: view.ClosureDay, Reason: "snow"}
	must(t)(s.SaveClosedDay(ctx, school, was))
	must(t)(s.MoveClosedDay(ctx, school, was, view.ClosedDay{Day: "2026-11-26", Kind: view.ClosureDay, Reason: "snow"}))
	kinds := func() [2]model.DayKind {
		c := calendarOf(t, s, school)
		return [2]model.DayKind{c.DayKind("2026-11-25"), c.DayKind("2026-11-26")}
	}
	if got := kinds(); got != [2]model.DayKind{model.DaySchool, model.DayClosure} {
		t.Errorf("after the move the days are %v", got)
	}
	must(t)(s.Undo(ctx))
	if got := kinds(); got != [2]model.DayKind{model.DayClosure, model.DaySchool} {
		t.Errorf("one step back the days are %v", got)
	}
	refuses(t, "needs a date")(s.MoveClosedDay(ctx, school, was, view.ClosedDay{Kind: view.ClosureDay}))
}

// rules.md R2: the user can add and remove one.
func TestBankHolidaysCanBeAddedAndRemoved(t *testing.T) {
	s := openNew(t)
	must(t)(s.SaveBankHoliday(ctx, model.BankHoliday{Date: "2026-11-30", Name: "A coronation"}))
	must(t)(s.RemoveBankHoliday(ctx, "2026-12-25"))
	c := calendarOf(t, s, 0)
	if name, _ := c.BankHoliday("2026-11-30"); name != "A coronation" {
		t.Errorf("30 November is %q", name)
	}
	if _, is := c.BankHoliday("2026-12-25"); is {
		t.Error("Christmas Day was removed and is still there")
	}
	must(t)(s.RemoveBankHoliday(ctx, "2026-11-30"))
	must(t)(s.SaveBankHoliday(ctx, model.BankHoliday{Date: "2026-12-25", Name: "Christmas Day"}))
	if d := calendarOf(t, s, 0).Dates(); len(d.BankHolidays)+len(d.NotBankHolidays) != 0 {
		t.Errorf("all is as Kettle knows it, yet changes are kept: %+v", d)
	}
}

func TestOnlyOneColleagueIsTheUser(t *testing.T) {
	s := openNew(t)
	must(t)(s.SaveMe(ctx, "Ms Reed", model.SENCO))
	must(t)(s.SaveStaff(ctx, model.Staff{Name: "Mr Shah", Role: model.ClassTeacher, Me: true}))
	must(t)(s.SaveMe(ctx, "Mr A. Shah", model.FLO))
	staff, err := s.Staff(ctx)
	if err != nil || len(staff) != 2 {
		t.Fatalf("%v, %v", staff, err)
	}
	me, err := s.Me(ctx)
	if err != nil || me.Name != "Mr A. Shah" || me.Role != model.FLO || staff[1].Me {
		t.Errorf("the user is %+v, %v", me, err)
	}
}

func TestNamedRowsAreRemovedAndBroughtBack(t *testing.T) {
	s := openNew(t)
	room := must(t)(s.SaveRoom(ctx, model.Room{Name: "Rainbow room", Neutral: true, Private: true})).New
	if c := must(t)(s.RemoveRoom(ctx, room)); c.Title != "removed Rainbow room" || !c.TouchesOne(view.School, room) {
		t.Errorf("got %+v", c)
	}
	if rooms, err := s.Rooms(ctx); err != nil || len(rooms) != 0 {
		t.Errorf("%v, %v", rooms, err)
	}
	must(t)(s.BringBackRoom(ctx, room))
	if rooms, err := s.Rooms(ctx); err != nil || len(rooms) != 1 || !rooms[0].Neutral || rooms[0].StepFree {
		t.Errorf("%v, %v", rooms, err)
	}
	refuses(t, "name is missing")(s.SaveRoom(ctx, model.Room{Name: "  "}))
	refuses(t, "no longer there")(s.RemoveRoom(ctx, 99))
}

func TestSettingsAreRefusedWithTheirQuestion(t *testing.T) {
	s := openNew(t)
	refuses(t, "Answer a question within how many days? Please write a whole number from 0 to 40.")(s.SaveSetting(ctx, model.ReplyFull, "soon"))
	refuses(t, "no such setting")(s.SaveSetting(ctx, "moon.phase", "full"))
	must(t)(s.SaveSetting(ctx, model.ReplyFull, "7"))
	must(t)(s.SaveSetting(ctx, model.ReplyFull, "8"))
	settings, err := s.Settings(ctx)
	if err != nil || settings.Number(model.ReplyFull) != 8 {
		t.Errorf("%d, %v", settings.Number(model.ReplyFull), err)
	}
}

func TestProfessionalsOfAPupil(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	ito := must(t)(s.SaveProfessional(ctx, model.Professional{Name: "Dr Ito", Role: "educational psychologist"})).New
	must(t)(s.SaveProfessional(ctx, model.Professional{Name: "Ms Vane", Role: "health visitor"}))
	must(t)(s.SavePupilProfessionals(ctx, o.chidi, []int64{ito}))
	of, err := s.PupilProfessionals(ctx, o.chidi)
	if err != nil || len(of) != 1 || of[0].Name != "Dr Ito" {
		t.Errorf("%v, %v", of, err)
	}
}
