package demo

import (
	"strings"

	"kettle/model"
)

// makeFamily makes what a plan says, people first.
func (m *maker) makeFamily(p plan) {
	s := &m.school
	f := p.is
	f.ID, f.UID, f.Since = nextID(s.Families), m.uid(), m.knownSince(p)
	s.Families = append(s.Families, f)
	m.cast = cast{family: f.ID, names: map[string]int64{}, contacts: map[string]int64{}}
	for _, c := range p.children {
		m.makePupil(c)
	}
	for i, a := range p.adults {
		m.makeAdult(a, i+1)
	}
	m.makeHouseholds()
	for _, e := range p.entries {
		s.Entries = append(s.Entries, model.FamilyEntry{ID: nextID(s.Entries), FamilyID: f.ID, Kind: e.kind, On: max(m.days.ago(e.ago), f.Since), Text: e.text})
	}
	for point := range p.welcomed {
		s.Welcome = append(s.Welcome, WelcomeSaid{f.ID, point, f.Since})
	}
	m.makeLog(p.log)
	for _, o := range p.promises {
		m.makePromise(o, 0)
	}
	m.makeMeetings(p.meetings)
}

// knownSince is the beginning of September, so many years back, or as many school days.
func (m *maker) knownSince(p plan) model.Date {
	if p.joined > 0 {
		return m.days.ago(p.joined)
	}
	return workingDay(day(m.year-p.years, 9, 1))
}

func (m *maker) makePupil(c child) {
	s := &m.school
	p := c.is
	p.ID, p.UID, p.FamilyID, p.SchoolID = nextID(s.Pupils), m.uid(), m.cast.family, m.home
	if c.academy {
		p.SchoolID = academySchool
	}
	if p.Roll == "" {
		p.Roll = model.OnRoll
		m.cast.pupils = append(m.cast.pupils, p.ID)
	}
	p.LeftOn = m.days.since(c.left)
	p.Born = m.born(p.Year, c.born)
	p.UPN = upn(p.ID)
	at := m.homeNumbered(c.home)
	at.pupils = append(at.pupils, p.ID)
	p.Address, p.Postcode = at.address, at.postcode
	if c.plan > 0 {
		p.PlanMade = m.days.ago(c.plan)
		p.LastReview = p.PlanMade.AddDays(-28)
		p.ReviewBy = p.PlanMade.AddMonths(12)
	}
	s.Pupils = append(s.Pupils, p)
	m.cast.names[p.Forename] = -p.ID
	m.makeSEN(p, c)
}

func (m *maker) makeSEN(p model.Pupil, c child) {
	s := &m.school
	for _, y := range c.sen {
		from := min(workingDay(day(m.year-y.back, 9, 20)), m.days.ago(1))
		s.SENChanges = append(s.SENChanges, PupilSEN{p.ID, model.SENChange{From: from, Status: y.status}})
	}
	for name := range strings.SplitSeq(c.seenBy, ",") {
		if id := m.professionalNamed(name).ID; id != 0 {
			s.SeenBy = append(s.SeenBy, PupilProfessional{p.ID, id})
		}
	}
}

func (m *maker) makeAdult(plan adult, place int) {
	s := &m.school
	a := plan.is
	a.ID, a.UID = nextID(s.Adults), m.uid()
	if a.InTouch == model.InTouchNone {
		a.InTouch = model.InTouchYes
	}
	a.InTouchSince = m.days.since(plan.gone)
	at := m.homeNumbered(plan.home)
	a.Address, a.Postcode = at.address, at.postcode
	m.makeReach(&a, at)
	if a.InTouch != model.AdultDied {
		at.adults = append(at.adults, a.ID)
	}
	s.Adults = append(s.Adults, a)
	m.cast.names[a.Forename] = a.ID
	if a.Forename == "" {
		m.cast.names[a.Surname] = a.ID
	}
	if a.InTouch.Reachable() {
		m.cast.adults = append(m.cast.adults, a.ID)
	}
	if plan.byHand {
		s.ByHand = append(s.ByHand, FamilyAdult{m.cast.family, a.ID})
	}
	for _, t := range plan.ties {
		m.makeLinks(a.ID, t, place)
	}
}

// makeLinks links an adult to the children of a tie. An order is as old as half a year.
func (m *maker) makeLinks(adult int64, t tie, place int) {
	s := &m.school
	for i := range s.Pupils {
		p := s.Pupils[len(s.Pupils)-1-i]
		if p.FamilyID != m.cast.family {
			return
		}
		if t.of != "" && !contains(t.of, p.Forename) {
			continue
		}
		l := t.is
		l.ID, l.PupilID, l.AdultID, l.Priority = nextID(s.Links), p.ID, adult, place
		if l.CourtOrder {
			l.OrderDate = m.days.ago(95)
			l.OrderUntil = l.OrderDate.AddMonths(12)
		}
		s.Links = append(s.Links, l)
	}
}

func contains(names, name string) bool { return strings.Contains(","+names+",", ","+name+",") }
