package followups

import "kettle/model/view"

// Record is the selected promise.
func (l *List) Record() view.Record {
	r, ok := l.selected()
	if !ok {
		return view.Record{}
	}
	return view.Record{Kind: view.PromiseRecord, ID: r.ID}
}
