package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// markPerson notes one thing about a person of a meeting as one step; done says it in the title,
// before the name.
func (s *Store) markPerson(ctx context.Context, id int64, done string, mark func(w *work, p *model.MeetingPerson) error) (view.Change, error) {
	return s.step(ctx, done, func(w *work) error {
		p, err := w.meetingPerson(id)
		if err != nil {
			return err
		}
		w.title(done + " " + p.Name)
		if err := mark(w, &p); err != nil {
			return err
		}
		return w.savePerson(&p)
	})
}

// soundChannel refuses a channel that Kettle does not know.
func soundChannel(by model.Channel) error {
	if by != model.NoChannelYet && !by.Valid() {
		return Problem{Sentence: "The channel is not one that Kettle knows: choose one of the list."}
	}
	return nil
}

// MarkInvited notes when and how a person was invited, "" not yet. The wall holds here.
func (s *Store) MarkInvited(ctx context.Context, person int64, on model.Date, by model.Channel) (view.Change, error) {
	return s.markPerson(ctx, person, "invited", func(_ *work, p *model.MeetingPerson) error {
		p.Invited, p.InvitedBy = on, by
		return soundChannel(by)
	})
}

// AnswerInvitation notes what a person said.
func (s *Store) AnswerInvitation(ctx context.Context, person int64, answer model.Answer) (view.Change, error) {
	return s.markPerson(ctx, person, "noted the answer of", func(_ *work, p *model.MeetingPerson) error {
		p.Answer = answer
		return nil
	})
}

// MarkToldWhy notes when and how a person was told what the meeting is about. The wall holds here.
func (s *Store) MarkToldWhy(ctx context.Context, person int64, on model.Date, by model.Channel) (view.Change, error) {
	return s.markPerson(ctx, person, "told why:", func(_ *work, p *model.MeetingPerson) error {
		p.ToldWhy, p.ToldWhyBy = on, by
		return soundChannel(by)
	})
}

// MarkReminded notes when a person was reminded. The wall holds here.
func (s *Store) MarkReminded(ctx context.Context, person int64, on model.Date) (view.Change, error) {
	return s.markPerson(ctx, person, "reminded", func(_ *work, p *model.MeetingPerson) error {
		p.Reminded = on
		return nil
	})
}

// MarkAgendaSent notes when and how a person got the agenda, and keeps what an adult got as a letter.
// The wall holds here.
func (s *Store) MarkAgendaSent(ctx context.Context, person int64, on model.Date, by model.Channel, body string) (view.Change, error) {
	return s.markPerson(ctx, person, "agenda sent to", func(w *work, p *model.MeetingPerson) error {
		p.AgendaSent, p.AgendaSentBy = on, by
		if err := soundChannel(by); err != nil {
			return err
		}
		if err := w.knowsAgenda(p); err != nil {
			return err
		}
		if p.Reader() == 0 || body == "" {
			return nil
		}
		m, err := w.meeting(p.MeetingID)
		if err != nil {
			return err
		}
		letter := model.Letter{FamilyID: m.FamilyID, MeetingID: m.ID, AdultID: p.AdultID, PupilID: p.PupilID, Kind: model.AgendaLetter, Body: body, Sent: on, SentBy: by}
		return w.saveLetter(&letter)
	})
}

// TellAgendaChange notes that a person was told what changed in the agenda since they got it.
func (s *Store) TellAgendaChange(ctx context.Context, person int64) (view.Change, error) {
	return s.markPerson(ctx, person, "told of the changed agenda:", func(w *work, p *model.MeetingPerson) error {
		return w.knowsAgenda(p)
	})
}

// knowsAgenda notes that the person has the agenda as it is now; once that is so for everybody, the
// meeting's agenda no longer counts as changed.
func (w *work) knowsAgenda(p *model.MeetingPerson) error {
	p.AgendaOutdated = false
	others, err := w.has("meeting_person WHERE meeting_id = ? AND agenda_outdated = 1 AND id <> ?", p.MeetingID, p.ID)
	if err != nil {
		return fmt.Errorf("looking who has the old agenda: %w", err)
	}
	if others {
		return nil
	}
	none := model.Date("")
	return w.update("meeting", p.MeetingID, []string{"agenda_changed"}, []any{&none})
}
