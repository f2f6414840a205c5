package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// GateList is a window of the families to greet at the gate, those greeted longest ago first (practice 5),
// with what to mind: a meeting today, an open worry.
func (s *Store) GateList(ctx context.Context, words string, today model.Date, limit, offset int) (list view.GateList, err error) {
	list.Offset = offset
	err = s.read(ctx, func(q querier) error {
		ids, err := s.gatePage(q, words, &list, limit)
		if err != nil {
			return err
		}
		list.Rows, err = q.gateFamilies(ids, today)
		return err
	})
	if err != nil {
		return list, fmt.Errorf("reading the list for the gate: %w", err)
	}
	return list, nil
}

// gatePage are the families of the window, and how many there are in all.
func (s *Store) gatePage(q querier, words string, list *view.GateList, limit int) (ids []int64, err error) {
	if strings.TrimSpace(words) != "" {
		ids, list.Total, err = s.search.page(q, view.ByGreeting, words, list.Offset, limit)
		return ids, err
	}
	order := familyOrders[view.ByGreeting]
	if err := q.queryRow("SELECT count(*) FROM family_index WHERE " + order.whom()).Scan(&list.Total); err != nil {
		return nil, err
	}
	return q.walkFamilies(order, list.Offset, limit)
}

func (q querier) gateFamilies(ids []int64, today model.Date) ([]model.GateFamily, error) {
	rows, err := q.query(`SELECT f.id, f.name, i.class_key, i.children, i.last_greeting,
			coalesce((SELECT min(m.start) FROM meeting m WHERE m.family_id = f.id AND m.start >= ?2 AND m.start < ?3 AND m.status IN ('planned', 'running') AND m.deleted_at = ''), ''),
			EXISTS (SELECT 1 FROM contact c WHERE c.kind = 'concern' AND c.settled = '' AND c.deleted_at = '' AND c.family_id = f.id)
		FROM json_each(?1) page CROSS JOIN family f ON f.id = page.value CROSS JOIN family_index i ON i.family_id = page.value ORDER BY page.key`,
		jsonList(ids), string(today), string(today.AddDays(1)))
	families, err := scanAll(rows, err, func(g *model.GateFamily) []any {
		return []any{&g.FamilyID, &g.Family, &g.ClassKey, &g.Children, &g.Last, &g.Comes, &g.Worry}
	})
	if err != nil {
		return nil, err
	}
	classes, err := q.classesOf(ids)
	if err != nil {
		return nil, err
	}
	circles, err := q.familyCircles(ids)
	for i, g := range families {
		families[i].Class, families[i].Bring = classes[g.FamilyID], model.GateOf(circles[g.FamilyID])
	}
	return families, err
}

// LogGreeting notes that a family was greeted at the gate just now: a quick check-in (practices 5 and 6).
func (s *Store) LogGreeting(ctx context.Context, family int64) (view.Change, error) {
	return s.step(ctx, "", func(w *work) error {
		w.title("greeted at the gate: " + w.nameOf("family", family))
		c := model.Contact{FamilyID: family, Channel: model.ByGate, Kind: model.CheckIn}
		if err := w.saveContact(&c); err != nil {
			return fmt.Errorf("noting the greeting: %w", err)
		}
		return nil
	})
}
