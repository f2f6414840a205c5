package line

import "kettle/model/view"

// Record is the meeting.
func (p *Page) Record() view.Record { return view.Record{Kind: view.MeetingRecord, ID: p.id} }
