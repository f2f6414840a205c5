package store

import (
	"fmt"
	"slices"

	"kettle/model"
	"kettle/model/view"
)

// What lies around a meeting that is prepared: its family's story, the meeting before, what else is
// on that day, and the school.

// families puts in the family with its entries, whether there was abuse, and the worry the meeting
// grew from.
func (g *gathering) families() error {
	list := g.ids(func(p *view.MeetingPrep) []int64 { return []int64{p.Meeting.FamilyID} })
	rows, err := g.query(selectSQL("family", familyColumns)+" WHERE "+thatListed, list)
	families, err := scanAll(rows, err, familyRow)
	if err != nil {
		return err
	}
	rows, err = g.query(selectSQL("family_entry", familyEntryColumns)+
		" WHERE deleted_at = '' AND family_id IN (SELECT value FROM json_each(?)) ORDER BY on_day DESC, id DESC", list)
	entries, err := scanAll(rows, err, func(e *model.FamilyEntry) []any { return withID(&e.ID, familyEntryFields(e)) })
	if err != nil {
		return err
	}
	abuse, err := g.abuse(list)
	if err != nil {
		return err
	}
	if err := g.homes(list); err != nil {
		return err
	}
	contacts, err := g.contacts(" WHERE "+thatListed, g.ids(func(p *view.MeetingPrep) []int64 { return []int64{p.Meeting.ContactID} }))
	for _, p := range g.byID {
		family := p.Meeting.FamilyID
		p.Family = firstWhere(families, func(f model.Family) bool { return f.ID == family })
		p.Entries = keep(entries, func(e model.FamilyEntry) bool { return e.FamilyID == family })
		for _, c := range abuse {
			p.AbuseBefore = p.AbuseBefore || c.family == family
			p.AbuseThatDay = p.AbuseThatDay || c.family == family && c.at.Date() == p.Meeting.Start.Date()
		}
		p.Concern = firstWhere(contacts, func(c model.Contact) bool { return c.ID == p.Meeting.ContactID })
	}
	return err
}

// abuseRow is when threat or abuse was recorded for a family.
type abuseRow struct {
	family int64
	at     model.Moment
}

func (g *gathering) abuse(families string) ([]abuseRow, error) {
	rows, err := g.query("SELECT family_id, at FROM contact WHERE deleted_at = '' AND kind = ? AND family_id IN (SELECT value FROM json_each(?))",
		string(model.Abuse), families)
	return scanAll(rows, err, func(r *abuseRow) []any { return []any{&r.family, &r.at} })
}

// homes puts in who lives with whom, for letters: what one of a household promised, the others may read.
func (g *gathering) homes(families string) error {
	type place struct{ family, household, adult, pupil int64 }
	rows, err := g.query(`SELECT h.family_id, h.id, coalesce(p.adult_id, 0), coalesce(p.pupil_id, 0) FROM household_person p JOIN household h ON h.id = p.household_id
		WHERE h.deleted_at = '' AND h.family_id IN (SELECT value FROM json_each(?))`, families)
	places, err := scanAll(rows, err, func(p *place) []any { return []any{&p.family, &p.household, &p.adult, &p.pupil} })
	for _, m := range g.byID {
		m.Homes = map[int64]int64{}
		for _, p := range places {
			if p.family == m.Meeting.FamilyID {
				m.Homes[model.ReaderOf(p.adult, p.pupil)] = p.household
			}
		}
	}
	return err
}

// slotRow is another meeting, with whose it is.
type slotRow struct {
	view.MeetingSlot
	family int64
}

const slotSQL = `SELECT m.id, f.name, m.kind, m.start, m.minutes, m.status, coalesce(m.room_id, 0), m.family_id
	FROM meeting m JOIN family f ON f.id = m.family_id WHERE m.deleted_at = '' AND `

func (s *slotRow) fields() []any {
	return []any{&s.ID, &s.Family, &s.Kind, &s.Start, &s.Minutes, &s.Status, &s.RoomID, &s.family}
}

// before puts in the meeting that was held before, what came of it, and what was promised there.
func (g *gathering) before() error {
	list := g.ids(func(p *view.MeetingPrep) []int64 { return []int64{p.Meeting.FamilyID} })
	rows, err := g.query(slotSQL+"m.status = 'held' AND m.family_id IN (SELECT value FROM json_each(?)) ORDER BY m.start DESC, m.id DESC", list)
	held, err := scanAll(rows, err, (*slotRow).fields)
	if err != nil {
		return err
	}
	for _, p := range g.byID {
		p.Before = firstWhere(held, func(s slotRow) bool { return comesBefore(s, p.Meeting) }).MeetingSlot
	}
	earlier := g.ids(func(p *view.MeetingPrep) []int64 { return []int64{p.Before.ID} })
	rows, err = g.query(selectSQL("follow_up", followUpColumns)+" WHERE deleted_at = '' AND meeting_id IN (SELECT value FROM json_each(?)) ORDER BY due = '', due, id", earlier)
	owed, err := scanAll(rows, err, followUpRow)
	if err != nil {
		return err
	}
	rows, err = g.query(selectSQL("outcome", outcomeColumns)+ofListed+" ORDER BY position, id", earlier)
	came, err := scanAll(rows, err, func(o *model.Outcome) []any { return withID(&o.ID, outcomeFields(o)) })
	if err != nil {
		return err
	}
	rows, err = g.query(selectSQL("meeting_person", meetingPersonColumns)+ofListed+" AND felt <> '' ORDER BY position, id", earlier)
	felt, err := scanAll(rows, err, meetingPersonRow)
	for _, p := range g.byID {
		p.BeforeFelt = keep(felt, func(m model.MeetingPerson) bool { return m.MeetingID == p.Before.ID })
		p.BeforeOwed = keep(owed, func(f model.FollowUp) bool { return f.MeetingID == p.Before.ID })
		p.BeforeCame = keep(came, func(o model.Outcome) bool { return o.MeetingID == p.Before.ID })
	}
	return err
}

// comesBefore reports whether a held meeting is one before m; without a time, m is still to come.
func comesBefore(s slotRow, m model.Meeting) bool {
	return s.family == m.FamilyID && s.ID != m.ID && (m.Start == "" || s.Start < m.Start)
}

// sameDay puts in the other meetings of the day, and which of them come too near in the same room.
func (g *gathering) sameDay() error {
	var first, last model.Date
	for _, p := range g.byID {
		if day := p.Meeting.Start.Date(); day != "" {
			if first == "" || day < first {
				first = day
			}
			last = max(last, day)
		}
	}
	if first == "" {
		return nil
	}
	rows, err := g.query(slotSQL+"m.status IN ('planned', 'running', 'held') AND m.start >= ? AND m.start < ? ORDER BY m.start, m.id",
		string(first), string(last.AddDays(1)))
	slots, err := scanAll(rows, err, (*slotRow).fields)
	if err != nil {
		return err
	}
	for _, p := range g.byID {
		for _, s := range slots {
			if day := p.Meeting.Start.Date(); day == "" || s.ID == p.Meeting.ID || s.Start.Date() != day {
				continue
			}
			addSlot(p, s.MeetingSlot)
		}
	}
	return err
}

func addSlot(p *view.MeetingPrep, s view.MeetingSlot) {
	p.MineThatDay = append(p.MineThatDay, s)
	if s.RoomID == 0 || s.RoomID != p.Meeting.RoomID {
		return
	}
	p.RoomThatDay = append(p.RoomThatDay, s)
	if s.Near(p.Meeting, p.Settings.Number(model.MeetingGap)) {
		p.RoomClashes = append(p.RoomClashes, s)
	}
}

// school puts in the school with its calendar, staff, rooms and settings, and the room that is chosen.
func (g *gathering) school() error {
	staff, err := g.staff()
	if err != nil {
		return err
	}
	professionals, err := g.professionals("")
	if err != nil {
		return err
	}
	own, err := g.schoolsOwn()
	if err != nil {
		return err
	}
	if err := g.beganWith(); err != nil {
		return err
	}
	rows, err := g.query(selectSQL("room", roomColumns))
	rooms, err := scanAll(rows, err, roomRow)
	if err != nil {
		return fmt.Errorf("reading the rooms: %w", err)
	}
	rooms = sortedByName(rooms, func(r model.Room) string { return r.Name })
	work, err := g.pairs("pupil_professional", "pupil_id", "professional_id", g.allPupils())
	if err != nil {
		return fmt.Errorf("reading who works with the pupils: %w", err)
	}
	for _, p := range g.byID {
		p.Staff, p.Professionals, p.Own = staff, professionals, own
		p.WorkWith = keep(professionals, func(o model.Professional) bool {
			return slices.ContainsFunc(p.Meeting.Pupils, func(pupil int64) bool { return slices.Contains(work[pupil], o.ID) })
		})
		p.Rooms = keep(rooms, func(r model.Room) bool { return !r.Removed })
		p.Room = firstWhere(rooms, func(r model.Room) bool { return r.ID == p.Meeting.RoomID && r.ID != 0 })
		p.TeacherComes = slices.ContainsFunc(p.People, func(m model.MeetingPerson) bool { return teaches(m, staff) })
	}
	return g.calendars()
}

// beganWith puts in the school's own templates that meetings began with, removed ones, too.
func (g *gathering) beganWith() error {
	rows, err := g.query(selectSQL("own_template", ownTemplateColumns)+" WHERE "+thatListed, g.ids(func(p *view.MeetingPrep) []int64 { return []int64{p.Meeting.TemplateID} }))
	templates, err := scanAll(rows, err, ownTemplateRow)
	if err != nil {
		return fmt.Errorf("reading what meetings began with: %w", err)
	}
	for _, p := range g.byID {
		p.BeganWith = firstWhere(templates, func(t model.OwnTemplate) bool { return t.ID == p.Meeting.TemplateID && t.ID != 0 })
	}
	return nil
}

// allPupils are the pupils of all meetings.
func (g *gathering) allPupils() []int64 {
	var pupils []int64
	for _, p := range g.byID {
		pupils = append(pupils, p.Meeting.Pupils...)
	}
	return pupils
}

func teaches(m model.MeetingPerson, staff []model.Staff) bool {
	of := firstWhere(staff, func(s model.Staff) bool { return s.ID == m.StaffID && s.ID != 0 })
	return m.Side == model.SchoolSide && (of.Role == model.ClassTeacher || m.Role == string(model.ClassTeacher))
}

func (g *gathering) calendars() error {
	schools, err := g.schools()
	if err != nil {
		return err
	}
	calendars := map[int64]*model.Calendar{}
	for _, p := range g.byID {
		id := firstWhere(p.Pupils, func(c model.Pupil) bool { return c.SchoolID != 0 }).SchoolID
		if calendars[id] == nil {
			if calendars[id], err = g.calendar(id); err != nil {
				return err
			}
		}
		p.Calendar = calendars[id]
		p.School = firstWhere(schools, func(s model.School) bool { return s.ID == id || id == 0 })
	}
	return nil
}
