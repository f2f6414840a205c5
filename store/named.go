package store

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// The rows that are no more than a name with facts about it, such as rooms and staff, are kept,
// removed and brought back alike.

var nameMissing = Problem{Sentence: "A name is missing: write one, then keep it again."}

// saveNamed keeps one such row as one step.
func (s *Store) saveNamed(ctx context.Context, table, name string, id *int64, columns []string, fields []any) (view.Change, error) {
	if strings.TrimSpace(name) == "" {
		return view.Change{}, nameMissing
	}
	return s.step(ctx, savedTitle(*id, name), func(w *work) error {
		return w.saveAndSay(table, id, columns, fields)
	})
}

// saveAndSay is save that also tells the change which id was made.
func (w *work) saveAndSay(table string, id *int64, columns []string, fields []any) error {
	isNew := *id == 0
	if err := w.save(table, id, columns, fields); err != nil {
		return fmt.Errorf("saving the %s: %w", strings.ReplaceAll(table, "_", " "), err)
	}
	if isNew {
		w.made(*id)
	}
	return nil
}

func savedTitle(id int64, name string) string {
	if id == 0 {
		return "added " + name
	}
	return "changed " + name
}

func (s *Store) removeNamed(ctx context.Context, table string, id int64) (view.Change, error) {
	return s.step(ctx, "removed", func(w *work) error {
		w.title("removed " + w.nameOf(table, id))
		return w.remove(table, id)
	})
}

func (s *Store) bringBackNamed(ctx context.Context, table string, id int64) (view.Change, error) {
	return s.step(ctx, "brought back", func(w *work) error {
		w.title("brought back " + w.nameOf(table, id))
		return w.bringBack(table, id)
	})
}

// nameOf is the name of a row for a title; a row without one is "it".
func (q querier) nameOf(table string, id int64) string {
	var name string
	if q.queryRow("SELECT name FROM "+table+" WHERE id = ?", id).Scan(&name) != nil || name == "" {
		return "it"
	}
	return name
}

// sortedByName orders rows as a person looks for them: without regard to case and accents, which
// SQLite does not know beyond ASCII.
func sortedByName[T any](rows []T, name func(T) string) []T {
	model.InOrder(rows, func(a, b T) int { return cmp.Compare(model.Fold(name(a)), model.Fold(name(b))) })
	return rows
}
