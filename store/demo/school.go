package demo

import "kettle/model"

// Options say what is to be made up.
type Options struct {
	Families int    // how many; 0 is UsualFamilies
	Seed     uint64 // another seed is another school
	Today    model.Date
	Now      model.Moment // nothing has happened after it; "" is the morning of Today
}

// UsualFamilies is how many families a demo has when nobody says, one of them out of sight.
const UsualFamilies = 62

// School is everything that was made up, in slices whose values have the ids 1 to n in their order.
type School struct {
	Options       Options
	Schools       []model.School
	Calendars     []SchoolCalendar
	Staff         []model.Staff
	Professionals []model.Professional
	Rooms         []model.Room
	OwnTemplates  []model.OwnTemplate
	OwnItems      []model.OwnItem

	Families   []model.Family
	Entries    []model.FamilyEntry
	Welcome    []WelcomeSaid
	Pupils     []model.Pupil
	SENChanges []PupilSEN
	SeenBy     []PupilProfessional
	Adults     []model.Adult
	Links      []model.Link
	ByHand     []FamilyAdult
	Households []model.Household

	Contacts   []model.Contact
	Meetings   []model.Meeting
	People     []model.MeetingPerson
	Times      []model.TimeOption
	Agenda     []model.AgendaItem
	Papers     []model.Paper
	Marks      []model.Mark
	Orders     []model.OrderAnswer
	Outcomes   []model.Outcome
	Agreements []model.Agreement
	FollowUps  []model.FollowUp
	Letters    []model.Letter

	Accounts []model.Account // of incidents
	Moves    []model.Transition
}

// SchoolCalendar are the dates of one school.
type SchoolCalendar struct {
	SchoolID int64
	Dates    model.CalendarDates
}

// WelcomeSaid is a point of model.WelcomePoints, from 0, that was said to a family.
type WelcomeSaid struct {
	FamilyID int64
	Point    int
	On       model.Date
}

// PupilSEN is one line of a pupil's SEN history.
type PupilSEN struct {
	PupilID int64
	model.SENChange
}

// PupilProfessional says who from outside the school sees a pupil.
type PupilProfessional struct{ PupilID, ProfessionalID int64 }

// FamilyAdult is an adult who belongs to a family without being linked to a pupil.
type FamilyAdult struct{ FamilyID, AdultID int64 }

// nextID is the id of the value that is appended next.
func nextID[T any](list []T) int64 { return int64(len(list)) + 1 }
