package store

import (
	"context"

	"kettle/model"
	"kettle/model/view"
)

// KeepFeedback keeps how a meeting was for a family, in a word and in their own words; entering that
// they were asked keeps the promise to ask (practice 48). What came home before a line was drawn is
// welcome, too.
func (s *Store) KeepFeedback(ctx context.Context, id int64, f view.Feedback) (view.Change, error) {
	switch {
	case !f.Felt.Valid():
		return view.Change{}, Problem{Sentence: "How it was for them is not one of the answers: choose heard, partly heard or not heard."}
	case f.Asked != "" && !f.Asked.Valid():
		return view.Change{}, Problem{Sentence: "The day on which they were asked is not one there is: write it again."}
	}
	return s.step(ctx, "kept how the meeting was for them", func(w *work) error {
		if f.Asked == "" && (f.Felt != model.FeltNotSaid || f.Words != "") {
			f.Asked = w.today()
		}
		err := w.update("meeting", id, []string{"feedback_asked", "felt", "feedback"}, []any{&f.Asked, &f.Felt, &f.Words})
		if err != nil || f.Asked == "" {
			return err
		}
		return w.settleKind(model.AskHowItWas, "meeting_id", id, f.Asked)
	})
}

// settleKind settles the open promises of a kind that were made from one meeting or entry of the log.
func (w *work) settleKind(kind model.FollowUpKind, column string, id int64, on model.Date) error {
	rows, err := w.query("SELECT id FROM follow_up WHERE "+column+" = ? AND kind = ? AND state = 'open' AND deleted_at = ''", id, string(kind))
	open, err := scanIDs(rows, err)
	if err != nil {
		return err
	}
	for _, id := range open {
		f, err := w.followUp(id)
		if err != nil {
			return err
		}
		if err := w.settle(&f, on, false); err != nil {
			return err
		}
		if err := w.saveFollowUp(&f); err != nil {
			return err
		}
	}
	return nil
}
