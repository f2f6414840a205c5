package store

import (
	"context"
	"fmt"
	"hash/maphash"
	"strings"
	"sync"
	"unicode"

	"kettle/model"
	"kettle/model/view"
)

// familySearch holds what the filter of the list of families looks through, once somebody filters. A
// letter then finds its families in a tenth of the time that SQLite takes to step through as many rows.
type familySearch struct {
	mu      sync.Mutex
	known   bool
	version int64 // of the file, as the connection that reads sees it
	order   view.FamilyOrder
	texts   []familyTexts // in the order of the list
}

// PrepareFilter reads what the filter of the list of families looks through, so that the first letter
// does not wait for it.
func (s *Store) PrepareFilter(ctx context.Context, order view.FamilyOrder) error {
	o, err := orderOf(order)
	if err != nil {
		return err
	}
	return s.read(ctx, func(q querier) error {
		s.search.mu.Lock()
		defer s.search.mu.Unlock()
		return s.search.refresh(q, order, o)
	})
}

// page are the ids of a page of the families that the filter finds, and how many it finds in all.
func (f *familySearch) page(q querier, order view.FamilyOrder, filter string, offset, limit int) (ids []int64, fit int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.refresh(q, order, familyOrders[order]); err != nil {
		return nil, 0, err
	}
	wanted := parseFilter(filter)
	for _, some := range f.texts {
		for i, fits := range some.that(wanted) {
			if !fits {
				continue
			}
			if fit >= offset && len(ids) < limit {
				ids = append(ids, some.ids[i])
			}
			fit++
		}
	}
	return ids, fit, nil
}

// refresh reads the texts again when the file has changed since, or another order is wanted.
func (f *familySearch) refresh(q querier, order view.FamilyOrder, o familyOrder) error {
	var version int64
	if err := q.queryRow("PRAGMA data_version").Scan(&version); err != nil {
		return fmt.Errorf("looking whether the families have changed: %w", err)
	}
	if f.known && f.version == version && f.order == order {
		return nil
	}
	f.known, f.texts = false, nil
	texts, err := q.familyTexts(o)
	if err != nil {
		return fmt.Errorf("reading what the filter looks through: %w", err)
	}
	f.known, f.version, f.order, f.texts = true, version, order, texts
	return nil
}

// familiesTogether is of how many families the texts are held together: more would have more words in
// common, but take more room while they are read.
const familiesTogether = 1000

func (q querier) familyTexts(o familyOrder) ([]familyTexts, error) {
	rows, err := q.query("SELECT family_id, search FROM family_index WHERE " + o.whom() + " ORDER BY " + strings.Join(o.columns, ", "))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var texts []familyTexts
	reading := textReading{seed: maphash.MakeSeed()}
	reading.begin()
	var id int64
	var text string
	into := []any{&id, &text}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		if reading.add(id, text); len(reading.ids) == familiesTogether {
			texts = append(texts, reading.read())
			reading.begin()
		}
	}
	return append(texts, reading.read()), rows.Err()
}

// walkFamilies are the ids of a page of the whole list.
func (q querier) walkFamilies(o familyOrder, offset, limit int) ([]int64, error) {
	rows, err := q.query(o.walkSQL(), limit, offset)
	ids, err := scanIDs(rows, err)
	if err != nil {
		return nil, fmt.Errorf("finding families: %w", err)
	}
	return ids, nil
}

// walkSQL reads one index in its order and nothing else.
func (o familyOrder) walkSQL() string {
	return "SELECT family_id FROM family_index WHERE " + o.whom() + " ORDER BY " + strings.Join(o.columns, ", ") + " LIMIT ? OFFSET ?"
}

// filter is what a family's text must hold: all of the words, and of each run of numbers either all, or
// all together, for they may be parts of one telephone number, which is kept without spaces.
type filter struct {
	words   []string
	numbers [][]string
}

// parseFilter reads what was typed, folded as the texts are and a telephone number as it is dialled here.
func parseFilter(typed string) filter {
	var f filter
	words := strings.Fields(model.FoldSearch(strings.ReplaceAll(typed, "+44", " 0")))
	for len(words) > 0 {
		n := leadingNumbers(words)
		if n > 1 {
			f.numbers = append(f.numbers, words[:n])
		} else {
			n = 1
			f.words = append(f.words, words[0])
		}
		words = words[n:]
	}
	return f
}

// leadingNumbers is how many words at the beginning are of digits only.
func leadingNumbers(words []string) int {
	for i, word := range words {
		if strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) {
			return i
		}
	}
	return len(words)
}
