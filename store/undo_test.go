package store

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kettle/model"
	"kettle/model/view"
)

func TestUndoTakesBackTheLastStepAndRedoDoesItAgain(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	must(t)(s.RemovePupil(ctx, o.ada))
	if got, want := s.UndoState(), (view.Undo{Back: "removed Ada"}); got != want {
		t.Errorf("u would take back %+v, want %+v", got, want)
	}
	c := must(t)(s.Undo(ctx))
	if c.Title != "removed Ada" || !c.TouchesOne(view.Pupil, o.ada) || !c.TouchesOne(view.Family, o.family) {
		t.Errorf("undo answered %+v", c)
	}
	if p, err := s.Pupil(ctx, o.ada); err != nil || p.Removed {
		t.Errorf("after undo: %+v, %v", p, err)
	}
	if got, want := s.UndoState(), (view.Undo{Back: "added Mr Okafor", Forward: "removed Ada"}); got != want {
		t.Errorf("after undo u and ctrl+r would do %+v, want %+v", got, want)
	}
	must(t)(s.Redo(ctx))
	if p, err := s.Pupil(ctx, o.ada); err != nil || !p.Removed {
		t.Errorf("after redo: %+v, %v", p, err)
	}
	must(t)(s.Undo(ctx))
	must(t)(s.SaveFamily(ctx, model.Family{Name: "Petrov"}))
	if s.UndoState().Forward != "" {
		t.Error("a new step leaves something to redo")
	}
	if _, err := s.Redo(ctx); !isProblem(err, "nothing to redo") {
		t.Errorf("redo of nothing answered %v", err)
	}
}

func TestKeepingWhatIsAlreadySoIsNoStep(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	a, err := s.Adult(ctx, o.ngozi)
	if err != nil {
		t.Fatal(err)
	}
	before := s.UndoState()
	if c := must(t)(s.SaveAdult(ctx, a)); c.Step != 0 || c.Title != "" || len(c.Touched) != 0 {
		t.Errorf("answered %+v, want nothing", c)
	}
	if s.UndoState() != before {
		t.Error("u would take back a step that changed nothing")
	}
}

func TestUndoRefusesWhatALaterStepOfAnotherWindowStandsOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	mine, theirs := openAt(t, path), openAt(t, path)
	o := addOkafors(t, mine)
	for name, c := range map[string]struct {
		mine   func() (view.Change, error)
		theirs func() (view.Change, error)
		says   string
	}{
		"the same field": {
			func() (view.Change, error) {
				return mine.SaveFamily(ctx, model.Family{ID: o.family, Name: "Okafor-Lane"})
			},
			func() (view.Change, error) { return theirs.SaveFamily(ctx, model.Family{ID: o.family, Name: "Lane"}) },
			"“changed the Lane family”",
		},
		"something that hangs on what is new": {
			func() (view.Change, error) { return mine.SaveFamily(ctx, model.Family{Name: "Petrov"}) },
			func() (view.Change, error) {
				rows, err := theirs.FamilyList(ctx, "petrov", view.ByName, 0, 1)
				if err != nil {
					return view.Change{}, err
				}
				return theirs.SavePupil(ctx, model.Pupil{FamilyID: rows.Rows[0].ID, Forename: "Ivo"})
			},
			"“added Ivo”",
		},
		"something that would go with what is new": {
			func() (view.Change, error) { return mine.SaveFamily(ctx, model.Family{Name: "Lane"}) },
			func() (view.Change, error) {
				rows, err := theirs.FamilyList(ctx, "lane", view.ByName, 0, 9)
				if err != nil {
					return view.Change{}, err
				}
				last := slices.MaxFunc(rows.Rows, func(a, b view.FamilyRow) int { return int(a.ID - b.ID) })
				return theirs.SaveFamilyEntry(ctx, model.FamilyEntry{FamilyID: last.ID, Kind: model.WhatHelps, Text: "tea"})
			},
			"“added what helps”",
		},
	} {
		t.Run(name, func(t *testing.T) {
			must(t)(c.mine())
			must(t)(c.theirs())
			before := contentOf(t, mine)
			if _, err := mine.Undo(ctx); !isProblem(err, c.says) {
				t.Errorf("undo answered %v, want a sentence with %s", err, c.says)
			}
			if diff := differences(before, contentOf(t, mine)); diff != "" {
				t.Error("a refused undo changed something:", diff)
			}
			must(t)(theirs.Undo(ctx))
			must(t)(mine.Undo(ctx))
		})
	}
}

func TestUndoLeavesOtherFieldsOfTheRowAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	mine, theirs := openAt(t, path), openAt(t, path)
	o := addOkafors(t, mine)
	p, err := mine.Pupil(ctx, o.chidi)
	if err != nil {
		t.Fatal(err)
	}
	p.Strengths = "drawing"
	must(t)(mine.SavePupil(ctx, p))
	p.Interests = "trains"
	must(t)(theirs.SavePupil(ctx, p))
	must(t)(mine.Undo(ctx))
	if p, err = mine.Pupil(ctx, o.chidi); err != nil || p.Strengths != "" || p.Interests != "trains" {
		t.Errorf("after undo %q and %q, %v", p.Strengths, p.Interests, err)
	}
}

func TestAnyStepOfTheHistoryIsTakenBackAndThatIsUndone(t *testing.T) {
	s := openNew(t)
	o := addOkafors(t, s)
	entry := must(t)(s.SaveFamilyEntry(ctx, model.FamilyEntry{FamilyID: o.family, Kind: model.HardJustNow, Text: "night shifts"}))
	must(t)(s.RemovePupil(ctx, o.ada))

	must(t)(s.TakeBack(ctx, entry.Step))
	entries := func() int {
		all, err := s.FamilyEntries(ctx, o.family)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if entries() != 0 {
		t.Error("the entry is still there")
	}
	if _, err := s.TakeBack(ctx, entry.Step); !isProblem(err, "taken back already") {
		t.Errorf("taking back twice answered %v", err)
	}
	if !historyOf(t, s, entry.Step).TakenBack {
		t.Error("the history does not say that the step was taken back")
	}
	must(t)(s.Undo(ctx))
	if entries() != 1 || historyOf(t, s, entry.Step).TakenBack {
		t.Error("undo did not bring the entry back")
	}
	must(t)(s.Undo(ctx))
	if p, err := s.Pupil(ctx, o.ada); err != nil || p.Removed {
		t.Errorf("the next undo is not that of the step before: %+v, %v", p, err)
	}
	if _, err := s.TakeBack(ctx, 1); !isProblem(err, "Take that back first") {
		t.Errorf("taking back what all else stands on answered %v", err)
	}
	if _, err := s.TakeBack(ctx, 12345); !isProblem(err, "no longer there") {
		t.Errorf("taking back a step that never was answered %v", err)
	}
}

func TestUndoPassesOverWhatAnotherWindowTookBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	mine, theirs := openAt(t, path), openAt(t, path)
	o := addOkafors(t, mine)
	must(t)(mine.RemovePupil(ctx, o.ada))
	last := must(t)(mine.RemovePupil(ctx, o.chidi))
	must(t)(theirs.TakeBack(ctx, last.Step))
	if c := must(t)(mine.Undo(ctx)); c.Title != "removed Ada" {
		t.Errorf("undo took back %q", c.Title)
	}
}

func TestUndoIsOnlyAboutThisWindowInThisRun(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	first := openAt(t, path)
	addOkafors(t, first)
	second := openAt(t, path)
	if second.UndoState() != (view.Undo{}) {
		t.Errorf("another window would undo %+v", second.UndoState())
	}
	if _, err := second.Undo(ctx); !isProblem(err, "nothing to undo") {
		t.Errorf("undo of nothing answered %v", err)
	}
}

func TestTheHistoryTellsWhoDidWhatNewestFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "caseload.kettle")
	first := openAt(t, path)
	o := addOkafors(t, first)
	second := openAt(t, path)
	must(t)(second.RemoveFamily(ctx, o.family))
	must(t)(second.Undo(ctx))
	steps, err := second.History(ctx, 3)
	if err != nil || len(steps) != 3 {
		t.Fatalf("%+v, %v", steps, err)
	}
	for i, want := range []view.HistoryStep{
		{ID: 7, Title: "removed the Okafor family", At: "2026-11-24T14:30", Kind: "undo", ThisWindow: true},
		{ID: 6, Title: "removed the Okafor family", At: "2026-11-24T14:30", Kind: "do", ThisWindow: true, TakenBack: true},
		{ID: 5, Title: "added Mr Okafor", At: "2026-11-24T14:30", Kind: "do"},
	} {
		if steps[i] != want {
			t.Errorf("step %d is %+v, want %+v", i, steps[i], want)
		}
	}
}

func historyOf(t *testing.T, s *Store, step int64) view.HistoryStep {
	t.Helper()
	steps, err := s.History(ctx, 1000)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(steps, func(h view.HistoryStep) bool { return h.ID == step })
	if i < 0 {
		t.Fatalf("step %d is in no history", step)
	}
	return steps[i]
}

func isProblem(err error, says string) bool {
	var p Problem
	return errors.As(err, &p) && strings.Contains(p.Sentence, says)
}

// Esc during long work ends its context in the middle.
func TestUndoThatIsStoppedChangesNothing(t *testing.T) {
	s := openNew(t)
	if _, err := s.Together(ctx, "added families", func(b *Batch) error {
		for range 600 {
			if err := b.Family(&model.Family{Name: "Okafor"}); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	before := dumped(t, s)
	for at := range 3 {
		stopping, stop := context.WithCancel(ctx)
		reports := 0
		_, err := s.Undo(view.WithProgress(stopping, func(p view.Progress) {
			if reports++; reports == 1+at {
				stop()
			}
		}))
		if stop(); !errors.Is(err, context.Canceled) {
			t.Fatalf("stopped at report %d: %v", reports, err)
		}
		if diff := cmp.Diff(before, dumped(t, s)); diff != "" || s.UndoState().Back != "added families" {
			t.Fatalf("it changed something (-before +after), %+v:\n%s", s.UndoState(), diff)
		}
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
}
