package store

import (
	"fmt"

	"kettle/model/view"
)

// handed is a column that says whose something is, and the column by which its thing is found.
type handed struct{ table, key, owner string }

// handsOver are the columns that change when something goes from one family or person to another.
var handsOver = map[view.Of]map[view.ThingKind][]handed{
	view.OfFamilies: {
		view.ThingContact: {{"contact", "id", "family_id"}, {"follow_up", "contact_id", "family_id"}},
		view.ThingMeeting: {{"meeting", "id", "family_id"}, {"follow_up", "meeting_id", "family_id"}, {"letter", "meeting_id", "family_id"}},
		view.ThingPromise: {{"follow_up", "id", "family_id"}},
		view.ThingLetter:  {{"letter", "id", "family_id"}},
		view.ThingNote:    {{"family_entry", "id", "family_id"}},
		view.ThingChild:   {{"pupil", "id", "family_id"}},
	},
	view.OfPupils: {
		view.ThingContact: {{"contact_pupil", "contact_id", "pupil_id"}},
		view.ThingMeeting: {{"meeting_pupil", "meeting_id", "pupil_id"}, {"meeting_person", "meeting_id", "pupil_id"}, {"letter", "meeting_id", "pupil_id"}},
		view.ThingLetter:  {{"letter", "id", "pupil_id"}},
	},
	view.OfAdults: {
		view.ThingContact: {{"contact_adult", "contact_id", "adult_id"}, {"contact_told", "contact_id", "adult_id"}, {"follow_up", "contact_id", "adult_id"}},
		view.ThingMeeting: {{"meeting_person", "meeting_id", "adult_id"}, {"letter", "meeting_id", "adult_id"}, {"follow_up", "meeting_id", "adult_id"}},
		view.ThingPromise: {{"follow_up", "id", "adult_id"}},
		view.ThingLetter:  {{"letter", "id", "adult_id"}},
		view.ThingLink:    {{"pupil_adult", "id", "adult_id"}},
		view.ThingPhone:   {{"phone", "id", "adult_id"}},
		view.ThingEmail:   {{"email", "id", "adult_id"}},
	},
}

// handOver brings things from one to another. What the other has already stays as it is.
func (w *work) handOver(of view.Of, things []view.Thing, from, to int64) error {
	for _, t := range things {
		for _, h := range handsOver[of][t.Kind] {
			_, err := w.exec("UPDATE "+h.table+" SET "+h.owner+" = ?1 WHERE "+h.key+" = ?2 AND "+h.owner+" = ?3", to, t.ID, from)
			if err := ignoreConstraint(err); err != nil {
				return fmt.Errorf("handing over %s: %w", h.table, err)
			}
		}
	}
	return nil
}
