package view

import (
	"fmt"

	"kettle/model"
)

// Facts is what the rules of the checklist look at, on a day.
func (p MeetingPrep) Facts(today model.Date) model.Facts {
	f := model.Facts{
		Circle:  p.Circle(),
		Meeting: p.Meeting,
		Today:   today,
		People:  p.People,
		Staff:   p.Staff,
		Options: p.Options,
		Agenda:  p.Agenda,
		Papers:  p.Papers,
		Marks:   p.Marks,
		Own:     p.Own.Items,
		Off:     p.Own.Off,

		OwnLayouts: p.Own.Layouts,

		AccountAgreed:  p.AccountAgreed,
		EarlierMeeting: p.Before.ID != 0,
		AbuseBefore:    p.AbuseBefore,
		Calendar:       p.Calendar,
	}
	if p.Concern.Kind == model.Concern {
		f.ConcernOn = p.Concern.At.Date()
	}
	if p.Room.ID != 0 {
		f.Room = &p.Room
	}
	if len(p.RoomClashes) > 0 {
		f.RoomClash = p.RoomClashes[0].Words()
	}
	f.OwnClash = p.ownClash()
	f.PromisesOpen, f.PromisesKept = p.promises()
	for _, e := range p.Entries {
		f.FamilyStory = f.FamilyStory || e.Kind == model.TheirStory
	}
	return f
}

// Circle is whom the meeting may touch.
func (p MeetingPrep) Circle() model.Circle {
	return model.Circle{Pupils: p.Pupils, Adults: p.Adults, Links: p.Links, OrderAnswers: p.OrderAnswers}
}

// ownClash is another meeting that begins before the free time after this one is over.
func (p MeetingPrep) ownClash() string {
	for _, s := range p.MineThatDay {
		if s.Start >= p.Meeting.Start && s.Near(p.Meeting, p.Settings.Number(model.MeetingGap)) {
			return s.Words()
		}
	}
	return ""
}

// promises counts what was promised in the meeting before: still open, and kept or told that it is not.
func (p MeetingPrep) promises() (open, kept int) {
	for _, f := range p.BeforeOwed {
		switch {
		case f.State == model.Open:
			open++
		case f.State == model.Done || f.ToldOn != "":
			kept++
		}
	}
	return open, kept
}

// Words are the slot in a sentence: "Haddad, 16:00 to 16:45".
func (s MeetingSlot) Words() string {
	if s.Start.Clock() == "" {
		return s.Family
	}
	return fmt.Sprintf("%s, %s to %s", s.Family, s.Start.Clock(), s.Start.Add(s.Minutes).Clock())
}
