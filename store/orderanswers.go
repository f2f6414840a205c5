package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// AnswerOrder keeps who read a court order, or the note that an adult is not to be contacted, and
// whether it allows this one meeting or letter. The last answer counts.
func (s *Store) AnswerOrder(ctx context.Context, a model.OrderAnswer) (view.Change, error) {
	return s.step(ctx, "noted who read the court order", func(w *work) error { return w.answerOrder(&a) })
}

func (w *work) answerOrder(a *model.OrderAnswer) error {
	if !a.Valid() {
		return Problem{Sentence: fmt.Sprintf("Say who read it, and answer %q or %q.", model.OrderAllows, model.OrderForbids)}
	}
	if (a.MeetingID == 0) == (a.LetterID == 0) {
		return fmt.Errorf("an answer to a court order is for one meeting or one letter")
	}
	if a.On == "" {
		a.On = w.today()
	}
	return w.saveAndSay("order_answer", &a.ID, orderAnswerColumns, orderAnswerFields(a))
}
