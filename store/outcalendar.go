package store

import (
	"kettle/model"
	"kettle/model/view"
	"kettle/store/output"
)

// calendar writes the meetings of the range, then its promises.
func (t *takingOut) calendar() error {
	c := output.NewCalendar(t.w, t.sequence, t.s.o.Now())
	for _, read := range []func(q querier, after outPlace) ([]outEvent, error){t.meetings, t.promises} {
		if err := t.events(c, read); err != nil {
			return err
		}
	}
	return c.Close()
}

// outPlace is a place in the order in which entries are read: behind this moment and id.
type outPlace struct {
	at string
	id int64
}

// outEvent is an event with where it stands.
type outEvent struct {
	outPlace
	family int64
	model.CalendarEvent
}

// events writes events, so many at a time, in the order of their days.
func (t *takingOut) events(c *output.Calendar, read func(q querier, after outPlace) ([]outEvent, error)) error {
	from, _ := t.days()
	for at := (outPlace{at: from}); ; {
		if err := view.Report(t.ctx, view.Progress{What: "entries", Done: t.out.Rows}); err != nil {
			return err
		}
		var events []outEvent
		err := t.read(func(q querier) (err error) {
			events, err = read(q, at)
			return err
		})
		if err != nil || len(events) == 0 {
			return err
		}
		for _, e := range events {
			at = e.outPlace
			if !e.Tells(t.today) {
				continue
			}
			t.of[e.family] = true
			t.out.Add(e.Words())
			if err := c.Add(e.CalendarEvent); err != nil {
				return err
			}
		}
	}
}

// outMeeting is a meeting as far as a calendar is told of it.
type outMeeting struct {
	model.Meeting
	facts model.EventFacts
}

func outMeetingRow(m *outMeeting) []any {
	return []any{&m.ID, &m.UID, &m.FamilyID, &m.Kind, &m.Purpose, &m.Mode, &m.Start, &m.Minutes, &m.Status, &m.HomeVisit,
		removedAt(&m.Removed), &m.facts.Changed, &m.facts.Family, &m.facts.Room}
}

func (t *takingOut) meetings(q querier, after outPlace) ([]outEvent, error) {
	whose, arg := t.whose("m.family_id")
	_, end := t.days()
	rows, err := q.query(`SELECT m.id, m.uid, m.family_id, m.kind, m.purpose, m.mode, m.start, m.minutes, m.status, m.home_visit,
			m.deleted_at, m.updated_at, f.name, coalesce(r.name, '')
		FROM meeting m JOIN family f ON f.id = m.family_id LEFT JOIN room r ON r.id = m.room_id
		WHERE `+whose+` AND m.start <> '' AND (m.start, m.id) > (?2, ?3) AND m.start < ?4 ORDER BY m.start, m.id LIMIT ?5`, arg, after.at, after.id, end, outPage)
	meetings, err := scanAll(rows, err, outMeetingRow)
	if err != nil {
		return nil, err
	}
	about, err := q.pairs("meeting_pupil", "meeting_id", "pupil_id", idsOf(meetings, func(m outMeeting) int64 { return m.ID }))
	if err != nil {
		return nil, err
	}
	pupils, err := q.calledPupils(about)
	if err != nil {
		return nil, err
	}
	events := make([]outEvent, len(meetings))
	for i, m := range meetings {
		m.facts.Pupils, m.facts.Full = pupils[m.ID], t.out.Full
		events[i] = outEvent{outPlace{string(m.Start), m.ID}, m.FamilyID, model.MeetingEvent(m.Meeting, m.facts)}
	}
	return events, nil
}

// outPromise is a promise as far as a calendar is told of it.
type outPromise struct {
	model.FollowUp
	facts model.EventFacts
}

func outPromiseRow(p *outPromise) []any {
	return []any{&p.ID, &p.UID, &p.FamilyID, &p.What, &p.Whose, &p.Due, &p.DueAt, &p.State, removedAt(&p.Removed), &p.facts.Changed, &p.facts.Family}
}

func (t *takingOut) promises(q querier, after outPlace) ([]outEvent, error) {
	whose, arg := t.whose("p.family_id")
	_, end := t.days()
	rows, err := q.query(`SELECT p.id, p.uid, p.family_id, p.what, p.whose, p.due, p.due_at, p.state, p.deleted_at, p.updated_at, f.name
		FROM follow_up p JOIN family f ON f.id = p.family_id
		WHERE `+whose+` AND p.due <> '' AND (p.due, p.id) > (?2, ?3) AND p.due < ?4 ORDER BY p.due, p.id LIMIT ?5`, arg, after.at, after.id, end, outPage)
	promises, err := scanAll(rows, err, outPromiseRow)
	if err != nil {
		return nil, err
	}
	pupils, err := q.childrenOf(idsOf(promises, func(p outPromise) int64 { return p.FamilyID }))
	if err != nil {
		return nil, err
	}
	events := make([]outEvent, len(promises))
	for i, p := range promises {
		p.facts.Pupils, p.facts.Full = pupils[p.FamilyID], t.out.Full
		events[i] = outEvent{outPlace{string(p.Due), p.ID}, p.FamilyID, model.PromiseEvent(p.FollowUp, p.facts)}
	}
	return events, nil
}

func namedPupil(p *model.Pupil) []any {
	return []any{&p.ID, &p.FamilyID, &p.Forename, &p.Surname, &p.KnownAs}
}

// calledPupils are the pupils, by their names alone, of what these ids belong to.
func (q querier) calledPupils(of map[int64][]int64) (map[int64][]model.Pupil, error) {
	var ids []int64
	for _, some := range of {
		ids = append(ids, some...)
	}
	rows, err := q.query("SELECT id, family_id, forename, surname, known_as FROM pupil WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	all, err := scanAll(rows, err, namedPupil)
	known := make(map[int64]model.Pupil, len(all))
	for _, p := range all {
		known[p.ID] = p
	}
	called := map[int64][]model.Pupil{}
	for owner, some := range of {
		for _, id := range some {
			called[owner] = append(called[owner], known[id])
		}
	}
	return called, err
}

// childrenOf are the children on roll of these families, by their names alone.
func (q querier) childrenOf(families []int64) (map[int64][]model.Pupil, error) {
	rows, err := q.query(`SELECT id, family_id, forename, surname, known_as FROM pupil
		WHERE deleted_at = '' AND roll = 'on roll' AND family_id IN (SELECT value FROM json_each(?)) ORDER BY dob = '', dob, id`, jsonList(families))
	all, err := scanAll(rows, err, namedPupil)
	of := map[int64][]model.Pupil{}
	for _, p := range all {
		of[p.FamilyID] = append(of[p.FamilyID], p)
	}
	return of, err
}
