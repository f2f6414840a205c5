package store

import (
	"context"
	"fmt"

	"kettle/model"
	"kettle/model/view"
)

// DrawLine ends a meeting as one step: it is held, with its outcomes and whether a line is drawn
// under the matter; what was agreed, the thank-yous, the summary and the question how it was become
// follow-ups with their dates; the letters are kept to be sent; and the same people meet again, or
// there is a day to ask (practices 44 to 48).
func (s *Store) DrawLine(ctx context.Context, line view.DrawnLine) (view.Change, error) {
	return s.step(ctx, "drew a line under the meeting", func(w *work) error {
		m, err := w.meeting(line.MeetingID)
		if err != nil {
			return err
		}
		if m.Status != model.Planned && m.Status != model.Running {
			return Problem{Sentence: "This meeting is " + string(m.Status) + " already: a line is drawn only once."}
		}
		d, err := w.newDrawing(m, line)
		if err != nil {
			return err
		}
		for _, part := range []func() error{d.end, d.outcomes, d.agreements, d.thankYous, d.letters, d.askHow, d.next} {
			if err := part(); err != nil {
				return err
			}
		}
		w.made(0)
		return nil
	})
}

// drawing is a line being drawn: the meeting, what to keep of it, and how days are counted.
type drawing struct {
	*work
	m        model.Meeting
	line     view.DrawnLine
	calendar *model.Calendar
	settings model.Settings
}

func (w *work) newDrawing(m model.Meeting, line view.DrawnLine) (*drawing, error) {
	if !line.Closed.Valid() || line.Ended != "" && !line.Ended.Valid() {
		return nil, Problem{Sentence: "The end of the meeting, or whether it is settled, is not an answer that Kettle knows: choose again."}
	}
	calendar, err := w.calendarOfFamily(m.FamilyID)
	if err != nil {
		return nil, err
	}
	settings, err := w.settings()
	return &drawing{w, m, line, calendar, settings}, err
}

// end says that the meeting was held, and when; what is not known is filled from what is.
func (d *drawing) end() error {
	m := &d.m
	m.Status, m.Closed, m.Thanks, m.OpenDoor = model.Held, d.line.Closed, d.line.Thanks, d.line.OpenDoor
	m.Ended, m.NextDate = d.line.Ended, d.line.Next.Start
	if m.Ended == "" {
		m.Ended = model.Moment(d.now())
	}
	if m.Start == "" {
		m.Start = m.Ended
		if m.Began != "" {
			m.Start = m.Began
		}
	}
	if m.Began == "" {
		m.Began = m.Start
	}
	if err := d.update("meeting", m.ID, meetingColumns, meetingFields(m)); err != nil {
		return fmt.Errorf("ending the meeting: %w", err)
	}
	return nil
}

// day is that of the meeting, from which promises are counted.
func (d *drawing) day() model.Date { return d.m.Ended.Date() }

func (d *drawing) outcomes() error {
	if _, err := d.exec("DELETE FROM outcome WHERE meeting_id = ?", d.m.ID); err != nil {
		return fmt.Errorf("saving the outcomes: %w", err)
	}
	for i, text := range d.line.Outcomes {
		o := model.Outcome{MeetingID: d.m.ID, Position: i + 1, Text: text}
		if err := d.save("outcome", &o.ID, outcomeColumns, outcomeFields(&o)); err != nil {
			return fmt.Errorf("saving the outcomes: %w", err)
		}
	}
	return nil
}

// agreements makes the meeting's agreements those of the line, each with its follow-up.
func (d *drawing) agreements() error {
	kept := []int64{} // not nil: as a list of SQL that would be NULL
	for i, a := range d.line.Agreements {
		a.MeetingID, a.Position = d.m.ID, i+1
		if err := d.saveAgreement(&a); err != nil {
			return err
		}
		if err := d.promise(&a); err != nil {
			return err
		}
		kept = append(kept, a.ID)
	}
	_, err := d.exec("DELETE FROM agreement WHERE meeting_id = ? AND id NOT IN (SELECT value FROM json_each(?))", d.m.ID, jsonList(kept))
	if err != nil {
		return fmt.Errorf("removing agreements: %w", err)
	}
	return nil
}

// promise makes the follow-up of an agreement. The family was there, so it knows the date.
func (d *drawing) promise(a *model.Agreement) error {
	if a.FollowUpID != 0 {
		return nil
	}
	f := d.newPromise(model.ActionPromised, a.Text)
	f.Whose, f.Who, f.AdultID = a.Whose, a.Who, a.AdultID
	f.Due = a.Due
	if f.Due == "" {
		f.Due = a.From
	}
	if f.Due != "" {
		f.DueRule, f.DueFrom, f.DueSetBy, f.DateTold = dueAgreed, d.day(), "everybody in the meeting", true
	} else { // a guess, which stays out of letters: nobody named a day
		setDue(&f, d.dues().Action, "Kettle: no day was named")
	}
	if err := d.saveFollowUp(&f); err != nil {
		return err
	}
	a.FollowUpID = f.ID
	return d.update("agreement", a.ID, []string{"follow_up_id"}, []any{orNull(&a.FollowUpID)})
}

func (d *drawing) dues() model.MeetingDues { return model.DuesAfter(d.day(), d.settings, d.calendar) }

// askHow promises to ask how the meeting was for them (practice 48).
func (d *drawing) askHow() error {
	if !d.line.AskHow {
		return nil
	}
	f := d.newPromise(model.AskHowItWas, "Ask how the meeting was for them")
	d.dueWithin(&f, model.AskHowWithin, d.line.AskHowOn)
	return d.saveFollowUp(&f)
}

func (d *drawing) newPromise(kind model.FollowUpKind, what string) model.FollowUp {
	return model.FollowUp{FamilyID: d.m.FamilyID, MeetingID: d.m.ID, Kind: kind, What: what, Whose: model.Mine, Promised: d.m.Ended}
}

// dueWithin sets a date by a setting, unless one was chosen.
func (d *drawing) dueWithin(f *model.FollowUp, key model.SettingKey, chosen model.Date) {
	if chosen != "" {
		d.dueByHand(f, chosen)
		return
	}
	setDue(f, d.calendar.DueInSchoolDays(d.day(), d.settings.Number(key)), "setting "+string(key))
}

func (d *drawing) dueByHand(f *model.FollowUp, due model.Date) {
	f.Due, f.DueRule, f.DueFrom, f.DueSetBy = due, dueByHand, d.day(), "you"
}

// thankYous are promised to each adult, for they came each in their own right.
func (d *drawing) thankYous() error {
	for _, t := range d.line.ThankYous {
		if err := soundChannel(t.By); err != nil {
			return err
		}
		name, err := d.thanked(t)
		if err != nil {
			return err
		}
		what := "Thank " + name + " for the meeting"
		if t.By != model.NoChannelYet {
			what += " (" + string(t.By) + ")"
		}
		f := d.newPromise(model.ThankYou, what)
		f.AdultID, f.Who = t.AdultID, name
		d.dueWithin(&f, model.ThankYouWithin, t.Due)
		if err := d.saveFollowUp(&f); err != nil {
			return err
		}
	}
	return nil
}

// thanked is who is thanked, by name: a young person, or an adult whom no wall keeps out.
func (d *drawing) thanked(t view.ThankYou) (string, error) {
	if t.PupilID != 0 {
		return d.pupilName(t.PupilID), nil
	}
	if err := d.mayApproach(t.AdultID, d.m.ID); err != nil {
		return "", err
	}
	return d.formalName(t.AdultID)
}

// letters keeps the letters unsent, with one promise to send what was agreed.
func (d *drawing) letters() error {
	summaries := 0
	for _, l := range d.line.Letters {
		l.ID, l.FamilyID, l.MeetingID, l.Made = 0, d.m.FamilyID, d.m.ID, ""
		if l.Kind == "" {
			l.Kind = model.SummaryOfMeeting
		}
		if l.Kind == model.SummaryOfMeeting {
			summaries++
		}
		if err := d.saveLetter(&l); err != nil {
			return err
		}
	}
	if d.line.NoSummary {
		return nil
	}
	what := "Send the summary of the meeting"
	if summaries > 1 {
		what = fmt.Sprintf("Send the %d summaries of the meeting", summaries)
	}
	f := d.newPromise(model.SummaryLetter, what)
	d.dueWithin(&f, model.SummaryWithin, "")
	return d.saveFollowUp(&f)
}
