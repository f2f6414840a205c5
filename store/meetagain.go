package store

import (
	"fmt"
	"strings"

	"kettle/model"
)

// next plans the meeting in which the same people meet again, or a day to ask about one.
func (d *drawing) next() error {
	if d.line.Next.Start == "" {
		f := d.newPromise(model.MeetAgain, "Ask whether to meet again")
		if len(d.line.Next.Parked) > 0 {
			f.Questions = "Parked the last time: " + strings.Join(d.line.Next.Parked, "; ")
		}
		d.dueWithin(&f, model.MeetAgainWithin, d.line.AskAgain)
		return d.saveFollowUp(&f)
	}
	next := d.line.Next
	m := model.Meeting{FamilyID: d.m.FamilyID, AfterID: d.m.ID, Kind: d.m.Kind, Purpose: d.m.Purpose, Mode: d.m.Mode, ModeBy: d.m.ModeBy,
		Start: next.Start, Minutes: next.Minutes, RoomID: next.RoomID, Interpreter: d.m.Interpreter}
	if next.Kind != "" {
		m.Kind = next.Kind
	}
	if m.Minutes == 0 {
		m.Minutes = d.m.Minutes
	}
	pupils, err := d.pairs("meeting_pupil", "meeting_id", "pupil_id", []int64{d.m.ID})
	if err != nil {
		return fmt.Errorf("reading whom the meeting was about: %w", err)
	}
	m.Pupils = pupils[d.m.ID]
	if err := d.saveMeeting(&m); err != nil {
		return err
	}
	if err := d.parkedAgenda(m); err != nil {
		return err
	}
	return d.samePeople(m.ID)
}

// parkedAgenda begins the next agenda with what was parked, in its place among the items of its kind.
func (d *drawing) parkedAgenda(m model.Meeting) error {
	if len(d.line.Next.Parked) == 0 {
		return nil
	}
	for _, item := range model.AgendaWithParked(m.Kind, d.line.Next.Parked, m.Minutes) {
		item.MeetingID = m.ID
		if err := d.save("agenda_item", &item.ID, agendaColumns, agendaFields(&item)); err != nil {
			return fmt.Errorf("putting what was parked on the next agenda: %w", err)
		}
	}
	return nil
}

// samePeople puts the people of the meeting on the list of the next one, to be asked anew. Whoever is
// behind the wall is left out: what was answered holds for one meeting.
func (d *drawing) samePeople(next int64) error {
	rows, err := d.query(selectSQL("meeting_person", meetingPersonColumns)+" WHERE meeting_id = ? ORDER BY position, id", d.m.ID)
	people, err := scanAll(rows, err, meetingPersonRow)
	if err != nil {
		return fmt.Errorf("reading who was there: %w", err)
	}
	for _, p := range people {
		again := model.MeetingPerson{MeetingID: next, Side: p.Side, AdultID: p.AdultID, PupilID: p.PupilID, StaffID: p.StaffID,
			ProfessionalID: p.ProfessionalID, Name: p.Name, Role: p.Role, Reason: p.Reason, Interpreter: p.Interpreter, Needs: p.Needs}
		if again.AdultID != 0 {
			out, err := stopped(d.mayApproach(again.AdultID, next))
			if err != nil {
				return err
			}
			if out {
				continue
			}
		}
		if err := d.savePerson(&again); err != nil {
			return err
		}
		if p.ID == d.m.HostID {
			if err := d.setHost(next, again.ID); err != nil {
				return err
			}
		}
	}
	return nil
}
