package demo

import (
	"fmt"
	"strings"

	"kettle/model"
)

// The rules by which the store explains the date of a promise (rules.md R12).
const (
	byCount = "school days (rules.md R7)"
	byHand  = "set by hand"
	kettle  = "Kettle"
)

// replyWithin is the usual answer of model.ReplyFull.
const replyWithin = 5

func (m *maker) makeLog(log []said) {
	for _, s := range log {
		m.makeContact(s)
	}
}

// makeContact logs one contact; what would not have happened yet is left out.
func (m *maker) makeContact(s said) {
	at := m.days.at(s.ago, s.at)
	if !m.days.happened(at) {
		return
	}
	c := s.is
	c.ID, c.UID, c.FamilyID, c.At, c.Recorded = nextID(m.school.Contacts), m.uid(), m.cast.family, at, at.Add(m.rng.IntN(20))
	if !m.days.happened(c.Recorded) {
		c.Recorded = at
	}
	c.By = m.me()
	if c.Dir == "" {
		c.Dir = c.Channel.Usual()
	}
	c.Adults, c.Pupils = m.adultsNamed(s.who), m.pupilsNamed(s.about)
	c.Settled = m.days.since(s.settled)
	if c.FirstStep != "" && s.ago > 1 {
		c.SteppedOn = m.days.ago(s.ago - 1)
	}
	if c.Kind == model.PassedToDSL {
		c.DSLWhen = at.Add(10)
	}
	c.Told = m.toldOf(s, at.Date())
	m.school.Contacts = append(m.school.Contacts, c)
	if s.key != "" {
		m.cast.contacts[s.key] = c.ID
	}
	m.promiseReply(s, c)
	m.promiseToTell(s, c)
}

func (m *maker) toldOf(s said, on model.Date) []model.Told {
	var told []model.Told
	if s.told != "" {
		for _, id := range m.adultsNamed(s.told) {
			told = append(told, model.Told{AdultID: id, On: on})
		}
	}
	if s.tell != "" {
		for _, id := range m.adultsNamed(s.tell) {
			told = append(told, model.Told{AdultID: id})
		}
	}
	return told
}

// promiseReply is the answer that a question is owed (rules.md R13).
func (m *maker) promiseReply(s said, c model.Contact) {
	if c.Kind != model.Question {
		return
	}
	f := model.FollowUp{ContactID: c.ID, Kind: model.Reply, What: s.reply.what, DueAt: s.reply.by}
	id := m.addFollowUp(f, promise{in: replyWithin - s.ago, made: s.ago, closed: s.reply.done, told: s.reply.done}, first(c.Adults))
	if kept := m.school.FollowUps[id-1]; kept.State == model.Done {
		m.school.Contacts[c.ID-1].Settled = kept.StateOn
	}
}

// promiseToTell is what adults are still to be told (practice 13).
func (m *maker) promiseToTell(s said, c model.Contact) {
	if s.tell == "" {
		return
	}
	for _, id := range m.adultsNamed(s.tell) {
		what, _, _ := strings.Cut(c.Note, ".")
		f := model.FollowUp{ContactID: c.ID, Kind: model.TellFamily, What: fmt.Sprintf("Tell %s: %s", m.adult(id).Formal(), what)}
		m.addFollowUp(f, promise{in: 1, made: s.ago}, id)
	}
}

// makePromise makes a follow-up, of a meeting unless that is 0.
func (m *maker) makePromise(p promise, meeting int64) {
	f := p.is
	f.MeetingID = meeting
	var to int64
	if p.to != "" {
		to = m.adultNamed(p.to)
	}
	m.addFollowUp(f, p, to)
}

// addFollowUp dates a promise and adds it.
func (m *maker) addFollowUp(f model.FollowUp, p promise, to int64) int64 {
	s := &m.school
	f.ID, f.UID, f.FamilyID, f.AdultID = nextID(s.FollowUps), m.uid(), m.cast.family, to
	if f.Kind == "" {
		f.Kind = model.ActionPromised
	}
	if f.Whose == "" {
		f.Whose = model.Mine
	}
	f.Due, f.Promised = m.days.in(p.in), m.days.at(p.made, "15:55")
	if !m.days.happened(f.Promised) {
		f.Promised = m.days.now
	}
	m.explainDue(&f, p)
	f.State, f.StateOn, f.ToldOn = stateOf(f.State, p.closed), m.days.since(p.closed), m.days.since(p.told)
	for i, was := range p.was {
		moved := min(p.made, max(1, p.made-(i+1)*p.made/(len(p.was)+1)))
		f.OldDues = append(f.OldDues, model.OldDue{Due: m.days.in(was), MovedOn: m.days.ago(moved)})
	}
	if p.hidden > 0 {
		f.Hidden = m.days.in(p.hidden)
	}
	s.FollowUps = append(s.FollowUps, f)
	return f.ID
}

// explainDue says how the date came about: a count for what has a rule, by hand for the rest.
func (m *maker) explainDue(f *model.FollowUp, p promise) {
	f.DueFrom, f.DueSetBy, f.DueRule = f.Promised.Date(), m.me(), byHand
	switch f.Kind {
	case model.ThankYou, model.SummaryLetter, model.Reply, model.TellFamily:
		f.DueSetBy, f.DueRule, f.DueCount = kettle, byCount, p.in+p.made
	}
}

// stateOf is a state that was said, else done when there is a day on which it was closed.
func stateOf(said model.FollowUpState, closed int) model.FollowUpState {
	switch {
	case said != "":
		return said
	case closed > 0:
		return model.Done
	}
	return model.Open
}

func first(ids []int64) int64 {
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}
