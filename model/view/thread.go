package view

import "kettle/model"

// Thread is the meetings of one family under one another: what was agreed then, and what came of it.
type Thread struct {
	Family   model.Family
	About    []model.Pupil // of the meeting it was opened from; none from a family
	Meetings []ThreadMeeting
	Calendar *model.Calendar
}

// ThreadMeeting is one meeting of a thread.
type ThreadMeeting struct {
	ID        int64
	Kind      model.MeetingKind
	Status    model.MeetingStatus
	StatusWhy string
	Start     model.Moment
	Purpose   string
	Closed    model.YesNo
	Felt      model.Felt // of all together, as it was kept before each was asked
	Feedback  string
	How       []ThreadHow // of each who said how it was
	Pupils    string      // the children, by the names they are called
	Same      bool        // about a child of the meeting that the thread was opened from
	Agreed    []ThreadAgreement
}

// ThreadHow is how a meeting was for one person of the family.
type ThreadHow struct {
	MeetingID int64
	Name      string
	Felt      model.Felt
	Feedback  string
}

// ThreadAgreement is what was agreed, and the promise that was made from it, the zero one for none.
type ThreadAgreement struct {
	model.Agreement
	Promise model.FollowUp
}
