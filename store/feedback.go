package store

import (
	"context"
	"maps"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// KeepFeedback keeps how a meeting was for a family all together, in a word and in their own words;
// entering that they were asked keeps the promise to ask (practice 48). What came home before a line was
// drawn is welcome, too.
func (s *Store) KeepFeedback(ctx context.Context, id int64, f view.Feedback) (view.Change, error) {
	if err := soundFeedback(f); err != nil {
		return view.Change{}, err
	}
	return s.step(ctx, "kept how the meeting was for them", func(w *work) error {
		w.askedToday(&f)
		err := w.update("meeting", id, []string{"feedback_asked", "felt", "feedback"}, []any{&f.Asked, &f.Felt, &f.Words})
		if err != nil || f.Asked == "" {
			return err
		}
		return w.settleKind(model.AskHowItWas, "meeting_id", id, f.Asked)
	})
}

func soundFeedback(f view.Feedback) error {
	switch {
	case !f.Felt.Valid():
		return Problem{Sentence: "How it was for them is not one of the answers: choose heard, partly heard or not heard."}
	case f.Asked != "" && !f.Asked.Valid():
		return Problem{Sentence: "The day on which they were asked is not one there is: write it again."}
	}
	return nil
}

// askedToday notes the day for what was said without one.
func (w *work) askedToday(f *view.Feedback) {
	if f.Asked == "" && (f.Felt != model.FeltNotSaid || f.Words != "") {
		f.Asked = w.today()
	}
}

// KeepHowItWas keeps how a meeting was for each of these people of it, in their own right, as one step.
// Once everybody who is asked was asked, the promise to ask is kept (practices 15 and 48). The wall holds
// here.
func (s *Store) KeepHowItWas(ctx context.Context, meeting int64, of map[int64]view.Feedback) (view.Change, error) {
	for _, f := range of {
		if err := soundFeedback(f); err != nil {
			return view.Change{}, err
		}
	}
	return s.step(ctx, "kept how the meeting was for them", func(w *work) error {
		for _, id := range slices.Sorted(maps.Keys(of)) {
			if err := w.keepHow(meeting, id, of[id], len(of) == 1); err != nil {
				return err
			}
		}
		return w.askedEach(meeting)
	})
}

func (w *work) keepHow(meeting, person int64, f view.Feedback, alone bool) error {
	p, err := w.meetingPerson(person)
	if err != nil {
		return err
	}
	if p.MeetingID != meeting {
		return errGone
	}
	w.askedToday(&f)
	if f.Asked != "" && p.AdultID != 0 {
		if err := w.mayApproach(p.AdultID, meeting); err != nil {
			return err
		}
	}
	if alone {
		w.title("kept how the meeting was for " + p.Name)
	}
	return w.update("meeting_person", person, []string{"asked_how", "felt", "feedback"}, []any{&f.Asked, &f.Felt, &f.Words})
}

// askedEach keeps the promise to ask on the last day on which somebody was, once nobody is left.
func (w *work) askedEach(meeting int64) error {
	preps, err := w.meetingPreps([]int64{meeting})
	if err != nil || len(preps) == 0 {
		return err
	}
	facts := preps[0].Facts(w.today())
	on := model.Date("")
	for _, m := range facts.AskedAfter() {
		on = max(on, m.AskedHow)
	}
	if on == "" || len(facts.NotAskedAfter()) > 0 {
		return nil
	}
	return w.settleKind(model.AskHowItWas, "meeting_id", meeting, on)
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
