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
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			var c view.Change
			if rapid.Bool().Draw(t, "edit") {
				c, _ = p.randomStep(t)
			} else {
				c = p.joinOrSplit(t)
			}
			if p.inSight(); c.Step != 0 {
				steps++
			}
		}
		nothingPointsAtTheGone(t, s)
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
func (q querier) wallsOf(t fatal) map[[2]int64]bool {
	rows, err := q.query("SELECT adult_id, pupil_id FROM pupil_adult WHERE deleted_at = '' AND (court_order = 1 OR may_be_contacted = 'no')")
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
	var meetings []int64
	for _, of := range [][2]int64{{o.family, o.chidi}, {o.family, o.ada}, {o.other, o.second}} {
		meetings = append(meetings, must(t)(s.PlanMeeting(ctx, view.MeetingPlan{Meeting: model.Meeting{FamilyID: of[0], Kind: model.CheckInMeeting, Pupils: of[1:]}})).New)
	}
	rapid.Check(t, func(t *rapid.T) {
		err := s.write(ctx, func(w *work) (keep bool, err error) {
			w.randomWalls(t, o, meetings)
			two := rapid.SampledFrom([]view.Two{o.adults(), o.adults().Swapped(), o.pupils(), o.pupils().Swapped(), o.families()}).Draw(t, "two")
			walls, refused := w.wallsOf(t), w.refusals(t, o, meetings)
			if err := w.joinTwo(two); err != nil {
				return false, err
			}
			now := func(of view.Of, id int64) int64 {
				if two.Of == of && id == two.Gone {
					return two.Kept
				}
				return id
			}
			after := w.wallsOf(t)
			for pair := range walls {
				if !after[[2]int64{now(view.OfAdults, pair[0]), now(view.OfPupils, pair[1])}] {
					t.Fatalf("the wall between adult %d and child %d has gone", pair[0], pair[1])
				}
			}
			for pair := range refused {
				if err := w.mayApproach(now(view.OfAdults, pair[0]), pair[1]); err == nil {
					t.Fatalf("adult %d may be approached about meeting %d now", pair[0], pair[1])
				}
			}
			return false, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

// randomWalls puts orders, and answers to them, where they may be.
func (w *work) randomWalls(t *rapid.T, o twoOfOne, meetings []int64) {
	do := func(sql string, args ...any) {
		if _, err := w.exec(sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	for _, adult := range []int64{o.nan, o.gran} {
		do("UPDATE adult SET in_touch = ? WHERE id = ?", string(rapid.SampledFrom(model.InTouches).Draw(t, "in touch")), adult)
		for _, pupil := range []int64{o.chidi, o.ada, o.second} {
			do("DELETE FROM pupil_adult WHERE adult_id = ? AND pupil_id = ?", adult, pupil)
			if !rapid.Bool().Draw(t, "linked") {
				continue
			}
			mayBe := rapid.SampledFrom([]string{"", "yes", "no"}).Draw(t, "may be contacted")
			do("INSERT INTO pupil_adult (adult_id, pupil_id, court_order, may_be_contacted, created_at, updated_at) VALUES (?, ?, ?, ?, '', '')",
				adult, pupil, rapid.Bool().Draw(t, "order"), mayBe)
			if rapid.Bool().Draw(t, "answered") {
				do("INSERT INTO order_answer (link_id, meeting_id, checked_by, answer, on_day) SELECT max(id), ?, 'Mrs Bell', ?, '2026-11-24' FROM pupil_adult",
					rapid.SampledFrom(meetings).Draw(t, "meeting"), model.OrderAllows)
			}
		}
	}
}

// refusals are the pairs of adult and meeting for which the wall stands.
func (q querier) refusals(t *rapid.T, o twoOfOne, meetings []int64) map[[2]int64]bool {
	refused := map[[2]int64]bool{}
	for _, adult := range []int64{o.nan, o.gran, o.ngozi, o.emeka} {
		for _, meeting := range meetings {
			no, err := stopped(q.mayApproach(adult, meeting))
			if err != nil {
				t.Fatal(err)
			}
			if no {
				refused[[2]int64{adult, meeting}] = true
			}
		}
	}
	return refused
}
