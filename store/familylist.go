package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// familyOrder is one order of the list: its columns, which begin an index of family_index, and
// whether it shows the families that were removed instead of the others, or those with a child on roll.
type familyOrder struct {
	columns []string
	removed int
	onRoll  bool
}

var familyOrders = map[view.FamilyOrder]familyOrder{
	view.ByName:        {columns: []string{"sort_key", "family_id"}},
	view.ByClass:       {columns: []string{"class_key", "sort_key", "family_id"}},
	view.ByLastContact: {columns: []string{"last_contact", "sort_key", "family_id"}},
	view.ByNext:        {columns: []string{"next_at", "sort_key", "family_id"}},
	view.RemovedOnes:   {columns: []string{"sort_key", "family_id"}, removed: 1},
	view.ByGreeting:    {columns: []string{"last_greeting", "sort_key", "family_id"}, onRoll: true},
}

// whom is SQL for the families that the order shows. Those without a child on roll are few, and one index
// knows them: to ask each family in turn would read its whole line.
func (o familyOrder) whom() string {
	where := fmt.Sprintf("removed = %d", o.removed)
	if o.onRoll {
		where += " AND family_id NOT IN (SELECT family_id FROM family_index WHERE removed = 0 AND pupils = 0)"
	}
	return where
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
		var ids []int64
		if strings.TrimSpace(filter) == "" {
			page.Fit = -1
			ids, err = q.walkFamilies(o, offset, limit)
		} else {
			ids, page.Fit, err = s.search.page(q, order, filter, offset, limit)
		}
		if err != nil {
			return err
		}
		page.Rows, err = q.familyLines(ids)
		return err
	})
	if err != nil {
		return page, fmt.Errorf("reading the list of families: %w", err)
	}
	return page, nil
}

// familyLines are the lines of these families, in their order.
func (q querier) familyLines(ids []int64) ([]view.FamilyRow, error) {
	rows, err := q.query(`SELECT i.family_id, f.name, i.children, i.people, i.has_order, i.last_contact, i.last_channel, i.checkin_every,
			i.last_good_news, i.next_at, i.next_what, i.removed
		FROM json_each(?) page CROSS JOIN family_index i ON i.family_id = page.value CROSS JOIN family f ON f.id = page.value
		ORDER BY page.key`, jsonList(ids))
	return scanAll(rows, err, familyListRow)
}

func familyListRow(r *view.FamilyRow) []any {
	return []any{&r.ID, &r.Name, &r.Children, &r.People, &r.Order, &r.LastContact, &r.LastChannel, &r.Every, &r.GoodNews, nextMoment{&r.Next}, &r.NextWhat, &r.Removed}
}

// nextMoment reads next_at, where neverNext stands for nothing.
type nextMoment struct{ at *model.Moment }

// Scan implements sql.Scanner.
func (n nextMoment) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return damagedValue(fmt.Errorf("reading next_at: %T is no text", src))
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
		if count.Fit = count.All; strings.TrimSpace(filter) != "" {
			_, count.Fit, err = s.search.page(q, order, filter, 0, 0)
		}
		return err
	})
	if err != nil {
		return count, fmt.Errorf("counting the families: %w", err)
	}
	return count, nil
}
