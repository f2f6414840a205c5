package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"

	"kettle/model/view"
)

// undoStacks are the steps of this window in this run that u and ctrl+r would take back or do again.
type undoStacks struct {
	mu      sync.Mutex
	back    []loggedStep
	forward []loggedStep
}

type loggedStep struct {
	id    int64
	title string
}

var errTakenBack = Problem{Sentence: "That has been taken back already."}

// Undo takes back the last step of this window in this run that is not taken back yet. It is itself
// a step of the log. It is a Problem when there is none, or when a later step has changed the same.
func (s *Store) Undo(ctx context.Context) (view.Change, error) {
	return s.turn(ctx, &s.undo.back, &s.undo.forward, stepUndo)
}

// Redo does again what Undo took back last. A step that is done in between empties what it can do.
func (s *Store) Redo(ctx context.Context) (view.Change, error) {
	return s.turn(ctx, &s.undo.forward, &s.undo.back, stepRedo)
}

// UndoState says what Undo and Redo would do just now. It asks no file.
func (s *Store) UndoState() view.Undo {
	s.undo.mu.Lock()
	defer s.undo.mu.Unlock()
	return view.Undo{Back: lastTitle(s.undo.back), Forward: lastTitle(s.undo.forward)}
}

func lastTitle(stack []loggedStep) string {
	if len(stack) == 0 {
		return ""
	}
	return stack[len(stack)-1].title
}

// did puts a new step on top, and forgets what could be redone.
func (u *undoStacks) did(c view.Change) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.back = append(u.back, loggedStep{c.Step, c.Title})
	u.forward = nil
}

// turn inverts the top step of one stack and puts the inversion on the other. Steps that were taken
// back in another way, from the history or by another window, are passed over.
func (s *Store) turn(ctx context.Context, from, to *[]loggedStep, kind string) (view.Change, error) {
	for {
		last, ok := s.undo.top(*from)
		if !ok {
			return view.Change{}, Problem{Sentence: "There is nothing to " + kind + "."}
		}
		change, err := s.invert(ctx, last, kind)
		if err == nil || errors.Is(err, errTakenBack) {
			s.undo.drop(from, last)
		}
		if errors.Is(err, errTakenBack) {
			continue
		}
		if err == nil {
			s.undo.push(to, loggedStep{change.Step, change.Title})
		}
		return change, err
	}
}

func (u *undoStacks) top(stack []loggedStep) (loggedStep, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if len(stack) == 0 {
		return loggedStep{}, false
	}
	return stack[len(stack)-1], true
}

func (u *undoStacks) drop(stack *[]loggedStep, step loggedStep) {
	u.mu.Lock()
	defer u.mu.Unlock()
	*stack = slices.DeleteFunc(*stack, func(l loggedStep) bool { return l.id == step.id })
}

// ids are the steps of both stacks.
func (u *undoStacks) ids() (ids []int64) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, step := range slices.Concat(u.back, u.forward) {
		ids = append(ids, step.id)
	}
	return ids
}

func (u *undoStacks) push(stack *[]loggedStep, step loggedStep) {
	u.mu.Lock()
	defer u.mu.Unlock()
	*stack = append(*stack, step)
}

// TakeBack takes back any step of the history that is in effect, when nothing that came later stands
// on what it changed; else it is a Problem that names the later step. It is a new step, which Undo
// takes back in turn.
func (s *Store) TakeBack(ctx context.Context, step int64) (view.Change, error) {
	var title string
	err := s.read(ctx, func(q querier) error {
		return q.queryRow("SELECT title FROM step WHERE id = ?", step).Scan(&title)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return view.Change{}, errGone
	}
	if err != nil {
		return view.Change{}, err
	}
	change, err := s.invert(ctx, loggedStep{step, title}, stepUndo)
	if err == nil {
		s.undo.did(view.Change{Step: change.Step, Title: view.TookBack + title})
	}
	return change, err
}

// invert runs the inverse of a step that is in effect as a step of its own.
func (s *Store) invert(ctx context.Context, step loggedStep, kind string) (view.Change, error) {
	defer s.largely(ctx)()
	head := stepHead{title: step.title, kind: kind, target: step.id}
	return s.logged(ctx, head, func(w *work) error {
		effective, err := w.inEffect(step.id)
		if err != nil {
			return fmt.Errorf("reading the history: %w", err)
		}
		if !effective {
			return errTakenBack
		}
		if err := w.whole(step); err != nil {
			return err
		}
		return w.applyInverse(step)
	})
}

// inEffect reports whether a step stands: nothing that stands took it back. Its own inversion, which
// is begun already, does not count.
func (w *work) inEffect(step int64) (bool, error) {
	effective := true
	for {
		var by int64
		err := w.queryRow("SELECT id FROM step WHERE target = ? AND id <> ? ORDER BY id DESC LIMIT 1", step, w.stepID).Scan(&by)
		if errors.Is(err, sql.ErrNoRows) {
			return effective, nil
		}
		if err != nil {
			return false, err
		}
		effective, step = !effective, by
	}
}
