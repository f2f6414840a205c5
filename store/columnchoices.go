package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"kettle/model/view"
	"kettle/store/intake"
)

// columnChoice is one row: what a column of a layout was said to hold.
type columnChoice struct {
	id     int64
	layout string
	place  int
	intake.Target
}

func (q querier) columnChoices(where string, args ...any) ([]columnChoice, error) {
	rows, err := q.query("SELECT id, layout, place, field, block FROM column_choice "+where, args...)
	choices, err := scanAll(rows, err, func(c *columnChoice) []any { return []any{&c.id, &c.layout, &c.place, &c.Field, &c.Block} })
	if err != nil {
		return nil, fmt.Errorf("reading what columns were said to hold: %w", err)
	}
	return choices, nil
}

// columnsSaid is what was said of the columns of every layout.
func (s *Store) columnsSaid(ctx context.Context) (map[string]intake.Said, error) {
	said := map[string]intake.Said{}
	err := s.read(ctx, func(q querier) error {
		choices, err := q.columnChoices("")
		for _, c := range choices {
			if said[c.layout] == nil {
				said[c.layout] = intake.Said{}
			}
			said[c.layout][c.place] = c.Target
		}
		return err
	})
	return said, err
}

// RememberColumns keeps what is said of the columns of a file, for every file with the same headings. What
// their headings say alone is not kept; where nothing is said any more, what was said before is forgotten. That
// no column holds a child's name is a Problem.
func (s *Store) RememberColumns(ctx context.Context, c view.Columns) (view.Change, error) {
	p := c.Pending.(*pendingColumns)
	if len(c.Said) == 0 && len(c.Kept) > 0 {
		return s.step(ctx, "forgot what was said of the columns of "+c.File, func(w *work) error { return w.rememberColumns(p.layout, nil) })
	}
	columns, _, _ := p.head.Columns(c.Row, saidOf(c.Said))
	if !intake.Named(columns) {
		return view.Change{}, errNoNames
	}
	said := intake.Said{}
	for _, column := range columns {
		if column.Said || column.Field != "" && c.Row != c.Own { // else the headings would not be found there again
			said[column.Index] = column.Target
		}
	}
	return s.step(ctx, "said what the columns of "+c.File+" hold", func(w *work) error {
		if _, _, found := p.head.Columns(p.head.Row, nil); found != p.layout { // the headings stand in another line now
			if err := w.rememberColumns(found, nil); err != nil {
				return err
			}
		}
		return w.rememberColumns(p.layout, said)
	})
}

func (w *work) rememberColumns(layout string, said intake.Said) error {
	held, err := w.columnChoices("WHERE layout = ?", layout)
	if err != nil {
		return err
	}
	ids := map[int]int64{}
	for _, c := range held {
		if _, stays := said[c.place]; stays {
			ids[c.place] = c.id
		} else if _, err := w.exec("DELETE FROM column_choice WHERE id = ?", c.id); err != nil {
			return fmt.Errorf("forgetting what a column was said to hold: %w", err)
		}
	}
	for _, place := range slices.Sorted(maps.Keys(said)) {
		id, t := ids[place], said[place]
		err := w.save("column_choice", &id, []string{"layout", "place", "field", "block"}, []any{&layout, &place, &t.Field, &t.Block})
		if err != nil {
			return fmt.Errorf("keeping what a column holds: %w", err)
		}
	}
	return nil
}
