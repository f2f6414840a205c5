package demo

import (
	"slices"

	"kettle/model"
)

// familiesOfSchool is how many families one primary school of a large demo has.
const familiesOfSchool = 4000

// The ids of the two schools that every demo has.
const (
	firstSchool   = 1
	academySchool = 2
)

// primaryOf is the school of the family at that place.
func primaryOf(place int) int64 {
	further := min(place/familiesOfSchool, len(schoolTowns)*len(schoolPlaces))
	if further == 0 {
		return firstSchool
	}
	return academySchool + int64(further)
}

func (m *maker) makeSchools(dates model.CalendarDates) {
	s := &m.school
	for _, school := range handSchools {
		m.addSchool(school, dates)
	}
	m.addStaff(firstSchool, handStaff)
	m.addStaff(academySchool, academyStaff)
	for _, t := range handTemplates {
		t.ID = nextID(s.OwnTemplates)
		s.OwnTemplates = append(s.OwnTemplates, t)
	}
	for _, i := range handItems {
		i.ID = nextID(s.OwnItems)
		s.OwnItems = append(s.OwnItems, i)
	}
	for _, r := range handRooms {
		r.ID, r.SchoolID = nextID(s.Rooms), firstSchool
		s.Rooms = append(s.Rooms, r)
	}
	for _, p := range handProfessionals {
		p.ID = nextID(s.Professionals)
		s.Professionals = append(s.Professionals, p)
	}
	for id := int64(academySchool + 1); id <= primaryOf(s.Options.Families-1); id++ {
		m.addFurtherSchool(dates)
	}
}

func (m *maker) addSchool(school model.School, dates model.CalendarDates) int64 {
	school.ID = nextID(m.school.Schools)
	m.school.Schools = append(m.school.Schools, school)
	m.school.Calendars = append(m.school.Calendars, SchoolCalendar{school.ID, dates})
	return school.ID
}

func (m *maker) addStaff(school int64, staff []model.Staff) {
	for _, p := range staff {
		p.ID, p.SchoolID = nextID(m.school.Staff), school
		m.school.Staff = append(m.school.Staff, p)
	}
}

// addFurtherSchool adds one more primary school with its staff and a room.
func (m *maker) addFurtherSchool(dates model.CalendarDates) {
	n := len(m.school.Schools) - len(handSchools)
	town, place := schoolTowns[n%len(schoolTowns)], schoolPlaces[n/len(schoolTowns)]
	id := m.addSchool(model.School{Name: town + " " + place + " Primary School", Kind: model.Maintained, YearGroups: handSchools[0].YearGroups}, dates)
	var staff []model.Staff
	for i, role := range furtherStaff {
		family := nameGroups[(n+i)%len(nameGroups)]
		surnames := m.list(family.surnames)
		staff = append(staff, model.Staff{Name: staffTitles[(n+i)%len(staffTitles)] + " " + surnames[(n*len(furtherStaff)+i)%len(surnames)], Role: role})
	}
	m.addStaff(id, staff)
	room := handRooms[0]
	room.ID, room.SchoolID = nextID(m.school.Rooms), id
	m.school.Rooms = append(m.school.Rooms, room)
}

// staffNamed is the member of staff of that name, the zero one for nobody.
func (m *maker) staffNamed(name string) model.Staff {
	return named(m.school.Staff, name, func(p model.Staff) string { return p.Name })
}

func (m *maker) professionalNamed(name string) model.Professional {
	return named(m.school.Professionals, name, func(p model.Professional) string { return p.Name })
}

// roomNamed is the room of that name at the school of the family at hand.
func (m *maker) roomNamed(name string) model.Room {
	at := slices.IndexFunc(m.school.Rooms, func(r model.Room) bool { return r.SchoolID == m.home && r.Name == name })
	if at < 0 {
		return model.Room{}
	}
	return m.school.Rooms[at]
}

func named[T any](list []T, name string, of func(T) string) T {
	at := slices.IndexFunc(list, func(one T) bool { return of(one) == name })
	if at < 0 {
		var none T
		return none
	}
	return list[at]
}
