package demo

import (
	"fmt"
	"strings"

	"kettle/model"
)

// signOff ends every letter.
const signOff = "If anything worries you before then, however small, please tell me at once.\n\nWith warm wishes\n"

// makeLetters writes what was sent for a meeting, one letter to each adult.
func (m *maker) makeLetters(mt model.Meeting, p meeting) {
	for _, seat := range p.people {
		id := m.adultNamed(seat.who)
		if id == 0 {
			continue
		}
		if seat.invited > 0 && seat.is.InvitedBy == letter {
			m.addLetter(mt, id, model.InvitationLetter, m.invitation(mt, p), seat.invited, letter)
		}
		if seat.sent > 0 {
			m.addLetter(mt, id, model.AgendaLetter, m.agendaText(mt, p.since), seat.sent, seat.is.AgendaSentBy)
		}
		if p.wrote != "" && seat.invited > 0 {
			m.addLetter(mt, id, model.SummaryOfMeeting, m.summary(mt, p), max(1, -p.in-3), letter)
		}
	}
}

func (m *maker) addLetter(mt model.Meeting, adult int64, kind model.LetterKind, body string, ago int, by model.Channel) {
	s := &m.school
	s.Letters = append(s.Letters, model.Letter{ID: nextID(s.Letters), FamilyID: mt.FamilyID, MeetingID: mt.ID, AdultID: adult, Kind: kind, Version: 1,
		Body: "Dear " + m.adult(adult).Formal() + ",\n\n" + body + signOff + m.me() + "\n", Made: m.days.ago(ago), Sent: m.days.ago(ago), SentBy: by})
}

func (m *maker) invitation(mt model.Meeting, p meeting) string {
	var times []string
	for _, o := range p.offered {
		times = append(times, m.days.in(o.in).Letter()+" at "+string(o.at))
	}
	return fmt.Sprintf("I would like to talk with you. What it is about: %s\n\nWould one of these times suit you: %s? If none does, tell me what would. "+
		"Bring anyone you wish. The kettle will be on.\n\n", mt.Purpose, strings.Join(times, "; "))
}

// agendaText is the plan of a meeting as it went, without the line that came later.
func (m *maker) agendaText(mt model.Meeting, without string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "This is the plan for %s at %s:\n\n", mt.Start.Date().Letter(), strings.TrimPrefix(string(mt.Start.Clock()), "0"))
	for _, i := range m.school.Agenda {
		if i.MeetingID == mt.ID && i.Title != without {
			fmt.Fprintf(&b, "- %s (%d minutes)\n", i.Title, i.Minutes)
		}
	}
	return b.String() + "\n"
}

func (m *maker) summary(mt model.Meeting, p meeting) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Thank you for coming on %s, and for telling us %s. It helped.\n\nWe agreed:\n\n", mt.Start.Date().Letter(), p.wrote)
	for _, g := range p.agreed {
		fmt.Fprintf(&b, "- %s, by %s\n", g.text, m.days.in(g.in).Letter())
	}
	return b.String() + "\n"
}
