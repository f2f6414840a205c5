package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kettle/model"
	"kettle/model/view"
)

// Thread is all meetings of a family with what was agreed in each and what came of it, the newest
// first; of meetings about the children of one meeting, those first. Meeting 0 is none in particular.
func (s *Store) Thread(ctx context.Context, family, meeting int64) (thread view.Thread, err error) {
	err = s.read(ctx, func(q querier) error {
		if meeting != 0 {
			m, err := q.meeting(meeting)
			if err != nil {
				return err
			}
			family = m.FamilyID
		}
		t := threading{querier: q, family: family, meeting: meeting, thread: &thread}
		return inTurn(t.familyAndCalendar, t.meetings, t.children, t.agreed, t.how)
	})
	if err != nil {
		return thread, fmt.Errorf("reading the meetings with the family: %w", err)
	}
	slices.SortStableFunc(thread.Meetings, func(a, b view.ThreadMeeting) int { return sameFirst(a) - sameFirst(b) })
	return thread, nil
}

func sameFirst(m view.ThreadMeeting) int {
	if m.Same {
		return 0
	}
	return 1
}

// threading fills a thread, one table after the other.
type threading struct {
	querier
	family, meeting int64
	thread          *view.Thread
}

func (t *threading) familyAndCalendar() error {
	rows, err := t.query(selectSQL("family", familyColumns)+" WHERE id = ?", t.family)
	if t.thread.Family, err = scanOne(rows, err, familyRow); err != nil {
		return err
	}
	t.thread.Calendar, err = t.calendarOfFamily(t.family)
	return err
}

func (t *threading) meetings() error {
	rows, err := t.query(`SELECT id, kind, status, status_why, iif(start <> '', start, began), purpose, closed, felt, feedback
		FROM meeting WHERE family_id = ? AND deleted_at = '' ORDER BY start = '' DESC, start DESC, id DESC`, t.family)
	t.thread.Meetings, err = scanAll(rows, err, func(m *view.ThreadMeeting) []any {
		return []any{&m.ID, &m.Kind, &m.Status, &m.StatusWhy, &m.Start, &m.Purpose, &m.Closed, &m.Felt, &m.Feedback}
	})
	return err
}

// children says whom each meeting was about, and which were about the same as the one it began from.
func (t *threading) children() error {
	pupils, err := t.pupils("family_id = ?", t.family)
	if err != nil {
		return err
	}
	about, err := t.pairs("meeting_pupil", "meeting_id", "pupil_id", t.ids())
	if err != nil {
		return err
	}
	same := about[t.meeting]
	t.thread.About = keep(pupils, func(p model.Pupil) bool { return slices.Contains(same, p.ID) })
	for i := range t.thread.Meetings {
		m := &t.thread.Meetings[i]
		var names []string
		for _, id := range about[m.ID] {
			if p := firstWhere(pupils, func(p model.Pupil) bool { return p.ID == id }); p.ID != 0 {
				names = append(names, p.Called())
			}
			m.Same = m.Same || slices.Contains(same, id)
		}
		m.Pupils = strings.Join(names, ", ")
	}
	return nil
}

func (t *threading) ids() []int64 {
	return idsOf(t.thread.Meetings, func(m view.ThreadMeeting) int64 { return m.ID })
}

// agreed puts in what was agreed in each meeting, with the promise that was made from it.
func (t *threading) agreed() error {
	list := jsonList(t.ids())
	rows, err := t.query(selectSQL("agreement", agreementColumns)+ofListed+" ORDER BY position, id", list)
	agreements, err := scanAll(rows, err, func(a *model.Agreement) []any { return withID(&a.ID, agreementFields(a)) })
	if err != nil {
		return err
	}
	rows, err = t.query(selectSQL("follow_up", followUpColumns)+" WHERE id IN (SELECT follow_up_id FROM agreement"+ofListed+")", list)
	promises, err := scanAll(rows, err, followUpRow)
	for i := range t.thread.Meetings {
		m := &t.thread.Meetings[i]
		for _, a := range agreements {
			if a.MeetingID == m.ID {
				promise := firstWhere(promises, func(f model.FollowUp) bool { return f.ID == a.FollowUpID && f.ID != 0 })
				m.Agreed = append(m.Agreed, view.ThreadAgreement{Agreement: a, Promise: promise})
			}
		}
	}
	return err
}

// how puts in how each meeting was for those of the family who said so.
func (t *threading) how() error {
	rows, err := t.query(`SELECT meeting_id, name, felt, feedback FROM meeting_person`+ofListed+` AND (felt <> '' OR feedback <> '') ORDER BY position, id`, jsonList(t.ids()))
	all, err := scanAll(rows, err, func(h *view.ThreadHow) []any { return []any{&h.MeetingID, &h.Name, &h.Felt, &h.Feedback} })
	for i := range t.thread.Meetings {
		m := &t.thread.Meetings[i]
		m.How = keep(all, func(h view.ThreadHow) bool { return h.MeetingID == m.ID })
	}
	return err
}
