package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// SavePaper keeps something to have at hand.
func (s *Store) SavePaper(ctx context.Context, p model.Paper) (view.Change, error) {
	if strings.TrimSpace(p.Title) == "" {
		return view.Change{}, Problem{Sentence: "Write which paper it is, then keep it again."}
	}
	return s.step(ctx, savedTitle(p.ID, p.Title), func(w *work) error {
		return w.saveAndSay("paper", &p.ID, paperColumns, paperFields(&p))
	})
}

// RemovePaper takes a paper off the list.
func (s *Store) RemovePaper(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed a paper", func(w *work) error { return w.takeOut("paper", id) })
}

// TickItem notes that a person has seen to an item of the checklist.
func (s *Store) TickItem(ctx context.Context, meeting int64, item model.ItemID) (view.Change, error) {
	return s.mark(ctx, "ticked", model.Mark{MeetingID: meeting, Item: item, State: model.Ticked})
}

// NoteItem ticks an item with a few words that stay beside it: which leader knows.
func (s *Store) NoteItem(ctx context.Context, meeting int64, item model.ItemID, words string) (view.Change, error) {
	if strings.TrimSpace(words) == "" {
		return view.Change{}, Problem{Sentence: "Say in a few words how it is settled, or tick it."}
	}
	return s.mark(ctx, "ticked", model.Mark{MeetingID: meeting, Item: item, State: model.Ticked, Reason: words})
}

// LeaveOutItem leaves an item of the checklist out of this meeting, with the reason.
func (s *Store) LeaveOutItem(ctx context.Context, meeting int64, item model.ItemID, reason string) (view.Change, error) {
	if strings.TrimSpace(reason) == "" {
		return view.Change{}, Problem{Sentence: "Say in a few words why it is left out."}
	}
	return s.mark(ctx, "left out", model.Mark{MeetingID: meeting, Item: item, State: model.LeftOut, Reason: reason})
}

func (s *Store) mark(ctx context.Context, title string, m model.Mark) (view.Change, error) {
	return s.step(ctx, title, func(w *work) error {
		id, err := w.markID(m.MeetingID, m.Item)
		if err != nil {
			return err
		}
		m.On = w.today()
		return w.save("checklist_mark", &id, markColumns, markFields(&m))
	})
}

// ClearMark takes back the tick, or that the item was left out.
func (s *Store) ClearMark(ctx context.Context, meeting int64, item model.ItemID) (view.Change, error) {
	return s.step(ctx, "opened again", func(w *work) error {
		id, err := w.markID(meeting, item)
		if err != nil || id == 0 {
			return err
		}
		return w.takeOut("checklist_mark", id)
	})
}

func (q querier) markID(meeting int64, item model.ItemID) (int64, error) {
	rows, err := q.query("SELECT id FROM checklist_mark WHERE meeting_id = ? AND item = ?", meeting, string(item))
	ids, err := scanIDs(rows, err)
	if err != nil {
		return 0, fmt.Errorf("reading the checklist: %w", err)
	}
	return firstOf(ids), nil
}
