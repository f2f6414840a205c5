package demo

import (
	"fmt"
	"strings"

	"kettle/model"
)

func (m *maker) makeMeetings(plans []meeting) {
	var before int64
	for _, p := range plans {
		before = m.makeMeeting(p, before)
	}
}

// makeMeeting makes a meeting with all its parts; before is the one that it may follow.
func (m *maker) makeMeeting(p meeting, before int64) int64 {
	s := &m.school
	mt := p.is
	mt.ID, mt.UID, mt.FamilyID = nextID(s.Meetings), m.uid(), m.cast.family
	mt.ContactID = m.cast.contacts[p.from]
	mt.RoomID = m.roomNamed(p.room).ID
	if p.after {
		mt.AfterID = before
	}
	if mt.Status == "" {
		mt.Status = model.Planned
	}
	if p.at != "" {
		mt.Start = model.At(m.days.in(p.in), p.at)
	}
	mt.AskedTheirs, mt.CompanionTold = m.days.since(p.asked), m.days.since(p.freely)
	mt.CameraOff, mt.AccountAgreed = m.days.since(p.camera), m.days.since(p.account)
	if mt.RecordGiven = m.days.since(p.record); mt.RecordGiven != "" {
		mt.RecordGivenBy = model.ByLetter
	}
	mt.Pupils = m.pupilsNamed(p.about)
	if p.since != "" {
		mt.AgendaChanged = m.days.ago(0)
	}
	if mt.Status == model.Held {
		mt.Began, mt.Ended = mt.Start, mt.Start.Add(mt.Minutes+3)
		if mt.Felt != model.FeltNotSaid {
			mt.FeedbackAsked = m.days.in(p.in + 2)
		}
	}
	s.Meetings = append(s.Meetings, mt)
	people := m.makeSeats(mt, p)
	m.makeTimes(mt.ID, p, people)
	m.makeAgenda(mt, p)
	m.makeMarks(mt.ID, p)
	m.makeOrder(mt.ID, p)
	for _, o := range p.promises {
		o.is.What = strings.ReplaceAll(o.is.What, "{weekday}", mt.Start.Date().Weekday().String())
		m.makePromise(o, mt.ID)
	}
	if mt.Status == model.Held {
		m.makeOutcomes(mt, p)
		m.makeThanks(mt, p)
	}
	m.makeLetters(mt, p)
	return mt.ID
}

// makeSeats puts people on the list of a meeting. Who leads is known once somebody was asked.
func (m *maker) makeSeats(mt model.Meeting, p meeting) map[string]int64 {
	s := &m.school
	ids := map[string]int64{}
	asked := false
	var host int64
	for i, seat := range p.people {
		who := seat.is
		who.ID, who.MeetingID, who.Position = nextID(s.People), mt.ID, i+1
		m.fillSeat(&who, seat.who)
		who.Invited, who.ToldWhy, who.AgendaSent = m.days.since(seat.invited), m.days.since(seat.why), m.days.since(seat.sent)
		who.Reminded, who.AdviceAsked, who.ReportSent = m.days.since(seat.reminded), m.days.since(seat.advice), m.days.since(seat.report)
		who.AgendaOutdated = p.since != "" && seat.sent > 0
		if mt.Status == model.Held {
			who.Attended = model.Is(!who.Answer.Absent() && who.WhyNot == "")
			if who.Felt != model.FeltNotSaid {
				who.AskedHow = m.days.in(p.in + 2)
			}
		}
		asked = asked || seat.invited > 0
		if host == 0 && who.Side == model.SchoolSide {
			host = who.ID
		}
		ids[seat.who] = who.ID
		s.People = append(s.People, withoutChannels(who))
	}
	if asked {
		s.Meetings[mt.ID-1].HostID = host
	}
	return ids
}

// fillSeat finds who it is that a plan names.
func (m *maker) fillSeat(who *model.MeetingPerson, name string) {
	if id := m.adultNamed(name); id != 0 {
		who.AdultID, who.Name, who.Role = id, m.adult(id).Formal(), m.relationOf(id)
		who.Side = sideOr(who.Side, model.FamilySide)
		return
	}
	if id := m.pupilNamed(name); id != 0 {
		who.PupilID, who.Name, who.Role, who.Side = id, m.pupil(id).Called(), "pupil", model.FamilySide
		return
	}
	if p := m.professionalNamed(name); p.ID != 0 {
		who.ProfessionalID, who.Name, who.Role, who.Side = p.ID, p.Name, p.Role, model.OtherSide
		return
	}
	staff := m.staffNamed(name)
	who.StaffID, who.Name, who.Role, who.Side = staff.ID, staff.Name, string(staff.Role), model.SchoolSide
}

func sideOr(side, other model.Side) model.Side {
	if side != "" {
		return side
	}
	return other
}

// withoutChannels takes out the channel of what has no day.
func withoutChannels(p model.MeetingPerson) model.MeetingPerson {
	if p.Invited == "" {
		p.InvitedBy = ""
	}
	if p.ToldWhy == "" {
		p.ToldWhyBy = ""
	}
	if p.AgendaSent == "" {
		p.AgendaSentBy = ""
	}
	return p
}

// relationOf is what an adult is to the children of the family, in words.
func (m *maker) relationOf(adult int64) string {
	for i := len(m.school.Links) - 1; i >= 0; i-- {
		if l := m.school.Links[i]; l.AdultID == adult {
			return l.Relation.Words()
		}
	}
	return ""
}

func (m *maker) makeTimes(meeting int64, p meeting, people map[string]int64) {
	s := &m.school
	for _, o := range p.offered {
		t := model.TimeOption{ID: nextID(s.Times), MeetingID: meeting, Start: model.At(m.days.in(o.in), o.at), Chosen: o.chosen}
		t.Answers = append(answersOf(people, o.yes, model.Yes), answersOf(people, o.no, model.No)...)
		s.Times = append(s.Times, t)
	}
}

func answersOf(people map[string]int64, names string, answer model.YesNo) []model.TimeAnswer {
	var answers []model.TimeAnswer
	for name := range strings.SplitSeq(names, ",") {
		if id := people[name]; id != 0 {
			answers = append(answers, model.TimeAnswer{PersonID: id, Answer: answer})
		}
	}
	return answers
}

func (m *maker) makeAgenda(mt model.Meeting, p meeting) {
	s := &m.school
	for _, i := range model.AgendaFor(mt.Kind, p.theirs, mt.Minutes) {
		i.ID, i.MeetingID = nextID(s.Agenda), mt.ID
		if mt.Status == model.Held {
			i.Done, i.Used = true, max(1, i.Minutes+m.rng.IntN(5)-2)
		}
		s.Agenda = append(s.Agenda, i)
	}
	for _, title := range p.papers {
		title, ready := strings.CutPrefix(title, "✓")
		s.Papers = append(s.Papers, model.Paper{ID: nextID(s.Papers), MeetingID: mt.ID, Title: title, Ready: ready})
	}
}

func (m *maker) makeMarks(meeting int64, p meeting) {
	for _, k := range p.marks {
		state := model.Ticked
		if k.reason != "" {
			state = model.LeftOut
		}
		m.school.Marks = append(m.school.Marks, model.Mark{MeetingID: meeting, Item: k.item, State: state, Reason: k.reason, On: m.days.ago(k.ago)})
	}
}

// makeOrder keeps how the wall of an adult was answered, for each of their links.
func (m *maker) makeOrder(meeting int64, p meeting) {
	s := &m.school
	if p.order == nil {
		return
	}
	for _, l := range s.Links {
		if l.AdultID == m.adultNamed(p.order.who) {
			s.Orders = append(s.Orders, model.OrderAnswer{ID: nextID(s.Orders), MeetingID: meeting, LinkID: l.ID,
				CheckedBy: p.order.by, Answer: p.order.answer, On: m.days.ago(p.order.ago)})
		}
	}
}

// makeOutcomes keeps what came of a meeting; each agreement becomes a promise.
func (m *maker) makeOutcomes(mt model.Meeting, p meeting) {
	s := &m.school
	for i, text := range p.outcomes {
		s.Outcomes = append(s.Outcomes, model.Outcome{ID: nextID(s.Outcomes), MeetingID: mt.ID, Position: i + 1, Text: text})
	}
	for i, g := range p.agreed {
		a := model.Agreement{ID: nextID(s.Agreements), MeetingID: mt.ID, Position: i + 1, Text: g.text, Whose: model.Mine,
			AdultID: m.adultNamed(g.who), From: mt.Start.Date(), Due: m.days.in(g.in)}
		staff := m.staffNamed(g.who)
		switch {
		case a.AdultID != 0:
			a.Whose, a.Who = model.OfFamily, m.adult(a.AdultID).Formal()
		case staff.ID != 0:
			a.Whose, a.Who, a.StaffID = model.OfStaff, staff.Name, staff.ID
		}
		f := model.FollowUp{MeetingID: mt.ID, What: g.text, Whose: a.Whose, Who: a.Who, DateTold: true}
		a.FollowUpID = m.addFollowUp(f, promise{in: g.in, made: -p.in, closed: g.done, told: g.told}, a.AdultID)
		s.Agreements = append(s.Agreements, a)
	}
}

// makeThanks are the thank-yous of the next school day, unless the plan tells of them (practice 45).
func (m *maker) makeThanks(mt model.Meeting, p meeting) {
	for _, o := range p.promises {
		if o.is.Kind == model.ThankYou {
			return
		}
	}
	for _, seat := range p.people {
		id := m.adultNamed(seat.who)
		if id == 0 || seat.invited == 0 {
			continue
		}
		what := fmt.Sprintf("Thank %s for %s's meeting", m.adult(id).Formal(), mt.Start.Date().Weekday())
		m.addFollowUp(model.FollowUp{MeetingID: mt.ID, Kind: model.ThankYou, What: what},
			promise{in: p.in + 1, made: -p.in, closed: max(1, -p.in-1), told: max(1, -p.in-1)}, id)
	}
}
