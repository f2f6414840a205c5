package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// SaveMeetingPerson keeps one person of a meeting. Nobody is on its list twice, and who is behind the
// wall may be noted with the reason why they were not asked, but not as asked.
func (s *Store) SaveMeetingPerson(ctx context.Context, p model.MeetingPerson) (view.Change, error) {
	return s.step(ctx, "changed who comes", func(w *work) error {
		isNew := p.ID == 0
		if err := w.savePerson(&p); err != nil {
			return err
		}
		w.title(savedTitle(0, p.Name) + " to the meeting")
		if !isNew {
			w.title(savedTitle(p.ID, p.Name))
		} else {
			w.made(p.ID)
		}
		return nil
	})
}

func (w *work) savePerson(p *model.MeetingPerson) error {
	if err := soundPerson(*p); err != nil {
		return err
	}
	if err := w.fillPerson(p); err != nil {
		return err
	}
	if p.AdultID != 0 {
		if err := w.soundAdult(*p); err != nil {
			return err
		}
	}
	if err := w.save("meeting_person", &p.ID, meetingPersonColumns, meetingPersonFields(p)); err != nil {
		return fmt.Errorf("saving who comes: %w", err)
	}
	return nil
}

func soundPerson(p model.MeetingPerson) error {
	named := 0
	for _, id := range []int64{p.AdultID, p.PupilID, p.StaffID, p.ProfessionalID} {
		if id != 0 {
			named++
		}
	}
	switch {
	case named == 0 && p.Name == "":
		return Problem{Sentence: "A name is missing: write one, then keep it again."}
	case named > 1:
		return fmt.Errorf("a person of a meeting is one of adult, pupil, staff or professional")
	case !p.Side.Valid() || !p.Answer.Valid() || !p.CameraOff.Valid() || !p.Attended.Valid():
		return Problem{Sentence: "The side or the answer is not one that Kettle knows: choose from the list."}
	}
	return nil
}

// fillPerson gives a new person a name that stands when the person has gone, and the last place.
func (w *work) fillPerson(p *model.MeetingPerson) (err error) {
	if p.Position == 0 {
		err = w.lastPlace("meeting_person", p.MeetingID, &p.Position)
	}
	if err != nil || p.Name != "" {
		return err
	}
	switch {
	case p.AdultID != 0:
		p.Name, err = w.formalName(p.AdultID)
	case p.PupilID != 0:
		p.Name = w.pupilName(p.PupilID)
	case p.StaffID != 0:
		p.Name = w.nameOf("staff", p.StaffID)
	case p.ProfessionalID != 0:
		p.Name = w.nameOf("professional", p.ProfessionalID)
	}
	return err
}

// soundAdult refuses an adult who is there already, or who is behind the wall and yet was approached.
func (w *work) soundAdult(p model.MeetingPerson) error {
	twice, err := w.has("meeting_person WHERE meeting_id = ? AND adult_id = ? AND id <> ?", p.MeetingID, p.AdultID, p.ID)
	if err != nil {
		return fmt.Errorf("looking who is on the list: %w", err)
	}
	if twice {
		return Problem{Sentence: p.Name + " is on the list already."}
	}
	if !wasApproached(p) {
		return nil
	}
	return w.mayApproach(p.AdultID, p.MeetingID)
}

func wasApproached(p model.MeetingPerson) bool {
	return p.Invited != "" || p.ToldWhy != "" || p.AgendaSent != "" || p.Reminded != "" || p.AdviceAsked != "" ||
		p.AdviceSentOn != "" || p.ReportSent != ""
}

// RemoveMeetingPerson takes somebody off the list, with their answers.
func (s *Store) RemoveMeetingPerson(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed somebody", func(w *work) error {
		w.title("removed " + w.nameOf("meeting_person", id))
		if _, err := w.exec("UPDATE meeting SET host_id = 0 WHERE host_id = ?", id); err != nil {
			return fmt.Errorf("noting that nobody leads: %w", err)
		}
		return w.takeOut("meeting_person", id)
	})
}

// number gives rows of a meeting their positions from 1, in the order of ids.
func (w *work) number(table string, meeting int64, ids []int64) error {
	for i, id := range ids {
		if _, err := w.exec("UPDATE "+table+" SET position = ?1 WHERE id = ?2 AND meeting_id = ?3 AND position <> ?1", i+1, id, meeting); err != nil {
			return fmt.Errorf("changing the order: %w", err)
		}
	}
	return nil
}

// ChooseHost says which person of the meeting leads, 0 nobody yet.
func (s *Store) ChooseHost(ctx context.Context, meeting, person int64) (view.Change, error) {
	return s.step(ctx, "changed who leads", func(w *work) error { return w.setHost(meeting, person) })
}

func (w *work) setHost(meeting, person int64) error {
	return w.update("meeting", meeting, []string{"host_id"}, []any{&person})
}

func (q querier) meetingPerson(id int64) (model.MeetingPerson, error) {
	rows, err := q.query(selectSQL("meeting_person", meetingPersonColumns)+" WHERE id = ?", id)
	p, err := scanOne(rows, err, meetingPersonRow)
	if err != nil {
		return p, fmt.Errorf("reading who comes: %w", err)
	}
	return p, nil
}
