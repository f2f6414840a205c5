package meeting

import "kettle/model/view"

// Record is the meeting.
func (p *page) Record() view.Record { return view.Record{Kind: view.MeetingRecord, ID: p.id} }

// Record is the letter that is selected at a glance, else the meeting.
func (p *Prepare) Record() view.Record {
	if id := p.selectedLetter(); id != 0 {
		return view.Record{Kind: view.LetterRecord, ID: id}
	}
	return p.page.Record()
}

// Record is the selected person of the meeting, else the meeting.
func (p *People) Record() view.Record {
	if r, _ := p.row(); r.kind == listedRow && r.person.ID != 0 {
		return view.Record{Kind: view.PersonRecord, ID: r.person.ID}
	}
	return p.page.Record()
}
