package store

import (
	"fmt"

	"kettle/model"
)

// noteWhatWasSent notes in the meeting what its reader knows from a letter that went: that they are
// asked and why, or the agenda. What was noted before stays.
func (w *work) noteWhatWasSent(l model.Letter) error {
	if l.MeetingID == 0 || l.Kind != model.InvitationLetter && l.Kind != model.AgendaLetter {
		return nil
	}
	rows, err := w.query(selectSQL("meeting_person", meetingPersonColumns)+" WHERE meeting_id = ? AND ? IN (adult_id, -pupil_id)", l.MeetingID, l.Reader())
	people, err := scanAll(rows, err, meetingPersonRow)
	if err != nil {
		return fmt.Errorf("reading who comes: %w", err)
	}
	for _, p := range people {
		if err := w.noteSent(&p, l); err != nil {
			return err
		}
		if err := w.savePerson(&p); err != nil {
			return err
		}
	}
	return w.noteSaid(l)
}

func (w *work) noteSent(p *model.MeetingPerson, l model.Letter) error {
	if l.Kind == model.AgendaLetter {
		p.AgendaSent, p.AgendaSentBy = l.Sent, l.SentBy
		return w.knowsAgenda(p)
	}
	if p.Invited == "" {
		p.Invited, p.InvitedBy, p.WhyNot = l.Sent, l.SentBy, ""
	}
	if p.ToldWhy == "" {
		p.ToldWhy, p.ToldWhyBy = l.Sent, l.SentBy
	}
	return nil
}

// noteSaid notes what the letter says beside, where nothing is noted yet: that they may bring somebody,
// that the camera may stay off, and what would they like to talk about (practices 28, 31 and 24).
func (w *work) noteSaid(l model.Letter) error {
	m, err := w.meeting(l.MeetingID)
	if err != nil {
		return err
	}
	said := model.SaysLetter(l.Body)
	days := []struct {
		says bool
		day  *model.Date
	}{{said.MayBring, &m.CompanionTold}, {said.CameraOff && m.Mode.OnScreen(), &m.CameraOff}, {said.WhatTheyWish, &m.AskedTheirs}}
	changed := false
	for _, d := range days {
		if d.says && *d.day == "" {
			*d.day, changed = l.Sent, true
		}
	}
	if !changed {
		return nil
	}
	return w.update("meeting", m.ID, []string{"companion_told", "camera_off", "asked_theirs"}, []any{&m.CompanionTold, &m.CameraOff, &m.AskedTheirs})
}
