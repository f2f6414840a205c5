package store

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"kettle/model"
	"kettle/model/view"
)

// familyOrder is one order of the list: its columns, which begin an index of family_index, and
// whether it shows the families that were removed instead of the others.
type familyOrder struct {
	columns []string
	removed int
}

var familyOrders = map[view.FamilyOrder]familyOrder{
	view.ByName:        {columns: []string{"sort_key", "family_id"}},
	view.ByClass:       {columns: []string{"class_key", "sort_key", "family_id"}},
	view.ByLastContact: {columns: []string{"last_contact", "sort_key", "family_id"}},
	view.ByNext:        {columns: []string{"next_at", "sort_key", "family_id"}},
	view.RemovedOnes:   {columns: []string{"sort_key", "family_id"}, removed: 1},
}

func orderOf(order view.FamilyOrder) (familyOrder, error) {
	o, known := familyOrders[order]
	if !known {
		return o, fmt.Errorf("the list of families has no order %q", order)
	}
	return o, nil
}

// FamilyList is a page of the list of families: those that the filter finds, in this order. The
// filter finds a family by every one of its words, anywhere in the names, classes, languages,
// postcodes and telephone numbers of its people.
func (s *Store) FamilyList(ctx context.Context, filter string, order view.FamilyOrder, offset, limit int) (view.FamilyRows, error) {
	page := view.FamilyRows{Offset: offset}
	o, err := orderOf(order)
	if err != nil {
		return page, err
	}
	err = s.read(ctx, func(q querier) error {
		text, args := o.listSQL(filter)
		rows, err := q.query(text, append(args, limit, offset)...)
		page.Fit = -1
		page.Rows, err = scanAll(rows, err, func(r *view.FamilyRow) []any { return append(familyListRow(r), &page.Fit) })
		if len(page.Rows) == 0 && offset == 0 {
			page.Fit = 0
		}
		return err
	})
	if err != nil {
		return page, fmt.Errorf("reading the list of families: %w", err)
	}
	return page, nil
}

// listSQL finds the ids of the page first. Without a filter that reads one index and nothing else.
// With one, a plus hides the columns from SQLite, which would walk the index and look up every row;
// reading the table once and sorting what was found is faster.
func (o familyOrder) listSQL(filter string) (text string, args []any) {
	where, args := filterCondition(filter)
	hidden, fit := "", "-1"
	if where != "" && !findsMany(filter) { // the table is read to its end, so that counting costs nothing more
		hidden, fit = "+", "count(*) OVER ()"
	}
	return fmt.Sprintf(`SELECT i.family_id, f.name, i.children, i.people, i.has_order, i.last_contact, i.last_channel, i.checkin_every, i.last_good_news, i.next_at, i.next_what, i.removed, page.fit
		FROM (SELECT family_id AS id, %[6]s AS fit FROM family_index WHERE %[1]sremoved = %[2]d%[3]s ORDER BY %[4]s LIMIT ? OFFSET ?) page
		CROSS JOIN family_index i ON i.family_id = page.id CROSS JOIN family f ON f.id = page.id ORDER BY %[5]s`,
		hidden, o.removed, where, o.by(hidden), o.by("i."), fit), args
}

// findsMany reports whether a filter is one letter: most families fit it, so that the first of them
// are found soonest by walking the index after all.
func findsMany(filter string) bool { return utf8.RuneCountInString(strings.TrimSpace(filter)) == 1 }

// by is the order as SQL, each column behind a prefix.
func (o familyOrder) by(prefix string) string { return prefix + strings.Join(o.columns, ", "+prefix) }

func familyListRow(r *view.FamilyRow) []any {
	return []any{&r.ID, &r.Name, &r.Children, &r.People, &r.Order, &r.LastContact, &r.LastChannel, &r.Every, &r.GoodNews, nextMoment{&r.Next}, &r.NextWhat, &r.Removed}
}

// nextMoment reads next_at, where neverNext stands for nothing.
type nextMoment struct{ at *model.Moment }

// Scan implements sql.Scanner.
func (n nextMoment) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return fmt.Errorf("reading next_at: %T is no text", src)
	}
	if text == neverNext {
		text = ""
	}
	*n.at = model.Moment(text)
	return nil
}

// FamilyCount is how many families the filter finds, of how many the order shows.
func (s *Store) FamilyCount(ctx context.Context, filter string, order view.FamilyOrder) (count view.FamilyCount, err error) {
	o, err := orderOf(order)
	if err != nil {
		return count, err
	}
	err = s.read(ctx, func(q querier) error {
		if err := q.queryRow("SELECT count(*) FROM family_index WHERE removed = ?", o.removed).Scan(&count.All); err != nil {
			return err
		}
		where, args := filterCondition(filter)
		if count.Fit = count.All; where == "" {
			return nil
		}
		text := fmt.Sprintf("SELECT count(*) FROM family_index WHERE +removed = %d%s", o.removed, where)
		return q.queryRow(text, args...).Scan(&count.Fit)
	})
	if err != nil {
		return count, fmt.Errorf("counting the families: %w", err)
	}
	return count, nil
}

// filterCondition is the SQL of a filter. Folding leaves only letters, digits and spaces, so that no
// sign has a meaning of its own in it. Numbers that stand side by side may be parts of one telephone
// number, which is kept without spaces.
func filterCondition(filter string) (where string, args []any) {
	words := strings.Fields(model.FoldSearch(strings.ReplaceAll(filter, "+44", " 0")))
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
