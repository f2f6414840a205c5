package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// SeatPeople keeps how the people of a meeting sit: the layout, and the seat of each by the id of the
// person, from 1. Whoever is not named has no seat.
func (s *Store) SeatPeople(ctx context.Context, meeting int64, layout model.LayoutID, seats map[int64]int) (view.Change, error) {
	taken := map[int]bool{}
	for _, seat := range seats {
		if seat < 1 || taken[seat] {
			return view.Change{}, fmt.Errorf("seat %d is none, or was given twice", seat)
		}
		taken[seat] = true
	}
	return s.step(ctx, "changed the seats", func(w *work) error {
		if err := w.update("meeting", meeting, []string{"layout"}, []any{&layout}); err != nil {
			return fmt.Errorf("keeping the layout: %w", err)
		}
		rows, err := w.query("SELECT id FROM meeting_person WHERE meeting_id = ? ORDER BY id", meeting)
		people, err := scanAll(rows, err, func(id *int64) []any { return []any{id} })
		if err != nil {
			return fmt.Errorf("reading who comes: %w", err)
		}
		for _, id := range people {
			seat := seats[id]
			if err := w.update("meeting_person", id, []string{"seat"}, []any{&seat}); err != nil {
				return fmt.Errorf("keeping a seat: %w", err)
			}
		}
		return nil
	})
}
