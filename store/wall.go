package store

import (
	"context"
	"errors"
	"fmt"

	"kettle/model"
)

// The one wall: whoever has an order on a link to one of the pupils, or may not be contacted about
// them, is neither invited nor written to until somebody has read it and answered that the order
// allows this one meeting or letter (data.md, pupil_adult). It stands here, too, so that no screen
// and no command goes round it.

// linkSQL asks for what the wall needs to know of links.
const linkSQL = `SELECT l.id, l.pupil_id, l.adult_id, l.may_be_contacted, l.court_order FROM pupil_adult l WHERE l.deleted_at = '' `

func wallLink(l *model.Link) []any {
	return []any{&l.ID, &l.PupilID, &l.AdultID, &l.MayBeContacted, &l.CourtOrder}
}

// mayApproach answers a Problem when an adult may not be invited or written to about a meeting.
func (q querier) mayApproach(adult, meeting int64) error {
	rows, err := q.query(linkSQL+"AND l.adult_id = ? AND l.pupil_id IN (SELECT pupil_id FROM meeting_pupil WHERE meeting_id = ?)", adult, meeting)
	links, err := scanAll(rows, err, wallLink)
	if err != nil {
		return fmt.Errorf("reading what the adult is to the pupils: %w", err)
	}
	answers, err := q.orderAnswers(" WHERE meeting_id = ? ORDER BY id", meeting)
	if err != nil {
		return err
	}
	return q.passes(adult, links, answers, "meeting")
}

// mayWrite is mayApproach for a letter. One that belongs to no meeting is about the pupils of its
// family; what was answered for its meeting, or for the letter itself, opens the wall.
func (q querier) mayWrite(l model.Letter) error {
	if l.PupilID != 0 {
		return q.mayWriteYoung(l)
	}
	about := "SELECT pupil_id FROM meeting_pupil WHERE meeting_id = ?"
	of := l.MeetingID
	if of == 0 {
		about, of = "SELECT id FROM pupil WHERE family_id = ?", l.FamilyID
	}
	rows, err := q.query(linkSQL+"AND l.adult_id = ? AND l.pupil_id IN ("+about+")", l.AdultID, of)
	links, err := scanAll(rows, err, wallLink)
	if err != nil {
		return fmt.Errorf("reading what the adult is to the pupils: %w", err)
	}
	answers, err := q.orderAnswers(" WHERE meeting_id = ? AND meeting_id <> 0 OR letter_id = ? AND letter_id <> 0 ORDER BY id", l.MeetingID, l.ID)
	if err != nil {
		return err
	}
	return q.passes(l.AdultID, links, answers, "letter")
}

// mayWriteYoung is mayWrite for a letter to a young person. No order about an adult keeps them out, but
// nothing of such an adult may stand in it.
func (q querier) mayWriteYoung(l model.Letter) error {
	pupils, err := q.pupils("id = ?", l.PupilID)
	if err != nil || len(pupils) == 0 {
		return errors.Join(err, Problem{Sentence: "The young person is not in the caseload any more: a letter to them is not kept."})
	}
	rows, err := q.query(linkSQL+"AND l.pupil_id = ?", l.PupilID)
	about := model.Circle{Pupils: pupils}
	if about.Links, err = scanAll(rows, err, wallLink); err != nil {
		return fmt.Errorf("reading who is kept out: %w", err)
	}
	if about.Adults, err = q.adults("id IN (SELECT adult_id FROM pupil_adult WHERE deleted_at = '' AND pupil_id = ?)", l.PupilID); err != nil {
		return fmt.Errorf("reading who is kept out: %w", err)
	}
	if about.OrderAnswers, err = q.orderAnswers(" WHERE meeting_id = ? AND meeting_id <> 0 OR letter_id = ? AND letter_id <> 0 ORDER BY id", l.MeetingID, l.ID); err != nil {
		return err
	}
	if why := about.AgainstReader(l.Body, pupils[0]); why != "" {
		return Problem{Sentence: "The letter to " + pupils[0].Called() + " " + why + ": take that out before it is kept or goes."}
	}
	return nil
}

// isTheirs refuses a new letter to a child whose letters still go to the parents.
func (w *work) isTheirs(pupil int64) error {
	pupils, err := w.pupils("id = ?", pupil)
	if err == nil && len(pupils) == 1 && !pupils[0].LettersAreTheirs(w.today()) {
		err = Problem{Sentence: "Letters about " + pupils[0].Called() + " go to their parents: to the young person only with a plan, after compulsory school age."}
	}
	return err
}

// LetterWall says why a letter may not go to its adult just now, "" when it may.
func (s *Store) LetterWall(ctx context.Context, l model.Letter) (why string, err error) {
	err = s.read(ctx, func(q querier) error {
		wall := q.mayWrite(l)
		no, err := stopped(wall)
		if no {
			why = wall.Error()
		}
		return err
	})
	return why, err
}

func (q querier) passes(adult int64, links []model.Link, answers []model.OrderAnswer, what string) error {
	a, err := q.approached(adult)
	if err != nil {
		return err
	}
	if !a.InTouch.Reachable() {
		return Problem{Sentence: fmt.Sprintf("%s is noted as %q: change that on their own page before you write or invite.", a.Formal(), string(a.InTouch))}
	}
	for _, l := range links {
		if model.WallStands(l, answers) {
			return Problem{Sentence: fmt.Sprintf("%s may not be approached about %s: read the court order or the note, and answer for this %s whether it allows this.",
				a.Formal(), q.pupilName(l.PupilID), what)}
		}
	}
	return nil
}

// approached is an adult as far as a sentence about the wall needs it.
func (q querier) approached(adult int64) (model.Adult, error) {
	a := model.Adult{ID: adult}
	err := q.queryRow("SELECT title, forename, surname, known_as, address_as, in_touch FROM adult WHERE id = ?", adult).
		Scan(&a.Title, &a.Forename, &a.Surname, &a.KnownAs, &a.AddressAs, &a.InTouch)
	if err != nil {
		return a, fmt.Errorf("reading the adult: %w", err)
	}
	return a, nil
}

func (q querier) orderAnswers(where string, args ...any) ([]model.OrderAnswer, error) {
	rows, err := q.query(selectSQL("order_answer", orderAnswerColumns)+where, args...)
	answers, err := scanAll(rows, err, orderAnswerRow)
	if err != nil {
		return nil, fmt.Errorf("reading who read the court orders: %w", err)
	}
	return answers, nil
}

// mayTell is mayApproach for a promise to tell of a contact, about its pupils or, where it names none,
// those of the family. An answer to an order is for one meeting or one letter, so none opens this.
func (q querier) mayTell(adult int64, c model.Contact) error {
	rows, err := q.query(linkSQL+`AND l.adult_id = ? AND l.pupil_id IN (SELECT pupil_id FROM contact_pupil WHERE contact_id = ?2
		UNION SELECT id FROM pupil WHERE family_id = ?3 AND NOT EXISTS (SELECT 1 FROM contact_pupil WHERE contact_id = ?2))`, adult, c.ID, c.FamilyID)
	links, err := scanAll(rows, err, wallLink)
	if err != nil {
		return fmt.Errorf("reading what the adult is to the pupils: %w", err)
	}
	return q.passes(adult, links, nil, "entry")
}

// stopped reports whether an answer of the wall was no; other errors stay errors.
func stopped(err error) (bool, error) {
	var wall Problem
	if errors.As(err, &wall) {
		return true, nil
	}
	return false, err
}
