package store

import (
	"context"
	"fmt"

	"kettle/model/view"
)

// History is what was done, taken back and done again, the newest first, at most limit steps.
func (s *Store) History(ctx context.Context, limit int) (steps []view.HistoryStep, err error) {
	err = s.read(ctx, func(q querier) error {
		standing, err := q.takenBack()
		if err != nil {
			return fmt.Errorf("reading the history: %w", err)
		}
		rows, err := q.query("SELECT id, title, at, kind, window = ? FROM step ORDER BY id DESC LIMIT ?", s.o.Window, limit)
		steps, err = scanAll(rows, err, func(h *view.HistoryStep) []any {
			return []any{&h.ID, &h.Title, &h.At, &h.Kind, &h.ThisWindow}
		})
		for i := range steps {
			steps[i].TakenBack = standing[steps[i].ID]
		}
		return err
	})
	return steps, err
}

// takenBack are the steps that do not stand. A step is taken back by the last one that has it as its
// target, unless that one is taken back itself; targets are always older than what aims at them.
func (q querier) takenBack() (map[int64]bool, error) {
	type aim struct{ id, target int64 }
	rows, err := q.query("SELECT id, target FROM step WHERE target IS NOT NULL ORDER BY id DESC")
	aims, err := scanAll(rows, err, func(a *aim) []any { return []any{&a.id, &a.target} })
	gone, decided := map[int64]bool{}, map[int64]bool{}
	for _, a := range aims {
		if !decided[a.target] {
			decided[a.target], gone[a.target] = true, !gone[a.id]
		}
	}
	return gone, err
}
