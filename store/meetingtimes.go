package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// OfferTime adds a time to those offered (practice 32).
func (s *Store) OfferTime(ctx context.Context, meeting int64, start model.Moment) (view.Change, error) {
	return s.step(ctx, "offered "+start.Date().Short(), func(w *work) error { return w.offerTime(meeting, start) })
}

func (w *work) offerTime(meeting int64, start model.Moment) error {
	if !start.Valid() || start.Clock() == "" {
		return Problem{Sentence: "A time to offer needs a day and an hour: write it again."}
	}
	offered, err := w.has("time_option WHERE meeting_id = ? AND start = ?", meeting, string(start))
	if err != nil || offered {
		return err
	}
	o := model.TimeOption{MeetingID: meeting, Start: start}
	if err := w.save("time_option", &o.ID, timeOptionColumns, timeOptionFields(&o)); err != nil {
		return fmt.Errorf("saving a time: %w", err)
	}
	return nil
}

// AnswerTime notes whether a time suits a person, "" that they have not said.
func (s *Store) AnswerTime(ctx context.Context, option, person int64, answer model.YesNo) (view.Change, error) {
	if !answer.Valid() {
		return view.Change{}, Problem{Sentence: "A time suits or it does not: answer yes, no or nothing."}
	}
	return s.step(ctx, "noted the answer to a time", func(w *work) error {
		rows, err := w.query("SELECT id FROM time_answer WHERE option_id = ? AND person_id = ?", option, person)
		ids, err := scanIDs(rows, err)
		if err != nil {
			return fmt.Errorf("reading the answers: %w", err)
		}
		id := firstOf(ids)
		if answer != model.NotKnown {
			return w.save("time_answer", &id, []string{"option_id", "person_id", "answer"}, []any{&option, &person, &answer})
		}
		if id == 0 {
			return nil
		}
		return w.takeOut("time_answer", id)
	})
}

// ChooseTime makes an offered time the meeting's. An agenda that names another one counts as changed.
func (s *Store) ChooseTime(ctx context.Context, option int64) (view.Change, error) {
	return s.step(ctx, "chose the time", func(w *work) error {
		o, err := w.timeOption(option)
		if err != nil {
			return err
		}
		w.title("chose " + o.Start.Date().Short() + " " + string(o.Start.Clock()))
		m, err := w.meeting(o.MeetingID)
		if err != nil {
			return err
		}
		if m.Start != o.Start {
			if err := w.agendaChanged(m.ID); err != nil {
				return err
			}
		}
		if _, err := w.exec("UPDATE time_option SET chosen = (id = ?1) WHERE meeting_id = ?2 AND chosen <> (id = ?1)", option, o.MeetingID); err != nil {
			return fmt.Errorf("choosing the time: %w", err)
		}
		return w.update("meeting", o.MeetingID, []string{"start"}, []any{&o.Start})
	})
}

// WithdrawTime takes back an offer. The meeting keeps its time, also if it was this one.
func (s *Store) WithdrawTime(ctx context.Context, option int64) (view.Change, error) {
	return s.step(ctx, "withdrew a time", func(w *work) error { return w.takeOut("time_option", option) })
}

func (q querier) timeOption(id int64) (model.TimeOption, error) {
	rows, err := q.query(selectSQL("time_option", timeOptionColumns)+" WHERE id = ?", id)
	o, err := scanOne(rows, err, timeOptionRow)
	if err != nil {
		return o, fmt.Errorf("reading the time: %w", err)
	}
	return o, nil
}
