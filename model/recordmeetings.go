package model

import "strings"

// meetings adds each meeting: what it was for and what came of it, then, each for a decision of its own,
// what the family said, what a colleague thought, how it was for each, and the debrief of staff.
func (w *recordWriter) meetings() {
	for _, m := range w.Meetings {
		adults, pupils := m.adults(), childRefs(m.Pupils)
		if w.elsewhere(adults, pupils, m.Purpose, m.Notes, m.Words) {
			continue
		}
		why := w.waitsFor(adults, pupils)
		w.meeting(m, why)
		w.saidThere(m, adults, why)
		w.staffThere(m)
		w.howItWas(m)
	}
}

// when is the moment that a meeting stands at.
func (m MeetingRecord) when() Moment {
	if m.Began != "" {
		return m.Began
	}
	return m.Start
}

// adults are those of the family who are on its list, with whom they bring.
func (m MeetingRecord) adults() []PersonRef {
	var refs []PersonRef
	for _, p := range m.People {
		if p.AdultID != 0 && (p.Side == FamilySide || p.Side == Companion) {
			refs = append(refs, PersonRef{AnAdult, p.AdultID})
		}
	}
	return refs
}

func (w *recordWriter) meeting(m MeetingRecord, why string) {
	t := w.begin("meeting", m.ID, m.when())
	t.why = why
	t.title(w.phrase("Meeting", string(m.Kind), string(m.Status), string(m.Mode)).people(", about ", childRefs(m.Pupils)))
	t.concerns(append(m.adults(), childRefs(m.Pupils)...))
	t.typed("why it was "+string(m.Status), m.StatusWhy)
	t.typed("what for", m.Purpose)
	t.typed("began with", m.Opening)
	t.put("who", w.whoCame(m), "")
	t.typed("where", m.RoomName)
	t.typed("on standby", strings.Join(nonEmpty(m.StandbyWho, m.StandbyWhere), ", "))
	t.typed("interpreter", m.Interpreter)
	t.typed("agenda", agendaText(m.Agenda))
	t.typed("notes", m.Notes)
	t.typed("for another time", m.Parked)
	t.typed("what came of it", outcomesText(m.Outcomes))
	t.typed("agreed", agreementsText(m.Agreements))
	t.typed("thanks", m.Thanks)
	t.typed("afterwards", afterwardsText(m.Meeting))
	t.end()
}

// whoCame names all on the list, one in a line; what stands beside somebody else goes with their name.
func (w *recordWriter) whoCame(m MeetingRecord) *phrase {
	p := w.phrase()
	for i, one := range m.People {
		p.say(textIf(i > 0, "\n"))
		marked := len(p.places)
		p.person(one.ref(), one.Name)
		for _, more := range []struct{ before, text string }{
			{"", one.Role}, {"", one.Reason}, {"invited ", one.Invited.Full()}, {"answer: ", string(one.Answer)}, {"not asked: ", one.WhyNot},
			{"needs: ", one.Needs}, {"instead: ", one.Instead}, {"came: ", string(one.Attended)},
		} {
			if more.text != "" {
				p.say(", " + more.before + more.text)
			}
		}
		if len(p.places) > marked {
			p.places[marked].End = p.text.Len()
		}
	}
	return p
}

// ref is whom a row of a meeting stands for.
func (p MeetingPerson) ref() PersonRef {
	switch {
	case p.AdultID != 0:
		return PersonRef{AnAdult, p.AdultID}
	case p.PupilID != 0:
		return PersonRef{AChild, p.PupilID}
	case p.StaffID != 0 || p.Side == SchoolSide:
		return PersonRef{AColleague, p.StaffID}
	case p.ProfessionalID != 0 || p.Side == OtherSide:
		return PersonRef{FromOutside, p.ProfessionalID}
	}
	return PersonRef{Kind: OfNameOnly}
}

func agendaText(items []AgendaItem) string {
	var lines []string
	for _, i := range items {
		line := i.Title
		if i.Minutes > 0 {
			line += ", " + countOf(i.Minutes, "minute")
		}
		if i.Brings != "" {
			line += ", " + i.Brings
		}
		lines = append(lines, line+textIf(i.Theirs, ", theirs")+textIf(i.Notes != "", ": "+i.Notes))
	}
	return strings.Join(lines, "\n")
}

func outcomesText(all []Outcome) string {
	var lines []string
	for _, o := range all {
		lines = append(lines, o.Text)
	}
	return strings.Join(lines, "\n")
}

func agreementsText(all []Agreement) string {
	var lines []string
	for _, a := range all {
		line := a.Text
		if a.Who != "" {
			line += ": " + a.Who
		}
		lines = append(lines, line+textIf(a.Due != "", ", by "+a.Due.Full()))
	}
	return strings.Join(lines, "\n")
}

func afterwardsText(m Meeting) string {
	var words []string
	for _, part := range []struct{ words, text string }{
		{"a line is drawn under it: ", string(m.Closed)}, {"meets again ", m.NextDate.Date().Full()}, {"record given ", m.RecordGiven.Full()},
		{"the council: ", string(m.CouncilDecision)}, {"decided ", m.CouncilDecided.Full()}, {"notice of changes ", m.AmendmentNotice.Full()}, {"final plan ", m.FinalPlan.Full()},
	} {
		if part.text != "" {
			words = append(words, part.words+part.text)
		}
	}
	return strings.Join(words, "; ")
}

// saidThere adds what the family said before it and in it: whose words they are nobody wrote down.
func (w *recordWriter) saidThere(m MeetingRecord, adults []PersonRef, why string) {
	t := w.begin("meeting words", m.ID, m.when())
	if t.why = why; why == "" && w.About != (PersonRef{}) {
		if others := w.others(adults); len(others) > 0 {
			t.why = "perhaps the words of " + strings.Join(others, " and ")
		}
	}
	t.title(w.phrase("What was said: " + string(m.Kind)))
	t.typed("what they wished to talk about", m.Theirs)
	t.typed("the family’s view", m.FamilyView)
	t.typed("the child’s view", m.PupilView)
	t.typed("said first", m.SaidFirst)
	t.typed("their words", asSaid(m.Words))
	t.typed("how it was for them", strings.Join(nonEmpty(string(m.Felt), m.Feedback), ": "))
	t.endIfSaid()
}

// staffThere adds a colleague's view, and the debrief: it is kept out of letters and packs, and belongs to
// what somebody asks for (data.md, meeting).
func (w *recordWriter) staffThere(m MeetingRecord) {
	t := w.begin("teacher view", m.ID, m.when())
	t.title(w.phrase("What the teacher saw: " + string(m.Kind)))
	t.waits("the teacher’s view", m.TeacherView, "a colleague’s opinion")
	t.endIfSaid()

	t = w.begin(debriefEntry, m.ID, m.when())
	t.why = "a debrief of staff"
	t.title(w.phrase("Debrief of staff: " + string(m.Kind)))
	t.typed("debrief", m.Debrief)
	t.typed("talked over with", m.DebriefWith)
	t.typed("leader told", strings.Join(nonEmpty(m.LeaderTold, m.LeaderToldOn.Full()), ", "))
	t.endIfSaid()
}

// howItWas adds how a meeting was for each who was asked.
func (w *recordWriter) howItWas(m MeetingRecord) {
	for _, one := range m.People {
		if one.Felt == FeltNotSaid && one.Feedback == "" {
			continue
		}
		at := m.when()
		if one.AskedHow != "" {
			at = Moment(one.AskedHow)
		}
		t := w.begin("meeting_person", one.ID, at)
		if !w.isOwn(one.ref()) {
			t.why = "words of " + w.said(one.ref(), one.Name)
		}
		t.title(w.phrase("How it was for ").person(one.ref(), one.Name).say(": " + string(m.Kind)))
		t.typed("they felt", string(one.Felt))
		t.typed("their words", asSaid(one.Feedback))
		t.end()
	}
}

// endIfSaid keeps the entry where there is more than its title.
func (t *recordText) endIfSaid() {
	if len(t.entry.Passages) > 1 {
		t.end()
	}
}
