package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// The line of a family in the list is kept in family_index, so that the list is ordered and searched
// without asking every table: familyfacts.go gathers what it says, familywords.go puts it into words.

// neverNext stands in next_at where nothing is planned, so that those families come last.
const neverNext = "9999-12-31"

// indexChunk is how many families are made anew at once: few queries, little memory.
const indexChunk = 250

var indexColumns = []string{"family_id", "sort_key", "search", "children", "people", "class_key", "pupils", "checkin_every",
	"last_contact", "last_channel", "last_good_news", "last_greeting", "next_at", "next_what", "has_order", "removed"}

// refreshFamilies makes the lines of the families of this step anew.
func (w *work) refreshFamilies() error {
	done := 0
	for ids := range slices.Chunk(slices.Sorted(maps.Keys(w.families)), indexChunk) {
		if err := w.report("the list of families", done, len(w.families)); err != nil {
			return err
		}
		done += len(ids)
		if err := w.refreshChunk(ids); err != nil {
			return fmt.Errorf("keeping the list of families: %w", err)
		}
	}
	return nil
}

func (w *work) refreshChunk(ids []int64) error {
	families, err := w.familyFacts(jsonList(ids))
	if err != nil {
		return err
	}
	for _, f := range families {
		if _, err := w.exec(upsertIndex, f.line()...); err != nil {
			return err
		}
	}
	return nil
}

// upsertIndex changes only the columns that stand in no index when nothing else has changed.
var upsertIndex = func() string {
	sql, marks, sets := "", "", ""
	for i, c := range indexColumns {
		if i > 0 {
			sql, marks, sets = sql+", ", marks+", ", sets+", "
		}
		sql, marks, sets = sql+c, marks+"?", sets+c+" = excluded."+c
	}
	return "INSERT INTO family_index (" + sql + ") VALUES (" + marks + ") ON CONFLICT (family_id) DO UPDATE SET " + sets
}()

// line are the values of indexColumns.
func (f *familyFacts) line() []any {
	next := f.nextAt
	if next == "" {
		next = neverNext
	}
	return []any{f.id, f.sortKey(), f.search(), f.children(), f.people(), f.classKey(), len(f.onRoll()), f.every,
		f.lastAt, f.lastBy, f.goodNews, f.greeted, next, f.nextWhat, f.order, f.removed}
}

// jsonList are ids or other values as a JSON list, which SQL reads with json_each: one text of a query for any number.
func jsonList[T any](all []T) string {
	list, err := json.Marshal(all)
	if err != nil {
		panic(err) // a list of numbers and texts has no fault
	}
	return string(list)
}
