package store

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"pgregory.net/rapid"
)

// splitLast splits the newest join of somebody.
func splitLast(s *Store, of view.Of, id int64) error {
	joins, err := s.JoinsOf(ctx, of, id)
	if err == nil {
		_, err = s.SplitOff(ctx, view.Split{Of: of, ID: id, Joined: joins[0].ID})
	}
	return err
}

// linksAndWalls are the pairs of child and adult that are linked, each with whether a wall stands between them.
func linksAndWalls(t fatal, s *Store) map[[2]int64]bool {
	t.Helper()
	type link struct {
		of   [2]int64
		wall bool
	}
	rows, err := s.readers.Query("SELECT pupil_id, adult_id, court_order = 1 OR may_be_contacted = 'no' FROM pupil_adult WHERE deleted_at = ''")
	links, err := scanAll(rows, err, func(l *link) []any { return []any{&l.of[0], &l.of[1], &l.wall} })
	if err != nil {
		t.Fatal(err)
	}
	all := map[[2]int64]bool{}
	for _, l := range links {
		all[l.of] = l.wall
	}
	return all
}

// linksOf are the children of an adult, each with whether a wall stands between them.
func linksOf(t *testing.T, s *Store, adult int64) map[int64]bool {
	t.Helper()
	all := map[int64]bool{}
	for of, wall := range linksAndWalls(t, s) {
		if of[1] == adult {
			all[of[0]] = wall
		}
	}
	return all
}

// Two children are joined, then two of their adults: split in the other order, a grandmother would be lost
// to a child, and her order with her.
func TestWhatALaterJoinStandsOnIsSplitAfterIt(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	links := linksOf(t, s, o.nan)
	must(t)(s.JoinTwo(ctx, view.Two{Of: view.OfPupils, Kept: o.chidi, Gone: o.ada}, true)) // both are the nan's
	must(t)(s.JoinTwo(ctx, view.Two{Of: view.OfAdults, Kept: o.gran, Gone: o.nan}, true))
	if err := splitLast(s, view.OfPupils, o.chidi); !isProblem(err, "Mrs Grace O'Brien was joined with Mrs Grace OBrien later, and what hangs on them is the same: split those two first") {
		t.Fatalf("%v", err)
	}
	for _, split := range []struct {
		of view.Of
		id int64
	}{{view.OfAdults, o.gran}, {view.OfPupils, o.chidi}} {
		if err := splitLast(s, split.of, split.id); err != nil {
			t.Fatal(err)
		}
	}
	if got := linksOf(t, s, o.nan); len(got) != 2 || got[o.chidi] != links[o.chidi] || got[o.ada] != links[o.ada] {
		t.Errorf("the nan's children were %v, and are %v", links, got)
	}
	if got := linksOf(t, s, o.gran); len(got) != 2 || !got[o.ada] || !got[o.second] {
		t.Errorf("the gran's children are %v", got)
	}
}

// Three children are one: whose mother came with the second, and with the third again, is not split from
// the first because the second is.
func TestOfThreeThatAreOneTheLastIsSplitFirst(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	child := func(name string) int64 {
		return must(t)(s.SavePupil(ctx, model.Pupil{FamilyID: o.family, Forename: name, Surname: "Okafor"})).New
	}
	first, second, third := child("Ola"), child("Olu"), child("Ole")
	mother := must(t)(s.AddAdult(ctx, model.Adult{Title: "Ms", Surname: "Eze"}, o.family,
		model.Link{PupilID: second, Relation: model.Mother}, model.Link{PupilID: third, Relation: model.Mother, CourtOrder: true})).New
	for _, gone := range []int64{second, third} {
		must(t)(s.JoinTwo(ctx, view.Two{Of: view.OfPupils, Kept: first, Gone: gone}, true))
	}
	joins, err := s.JoinsOf(ctx, view.OfPupils, first)
	if err != nil || len(joins) != 2 {
		t.Fatal(joins, err)
	}
	if _, err := s.SplitOff(ctx, view.Split{Of: view.OfPupils, ID: first, Joined: joins[1].ID}); !isProblem(err, "Ole was joined with Ola later") {
		t.Errorf("%v", err)
	}
	if got := linksOf(t, s, mother); len(got) != 1 || !got[first] {
		t.Errorf("the mother's children are %v", got)
	}
	for range joins {
		if err := splitLast(s, view.OfPupils, first); err != nil {
			t.Fatal(err)
		}
	}
	if got := linksOf(t, s, mother); len(got) != 2 || got[second] || !got[third] {
		t.Errorf("the mother's children are %v", got)
	}
}

// Whatever was joined is split again in any order that is not refused: in the end every child has its adults
// again, and no wall is missing. From the last join to the first, all is as it was.
func TestWhateverWasJoinedIsSplitAgain(t *testing.T) {
	s := openNew(t)
	addTwoOfOne(t, s)
	file, path := bytesOf(t, s), filepath.Join(t.TempDir(), "caseload.kettle")
	rounds := 0
	rapid.Check(t, func(t *rapid.T) {
		if rounds++; rounds > 40 { // each opens a file and writes a good deal
			return
		}
		s := openCopy(t, path, file)
		defer s.Close()
		start := linksAndWalls(t, s)
		joinAtRandom(t, s)
		lastFirst := rapid.Bool().Draw(t, "the last first")
		for joins := joinsThatStand(t, s); len(joins) > 0; joins = joinsThatStand(t, s) {
			if lastFirst {
				joins = joins[:1]
			}
			split := 0
			for _, j := range rapid.Permutation(joins).Draw(t, "order") {
				_, err := s.SplitOff(ctx, view.Split{Of: j.Two.Of, ID: j.Two.Kept, Joined: j.ID})
				if err == nil {
					split++
				} else if !refusedBy(err) {
					t.Fatal(err)
				}
			}
			if split == 0 {
				t.Fatalf("nothing can be split of %+v", joins)
			}
		}
		end := linksAndWalls(t, s)
		if lastFirst && !maps.Equal(start, end) {
			t.Fatalf("the links were %v and are %v", start, end)
		}
		for link, wall := range start {
			if after, is := end[link]; !is || wall && !after || len(end) != len(start) {
				t.Fatalf("the links were %v and are %v", start, end)
			}
		}
	})
}

func joinAtRandom(t *rapid.T, s *Store) {
	p := &people{s: s}
	for range rapid.IntRange(1, 5).Draw(t, "joins") {
		p.inSight()
		of := rapid.SampledFrom([]view.Of{view.OfFamilies, view.OfPupils, view.OfAdults}).Draw(t, "of")
		ids := map[view.Of][]int64{view.OfFamilies: p.families, view.OfPupils: p.pupils, view.OfAdults: p.adults}[of]
		two := view.Two{Of: of, Kept: someOf(ids).Draw(t, "kept"), Gone: someOf(ids).Draw(t, "gone")}
		if _, err := s.JoinTwo(ctx, two, true); err != nil && !refusedBy(err) {
			t.Fatal(err)
		}
	}
}

func joinsThatStand(t fatal, s *Store) (joins []view.JoinedBefore) {
	t.Helper()
	err := s.read(ctx, func(q querier) (err error) {
		joins, err = q.joinsOf("TRUE")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return joins
}

// What a child brought along is what hung on it, not the two children themselves.
func TestWhatCameAlongIsNotTheTwoThemselves(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	must(t)(s.JoinTwo(ctx, view.Two{Of: view.OfPupils, Kept: o.chidi, Gone: o.ada}, true))
	joins, err := s.JoinsOf(ctx, view.OfPupils, o.chidi)
	if err != nil || len(joins) != 1 {
		t.Fatal(joins, err)
	}
	page, err := s.ToSplit(ctx, view.OfPupils, o.chidi, joins[0].ID)
	if err != nil || !slices.Equal(page.Back, []string{"3 links"}) {
		t.Errorf("these came along: %q, %v", page.Back, err)
	}
}
