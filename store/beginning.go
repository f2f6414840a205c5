package store

import (
	"context"

	"kettle/model/view"
)

// KeepBeginning keeps how they came in and what they needed to say first (practice 40).
func (s *Store) KeepBeginning(ctx context.Context, id int64, b view.Beginning) (view.Change, error) {
	if !b.Mood.Valid() {
		return view.Change{}, Problem{Sentence: "The mood is not one that Kettle knows: choose one of the list."}
	}
	return s.step(ctx, "wrote how they came in", func(w *work) error {
		return w.update("meeting", id, []string{"mood_then", "said_first"}, []any{&b.Mood, &b.Said})
	})
}
