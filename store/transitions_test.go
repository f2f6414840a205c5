package store

import (
	"testing"

	"kettle/model"
	"kettle/model/view"
)

func movePage(t *testing.T, s *Store, pupil int64) view.MovePage {
	t.Helper()
	page, err := s.MovePage(ctx, pupil)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// practice 21: every step of a move, and each taken back.
func TestEveryStepOfAMoveCanBeTakenBack(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	dumps := [][]string{contentOf(t, s)}
	move := func() model.Transition {
		return model.Current(movePage(t, s, o.chidi).Moves, o.chidi, &model.Calendar{}, "2026-11-24")
	}
	for _, step := range []func() (view.Change, error){
		func() (view.Change, error) {
			return s.SaveVisit(ctx, move(), model.TransitionVisit{On: "2027-06-24", What: "a morning in Year 5"})
		},
		func() (view.Change, error) {
			m := move()
			m.Worries, m.NamedAdult = "Stairs.", "Mrs Frost"
			return s.SaveMove(ctx, m)
		},
		func() (view.Change, error) { return s.MarkVisited(ctx, move().Visits[0].ID, "2027-06-24") },
		func() (view.Change, error) {
			return s.PromiseChecks(ctx, move(), []model.FollowUp{{FamilyID: o.family, Kind: model.TransitionCheck, What: "Ask Chidi", Due: "2027-06-01"},
				{FamilyID: o.family, Kind: model.TransitionCheck, What: "Look again", Due: "2027-09-20"}})
		},
		func() (view.Change, error) { return s.MarkHandedOver(ctx, move(), "2027-07-01") },
		func() (view.Change, error) { return s.MarkArrived(ctx, move(), "2027-09-30") },
		func() (view.Change, error) { return s.RemoveVisit(ctx, move().Visits[0].ID) },
		func() (view.Change, error) { return s.RemoveMove(ctx, move().ID) },
	} {
		if c := must(t)(step()); c.Step == 0 || !c.TouchesOne(view.Pupil, o.chidi) && !c.TouchesOne(view.Family, o.family) {
			t.Errorf("%q touches %v", c.Title, c.Touched)
		}
		dumps = append(dumps, contentOf(t, s))
	}
	for i := len(dumps) - 2; i >= 0; i-- {
		must(t)(s.Undo(ctx))
		if diff := differences(dumps[i], contentOf(t, s)); diff != "" {
			t.Fatalf("taking back step %d:\n%s", i+1, diff)
		}
	}
}

// A pupil has one move a year: a form that was opened before another window wrote one changes that one.
func TestAPupilHasOneMoveAYear(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.SaveMove(ctx, model.Transition{PupilID: o.chidi, Year: 2027, Worries: "Stairs."}))
	must(t)(s.SaveMove(ctx, model.Transition{PupilID: o.chidi, Year: 2027, Worries: "Stairs, and the bus."}))
	page := movePage(t, s, o.chidi)
	if len(page.Moves) != 1 || page.Moves[0].Worries != "Stairs, and the bus." {
		t.Errorf("%+v", page.Moves)
	}
	must(t)(s.RemoveMove(ctx, page.Moves[0].ID))
	must(t)(s.MarkArrived(ctx, model.Transition{PupilID: o.chidi, Year: 2027}, "2026-11-24"))
	if page = movePage(t, s, o.chidi); len(page.Moves) != 1 || page.Moves[0].Settled != "2026-11-24" {
		t.Errorf("what was removed comes back: %+v", page.Moves)
	}
	refuses(t, "a child and a school year")(s.SaveMove(ctx, model.Transition{PupilID: o.chidi}))
	refuses(t, "what the visit is")(s.SaveVisit(ctx, page.Moves[0], model.TransitionVisit{On: "2027-06-24"}))
	refuses(t, "No check-in has a day")(s.PromiseChecks(ctx, page.Moves[0], nil))
}

func TestThoseWithWorriesComeFirst(t *testing.T) {
	s := openNew(t)
	school := must(t)(s.SaveSchool(ctx, model.School{Name: "Tallow Green", YearGroups: "N2 R 1 2 3 4 5 6"})).New
	family := must(t)(s.SaveFamily(ctx, model.Family{Name: "Nowak"})).New
	add := func(name string, year model.YearGroup) int64 {
		return must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, SchoolID: school, Forename: name, Year: year, Class: string(year) + "A"})).New
	}
	add("Ada", "2")
	ben := add("Ben", "6")
	dan := add("Dan", "5")
	add("Eve", "1")
	karim := add("Karim", "R")
	must(t)(s.SaveMove(ctx, model.Transition{PupilID: ben, Year: 2027, Worries: "Stairs.", ToSchool: "Harbour View"}))
	must(t)(s.SaveMove(ctx, model.Transition{PupilID: dan, Year: 2027, ToSchool: "Quayside"}))
	must(t)(s.SaveMove(ctx, model.Transition{PupilID: karim, Year: 2026, Settled: "2026-10-01"}))
	w, err := s.World(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		filter view.MoveFilter
		want   string
	}{
		{view.MoveFilter{Year: 2027}, "Ben Ada Dan "}, {view.MoveFilter{Year: 2027, Words: "harbour"}, "Ben "}, {view.MoveFilter{Year: 2027, Words: "nowak ada"}, "Ben Ada Dan "},
		{view.MoveFilter{Year: 2026, Begun: true}, "Karim "}, {view.MoveFilter{Year: 2026, Begun: true, Lacks: true}, ""}, {view.MoveFilter{Year: 2027, Lacks: true}, "Ben Ada Dan "},
	} {
		list, err := s.MoveList(ctx, c.filter, w, 10, 0)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range list.Rows {
			got += r.Pupil.Forename + " "
		}
		if got != c.want || list.Total != len(list.Rows) {
			t.Errorf("%+v finds %q of %d, want %q", c.filter, got, list.Total, c.want)
		}
	}
}

// Today asks in the summer term and in the first weeks of September, and at no other time.
func TestTodayAsksAboutMovesWhenItIsTime(t *testing.T) {
	s := openNew(t)
	school := must(t)(s.SaveSchool(ctx, model.School{Name: "Tallow Green", YearGroups: "R 1 2 3 4 5 6"})).New
	must(t)(s.SaveTerms(ctx, school, "2026/27", []model.Term{
		{Year: "2026/27", Name: model.Autumn, Start: "2026-09-02", End: "2026-12-18", HalfTermStart: "2026-10-26", HalfTermEnd: "2026-10-30"},
		{Year: "2026/27", Name: model.Summer, Start: "2027-04-12", End: "2027-07-21", HalfTermStart: "2027-05-31", HalfTermEnd: "2027-06-04"}}))
	family := must(t)(s.SaveFamily(ctx, model.Family{Name: "Nowak"})).New
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, SchoolID: school, Forename: "Ben", Year: "6"}))
	must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: family, SchoolID: school, Forename: "Eve", Year: "R"}))
	for now, want := range map[model.Moment]string{"2027-05-12T08:41": "1 child moves in September without a named adult or a visit", "2026-11-24T08:41": "",
		"2026-09-10T08:41": "1 child has just arrived, with nobody named who is there for them"} {
		w, err := s.World(ctx)
		if err != nil {
			t.Fatal(err)
		}
		figures, err := s.TodayFigures(ctx, now, w)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, c := range figures.Coming {
			if c.Moves {
				got = c.What
			}
		}
		if got != want {
			t.Errorf("on %s: %q, want %q", now, got, want)
		}
	}
}
