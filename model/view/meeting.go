package view

import "kettle/model"

// MeetingPrep is everything that the preparation of one meeting shows and that the rules of the
// checklist ask about.
type MeetingPrep struct {
	Meeting    model.Meeting
	Family     model.Family
	School     model.School // the school of its pupils
	Pupils     []model.Pupil
	People     []model.MeetingPerson // in their order
	Options    []model.TimeOption    // earliest first
	Agenda     []model.AgendaItem
	Papers     []model.Paper
	BeganWith  model.OwnTemplate // the school's own template it began with, also a removed one; the zero one for none
	Marks      []model.Mark
	Outcomes   []model.Outcome
	Agreements []model.Agreement
	Letters    []model.Letter // of this meeting, oldest first

	// Links are those between the pupils and any adult, with their walls; Adults are the adults of
	// the links and of the people. NotAsked are the adults of the links who are not among the people.
	Links        []model.Link
	Adults       []model.Adult
	NotAsked     []int64
	Homes        map[int64]int64 // the household of each adult of the family who has one, and of each pupil by model.ReaderOf
	OrderAnswers []model.OrderAnswer

	Room        model.Room    // the zero room while none is chosen
	RoomClashes []MeetingSlot // other meetings in that room on that day that come nearer than the free time between
	RoomThatDay []MeetingSlot // all other meetings in that room on that day
	MineThatDay []MeetingSlot // all other meetings of the caseload on that day

	AccountAgreed model.Date // of the last incident with one of the pupils before the meeting, "" not agreed or none

	Concern      model.Contact         // the contact it grew from, the zero contact for none
	Before       MeetingSlot           // the last meeting held with the family before this one, the zero slot for none
	BeforeCame   []model.Outcome       // what came of it
	BeforeOwed   []model.FollowUp      // what was promised there, kept or not
	BeforeFelt   []model.MeetingPerson // how it was for those who were there, as far as they said so
	Entries      []model.FamilyEntry
	AbuseBefore  bool // threat or abuse was recorded for the family
	AbuseThatDay bool // and on the day of this meeting
	TeacherComes bool // a class teacher is on the school side

	Staff         []model.Staff
	Professionals []model.Professional
	WorkWith      []model.Professional // those of them who work with the pupils
	Rooms         []model.Room
	Own           SchoolsOwn
	Calendar      *model.Calendar
	Settings      model.Settings
}

// MeetingSlot is when and where another meeting is.
type MeetingSlot struct {
	ID      int64
	Family  string
	Kind    model.MeetingKind
	Start   model.Moment
	Minutes int
	Status  model.MeetingStatus
	RoomID  int64
}

// Near reports whether the slot and a meeting overlap, or come nearer than so many minutes. Without
// a time of day nothing is near.
func (s MeetingSlot) Near(m model.Meeting, minutes int) bool {
	if s.Start.Clock() == "" || m.Start.Clock() == "" {
		return false
	}
	return s.Start < m.Start.Add(m.Minutes+minutes) && m.Start < s.Start.Add(s.Minutes+minutes)
}

// Adult is the adult of that id among Adults, the zero adult for none.
func (p MeetingPrep) Adult(id int64) model.Adult {
	for _, a := range p.Adults {
		if a.ID == id {
			return a
		}
	}
	return model.Adult{}
}

// Person is the person of that id among People, the zero person for none.
func (p MeetingPrep) Person(id int64) model.MeetingPerson {
	for _, m := range p.People {
		if m.ID == id {
			return m
		}
	}
	return model.MeetingPerson{}
}

// LinksOf are the links of one adult to the pupils of the meeting.
func (p MeetingPrep) LinksOf(adult int64) []model.Link {
	var links []model.Link
	for _, l := range p.Links {
		if l.AdultID == adult {
			links = append(links, l)
		}
	}
	return links
}
