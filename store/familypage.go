package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// FamilyPage is all that the page of a family shows beside its timeline, also of one that was
// removed; the zero page when there is no such family, because adding it was taken back.
func (s *Store) FamilyPage(ctx context.Context, id int64) (page view.FamilyPage, err error) {
	err = s.read(ctx, func(q querier) error {
		page.Family, err = q.familyOf(id)
		if errors.Is(err, errGone) {
			return nil
		}
		if err != nil {
			return err
		}
		for _, part := range []func(*view.FamilyPage) error{q.pagePeople, q.pageWords, q.pageAhead, q.pageLog, q.pageRemoved} {
			if err := part(&page); err != nil {
				return fmt.Errorf("reading the page of the family: %w", err)
			}
		}
		return nil
	})
	return page, err
}

func (q querier) pagePeople(page *view.FamilyPage) (err error) {
	id := page.Family.ID
	if page.Pupils, err = q.familyPupils(id); err != nil {
		return err
	}
	if page.Links, err = q.familyLinks(id); err != nil {
		return err
	}
	if page.Adults, err = q.familyAdults(id); err != nil {
		return err
	}
	sortAdults(page)
	if page.Households, err = q.households(id); err != nil {
		return err
	}
	if page.Elsewhere, err = q.alsoElsewhere(page.Adults, id); err != nil {
		return err
	}
	if page.Outside, err = q.outsideHelp(id); err != nil {
		return err
	}
	page.Staff, err = q.staff()
	return err
}

func (q querier) outsideHelp(family int64) ([]view.OutsideHelp, error) {
	rows, err := q.query(`SELECT l.pupil_id, o.id, o.name, o.role, o.organisation, o.phone, o.email FROM pupil_professional l
		JOIN pupil p ON p.id = l.pupil_id JOIN professional o ON o.id = l.professional_id
		WHERE p.family_id = ? AND p.deleted_at = '' AND o.deleted_at = '' ORDER BY l.pupil_id, o.name, o.id`, family)
	return scanAll(rows, err, func(h *view.OutsideHelp) []any {
		o := &h.Professional
		return []any{&h.PupilID, &o.ID, &o.Name, &o.Role, &o.Organisation, &o.Phone, &o.Email}
	})
}

// sortAdults puts parents first, then in the order in which the school contacts them.
func sortAdults(page *view.FamilyPage) {
	place := func(a model.Adult) (others, priority int) {
		others, priority = 1, noPriority
		for _, l := range page.LinksOf(a.ID) {
			if l.IsParent() {
				others = 0
			}
			if l.Priority > 0 {
				priority = min(priority, l.Priority)
			}
		}
		return others, priority
	}
	model.InOrder(page.Adults, func(a, b model.Adult) int {
		otherA, priorityA := place(a)
		otherB, priorityB := place(b)
		return cmp.Or(cmp.Compare(otherA, otherB), cmp.Compare(priorityA, priorityB))
	})
}

// alsoElsewhere are those of the adults who belong to another family, too.
func (q querier) alsoElsewhere(adults []model.Adult, family int64) ([]int64, error) {
	ids := make([]int64, len(adults))
	for i, a := range adults {
		ids[i] = a.ID
	}
	rows, err := q.query(`SELECT value FROM json_each(?1) WHERE value IN (
			SELECT l.adult_id FROM pupil_adult l JOIN pupil p ON p.id = l.pupil_id
				WHERE p.family_id <> ?2 AND p.deleted_at = '' AND l.deleted_at = ''
			UNION SELECT adult_id FROM family_adult WHERE family_id <> ?2)`, jsonList(ids), family)
	return scanIDs(rows, err)
}

func (q querier) pageWords(page *view.FamilyPage) (err error) {
	if page.Entries, err = q.familyEntries(page.Family.ID); err != nil {
		return err
	}
	page.Welcome, err = q.welcomePoints(page.Family.ID)
	return err
}

// pageAhead reads the meetings to come and what is owed.
func (q querier) pageAhead(page *view.FamilyPage) error {
	rows, err := q.query(`SELECT m.id, m.kind, m.start, m.status, coalesce(r.name, ''), m.purpose FROM meeting m LEFT JOIN room r ON r.id = m.room_id
		WHERE m.family_id = ? AND m.deleted_at = '' AND m.status IN ('planned', 'running') ORDER BY m.start = '', m.start, m.id`, page.Family.ID)
	page.Coming, err = scanAll(rows, err, func(m *view.ComingMeeting) []any {
		return []any{&m.ID, &m.Kind, &m.Start, &m.Status, &m.Room, &m.Purpose}
	})
	if err != nil {
		return err
	}
	rows, err = q.query(selectSQL("follow_up", followUpColumns)+` WHERE family_id = ? AND state = 'open' AND deleted_at = ''
		ORDER BY due = '', due, due_at = '', due_at, id`, page.Family.ID)
	page.Owed, err = scanAll(rows, err, followUpRow)
	return err
}

// pageLog reads how far the timeline goes back, and the good news and concerns of the last year.
func (q querier) pageLog(page *view.FamilyPage) error {
	err := q.queryRow(`SELECT coalesce(min(at), '') FROM (SELECT min(at) AS at FROM contact WHERE family_id = ?1 AND deleted_at = ''
		UNION ALL SELECT min(start) FROM meeting WHERE family_id = ?1 AND deleted_at = '' AND status = 'held' AND start <> ''
		UNION ALL SELECT min(on_day) FROM family_entry WHERE family_id = ?1 AND deleted_at = '')`, page.Family.ID).Scan(&page.First)
	if err != nil {
		return err
	}
	rows, err := q.query(`SELECT substr(at, 1, 7) AS month, sum(kind = ?2), sum(kind IN (?3, ?4)) FROM contact
		WHERE family_id = ?1 AND deleted_at = '' AND kind IN (?2, ?3, ?4) GROUP BY month ORDER BY month DESC LIMIT 12`,
		page.Family.ID, string(model.GoodNews), string(model.Concern), string(model.Abuse))
	page.Months, err = scanAll(rows, err, func(m *view.MonthCount) []any { return []any{&m.Month, &m.GoodNews, &m.Concerns} })
	slices.Reverse(page.Months)
	return err
}
