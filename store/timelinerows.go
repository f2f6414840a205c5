package store

import (
	"kettle/model"
	"kettle/model/view"
)

// timelineRows is what is read of the rows of one kind, once it is known which are seen. Of a long text
// only its beginning is read.
type timelineRows struct {
	sql    string // of the rows of the ids ?, id first
	fields func(r *view.TimelineRow) []any
	record view.RecordKind // of which it is known whether its text was changed
}

var timelineDetails = map[view.TimelineKind]timelineRows{
	view.TimelineContact: {`SELECT id, substr(iif(abuse_what = '', note, abuse_what), 1, 600), substr(words, 1, 600), channel, kind, settled, dsl_to FROM contact`,
		func(r *view.TimelineRow) []any {
			return []any{&r.ID, &r.Text, &r.Words, &r.Channel, &r.Contact, &r.Settled, &r.DSLTo}
		}, view.ContactRecord},
	view.TimelineMeeting: {`SELECT id, substr(coalesce((SELECT group_concat(text, ' ') FROM outcome o WHERE o.meeting_id = m.id), purpose), 1, 600), substr(words, 1, 600),
			kind, status, status_why, (SELECT count(*) FROM agreement a WHERE a.meeting_id = m.id),
			(SELECT count(*) FROM agreement a JOIN follow_up f ON f.id = a.follow_up_id WHERE a.meeting_id = m.id AND f.state = 'done') FROM meeting m`,
		func(r *view.TimelineRow) []any {
			return []any{&r.ID, &r.Text, &r.Words, &r.Meeting, &r.Status, &r.StatusWhy, &r.Agreed, &r.Kept}
		}, view.MeetingRecord},
	view.TimelineLetter: {`SELECT id, substr(body, 1, 600), sent_by, kind, sent,
			coalesce((SELECT ` + adultWords + ` FROM adult a WHERE a.id = l.adult_id), (SELECT ` + pupilWords + ` FROM pupil p WHERE p.id = l.pupil_id), '')
			FROM letter l`,
		func(r *view.TimelineRow) []any {
			return []any{&r.ID, &r.Text, &r.Channel, &r.Letter, &r.Sent, &r.To}
		}, view.LetterRecord},
	view.TimelineFollowUp: {`SELECT id, what, state, state_why, whose, due, told_on,
			coalesce((SELECT d.due FROM follow_up_date d WHERE d.follow_up_id = f.id ORDER BY d.id LIMIT 1), '') FROM follow_up f`,
		func(r *view.TimelineRow) []any {
			return []any{&r.ID, &r.Text, &r.FollowUp, &r.StateWhy, &r.Whose, &r.Due, &r.ToldOn, &r.FirstDue}
		}, view.PromiseRecord},
	view.TimelineEntry: {`SELECT id, substr(text, 1, 600), kind FROM family_entry`,
		func(r *view.TimelineRow) []any { return []any{&r.ID, &r.Text, &r.Entry} }, view.EntryRecord},
}

// adultWords is Adult.Formal as SQL.
const adultWords = `iif(a.address_as <> '', a.address_as, iif(a.title <> '' AND a.surname <> '', a.title || ' ' || a.surname,
	trim(a.title || ' ' || iif(a.forename <> '', a.forename, a.known_as) || ' ' || a.surname)))`

// fillTimeline reads the rest of these rows, whose kind, id and time are known.
func (q querier) fillTimeline(family int64, rows []view.TimelineRow) error {
	for kind, details := range timelineDetails {
		ids := idsOf(keep(rows, func(r view.TimelineRow) bool { return r.Kind == kind }), func(r view.TimelineRow) int64 { return r.ID })
		if len(ids) == 0 {
			continue
		}
		found, err := q.query(details.sql+" WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		read, err := scanAll(found, err, details.fields)
		if err != nil {
			return err
		}
		corrected, err := q.corrected(details.record, ids)
		if err != nil {
			return err
		}
		byID := map[int64]view.TimelineRow{}
		for _, r := range read {
			byID[r.ID] = r
		}
		for i, r := range rows {
			if r.Kind == kind {
				rows[i] = byID[r.ID]
				rows[i].Kind, rows[i].ID, rows[i].At, rows[i].Corrected = r.Kind, r.ID, r.At, corrected[r.ID]
			}
		}
	}
	if err := q.addTimelineAdults(rows); err != nil {
		return err
	}
	return q.addImports(family, rows)
}

// addTimelineAdults says which adults the contacts were with, and who knows of them.
func (q querier) addTimelineAdults(rows []view.TimelineRow) error {
	ids := idsOf(keep(rows, func(r view.TimelineRow) bool { return r.Kind == view.TimelineContact }), func(r view.TimelineRow) int64 { return r.ID })
	adults, err := q.pairs("contact_adult", "contact_id", "adult_id", ids)
	if err != nil {
		return err
	}
	told, err := q.told(ids)
	for i, r := range rows {
		if r.Kind == view.TimelineContact {
			rows[i].Adults = adults[r.ID]
			rows[i].Sharing = model.SharingOf(r.Contact, adults[r.ID], toldOnly(told[r.ID]))
		}
	}
	return err
}
