package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"kettle/store/demo"
)

// What table about holds of a made-up school, beside that demo made it.
const (
	aboutDay  = "day"
	aboutSeed = "seed"
)

// largePages is how many pages of the file, of which each takes nine kilobytes, a large step may hold in
// memory. What changes more, which only an export of many thousand rows does, begins to write to the file
// before it is complete, and nobody else can read until it is.
var largePages = 6000

const usualPages = "PRAGMA cache_size = 20; PRAGMA cache_spill = OFF"

// largely gives SQLite more memory for a large step, until what it answers is called. Without it the step
// is only slower.
func (s *Store) largely(ctx context.Context) (done func()) {
	s.writer.ExecContext(ctx, fmt.Sprintf("PRAGMA cache_size = %[1]d; PRAGMA cache_spill = %[1]d", largePages))
	return func() { s.writer.ExecContext(context.WithoutCancel(ctx), usualPages) }
}

// Fill writes a made-up school into an empty caseload, all at once. It is not a step: there is nothing
// to go back to. A caseload that holds families already is refused with a Problem.
func (s *Store) Fill(ctx context.Context, school demo.School) error {
	defer s.largely(ctx)()
	return s.write(ctx, func(w *work) (bool, error) {
		used, err := w.has("family")
		if err != nil {
			return false, err
		}
		if used {
			return false, Problem{Sentence: s.o.Path + " holds families already: choose a new file for the made-up school."}
		}
		for _, fill := range []func(demo.School) error{w.fillSchools, w.fillFamilies, w.fillPeople, w.fillLog, w.fillMeetings, w.fillMeetingParts, w.fillPromises, w.fillAccounts, w.fillMoves} {
			if err := fill(school); err != nil {
				return false, fmt.Errorf("writing the made-up school: %w", err)
			}
		}
		return true, w.finishFill(school)
	})
}

// finishFill says what the file is, takes out of sight who is meant to be, and makes the lines of the
// list of families.
func (w *work) finishFill(school demo.School) error {
	for _, f := range school.Families {
		w.family(f.ID)
		if f.Removed {
			if err := w.remove("family", f.ID); err != nil {
				return err
			}
		}
	}
	about := []aboutRow{{aboutMadeBy, "demo"}, {aboutDay, string(school.Options.Today)},
		{aboutSeed, strconv.FormatUint(school.Options.Seed, 10)}, {aboutAsked, "yes"}}
	err := addRows(w, "about", []string{"key", "value"}, about, func(a *aboutRow) []any { return []any{&a.key, &a.value} })
	if err != nil {
		return err
	}
	return w.refreshFamilies()
}

// aboutRow is a fact about the file.
type aboutRow struct{ key, value string }

// addRows inserts rows with one prepared statement. fields gives the fields of one row in the order of
// columns, its id among them where it has one already.
func addRows[T any](w *work, table string, columns []string, rows []T, fields func(*T) []any) error {
	if len(rows) == 0 {
		return nil
	}
	names, _, err := written(columns, fields(&rows[0]))
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	dates, err := w.dateColumns(table)
	if err != nil {
		return err
	}
	names = append(names, dates...)
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(names)), ", ")
	add, err := w.tx.PrepareContext(w.ctx, "INSERT INTO "+table+" ("+strings.Join(names, ", ")+") VALUES ("+marks+")")
	if err != nil {
		return fmt.Errorf("%s: %w", table, err)
	}
	defer add.Close()
	for i := range rows {
		_, values, err := written(columns, fields(&rows[i]))
		if err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
		for range dates {
			values = append(values, w.now())
		}
		if _, err := add.ExecContext(w.ctx, values...); err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
	}
	return nil
}

// addNumbered is addRows for rows that have their id, as the first of their fields.
func addNumbered[T any](w *work, table string, columns []string, rows []T, fields func(*T) []any) error {
	return addRows(w, table, append([]string{"id"}, columns...), rows, fields)
}

// addPairs inserts the rows of a table that joins two others.
func (w *work) addPairs(table, ownerColumn, column string, pairs []pair) error {
	return addRows(w, table, []string{ownerColumn, column}, pairs, func(p *pair) []any { return []any{&p.owner, &p.id} })
}

// dateColumns are those of created_at and updated_at that a table has.
func (w *work) dateColumns(table string) ([]string, error) {
	has, err := w.columnsOf(table)
	if err != nil {
		return nil, err
	}
	var columns []string
	for _, name := range []string{"created_at", "updated_at"} {
		if has[name] {
			columns = append(columns, name)
		}
	}
	return columns, nil
}

// pairsOf are the pairs of every owner with each of its ids.
func pairsOf[T any](owners []T, ids func(T) (owner int64, ids []int64)) []pair {
	var pairs []pair
	for _, o := range owners {
		owner, list := ids(o)
		for _, id := range list {
			pairs = append(pairs, pair{owner, id})
		}
	}
	return pairs
}
