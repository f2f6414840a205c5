package store

import (
	"context"
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// MeetingsAhead are the meetings of the caseload from a day on, the first one first.
func (s *Store) MeetingsAhead(ctx context.Context, from model.Date) (slots []view.MeetingSlot, err error) {
	err = s.read(ctx, func(q querier) error {
		slots, err = q.meetingsAhead(from)
		return err
	})
	return slots, err
}

func (q querier) meetingsAhead(from model.Date) ([]view.MeetingSlot, error) {
	rows, err := q.query(slotSQL+"m.status IN ('planned', 'running', 'held') AND m.start >= ? ORDER BY m.start, m.id", string(from))
	slots, err := scanAll(rows, err, (*slotRow).fields)
	if err != nil {
		return nil, fmt.Errorf("reading the meetings ahead: %w", err)
	}
	ahead := make([]view.MeetingSlot, len(slots))
	for i, s := range slots {
		ahead[i] = s.MeetingSlot
	}
	return ahead, nil
}

// MovingMeeting is a meeting with everything that hangs on its time, for a move after today.
func (s *Store) MovingMeeting(ctx context.Context, id int64, today model.Date) (m view.MovingMeeting, err error) {
	if m.MeetingPrep, err = s.MeetingPrep(ctx, id); err != nil {
		return m, err
	}
	err = s.read(ctx, func(q querier) error {
		if m.Promises, err = q.openPromises(id); err != nil {
			return err
		}
		m.Ahead, err = q.meetingsAhead(today)
		return err
	})
	return m, err
}

func (q querier) openPromises(meeting int64) ([]model.FollowUp, error) {
	rows, err := q.query(selectSQL("follow_up", followUpColumns)+" WHERE meeting_id = ? AND state = 'open' AND deleted_at = '' ORDER BY due = '', due, id", meeting)
	promises, err := scanAll(rows, err, followUpRow)
	if err != nil {
		return nil, fmt.Errorf("reading what was promised: %w", err)
	}
	return promises, nil
}

// ReplanMeeting moves a meeting, or makes one that was cancelled or missed a planned one again, at
// another time unless start is "". Who answered for the old time is asked again, and what was counted
// from its day is counted from the new one; of the dates that were told to the family only those of
// the promises named in told move (rules.md R12).
func (s *Store) ReplanMeeting(ctx context.Context, id int64, start model.Moment, told ...int64) (view.Change, error) {
	title := "planned the meeting again"
	if start != "" {
		title = "moved the meeting to " + start.Date().Short()
	}
	return s.step(ctx, title, func(w *work) error {
		m, err := w.meeting(id)
		if err != nil {
			return err
		}
		if m.Status == model.Held {
			return Problem{Sentence: "This meeting has been held: plan a new one for another day."}
		}
		if start != "" && start != m.Start {
			if err := w.moveMeeting(m, start, told); err != nil {
				return err
			}
			m.Start = start
		}
		if err := soundMeeting(m); err != nil {
			return err
		}
		m.Status, m.StatusWhy, m.Began = model.Planned, "", ""
		return w.update("meeting", id, []string{"start", "status", "status_why", "began"}, []any{&m.Start, &m.Status, &m.StatusWhy, &m.Began})
	})
}

// moveMeeting moves what hangs on the time of a meeting.
func (w *work) moveMeeting(m model.Meeting, start model.Moment, told []int64) error {
	if err := w.askAgain(m.ID, start); err != nil {
		return err
	}
	if err := w.movePromises(m, start, told); err != nil {
		return err
	}
	return w.agendaChanged(m.ID)
}

// askAgain takes back what was said to the old time. Whoever said that the new one suits, when it was
// offered, need not say so again.
func (w *work) askAgain(meeting int64, start model.Moment) error {
	for _, sql := range []string{
		`UPDATE meeting_person SET answer = '' WHERE meeting_id = ?1 AND answer <> '' AND id NOT IN (
			SELECT a.person_id FROM time_answer a JOIN time_option o ON o.id = a.option_id
			WHERE o.meeting_id = ?1 AND o.start = ?2 AND a.answer = 'yes')`,
		"UPDATE meeting_person SET reminded = '' WHERE meeting_id = ?1 AND reminded <> '' AND ?2 <> ''",
		"UPDATE time_option SET chosen = (start = ?2) WHERE meeting_id = ?1 AND chosen <> (start = ?2)",
	} {
		if _, err := w.exec(sql, meeting, string(start)); err != nil {
			return fmt.Errorf("taking back the answers to the old time: %w", err)
		}
	}
	return nil
}

// movePromises counts anew what was counted from the meeting's day. The date that a promise had is kept.
func (w *work) movePromises(m model.Meeting, start model.Moment, told []int64) error {
	promises, err := w.openPromises(m.ID)
	if err != nil {
		return err
	}
	calendar, err := w.calendarOfFamily(m.FamilyID)
	if err != nil {
		return err
	}
	moved := 0
	for _, p := range promises {
		due, counted := model.MovedDue(p, m.Start.Date(), start.Date(), calendar)
		if !counted || p.DateTold && !slices.Contains(told, p.ID) {
			continue
		}
		if due != p.Due {
			moved++
			p.DateTold, p.Hidden = false, ""
		}
		p.Due, p.DueFrom = due, start.Date()
		if err := w.saveFollowUp(&p); err != nil {
			return err
		}
	}
	if moved > 0 {
		w.title(w.change.Title + ", with what was promised for it")
	}
	return nil
}
