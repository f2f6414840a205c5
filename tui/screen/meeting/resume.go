package meeting

import (
	tea "charm.land/bubbletea/v2"

	"kettle/model"
	"kettle/model/view"
	"kettle/tui/screen/afterwards"
	"kettle/tui/screen/form"
	"kettle/tui/screen/meetingforms"
	"kettle/tui/screen/moving"
)

// resumed are the forms about the meeting itself, by the names of their drafts.
var resumed = map[string]func(p *Prepare) tea.Cmd{
	"meeting purpose":        (*Prepare).purpose,
	"meeting opening":        (*Prepare).opening,
	"meeting theirs":         (*Prepare).theirs,
	"meeting views":          (*Prepare).changeViews,
	"meeting account":        (*Prepare).account,
	"meeting story":          (*Prepare).story,
	"meeting frame":          (*Prepare).frame,
	"meeting mode":           (*Prepare).mode,
	"meeting companion":      (*Prepare).companion,
	"meeting standby":        (*Prepare).standby,
	"meeting leader":         (*Prepare).leader,
	"meeting time":           func(p *Prepare) tea.Cmd { return newTimes(p.below("Times")).offer() },
	"meeting room":           func(p *Prepare) tea.Cmd { return newRoom(p.below("Room")).otherRoom() },
	"meeting somebody":       func(p *Prepare) tea.Cmd { return newPeople(p.below("People")).addSomebody() },
	meetingforms.CallOffForm: (*Prepare).callOff,
	moving.Form:              (*Prepare).move,

	meetingforms.OwnItemForm:     (*Prepare).addLine,
	meetingforms.OwnTemplateForm: (*Prepare).keepAsTemplate,
	afterwards.FeedbackForm:      (*Prepare).feedback,
	view.DebriefForm:             (*Prepare).debrief,
}

// resumedOf are the forms about one person of the meeting.
var resumedOf = map[string]func(p *page, m model.MeetingPerson) tea.Cmd{
	afterwards.HowOfForm: (*page).howFor,
	"meeting person":     (*page).changePerson,
	"meeting why":        (*page).tellWhy,
	"invitation":         (*page).invite,
	"reminder":           (*page).remind,
	"agenda letter":      (*page).sendAgenda,
}

// formOfPerson is the form of that name, those of an annual review among them.
func formOfPerson(name string) (open func(p *page, m model.MeetingPerson) tea.Cmd, ok bool) {
	for _, m := range reviewMatters {
		if name == reviewForm+m.title {
			return m.open, true
		}
	}
	open, ok = resumedOf[name]
	return open, ok
}

// Resume opens the form in which something was being typed.
func (p *Prepare) Resume(name string, record int64) (open tea.Cmd, ready bool) {
	if !p.known {
		return nil, false
	}
	if do, ok := resumed[name]; ok {
		return do(p), true
	}
	if do, ok := formOfPerson(name); ok {
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
	case newLayoutForm:
		return p.resumeLayout(record)
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

// resumeLayout opens the form of a layout of the school: a new one begins like that of the meeting.
func (p *Prepare) resumeLayout(record int64) tea.Cmd {
	r := newRoom(p.below("Room"))
	if record <= 0 {
		return r.newLayout(r.layout())
	}
	for _, o := range p.prep.Own.Layouts {
		if o.ID == record {
			d := &Drawing{page: p.below("Drawing"), layout: o.ID, own: o}
			return d.rename()
		}
	}
	return nil
}
