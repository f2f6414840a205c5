package view

import "kettle/model"

// MovingMeeting is a meeting that is to be moved, with what hangs on its time.
type MovingMeeting struct {
	MeetingPrep
	Promises []model.FollowUp // of this meeting, open ones
	Ahead    []MeetingSlot    // the meetings of the caseload from today on
}

// MoveFacts is what is looked at when the meeting moves to a time.
func (m MovingMeeting) MoveFacts(now, to model.Moment) model.MoveFacts {
	return model.MoveFacts{TimeFacts: m.TimeFacts(now, m.Ahead), To: to, Promises: m.Promises, Letters: m.MeetingPrep.Letters}
}

// TimeFacts is what is looked at when a time for the meeting is judged or proposed; ahead are the
// meetings of the caseload.
func (p MeetingPrep) TimeFacts(now model.Moment, ahead []MeetingSlot) model.TimeFacts {
	f := model.TimeFacts{Facts: p.Facts(now.Date()), Now: now, Gap: p.Settings.Number(model.MeetingGap)}
	for _, s := range ahead {
		if s.ID != p.Meeting.ID {
			f.Booked = append(f.Booked, model.Booking{Words: s.Words(), Start: s.Start, Minutes: s.Minutes, RoomID: s.RoomID})
		}
	}
	return f
}
