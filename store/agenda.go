package store

import (
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// SaveAgendaItem keeps a line of the agenda. A new one without a position goes to the end, before a
// last one that asks for any other worry (practice 43).
func (s *Store) SaveAgendaItem(ctx context.Context, item model.AgendaItem) (view.Change, error) {
	if item.Title == "" || item.Minutes < 0 {
		return view.Change{}, Problem{Sentence: "A line of the agenda needs words, and minutes that are not below 0."}
	}
	return s.step(ctx, savedTitle(item.ID, "a line of the agenda"), func(w *work) error {
		old, err := w.agenda(item.MeetingID)
		if err != nil {
			return err
		}
		isNew := item.ID == 0
		at := slices.IndexFunc(old, func(o model.AgendaItem) bool { return o.ID == item.ID })
		if !isNew && at < 0 {
			return errGone
		}
		if item.Position == 0 {
			item.Position = len(old) + 1
		}
		if err := w.saveAndSay("agenda_item", &item.ID, agendaColumns, agendaFields(&item)); err != nil {
			return err
		}
		if !isNew && sameToReaders(old[at], item) {
			return nil
		}
		if isNew {
			if err := w.number("agenda_item", item.MeetingID, withNewItem(old, item)); err != nil {
				return err
			}
		}
		return w.agendaChanged(item.MeetingID)
	})
}

// sameToReaders reports whether somebody who has the agenda in hand would see no difference.
func sameToReaders(a, b model.AgendaItem) bool {
	return a.Title == b.Title && a.Minutes == b.Minutes && a.Brings == b.Brings && a.Theirs == b.Theirs &&
		a.AnyWorry == b.AnyWorry && a.Position == b.Position
}

// withNewItem are the ids of the agenda in order, with the new line at its place.
func withNewItem(old []model.AgendaItem, item model.AgendaItem) []int64 {
	var ids []int64
	for _, o := range old {
		ids = append(ids, o.ID)
	}
	at := min(item.Position-1, len(ids))
	if n := len(old); at == n && n > 0 && old[n-1].AnyWorry && !item.AnyWorry {
		at = n - 1
	}
	return slices.Insert(ids, at, item.ID)
}

// KeepAgenda keeps the lines of an agenda in this order as one step: those with an id are changed where
// they differ, those without are added.
func (s *Store) KeepAgenda(ctx context.Context, meeting int64, items []model.AgendaItem) (view.Change, error) {
	return s.step(ctx, "changed the agenda", func(w *work) error {
		var ids []int64
		for _, item := range items {
			if item.Title == "" || item.Minutes < 0 {
				return Problem{Sentence: "A line of the agenda needs words, and minutes that are not below 0."}
			}
			if item.ID == 0 {
				w.title("put on the agenda: " + item.Title)
			}
			item.MeetingID = meeting
			if err := w.saveAndSay("agenda_item", &item.ID, agendaColumns, agendaFields(&item)); err != nil {
				return err
			}
			ids = append(ids, item.ID)
		}
		if err := w.number("agenda_item", meeting, ids); err != nil {
			return err
		}
		return w.agendaChanged(meeting)
	})
}

// MoveAgendaItem moves a line up (-1) or down (+1) by so many places.
func (s *Store) MoveAgendaItem(ctx context.Context, id int64, by int) (view.Change, error) {
	return s.step(ctx, "moved a line of the agenda", func(w *work) error {
		item, err := w.agendaItem(id)
		if err != nil {
			return err
		}
		old, err := w.agenda(item.MeetingID)
		if err != nil {
			return err
		}
		var ids []int64
		for _, o := range old {
			ids = append(ids, o.ID)
		}
		from := slices.Index(ids, id)
		to := min(max(from+by, 0), len(ids)-1)
		if from == to {
			return nil
		}
		ids = slices.Insert(slices.Delete(ids, from, from+1), to, id)
		if err := w.number("agenda_item", item.MeetingID, ids); err != nil {
			return err
		}
		return w.agendaChanged(item.MeetingID)
	})
}

// RemoveAgendaItem takes a line off the agenda.
func (s *Store) RemoveAgendaItem(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed a line of the agenda", func(w *work) error {
		item, err := w.agendaItem(id)
		if err != nil {
			return err
		}
		if err := w.takeOut("agenda_item", id); err != nil {
			return err
		}
		return w.agendaChanged(item.MeetingID)
	})
}

// MarkAgendaDone says that a line was dealt with while the meeting ran, and how many minutes it took.
func (s *Store) MarkAgendaDone(ctx context.Context, id int64, done bool, used int) (view.Change, error) {
	return s.step(ctx, "ticked a line of the agenda", func(w *work) error {
		return w.update("agenda_item", id, []string{"done", "used"}, []any{&done, &used})
	})
}

// agendaChanged notes, for a meeting that is still to come, that what people have in their hands no
// longer holds.
func (w *work) agendaChanged(meeting int64) error {
	done, err := w.exec(`UPDATE meeting_person SET agenda_outdated = 1
		WHERE meeting_id = ?1 AND agenda_sent <> '' AND agenda_outdated = 0 AND (SELECT status FROM meeting WHERE id = ?1) = 'planned'`, meeting)
	if err != nil {
		return fmt.Errorf("noting who has the old agenda: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return err
	}
	today := w.today()
	return w.update("meeting", meeting, []string{"agenda_changed"}, []any{&today})
}

func (q querier) agenda(meeting int64) ([]model.AgendaItem, error) {
	return q.agendaItems(" WHERE meeting_id = ? ORDER BY position, id", meeting)
}

func (q querier) agendaItem(id int64) (model.AgendaItem, error) {
	items, err := q.agendaItems(" WHERE id = ?", id)
	if err == nil && len(items) == 0 {
		err = errGone
	}
	if err != nil {
		return model.AgendaItem{}, err
	}
	return items[0], nil
}

func (q querier) agendaItems(where string, args ...any) ([]model.AgendaItem, error) {
	rows, err := q.query(selectSQL("agenda_item", agendaColumns)+where, args...)
	items, err := scanAll(rows, err, agendaRow)
	if err != nil {
		return nil, fmt.Errorf("reading the agenda: %w", err)
	}
	return items, nil
}

func agendaRow(i *model.AgendaItem) []any { return withID(&i.ID, agendaFields(i)) }
