package today

import "kettle/model/view"

// recordKinds are what the lines of the parts are about; those of others are about a family.
var recordKinds = map[string]view.RecordKind{
	"Accounts": view.AccountRecord, "Promised": view.PromiseRecord, "Meetings": view.MeetingRecord,
	"Waiting for an answer from us": view.ContactRecord, "Worries to settle": view.ContactRecord,
}

// Record is what the selected line is about.
func (p *Page) Record() view.Record {
	it, _ := p.selected()
	kind, ok := recordKinds[it.key.part]
	if !ok {
		return view.Record{}
	}
	return view.Record{Kind: kind, ID: it.key.id}
}
