package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kettle/model"
	"kettle/model/view"

	"pgregory.net/rapid"
)

// joinOrSplit joins two at random, splits again what was joined, or splits something that never was;
// "" says that it was refused.
func (p *people) joinOrSplit(t *rapid.T) view.Change {
	of := rapid.SampledFrom([]view.Of{view.OfFamilies, view.OfPupils, view.OfAdults}).Draw(t, "of")
	ids := map[view.Of][]int64{view.OfFamilies: p.families, view.OfPupils: p.pupils, view.OfAdults: p.adults}[of]
	kept, gone := someOf(ids).Draw(t, "kept"), someOf(ids).Draw(t, "gone")
	var c view.Change
	var err error
	switch rapid.IntRange(0, 3).Draw(t, "what") {
	case 0:
		joins, _ := p.s.JoinsOf(ctx, of, kept)
		if len(joins) == 0 {
			return c
		}
		since, _ := p.s.ToSplit(ctx, of, kept, joins[0].ID)
		c, err = p.s.SplitOff(ctx, view.Split{Of: of, ID: kept, Joined: joins[0].ID, Marked: someThings(t, since.Marks)})
	case 1:
		if of == view.OfPupils {
			return c
		}
		page, _ := p.s.ToSplit(ctx, of, kept, 0)
		c, err = p.s.SplitOff(ctx, view.Split{Of: of, ID: kept, Marked: someThings(t, page.Marks), Adult: model.Adult{Surname: "Other"}})
	default:
		c, err = p.s.JoinTwo(ctx, view.Two{Of: of, Kept: kept, Gone: gone}, true)
	}
	if err != nil && !refusedBy(err) {
		t.Fatalf("%s: %v", of, err)
	}
	return c
}

func refusedBy(err error) bool {
	var problem Problem
	return errors.As(err, &problem)
}

func someThings(t *rapid.T, all []view.Thing) []view.Thing {
	return slices.DeleteFunc(slices.Clone(all), func(view.Thing) bool { return rapid.Bool().Draw(t, "stays") })
}

// inSight forgets those that were joined with others: nobody does anything with them.
func (p *people) inSight() {
	for table, ids := range map[string]*[]int64{"family": &p.families, "pupil": &p.pupils, "adult": &p.adults} {
		rows, err := p.s.readers.Query("SELECT id FROM " + table + " WHERE NOT " + goneSQL(view.Of(table), "id") + " ORDER BY id")
		*ids, err = scanIDs(rows, err)
		if err != nil {
			panic(err)
		}
	}
	rows, err := p.s.readers.Query("SELECT id FROM pupil_adult ORDER BY id")
	if p.links, err = scanIDs(rows, err); err != nil {
		panic(err)
	}
	rows, err = p.s.readers.Query("SELECT id FROM household ORDER BY id")
	if p.houses, err = scanIDs(rows, err); err != nil {
		panic(err)
	}
}

// Joins, splits and edits in any order: taking back everything gives the start, and nothing points at
// somebody who went into another (trust.md, "wrong merge").
func TestUndoOfJoinsAndSplitsIsTheStart(t *testing.T) {
	s := openNew(t)
	addTwoOfOne(t, s)
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	rapid.Check(t, func(t *rapid.T) {
		s := openCopy(t, path, file)
		defer s.Close()
		start := contentOf(t, s)
		p := &people{s: s}
		p.inSight()
		steps := 0
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			var c view.Change
			if rapid.Bool().Draw(t, "edit") {
				c, _ = p.randomStep(t)
			} else {
				c = p.joinOrSplit(t)
			}
			if p.inSight(); c.Step != 0 {
				steps++
			}
			nothingPointsAtTheGone(t, s)
		}
		end := contentOf(t, s)
		remakeLines(t, s)
		if diff := differences(end, contentOf(t, s)); diff != "" {
			t.Fatal("the list of families was not kept up to date:\n", diff)
		}
		for range steps {
			if _, err := s.Undo(ctx); err != nil {
				t.Fatalf("undo: %v", err)
			}
		}
		if diff := differences(start, contentOf(t, s)); diff != "" {
			t.Fatal("undoing everything is not the start:\n", diff)
		}
	})
}

// nothingPointsAtTheGone holds every foreign key against those who were joined with others.
func nothingPointsAtTheGone(t *rapid.T, s *Store) {
	err := s.read(ctx, func(q querier) error {
		for _, of := range []view.Of{view.OfFamilies, view.OfPupils, view.OfAdults} {
			pointers, err := q.pointersTo(string(of))
			if err != nil {
				return err
			}
			for _, p := range pointers {
				where := goneSQL(of, p.column)
				if p.only != "" {
					where += " AND " + p.only
				}
				// A child who went into another stays where it was.
				if p.table == "pupil" {
					where += " AND NOT " + goneSQL(view.OfPupils, "id")
				}
				if left, err := q.has(p.table + " WHERE " + where); err != nil || left {
					t.Fatalf("%s.%s still points at one who went into another (%v)", p.table, p.column, err)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// wallsOf are the pairs of adult and child between whom a wall stands.
func wallsOf(t fatal, s *Store) map[[2]int64]bool {
	rows, err := s.readers.Query("SELECT adult_id, pupil_id FROM pupil_adult WHERE deleted_at = '' AND (court_order = 1 OR may_be_contacted = 'no')")
	pairs, err := scanAll(rows, err, func(p *[2]int64) []any { return []any{&p[0], &p[1]} })
	if err != nil {
		t.Fatal(err)
	}
	walls := map[[2]int64]bool{}
	for _, p := range pairs {
		walls[p] = true
	}
	return walls
}

// Nobody behind an order, and nobody who is not in touch, becomes reachable through a join: neither for
// a child, nor for a meeting for which the order was answered about the other one only (data.md, the one wall).
func TestNobodyBehindAnOrderBecomesReachableByAJoin(t *testing.T) {
	s := openNew(t)
	o := addTwoOfOne(t, s)
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	rapid.Check(t, func(t *rapid.T) {
		s := openCopy(t, path, file)
		defer s.Close()
		meetings := s.randomWalls(t, o)
		two := rapid.SampledFrom([]view.Two{o.adults(), o.adults().Swapped(), o.pupils(), o.pupils().Swapped(), o.families()}).Draw(t, "two")
		walls, refused := wallsOf(t, s), s.refusals(t, o, meetings)
		if _, err := s.JoinTwo(ctx, two, true); err != nil {
			t.Fatal(err)
		}
		now := func(of view.Of, id int64) int64 {
			if two.Of == of && id == two.Gone {
				return two.Kept
			}
			return id
		}
		after := wallsOf(t, s)
		for pair := range walls {
			if !after[[2]int64{now(view.OfAdults, pair[0]), now(view.OfPupils, pair[1])}] {
				t.Fatalf("the wall between adult %d and child %d has gone", pair[0], pair[1])
			}
		}
		for pair := range refused {
			if err := s.approach(now(view.OfAdults, pair[0]), pair[1]); err == nil {
				t.Fatalf("adult %d may be approached about meeting %d now", pair[0], pair[1])
			}
		}
	})
}

// randomWalls puts orders and answers where they may be, and plans meetings about the children.
func (s *Store) randomWalls(t *rapid.T, o twoOfOne) []int64 {
	must := func(c view.Change, err error) int64 {
		if err != nil {
			t.Fatal(err)
		}
		return c.New
	}
	var meetings []int64
	for _, about := range [][]int64{{o.chidi}, {o.ada}, {o.second}} {
		family := o.family
		if about[0] == o.second {
			family = o.other
		}
		meetings = append(meetings, must(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: family, Kind: model.CheckInMeeting, Pupils: about}})))
	}
	yesNo := rapid.SampledFrom([]model.YesNo{"", model.Yes, model.No})
	for _, adult := range []int64{o.nan, o.gran} {
		a, err := s.Adult(ctx, adult)
		if err != nil {
			t.Fatal(err)
		}
		a.InTouch = rapid.SampledFrom([]model.InTouch{model.InTouchYes, model.InTouchYes, model.NotNow, model.AskedNotTo}).Draw(t, "in touch")
		must(s.SaveAdult(ctx, a))
		for _, pupil := range []int64{o.chidi, o.ada, o.second} {
			if !rapid.Bool().Draw(t, "linked") {
				continue
			}
			l := model.Link{PupilID: pupil, AdultID: adult, Relation: model.Grandmother, CourtOrder: rapid.Bool().Draw(t, "order"), MayBeContacted: yesNo.Draw(t, "may be contacted")}
			must(s.SaveLink(ctx, l))
			if !rapid.Bool().Draw(t, "answered") {
				continue
			}
			var id int64
			if err := s.readers.QueryRow("SELECT id FROM pupil_adult WHERE pupil_id = ? AND adult_id = ?", pupil, adult).Scan(&id); err != nil {
				t.Fatal(err)
			}
			meeting := rapid.SampledFrom(meetings).Draw(t, "meeting")
			if _, err := s.AnswerOrder(ctx, allows(meeting, id)); err != nil && !refusedBy(err) {
				t.Fatal(err)
			}
		}
	}
	return meetings
}

// refusals are the pairs of adult and meeting for which the wall stands.
func (s *Store) refusals(t *rapid.T, o twoOfOne, meetings []int64) map[[2]int64]bool {
	refused := map[[2]int64]bool{}
	for _, adult := range []int64{o.nan, o.gran, o.ngozi, o.emeka} {
		for _, meeting := range meetings {
			err := s.approach(adult, meeting)
			if err != nil && !refusedBy(err) {
				t.Fatal(err)
			}
			if err != nil {
				refused[[2]int64{adult, meeting}] = true
			}
		}
	}
	return refused
}

func (s *Store) approach(adult, meeting int64) error {
	return s.read(ctx, func(q querier) error { return q.mayApproach(adult, meeting) })
}
