package store

import (
	"context"
	"fmt"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// PlanMeeting makes a meeting with everything that was proposed for it: pupils, people, agenda, times
// and papers, as one step.
func (s *Store) PlanMeeting(ctx context.Context, plan view.MeetingPlan) (view.Change, error) {
	return s.step(ctx, "planned a meeting", func(w *work) error {
		m := plan.Meeting
		if m.ID != 0 {
			return fmt.Errorf("planning a meeting that is there already: %d", m.ID)
		}
		if err := w.saveMeeting(&m); err != nil {
			return err
		}
		w.title("planned: " + w.nameOf("family", m.FamilyID) + ", " + string(m.Kind))
		return w.planParts(m.ID, plan)
	})
}

func (w *work) planParts(meeting int64, plan view.MeetingPlan) error {
	for i, p := range plan.People {
		p.ID, p.MeetingID, p.Position = 0, meeting, i+1
		if err := w.savePerson(&p); err != nil {
			return err
		}
		if plan.Host == i+1 {
			if err := w.setHost(meeting, p.ID); err != nil {
				return err
			}
		}
	}
	for i, item := range plan.Agenda {
		item.ID, item.MeetingID, item.Position = 0, meeting, i+1
		if err := w.save("agenda_item", &item.ID, agendaColumns, agendaFields(&item)); err != nil {
			return fmt.Errorf("saving the agenda: %w", err)
		}
	}
	for _, start := range plan.Options {
		if err := w.offerTime(meeting, start); err != nil {
			return err
		}
	}
	for _, title := range plan.Papers {
		paper := model.Paper{MeetingID: meeting, Title: title}
		if err := w.save("paper", &paper.ID, paperColumns, paperFields(&paper)); err != nil {
			return fmt.Errorf("saving a paper: %w", err)
		}
	}
	return nil
}

// SaveMeeting keeps what is prepared of a meeting, and its pupils. How the meeting goes is kept by
// the methods that say so, such as BeginMeeting.
func (s *Store) SaveMeeting(ctx context.Context, m model.Meeting) (view.Change, error) {
	return s.step(ctx, savedTitle(m.ID, "a meeting"), func(w *work) error { return w.saveMeeting(&m) })
}

func (w *work) saveMeeting(m *model.Meeting) error {
	if err := soundMeeting(*m); err != nil {
		return err
	}
	if m.ID == 0 {
		return w.newMeeting(m)
	}
	old, err := w.meeting(m.ID)
	if err != nil {
		return err
	}
	if err := w.update("meeting", m.ID, preparedColumns, preparedFields(m)); err != nil {
		return fmt.Errorf("saving the meeting: %w", err)
	}
	if old.Start != m.Start {
		if err := w.agendaChanged(m.ID); err != nil {
			return err
		}
	}
	if _, err := w.exec("UPDATE time_option SET chosen = 0 WHERE meeting_id = ? AND chosen = 1 AND start <> ?", m.ID, string(m.Start)); err != nil {
		return fmt.Errorf("saving the meeting's time: %w", err)
	}
	return w.setMeetingPupils(*m)
}

func (w *work) newMeeting(m *model.Meeting) error {
	if m.Status == "" {
		m.Status = model.Planned
	}
	if m.Minutes == 0 {
		settings, err := w.settings()
		if err != nil {
			return err
		}
		m.Minutes = settings.Number(model.MeetingMinutes)
	}
	id, err := w.insert("meeting", meetingColumns, meetingFields(m))
	if err != nil {
		return fmt.Errorf("saving the meeting: %w", err)
	}
	m.ID = id
	if w.change.New == 0 {
		w.made(id)
	}
	return w.setMeetingPupils(*m)
}

func (w *work) setMeetingPupils(m model.Meeting) error {
	if err := w.setIDs("meeting_pupil", "meeting_id", m.ID, "pupil_id", m.Pupils); err != nil {
		return fmt.Errorf("saving whom the meeting is about: %w", err)
	}
	return nil
}

func soundMeeting(m model.Meeting) error {
	switch {
	case m.FamilyID == 0:
		return Problem{Sentence: "A meeting needs a family: choose one, then keep it again."}
	case !m.Kind.Valid():
		return Problem{Sentence: "The kind of meeting is not one that Kettle knows: choose one of the list."}
	case !m.Mode.Valid() || !m.ModeBy.Valid() || !m.Mood.Valid() || m.Status != "" && !m.Status.Valid():
		return Problem{Sentence: "How you meet, whose choice it was or the mood is not one that Kettle knows: choose from the list."}
	case !m.MoodThen.Valid() || !m.Felt.Valid() || !m.CouncilDecision.Valid():
		return Problem{Sentence: "The mood at the beginning, how it was for them, or what the council decided is not one that Kettle knows: choose from the list."}
	case m.Start != "" && !m.Start.Valid():
		return Problem{Sentence: "The day or the time of the meeting is not one there is: write it again."}
	case m.Minutes < 0:
		return Problem{Sentence: "A meeting cannot be shorter than no time: write its minutes again."}
	}
	return nil
}

// RemoveMeeting moves a meeting out of sight, as one that was entered by mistake.
func (s *Store) RemoveMeeting(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "removed a meeting", func(w *work) error { return w.remove("meeting", id) })
}

// BringBackMeeting brings a removed meeting back.
func (s *Store) BringBackMeeting(ctx context.Context, id int64) (view.Change, error) {
	return s.step(ctx, "brought a meeting back", func(w *work) error { return w.bringBack("meeting", id) })
}

// CancelMeeting says that a meeting will not be, and why.
func (s *Store) CancelMeeting(ctx context.Context, id int64, why string) (view.Change, error) {
	return s.calledOff(ctx, id, model.Cancelled, why)
}

// MissMeeting says that somebody did not come, and why as far as it is known.
func (s *Store) MissMeeting(ctx context.Context, id int64, why string) (view.Change, error) {
	return s.calledOff(ctx, id, model.Missed, why)
}

func (s *Store) calledOff(ctx context.Context, id int64, status model.MeetingStatus, why string) (view.Change, error) {
	if strings.TrimSpace(why) == "" {
		return view.Change{}, Problem{Sentence: "Say in a few words why the meeting was " + string(status) + "."}
	}
	return s.step(ctx, string(status)+" the meeting", func(w *work) error {
		m, err := w.meeting(id)
		if err != nil {
			return err
		}
		if m.Status == model.Held {
			return Problem{Sentence: "This meeting has been held: take that back first, with u or in the history."}
		}
		return w.update("meeting", id, []string{"status", "status_why"}, []any{&status, &why})
	})
}

// meeting is one meeting without its parts, also a removed one.
func (q querier) meeting(id int64) (model.Meeting, error) {
	rows, err := q.query(selectSQL("meeting", meetingColumns)+" WHERE id = ?", id)
	m, err := scanOne(rows, err, meetingRow)
	if err != nil {
		return m, fmt.Errorf("reading the meeting: %w", err)
	}
	return m, nil
}
