package meeting

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/screen/moving"
)

// resumed are the forms about the meeting itself, by the names of their drafts.
var resumed = map[string]func(p *Prepare) tea.Cmd{
	"meeting purpose":        (*Prepare).purpose,
	"meeting opening":        (*Prepare).opening,
	"meeting theirs":         (*Prepare).theirs,
	"meeting views":          (*Prepare).views,
	"meeting account":        (*Prepare).account,
	"meeting story":          (*Prepare).story,
	"meeting frame":          (*Prepare).frame,
	"meeting mode":           (*Prepare).mode,
	"meeting companion":      (*Prepare).companion,
	"meeting standby":        (*Prepare).standby,
	"meeting time":           func(p *Prepare) tea.Cmd { return newTimes(p.below("Times")).offer() },
	"meeting room":           func(p *Prepare) tea.Cmd { return newRoom(p.below("Room")).otherRoom() },
	"meeting somebody":       func(p *Prepare) tea.Cmd { return newPeople(p.below("People")).addSomebody() },
	moving.Form:              (*Prepare).move,
	meetingforms.CallOffForm: (*Prepare).callOff,
}

// resumedOf are the forms about one person of the meeting.
var resumedOf = map[string]func(p *page, m model.MeetingPerson) tea.Cmd{
	"meeting person": (*page).changePerson,
	"meeting why":    (*page).tellWhy,
	"invitation":     (*page).invite,
	"reminder":       (*page).remind,
	"agenda letter":  (*page).sendAgenda,
}

// Resume opens the form in which something was being typed.
func (p *Prepare) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !p.known {
		return nil, false
	}
	if do, ok := resumed[name]; ok {
		return do(p), true
	}
	if do, ok := resumedOf[name]; ok {
		for _, m := range p.prep.People {
			if m.ID == record {
				return do(&p.page, m), true
			}
		}
		return nil, true
	}
	return p.resumePart(name, record), true
}

// resumePart opens the form of a line, a paper, a room, an item or an order; record below zero is a
// new one.
func (p *Prepare) resumePart(name string, record int64) tea.Cmd {
	isNew := record <= 0
	switch name {
	case form.NameOf("court order", p.id):
		people := newPeople(p.below("People"))
		for _, r := range people.rows {
			if r.kind == apartRow && r.apart.link.ID == record {
				return people.readOrder(r.apart)
			}
		}
	case "agenda item":
		agenda := newAgenda(p.below("Agenda"))
		for _, item := range p.prep.Agenda {
			if item.ID == record {
				return agenda.change(item)
			}
		}
		if isNew {
			return agenda.change(agenda.nextItem())
		}
	case "paper":
		papers := newPapers(p.below("Papers"))
		for _, one := range p.prep.Papers {
			if one.ID == record {
				return papers.change(one)
			}
		}
		if isNew {
			return papers.change(model.Paper{})
		}
	case "room of a meeting":
		if isNew || record == p.prep.Room.ID {
			room := model.Room{SchoolID: p.prep.School.ID}
			if !isNew {
				room = p.prep.Room
			}
			return newRoom(p.below("Room")).roomFacts(room)
		}
	}
	for _, i := range p.items {
		if name == leftOutForm+string(i.ID) && i.State != model.ItemLeftOut {
			return p.whyLeaveOut(i)
		}
	}
	return nil
}
