package view

import (
	"slices"

	"kettle/model"
)

// ProposalFacts is what a proposal of people for the meeting looks at, on a day.
func (p MeetingPrep) ProposalFacts(today model.Date) model.ProposalFacts {
	staff := p.schoolStaff()
	return model.ProposalFacts{
		Circle: p.Circle(), Kind: p.Meeting.Kind, Mood: p.Meeting.Mood, Staff: staff,
		TeacherID: model.TeacherOf(p.Pupils, staff), AbuseBefore: p.AbuseBefore, Today: today,
		WorkWith: p.WorkWith, Professionals: p.Professionals, MeetsOn: p.Meeting.Start.Date(),
	}
}

// schoolStaff are the colleagues of the pupils' school.
func (p MeetingPrep) schoolStaff() []model.Staff {
	return slices.DeleteFunc(slices.Clone(p.Staff), func(s model.Staff) bool {
		return s.SchoolID != 0 && p.School.ID != 0 && s.SchoolID != p.School.ID && !s.Me
	})
}
