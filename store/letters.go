package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

func letterRow(l *model.Letter) []any { return withID(&l.ID, letterFields(l)) }

// SaveLetter keeps a letter to one adult, or to a young person whose plan it is. A new one gets the next
// version among those of its meeting, reader and kind. The wall holds here: answers given with a new letter are kept for it, and those of
// its meeting count, too.
func (s *Store) SaveLetter(ctx context.Context, l model.Letter, answers ...model.OrderAnswer) (view.Change, error) {
	return s.step(ctx, savedTitle(l.ID, "a letter"), func(w *work) error {
		if l.ID != 0 {
			if err := w.notSentYet(l.ID); err != nil {
				return err
			}
		}
		isNew := l.ID == 0
		if err := w.saveLetter(&l, answers...); err != nil {
			return err
		}
		if isNew {
			w.made(l.ID)
		}
		return nil
	})
}

// notSentYet refuses to change what somebody has in their hands.
func (w *work) notSentYet(id int64) error {
	l, err := w.letter(id)
	if err != nil {
		return err
	}
	if l.Sent != "" {
		return Problem{Sentence: "This letter was sent on " + l.Sent.Full() + ": write a new one instead of changing it."}
	}
	return nil
}

func (w *work) saveLetter(l *model.Letter, answers ...model.OrderAnswer) error {
	switch {
	case l.FamilyID == 0 || l.Reader() == 0 || l.AdultID != 0 && l.PupilID != 0:
		return Problem{Sentence: "A letter goes to one adult of one family, or to one young person: choose who it is for."}
	case !l.Kind.Valid():
		return Problem{Sentence: "The kind of letter is not one that Kettle knows: choose one of the list."}
	}
	if l.ID == 0 {
		if err := w.fillLetter(l); err != nil {
			return err
		}
	}
	if err := w.save("letter", &l.ID, letterColumns, letterFields(l)); err != nil {
		return fmt.Errorf("saving a letter: %w", err)
	}
	for _, a := range answers {
		a.ID, a.MeetingID, a.LetterID = 0, 0, l.ID
		if err := w.answerOrder(&a); err != nil {
			return err
		}
	}
	return w.mayWrite(*l)
}

func (w *work) fillLetter(l *model.Letter) error {
	if l.Made == "" {
		l.Made = w.today()
	}
	if l.PupilID != 0 {
		if err := w.isTheirs(l.PupilID); err != nil {
			return err
		}
	}
	err := w.queryRow(`SELECT count(*) + 1 FROM letter WHERE ? IN (adult_id, -pupil_id) AND kind = ? AND coalesce(meeting_id, 0) = ? AND ? <> 0`,
		l.Reader(), string(l.Kind), l.MeetingID, l.MeetingID).Scan(&l.Version)
	if err != nil {
		return fmt.Errorf("counting the letters: %w", err)
	}
	return nil
}

// letterPromise is the promise that sending a letter of a kind keeps. Where it is for everybody, it
// is kept once every letter of the kind has gone.
var letterPromise = map[model.LetterKind]struct {
	kind        model.FollowUpKind
	forEveryone bool
}{
	model.ThankYouLetter:   {kind: model.ThankYou},
	model.SummaryOfMeeting: {kind: model.SummaryLetter, forEveryone: true},
}

// SendLetter notes when and how a letter went, as one step with keeping one that is not kept yet. The
// wall holds here. The thank-you or the summary that was promised is done by it; who got the invitation
// or the agenda is noted in the meeting.
func (s *Store) SendLetter(ctx context.Context, l model.Letter, on model.Date, by model.Channel) (view.Change, error) {
	if l.ID != 0 {
		return s.MarkLetterSent(ctx, l.ID, on, by)
	}
	return s.step(ctx, "marked a letter as sent", func(w *work) error {
		if err := w.saveLetter(&l); err != nil {
			return err
		}
		w.made(l.ID)
		return w.markSent(l, on, by)
	})
}

// MarkLetterSent is SendLetter for a letter that is kept; "" is that it has not gone.
func (s *Store) MarkLetterSent(ctx context.Context, id int64, on model.Date, by model.Channel) (view.Change, error) {
	return s.step(ctx, "marked a letter as sent", func(w *work) error {
		l, err := w.letter(id)
		if err != nil {
			return err
		}
		return w.markSent(l, on, by)
	})
}

func (w *work) markSent(l model.Letter, on model.Date, by model.Channel) error {
	if err := soundChannel(by); err != nil {
		return err
	}
	if err := w.mayWrite(l); err != nil && on != "" {
		return err
	}
	l.Sent, l.SentBy = on, by
	if err := w.save("letter", &l.ID, letterColumns, letterFields(&l)); err != nil {
		return fmt.Errorf("marking the letter: %w", err)
	}
	if on == "" {
		w.title("marked a letter as not sent")
		return nil
	}
	if err := w.noteWhatWasSent(l); err != nil {
		return err
	}
	return w.keepLetterPromise(l)
}

func (w *work) keepLetterPromise(l model.Letter) error {
	promise, ok := letterPromise[l.Kind]
	if !ok || l.MeetingID == 0 {
		return nil
	}
	if promise.forEveryone {
		waiting, err := w.has("letter WHERE meeting_id = ? AND kind = ? AND sent = '' AND deleted_at = ''", l.MeetingID, string(l.Kind))
		if err != nil || waiting {
			return err
		}
	}
	to := ""
	if l.PupilID != 0 {
		to = w.pupilName(l.PupilID)
	}
	rows, err := w.query(selectSQL("follow_up", followUpColumns)+
		" WHERE meeting_id = ? AND kind = ? AND state = 'open' AND deleted_at = '' AND (? OR adult_id = ? OR adult_id IS NULL AND who = ? AND who <> '')",
		l.MeetingID, string(promise.kind), promise.forEveryone, l.AdultID, to)
	open, err := scanAll(rows, err, followUpRow)
	if err != nil {
		return fmt.Errorf("reading what was promised: %w", err)
	}
	for _, f := range open {
		if err := w.settle(&f, l.Sent, true); err != nil {
			return err
		}
		if err := w.saveFollowUp(&f); err != nil {
			return err
		}
	}
	return nil
}

// RemoveLetter moves a letter out of sight.
func (s *Store) RemoveLetter(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed a letter", func(w *work) error { return w.remove("letter", id) })
}

// BringBackLetter brings a removed letter back.
func (s *Store) BringBackLetter(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "brought a letter back", func(w *work) error { return w.bringBack("letter", id) })
}

// Letter is one letter, also a removed one.
func (s *Store) Letter(ctx context.Context, id int64) (l model.Letter, err error) {
	err = s.read(ctx, func(q querier) error {
		l, err = q.letter(id)
		return err
	})
	return l, err
}

// FamilyLetters are the letters of a family, the newest first.
func (s *Store) FamilyLetters(ctx context.Context, family int64) (letters []model.Letter, err error) {
	err = s.read(ctx, func(q querier) error {
		letters, err = q.letters(" WHERE family_id = ? AND deleted_at = '' ORDER BY made DESC, id DESC", family)
		return err
	})
	return letters, err
}

func (q querier) letter(id int64) (model.Letter, error) {
	letters, err := q.letters(" WHERE id = ?", id)
	if err == nil && len(letters) == 0 {
		err = errGone
	}
	if err != nil {
		return model.Letter{}, err
	}
	return letters[0], nil
}

func (q querier) letters(where string, args ...any) ([]model.Letter, error) {
	rows, err := q.query(selectSQL("letter", letterColumns)+where, args...)
	letters, err := scanAll(rows, err, letterRow)
	if err != nil {
		return nil, fmt.Errorf("reading the letters: %w", err)
	}
	return letters, nil
}
