package view

import "kettle/model"

// FamilyPage is all that a family's page shows beside its timeline.
type FamilyPage struct {
	Family     model.Family
	Adults     []model.Adult // parents first, then in the order in which the school contacts them
	Pupils     []model.Pupil // the eldest first; also those who left or died
	Links      []model.Link  // between these adults and pupils
	Households []model.Household
	Entries    []model.FamilyEntry // the newest first
	Welcome    []model.Date        // when each of model.WelcomePoints was said, "" not yet
	Coming     []ComingMeeting     // planned or running, the earliest first, those without a time last
	Owed       []model.FollowUp    // open ones, the earliest first, those without a date last
	Months     []MonthCount        // of the last year, the earliest first; months without either are left out
	First      model.Moment        // the first thing on the timeline, "" nothing yet
	Elsewhere  []int64             // those of the adults who belong to another family, too
	Removed    []RemovedThing      // what was removed of the family, the last first
	Staff      []model.Staff       // who may own, do or be told something
	Outside    []OutsideHelp       // who from outside works with which child
}

// OutsideHelp is somebody from outside the school who works with a pupil.
type OutsideHelp struct {
	PupilID      int64
	Professional model.Professional
}

// ComingMeeting is a meeting of the family that has not been held yet.
type ComingMeeting struct {
	ID      int64
	Kind    model.MeetingKind
	Start   model.Moment // "" no time yet
	Status  model.MeetingStatus
	Room    string
	Purpose string
}

// MonthCount is how many good news and concerns the log has of one month, such as "2026-11".
type MonthCount struct {
	Month    string
	GoodNews int
	Concerns int
}

// RemovedThing is something of a family that was moved out of sight and may be brought back.
type RemovedThing struct {
	Kind RemovedKind
	ID   int64
	What string // as a person knows it: "Mrs Ngozi Okafor", "the note of Fri 20 Nov"
	On   model.Date
}

// RemovedKind says what a RemovedThing was.
type RemovedKind string

// The kinds of RemovedThing.
const (
	RemovedAdult     RemovedKind = "adult"
	RemovedPupil     RemovedKind = "child"
	RemovedLink      RemovedKind = "link"
	RemovedHousehold RemovedKind = "household"
	RemovedEntry     RemovedKind = "entry"
	RemovedContact   RemovedKind = "log"
	RemovedMeeting   RemovedKind = "meeting"
	RemovedFollowUp  RemovedKind = "follow-up"
	RemovedLetter    RemovedKind = "letter"
)

// Adult is the adult of that id among Adults, the zero adult for none.
func (p FamilyPage) Adult(id int64) model.Adult {
	for _, a := range p.Adults {
		if a.ID == id {
			return a
		}
	}
	return model.Adult{}
}

// Pupil is the pupil of that id among Pupils, the zero pupil for none.
func (p FamilyPage) Pupil(id int64) model.Pupil {
	for _, c := range p.Pupils {
		if c.ID == id {
			return c
		}
	}
	return model.Pupil{}
}

// LinksOf are the links of one adult.
func (p FamilyPage) LinksOf(adult int64) []model.Link {
	var links []model.Link
	for _, l := range p.Links {
		if l.AdultID == adult {
			links = append(links, l)
		}
	}
	return links
}

// NewFamily is the first of a family: its name, and a child and an adult where they are named.
type NewFamily struct {
	Family model.Family
	Pupil  model.Pupil // without a name none is added
	Adult  model.Adult // without a name none is added
	Link   model.Link  // between the two
}

// AdultInFamily is an adult with what ties them to one family. A link that says Removed is taken
// away; an adult without any link belongs to the family by hand.
type AdultInFamily struct {
	Adult    model.Adult
	FamilyID int64
	Links    []model.Link
}

// AdultName is an adult of the caseload by name.
type AdultName struct {
	ID       int64
	Name     string
	Families string // the names of the families they are in
}
