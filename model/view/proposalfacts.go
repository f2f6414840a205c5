package view

import "kettle/model"

// ProposalFacts is what a proposal of people for the meeting looks at, on a day.
func (p MeetingPrep) ProposalFacts(today model.Date) model.ProposalFacts {
	return model.ProposalFacts{
		Circle: p.Circle(), Kind: p.Meeting.Kind, Mood: p.Meeting.Mood, Staff: p.Staff,
		AbuseBefore: p.AbuseBefore, Today: today, WorkWith: p.WorkWith, Professionals: p.Professionals, MeetsOn: p.Meeting.Start.Date(),
	}
}
