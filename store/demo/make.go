package demo

import (
	"math/rand/v2"
	"strings"

	"kettle/model"
)

// morning is when a demo's day begins, if nobody says how late it is.
const morning = "08:50"

// Make makes up a school. The families written by hand come first, the others are by chance; each
// has its own chance, so that the first families of a large school are those of a small one.
func Make(o Options) School {
	o = o.filled()
	dates := calendarAround(o.Today)
	m := &maker{school: roomFor(o), days: daysAround(o, dates), year: schoolYearOf(o.Today), lists: map[words][]string{}}
	m.makeSchools(dates)
	hand := handWritten()
	story := len(hand) - len(familiesMany()) - len(familiesApart()) // these families have a story of their own
	var casts []cast                                                // of those after them who have SEN meetings
	for i := range o.Families {
		m.rng = rand.New(rand.NewPCG(o.Seed, uint64(i)))
		m.home = primaryOf(i)
		if i < len(hand) {
			m.makeFamily(hand[i])
		} else {
			m.makeFamily(m.byChance())
		}
		if i >= story && i < senFamilies {
			casts = append(casts, m.cast)
		}
	}
	m.makeSENMeetings(casts)
	m.makeIncidents()
	m.makeMoves()
	return m.school
}

// roomFor is an empty school with room for about as much as there will be.
func roomFor(o Options) School {
	return School{
		Options:    o,
		Families:   make([]model.Family, 0, o.Families),
		Pupils:     make([]model.Pupil, 0, 2*o.Families),
		SENChanges: make([]PupilSEN, 0, 2*o.Families),
		Adults:     make([]model.Adult, 0, 2*o.Families),
		Links:      make([]model.Link, 0, 4*o.Families),
		Households: make([]model.Household, 0, 2*o.Families),
		Contacts:   make([]model.Contact, 0, 15*o.Families),
		FollowUps:  make([]model.FollowUp, 0, 2*o.Families),
	}
}

func (o Options) filled() Options {
	if o.Families <= 0 {
		o.Families = UsualFamilies
	}
	if o.Now == "" {
		o.Now = model.At(o.Today, morning)
	}
	return o
}

// maker holds what has been made so far, and the family that is being made.
type maker struct {
	school   School
	days     schoolDays
	year     int   // in which this school year began
	versions int64 // of incidents, made so far
	rng      *rand.Rand
	home     int64 // the primary school of the family at hand
	cast     cast
	lists    map[words][]string // those that were taken apart

	senPlanned int // how many SEN meetings are planned so far
}

// cast are the people of the family at hand, by the names that its plan uses.
type cast struct {
	family   int64
	names    map[string]int64 // adults positive, pupils negative
	adults   []int64
	pupils   []int64 // on roll
	contacts map[string]int64
	homes    []home
}

// adultNamed is the adult of that name, 0 for none.
func (m *maker) adultNamed(name string) int64 { return max(m.cast.names[name], 0) }

func (m *maker) pupilNamed(name string) int64 { return max(-m.cast.names[name], 0) }

// adultsNamed are the adults of a list of names; the first of the family for an empty one.
func (m *maker) adultsNamed(names string) []int64 {
	if names == "" {
		return m.cast.adults[:min(1, len(m.cast.adults))]
	}
	var ids []int64
	for name := range strings.SplitSeq(names, ",") {
		if id := m.adultNamed(name); id != 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

// pupilsNamed are the pupils of a list of names; all on roll for an empty one.
func (m *maker) pupilsNamed(names string) []int64 {
	if names == "" {
		return m.cast.pupils
	}
	var ids []int64
	for name := range strings.SplitSeq(names, ",") {
		if id := m.pupilNamed(name); id != 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

func (m *maker) adult(id int64) *model.Adult { return &m.school.Adults[id-1] }

func (m *maker) pupil(id int64) *model.Pupil { return &m.school.Pupils[id-1] }

// me is the user's name.
func (m *maker) me() string { return m.school.Staff[0].Name }
