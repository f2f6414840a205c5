package meetings

import "kettle/model/view"

// Record is the selected meeting.
func (l *List) Record() view.Record {
	if id := l.selected().ID; id != 0 {
		return view.Record{Kind: view.MeetingRecord, ID: id}
	}
	return view.Record{}
}
