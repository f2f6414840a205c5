package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// BeginMeeting says that a planned meeting runs, from a moment on, "" now. One that runs already
// keeps its beginning.
func (s *Store) BeginMeeting(ctx context.Context, id int64, at model.Moment) (view.Change, error) {
	return s.step(ctx, "began the meeting", func(w *work) error {
		m, err := w.meeting(id)
		if err != nil || m.Status == model.Running {
			return err
		}
		if m.Status != model.Planned {
			return Problem{Sentence: "This meeting is " + string(m.Status) + ": plan it again before it begins."}
		}
		if at == "" {
			at = model.Moment(w.now())
		}
		status := model.Running
		return w.update("meeting", id, []string{"status", "began"}, []any{&status, &at})
	})
}

// KeepRunText keeps what was written at the table: notes, the family's own words apart from them
// (practice 41), and what is parked.
func (s *Store) KeepRunText(ctx context.Context, id int64, text view.RunText) (view.Change, error) {
	return s.step(ctx, "wrote notes", func(w *work) error {
		return w.update("meeting", id, []string{"notes", "words", "parked"}, []any{&text.Notes, &text.Words, &text.Parked})
	})
}

// SaveAgreement keeps who does what by when. A new one without a position comes last.
func (s *Store) SaveAgreement(ctx context.Context, a model.Agreement) (view.Change, error) {
	return s.step(ctx, savedTitle(a.ID, "an agreement"), func(w *work) error {
		isNew := a.ID == 0
		if err := w.saveAgreement(&a); err != nil {
			return err
		}
		if isNew {
			w.made(a.ID)
		}
		return nil
	})
}

func (w *work) saveAgreement(a *model.Agreement) error {
	if a.Whose == "" {
		a.Whose = model.Mine
	}
	switch {
	case a.Text == "":
		return Problem{Sentence: "Write what was agreed, then keep it again."}
	case !a.Whose.Valid():
		return Problem{Sentence: "Who does it is not one that Kettle knows: choose me, staff or the family."}
	case a.From != "" && !a.From.Valid() || a.Due != "" && !a.Due.Valid():
		return Problem{Sentence: "The date is not one there is: write it again, or leave it empty."}
	}
	if err := w.fillAgreement(a); err != nil {
		return err
	}
	if err := w.save("agreement", &a.ID, agreementColumns, agreementFields(a)); err != nil {
		return fmt.Errorf("saving an agreement: %w", err)
	}
	return nil
}

func (w *work) fillAgreement(a *model.Agreement) (err error) {
	if a.Position == 0 {
		err = w.lastPlace("agreement", a.MeetingID, &a.Position)
	}
	if err != nil || a.Who != "" {
		return err
	}
	switch {
	case a.AdultID != 0:
		a.Who, err = w.formalName(a.AdultID)
	case a.StaffID != 0:
		a.Who = w.nameOf("staff", a.StaffID)
	}
	return err
}

// lastPlace sets the position behind all other rows of the meeting.
func (q querier) lastPlace(table string, meeting int64, position *int) error {
	err := q.queryRow("SELECT coalesce(max(position), 0) + 1 FROM "+table+" WHERE meeting_id = ?", meeting).Scan(position)
	if err != nil {
		return fmt.Errorf("looking for the last place: %w", err)
	}
	return nil
}

// RemoveAgreement takes out an agreement. The follow-up that was made from it stays.
func (s *Store) RemoveAgreement(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed an agreement", func(w *work) error { return w.takeOut("agreement", id) })
}

// SaveOutcome keeps one sentence of what came of a meeting. A new one without a position comes last.
func (s *Store) SaveOutcome(ctx context.Context, o model.Outcome) (view.Change, error) {
	if o.Text == "" {
		return view.Change{}, Problem{Sentence: "Write what came of the meeting, then keep it again."}
	}
	return s.step(ctx, savedTitle(o.ID, "an outcome"), func(w *work) error {
		if o.Position == 0 {
			if err := w.lastPlace("outcome", o.MeetingID, &o.Position); err != nil {
				return err
			}
		}
		return w.saveAndSay("outcome", &o.ID, outcomeColumns, outcomeFields(&o))
	})
}

// RemoveOutcome takes out an outcome.
func (s *Store) RemoveOutcome(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed an outcome", func(w *work) error { return w.takeOut("outcome", id) })
}
