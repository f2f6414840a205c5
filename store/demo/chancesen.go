package demo

import (
	"math/rand/v2"
	"slices"

	"kettle/model"
)

// senFamilies is up to which family the SEN meetings of the year are made: as many as a person can look
// after. A larger school is there to see how large a caseload may be.
const senFamilies = 200

// senChance makes the chance of these meetings another than that of their families.
const senChance = 1 << 32

// Of twenty pupils so many have had the meeting of a term that runs, and of one that is over; so many
// more have it planned. The others are missing.
const (
	metOfTwenty     = 15
	metInTheEnd     = 19
	plannedOfTwenty = 4
)

// The meetings that are planned begin after those of the coming week, one a day.
const (
	senPlanFrom = 6
	senPlanDays = 9
)

// makeSENMeetings gives pupils with SEN support or a plan the meeting of each term that has begun
// (rules.md R32). They come after everything else, which stays as it is.
func (m *maker) makeSENMeetings(casts []cast) {
	terms, _ := schoolYear(m.year)
	for _, c := range casts {
		m.cast, m.rng = c, rand.New(rand.NewPCG(m.school.Options.Seed, senChance+uint64(c.family)))
		m.home = primaryOf(int(c.family) - 1)
		for _, id := range c.pupils {
			p := *m.pupil(id)
			if p.SEN != model.SENSupport && p.SEN != model.EHCP || p.SchoolID != m.home {
				continue
			}
			for _, t := range terms {
				m.makeSENMeeting(p, t)
			}
		}
	}
}

func (m *maker) makeSENMeeting(p model.Pupil, t model.Term) {
	from, to := m.days.within(t)
	chance, at, back := m.rng.IntN(20), oneOf(m, meetingTimes), m.rng.IntN(daysOfYear)
	if m.hasSENMeeting(p.ID, t) || from > 0 {
		return
	}
	met, latest := metOfTwenty, min(to, -8)
	if to < 0 {
		met = metInTheEnd
	}
	mt := talkAbout(p.Forename, model.TermlyReview)
	switch room := latest - from - 8; {
	case chance < met && room >= 0:
		mt.in, mt.at = latest-back%(room+1), at
		m.hold(&mt, p.Forename)
		m.seatParents(&mt, p.ID, 8-mt.in)
	case to >= 0 && chance >= met && chance < met+plannedOfTwenty:
		mt.in, mt.at = senPlanFrom+m.senPlanned%senPlanDays, meetingTimes[m.senPlanned/senPlanDays%len(meetingTimes)]
		if mt.in > to {
			return
		}
		m.senPlanned++
		m.seatParents(&mt, p.ID, 1+back%4)
	default:
		return
	}
	m.makeMeeting(mt, 0)
}

// hasSENMeeting reports whether a meeting counts for a term already.
func (m *maker) hasSENMeeting(pupil int64, t model.Term) bool {
	return slices.ContainsFunc(m.school.Meetings, func(mt model.Meeting) bool {
		day := mt.Start.Date()
		return slices.Contains(mt.Pupils, pupil) && slices.Contains(model.CountsAsTermly, mt.Kind) && (day == "" || t.Start <= day && day <= t.End)
	})
}

// seatParents puts the parents of a pupil on the list, asked so many days ago, and the user, who leads.
func (m *maker) seatParents(mt *meeting, pupil int64, asked int) {
	for _, l := range m.school.Links {
		if l.PupilID == pupil && l.IsParent() && !l.Walled() && slices.Contains(m.cast.adults, l.AdultID) {
			mt.people = append(mt.people, seat{who: m.adult(l.AdultID).Forename, invited: asked, why: asked, is: coming(text)})
		}
	}
	mt.people = append(mt.people, seat{who: m.me(), is: because("leads the meeting")})
}
