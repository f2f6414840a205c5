package family

import "kettle/model/view"

var recordKinds = map[refKind]view.RecordKind{
	toAdult: view.AdultRecord, toPupil: view.ChildRecord, toHousehold: view.HouseholdRecord, toEntry: view.EntryRecord,
	toMeeting: view.MeetingRecord, toPromise: view.PromiseRecord,
}

var timelineRecords = map[view.TimelineKind]view.RecordKind{
	view.TimelineContact: view.ContactRecord, view.TimelineMeeting: view.MeetingRecord, view.TimelineLetter: view.LetterRecord,
	view.TimelineFollowUp: view.PromiseRecord, view.TimelineEntry: view.EntryRecord,
}

// Record is what is selected, else the family.
func (s *Page) Record() view.Record {
	if r, ok := s.chosenRow(); ok && r.Kind != view.TimelineImport {
		return view.Record{Kind: timelineRecords[r.Kind], ID: r.ID}
	}
	at := s.chosen()
	if kind, ok := recordKinds[at.kind]; ok && at.id != 0 {
		return view.Record{Kind: kind, ID: at.id}
	}
	return view.Record{Kind: view.FamilyRecord, ID: s.id}
}
