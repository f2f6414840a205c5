package store

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kettle/model"
	"kettle/model/view"
)

// familySearch remembers what the last filters of the list of families found: a filter grows letter by
// letter, so that the next one finds among what the last one found, and deleting a letter asks nothing.
type familySearch struct {
	mu      sync.Mutex
	version int64 // of the file, as the connection that reads sees it
	order   view.FamilyOrder
	found   []foundFamilies // the newest last
}

// foundFamilies is what one filter found.
type foundFamilies struct {
	filter string // folded
	fit    int
	held   bool
	ids    []int64 // where held, in the order of the list; else they are too many
}

// How much is remembered: the ids of one filter, and the filters.
const (
	mostHeld    = 1000
	mostFilters = 24
)

// page are the ids of a page of the families that the filter finds, and how many it finds in all.
func (f *familySearch) page(q querier, order view.FamilyOrder, filter string, offset, limit int) ([]int64, int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.refresh(q, order); err != nil {
		return nil, 0, err
	}
	o, filter := familyOrders[order], foldFilter(filter)
	found, known := f.known(filter)
	if !known {
		var err error
		if found, err = q.find(o, filter, f.narrowest(filter)); err != nil {
			return nil, 0, err
		}
		f.found = append(f.found[max(0, len(f.found)-mostFilters+1):], found)
	}
	if !found.held {
		ids, err := q.walkFamilies(o, filter, offset, limit)
		return ids, found.fit, err
	}
	from := min(offset, found.fit)
	return found.ids[from:min(from+limit, found.fit)], found.fit, nil
}

// refresh forgets everything when the file has changed since, or another order is wanted.
func (f *familySearch) refresh(q querier, order view.FamilyOrder) error {
	var version int64
	if err := q.queryRow("PRAGMA data_version").Scan(&version); err != nil {
		return fmt.Errorf("looking whether the families have changed: %w", err)
	}
	if f.version != version || f.order != order {
		f.version, f.order, f.found = version, order, nil
	}
	return nil
}

func (f *familySearch) known(filter string) (foundFamilies, bool) {
	at := slices.IndexFunc(f.found, func(found foundFamilies) bool { return found.filter == filter })
	if at < 0 {
		return foundFamilies{}, false
	}
	return f.found[at], true
}

// narrowest is the filter that found fewest of those among which everything is that this one finds: a
// family that is found by "oka" was found by "ok".
func (f *familySearch) narrowest(filter string) (narrowest foundFamilies) {
	for _, found := range f.found {
		if found.held && strings.HasPrefix(filter, found.filter) && (!narrowest.held || found.fit < narrowest.fit) {
			narrowest = found
		}
	}
	return narrowest
}

// find asks which families a filter finds, among those of another one where that is held.
func (q querier) find(o familyOrder, filter string, among foundFamilies) (found foundFamilies, err error) {
	found.filter = filter
	where, args := filterCondition(filter)
	switch {
	case among.held:
		found.held = true
		found.ids, err = q.familyIDs(`SELECT family_id FROM json_each(?) among CROSS JOIN family_index ON family_id = among.value
			WHERE true`+where+" ORDER BY among.key", append([]any{jsonList(among.ids)}, args...)...)
	case utf8.RuneCountInString(filter) > 1: // a single letter fits nearly all
		// The plus hides the columns from SQLite, which would walk the index and look up every row;
		// reading the table once and sorting what was found is faster.
		found.ids, err = q.familyIDs(fmt.Sprintf("SELECT family_id FROM family_index WHERE +removed = %d%s ORDER BY +%s LIMIT ?",
			o.removed, where, strings.Join(o.columns, ", +")), append(args, mostHeld+1)...)
		found.held = len(found.ids) <= mostHeld
	}
	if found.fit = len(found.ids); err != nil || found.held {
		return found, err
	}
	found.ids = nil
	err = q.queryRow(fmt.Sprintf("SELECT count(*) FROM family_index WHERE +removed = %d%s", o.removed, where), args...).Scan(&found.fit)
	return found, err
}

// walkFamilies are the ids of a page of the list, "" for the whole one, or of what fits a filter that
// many fit: the first of them are found soonest by walking the index.
func (q querier) walkFamilies(o familyOrder, filter string, offset, limit int) ([]int64, error) {
	where, args := filterCondition(filter)
	return q.familyIDs(o.walkSQL(where), append(args, limit, offset)...)
}

// walkSQL reads one index in its order and, without a filter, nothing else.
func (o familyOrder) walkSQL(where string) string {
	return fmt.Sprintf("SELECT family_id FROM family_index WHERE removed = %d%s ORDER BY %s LIMIT ? OFFSET ?",
		o.removed, where, strings.Join(o.columns, ", "))
}

func (q querier) familyIDs(text string, args ...any) ([]int64, error) {
	rows, err := q.query(text, args...)
	ids, err := scanIDs(rows, err)
	if err != nil {
		return nil, fmt.Errorf("finding families: %w", err)
	}
	return ids, nil
}

// foldFilter is a filter as the search texts are folded, a telephone number as it is dialled here.
func foldFilter(filter string) string {
	return model.FoldSearch(strings.ReplaceAll(filter, "+44", " 0"))
}

// filterCondition is the SQL of a folded filter. Folding leaves only letters, digits and spaces, so that no
// sign has a meaning of its own in it. Numbers that stand side by side may be parts of one telephone
// number, which is kept without spaces.
func filterCondition(filter string) (where string, args []any) {
	words := strings.Fields(filter)
	for len(words) > 0 {
		numbers := leadingNumbers(words)
		if numbers < 2 {
			where, args = where+" AND search LIKE ?", append(args, anywhere(words[0]))
			words = words[1:]
			continue
		}
		where += " AND (search LIKE ? OR search LIKE ?" + strings.Repeat(" AND search LIKE ?", numbers-1) + ")"
		args = append(args, anywhere(strings.Join(words[:numbers], "")))
		for _, word := range words[:numbers] {
			args = append(args, anywhere(word))
		}
		words = words[numbers:]
	}
	return where, args
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
