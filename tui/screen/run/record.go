package run

import "kettle/model/view"

// Record is the meeting.
func (r *Run) Record() view.Record { return view.Record{Kind: view.MeetingRecord, ID: r.id} }
